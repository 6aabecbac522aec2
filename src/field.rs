//! A network's output over a square of the plane, at the centres of pixels, row by row from the top. In single precision: a
//! picture has 256 colours.

use crate::network::MAX_UNITS;
use alloc::vec::Vec;
use kernel::{Activation, Layer, rows};

/// The weighted input of the output unit at each pixel.
#[derive(Clone, Debug, Default)]
pub struct Field {
    /// Pixels to a side.
    pub size: usize,
    /// `[x1 min, x1 max, x2 min, x2 max]`
    pub domain: [f32; 4],
    /// The output's weighted input less that of the decision boundary: `size` x `size`.
    pub logits: Vec<f32>,
    /// Activations of every hidden unit, if they are kept: pixels in rows from the top, one unit after the other.
    pub units: Vec<f32>,
    /// The parameters that [`Field::evaluate`] takes, as the layers say.
    pub parameters: Vec<f32>,
    /// The weighted inputs of the first layer's units.
    planes: Vec<Plane>,
    /// Activations of one row of pixels, unit by unit: of the layer below and the layer above.
    rows: [Vec<f32>; 2],
    /// The first layer's terms along the x1 axis, or `e` to their power, unit by unit.
    columns: Vec<f32>,
}

impl Field {
    /// Evaluates the network with the field's parameters at `size` x `size` points of `domain`. `boundary` is the logit of the
    /// decision boundary; `keeps_units` asks for the activations of the hidden units.
    pub fn evaluate(&mut self, activation: Activation, layers: &[Layer], boundary: f32, keeps_units: bool) {
        let size = self.size;
        let kept = if keeps_units { &layers[..layers.len() - 1] } else { &[] };
        self.units.resize(kept.iter().map(|layer| layer.fan_out * size * size).sum(), 0.0);
        self.logits.resize(size * size, 0.0);
        self.rows.iter_mut().for_each(|row| row.resize(MAX_UNITS * size, 0.0));
        // Without a hidden layer the first values are the logits.
        let hidden = (layers.len() > 1).then_some(activation);
        self.first_layer(hidden, layers[0]);
        for row in 0..size {
            self.first_values(hidden, row);
            self.values_above(activation, layers, row);
            rows::scale(&mut self.logits[row * size..][..size], 1.0, &self.rows[0][..size], -boundary);
        }
    }

    /// The planes of the first layer's units, and their terms along x1: one for each column of pixels.
    fn first_layer(&mut self, hidden: Option<Activation>, first: Layer) {
        let Self { size, domain, parameters, planes, columns, .. } = self;
        let logistic = hidden.and_then(Activation::logistic);
        let (weights, biases) = (&parameters[first.weights()], &parameters[first.biases()]);
        let plane =
            |j: usize| Plane::new([weights[j], weights[first.fan_out + j], biases[j]], *domain, logistic.is_some());
        planes.clear();
        planes.extend((0..first.fan_out).map(plane));

        columns.resize(first.fan_out * *size, 0.0);
        for (unit, columns) in planes.iter().zip(columns.chunks_exact_mut(*size)) {
            let [left, right, ..] = *domain;
            for (i, column) in columns.iter_mut().enumerate() {
                *column = unit.along_x1(position(left, right, i, *size));
            }
            if let Some(f) = logistic.filter(|_| unit.factors) {
                f.exponentials(columns);
            }
        }
    }

    /// The activations of the first layer along a row of pixels; without a hidden layer they are the logits.
    fn first_values(&mut self, hidden: Option<Activation>, row: usize) {
        let Self { size, domain: [.., bottom, top], planes, rows: [values, _], columns, .. } = self;
        let logistic = hidden.and_then(Activation::logistic);
        let x2 = position(*top, *bottom, row, *size);
        for ((unit, columns), a) in planes.iter().zip(columns.chunks_exact(*size)).zip(values.chunks_exact_mut(*size)) {
            let mut term = [unit.along_x2(x2)];
            if let Some(f) = logistic.filter(|_| unit.factors) {
                f.exponentials(&mut term);
                rows::scale(a, term[0], columns, 0.0);
                f.from_exponentials(a);
            } else {
                rows::scale(a, 1.0, columns, term[0]);
                if let Some(activation) = hidden {
                    activation.row(a);
                }
            }
        }
    }

    /// From the first layer's activations along a row of pixels to the logits.
    fn values_above(&mut self, activation: Activation, layers: &[Layer], row: usize) {
        let Self { size, parameters, rows: [below, above], units, .. } = self;
        let mut units = units.chunks_exact_mut(*size * *size);
        for (k, layer) in layers.iter().enumerate().skip(1) {
            for (unit, a) in units.by_ref().take(layer.fan_in).zip(below.chunks_exact(*size)) {
                unit[row * *size..][..*size].copy_from_slice(a);
            }
            let (weights, biases) = (&parameters[layer.weights()], &parameters[layer.biases()]);
            for (j, z) in above.chunks_exact_mut(*size).take(layer.fan_out).enumerate() {
                rows::fill(z, biases[j]);
                for (i, a) in below.chunks_exact(*size).take(layer.fan_in).enumerate() {
                    rows::add(z, weights[i * layer.fan_out + j], a);
                }
                if k + 1 < layers.len() {
                    activation.row(z);
                }
            }
            core::mem::swap(below, above);
        }
    }
}

/// The weighted input of a unit of the first layer, a plane over the square, as the sum of a term along each axis.
#[derive(Clone, Debug)]
struct Plane {
    slopes: [f32; 2],
    centre: [f32; 2],
    at_centre: f32,
    /// Whether a logistic function of it takes its exponential as the product `e^(a + b) = e^a e^b`, where neither is too
    /// large: then a row of pixels costs no exponential.
    factors: bool,
}

/// The largest term, to either side of 0, whose exponential is a factor. It is twice that for tanh, and `e^40 e^40` is still
/// below the largest single.
const MAX_FACTOR_TERM: f32 = 20.0;

impl Plane {
    fn new([w1, w2, b]: [f32; 3], [left, right, bottom, top]: [f32; 4], logistic: bool) -> Self {
        let centre = [(left + right) / 2.0, (bottom + top) / 2.0];
        let at_centre = w1 * centre[0] + w2 * centre[1] + b;
        let half = (right - left) / 2.0;
        let is_small = |term: f32| term < MAX_FACTOR_TERM;
        let factors = logistic && is_small(w1.abs() * half) && is_small(w2.abs() * half + at_centre.abs());
        Self { slopes: [w1, w2], centre, at_centre, factors }
    }

    fn along_x1(&self, x1: f32) -> f32 {
        self.slopes[0] * (x1 - self.centre[0])
    }

    fn along_x2(&self, x2: f32) -> f32 {
        self.slopes[1] * (x2 - self.centre[1]) + self.at_centre
    }
}

/// The centre of pixel `i` of `size` from `start` to `end`.
pub fn position(start: f32, end: f32, i: usize, size: usize) -> f32 {
    start + (end - start) * ((i as f32 + 0.5) / size as f32)
}
