//! Forward and backward through any layers over any number of examples, four of them at a time, each a lane.

use crate::curve::Curve;
use crate::lane::{Lane, WIDTH, splat, sum};
use crate::layer::{Layer, Rates};

/// Room for the passes of one network over one set of examples, made once so that training allocates nothing; and what
/// the last pass over all of them found.
#[derive(Clone, Debug)]
pub struct Pass {
    layers: Vec<Layer>,
    quads: Vec<Quad>,
    /// `X`, then `A` of each layer, of the four examples at hand.
    values: Vec<Lane>,
    /// `dZ` in the places of `values`.
    deltas: Vec<Lane>,
    /// The gradient so far, in the order of the parameters; each lane has the part of its examples.
    parts: Vec<Lane>,
    logits: Vec<f64>,
    predictions: Vec<f64>,
    gradient: Vec<f64>,
}

/// Four examples.
#[derive(Clone, Debug)]
struct Quad {
    x: [Lane; 2],
    y: Lane,
    /// 1 for an example, 0 where there are fewer than four.
    real: Lane,
}

impl Pass {
    /// Room for the passes of these inputs, one `[x1, x2]` an example, and their labels through these layers.
    pub fn new(layers: &[Layer], inputs: &[[f64; 2]], labels: &[f64]) -> Self {
        let parameters = layers.last().map_or(0, |layer| layer.biases().end);
        let units = layers.iter().fold(2, |units, layer| units + layer.fan_out);
        let quad = |(x, y): (&[[f64; 2]], &[f64])| {
            let lane = |value: &dyn Fn(usize) -> f64| -> Lane {
                std::array::from_fn(|k| if k < x.len() { value(k) } else { 0.0 }).into()
            };
            Quad { x: [lane(&|k| x[k][0]), lane(&|k| x[k][1])], y: lane(&|k| y[k]), real: lane(&|_| 1.0) }
        };
        Self {
            layers: layers.to_vec(),
            quads: inputs.chunks(WIDTH).zip(labels.chunks(WIDTH)).map(quad).collect(),
            values: vec![splat(0.0); units],
            deltas: vec![splat(0.0); units],
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
        for quad in 0..self.quads.len() {
            let (logits, predictions) = self.forward(f, parameters, quad);
            if gradient {
                self.backward(f, parameters, predictions - self.quads[quad].y, quad);
            }
            let range = quad * WIDTH..self.logits.len().min((quad + 1) * WIDTH);
            let count = range.len();
            self.logits[range.clone()].copy_from_slice(&<[f64; WIDTH]>::from(logits)[..count]);
            self.predictions[range].copy_from_slice(&<[f64; WIDTH]>::from(predictions)[..count]);
        }
        if gradient {
            for (entry, part) in self.gradient.iter_mut().zip(&mut self.parts) {
                *entry = one(sum(*part));
                *part = splat(0.0);
            }
        }
    }

    /// Takes `epochs` updates.
    pub fn descend(&mut self, f: Curve, parameters: &mut [f64], rates: Rates, epochs: u64) {
        for _ in 0..epochs {
            for quad in 0..self.quads.len() {
                let (_, predictions) = self.forward(f, parameters, quad);
                self.backward(f, parameters, predictions - self.quads[quad].y, quad);
            }
            for layer in &self.layers {
                for (range, rate) in [(layer.weights(), rates.weights), (layer.biases(), rates.biases)] {
                    for (parameter, part) in parameters[range.clone()].iter_mut().zip(&mut self.parts[range]) {
                        *parameter -= one(sum(*part)) * rate;
                        *part = splat(0.0);
                    }
                }
            }
        }
    }

    /// `Z = W'A + B`, `A = f(Z)`, layer by layer: the logits and the predictions.
    #[inline(always)]
    fn forward(&mut self, f: Curve, parameters: &[f64], quad: usize) -> (Lane, Lane) {
        let mut below = &mut self.values[..];
        below[..2].copy_from_slice(&self.quads[quad].x);
        let mut out = (splat(0.0), splat(0.0));
        for (k, layer) in self.layers.iter().enumerate() {
            // The output is always a sigmoid.
            let f = if k + 1 < self.layers.len() { f } else { Curve::SIGMOID };
            let (weights, biases) = (&parameters[layer.weights()], &parameters[layer.biases()]);
            let (a, above) = below.split_at_mut(layer.fan_in);
            for (j, (value, &bias)) in above.iter_mut().zip(biases).enumerate() {
                let column = weights[j..].iter().step_by(layer.fan_out);
                let z = a.iter().zip(column).fold(splat(bias), |z, (&a, &w)| z + splat(w) * a);
                *value = f.value(z);
                out = (z, *value);
            }
            below = above;
        }
        out
    }

    /// Adds the gradient of four examples to the parts. At the output `dZ = Yhat - Y`; below, `dA = W dZ` and
    /// `dZ = dA * f'(Z)`; everywhere `dW = A dZ'` and `dB = dZ`, summed over the examples.
    #[inline(always)]
    fn backward(&mut self, f: Curve, parameters: &[f64], dz: Lane, quad: usize) {
        let mut end = self.deltas.len();
        self.deltas[end - 1] = dz * self.quads[quad].real;
        for layer in self.layers.iter().rev() {
            let start = end - layer.fan_out;
            let (below, above) = self.deltas.split_at_mut(start);
            let dz = &above[..layer.fan_out];
            let below = &mut below[start - layer.fan_in..];
            let values = &self.values[start - layer.fan_in..start];
            let (dw, db) = self.parts[layer.weights().start..layer.biases().end].split_at_mut(layer.weights().len());
            for (part, &dz) in db.iter_mut().zip(dz) {
                *part += dz;
            }
            let rows = parameters[layer.weights()].chunks_exact(layer.fan_out).zip(dw.chunks_exact_mut(layer.fan_out));
            for ((below, &a), (row, dw)) in below.iter_mut().zip(values).zip(rows) {
                let mut da = splat(0.0);
                for ((part, &w), &dz) in dw.iter_mut().zip(row).zip(dz) {
                    *part += a * dz;
                    da += splat(w) * dz;
                }
                *below = da * f.slope(a);
            }
            end = start;
        }
    }
}

/// The number that a lane has four times.
fn one(lane: Lane) -> f64 {
    <[f64; WIDTH]>::from(lane)[0]
}
