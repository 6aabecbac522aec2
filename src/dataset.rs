//! What is to be learned: the sixteen two-input gates, and own points.

use crate::output::Output;
use alloc::vec::Vec;
use kernel::Examples;

/// The sixteen gates. The place of each, as four bits, is its outputs for the inputs (0,0) (0,1) (1,0) (1,1).
#[rustfmt::skip]
pub const GATES: [&str; 16] = [
    "false", "and", "greater", "x1", "less", "x2", "xor", "or",
    "nor", "xnor", "not-x2", "greater-equal", "not-x1", "less-equal", "nand", "true",
];

/// The inputs of a gate, in the order of its outputs.
const CORNERS: [[f64; 2]; 4] = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]];

/// The most points a data set holds.
pub const MAX_POINTS: usize = 1000;

/// The largest coordinate of a point, to either side of 0.
pub const MAX_COORDINATE: f64 = 1000.0;

/// Points in the plane, each labelled 0 or 1.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dataset {
    /// Inputs, one `[x1, x2]` per example.
    pub inputs: Vec<[f64; 2]>,
    /// Labels, 0 or 1, one per example.
    pub labels: Vec<f64>,
}

impl Dataset {
    /// The gate of that name, in upper or lower case, or with those four bits.
    pub fn gate(name: &str) -> Option<Self> {
        let number = GATES.iter().position(|&gate| gate.eq_ignore_ascii_case(name)).or_else(|| number(name))?;
        let labels = (0..4).rev().map(|bit| (number >> bit & 1) as f64);
        Some(Self { inputs: CORNERS.to_vec(), labels: labels.collect() })
    }

    /// The name of the gate that this is, if it is one.
    pub fn gate_name(&self) -> Option<&'static str> {
        (self.inputs == CORNERS)
            .then(|| GATES[self.labels.iter().fold(0, |number, &label| 2 * number + label as usize)])
    }

    /// Own points `[x1, x2, label]`: 1 to 1000 of them, |x| at most 1000, labels 0 or 1. `None` otherwise.
    pub fn points(points: &[[f64; 3]]) -> Option<Self> {
        let good =
            |p: &[f64; 3]| p[0].abs() <= MAX_COORDINATE && p[1].abs() <= MAX_COORDINATE && (p[2] == 0.0 || p[2] == 1.0);
        ((1..=MAX_POINTS).contains(&points.len()) && points.iter().all(good)).then(|| Self {
            inputs: points.iter().map(|p| [p[0], p[1]]).collect(),
            labels: points.iter().map(|p| p[2].abs()).collect(),
        })
    }

    /// `[x1, x2, label]` of each example.
    pub fn rows(&self) -> impl Iterator<Item = [f64; 3]> {
        self.inputs.iter().zip(&self.labels).map(|(&[x1, x2], &label)| [x1, x2, label])
    }

    /// The examples as passes take them, with this output's targets.
    pub fn examples(&self, output: Output) -> Examples {
        let [zero, one] = output.targets();
        let targets: Vec<f64> = self.labels.iter().map(|&label| if label == 1.0 { one } else { zero }).collect();
        Examples::new(&self.inputs, &targets)
    }

    /// The number of examples, `m`.
    pub fn len(&self) -> usize {
        self.labels.len()
    }

    /// Whether there are none, as in the test part of a split that holds nothing out.
    pub fn is_empty(&self) -> bool {
        self.labels.is_empty()
    }

    /// `[x1 min, x1 max, x2 min, x2 max]` of a square around the points, wider to each side by `margin` times the longer side of
    /// their bounding box: for the gates and 0.4 it is [-0.4, 1.4] both ways.
    ///
    /// # Panics
    /// If there are no points.
    pub fn domain(&self, margin: f64) -> [f64; 4] {
        let (mut low, mut high) = (self.inputs[0], self.inputs[0]);
        for input in &self.inputs {
            for axis in 0..2 {
                low[axis] = low[axis].min(input[axis]);
                high[axis] = high[axis].max(input[axis]);
            }
        }
        let ([a, c], [b, d]) = (low, high);
        let side = (b - a).max(d - c);
        let half = (0.5 + margin) * if side > 0.0 { side } else { 1.0 };
        let (x1, x2) = ((a + b) / 2.0, (c + d) / 2.0);
        [x1 - half, x1 + half, x2 - half, x2 + half]
    }
}

/// Four bits as a number.
fn number(bits: &str) -> Option<usize> {
    let good = bits.len() == 4 && bits.bytes().all(|bit| matches!(bit, b'0' | b'1'));
    good.then(|| bits.bytes().fold(0, |number, bit| 2 * number + usize::from(bit - b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_gate_is_its_own_bits() {
        for (i, name) in GATES.into_iter().enumerate() {
            let gate = Dataset::gate(name).unwrap();
            assert_eq!(Some(&gate), Dataset::gate(&format!("{i:04b}")).as_ref());
            assert_eq!(gate.gate_name(), Some(name));
        }
        for bad in ["", "011", "01100", "0120", "011é"] {
            assert_eq!(Dataset::gate(bad), None);
        }
        assert_eq!(Dataset::gate("xor").unwrap().labels, [0.0, 1.0, 1.0, 0.0]);
        assert_eq!(Dataset::gate("XOR"), Dataset::gate("xor"));
        assert_eq!(Dataset::gate("XOR?"), None);
    }

    /// More labels than a number has bits.
    #[test]
    fn many_points_are_no_gate() {
        let points = Dataset::points(&[[0.5, 0.5, 1.0]; MAX_POINTS]).unwrap();
        assert_eq!(points.gate_name(), None);
    }

    #[test]
    fn points_are_held_to_their_range() {
        assert!(Dataset::points(&[[0.5, -1000.0, 1.0]]).is_some());
        for bad in [[f64::NAN, 0.0, 1.0], [0.0, 1000.5, 1.0], [0.0, 0.0, 0.5], [0.0, 0.0, f64::INFINITY]] {
            assert_eq!(Dataset::points(&[bad]), None);
        }
        assert_eq!(Dataset::points(&[]), None);
        assert!(Dataset::points(&[[0.0; 3]; 1000]).is_some());
        assert_eq!(Dataset::points(&[[0.0; 3]; 1001]), None);
    }

    #[test]
    fn the_domain_is_a_square_with_a_margin() {
        assert_eq!(Dataset::gate("xor").unwrap().domain(0.4), [-0.4, 1.4, -0.4, 1.4]);
        assert_eq!(Dataset::points(&[[2.0, 3.0, 1.0]]).unwrap().domain(0.4), [1.1, 2.9, 2.1, 3.9]);
        let [a, b, c, d] = Dataset::points(&[[0.0, 0.0, 1.0], [10.0, 1.0, 0.0]]).unwrap().domain(0.4);
        assert!((b - a - 18.0).abs() < 1e-12 && (d - c - 18.0).abs() < 1e-12);
    }
}
