//! Hidden units that are copies of one another.

use alloc::vec::Vec;
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
}
