//! Forward and backward through any layers over any number of examples.
//!
//! `Pass::forward` and `Pass::backward` are the network and its back-propagation as a textbook writes them (Rumelhart,
//! Hinton and Williams, *Nature* 323, 1986); a number in them stands for up to eight examples at once.

use crate::activation::Activation;
use crate::lane::{Lane, splat};
use crate::layer::Layer;
use crate::loss::Loss;
use crate::optimizer::UpdateRule;
use alloc::{vec, vec::Vec};
use nalgebra::SVector;

/// What a network computes and descends, apart from its layers and parameters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Model {
    /// The function of the hidden units.
    pub activation: Activation,
    /// The function of the output unit.
    pub output: Activation,
    /// What training makes small.
    pub loss: Loss,
}

/// What is to be learned: `X` and `Y`.
#[derive(Clone, Debug)]
pub struct Examples {
    /// `[x1, x2]` of each example.
    pub inputs: Vec<[f64; 2]>,
    /// What the output should be for each.
    pub targets: Vec<f64>,
    /// Their indices in the given order: 0, 1, ..., m - 1.
    pub given: Vec<u32>,
}

impl Examples {
    /// Examples with one target per input.
    // Inline, so that it is compiled where it is called: for size.
    #[inline]
    pub fn new(inputs: &[[f64; 2]], targets: &[f64]) -> Self {
        Self { inputs: inputs.to_vec(), targets: targets.to_vec(), given: (0..inputs.len() as u32).collect() }
    }

    /// The number of examples, `m`.
    pub fn count(&self) -> usize {
        self.targets.len()
    }
}

/// The most examples that are taken at once.
const WIDTH: usize = 8;

/// How many of the last examples of a batch are taken at once, of so many that are left: four take half the time of eight.
fn width(left: usize) -> usize {
    if left > WIDTH / 2 { WIDTH } else { WIDTH / 2 }
}

/// One number for each of `2 N` examples.
type Row<const N: usize> = SVector<Lane, N>;

/// The buffers of the passes of one network, made once so that training allocates nothing; and the results of the last pass
/// over all the examples.
#[derive(Clone, Debug)]
pub struct Pass {
    layers: Vec<Layer>,
    /// `X`, then `A` of each layer, of the examples at hand: a row of each unit, one after the other.
    values: Vec<Lane>,
    /// `Z`, then `dZ`, in the places of `values`.
    deltas: Vec<Lane>,
    /// The gradient summed so far, in the order of the parameters: each entry is the sum of its lane's two numbers.
    sums: Vec<Lane>,
    gradient: Vec<f64>,
    logits: Vec<f64>,
    predictions: Vec<f64>,
}

impl Pass {
    /// Buffers for passes of so many examples through these layers.
    #[inline]
    pub fn new(layers: &[Layer], examples: usize) -> Self {
        let parameters = layers.last().map_or(0, |layer| layer.biases().end);
        let units = layers.iter().fold(2, |units, layer| units + layer.fan_out);
        Self {
            layers: layers.to_vec(),
            values: vec![splat(0.0); units * WIDTH / 2],
            deltas: vec![splat(0.0); units * WIDTH / 2],
            sums: vec![splat(0.0); parameters],
            gradient: vec![0.0; parameters],
            logits: vec![0.0; examples],
            predictions: vec![0.0; examples],
        }
    }

    /// `Z` of the output, one per example.
    pub fn logits(&self) -> &[f64] {
        &self.logits
    }

    /// `Yhat`, one per example.
    pub fn predictions(&self) -> &[f64] {
        &self.predictions
    }

    /// The gradient of the loss summed over the examples, in the order of the parameters.
    pub fn gradient(&self) -> &[f64] {
        &self.gradient
    }

    /// A pass over all examples: fills the logits and the predictions and, if asked for, the gradient.
    #[inline(never)]
    pub fn evaluate(&mut self, model: Model, parameters: &[f64], examples: &Examples, gradient: bool) {
        self.batch(model, parameters, examples, &examples.given, gradient);
    }

