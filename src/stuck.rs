//! What a state shows of where its run can still go.

use alloc::{vec, vec::Vec};
use kernel::Layer;

/// Whether every hidden layer has one unit, or only units that are equal in what enters them and in what leaves them.
///
/// Equal units get equal gradients, so that they stay equal under every update that treats entries alike and remembers the
/// same of them. Such a layer is one unit, and a chain of single units is a monotone function of one weighted sum of the
/// inputs: the boundary is a straight line.
pub fn is_collapsed(layers: &[Layer], parameters: &[f64]) -> bool {
    layers.iter().enumerate().all(|(k, layer)| {
        let is_output = k + 1 == layers.len();
        let (weights, biases) = (&parameters[layer.weights()], &parameters[layer.biases()]);
        let mut rows = weights.chunks_exact(layer.fan_out);
        let equal = |numbers: &[f64]| numbers.iter().all(|number| *number == numbers[0]);
        (is_output || (rows.clone().all(equal) && equal(biases)))
            && (k == 0 || rows.all(|row| *row == weights[..row.len()]))
    })
}

/// Errors of the second derivatives by differences, as a share of the largest.
const HESSIAN_ERROR: f64 = 1e-9;

/// Whether a loss curves upwards in every direction by more than `least`: whether its Hessian less `least` on the diagonal
/// is positive definite, that is, whether all pivots of its factors `L D L'` are positive. `gradient` writes the gradient at
/// the parameters that it is given. All parameters have to be trained: along one that is not the loss is level.
pub fn curves_up(parameters: &mut [f64], least: f64, mut gradient: impl FnMut(&[f64], &mut [f64])) -> bool {
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
    let least = least.max(HESSIAN_ERROR * largest);
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

    fn layers(sizes: &[usize]) -> Vec<Layer> {
        let mut start = 0;
        let shapes = core::iter::once(&2).chain(sizes).zip(sizes);
        shapes
            .map(|(&fan_in, &fan_out)| {
                let layer = Layer { fan_in, fan_out, start, biased: true };
                start = layer.biases().end;
                layer
            })
            .collect()
    }

    #[test]
    fn equal_units_are_one() {
        assert!(is_collapsed(&layers(&[1]), &[1.0, 2.0, 3.0]));
        assert!(is_collapsed(&layers(&[1, 1]), &[1.0, 2.0, 3.0, 4.0, 5.0]));
        let twins = [1.0, 1.0, 2.0, 2.0, 3.0, 3.0, 4.0, 4.0, 5.0];
        assert!(is_collapsed(&layers(&[2, 1]), &twins));
        for part in 0..8 {
            let mut other = twins;
            other[part] += 0.5;
            assert!(!is_collapsed(&layers(&[2, 1]), &other), "{part}");
        }
        // A single unit below two that differ bends one line into two.
        assert!(!is_collapsed(&layers(&[1, 2, 1]), &[1.0, 1.0, 0.0, 5.0, -5.0, 1.0, 2.0, 1.0, 1.0, 0.0]));
    }

    #[test]
    fn a_bowl_curves_up_and_a_saddle_does_not() {
        let quadratic = |h: [[f64; 2]; 2]| {
            move |p: &[f64], g: &mut [f64]| (0..2).for_each(|i| g[i] = h[i][0] * p[0] + h[i][1] * p[1])
        };
        let bowl = [[2.0, 1.0], [1.0, 1.0]]; // its lesser eigenvalue is 0.382
        assert!(curves_up(&mut [3.0, -1.0], 0.38, quadratic(bowl)));
        assert!(!curves_up(&mut [3.0, -1.0], 0.39, quadratic(bowl)));
        assert!(!curves_up(&mut [3.0, -1.0], 0.0, quadratic([[1.0, 2.0], [2.0, 1.0]])));
        assert!(!curves_up(&mut [3.0, -1.0], 0.0, quadratic([[1.0, 1.0], [1.0, 1.0]])));
        assert!(!curves_up(&mut [f64::NAN, 0.0], 0.0, quadratic(bowl)));
    }
}
