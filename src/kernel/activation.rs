//! The function of a unit: its value, its derivative and its values along a row of pixels.

mod logistic;
mod rectifier;

pub use logistic::Logistic;

use crate::lane::{Lane, splat};
use crate::words;
use nalgebra::SVector;
use rectifier::Rectifier;

words! {
    /// The function of a unit.
    pub enum Activation {
        /// `1 / (1 + e^-z)`, in (0, 1)
        Sigmoid = "sigmoid",
        /// `(e^z - e^-z) / (e^z + e^-z)`, in (-1, 1)
        Tanh = "tanh",
        /// `max(z, 0)`
        Relu = "relu",
        /// `max(z, z / 100)`
        LeakyRelu = "leaky-relu",
        /// `z`
        Linear = "linear",
    }
}

/// Every activation is one of these functions with a constant.
#[derive(Clone, Copy)]
enum Family {
    Logistic(Logistic),
    Rectifier(Rectifier),
}

impl Activation {
    /// The function and its constant.
    #[inline(always)]
    const fn family(self) -> Family {
        match self {
            Self::Sigmoid => Family::Logistic(Logistic(1.0)),
            Self::Tanh => Family::Logistic(Logistic(2.0)),
            Self::Relu => Family::Rectifier(Rectifier(0.0)),
            Self::LeakyRelu => Family::Rectifier(Rectifier(0.01)),
            Self::Linear => Family::Rectifier(Rectifier(1.0)),
        }
    }

    /// `f(z)`
    #[inline(always)]
    pub(crate) fn value<const N: usize>(self, z: SVector<Lane, N>) -> SVector<Lane, N> {
        match self.family() {
            Family::Logistic(f) => f.value(z),
            Family::Rectifier(f) => f.value(z),
        }
    }

    /// `a = f(z)` for each of an even number of lanes. One code for rows of two and of four lanes.
    #[inline(never)]
    pub(crate) fn values(self, z: &[Lane], a: &mut [Lane]) {
        let pairs = a.as_chunks_mut::<2>().0.iter_mut().zip(z.as_chunks::<2>().0);
        match self.family() {
            Family::Logistic(f) => pairs.for_each(|(a, &z)| *a = f.value(SVector::from(z)).into()),
            Family::Rectifier(f) => pairs.for_each(|(a, &z)| *a = f.value(SVector::from(z)).into()),
        }
    }

    /// `f'(z)`, from `a = f(z)`, which is what the backward pass has at hand
    #[inline(always)]
    pub(crate) fn slope<const N: usize>(self, a: SVector<Lane, N>) -> SVector<Lane, N> {
        match self.family() {
            Family::Logistic(f) => f.slope(a),
            Family::Rectifier(f) => f.slope(a),
        }
    }

    /// `f(z)` for each number of a row of pixels, in place and in single precision.
    pub fn row(self, row: &mut [f32]) {
        match self.family() {
            Family::Logistic(f) => {
                f.exponentials(row);
                f.from_exponentials(row);
            }
            Family::Rectifier(f) => f.row(row),
        }
    }

    /// The least and the greatest value, if there are such.
    pub fn range(self) -> Option<[f32; 2]> {
        match self.family() {
            Family::Logistic(Logistic(k)) => Some([1.0 - k as f32, 1.0]),
            Family::Rectifier(_) => None,
        }
    }

    /// Whether `f(0)` is 0.
    pub fn keeps_zero(self) -> bool {
        match self.family() {
            Family::Logistic(Logistic(k)) => k == 2.0,
            Family::Rectifier(_) => true,
        }
    }

    /// The logistic function that this is, if it is one.
    pub fn logistic(self) -> Option<Logistic> {
        match self.family() {
            Family::Logistic(f) => Some(f),
            Family::Rectifier(_) => None,
        }
    }
}

