//! The fast path: one hidden layer over four examples, which is every gate. An example is a lane, the state of a run
//! stays in registers, and an epoch still reads as the listing's lines.

use crate::activation::{Activation, Curve, Sigmoid, Tanh};
use crate::dataset::Dataset;
use crate::descent::Rates;
use crate::lane::{Lane, WIDTH, splat, sum};
use crate::network::Network;
use nalgebra::{SMatrix, SVector};

/// Takes `epochs` updates if the network has one hidden layer and the data four examples; otherwise does nothing and
/// says `false`.
pub fn descend(network: &mut Network, dataset: &Dataset, rates: Rates, epochs: u64) -> bool {
    let &[hidden, _] = network.layers() else { return false };
    let Some(examples) = Examples::of(dataset) else { return false };
    let parameters = &mut network.parameters[..];
    match (network.activation, hidden.fan_out) {
        (Activation::Sigmoid, 1) => run::<Sigmoid, 1>(parameters, &examples, rates, epochs),
        (Activation::Sigmoid, 2) => run::<Sigmoid, 2>(parameters, &examples, rates, epochs),
        (Activation::Sigmoid, 3) => run::<Sigmoid, 3>(parameters, &examples, rates, epochs),
        (Activation::Sigmoid, 4) => run::<Sigmoid, 4>(parameters, &examples, rates, epochs),
        (Activation::Sigmoid, 5) => run::<Sigmoid, 5>(parameters, &examples, rates, epochs),
        (Activation::Sigmoid, 6) => run::<Sigmoid, 6>(parameters, &examples, rates, epochs),
        (Activation::Sigmoid, 7) => run::<Sigmoid, 7>(parameters, &examples, rates, epochs),
        (Activation::Sigmoid, 8) => run::<Sigmoid, 8>(parameters, &examples, rates, epochs),
        (Activation::Tanh, 1) => run::<Tanh, 1>(parameters, &examples, rates, epochs),
        (Activation::Tanh, 2) => run::<Tanh, 2>(parameters, &examples, rates, epochs),
        (Activation::Tanh, 3) => run::<Tanh, 3>(parameters, &examples, rates, epochs),
        (Activation::Tanh, 4) => run::<Tanh, 4>(parameters, &examples, rates, epochs),
        (Activation::Tanh, 5) => run::<Tanh, 5>(parameters, &examples, rates, epochs),
        (Activation::Tanh, 6) => run::<Tanh, 6>(parameters, &examples, rates, epochs),
        (Activation::Tanh, 7) => run::<Tanh, 7>(parameters, &examples, rates, epochs),
        (Activation::Tanh, 8) => run::<Tanh, 8>(parameters, &examples, rates, epochs),
        _ => return false,
    }
    true
}

/// `X` and `Y` of four examples.
struct Examples {
    x: SVector<Lane, 2>,
    y: Lane,
}

impl Examples {
    fn of(dataset: &Dataset) -> Option<Self> {
        let inputs: &[[f64; 2]; WIDTH] = dataset.inputs[..].try_into().ok()?;
        let labels: [f64; WIDTH] = dataset.labels[..].try_into().ok()?;
        Some(Self { x: SVector::<Lane, 2>::from_fn(|i, _| inputs.map(|x| x[i]).into()), y: labels.into() })
    }
}

/// Kept out of line: a browser's optimizer does better by sixteen small functions than by one that holds them all.
#[inline(never)]
fn run<F: Curve, const H: usize>(parameters: &mut [f64], examples: &Examples, rates: Rates, epochs: u64) {
    let &Examples { x, y } = examples;
    let (weights, biases) = (splat(rates.weights), splat(rates.biases));
    let mut w1 = SMatrix::<Lane, 2, H>::from_fn(|i, j| splat(parameters[i * H + j]));
    let mut b1 = SVector::<Lane, H>::from_fn(|j, _| splat(parameters[2 * H + j]));
    let mut w2 = SVector::<Lane, H>::from_fn(|j, _| splat(parameters[3 * H + j]));
    let mut b2 = splat(parameters[4 * H]);

    for _ in 0..epochs {
        let a = (w1.tr_mul(&x) + b1).map(F::value);
        let y_hat = Sigmoid::value(w2.dot(&a) + b2);

        let dz2 = y_hat - y;
        let dz1 = w2.zip_map(&a, |w, a| w * dz2 * F::slope(a));

        w2 -= a.map(|a| sum(a * dz2) * weights);
        b2 -= sum(dz2) * biases;
        w1 -= SMatrix::<Lane, 2, H>::from_fn(|i, j| sum(x[i] * dz1[j]) * weights);
        b1 -= dz1.map(|d| sum(d) * biases);
    }

    let one = |lane: Lane| <[f64; WIDTH]>::from(lane)[0];
    for j in 0..H {
        parameters[j] = one(w1[(0, j)]);
        parameters[H + j] = one(w1[(1, j)]);
        parameters[2 * H + j] = one(b1[j]);
        parameters[3 * H + j] = one(w2[j]);
    }
    parameters[4 * H] = one(b2);
}
