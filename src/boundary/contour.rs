//! The decision boundary as a line: marching squares over the field.

use super::{Boundary, evaluated};
use crate::field::{Field, position};
use crate::network::Network;
use alloc::vec::Vec;
use kernel::cells;

/// Cells to a side of the grid on which the contour is traced.
const CELLS: usize = 96;

/// Logits beyond this, which may be infinite, are taken as this: the difference of two is finite in single precision. NaN
/// is taken as the lowest.
const MAX_LOGIT: f32 = 1e30;

/// Places times parameters up to which the field is evaluated again: less than a millisecond on a machine of 2024.
const MAX_REFINED_WORK: usize = 100_000;

impl Boundary {
    /// Evaluates the corners of the grid again, in double precision, where a logit is within the rounding error of single
    /// precision. A field that is so everywhere has no line, and is left as it is.
    pub fn refine(&mut self, network: &Network, parameters: &[f64]) {
        let Self { field: Field { size, domain: [left, right, bottom, top], logits, .. }, noise, .. } = self;
        let size = *size;
        if size == 0 {
            return;
        }
        let lines = cells::lines(size, CELLS.min(size - 1));
        let flat = cells::near_zero(logits, size, &lines, *noise);
        if flat.len() == lines.len() * lines.len() || flat.len() * parameters.len() > MAX_REFINED_WORK {
            return;
        }
        let place =
            |&[i, j]: &[usize; 2]| [position(*left, *right, j, size), position(*top, *bottom, i, size)].map(f64::from);
        let inputs: Vec<[f64; 2]> = flat.iter().map(place).collect();
        let pass = evaluated(network, parameters, &inputs);
        let boundary = network.output.logit_of_boundary();
        for ([i, j], logit) in flat.into_iter().zip(pass.logits()) {
            logits[i * size + j] = (logit - boundary) as f32;
        }
        *noise = 0.0;
    }

    /// The decision boundary, by marching squares: segments `[x1, x2, x1, x2]` in the plane's own coordinates.
    pub fn contour(&self) -> Vec<f64> {
        let mut segments = Vec::new();
        let Field { size, domain: [left, right, bottom, top], ref logits, .. } = self.field;
        if size == 0 {
            return segments;
        }
        let lines = cells::lines(size, CELLS.min(size - 1));
        for cell in cells::crossed(logits, size, &lines) {
            let [[i, j], [k, l]] = [0, 1].map(|next| cell.map(|k| lines[k + next]));
            let logit = |row: usize, column: usize| {
                let logit = logits[row * size + column];
                if logit > -MAX_LOGIT { logit.min(MAX_LOGIT) } else { -MAX_LOGIT }
            };
            let corners = [logit(i, j), logit(i, l), logit(k, l), logit(k, j)];
            if corners.iter().all(|corner| corner.abs() <= self.noise) {
                continue;
            }
            let x = |column| position(left, right, column, size);
            let y = |row| position(top, bottom, row, size);
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
        segments
    }
}
