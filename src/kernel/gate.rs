//! The post's kind of network: one hidden layer, and four examples, which is any gate. Two hidden units are a lane, and
//! nothing is summed across lanes but what enters the output.

use crate::curve::Curve;
use crate::lane::{Lane, firsts, seconds, splat, spread, sums};
use crate::layer::Rates;
use nalgebra::{Vector2, Vector4};

/// Examples of a gate.
pub const EXAMPLES: usize = 4;

/// The most pairs of hidden units.
const PAIRS: usize = 4;

/// What is to be learned and how fast, each number twice, as two units ask for it at once.
struct Gate {
    x: [Vector4<Lane>; 2],
    /// `x` times the rate of weights: a product less to wait for after the error is known.
    rated_x: [Vector4<Lane>; 2],
    y: Vector2<Lane>,
    weights: Lane,
    biases: Lane,
}

/// The parameters of two hidden units, and their activations for each example.
#[derive(Clone, Copy)]
struct Pair {
    w1: Vector2<Lane>,
    b1: Lane,
    w2: Lane,
    a: Vector4<Lane>,
}

impl Pair {
    /// `A = f(W1'X + B1)`. Returns what the two units add to `Z2`, one beside the other.
    #[inline(always)]
    fn forward(&mut self, f: Curve, x: &[Vector4<Lane>; 2]) -> Vector4<Lane> {
        self.a = f.value((x[0] * self.w1[0]).add_scalar(self.b1) + x[1] * self.w1[1]);
        self.a * self.w2
    }

    /// `dZ1 = W2 dZ2 * f'(Z1)`, and an update by `dW2 = A dZ2'`, `dB1 = dZ1`, `dW1 = X dZ1'`, summed over the examples.
    #[inline(always)]
    fn backward(&mut self, f: Curve, gate: &Gate, dz2: &Vector4<Lane>) {
        let dz1 = (f.slope(self.a) * self.w2).component_mul(dz2);
        self.w2 -= total(self.a.component_mul(dz2)) * gate.weights;
        self.b1 -= total(dz1) * gate.biases;
        self.w1 -= Vector2::from_fn(|i, _| total(gate.rated_x[i].component_mul(&dz1)));
    }
}

/// Whether [`descend`] knows a hidden layer of so many units.
pub fn knows(hidden: usize) -> bool {
    (2..=2 * PAIRS).contains(&hidden) && hidden.is_multiple_of(2)
}

/// Takes `epochs` updates of hidden activation `f`. `inputs` are one `[x1, x2]` an example; the parameters are W1
/// (2 x hidden) row by row, B1, W2, B2, of a number of hidden units that it [`knows`].
#[inline(never)]
pub fn descend(
    f: Curve,
    parameters: &mut [f64],
    inputs: &[[f64; 2]; EXAMPLES],
    labels: &[f64; EXAMPLES],
    rates: Rates,
    epochs: u64,
) {
    let [y0, y1, y2, y3] = *labels;
    let x: [Vector4<Lane>; 2] = core::array::from_fn(|i| inputs.map(|x| splat(x[i])).into());
    let gate = Gate {
        x,
        rated_x: x.map(|x| x * splat(rates.weights)),
        y: [Lane::new([y0, y1]), Lane::new([y2, y3])].into(),
        weights: splat(rates.weights),
        biases: splat(rates.biases),
    };
    let (lists, b2) = parameters.split_at_mut(parameters.len() - 1);
    let hidden = lists.len() / 4;
    let lane = |row: usize, j: usize| row * hidden + 2 * j..row * hidden + 2 * j + 2;
    let read = |row, j| Lane::from(&lists[lane(row, j)]);
    let zero = splat(0.0);
    let mut pairs = [Pair { w1: [zero; 2].into(), b1: zero, w2: zero, a: [zero; 4].into() }; PAIRS];
    let pairs = &mut pairs[..hidden / 2];
    for (j, pair) in pairs.iter_mut().enumerate() {
        *pair = Pair { w1: [read(0, j), read(1, j)].into(), b1: read(2, j), w2: read(3, j), ..*pair };
    }

    run(f, pairs, &mut b2[0], &gate, epochs);

    for (j, pair) in pairs.iter().enumerate() {
        for (row, values) in [pair.w1[0], pair.w1[1], pair.b1, pair.w2].into_iter().enumerate() {
            lists[lane(row, j)].copy_from_slice(&values.to_array());
        }
    }
}

fn run(f: Curve, pairs: &mut [Pair], b2: &mut f64, gate: &Gate, epochs: u64) {
    // B2 enters the sum over the units beside the first of each pair.
    let mut bias = Lane::new([*b2, 0.0]);
    // An update begins with the error of the forward pass before it, so that the loop holds the whole round.
    let mut left = epochs;
    loop {
        let mut z2 = Vector4::repeat(bias);
        for pair in pairs.iter_mut() {
            z2 += pair.forward(f, &gate.x);
        }
        if left == 0 {
            break;
        }
        left -= 1;

        let errors = Curve::SIGMOID.value(sums(z2)) - gate.y;
        let dz2 = spread(errors);
        for pair in pairs.iter_mut() {
            pair.backward(f, gate, &dz2);
        }
        let two = errors[0] + errors[1];
        bias -= firsts(two + seconds(two, two), splat(0.0)) * gate.biases;
    }
    *b2 = bias.to_array()[0];
}

/// The sum over the examples.
#[inline(always)]
fn total(lanes: Vector4<Lane>) -> Lane {
    (lanes[0] + lanes[1]) + (lanes[2] + lanes[3])
}
