//! Forward and backward through any layers over any number of examples.
//!
//! The two functions [`Pass::forward`] and [`Pass::backward`] are the network and its back-propagation as a textbook writes
//! them (Rumelhart, Hinton and Williams, *Nature* 323, 1986); a number in them is a vector of `2 N` examples at once.

use crate::activation::Activation;
use crate::lane::{Lane, splat};
use crate::layer::Layer;
use crate::loss::Loss;
use crate::optimizer::Update;
use alloc::{vec, vec::Vec};
use nalgebra::SVector;

/// What a network computes, beside its shape and its numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Model {
    /// Of the hidden units.
    pub activation: Activation,
    /// Of the output.
    pub output: Activation,
    pub loss: Loss,
}

/// What is to be learned: inputs, one `[x1, x2]` an example, and what the output should be for each.
#[derive(Clone, Debug)]
pub struct Examples {
    pub inputs: Vec<[f64; 2]>,
    pub targets: Vec<f64>,
    /// 0, 1, 2, ...: all of them, as they were given.
    pub given: Vec<u32>,
}

impl Examples {
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

/// The examples of a long batch go through the network so many lanes at a time, the last few of it half as many.
const WIDE: usize = 4;
const NARROW: usize = WIDE / 2;

/// Examples in a lane.
const LANE: usize = 2;

/// Room for the passes of one network, made once so that training allocates nothing; and what the last pass over all the
/// examples found.
#[derive(Clone, Debug)]
pub struct Pass {
    layers: Vec<Layer>,
    /// `X`, then `A` of each layer, of the block of examples at hand: the lanes of one unit after those of another.
    values: Vec<Lane>,
    /// `dZ` in the places of `values`.
    deltas: Vec<Lane>,
    /// The gradient summed so far, in the order of the parameters: the sum of a lane's two numbers is yet to be taken.
    sums: Vec<Lane>,
    gradient: Vec<f64>,
    logits: Vec<f64>,
    predictions: Vec<f64>,
}

/// A block of examples: one number for each in every vector.
struct Block<const N: usize> {
    x: [SVector<Lane, N>; 2],
    y: SVector<Lane, N>,
    /// 1 for an example, 0 where there are too few to fill the block.
    real: SVector<Lane, N>,
}

impl<const N: usize> Block<N> {
    /// The examples at these places, 1 to `2 N` of them.
    #[inline(never)]
    fn new(examples: &Examples, places: &[u32]) -> Self {
        let mut block = [[[0.0; LANE]; N]; 4];
        for k in 0..LANE * N {
            // A block that is not full has its first example again, which counts for nothing.
            let (place, real) = places.get(k).map_or((places[0], 0.0), |&place| (place, 1.0));
            let [x1, x2] = examples.inputs[place as usize];
            for (row, number) in block.iter_mut().zip([x1, x2, examples.targets[place as usize], real]) {
                row[k / LANE][k % LANE] = number;
            }
        }
        let [x1, x2, y, real] = block.map(|row| row.map(Lane::from).into());
        Self { x: [x1, x2], y, real }
    }
}

impl Pass {
    /// Room for passes of so many examples through these layers.
    #[inline]
    pub fn new(layers: &[Layer], examples: usize) -> Self {
        let parameters = layers.last().map_or(0, |layer| layer.biases().end);
        let units = layers.iter().fold(2, |units, layer| units + layer.fan_out);
        Self {
            layers: layers.to_vec(),
            values: vec![splat(0.0); WIDE * units],
            deltas: vec![splat(0.0); WIDE * units],
            sums: vec![splat(0.0); parameters],
            gradient: vec![0.0; parameters],
            logits: vec![0.0; examples],
            predictions: vec![0.0; examples],
        }
    }

    /// `Z` of the output, one an example.
    pub fn logits(&self) -> &[f64] {
        &self.logits
    }

    /// `Yhat`, one an example.
    pub fn predictions(&self) -> &[f64] {
        &self.predictions
    }

    /// The gradient of the loss summed over the examples, in the order of the parameters.
    pub fn gradient(&self) -> &[f64] {
        &self.gradient
    }

    /// A pass over all examples: fills the logits and the predictions and, if asked for, the gradient.
    pub fn evaluate(&mut self, model: Model, parameters: &[f64], examples: &Examples, gradient: bool) {
        if gradient {
            return self.batch(model, parameters, examples, &examples.given);
        }
        let mut places = &examples.given[..];
        while !places.is_empty() {
            let (block, rest) = places.split_at(places.len().min(LANE * NARROW));
            let (z, yhat) = self.forward::<NARROW>(model, parameters, &Block::new(examples, block));
            self.keep(block, z, yhat);
            places = rest;
        }
    }

    /// Takes one epoch: an update for each batch of so many of the examples at these places, one after the other.
    pub fn epoch(
        &mut self,
        model: Model,
        state: &mut [f64],
        examples: &Examples,
        places: &[u32],
        batch: usize,
        update: &Update,
    ) {
        for places in places.chunks(batch) {
            self.batch(model, state, examples, places);
            update.apply(&self.layers, state, &self.gradient, places.len());
        }
    }

