//! Gradient descent of one hidden layer over four examples, which is every gate. An example is a lane, the state of a run
//! stays in registers, and an epoch still reads as the listing's lines.

use crate::curve::Curve;
use crate::lane::{Lane, WIDTH, splat, sum};
use nalgebra::{SMatrix, SVector};

/// How far a unit of summed gradient moves a weight and a bias.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rates {
    pub weights: f64,
    pub biases: f64,
}

/// Four examples: `X`, one `[x1, x2]` an example, and `Y`.
pub struct Examples<'a> {
    pub inputs: &'a [[f64; 2]; WIDTH],
    pub labels: &'a [f64; WIDTH],
}

/// Takes `epochs` updates of 1 to 8 hidden units of activation `f`. `parameters` are W1 (2 x units) row by row, B1, W2,
/// B2: `4 units + 1` of them.
pub fn descend(f: Curve, parameters: &mut [f64], examples: &Examples, rates: Rates, epochs: u64) {
    let units = parameters.len() / 4;
    if units <= 2 {
        two(f, parameters, examples, rates, epochs);
    } else {
        many(f, parameters, examples, rates, epochs);
    }
}

// Each is kept out of line: a browser's optimizer does better by small functions than by one that holds them all.

#[inline(never)]
fn two(f: Curve, parameters: &mut [f64], examples: &Examples, rates: Rates, epochs: u64) {
    run(f, &mut [Block::<2>::read(parameters, 0, rates)], parameters, examples, rates, epochs);
}

#[inline(never)]
fn many(f: Curve, parameters: &mut [f64], examples: &Examples, rates: Rates, epochs: u64) {
    let mut blocks = [0, 4].map(|first| Block::<4>::read(parameters, first, rates));
    let count = if parameters.len() <= 17 { 1 } else { 2 };
    run(f, &mut blocks[..count], parameters, examples, rates, epochs);
}

/// `H` hidden units side by side, from the unit `first` on. Those beyond the network's have parameters and rates of 0 and
/// so add exactly nothing, at any epoch: blocks of two widths serve all sizes.
struct Block<const H: usize> {
    first: usize,
    w1: SMatrix<Lane, 2, H>,
    b1: SVector<Lane, H>,
    w2: SVector<Lane, H>,
    a: SVector<Lane, H>,
    weights: SVector<Lane, H>,
    biases: SVector<Lane, H>,
}

impl<const H: usize> Block<H> {
    fn read(parameters: &[f64], first: usize, rates: Rates) -> Self {
        let units = parameters.len() / 4;
        let real = |j: usize, value: f64| splat(if first + j < units { value } else { 0.0 });
        let row = |row: usize, j: usize| real(j, parameters.get(row * units + first + j).copied().unwrap_or(0.0));
        Self {
            first,
            w1: SMatrix::from_fn(row),
            b1: SVector::from_fn(|j, _| row(2, j)),
            w2: SVector::from_fn(|j, _| row(3, j)),
            a: SVector::zeros(),
            weights: SVector::from_fn(|j, _| real(j, rates.weights)),
            biases: SVector::from_fn(|j, _| real(j, rates.biases)),
        }
    }

    fn write(&self, parameters: &mut [f64]) {
        let units = parameters.len() / 4;
        for j in 0..H.min(units.saturating_sub(self.first)) {
            for (row, lane) in [self.w1[(0, j)], self.w1[(1, j)], self.b1[j], self.w2[j]].into_iter().enumerate() {
                parameters[row * units + self.first + j] = one(lane);
            }
        }
    }
}

/// The number that a lane has four times.
fn one(lane: Lane) -> f64 {
    <[f64; WIDTH]>::from(lane)[0]
}

#[inline(always)]
fn run<const H: usize>(
    f: Curve,
    blocks: &mut [Block<H>],
    parameters: &mut [f64],
    examples: &Examples,
    rates: Rates,
    epochs: u64,
) {
    let x = SVector::<Lane, 2>::from_fn(|i, _| examples.inputs.map(|x| x[i]).into());
    let y = Lane::from(*examples.labels);
    let last = parameters.len() - 1;
    let mut b2 = splat(parameters[last]);

    for _ in 0..epochs {
        let mut z2 = b2;
        for Block { w1, b1, w2, a, .. } in blocks.iter_mut() {
            *a = (w1.tr_mul(&x) + *b1).map(|z| f.value(z));
            z2 += w2.dot(a);
        }
        let dz2 = Curve::SIGMOID.value(z2) - y;

        for Block { w1, b1, w2, a, weights, biases, .. } in blocks.iter_mut() {
            let dz1 = w2.zip_map(a, |w, a| w * dz2 * f.slope(a));
            *w2 -= a.map(|a| sum(a * dz2)).component_mul(weights);
            *w1 -= SMatrix::<Lane, 2, H>::from_fn(|i, j| sum(x[i] * dz1[j]) * weights[j]);
            *b1 -= dz1.map(sum).component_mul(biases);
        }
        b2 -= sum(dz2) * splat(rates.biases);
    }

    for block in blocks {
        block.write(parameters);
    }
    parameters[last] = one(b2);
}
