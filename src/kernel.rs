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
    let units = hidden.fan_out;
    let parameters = &mut network.parameters[..];
    match (network.activation, units) {
        (Activation::Sigmoid, ..=2) => run::<Sigmoid, 2>(units, parameters, &examples, rates, epochs),
        (Activation::Sigmoid, ..=4) => run::<Sigmoid, 4>(units, parameters, &examples, rates, epochs),
        (Activation::Sigmoid, _) => run::<Sigmoid, 8>(units, parameters, &examples, rates, epochs),
        (Activation::Tanh, ..=2) => run::<Tanh, 2>(units, parameters, &examples, rates, epochs),
        (Activation::Tanh, ..=4) => run::<Tanh, 4>(units, parameters, &examples, rates, epochs),
        (Activation::Tanh, _) => run::<Tanh, 8>(units, parameters, &examples, rates, epochs),
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

/// `units` of `H` hidden units are the network's. The others have parameters and rates of 0 and so add exactly nothing,
/// at any epoch: three widths serve all eight, in a third of the code.
///
/// Kept out of line: a browser's optimizer does better by small functions than by one that holds them all.
#[inline(never)]
fn run<F: Curve, const H: usize>(units: usize, parameters: &mut [f64], examples: &Examples, rates: Rates, epochs: u64) {
    let &Examples { x, y } = examples;
    let real = |j: usize, value: f64| splat(if j < units { value } else { 0.0 });
    let at = |start: usize, j: usize| real(j, parameters.get(start * units + j).copied().unwrap_or(0.0));
    let mut w1 = SMatrix::<Lane, 2, H>::from_fn(at);
    let mut b1 = SVector::<Lane, H>::from_fn(|j, _| at(2, j));
    let mut w2 = SVector::<Lane, H>::from_fn(|j, _| at(3, j));
    let mut b2 = splat(parameters[4 * units]);
    let weights = SVector::<Lane, H>::from_fn(|j, _| real(j, rates.weights));
    let biases = SVector::<Lane, H>::from_fn(|j, _| real(j, rates.biases));

    for _ in 0..epochs {
        let a = (w1.tr_mul(&x) + b1).map(F::value);
        let y_hat = Sigmoid::value(w2.dot(&a) + b2);

        let dz2 = y_hat - y;
        let dz1 = w2.zip_map(&a, |w, a| w * dz2 * F::slope(a));

        w2 -= a.map(|a| sum(a * dz2)).component_mul(&weights);
        b2 -= sum(dz2) * splat(rates.biases);
        w1 -= SMatrix::<Lane, 2, H>::from_fn(|i, j| sum(x[i] * dz1[j]) * weights[j]);
        b1 -= dz1.map(sum).component_mul(&biases);
    }

    let one = |lane: Lane| <[f64; WIDTH]>::from(lane)[0];
    for j in 0..units {
        parameters[j] = one(w1[(0, j)]);
        parameters[units + j] = one(w1[(1, j)]);
        parameters[2 * units + j] = one(b1[j]);
        parameters[3 * units + j] = one(w2[j]);
    }
    parameters[4 * units] = one(b2);
}
