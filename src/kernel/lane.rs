//! Four doubles that move as one: a lane holds one number for each of four examples.
//!
//! The arithmetic here is the same on every machine, to the last bit: only IEEE additions, multiplications, divisions
//! and comparisons in a written order, no fused multiply-add, no function of the host's C library.

use simba::simd::{SimdValue, WideF64x4};
use wide::{f64x2, f64x4, i64x4};

/// One number for each of four examples.
pub type Lane = WideF64x4;

/// Examples in a lane.
pub const WIDTH: usize = 4;

/// The same number for all four examples.
#[inline(always)]
pub fn splat(value: f64) -> Lane {
    Lane::splat(value)
}

/// The sum over the four examples, given back to all four, so that an update stays within the lanes.
#[inline(always)]
pub fn sum(lane: Lane) -> Lane {
    let [low, high]: [f64x2; 2] = bytemuck::cast(lane.0);
    let pair = low + high;
    let [a, b] = pair.to_array();
    let both = pair + f64x2::new([b, a]);
    WideF64x4(bytemuck::cast([both, both]))
}

/// `e^x = scale (even + odd) / (even - odd)` in its parts, so that sigmoid and tanh divide only once.
pub struct Exponential {
    pub scale: Lane,
    pub even: Lane,
    pub odd: Lane,
}

impl Exponential {
    /// `e^x = 2^k (R + r) / (R - r)` with `x = k ln 2 + r`, `|r| <= ln 2 / 2`, where `R = r coth(r / 2)` is even in `r`
    /// and so `R = 2 + z P(z)` with `z = r^2`.
    ///
    /// `P` is the minimax polynomial of five coefficients that `tests/golden/exp_coefficients.py` fits: the fraction is
    /// within 1.75e-19 of `e^r` before rounding, and within 1.5 ulp after. `x` is held to +-708, where `2^k` and its
    /// inverse are normal numbers; NaN stays NaN.
    #[inline(always)]
    pub fn of(x: Lane) -> Self {
        let x = clamp(x, 708.0);
        // Adding 1.5 * 2^52 rounds x / ln 2 to the integer k and leaves k in the low bits of the sum.
        let shifted = x * splat(std::f64::consts::LOG2_E) + splat(ROUND);
        let k = shifted - splat(ROUND);
        let r = (x - k * splat(LN_2_HIGH)) - k * splat(LN_2_LOW);
        let z = r * r;
        let even = splat(2.0)
            + z * (splat(P[0]) + z * (splat(P[1]) + z * (splat(P[2]) + z * (splat(P[3]) + z * splat(P[4])))));
        Self { scale: power_of_two(shifted), even, odd: r }
    }
}

const P: [f64; 5] =
    [0.16666666666666555, -0.002777777777669649, 6.61375625016309e-5, -1.6533837200215415e-6, 4.136048918023923e-8];
const ROUND: f64 = 6755399441055744.0;
/// ln 2 in two parts: the first has 32 bits, so that `k * LN_2_HIGH` is exact.
const LN_2_HIGH: f64 = 0.6931471803691238;
const LN_2_LOW: f64 = 1.9082149292705877e-10;

/// `x` held to `-limit..=limit`. The order of the arguments keeps NaN on either instruction set: WebAssembly's pseudo
/// minimum returns its first argument when it compares with NaN, the minimum of x86 its second.
#[inline(always)]
fn clamp(x: Lane, limit: f64) -> Lane {
    let (low, high) = (f64x4::splat(-limit), f64x4::splat(limit));
    if cfg!(target_feature = "simd128") {
        WideF64x4(x.0.fast_max(low).fast_min(high))
    } else {
        WideF64x4(high.fast_min(low.fast_max(x.0)))
    }
}

/// `2^k`, where `k` stands in the low bits of `shifted`: `k` plus the bias, moved into the exponent.
#[inline(always)]
fn power_of_two(shifted: Lane) -> Lane {
    let bits: i64x4 = bytemuck::cast(shifted.0);
    WideF64x4(bytemuck::cast((bits + i64x4::splat(1023)) << 52u32))
}
