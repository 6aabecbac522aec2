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
        let Self { field: Field { size, domain: [left, right, bottom, top], logits, .. }, noise, is_refined, .. } =
            self;
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
        *is_refined = true;
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
            let ends = [[i, j], [i, l], [k, l], [k, j]];
            let corners = ends.map(|end| self.logit(end));
            if !self.is_refined && corners.iter().all(|corner| corner.abs() <= self.noise) {
                continue;
            }
            let mut crossings = [[0.0; 2]; 4];
            let mut count = 0;
            for edge in 0..4 {
                let (a, b) = (corners[edge], corners[(edge + 1) % 4]);
                if (a >= 0.0) != (b >= 0.0) {
                    let (from, to) = (ends[edge], ends[(edge + 1) % 4]);
                    // In the same order as the cell on the other side.
                    let edge = self.narrowed(from.min(to), from.max(to));
                    let [a, b] = edge.map(|end| self.logit(end));
                    let [p, q] = edge
                        .map(|[row, column]| [position(left, right, column, size), position(top, bottom, row, size)]);
                    let t = a / (a - b);
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

    /// The edge of a cell as far as its sign changes, by the pixels on it: where a unit is steep, the logits of the corners say
    /// little of the place in between. Pixels whose sign is not certain do not count.
    fn narrowed(&self, mut p: [usize; 2], mut q: [usize; 2]) -> [[usize; 2]; 2] {
        let is_one = self.logit(p) >= 0.0;
        let last = q;
        let mut place = p;
        while place != last {
            place = [0, 1].map(|axis| place[axis] + usize::from(place[axis] < last[axis]));
            let logit = self.logit(place);
            if logit.abs() <= self.noise && place != last {
                continue;
            }
            q = place;
            if (logit >= 0.0) != is_one {
                break;
            }
            p = place;
        }
        [p, q]
    }

    /// The logit at a pixel, `[row, column]`.
    fn logit(&self, [row, column]: [usize; 2]) -> f32 {
        let logit = self.field.logits[row * self.field.size + column];
        if logit > -MAX_LOGIT { logit.min(MAX_LOGIT) } else { -MAX_LOGIT }
    }
}
