//! The shape of a layer, and how far an update goes.

use alloc::vec::Vec;
use core::ops::Range;

/// The shape of a layer and the place of its parameters in the network's list: `W` (fan in x fan out) row by row, then
/// `B`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layer {
    pub fan_in: usize,
    pub fan_out: usize,
    start: usize,
}

impl Layer {
    /// The layers of a network of two inputs, these hidden layers and one output.
    pub fn stack(hidden: &[usize]) -> Vec<Self> {
        let mut layers = Vec::with_capacity(hidden.len() + 1);
        let (mut fan_in, mut start) = (2, 0);
        for &fan_out in hidden.iter().chain(&[1]) {
            let layer = Self { fan_in, fan_out, start };
            (fan_in, start) = (fan_out, layer.biases().end);
            layers.push(layer);
        }
        layers
    }

    /// Where `W` stands in the list.
    pub fn weights(self) -> Range<usize> {
        self.start..self.start + self.fan_in * self.fan_out
    }

    /// Where `B` stands in the list.
    pub fn biases(self) -> Range<usize> {
        let start = self.weights().end;
        start..start + self.fan_out
    }
}

/// How far a unit of summed gradient moves a weight and a bias.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rates {
    pub weights: f64,
    pub biases: f64,
}

impl Rates {
    /// Multiplies the entries of a list in the parameters' order by the rate of weights or of biases.
    pub fn scale(self, layers: &[Layer], list: &mut [f64]) {
        for layer in layers {
            list[layer.weights()].iter_mut().for_each(|entry| *entry *= self.weights);
            list[layer.biases()].iter_mut().for_each(|entry| *entry *= self.biases);
        }
    }
}