    /// Sums the gradient of the examples at these places, and writes down what the output is for them.
    #[inline(never)]
    fn batch(&mut self, model: Model, parameters: &[f64], examples: &Examples, places: &[u32]) {
        // Of two zeros a sum keeps the sign only of -0.
        self.sums.fill(splat(-0.0));
        let mut places = places;
        while places.len() > LANE * NARROW {
            places = self.block::<WIDE>(model, parameters, examples, places);
        }
        if !places.is_empty() {
            self.block::<NARROW>(model, parameters, examples, places);
        }
        for (entry, sum) in self.gradient.iter_mut().zip(&self.sums) {
            let [a, b] = sum.to_array();
            *entry = a + b;
        }
    }

    /// One block of a batch; returns the places that are left.
    #[inline(always)]
    fn block<'a, const N: usize>(
        &mut self,
        model: Model,
        parameters: &[f64],
        examples: &Examples,
        places: &'a [u32],
    ) -> &'a [u32] {
        let (places, rest) = places.split_at(places.len().min(LANE * N));
        let block = Block::new(examples, places);
        let (z, yhat) = self.forward::<N>(model, parameters, &block);
        self.keep(places, z, yhat);
        let dz = model.loss.delta(model.output, yhat, block.y).component_mul(&block.real);
        self.backward::<N>(model, parameters, dz);
        rest
    }

    /// Writes down what the output is for the examples at these places.
    #[inline(never)]
    fn keep<const N: usize>(&mut self, places: &[u32], z: SVector<Lane, N>, yhat: SVector<Lane, N>) {
        for (k, &place) in places.iter().enumerate() {
            let number = |vector: &SVector<Lane, N>| vector[k / LANE].to_array()[k % LANE];
            self.logits[place as usize] = number(&z);
            self.predictions[place as usize] = number(&yhat);
        }
    }

    /// `Z = W'A + B`, `A = f(Z)`, layer by layer. Returns `Z` and `A` of the output.
    #[inline(never)]
    fn forward<const N: usize>(
        &mut self,
        model: Model,
        parameters: &[f64],
        block: &Block<N>,
    ) -> (SVector<Lane, N>, SVector<Lane, N>) {
        let mut below = self.values.as_chunks_mut::<N>().0;
        for (value, x) in below.iter_mut().zip(block.x) {
            *value = x.into();
        }
        let mut out = (block.y, block.y);
        for (k, layer) in self.layers.iter().enumerate() {
            let f = if k + 1 < self.layers.len() { model.activation } else { model.output };
            let (weights, biases) = (&parameters[layer.weights()], &parameters[layer.biases()]);
            let (a, above) = below.split_at_mut(layer.fan_in);
            for (j, (value, &bias)) in above.iter_mut().zip(biases).enumerate() {
                // By hand: the length of a stepped iterator is a division, for every unit.
                let (mut z, mut place) = (SVector::repeat(splat(bias)), j);
                for &a in a.iter() {
                    z += SVector::from(a) * splat(weights[place]);
                    place += layer.fan_out;
                }
                let yhat = f.value(z);
                *value = yhat.into();
                out = (z, yhat);
            }
            below = above;
        }
        out
    }

    /// From `dZ` of the output downwards: `dW = A dZ'` and `dB = dZ`, summed over the examples, and for the layer below
    /// `dA = W dZ` and `dZ = dA * f'(Z)`.
    #[inline(never)]
    fn backward<const N: usize>(&mut self, model: Model, parameters: &[f64], dz: SVector<Lane, N>) {
        let values = self.values.as_chunks::<N>().0;
        let units = self.layers.iter().fold(2, |units, layer| units + layer.fan_out);
        let mut deltas = &mut self.deltas.as_chunks_mut::<N>().0[..units];
        deltas[units - 1] = dz.into();
        for (k, layer) in self.layers.iter().enumerate().rev() {
            let start = deltas.len() - layer.fan_out;
            let (rest, dz) = deltas.split_at_mut(start);
            let below = start - layer.fan_in..start;
            let (dw, db) = self.sums[layer.weights().start..layer.biases().end].split_at_mut(layer.weights().len());
            for (sum, &dz) in db.iter_mut().zip(&*dz) {
                add(sum, dz.into());
            }
            let rows = parameters[layer.weights()].chunks_exact(layer.fan_out).zip(dw.chunks_exact_mut(layer.fan_out));
            for ((delta, &a), (w, dw)) in rest[below.clone()].iter_mut().zip(&values[below]).zip(rows) {
                let a = SVector::from(a);
                let mut da = SVector::repeat(splat(0.0));
                for ((sum, &dz), &w) in dw.iter_mut().zip(&*dz).zip(w) {
                    let dz = SVector::from(dz);
                    add(sum, a.component_mul(&dz));
                    da += dz * splat(w);
                }
                if k > 0 {
                    *delta = da.component_mul(&model.activation.slope(a)).into();
                }
            }
            deltas = rest;
        }
    }
}

/// Adds the numbers of a block to a sum, four examples at a time: the order, and with it the rounding, is the same however
/// wide the block is.
#[inline(always)]
fn add<const N: usize>(sum: &mut Lane, values: SVector<Lane, N>) {
    for n in (0..N).step_by(2) {
        *sum += values[n] + values[n + 1];
    }
}
