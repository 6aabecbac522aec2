//! What the hidden units compute.

use kernel::Curve;

/// What the hidden units compute. The output unit is always a sigmoid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Activation {
    Sigmoid,
    Tanh,
}

impl Activation {
    /// The word of the public contract.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sigmoid => "sigmoid",
            Self::Tanh => "tanh",
        }
    }

    /// Its curve: value and derivative.
    pub fn curve(self) -> Curve {
        match self {
            Self::Sigmoid => Curve::SIGMOID,
            Self::Tanh => Curve::TANH,
        }
    }
}
