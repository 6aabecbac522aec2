//! The post's network: two hidden units over four examples, which is any gate. An example is a lane, the state of a run
//! stays in registers, and an epoch reads as the listing's lines.

use crate::curve::Curve;
use crate::lane::{Lane, WIDTH, splat, sum};
use crate::layer::Rates;
use nalgebra::{SMatrix, SVector};

/// The parameters of this network: W1 row by row, B1, W2, B2.
pub type Parameters = [f64; 9];

/// Takes `epochs` updates of hidden activation `f`. `inputs` are one `[x1, x2]` an example.
#[inline(never)]
pub fn descend(
    f: Curve,
    parameters: &mut Parameters,
    inputs: &[[f64; 2]; WIDTH],
    labels: &[f64; WIDTH],
    rates: Rates,
    epochs: u64,
) {
    let x = SVector::<Lane, 2>::from_fn(|i, _| inputs.map(|x| x[i]).into());
    let y = Lane::from(*labels);
    let (weights, biases) = (splat(rates.weights), splat(rates.biases));
    let lanes = parameters.map(splat);
    let mut w1 = SMatrix::<Lane, 2, 2>::from_row_slice(&lanes[..4]);
    let mut b1 = SVector::<Lane, 2>::from_column_slice(&lanes[4..6]);
    let mut w2 = SVector::<Lane, 2>::from_column_slice(&lanes[6..8]);
    let mut b2 = lanes[8];

    for _ in 0..epochs {
        let a = (w1.tr_mul(&x) + b1).map(|z| f.value(z));
        let y_hat = Curve::SIGMOID.value(w2.dot(&a) + b2);

        let dz2 = y_hat - y;
        let dz1 = w2.zip_map(&a, |w, a| w * dz2 * f.slope(a));

        w2 -= a.map(|a| sum(a * dz2) * weights);
        b2 -= sum(dz2) * biases;
        w1 -= SMatrix::<Lane, 2, 2>::from_fn(|i, j| sum(x[i] * dz1[j]) * weights);
        b1 -= dz1.map(|dz| sum(dz) * biases);
    }

    let lanes = [w1[(0, 0)], w1[(0, 1)], w1[(1, 0)], w1[(1, 1)], b1[0], b1[1], w2[0], w2[1], b2];
    *parameters = lanes.map(|lane| <[f64; WIDTH]>::from(lane)[0]);
}
