//! The function of a unit, its value beside its derivative.

use crate::lane::{Lane, clamp, power_of_two, splat};
use core::f64::consts::LOG2_E;
use nalgebra::SVector;

/// Both functions are one, `f(z) = (e^gz - t) / (e^gz + 1)`: the sigmoid rises from 0 to 1, tanh, twice as steep, from
/// -1 to 1. So one code serves both.
#[derive(Clone, Copy, Debug)]
pub struct Curve {
    /// `g`
    pub gain: f64,
    /// `t`: far down `f` comes to `-t`.
    pub foot: f64,
}

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

impl Curve {
    /// `1 / (1 + e^-z)`, in (0, 1)
    pub const SIGMOID: Self = Self { gain: 1.0, foot: 0.0 };
    /// `(e^z - e^-z) / (e^z + e^-z)`, in (-1, 1)
    pub const TANH: Self = Self { gain: 2.0, foot: 1.0 };

    /// `f(z)`, within a few times 1e-16 of a sigmoid's own size, and of 1 for tanh, as by the listing's formula.
    ///
    /// `e^gz = 2^u = 2^k (R + d) / (R - d)` with `u = gz / ln 2` rounded to the integer `k`, and `d = u - k`. The fraction
    /// is within 5.2e-19 of `2^d` before rounding, and `e^gz` within 2 ulp and three quarters of one for each unit of
    /// `|gz|`, by which `u` is rounded. `u` is held to +-1020, where `2^k` and its inverse are normal numbers; NaN stays
    /// NaN.
    ///
    /// An epoch waits for little else than this chain, so its terms are added in pairs, not one after the other.
    #[inline(always)]
    pub fn value<const N: usize>(self, z: SVector<Lane, N>) -> SVector<Lane, N> {
        let u = (z * splat(LOG2_E * self.gain)).map(|u| clamp(u, 1020.0));
        let shifted = u.add_scalar(splat(ROUND));
        let d = u - shifted.add_scalar(splat(-ROUND));

        let (q, r) = (d.component_mul(&d), R.map(splat));
        let (low, middle, high) =
            ((q * r[1]).add_scalar(r[0]), (q * r[3]).add_scalar(r[2]), (q * r[5]).add_scalar(r[4]));
        let q2 = q.component_mul(&q);
        let whole = low + q2.component_mul(&(middle + q2.component_mul(&high)));

        let (above, below) = ((whole + d).component_mul(&shifted.map(power_of_two)), whole - d);
        (above - below * splat(self.foot)).component_div(&(above + below))
    }

    /// `f'(z)`, from `a = f(z)`, which is what the backward pass has at hand
    #[inline(always)]
    pub fn slope<const N: usize>(self, a: SVector<Lane, N>) -> SVector<Lane, N> {
        a.add_scalar(splat(self.foot)).component_mul(&a.map(|a| splat(1.0) - a))
    }
}

/// The sigmoid of one number.
#[inline(never)]
pub fn sigmoid(z: f64) -> f64 {
    Curve::SIGMOID.value(SVector::from([splat(z)]))[0].to_array()[0]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(lane: [Lane; 1]) -> f64 {
        lane[0].to_array()[0]
    }

    fn at(curve: Curve, z: f64) -> f64 {
        one(curve.value([splat(z)].into()).into())
    }

    /// The host's own functions are the slow, obvious twin.
    #[test]
    fn values_are_the_hosts_to_a_few_ulp() {
        for i in -40_000..=40_000 {
            let z = f64::from(i) * 1e-3;
            let (sigmoid, tanh) = (1.0 / (1.0 + (-z).exp()), z.tanh());
            let ulp = (2.0 + 0.75 * z.abs()) * f64::EPSILON;
            assert!((at(Curve::SIGMOID, z) - sigmoid).abs() <= ulp * sigmoid, "sigmoid({z})");
            assert!((at(Curve::TANH, z) - tanh).abs() <= 2.0 * f64::EPSILON, "tanh({z})");
        }
    }

    #[test]
    fn far_out_they_saturate_and_nan_stays() {
        for z in [800.0, 1e300, f64::INFINITY] {
            assert_eq!(at(Curve::SIGMOID, z), 1.0);
            assert!(at(Curve::SIGMOID, -z) < 1e-150);
            assert_eq!(at(Curve::TANH, z), 1.0);
            assert_eq!(at(Curve::TANH, -z), -1.0);
        }
        assert!(at(Curve::SIGMOID, f64::NAN).is_nan());
        assert!(at(Curve::TANH, f64::NAN).is_nan());
        assert_eq!(at(Curve::SIGMOID, 0.0), 0.5);
        assert_eq!(at(Curve::TANH, 0.0), 0.0);
    }

    #[test]
    fn slopes_are_the_finite_differences_of_values() {
        for curve in [Curve::SIGMOID, Curve::TANH] {
            for i in -50..=50 {
                let (z, h) = (f64::from(i) * 0.1, 1e-5);
                let difference = (at(curve, z + h) - at(curve, z - h)) / (2.0 * h);
                let a = at(curve, z);
                let slope = one(curve.slope([splat(a)].into()).into());
                assert!((slope - difference).abs() < 1e-9, "{curve:?} at {z}");
            }
        }
    }
}
