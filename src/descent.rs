//! Full-batch gradient descent: one update an epoch.

use crate::dataset::Dataset;
use crate::network::Network;
use kernel::{Pass, Rates, gate};

/// What the gradients of the examples are divided by before the update.
///
/// The post's listing sums them for the weights and takes their mean for the biases, which is the gradient of no single
/// loss; its printed outputs come from summing both; the loss that it shows has the mean of both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GradientScale {
    Listing,
    Sum,
    Mean,
}

impl GradientScale {
    /// The word of the public contract.
    pub fn name(self) -> &'static str {
        match self {
            Self::Listing => "listing",
            Self::Sum => "sum",
            Self::Mean => "mean",
        }
    }

    /// The rates that a learning rate comes to over `examples` examples.
    pub fn rates(self, learning_rate: f64, examples: usize) -> Rates {
        let (sum, mean) = (learning_rate, learning_rate / examples as f64);
        match self {
            Self::Listing => Rates { weights: sum, biases: mean },
            Self::Sum => Rates { weights: sum, biases: sum },
            Self::Mean => Rates { weights: mean, biases: mean },
        }
    }
}

/// Takes `epochs` updates. Nothing is allocated, and non-finite parameters are carried on as they come.
pub fn descend(network: &mut Network, dataset: &Dataset, pass: &mut Pass, rates: Rates, epochs: u64) {
    let f = network.activation.curve();
    let gate = matches!(network.layers(), [hidden, _] if gate::knows(hidden.fan_out));
    match (dataset.inputs[..].try_into(), dataset.labels[..].try_into()) {
        (Ok(inputs), Ok(labels)) if gate => {
            gate::descend(f, &mut network.parameters, inputs, labels, rates, epochs);
        }
        _ => pass.descend(f, &mut network.parameters, rates, epochs),
    }
}
