//! What has become of a run.

use crate::loss::entropy;

/// What has become of a run, judged from its present state alone, so that it is the same after every seek.
///
/// The thresholds were set by 400 runs of XOR with deviation 0.1 and 300 with deviation 1, under every gradient scale
/// and both activations: no run that solved later was called a local minimum near loss 0.3466. Near 0.4774 a few are
/// called so that still leave; then the outcome goes back to learning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// On its way.
    Learning,
    /// Flat, a row wrong, and no better than a constant: stuck at a saddle, or not yet off it.
    Plateau,
    /// Every row on its label's side of 0.5.
    Solved,
    /// Flat, a row wrong, and better than a constant.
    LocalMinimum,
    /// The next update would leave the finite numbers; the state is the last finite one.
    Diverged,
}

/// Flat: the largest entry of the mean loss's gradient is below this.
pub const FLAT: f64 = 1e-3;

/// No better than a constant: the loss is above this part of the labels' entropy.
pub const CONSTANT: f64 = 0.95;

impl Outcome {
    /// The outcome of a state that is finite: predictions and labels one an example, `steepest` the largest absolute
    /// entry of the gradient of the mean loss.
    pub fn judge(predictions: &[f64], labels: &[f64], loss: f64, steepest: f64) -> Self {
        if predictions.iter().zip(labels).all(|(&p, &y)| is_right(p, y)) {
            Self::Solved
        } else if steepest >= FLAT {
            Self::Learning
        } else if loss > CONSTANT * entropy(labels) {
            Self::Plateau
        } else {
            Self::LocalMinimum
        }
    }

    /// The word of the public contract.
    pub fn name(self) -> &'static str {
        match self {
            Self::Learning => "learning",
            Self::Plateau => "plateau",
            Self::Solved => "solved",
            Self::LocalMinimum => "local-minimum",
            Self::Diverged => "diverged",
        }
    }
}

/// Whether a prediction is on its label's side of 0.5. Exactly 0.5 is no decision, and so on neither.
pub fn is_right(prediction: f64, label: f64) -> bool {
    (prediction - label).abs() < 0.5
}
