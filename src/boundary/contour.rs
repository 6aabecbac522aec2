//! The decision boundary as a line: marching squares over the field.

use super::{Boundary, evaluated, position};
use crate::network::Network;
use alloc::vec::Vec;

/// Cells to a side of the grid on which the contour is traced.
const CELLS: usize = 96;

/// Logits beyond this, which may be infinite, are taken as this: the difference of two is finite in single precision. NaN
/// is taken as the lowest.
const MAX_LOGIT: f32 = 1e30;

/// Places times parameters up to which the field is evaluated again: less than a millisecond.
const MAX_WORK: usize = 100_000;

impl Boundary {
    /// Evaluates again, in double precision, where single precision cannot tell on which side of the boundary a corner of the
    /// grid is. A field that is as flat everywhere has no line, and is left as it is.
    pub fn refine(&mut self, network: &Network, parameters: &[f64]) {
        if self.size == 0 {
            return;
        }
        let Self { size, domain: [left, right, bottom, top], noise, .. } = *self;
        let (cells, at) = self.grid();
        let mut places = Vec::new();
        let mut inputs = Vec::new();
        for row in 0..=cells {
            for column in 0..=cells {
                let (i, j) = (at(row), at(column));
                if self.logits[i * size + j].abs() <= noise {
                    places.push(i * size + j);
                    inputs.push([position(left, right, j, size), position(top, bottom, i, size)].map(f64::from));
                }
            }
        }
        if places.len() == (cells + 1) * (cells + 1) || places.len() * parameters.len() > MAX_WORK {
            return;
        }
        let pass = evaluated(network, parameters, &inputs);
        let boundary = network.output.logit_of_boundary();
        for (place, logit) in places.into_iter().zip(pass.logits()) {
            self.logits[place] = (logit - boundary) as f32;
        }
        self.noise = 0.0;
    }

    /// The decision boundary, by marching squares: segments `[x1, x2, x1, x2]` in the plane's own coordinates.
    pub fn contour(&self) -> Vec<f64> {
        let mut segments = Vec::new();
        if self.size == 0 {
            return segments;
        }
        let (cells, at) = self.grid();
        let [left, right, bottom, top] = self.domain;
        for row in 0..cells {
            for column in 0..cells {
                let (i, j, k, l) = (at(row), at(column), at(row + 1), at(column + 1));
                let logit = |row: usize, column: usize| {
                    let logit = self.logits[row * self.size + column];
                    if logit > -MAX_LOGIT { logit.min(MAX_LOGIT) } else { -MAX_LOGIT }
                };
                let corners = [logit(i, j), logit(i, l), logit(k, l), logit(k, j)];
                let ones = corners.iter().filter(|&&corner| corner >= 0.0).count();
                if ones == 0 || ones == 4 || corners.iter().all(|corner| corner.abs() <= self.noise) {
                    continue;
                }
                let x = |column| position(left, right, column, self.size);
                let y = |row| position(top, bottom, row, self.size);
                let places = [[x(j), y(i)], [x(l), y(i)], [x(l), y(k)], [x(j), y(k)]];
                let mut crossings = [[0.0; 2]; 4];
                let mut count = 0;
                for edge in 0..4 {
                    let (a, b) = (corners[edge], corners[(edge + 1) % 4]);
                    if (a >= 0.0) != (b >= 0.0) {
                        let (p, q, t) = (places[edge], places[(edge + 1) % 4], a / (a - b));
                        crossings[count] = [p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])];
                        count += 1;
                    }
                }
                // Four crossings are two lines: which two corners they cut off, the middle of the cell decides.
                let middle = corners.iter().sum::<f32>() >= 0.0;
                let first = usize::from(count == 4 && middle == (corners[0] >= 0.0));
                for pair in 0..count / 2 {
                    let (p, q) = (crossings[(2 * pair + first) % count], crossings[(2 * pair + first + 1) % count]);
                    segments.extend([p[0], p[1], q[0], q[1]].map(f64::from));
                }
            }
        }
        segments
    }

    /// Cells to a side of the grid, and the pixel of each of its lines.
    fn grid(&self) -> (usize, impl Fn(usize) -> usize + Copy + use<>) {
        let last = self.size - 1;
        let cells = CELLS.min(last);
        (cells, move |line| line * last / cells)
    }
}