    /// `A` and, if `backward`, `dZ` of every unit, layer by layer and example by example. [`Pass::gradient`] is meaningless
    /// afterwards.
    pub fn units(&mut self, model: Model, parameters: &[f64], examples: &Examples, backward: bool) -> Vec<[f64; 2]> {
        let mut units = Vec::with_capacity(examples.count() * (self.values.len() / (WIDTH / 2) - 2));
        for indices in examples.given.chunks(WIDTH) {
            self.batch(model, parameters, examples, indices, backward);
            let [a, dz]: [&[f64]; 2] = [&self.values, &self.deltas].map(|lanes| bytemuck::cast_slice(lanes));
            let width = width(indices.len());
            let rows = (2 * width..a.len() * width / WIDTH).step_by(width);
            for k in 0..indices.len() {
                units.extend(rows.clone().map(|row| [a[row + k], dz[row + k]]));
            }
        }
        units
    }

    /// Takes one epoch: an update for each batch of so many of the examples at these indices, one after the other.
    #[inline(never)]
    pub fn epoch(
        &mut self,
        model: Model,
        state: &mut [f64],
        examples: &Examples,
        indices: &[u32],
        batch: usize,
        update: &UpdateRule,
    ) {
        for indices in indices.chunks(batch) {
            self.batch(model, state, examples, indices, true);
            self.descend(state, indices.len(), update);
        }
    }

    /// Takes an update by the gradient of the last pass, which was over so many examples.
    pub fn descend(&self, state: &mut [f64], examples: usize, update: &UpdateRule) {
        update.apply(&self.layers, state, &self.gradient, examples);
    }

    /// Forward, and backward if the gradient is asked for, with the examples at these indices.
    fn batch(&mut self, model: Model, parameters: &[f64], examples: &Examples, indices: &[u32], gradient: bool) {
        // The identity of addition: 0 + -0 would be 0.
        self.sums.fill(splat(-0.0));
        for indices in indices.chunks(WIDTH) {
            // Where there are fewer than eight the first is taken again, and counts for nothing.
            let mut numbers = [[0.0; WIDTH]; 4];
            for k in 0..WIDTH {
                let (index, real) = indices.get(k).map_or((indices[0], 0.0), |&index| (index, 1.0));
                let [x1, x2] = examples.inputs[index as usize];
                for (row, number) in numbers.iter_mut().zip([x1, x2, examples.targets[index as usize], real]) {
                    row[k] = number;
                }
            }
            let numbers = numbers.map(|row| [0, 2, 4, 6].map(|k| Lane::new([row[k], row[k + 1]])));
            let found = if width(indices.len()) == WIDTH {
                self.propagate::<4>(model, parameters, numbers, gradient)
            } else {
                self.propagate::<2>(model, parameters, numbers, gradient)
            };
            for ((&index, z), yhat) in indices.iter().zip(found[0]).zip(found[1]) {
                self.logits[index as usize] = z;
                self.predictions[index as usize] = yhat;
            }
        }
        if gradient {
            for (entry, sum) in self.gradient.iter_mut().zip(&self.sums) {
                let [a, b] = sum.to_array();
                *entry = a + b;
            }
        }
    }

    /// Forward, and backward if the gradient is asked for, with the first `2 N` of eight examples. `numbers` are their x1, x2 and
    /// targets, and 0 for an example that counts for nothing, else 1. Returns `Z` and `A` of the output.
    fn propagate<const N: usize>(
        &mut self,
        model: Model,
        parameters: &[f64],
        numbers: [[Lane; WIDTH / 2]; 4],
        gradient: bool,
    ) -> [[f64; WIDTH]; 2] {
        let [x1, x2, y, real] = numbers.map(|row| Row::<N>::from_column_slice(&row[..N]));
        let (z, yhat) = self.forward(model, parameters, [x1, x2]);
        if gradient {
            self.backward(model, parameters, model.loss.delta(model.output, yhat, y).component_mul(&real));
        }
        [z, yhat].map(|row| {
            let mut found = [splat(0.0); WIDTH / 2];
            found[..N].copy_from_slice(row.as_slice());
            bytemuck::cast(found)
        })
    }

