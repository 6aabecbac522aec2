//! The shape of a layer and where its parameters are.

use core::ops::Range;

/// The shape of a layer and the place of its parameters in the network's list: `W` (fan in x fan out) row by row, then
/// `B`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layer {
    /// Units, or inputs, of the layer below.
    pub fan_in: usize,
    /// Units of this layer.
    pub fan_out: usize,
    /// Where `W` begins in the list.
    pub start: usize,
    /// Whether its biases are trained. If not, they stay 0.
    pub biased: bool,
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
