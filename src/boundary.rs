//! What a network has learned, as a picture: its predictions over a square of the plane, and the line where they are
//! 0.5. Single precision: a picture has 256 shades.

mod contour;

use crate::config::MAX_UNITS;
use crate::network::Network;
use crate::output::Output;
use alloc::{vec, vec::Vec};
use kernel::{Examples, Loss, Pass, activation::Logistic, lane::sqrt, rows};

/// The least and the most pixels to a side.
pub const SIZES: core::ops::RangeInclusive<usize> = 16..=512;

/// Rounding errors of a logit, in units of the last place of all its terms together.
const NOISE_ULPS: f32 = 4.0;

/// The table from logit to colour goes by the exponent and so many bits below it: no shade is passed over.
const STEP_BITS: u32 = 6;

/// Least and greatest distance of a logit from that of the boundary that is told apart in colour: 16 doublings.
const NEAR: f32 = 1.0 / 8192.0;
const FAR: f32 = 7.99;

/// Entries of the table on either side of the boundary.
const SHADES: usize = 16 << STEP_BITS;

/// A field of outputs over a square of the plane, row by row from the top, at the centres of the pixels.
#[derive(Clone, Debug, Default)]
pub struct Boundary {
    size: usize,
    domain: [f32; 4],
    /// The output's weighted input at each pixel, from that of the decision boundary.
    logits: Vec<f32>,
    output: Output,
    /// Logits within this are rounding: of the weighted inputs that they are sums of.
    noise: f32,
    pixels: Vec<u32>,
    /// Activations of one row of pixels, unit by unit: of the layer below and the layer above.
    rows: [Vec<f32>; 2],
    /// `e^x` along the x1 axis, unit by unit of the first layer.
    columns: Vec<f32>,
    /// Activations of every hidden unit, where they are asked for: pixels in rows from the top, one unit after the other.
    units: Vec<f32>,
}

impl Boundary {
    /// Evaluates a network with these parameters at `size` x `size` points of `domain`, `[x1 min, x1 max, x2 min, x2 max]`. A size out of
    /// [`SIZES`] is taken as the nearest in it.
    pub fn evaluate(&mut self, network: &Network, parameters: &[f64], domain: [f64; 4], size: usize) {
        self.units.clear();
        self.evaluate_rows(network, parameters, domain, size);
    }

    /// The activations of every hidden unit over `domain`, layer by layer: pictures of `size` x `size` pixels, one below the
    /// other, coloured from the least value of the activation to the greatest. Where it has none, 0 is in the middle of the
    /// palette, and the largest value of the picture at one of its ends.
    pub fn paint_units(
        &mut self,
        network: &Network,
        parameters: &[f64],
        domain: [f64; 4],
        size: usize,
        palette: &[u32; 256],
    ) -> &[u32] {
        let size = size.clamp(*SIZES.start(), *SIZES.end());
        let hidden = &network.layers()[..network.layers().len() - 1];
        let count: usize = hidden.iter().map(|layer| layer.fan_out).sum();
        self.units.clear();
        self.units.resize(count * size * size, 0.0);
        self.evaluate_rows(network, parameters, domain, size);
        self.pixels.clear();
        for unit in self.units.chunks_exact(size * size) {
            let [least, greatest] = network.activation.range().unwrap_or_else(|| {
                let most = unit.iter().fold(f32::MIN_POSITIVE, |most, a| most.max(a.abs()));
                [-most, most]
            });
            let scale = 255.0 / (greatest - least);
            self.pixels.extend(unit.iter().map(|a| palette[(((a - least) * scale + 0.5) as usize).min(255)]));
        }
        &self.pixels
    }