    /// `Z = W'A + B`, `A = f(Z)`, layer by layer. Returns `Z` and `A` of the output.
    #[inline(never)]
    fn forward<const N: usize>(&mut self, model: Model, parameters: &[f64], x: [Row<N>; 2]) -> (Row<N>, Row<N>) {
        let mut below = self.values.as_chunks_mut::<N>().0;
        let mut weighted = &mut self.deltas.as_chunks_mut::<N>().0[2..];
        for (row, x) in below.iter_mut().zip(x) {
            *row = x.into();
        }
        let mut output = (x[0], x[0]);
        for (k, layer) in self.layers.iter().enumerate() {
            let f = if k + 1 < self.layers.len() { model.activation } else { model.output };
            let (weights, biases) = (&parameters[layer.weights()], &parameters[layer.biases()]);
            let (a, above) = below.split_at_mut(layer.fan_in);
            let (z, rest) = weighted.split_at_mut(layer.fan_out);
            for (j, (z, &bias)) in z.iter_mut().zip(biases).enumerate() {
                // By hand: the length of a stepped iterator is a division, for every unit.
                let (mut sum, mut index) = (Row::repeat(splat(bias)), j);
                for &a in a.iter() {
                    sum += Row::from(a) * splat(weights[index]);
                    index += layer.fan_out;
                }
                *z = sum.into();
            }
            f.values(z.as_flattened(), above[..layer.fan_out].as_flattened_mut());
            output = (z[0].into(), above[0].into());
            (below, weighted) = (above, rest);
        }
        output
    }

    /// From `dZ` of the output downwards: `dW = A dZ'` and `dB = dZ`, summed over the examples, and for the layer below
    /// `dA = W dZ` and `dZ = dA * f'(Z)`.
    #[inline(never)]
    fn backward<const N: usize>(&mut self, model: Model, parameters: &[f64], dz: Row<N>) {
        let values = self.values.as_chunks::<N>().0;
        let units = self.deltas.len() / (WIDTH / 2);
        let mut deltas = &mut self.deltas.as_chunks_mut().0[..units];
        if let Some(last) = deltas.last_mut() {
            *last = dz.into();
        }
        for (k, layer) in self.layers.iter().enumerate().rev() {
            let start = deltas.len() - layer.fan_out;
            let (rest, dz) = deltas.split_at_mut(start);
            let below = start - layer.fan_in..start;
            let (dw, db) = self.sums[layer.weights().start..layer.biases().end].split_at_mut(layer.weights().len());
            for (sum, &dz) in db.iter_mut().zip(&*dz) {
                add(sum, dz.into());
            }
            let rows = parameters[layer.weights()].chunks_exact(layer.fan_out).zip(dw.chunks_exact_mut(layer.fan_out));
            if k == 0 {
                // No error goes back to the inputs.
                for (&a, (_, dw)) in values[below].iter().zip(rows) {
                    for (sum, &dz) in dw.iter_mut().zip(&*dz) {
                        add(sum, Row::from(a).component_mul(&Row::from(dz)));
                    }
                }
                return;
            }
            for ((delta, &a), (w, dw)) in rest[below.clone()].iter_mut().zip(&values[below]).zip(rows) {
                let (a, mut da) = (Row::from(a), Row::<N>::repeat(splat(0.0)));
                for ((sum, &dz), &w) in dw.iter_mut().zip(&*dz).zip(w) {
                    let dz = Row::from(dz);
                    add(sum, a.component_mul(&dz));
                    da += dz * splat(w);
                }
                *delta = da.component_mul(&model.activation.slope(a)).into();
            }
            deltas = rest;
        }
    }
}

/// Adds the sum over the examples of a row, four after four: in the order of fours whatever the width.
#[inline(always)]
fn add<const N: usize>(sum: &mut Lane, row: Row<N>) {
    for four in row.as_slice().chunks(2) {
        *sum += four.iter().copied().reduce(|a, b| a + b).unwrap_or_default();
    }
}
