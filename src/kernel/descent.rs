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

/// The most hidden units.
const MOST: usize = 8;

/// Takes `epochs` updates of 1 to 8 hidden units of activation `f`. `parameters` are W1 (2 x units) row by row, B1, W2,
/// B2: `4 units + 1` of them.
pub fn descend(f: Curve, parameters: &mut [f64], examples: &Examples, rates: Rates, epochs: u64) {
    match parameters.len() / 4 {
        2 => two(f, parameters, examples, rates, epochs),
        units => many(f, units, parameters, examples, rates, epochs),
    }
}

// Each is kept out of line: a browser's optimizer does better by small functions than by one that holds them all.

/// The post's network, all of it in registers.
#[inline(never)]
fn two(f: Curve, parameters: &mut [f64], examples: &Examples, rates: Rates, epochs: u64) {
    run(f, &mut [Units::<2>::read(parameters, 0)], parameters, examples, rates, epochs);
}

#[inline(never)]
fn many(f: Curve, units: usize, parameters: &mut [f64], examples: &Examples, rates: Rates, epochs: u64) {
    let mut all: [Units<1>; MOST] = std::array::from_fn(|unit| Units::read(parameters, unit));
    run(f, &mut all[..units], parameters, examples, rates, epochs);
}

/// `H` hidden units side by side, from the unit `first` on.
struct Units<const H: usize> {
    first: usize,
    w1: SMatrix<Lane, 2, H>,
    b1: SVector<Lane, H>,
    w2: SVector<Lane, H>,
    a: SVector<Lane, H>,
}

impl<const H: usize> Units<H> {
    fn read(parameters: &[f64], first: usize) -> Self {
        let at = |row: usize, j: usize| splat(parameters.get(place(parameters, row, first + j)).copied().unwrap_or(0.0));
        Self {
            first,
            w1: SMatrix::from_fn(at),
            b1: SVector::from_fn(|j, _| at(2, j)),
            w2: SVector::from_fn(|j, _| at(3, j)),
            a: SVector::zeros(),
        }
    }

    fn write(&self, parameters: &mut [f64]) {
        for j in 0..H {
            for (row, lane) in [self.w1[(0, j)], self.w1[(1, j)], self.b1[j], self.w2[j]].into_iter().enumerate() {
                parameters[place(parameters, row, self.first + j)] = one(lane);
            }
        }
    }
}

/// Where a unit's parameter stands: rows of W1 first, then B1, then W2.
fn place(parameters: &[f64], row: usize, unit: usize) -> usize {
    row * (parameters.len() / 4) + unit
}

/// The number that a lane has four times.
fn one(lane: Lane) -> f64 {
    <[f64; WIDTH]>::from(lane)[0]
}

#[inline(always)]
fn run<const H: usize>(
    f: Curve,
    hidden: &mut [Units<H>],
    parameters: &mut [f64],
    examples: &Examples,
    rates: Rates,
    epochs: u64,
) {
    let x = SVector::<Lane, 2>::from_fn(|i, _| examples.inputs.map(|x| x[i]).into());
    let y = Lane::from(*examples.labels);
    let (weights, biases) = (splat(rates.weights), splat(rates.biases));
    let last = parameters.len() - 1;
    let mut b2 = splat(parameters[last]);

    for _ in 0..epochs {
        let mut z2 = b2;
        for Units { w1, b1, w2, a, .. } in hidden.iter_mut() {
            *a = (w1.tr_mul(&x) + *b1).map(|z| f.value(z));
            z2 += w2.dot(a);
        }
        let dz2 = Curve::SIGMOID.value(z2) - y;

        for Units { w1, b1, w2, a, .. } in hidden.iter_mut() {
            let dz1 = w2.zip_map(a, |w, a| w * dz2 * f.slope(a));
            *w2 -= a.map(|a| sum(a * dz2) * weights);
            *w1 -= SMatrix::<Lane, 2, H>::from_fn(|i, j| sum(x[i] * dz1[j]) * weights);
            *b1 -= dz1.map(|dz| sum(dz) * biases);
        }
        b2 -= sum(dz2) * biases;
    }

    for units in hidden {
        units.write(parameters);
    }
    parameters[last] = one(b2);
}