    /// Evaluates the network row by row.
    fn evaluate_rows(&mut self, network: &Network, parameters: &[f64], domain: [f64; 4], size: usize) {
        let size = size.clamp(*SIZES.start(), *SIZES.end());
        self.size = size;
        self.domain = domain.map(|x| x as f32);
        self.logits.resize(size * size, 0.0);
        self.output = network.output;
        self.rows.iter_mut().for_each(|row| row.resize(MAX_UNITS * size, 0.0));

        let parameters: Vec<f32> = parameters.iter().map(|&p| p.clamp(-1e18, 1e18) as f32).collect();
        let boundary = network.output.logit_of_boundary() as f32;
        let last = network.layers()[network.layers().len() - 1];
        let size_of_terms: f32 = parameters[last.start..].iter().map(|p| p.abs()).sum();
        self.noise = NOISE_ULPS * f32::EPSILON * size_of_terms;
        let units = self.first_layer(network, &parameters);
        for row in 0..size {
            self.first_values(network, &units, row);
            self.values_above(network, &parameters, row);
            rows::scale(&mut self.logits[row * size..][..size], 1.0, &self.rows[0][..size], -boundary);
        }
    }

    /// The planes of the first layer's units, and their terms along x1: one for each column of pixels.
    fn first_layer(&mut self, network: &Network, parameters: &[f32]) -> Vec<Plane> {
        let [left, right, ..] = self.domain;
        let first = network.layers()[0];
        let logistic = logistic(network);
        let (weights, biases) = (&parameters[first.weights()], &parameters[first.biases()]);
        let plane =
            |j: usize| Plane::new([weights[j], weights[first.fan_out + j], biases[j]], self.domain, logistic.is_some());
        let units: Vec<Plane> = (0..first.fan_out).map(plane).collect();

        self.columns.clear();
        for unit in &units {
            let start = self.columns.len();
            self.columns.extend((0..self.size).map(|i| unit.along_x1(position(left, right, i, self.size))));
            if let Some(f) = logistic.filter(|_| unit.separable) {
                f.exponentials(&mut self.columns[start..]);
            }
        }
        units
    }

    /// The activations of the first layer along a row of pixels; without a hidden layer they are the logits.
    fn first_values(&mut self, network: &Network, units: &[Plane], row: usize) {
        let Self { size, domain: [.., bottom, top], rows: [values, _], columns, .. } = self;
        let logistic = logistic(network);
        let x2 = position(*top, *bottom, row, *size);
        for ((unit, columns), a) in units.iter().zip(columns.chunks_exact(*size)).zip(values.chunks_exact_mut(*size)) {
            let mut term = [unit.along_x2(x2)];
            if let Some(f) = logistic.filter(|_| unit.separable) {
                f.exponentials(&mut term);
                rows::scale(a, term[0], columns, 0.0);
                f.from_exponentials(a);
            } else {
                rows::scale(a, 1.0, columns, term[0]);
                if network.layers().len() > 1 {
                    network.activation.row(a);
                }
            }
        }
    }

    /// From the first layer's activations along a row of pixels to the logits. Those of the units on the way are kept where
    /// there is room for them.
    fn values_above(&mut self, network: &Network, parameters: &[f32], row: usize) {
        let layers = network.layers();
        let Self { size, rows: [below, above], units, .. } = self;
        let mut units = units.chunks_exact_mut(*size * *size);
        for (k, layer) in layers.iter().enumerate().skip(1) {
            for (unit, a) in units.by_ref().take(layer.fan_in).zip(below.chunks_exact(*size)) {
                unit[row * *size..][..*size].copy_from_slice(a);
            }
            let (weights, biases) = (&parameters[layer.weights()], &parameters[layer.biases()]);
            for (j, z) in above.chunks_exact_mut(*size).take(layer.fan_out).enumerate() {
                z.fill(biases[j]);
                for (i, a) in below.chunks_exact(*size).take(layer.fan_in).enumerate() {
                    rows::add(z, weights[i * layer.fan_out + j], a);
                }
                if k + 1 < layers.len() {
                    network.activation.row(z);
                }
            }
            core::mem::swap(below, above);
        }
    }

