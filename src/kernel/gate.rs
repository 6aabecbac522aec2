//! The fast path for the post's kind of network: one hidden layer of an even number of units, a sigmoid output, plain gradient
//! descent, and four examples, which is any gate. Two hidden units are a lane, and nothing is summed across lanes but what
//! enters the output.

use crate::activation::Activation;
use crate::lane::{Lane, firsts, seconds, splat, spread, sums};
use crate::layer::Layer;
use crate::optimizer::{Divisors, UpdateRule, is_moderate};
use crate::pass::{Examples, Model};
use nalgebra::{SVector, Vector2, Vector4};

/// Examples of a gate.
const EXAMPLES: usize = 4;

/// The most pairs of hidden units.
const MAX_PAIRS: usize = 4;

/// Whether [`descend`] trains such a network on so many examples in batches of `batch`, in the order in which they were given:
/// all of them at once, or one at a time.
#[inline(never)]
pub fn handles(model: Model, layers: &[Layer], examples: usize, batch: usize, update: &UpdateRule) -> bool {
    let hidden = match layers {
        [hidden, _] => hidden.fan_out,
        _ => return false,
    };
    examples == EXAMPLES
        && (batch == 1 || batch >= EXAMPLES)
        && hidden.is_multiple_of(2)
        && hidden <= 2 * MAX_PAIRS
        && model.output == Activation::Sigmoid
        && update.is_plain()
}

/// Epochs, at least 1, of which [`descend`] leaves a finite loss after all but perhaps the last.
#[inline(never)]
pub fn sure_epochs(model: Model, parameters: &[f64], examples: &Examples, update: &UpdateRule) -> u64 {
    if !is_moderate(parameters) {
        return 1;
    }
    if model.activation.range().is_some() {
        // No value is beyond 1: W2 grows by a sum, and W1 by a sum of that.
        return u64::MAX;
    }
    // No slope is above 1, and no activation further than 1 beyond the weighted sum, which is at most 3 x times the largest
    // of all parameters and 1. So an example moves none by more than 4 x rate times that, and 1 + t is at most e^t. From 1e12 it is
    // e^299 to 1e142, where the loss is finite.
    let x = examples.inputs.as_flattened().iter().fold(1.0, |most: f64, x| most.max(x.abs()));
    (299.0 / (4.0 * EXAMPLES as f64 * x * update.learning_rate) + 1.0) as u64
}

/// Learning rates of a gradient that is summed over a batch, the same in both halves of a lane.
struct Rates {
    weights: Lane,
    /// Of the hidden biases, and of the output's; 0 where they are not trained.
    biases: [Lane; 2],
}

/// The parameters of two hidden units, and their activations for each example of a batch.
#[derive(Clone, Copy)]
struct Pair<const N: usize> {
    w1: Vector2<Lane>,
    b1: Lane,
    w2: Lane,
    a: SVector<Lane, N>,
}

/// `N` examples of a batch: each input twice, as two units ask for it at once, and the targets in `M` lanes.
struct Batch<const N: usize, const M: usize> {
    x: [SVector<Lane, N>; 2],
    /// `x` times the rate of weights, computed once: after the error is known an update waits for one product less.
    rated_x: [SVector<Lane, N>; 2],
    y: [Lane; M],
}

impl<const N: usize, const M: usize> Batch<N, M> {
    fn new(x: [SVector<Lane, N>; 2], y: [Lane; M], rates: &Rates) -> Self {
        Self { x, rated_x: x.map(|x| x * rates.weights), y }
    }
}

impl<const N: usize> Pair<N> {
    /// `A = f(W1'X + B1)`. Returns what the two units add to `Z2`, one beside the other.
    #[inline(always)]
    fn forward(&mut self, f: Activation, x: &[SVector<Lane, N>; 2]) -> SVector<Lane, N> {
        self.a = f.value((x[0] * self.w1[0]).add_scalar(self.b1) + x[1] * self.w1[1]);
        self.a * self.w2
    }

    /// `dZ1 = W2 dZ2 * f'(Z1)`, and an update by `dW2 = A dZ2'`, `dB1 = dZ1`, `dW1 = X dZ1'`, summed over the examples.
    #[inline(always)]
    fn backward<const M: usize>(&mut self, f: Activation, batch: &Batch<N, M>, rates: &Rates, dz2: &SVector<Lane, N>) {
        let dz1 = (f.slope(self.a) * self.w2).component_mul(dz2);
        self.w2 -= total(self.a.component_mul(dz2)) * rates.weights;
        self.b1 -= total(dz1) * rates.biases[0];
        self.w1 -= Vector2::from_fn(|i, _| total(batch.rated_x[i].component_mul(&dz1)));
    }
}

