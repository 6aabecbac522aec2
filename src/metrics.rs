//! Measures of the predictions, as other programs print them.

use crate::output::Output;
use kernel::{Loss, Pass};

/// Measures of the predictions of all examples.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Metrics {
    /// The mean binary cross-entropy in nats; NaN for an output that is no probability.
    pub cross_entropy: f64,
    /// The mean of `(Yhat - Y)^2`.
    pub mean_squared_error: f64,
    /// The mean of `|Yhat - Y|`.
    pub mean_absolute_error: f64,
    /// The share of the examples on the side of their label.
    pub accuracy: f64,
}

impl Metrics {
    /// The measures of the last pass over all examples, which have these labels and targets.
    pub fn new(output: Output, labels: &[f64], targets: &[f64], pass: &Pass) -> Self {
        let (logits, predictions) = (pass.logits(), pass.predictions());
        let count = labels.len() as f64;
        let errors: f64 = predictions.iter().zip(targets).map(|(yhat, y)| (yhat - y).abs()).sum();
        let right = predictions.iter().zip(labels).filter(|&(&yhat, &label)| output.is_right(yhat, label)).count();
        Self {
            cross_entropy: match output {
                Output::Sigmoid => Loss::CrossEntropy.value(logits, predictions, targets),
                Output::Tanh | Output::Linear => f64::NAN,
            },
            mean_squared_error: Loss::SquaredError.value(logits, predictions, targets),
            mean_absolute_error: errors / count,
            accuracy: right as f64 / count,
        }
    }
}
