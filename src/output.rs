//! The output unit: its function, its targets and the decision boundary.

use kernel::{Activation, words};

words! {
    /// The function of the output unit.
    pub enum Output {
        /// In (0, 1).
        Sigmoid = "sigmoid",
        /// In (-1, 1).
        Tanh = "tanh",
        /// Any number.
        Linear = "linear",
    }
}

impl Output {
    /// The function.
    pub fn activation(self) -> Activation {
        match self {
            Self::Sigmoid => Activation::Sigmoid,
            Self::Tanh => Activation::Tanh,
            Self::Linear => Activation::Linear,
        }
    }

    /// What the output should be for the labels 0 and 1.
    pub fn targets(self) -> [f64; 2] {
        match self {
            Self::Sigmoid | Self::Linear => [0.0, 1.0],
            Self::Tanh => [-1.0, 1.0],
        }
    }

    /// The prediction between the two: the decision boundary is where the output is this.
    pub fn boundary(self) -> f64 {
        let [zero, one] = self.targets();
        (zero + one) / 2.0
    }

    /// The output's weighted input at the boundary.
    pub fn logit_of_boundary(self) -> f64 {
        match self {
            Self::Sigmoid | Self::Tanh => 0.0,
            Self::Linear => self.boundary(),
        }
    }

    /// Whether a prediction is on the side of its label, 0 or 1. Exactly on the boundary it is no decision, and so on neither.
    pub fn is_right(self, prediction: f64, label: f64) -> bool {
        let side = prediction - self.boundary();
        if label == 1.0 { side > 0.0 } else { side < 0.0 }
    }

    /// Whether every prediction is on the side of its label.
    pub fn are_right(self, predictions: &[f64], labels: &[f64]) -> bool {
        predictions.iter().zip(labels).all(|(&prediction, &label)| self.is_right(prediction, label))
    }
}
