//! The function of a unit, its value beside its derivative.

use crate::lane::{Exponential, Lane, splat};

/// Both functions are one, `f(z) = (e^gz - t) / (e^gz + 1)`: the sigmoid rises from 0 to 1, tanh, twice as steep, from
/// -1 to 1. So one code serves both.
#[derive(Clone, Copy, Debug)]
pub struct Curve {
    /// `g`
    pub gain: f64,
    /// `t`: far down `f` comes to `-t`.
    pub foot: f64,
}

impl Curve {
    /// `1 / (1 + e^-z)`, in (0, 1)
    pub const SIGMOID: Self = Self { gain: 1.0, foot: 0.0 };
    /// `(e^z - e^-z) / (e^z + e^-z)`, in (-1, 1)
    pub const TANH: Self = Self { gain: 2.0, foot: 1.0 };

    /// `f(z)`
    #[inline(always)]
    pub fn value(self, z: Lane) -> Lane {
        let Exponential { scale, even, odd } = Exponential::of(z * splat(self.gain));
        let (one, foot) = (splat(1.0), splat(self.foot));
        // The fraction times (even - odd), ordered so that near 0, where the scale is 1, no digits cancel.
        ((scale - foot) * even + (scale + foot) * odd) / ((scale + one) * even + (scale - one) * odd)
    }

    /// `f'(z)`, from `a = f(z)`, which is what the backward pass has at hand
    #[inline(always)]
    pub fn slope(self, a: Lane) -> Lane {
        (a + splat(self.foot)) * (splat(1.0) - a)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(curve: Curve, z: f64) -> f64 {
        let [value, ..]: [f64; 4] = curve.value(splat(z)).into();
        value
    }

    /// The host's own functions are the slow, obvious twin.
    #[test]
    fn values_are_within_a_few_ulp_of_the_hosts() {
        for i in -40_000..=40_000 {
            let z = f64::from(i) * 1e-3;
            let (sigmoid, tanh) = (1.0 / (1.0 + (-z).exp()), z.tanh());
            assert!((at(Curve::SIGMOID, z) - sigmoid).abs() <= 4.0 * f64::EPSILON * sigmoid, "sigmoid({z})");
            assert!((at(Curve::TANH, z) - tanh).abs() <= 4.0 * f64::EPSILON * tanh.abs(), "tanh({z})");
        }
    }

    #[test]
    fn far_out_they_saturate_and_nan_stays() {
        for z in [800.0, 1e300, f64::INFINITY] {
            assert_eq!(at(Curve::SIGMOID, z), 1.0);
            assert!(at(Curve::SIGMOID, -z) < 1e-300);
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
                let [slope, ..]: [f64; 4] = curve.slope(splat(a)).into();
                assert!((slope - difference).abs() < 1e-9, "{curve:?} at {z}");
            }
        }
    }
}