/// The sigmoid of one number.
#[inline(never)]
pub(crate) fn sigmoid(z: f64) -> f64 {
    Activation::Sigmoid.value(SVector::from([splat(z)]))[0].to_array()[0]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Word;

    fn one(lane: [Lane; 1]) -> f64 {
        lane[0].to_array()[0]
    }

    fn at(f: Activation, z: f64) -> f64 {
        one(f.value([splat(z)].into()).into())
    }

    /// The host's own functions are the slow, obvious twin.
    #[test]
    fn values_are_the_hosts_to_a_few_ulp() {
        for i in -40_000..=40_000 {
            let z = f64::from(i) * 1e-3;
            let (sigmoid, tanh) = (1.0 / (1.0 + (-z).exp()), z.tanh());
            let ulp = (2.0 + 0.75 * z.abs()) * f64::EPSILON;
            assert!((at(Activation::Sigmoid, z) - sigmoid).abs() <= ulp * sigmoid, "sigmoid({z})");
            assert!((at(Activation::Tanh, z) - tanh).abs() <= 2.0 * f64::EPSILON, "tanh({z})");
        }
    }

    #[test]
    fn rectifiers_bend_at_zero() {
        let bent = [(Activation::Relu, 0.0), (Activation::LeakyRelu, 0.01), (Activation::Linear, 1.0)];
        for (f, c) in bent {
            assert_eq!([at(f, 2.5), at(f, 0.0), at(f, -2.5)], [2.5, 0.0, -2.5 * c], "{f:?}");
            assert!(at(f, f64::NAN).is_nan());
        }
    }

    #[test]
    fn a_row_of_pixels_has_the_values_in_single_precision() {
        for &f in Activation::ALL {
            let mut row: Vec<f32> = (-300..=300).map(|i| i as f32 * 0.1).collect();
            let z = row.clone();
            f.row(&mut row);
            for (a, z) in row.into_iter().zip(z) {
                let value = at(f, f64::from(z));
                assert!((f64::from(a) - value).abs() <= 1e-6 * value.abs().max(1.0), "{f:?} at {z}: {value}, got {a}");
            }
        }
    }

    #[test]
    fn far_out_they_saturate_and_nan_stays() {
        for z in [800.0, 1e300, f64::INFINITY] {
            assert_eq!(at(Activation::Sigmoid, z), 1.0);
            assert!(at(Activation::Sigmoid, -z) < 1e-150);
            assert_eq!(at(Activation::Tanh, z), 1.0);
            assert_eq!(at(Activation::Tanh, -z), -1.0);
        }
        assert!(at(Activation::Sigmoid, f64::NAN).is_nan());
        assert!(at(Activation::Tanh, f64::NAN).is_nan());
        assert_eq!(at(Activation::Sigmoid, 0.0), 0.5);
        assert_eq!(at(Activation::Tanh, 0.0), 0.0);
    }

    #[test]
    fn values_are_in_the_range_and_come_to_its_ends() {
        for &f in Activation::ALL {
            let ends = [-1e6, 1e6].map(|z| at(f, z));
            let Some(range) = f.range() else {
                assert!(ends[1] - ends[0] > 1e5, "{f:?} has a range: {ends:?}");
                continue;
            };
            let close = |values: [f64; 2]| [0, 1].iter().all(|&k| (values[k] - f64::from(range[k])).abs() < 1e-5);
            assert!(close(ends) && close([f64::NEG_INFINITY, f64::INFINITY].map(|z| at(f, z))), "{f:?}");
            assert!((-400..=400).all(|i| (range[0]..=range[1]).contains(&(at(f, f64::from(i) * 0.1) as f32))), "{f:?}");
            assert!(at(f, f64::NAN).is_nan(), "{f:?}");
            // gate::sure_epochs
            assert!(range[0] >= -1.0 && range[1] <= 1.0, "{f:?}: gate::sure_epochs needs another bound");
        }
    }

    #[test]
    fn those_that_keep_zero_are_told() {
        for &f in Activation::ALL {
            assert_eq!(f.keeps_zero(), at(f, 0.0) == 0.0, "{f:?}");
        }
    }

    #[test]
    fn values_and_slopes_are_within_what_sure_epochs_reckons_with() {
        for &f in Activation::ALL {
            for i in -400..=400 {
                let z = f64::from(i) * 0.1;
                let a = at(f, z);
                let slope = one(f.slope([splat(a)].into()).into());
                assert!(a.abs() <= z.abs() + 1.0, "{f:?}({z}) is {a}: gate::sure_epochs needs another bound");
                assert!((0.0..=1.0).contains(&slope), "{f:?}'({z}) is {slope}: gate::sure_epochs needs another bound");
            }
        }
    }

    #[test]
    fn slopes_are_the_finite_differences_of_values() {
        for &f in Activation::ALL {
            // 0 is between two of them: there a rectifier has no derivative.
            for i in -50..50 {
                let (z, h) = (f64::from(i) * 0.1 + 0.05, 1e-5);
                let difference = (at(f, z + h) - at(f, z - h)) / (2.0 * h);
                let a = at(f, z);
                let slope = one(f.slope([splat(a)].into()).into());
                assert!((slope - difference).abs() < 1e-9, "{f:?} at {z}");
            }
        }
    }
}
