//! Forward and backward through any layers over any number of examples, four of them at a time.

use crate::curve::Curve;
use crate::lane::{Lane, splat};
use crate::layer::{Layer, Rates};
use alloc::{vec, vec::Vec};
use nalgebra::Vector2;

/// One number for each of four examples.
type Quad = Vector2<Lane>;

/// Examples in a quad.
const WIDTH: usize = 4;

/// Room for the passes of one network over one set of examples, made once so that training allocates nothing; and what
/// the last pass over all of them found.
#[derive(Clone, Debug)]
pub struct Pass {
    layers: Vec<Layer>,
    examples: Vec<Examples>,
    /// `X`, then `A` of each layer, of the four examples at hand.
    values: Vec<Quad>,
    /// `dZ` in the places of `values`.
    deltas: Vec<Quad>,
    /// The gradient so far, in the order of the parameters; each number is the part of every other example.
    parts: Vec<Lane>,
    logits: Vec<f64>,
    predictions: Vec<f64>,
    gradient: Vec<f64>,
}

/// Four examples.
#[derive(Clone, Debug)]
struct Examples {
    x: [[f64; WIDTH]; 2],
    y: [f64; WIDTH],
    /// 1 for an example, 0 where there are fewer than four.
    real: [f64; WIDTH],
}

