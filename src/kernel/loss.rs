//! The loss: its value, its derivative at the output and the constant prediction that does best, side by side.

use crate::activation::{Activation, sigmoid};
use crate::lane::Lane;
use crate::words;
use nalgebra::SVector;

words! {
    /// What training makes small.
    pub enum Loss {
        /// The mean over the examples of `-(y ln p + (1 - y) ln(1 - p))`, in nats: of a sigmoid output.
        CrossEntropy = "cross-entropy",
        /// The mean over the examples of `(Yhat - Y)^2`.
        SquaredError = "squared-error",
    }
}

impl Loss {
    /// `dZ` at the output, for each example: the derivative of the example's part of the loss by the output's weighted
    /// input. For squared error it is the derivative of `(Yhat - Y)^2 / 2`, as most programs write it: half of that of what
    /// [`Loss::value`] gives.
    #[inline(always)]
    pub(crate) fn delta<const N: usize>(
        self,
        output: Activation,
        yhat: SVector<Lane, N>,
        y: SVector<Lane, N>,
    ) -> SVector<Lane, N> {
        let error = yhat - y;
        match self {
            // (p - y) / (p (1 - p)) times the sigmoid's slope, which is p (1 - p).
            Self::CrossEntropy => error,
            Self::SquaredError => error.component_mul(&output.slope(yhat)),
        }
    }

    /// The loss. `logits`, `predictions` and `targets` have one entry per example: the output's weighted input, its value,
    /// and what that should be.
    #[inline(never)]
    pub fn value(self, logits: &[f64], predictions: &[f64], targets: &[f64]) -> f64 {
        let total: f64 = match self {
            Self::CrossEntropy => logits.iter().zip(targets).map(|(&z, &y)| cross_entropy(z, y)).sum(),
            Self::SquaredError => predictions.iter().zip(targets).map(|(p, y)| (p - y) * (p - y)).sum(),
        };
        total / targets.len() as f64
    }

    /// The least loss of a constant prediction: of the targets' mean. For cross-entropy that is the entropy, in nats, of a
    /// coin that shows 1 as often as the targets do; for squared error their variance.
    pub fn constant(self, targets: &[f64]) -> f64 {
        let mean = targets.iter().sum::<f64>() / targets.len() as f64;
        match self {
            Self::CrossEntropy => {
                let part = |p: f64| if p > 0.0 { -p * libm::log1p(p - 1.0) } else { 0.0 };
                part(mean) + part(1.0 - mean)
            }
            Self::SquaredError => targets.iter().map(|y| (y - mean) * (y - mean)).sum::<f64>() / targets.len() as f64,
        }
    }
}

/// `-(y ln p + (1 - y) ln(1 - p))` with `p = sigmoid(z)` and `y` 0 or 1, in nats.
///
/// Written as `ln(1 + e^z) - yz` (softplus), which neither overflows nor takes the logarithm of 0 however sure the network
/// is; and as `1 / (1 + e^z)` is `1 - sigmoid(z)`, the exponential of the passes serves here too.
fn cross_entropy(z: f64, y: f64) -> f64 {
    let z = if y == 1.0 { -z } else { z };
    z.max(0.0) - libm::log1p(-sigmoid(-z.abs()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lane::splat;
    use crate::words::Word;

    const XOR: [f64; 4] = [0.0, 1.0, 1.0, 0.0];
    const AND: [f64; 4] = [0.0, 0.0, 0.0, 1.0];

    #[test]
    fn cross_entropy_agrees_with_the_definition_where_that_is_finite() {
        for i in -300..=300 {
            let z = f64::from(i) * 0.1;
            let p = 1.0 / (1.0 + (-z).exp());
            assert!((cross_entropy(z, 1.0) + p.ln()).abs() < 1e-12 * z.abs().max(1.0));
            assert!((cross_entropy(z, 0.0) - cross_entropy(-z, 1.0)).abs() == 0.0);
        }
        assert_eq!(Loss::CrossEntropy.value(&[0.0; 4], &[0.5; 4], &XOR), std::f64::consts::LN_2);
    }

    #[test]
    fn cross_entropy_stays_finite_at_saturation() {
        assert_eq!(cross_entropy(-1e300, 1.0), 1e300);
        assert!((0.0..1e-300).contains(&cross_entropy(1e300, 1.0)));
    }

    #[test]
    fn squared_error_is_the_mean_square() {
        assert_eq!(Loss::SquaredError.value(&[], &[0.5, 1.0, 0.0, -1.0], &XOR), (0.25 + 0.0 + 1.0 + 1.0) / 4.0);
    }

    #[test]
    fn the_constant_is_the_loss_of_the_targets_mean() {
        assert_eq!(Loss::CrossEntropy.constant(&XOR), std::f64::consts::LN_2);
        assert_eq!(Loss::CrossEntropy.constant(&[0.0; 3]), 0.0);
        let z = (0.25f64 / 0.75).ln();
        let mean = Loss::CrossEntropy.value(&[z; 4], &[0.25; 4], &AND);
        assert!((Loss::CrossEntropy.constant(&AND) - mean).abs() < 1e-15);
        assert_eq!(Loss::SquaredError.constant(&XOR), 0.25);
        assert_eq!(Loss::SquaredError.constant(&AND), Loss::SquaredError.value(&[], &[0.25; 4], &AND));
        assert_eq!(Loss::SquaredError.constant(&[-1.0, 1.0]), 1.0);
    }

    /// `dZ` against the finite difference of the loss of one example, halved for squared error.
    #[test]
    fn deltas_are_the_finite_differences_of_values() {
        let at = |f: Activation, z: f64| f.value(SVector::from([splat(z)]))[0].to_array()[0];
        for &loss in Loss::ALL {
            for output in [Activation::Sigmoid, Activation::Tanh, Activation::Linear] {
                if loss == Loss::CrossEntropy && output != Activation::Sigmoid {
                    continue;
                }
                let factor = if loss == Loss::SquaredError { 0.5 } else { 1.0 };
                for y in if output == Activation::Tanh { [-1.0, 1.0] } else { [0.0, 1.0] } {
                    for i in -40..=40 {
                        let (z, h) = (f64::from(i) * 0.1, 1e-5);
                        let value = |z: f64| factor * loss.value(&[z], &[at(output, z)], &[y]);
                        let difference = (value(z + h) - value(z - h)) / (2.0 * h);
                        let [yhat, y] = [at(output, z), y].map(|x| SVector::from([splat(x)]));
                        let delta = loss.delta(output, yhat, y)[0].to_array()[0];
                        assert!((delta - difference).abs() < 1e-9, "{loss:?} of {output:?} at {z}");
                    }
                }
            }
        }
    }
}
