//! The curvature of the loss.

use alloc::{vec, vec::Vec};

/// Errors of the second derivatives by differences, as a share of the largest.
const RELATIVE_ERROR: f64 = 1e-9;

/// Whether every eigenvalue of a loss's Hessian is above `least`: whether the Hessian less `least` on the diagonal is positive
/// definite, that is, whether all pivots of its factors `L D L'` are positive.
///
/// `gradient` writes the gradient at the parameters that it is given into a list as long; it is called twice for each of them.
/// `parameters` are moved for it and put back. All of them have to be trained: of one that is not the eigenvalue is 0.
pub fn exceeds(parameters: &mut [f64], least: f64, mut gradient: impl FnMut(&[f64], &mut [f64])) -> bool {
    let n = parameters.len();
    let (mut h, mut below) = (vec![0.0; n * n], vec![0.0; n]);
    for (k, row) in h.chunks_exact_mut(n).enumerate() {
        // Central differences; about the cube root of the rounding error is the best step.
        let (here, step) = (parameters[k], 1e-5 * (1.0 + parameters[k].abs()));
        parameters[k] = here + step;
        gradient(parameters, row);
        parameters[k] = here - step;
        gradient(parameters, &mut below);
        parameters[k] = here;
        row.iter_mut().zip(&below).for_each(|(above, below)| *above = (*above - below) / (2.0 * step));
    }
    let largest = h.iter().fold(0.0, |most: f64, entry| most.max(entry.abs()));
    let least = least.max(RELATIVE_ERROR * largest);
    let mut pivots: Vec<f64> = Vec::with_capacity(n);
    for j in 0..n {
        let mut pivot = h[j * n + j] - least;
        for i in 0..j {
            let dot: f64 = (0..i).map(|k| h[j * n + k] * pivots[k] * h[i * n + k]).sum();
            let factor = (h[j * n + i] - dot) / pivots[i];
            h[j * n + i] = factor;
            pivot -= factor * factor * pivots[i];
        }
        if pivot.is_nan() || pivot <= 0.0 {
            return false;
        }
        pivots.push(pivot);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bowl_exceeds_below_its_least_eigenvalue_and_a_saddle_does_not() {
        let quadratic = |h: [[f64; 2]; 2]| {
            move |p: &[f64], g: &mut [f64]| (0..2).for_each(|i| g[i] = h[i][0] * p[0] + h[i][1] * p[1])
        };
        let bowl = [[2.0, 1.0], [1.0, 1.0]]; // its lesser eigenvalue is 0.382
        assert!(exceeds(&mut [3.0, -1.0], 0.38, quadratic(bowl)));
        assert!(!exceeds(&mut [3.0, -1.0], 0.39, quadratic(bowl)));
        assert!(!exceeds(&mut [3.0, -1.0], 0.0, quadratic([[1.0, 2.0], [2.0, 1.0]])));
        assert!(!exceeds(&mut [3.0, -1.0], 0.0, quadratic([[1.0, 1.0], [1.0, 1.0]])));
        assert!(!exceeds(&mut [f64::NAN, 0.0], 0.0, quadratic(bowl)));
    }
}
