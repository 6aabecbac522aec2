//! What a network has learned, as a picture: its predictions over a square of the plane, and the decision boundary.

mod contour;

use crate::field::Field;
use crate::network::Network;
use crate::output::Output;
use alloc::{vec, vec::Vec};
use kernel::shades::{self, SHADES};
use kernel::sqrt;
use kernel::{Examples, Loss, Pass};

/// The least and the most pixels to a side.
pub const SIZES: core::ops::RangeInclusive<usize> = 16..=512;

/// Rounding errors of a logit, in units of the last place of all its terms together.
const NOISE_ULPS: f32 = 4.0;

/// A larger parameter, to either side of 0, is taken as this: products of two are finite in single precision.
const MAX_PARAMETER: f64 = 1e18;

/// A unit without bounds whose answers are all smaller is drawn as one that answers 0: 256 shades of less are no finite scale.
const LEAST_ANSWER: f32 = 1e-30;

/// A field of outputs over a square of the plane.
#[derive(Clone, Debug, Default)]
pub struct Boundary {
    field: Field,
    output: Output,
    /// The rounding error of a logit: one that is no further from 0 has no certain sign.
    noise: f32,
    /// Whether those at the corners of the contour's grid are known in double precision.
    is_refined: bool,
    pixels: Vec<u32>,
}

impl Boundary {
    /// Evaluates a network with these parameters at `size` x `size` points of `domain`, `[x1 min, x1 max, x2 min, x2 max]`. A size out of
    /// [`SIZES`] is taken as the nearest in it.
    pub fn evaluate(&mut self, network: &Network, parameters: &[f64], domain: [f64; 4], size: usize) {
        self.evaluate_field(network, parameters, domain, size, false);
    }

    /// The activations of every hidden unit over `domain`, layer by layer: pictures of `size` x `size` pixels, one below the
    /// other, coloured from the least value of the activation to the greatest. For an unbounded activation 0 is in the middle of
    /// the palette, and the value of the largest size in the picture at one of its ends. A size out of [`SIZES`] is taken as the
    /// nearest in it.
    pub fn paint_units(
        &mut self,
        network: &Network,
        parameters: &[f64],
        domain: [f64; 4],
        size: usize,
        palette: &[u32; 256],
    ) -> &[u32] {
        self.evaluate_field(network, parameters, domain, size, true);
        self.pixels.clear();
        for unit in self.field.units.chunks_exact(self.field.size * self.field.size) {
            let [least, greatest] = network.activation.range().unwrap_or_else(|| {
                let most = unit.iter().fold(LEAST_ANSWER, |most, a| most.max(a.abs()));
                [-most, most]
            });
            let scale = 255.0 / (greatest - least);
            self.pixels.extend(unit.iter().map(|a| palette[(((a - least) * scale + 0.5) as usize).min(255)]));
        }
        &self.pixels
    }

    /// Evaluates the field, and keeps its units if asked for.
    fn evaluate_field(
        &mut self,
        network: &Network,
        parameters: &[f64],
        domain: [f64; 4],
        size: usize,
        keeps_units: bool,
    ) {
        self.field.size = size.clamp(*SIZES.start(), *SIZES.end());
        self.field.domain = domain.map(|x| x as f32);
        self.output = network.output;
        self.field.parameters.clear();
        self.field.parameters.extend(parameters.iter().map(|&p| p.clamp(-MAX_PARAMETER, MAX_PARAMETER) as f32));
        let last = network.layers()[network.layers().len() - 1];
        let size_of_terms: f32 = self.field.parameters[last.start..].iter().map(|p| p.abs()).sum();
        self.is_refined = false;
        self.noise = NOISE_ULPS * f32::EPSILON * size_of_terms;
        let boundary = network.output.logit_of_boundary() as f32;
        self.field.evaluate(network.activation, network.layers(), boundary, keeps_units);
    }

    /// The field as pixels, row by row from the top. `palette` has 256 colours, from label 0 to label 1. A prediction's distance
    /// from the boundary is drawn by its square root, so that colours change most near the boundary.
    pub fn paint(&mut self, palette: &[u32; 256]) -> &[u32] {
        let boundary = self.output.logit_of_boundary() as f32;
        let mut shades = [0; 2 * SHADES];
        for (side, shades) in [1.0, -1.0].into_iter().zip(shades.chunks_exact_mut(SHADES)) {
            let mut predictions: [f32; SHADES] = core::array::from_fn(|i| side * shades::distance(i) + boundary);
            self.output.activation().row(&mut predictions);
            let [zero, one] = self.output.targets().map(|target| target as f32);
            for (shade, prediction) in shades.iter_mut().zip(predictions) {
                let distance = (2.0 * (prediction - zero) / (one - zero) - 1.0).abs().min(1.0);
                *shade = palette[(127.5 + 127.5 * side * sqrt(f64::from(distance)) as f32 + 0.5) as usize];
            }
        }
        shades::paint(&mut self.pixels, &self.field.logits, &shades);
        &self.pixels
    }
}

/// The post's own picture: whether each of the points `(0.08 i, 0.08 j)`, `i` and `j` from 0 to 12, is on the side of
/// label 1. `i` is the outer loop, along x1.
pub fn scatter(network: &Network, parameters: &[f64]) -> [bool; 169] {
    let inputs: [[f64; 2]; 169] = core::array::from_fn(|k| [k / 13, k % 13].map(|i| i as f64 * 0.08));
    let pass = evaluated(network, parameters, &inputs);
    core::array::from_fn(|k| pass.predictions()[k] >= network.output.boundary())
}

/// A pass in double precision over these inputs.
#[inline(never)]
fn evaluated(network: &Network, parameters: &[f64], inputs: &[[f64; 2]]) -> Pass {
    let mut pass = Pass::new(network.layers(), inputs.len());
    // Any loss will do: the outputs do not depend on it.
    pass.evaluate(network.model(Loss::default()), parameters, &Examples::new(inputs, &vec![0.0; inputs.len()]), false);
    pass
}
