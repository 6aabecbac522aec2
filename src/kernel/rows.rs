//! Rows of pixels, in single precision: plain loops that the compiler turns into vectors.

use crate::curve::Curve;

/// `e^gz` for each weighted input `z`, in place.
#[inline(never)]
pub fn powers(curve: Curve, row: &mut [f32]) {
    let gain = curve.gain as f32;
    row.iter_mut().for_each(|z| *z = exp(gain * *z));
}

/// `f(z)` for each power `e^gz`, in place.
#[inline(never)]
pub fn values(curve: Curve, row: &mut [f32]) {
    let foot = curve.foot as f32;
    row.iter_mut().for_each(|power| *power = (*power - foot) / (*power + 1.0));
}

/// `row = factor * other + term`
#[inline(never)]
pub fn scale(row: &mut [f32], factor: f32, other: &[f32], term: f32) {
    row.iter_mut().zip(other).for_each(|(value, other)| *value = factor * other + term);
}

/// `row += factor * other`
#[inline(never)]
pub fn add(row: &mut [f32], factor: f32, other: &[f32]) {
    row.iter_mut().zip(other).for_each(|(value, other)| *value += factor * other);
}

/// `e^x` in single precision and without a branch, so that a row of them is vectorised: the scheme of [`Curve::value`]
/// with the coefficients of its single-precision fit.
#[inline(always)]
fn exp(x: f32) -> f32 {
    const ROUND: f32 = 12_582_912.0;
    let u = (x * core::f32::consts::LOG2_E).clamp(-125.0, 125.0);
    let shifted = u + ROUND;
    let d = u - (shifted - ROUND);
    let q = d * d;
    let even = 2.88539 + q * (0.11552576 + q * (-0.00093488675 + q * 3.2961874e-5));
    f32::from_bits(shifted.to_bits().wrapping_add(127) << 23) * (even + d) / (even - d)
}
