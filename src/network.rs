//! A network of layers and its parameters in one list.

use crate::activation::Activation;
use alloc::{vec, vec::Vec};
pub use kernel::Layer;

/// Two inputs, hidden layers of one activation, one sigmoid output.
#[derive(Clone, Debug)]
pub struct Network {
    pub activation: Activation,
    layers: Vec<Layer>,
    /// Layer by layer, `W` row by row and then `B`.
    pub parameters: Vec<f64>,
}

impl Network {
    /// A network with these hidden layers and every parameter 0.
    pub fn new(activation: Activation, hidden: &[usize]) -> Self {
        let mut layers = Vec::with_capacity(hidden.len() + 1);
        let (mut fan_in, mut start) = (2, 0);
        for &fan_out in hidden.iter().chain(&[1]) {
            let layer = Layer { fan_in, fan_out, start };
            (fan_in, start) = (fan_out, layer.biases().end);
            layers.push(layer);
        }
        Self { activation, layers, parameters: vec![0.0; start] }
    }

    /// The layers, the first of them the one above the inputs.
    pub fn layers(&self) -> &[Layer] {
        &self.layers
    }

    /// Every parameter finite.
    pub fn is_finite(&self) -> bool {
        self.parameters.iter().all(|parameter| parameter.is_finite())
    }
}
