//! Four doubles that move as one: a lane holds one number for each of four examples.
//!
//! The arithmetic here is the same on every machine, to the last bit: only IEEE additions, multiplications, divisions
//! and comparisons in a written order, no fused multiply-add, no function of the host's C library.

use simba::simd::{SimdValue, WideF64x4};
use std::f64::consts::{LN_2, LOG2_E};
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

/// `e^x = scale * above / below` in its parts, so that a unit divides only once.
pub struct Exponential {
    pub scale: Lane,
    pub above: Lane,
    pub below: Lane,
}

impl Exponential {
    /// `e^gz = 2^k (R + r) / (R - r)` with `gz = k ln 2 + r`, `|r| <= ln 2 / 2`, where `R = r coth(r / 2)` is even in `r`
    /// and so `R = 2 + q P(q)` with `q = r^2`.
    ///
    /// `P` is the minimax polynomial of five coefficients that `tests/golden/exp_coefficients.py` fits: the fraction is
    /// within 1.75e-19 of `e^r` before rounding, and `e^gz` within 2 ulp and three quarters of one for each unit of
    /// `|gz|`, by which the argument is rounded. The gain `g` is 1 or 2. `z` is held to +-354, where `2^k` and its inverse are
    /// normal numbers; NaN stays NaN.
    ///
    /// An epoch waits for little else than this chain, so its terms are added in pairs, not one after the other.
    #[inline(always)]
    pub fn of(z: Lane, gain: f64) -> Self {
        let z = clamp(z, 354.0);
        // Adding ROUND rounds to the integer k and leaves k plus the bias of an exponent in the low bits of the sum.
        let shifted = z * splat(gain * LOG2_E) + splat(ROUND);
        let k = shifted - splat(ROUND);
        let r = z * splat(gain) - k * splat(LN_2);
        let q = r * r;
        let (q2, [p0, p1, p2, p3, p4]) = (q * q, P.map(splat));
        let (first, rest) = (splat(2.0) + q * p0, q2 * ((p1 + q * p2) + q2 * (p3 + q * p4)));
        Self { scale: power_of_two(shifted), above: (first + r) + rest, below: (first - r) + rest }
    }
}

const P: [f64; 5] =
    [0.16666666666666555, -0.002777777777669649, 6.61375625016309e-5, -1.6533837200215415e-6, 4.136048918023923e-8];
/// `1.5 * 2^52 + 1023`
const ROUND: f64 = 6755399441056767.0;

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

/// `2^k`, where `k` plus the bias stands in the low bits of `shifted`: moved into the exponent.
#[inline(always)]
fn power_of_two(shifted: Lane) -> Lane {
    let bits: i64x4 = bytemuck::cast(shifted.0);
    WideF64x4(bytemuck::cast(bits << 52u32))
}