    /// The field as pixels, row by row from the top. `palette` has 256 colours, from surely 0 to surely 1: so far from the middle
    /// as the square root of the prediction's distance, so that predictions near one another there differ in colour.
    #[expect(clippy::manual_clamp, reason = "what is not a number has a place in the table, too")]
    pub fn paint(&mut self, palette: &[u32; 256]) -> &[u32] {
        let step = |magnitude: f32| (magnitude.to_bits() >> (f32::MANTISSA_DIGITS - 1 - STEP_BITS)) as usize;
        let boundary = self.output.logit_of_boundary() as f32;
        let mut shades = [0; 2 * SHADES];
        for (side, shades) in [1.0, -1.0].into_iter().zip(shades.chunks_exact_mut(SHADES)) {
            let mut predictions: [f32; SHADES] = core::array::from_fn(|i| {
                let bits = (2 * (step(NEAR) + i) + 1) as u32;
                let middle = f32::from_bits(bits << (f32::MANTISSA_DIGITS - 2 - STEP_BITS));
                if i == 0 { boundary } else { side * middle + boundary }
            });
            self.output.activation().row(&mut predictions);
            let [zero, one] = self.output.targets().map(|target| target as f32);
            for (shade, prediction) in shades.iter_mut().zip(predictions) {
                let distance = (2.0 * (prediction - zero) / (one - zero) - 1.0).abs().min(1.0);
                *shade = palette[(127.5 + 127.5 * side * sqrt(f64::from(distance)) as f32 + 0.5) as usize];
            }
        }
        self.pixels.clear();
        self.pixels.extend(self.logits.iter().map(|logit| {
            let place = step(logit.abs().max(NEAR).min(FAR)) - step(NEAR);
            shades[(usize::from(*logit < 0.0) * SHADES + place) % (2 * SHADES)]
        }));
        &self.pixels
    }
}

/// The post's own picture: which of the points `(0.08 i, 0.08 j)`, `i` and `j` from 0 to 12, are on the side of label 1. `i`
/// is the outer loop, along x1.
pub fn scatter(network: &Network, parameters: &[f64]) -> [bool; 169] {
    let inputs: [[f64; 2]; 169] = core::array::from_fn(|k| [k / 13, k % 13].map(|i| i as f64 * 0.08));
    let pass = evaluated(network, parameters, &inputs);
    core::array::from_fn(|k| pass.predictions()[k] >= network.output.boundary())
}

/// A pass in double precision over these inputs.
#[inline(never)]
fn evaluated(network: &Network, parameters: &[f64], inputs: &[[f64; 2]]) -> Pass {
    let mut pass = Pass::new(network.layers(), inputs.len());
    // The loss is of no account: nothing is learned here.
    pass.evaluate(network.model(Loss::default()), parameters, &Examples::new(inputs, &vec![0.0; inputs.len()]), false);
    pass
}

/// The logistic function of the first layer's units, if they have one.
fn logistic(network: &Network) -> Option<Logistic> {
    if network.layers().len() > 1 { network.activation.logistic() } else { None }
}

/// The weighted input of a unit of the first layer, a plane over the square, as a term along each axis. Where neither
/// term is far from 0 the exponential separates too, `e^(a + b) = e^a e^b`: then a row of pixels costs no exponential.
struct Plane {
    slopes: [f32; 2],
    centre: [f32; 2],
    at_centre: f32,
    separable: bool,
}

impl Plane {
    fn new([w1, w2, b]: [f32; 3], [left, right, bottom, top]: [f32; 4], logistic: bool) -> Self {
        let centre = [(left + right) / 2.0, (bottom + top) / 2.0];
        let at_centre = w1 * centre[0] + w2 * centre[1] + b;
        let half = (right - left) / 2.0;
        // Twice 20 for tanh, and e^40 e^40 is still below the largest single.
        let separable = logistic && w1.abs() * half < 20.0 && w2.abs() * half + at_centre.abs() < 20.0;
        Self { slopes: [w1, w2], centre, at_centre, separable }
    }

    fn along_x1(&self, x1: f32) -> f32 {
        self.slopes[0] * (x1 - self.centre[0])
    }

    fn along_x2(&self, x2: f32) -> f32 {
        self.slopes[1] * (x2 - self.centre[1]) + self.at_centre
    }
}

/// The centre of pixel `i` of `size` from `start` to `end`.
fn position(start: f32, end: f32, i: usize, size: usize) -> f32 {
    start + (end - start) * ((i as f32 + 0.5) / size as f32)
}
