//! The shape of a layer, and how far an update goes.

use core::ops::Range;

/// The shape of a layer and the place of its parameters in the network's list: `W` (fan in x fan out) row by row, then
/// `B`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layer {
    pub fan_in: usize,
    pub fan_out: usize,
    pub start: usize,
}

impl Layer {
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
