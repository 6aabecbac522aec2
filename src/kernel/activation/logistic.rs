//! Sigmoid and tanh.

use crate::lane::{Lane, clamp, clamp_four, power_of_two, splat};
use crate::rows;
use core::f64::consts::LOG2_E;
use nalgebra::SVector;
use wide::{f32x4, u32x4};

/// `f(z) = k sigmoid(kz) - (k - 1)`: the sigmoid for k = 1, and tanh for k = 2, as `tanh(z) = 2 sigmoid(2z) - 1`. One code
/// serves both.
#[derive(Clone, Copy, Debug)]
pub struct Logistic(pub(super) f64);

/// `R(d) = d coth(d ln 2 / 2)` is even in `d`: the minimax polynomial in `d^2` that `tests/golden/exp_coefficients.py`
/// fits for `|d| <= 1/2`.
const R: [f64; 6] = [
    2.8853900817779268,
    0.11552453009332664,
    -0.0009250684777806389,
    1.0582189044415145e-05,
    -1.2710428742094306e-07,
    1.5310980366420894e-09,
];

/// `1.5 * 2^52 + 1023`. Adding it rounds to an integer, and leaves the integer plus the bias of an exponent in the low
/// bits of the sum.
const ROUND: f64 = 6755399441056767.0;

impl Logistic {
    /// `f(z)`, within a few times 1e-16 of a sigmoid's own size, and of 1 for tanh.
    ///
    /// With `e^kz = 2^u = 2^n (R + d) / (R - d)`, where `u = kz / ln 2` is rounded to the integer `n` and `d = u - n` (the
    /// range reduction of Cody and Waite, *Software Manual for the Elementary Functions*, 1980, chapter 6, with a minimax
    /// fit of this form), `f(z) = (e^kz - (k - 1)) / (e^kz + 1)`. The fraction is within 5.2e-19 of `2^d` before rounding, and
    /// `e^kz` within 2 ulp and three quarters of one for each unit of `|kz|`, by which `u` is rounded. `u` is held to
    /// +-1020, where `2^n` and its inverse are normal numbers; NaN stays NaN.
    ///
    /// An epoch waits for little else than this chain, so its terms are added in pairs, not one after the other.
    #[inline(always)]
    pub(super) fn value<const N: usize>(self, z: SVector<Lane, N>) -> SVector<Lane, N> {
        let u = (z * splat(LOG2_E * self.0)).map(|u| clamp(u, 1020.0));
        let shifted = u.add_scalar(splat(ROUND));
        let d = u - shifted.add_scalar(splat(-ROUND));

        let (q, r) = (d.component_mul(&d), R.map(splat));
        let (low, middle, high) =
            ((q * r[1]).add_scalar(r[0]), (q * r[3]).add_scalar(r[2]), (q * r[5]).add_scalar(r[4]));
        let q2 = q.component_mul(&q);
        let whole = low + q2.component_mul(&(middle + q2.component_mul(&high)));

        let (above, below) = ((whole + d).component_mul(&shifted.map(power_of_two)), whole - d);
        (above - below * splat(self.0 - 1.0)).component_div(&(above + below))
    }

    /// `f'(z) = (a + k - 1) (1 - a)`, from `a = f(z)`
    #[inline(always)]
    pub(super) fn slope<const N: usize>(self, a: SVector<Lane, N>) -> SVector<Lane, N> {
        a.add_scalar(splat(self.0 - 1.0)).component_mul(&a.map(|a| splat(1.0) - a))
    }

    /// `e^kz` for each `z` of a row of pixels, in place. A sum of weighted inputs is a product of these.
    #[inline(never)]
    pub fn exponentials(self, row: &mut [f32]) {
        let k = self.0 as f32;
        rows::map(row, |z| exp(z * k));
    }

    /// `f(z)` for each `e^kz` of a row of pixels, in place.
    #[inline(never)]
    pub fn from_exponentials(self, row: &mut [f32]) {
        let lowest = self.0 as f32 - 1.0;
        rows::map(row, |power| (power - lowest) / (power + 1.0));
    }
}

/// `e^x` of four numbers in single precision: the scheme of [`Logistic::value`] with the coefficients of its
/// single-precision fit.
#[inline(always)]
fn exp(x: f32x4) -> f32x4 {
    const ROUND: f32 = 12_582_912.0;
    let u = clamp_four(x * core::f32::consts::LOG2_E, 125.0);
    let shifted = u + ROUND;
    let d = u - (shifted - ROUND);
    let q = d * d;
    let even = ((q * 3.2961874e-5 - 0.00093488675) * q + 0.11552576) * q + 2.88539;
    let bits: u32x4 = bytemuck::cast(shifted);
    let power: f32x4 = bytemuck::cast((bits + u32x4::splat(127)) << 23u32);
    power * (even + d) / (even - d)
}
