//! The shape of a network: what it computes and how its parameters are laid out.

use crate::output::Output;
use alloc::vec::Vec;
use kernel::{Activation, Layer, Loss, Model};

/// The most units of a layer.
pub const MAX_UNITS: usize = 32;

/// Two inputs, hidden layers of one activation, one output.
///
/// Its parameters are kept apart, as one flat list: layer by layer, `W` (fan in x fan out) row by row and then `B`.
#[derive(Clone, Debug, PartialEq)]
pub struct Network {
    /// The function of the hidden units.
    pub activation: Activation,
    /// The function of the output unit.
    pub output: Output,
    layers: Vec<Layer>,
}

impl Network {
    /// A network with hidden layers of these sizes. `biased` says of each layer, from 0 at the bottom to the output, whether
    /// its biases are trained.
    pub fn new(activation: Activation, output: Output, hidden: &[usize], biased: impl Fn(usize) -> bool) -> Self {
        let mut layers: Vec<Layer> = Vec::with_capacity(hidden.len() + 1);
        for (k, &fan_out) in hidden.iter().chain(&[1]).enumerate() {
            let (fan_in, start) = layers.last().map_or((2, 0), |below| (below.fan_out, below.biases().end));
            layers.push(Layer { fan_in, fan_out, start, biased: biased(k) });
        }
        Self { activation, output, layers }
    }

    /// What it computes, and by which loss it is trained.
    pub fn model(&self, loss: Loss) -> Model {
        Model { activation: self.activation, output: self.output.activation(), loss }
    }

    /// The layers, the first of them the one above the inputs.
    pub fn layers(&self) -> &[Layer] {
        &self.layers
    }

    /// The number of parameters.
    pub fn parameters(&self) -> usize {
        self.layers.last().map_or(0, |layer| layer.biases().end)
    }
}
