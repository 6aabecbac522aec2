//! Full-batch gradient descent: one update an epoch.

use crate::dataset::Dataset;
use crate::network::{Layer, Network, Pass};
pub use kernel::descent::Rates;
use kernel::descent::{self, Examples};

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
    match (network.layers(), dataset.inputs[..].try_into(), dataset.labels[..].try_into()) {
        // One hidden layer over four examples: a gate.
        ([_, _], Ok(inputs), Ok(labels)) => {
            let curve = network.activation.curve();
            descent::descend(curve, &mut network.parameters, &Examples { inputs, labels }, rates, epochs);
        }
        _ => descend_by_matrices(network, dataset, pass, rates, epochs),
    }
}

/// The way for every shape, through the network's own matrices; also the obvious twin of [`descent::descend`].
pub fn descend_by_matrices(network: &mut Network, dataset: &Dataset, pass: &mut Pass, rates: Rates, epochs: u64) {
    for _ in 0..epochs {
        network.forward(pass);
        network.backward(&dataset.labels, pass);
        scale(network.layers(), &mut pass.gradient, rates);
        for (parameter, step) in network.parameters.iter_mut().zip(&pass.gradient) {
            *parameter -= step;
        }
    }
}

/// Multiplies the entries of a list in the parameters' order by the rate of weights or of biases.
pub fn scale(layers: &[Layer], list: &mut [f64], rates: Rates) {
    for layer in layers {
        list[layer.weights()].iter_mut().for_each(|entry| *entry *= rates.weights);
        list[layer.biases()].iter_mut().for_each(|entry| *entry *= rates.biases);
    }
}