impl Pass {
    /// Room for the passes of these inputs, one `[x1, x2]` an example, and their labels through these layers.
    // Inline, so that it is compiled where it is called: for size.
    #[inline]
    pub fn new(layers: &[Layer], inputs: &[[f64; 2]], labels: &[f64]) -> Self {
        let parameters = layers.last().map_or(0, |layer| layer.biases().end);
        let units = layers.iter().fold(2, |units, layer| units + layer.fan_out);
        let none = Examples { x: [[0.0; WIDTH]; 2], y: [0.0; WIDTH], real: [0.0; WIDTH] };
        let mut examples = vec![none; inputs.len().div_ceil(WIDTH)];
        for (k, (x, y)) in inputs.iter().zip(labels).enumerate() {
            let (four, k) = (&mut examples[k / WIDTH], k % WIDTH);
            (four.x[0][k], four.x[1][k], four.y[k], four.real[k]) = (x[0], x[1], *y, 1.0);
        }
        let zero = repeat(0.0);
        Self {
            layers: layers.to_vec(),
            examples,
            values: vec![zero; units],
            deltas: vec![zero; units],
            parts: vec![splat(0.0); parameters],
            logits: vec![0.0; inputs.len()],
            predictions: vec![0.0; inputs.len()],
            gradient: vec![0.0; parameters],
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

    /// A pass over all examples: fills the logits and the predictions and, if asked for, the gradient. `f` is the hidden
    /// activation.
    pub fn evaluate(&mut self, f: Curve, parameters: &[f64], gradient: bool) {
        for quad in 0..self.examples.len() {
            let (logits, predictions) = self.forward(f, parameters, quad);
            if gradient {
                self.backward(f, parameters, predictions - load(self.examples[quad].y), quad);
            }
            let range = quad * WIDTH..self.logits.len().min((quad + 1) * WIDTH);
            let count = range.len();
            self.logits[range.clone()].copy_from_slice(&numbers(logits)[..count]);
            self.predictions[range].copy_from_slice(&numbers(predictions)[..count]);
        }
        if gradient {
            for (entry, part) in self.gradient.iter_mut().zip(&self.parts) {
                *entry = total(*part);
            }
        }
    }

    /// Takes `epochs` updates.
    pub fn descend(&mut self, f: Curve, parameters: &mut [f64], rates: Rates, epochs: u64) {
        for _ in 0..epochs {
            for quad in 0..self.examples.len() {
                let (_, predictions) = self.forward(f, parameters, quad);
                self.backward(f, parameters, predictions - load(self.examples[quad].y), quad);
            }
            for layer in &self.layers {
                for (range, rate) in [(layer.weights(), rates.weights), (layer.biases(), rates.biases)] {
                    for (parameter, part) in parameters[range.clone()].iter_mut().zip(&self.parts[range]) {
                        *parameter -= total(*part) * rate;
                    }
                }
            }
        }
    }

    /// `Z = W'A + B`, `A = f(Z)`, layer by layer: the logits and the predictions.
    #[inline(never)]
    fn forward(&mut self, f: Curve, parameters: &[f64], quad: usize) -> (Quad, Quad) {
        let mut below = &mut self.values[..];
        below[..2].copy_from_slice(&self.examples[quad].x.map(load));
        let mut out = (repeat(0.0), repeat(0.0));
        for (k, layer) in self.layers.iter().enumerate() {
            // The output is always a sigmoid.
            let f = if k + 1 < self.layers.len() { f } else { Curve::SIGMOID };
            let (weights, biases) = (&parameters[layer.weights()], &parameters[layer.biases()]);
            let (a, above) = below.split_at_mut(layer.fan_in);
            for (j, (value, &bias)) in above.iter_mut().zip(biases).enumerate() {
                // By hand: the length of a stepped iterator is a division, for every unit.
                let (mut z, mut place) = (repeat(bias), j);
                for a in a.iter() {
                    z += a * splat(weights[place]);
                    place += layer.fan_out;
                }
                *value = f.value(z);
                out = (z, *value);
            }
            below = above;
        }
        out
    }

    /// Adds the gradient of four examples to the parts; those of the first four begin them. At the output
    /// `dZ = Yhat - Y`; below, `dA = W dZ` and `dZ = dA * f'(Z)`; everywhere `dW = A dZ'` and `dB = dZ`, summed over the
    /// examples.
    #[inline(never)]
    fn backward(&mut self, f: Curve, parameters: &[f64], dz: Quad, quad: usize) {
        let add = |part: &mut Lane, value: Quad| {
            let value = value[0] + value[1];
            *part = if quad == 0 { value } else { *part + value };
        };
        let mut end = self.deltas.len();
        self.deltas[end - 1] = dz.component_mul(&load(self.examples[quad].real));
        for (k, layer) in self.layers.iter().enumerate().rev() {
            let start = end - layer.fan_out;
            let (below, above) = self.deltas.split_at_mut(start);
            let dz = &above[..layer.fan_out];
            let below = &mut below[start - layer.fan_in..];
            let values = &self.values[start - layer.fan_in..start];
            let (dw, db) = self.parts[layer.weights().start..layer.biases().end].split_at_mut(layer.weights().len());
            for (part, &dz) in db.iter_mut().zip(dz) {
                add(part, dz);
            }
            let rows = parameters[layer.weights()].chunks_exact(layer.fan_out);
            for (((below, &a), w), dw) in below.iter_mut().zip(values).zip(rows).zip(dw.chunks_exact_mut(layer.fan_out))
            {
                let mut da = repeat(0.0);
                for ((part, dz), &w) in dw.iter_mut().zip(dz).zip(w) {
                    add(part, a.component_mul(dz));
                    da += dz * splat(w);
                }
                if k > 0 {
                    *below = da.component_mul(&f.slope(a));
                }
            }
            end = start;
        }
    }
}

/// The same number for all four examples.
#[inline(always)]
fn repeat(value: f64) -> Quad {
    Quad::repeat(splat(value))
}

#[inline(always)]
fn load([a, b, c, d]: [f64; WIDTH]) -> Quad {
    [Lane::new([a, b]), Lane::new([c, d])].into()
}

fn numbers(quad: Quad) -> [f64; WIDTH] {
    bytemuck::cast(<[Lane; 2]>::from(quad))
}

/// The sum of both.
#[inline(always)]
fn total(part: Lane) -> f64 {
    let [a, b] = part.to_array();
    a + b
}