/// Takes `epochs` epochs with batches of `batch` examples, of what it [`handles`]. The parameters are W1 (2 x hidden) row by
/// row, B1, W2, B2. Returns the largest error `|Yhat - Y|` of an example, as the updates found it.
#[inline(never)]
pub fn descend(
    model: Model,
    layers: &[Layer],
    parameters: &mut [f64],
    examples: &Examples,
    batch: usize,
    update: &UpdateRule,
    epochs: u64,
) -> f64 {
    let Divisors { weights, biases } = update.scale.divisors(batch.min(EXAMPLES));
    let bias = |layer: &Layer| splat(if layer.biased { update.learning_rate / biases } else { 0.0 });
    let rates = Rates { weights: splat(update.learning_rate / weights), biases: [bias(&layers[0]), bias(&layers[1])] };
    let (inputs, targets) = (&examples.inputs[..EXAMPLES], &examples.targets[..EXAMPLES]);
    let x = [0, 1].map(|i| [inputs[0][i], inputs[1][i], inputs[2][i], inputs[3][i]].map(splat));
    let y = [targets[0], targets[1], targets[2], targets[3]];
    if batch == 1 {
        let batches = core::array::from_fn::<_, EXAMPLES, _>(|k| {
            Batch::new([[x[0][k]].into(), [x[1][k]].into()], [splat(y[k])], &rates)
        });
        train(model, parameters, &batches, &rates, epochs, |z2: SVector<Lane, 1>, y: &[Lane; 1], largest| {
            let z2 = SVector::from([firsts(z2[0], z2[0]) + seconds(z2[0], z2[0])]);
            delta(model, z2, (*y).into(), largest)
        })
    } else {
        let y = [Lane::new([y[0], y[1]]), Lane::new([y[2], y[3]])];
        let batch = Batch::new(x.map(Vector4::from), y, &rates);
        train(model, parameters, &[batch], &rates, epochs, |z2: Vector4<Lane>, y: &[Lane; 2], largest| {
            spread(delta(model, sums(z2), (*y).into(), largest))
        })
    }
}

/// `dZ2` from `Z2`. A larger error than the `largest` takes its place.
#[inline(always)]
fn delta<const N: usize>(
    model: Model,
    z2: SVector<Lane, N>,
    y: SVector<Lane, N>,
    largest: &mut Lane,
) -> SVector<Lane, N> {
    let yhat = Activation::Sigmoid.value(z2);
    *largest = (yhat - y).iter().fold(*largest, |largest, error| largest.fast_max(error.abs()));
    model.loss.delta(Activation::Sigmoid, yhat, y)
}

/// [`descend`], one batch of `N` examples after another. `error` gives `dZ2`, twice in each lane, from `Z2`, whose two halves
/// are yet to be added, and keeps the largest error.
#[inline(always)]
fn train<const N: usize, const M: usize>(
    model: Model,
    parameters: &mut [f64],
    batches: &[Batch<N, M>],
    rates: &Rates,
    epochs: u64,
    error: impl Fn(SVector<Lane, N>, &[Lane; M], &mut Lane) -> SVector<Lane, N>,
) -> f64 {
    let (lists, b2) = parameters.split_at_mut(parameters.len() - 1);
    let hidden = lists.len() / 4;
    let lane = |row: usize, j: usize| row * hidden + 2 * j..row * hidden + 2 * j + 2;
    let read = |row, j| Lane::from(&lists[lane(row, j)]);
    let zero = splat(0.0);
    let mut pairs = [Pair { w1: [zero; 2].into(), b1: zero, w2: zero, a: SVector::repeat(zero) }; MAX_PAIRS];
    let pairs = &mut pairs[..hidden / 2];
    for (j, pair) in pairs.iter_mut().enumerate() {
        *pair = Pair { w1: [read(0, j), read(1, j)].into(), b1: read(2, j), w2: read(3, j), ..*pair };
    }

    // B2 enters the sum over the units beside the first of each pair.
    let mut bias = Lane::new([b2[0], 0.0]);
    let mut largest = zero;
    for _ in 0..epochs {
        for batch in batches {
            let mut z2 = SVector::repeat(bias);
            for pair in pairs.iter_mut() {
                z2 += pair.forward(model.activation, &batch.x);
            }
            let dz2 = error(z2, &batch.y, &mut largest);
            for pair in pairs.iter_mut() {
                pair.backward(model.activation, batch, rates, &dz2);
            }
            bias -= firsts(of_output(dz2), zero) * rates.biases[1];
        }
    }
    b2[0] = bias.to_array()[0];

    for (j, pair) in pairs.iter().enumerate() {
        for (row, values) in [pair.w1[0], pair.w1[1], pair.b1, pair.w2].into_iter().enumerate() {
            lists[lane(row, j)].copy_from_slice(&values.to_array());
        }
    }
    let [a, b] = largest.to_array();
    a.max(b)
}

/// The sum over the examples of a batch.
#[inline(always)]
fn total<const N: usize>(lanes: SVector<Lane, N>) -> Lane {
    if N == 4 { (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]) } else { lanes[0] }
}

/// The same for the output, whose errors were two in a lane.
#[inline(always)]
fn of_output<const N: usize>(lanes: SVector<Lane, N>) -> Lane {
    if N == 4 { (lanes[0] + lanes[2]) + (lanes[1] + lanes[3]) } else { lanes[0] }
}
