//! What a state shows of where its run can still go.

use alloc::{vec, vec::Vec};
use kernel::Layer;

/// For each hidden unit, layer by layer, the first unit of its layer that equals it, in what enters them and in what leaves them.
/// `parts` are the lists that have to be equal, each in the order of the parameters: these, and what the optimiser remembers.
///
/// Equal units get equal gradients, so that they stay equal under every update that treats entries alike and remembers the
/// same of them. They are one unit, and a layer of such is one: with layers of single units the network is a monotone function
/// of one weighted sum of the inputs, and its boundary a straight line.
pub fn twins(layers: &[Layer], parts: &[&[f64]]) -> Vec<usize> {
    let mut twins = Vec::new();
    for pair in layers.windows(2) {
        let [layer, above] = pair else { continue };
        let equal = |part: &[f64], j: usize, k: usize| {
            let (weights, biases) = (&part[layer.weights()], &part[layer.biases()]);
            let mut leaving = part[above.weights()].chunks_exact(above.fan_out);
            weights.chunks_exact(layer.fan_out).all(|row| row[j] == row[k])
                && biases[j] == biases[k]
                && leaving.clone().nth(j) == leaving.nth(k)
        };
        let first = |k: usize| (0..k).find(|&j| parts.iter().all(|part| equal(part, j, k))).unwrap_or(k);
        twins.extend((0..layer.fan_out).map(first));
    }
    twins
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
    fn equal_units_are_twins() {
        let all = |sizes: &[usize], parameters: &[f64]| super::twins(&layers(sizes), &[parameters]);
        let twins = [1.0, 1.0, 2.0, 2.0, 3.0, 3.0, 4.0, 4.0, 5.0];
        assert_eq!(all(&[2, 1], &twins), [0, 0]);
        for part in 0..8 {
            let mut other = twins;
            other[part] += 0.5;
            assert_eq!(all(&[2, 1], &other), [0, 1], "{part}");
            assert_eq!(super::twins(&layers(&[2, 1]), &[&twins, &other]), [0, 1], "{part}");
        }
        let three = [1.0, 7.0, 1.0, 2.0, 7.0, 2.0, 3.0, 7.0, 3.0, 4.0, 7.0, 4.0, 5.0];
        assert_eq!(all(&[3, 1], &three), [0, 1, 0]);
        // A single unit below two that differ, and one without hidden units.
        assert_eq!(all(&[1, 2, 1], &[1.0, 1.0, 0.0, 5.0, -5.0, 1.0, 2.0, 1.0, 1.0, 0.0]), [0, 0, 1]);
        assert!(all(&[1], &[1.0, 2.0, 3.0]).is_empty());
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
