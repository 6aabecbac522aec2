//! The function of a unit, its value beside its derivative.

use crate::lane::{Exponential, Lane, WIDTH, splat};

/// What the hidden units compute. The output unit is always a sigmoid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Activation {
    Sigmoid,
    Tanh,
}

/// A function `f` of the weighted input `z`, and its derivative told by the value `a = f(z)`, which is what the
/// backward pass has at hand.
pub trait Curve {
    /// `f(z)`
    fn value(z: Lane) -> Lane;
    /// `f'(z)`, from `a = f(z)`
    fn slope(a: Lane) -> Lane;
}

/// `1 / (1 + e^-z)`, in (0, 1)
pub struct Sigmoid;

impl Curve for Sigmoid {
    #[inline(always)]
    fn value(z: Lane) -> Lane {
        let e = Exponential::of(-z);
        let below = e.even - e.odd;
        below / (below + e.scale * (e.even + e.odd))
    }

    #[inline(always)]
    fn slope(a: Lane) -> Lane {
        a * (splat(1.0) - a)
    }
}

/// `(e^z - e^-z) / (e^z + e^-z)`, in (-1, 1)
pub struct Tanh;

impl Curve for Tanh {
    #[inline(always)]
    fn value(z: Lane) -> Lane {
        // (e^2z - 1) / (e^2z + 1), ordered so that near 0, where the scale is 1, no digits cancel.
        let e = Exponential::of(z + z);
        let (less, more) = (e.scale - splat(1.0), e.scale + splat(1.0));
        (less * e.even + more * e.odd) / (more * e.even + less * e.odd)
    }

    #[inline(always)]
    fn slope(a: Lane) -> Lane {
        splat(1.0) - a * a
    }
}

impl Activation {
    /// The word of the public contract.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sigmoid => "sigmoid",
            Self::Tanh => "tanh",
        }
    }

    /// `f(z)`, in place.
    pub fn apply(self, z: &mut [f64]) {
        match self {
            Self::Sigmoid => by_lanes(z, Sigmoid::value),
            Self::Tanh => by_lanes(z, Tanh::value),
        }
    }

    /// `f'(z)` from `a = f(z)`
    pub fn slope(self, a: f64) -> f64 {
        match self {
            Self::Sigmoid => a * (1.0 - a),
            Self::Tanh => 1.0 - a * a,
        }
    }
}

/// One body for all callers: it is the shortest loops that call it.
#[inline(never)]
fn by_lanes(values: &mut [f64], f: fn(Lane) -> Lane) {
    for chunk in values.chunks_mut(WIDTH) {
        let mut four = [0.0; WIDTH];
        four[..chunk.len()].copy_from_slice(chunk);
        let out: [f64; WIDTH] = f(four.into()).into();
        chunk.copy_from_slice(&out[..chunk.len()]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(activation: Activation, z: f64) -> f64 {
        let mut value = [z];
        activation.apply(&mut value);
        value[0]
    }

    /// The host's own functions are the slow, obvious twin.
    #[test]
    fn values_are_within_a_few_ulp_of_the_hosts() {
        for i in -40_000..=40_000 {
            let z = f64::from(i) * 1e-3;
            let (sigmoid, tanh) = (1.0 / (1.0 + (-z).exp()), z.tanh());
            assert!((at(Activation::Sigmoid, z) - sigmoid).abs() <= 4.0 * f64::EPSILON * sigmoid, "sigmoid({z})");
            assert!((at(Activation::Tanh, z) - tanh).abs() <= 4.0 * f64::EPSILON * tanh.abs(), "tanh({z})");
        }
    }

    #[test]
    fn far_out_they_saturate_and_nan_stays() {
        for z in [800.0, 1e300, f64::INFINITY] {
            assert_eq!(at(Activation::Sigmoid, z), 1.0);
            assert!(at(Activation::Sigmoid, -z) < 1e-300);
            assert_eq!(at(Activation::Tanh, z), 1.0);
            assert_eq!(at(Activation::Tanh, -z), -1.0);
        }
        assert!(at(Activation::Sigmoid, f64::NAN).is_nan());
        assert!(at(Activation::Tanh, f64::NAN).is_nan());
        assert_eq!(at(Activation::Sigmoid, 0.0), 0.5);
        assert_eq!(at(Activation::Tanh, 0.0), 0.0);
    }

    #[test]
    fn slopes_are_the_finite_differences_of_values() {
        for activation in [Activation::Sigmoid, Activation::Tanh] {
            for i in -50..=50 {
                let (z, h) = (f64::from(i) * 0.1, 1e-5);
                let difference = (at(activation, z + h) - at(activation, z - h)) / (2.0 * h);
                let a = at(activation, z);
                assert!((activation.slope(a) - difference).abs() < 1e-9, "{activation:?} at {z}");
                let lanes: [f64; 4] = match activation {
                    Activation::Sigmoid => Sigmoid::slope(splat(a)),
                    Activation::Tanh => Tanh::slope(splat(a)),
                }
                .into();
                assert_eq!(lanes, [activation.slope(a); 4]);
            }
        }
    }
}
