//! The optimisers: how a gradient changes the parameters, and what is remembered for the updates after it.

use crate::lane::{Lane, splat};
use crate::layer::Layer;
use crate::words;
use core::ops::Range;

words! {
    /// How a gradient becomes an update.
    pub enum Optimizer {
        /// Gradient descent: `p -= rate g`.
        Descent = "gd",
        /// `v = momentum v + rate g`, `p -= v`, with `v = 0` at first (Rumelhart, Hinton and Williams, *Nature* 323, 1986).
        Momentum = "momentum",
        /// Adam (Kingma and Ba, *Adam: a method for stochastic optimization*, 2015, algorithm 1) with its usual constants:
        /// `m = 0.9 m + 0.1 g`, `v = 0.999 v + 0.001 g^2`,
        /// `p -= rate m / (1 - 0.9^t) / (sqrt(v / (1 - 0.999^t)) + 1e-8)` in update t = 1, 2, ...
        Adam = "adam",
    }
}

words! {
    /// What the gradients of the examples of a batch are divided by before the update.
    ///
    /// The post's listing sums them for the weights and takes their mean for the biases, which is the gradient of no single
    /// loss; its printed outputs come from summing both; the loss that it shows has the mean of both.
    pub enum GradientScale {
        /// Weights summed, biases averaged.
        Listing = "listing",
        /// Both summed.
        Sum = "sum",
        /// Both averaged.
        Mean = "mean",
    }
}

impl Optimizer {
    /// Numbers of a state with so many parameters.
    pub fn state_len(self, parameters: usize) -> usize {
        match self {
            Self::Descent => parameters,
            Self::Momentum => 2 * parameters,
            // The two means, and the powers of the two decays.
            Self::Adam => 3 * parameters + 2,
        }
    }

    /// Sets what the optimiser remembers to what it is before the first update; `memory` is the state after the parameters.
    pub fn reset(self, memory: &mut [f64]) {
        memory.fill(0.0);
        if self == Self::Adam {
            let powers = memory.len() - 2;
            memory[powers..].fill(1.0);
        }
    }
}

impl GradientScale {
    /// The divisors for a batch of so many examples.
    #[inline(always)]
    pub fn divisors(self, examples: usize) -> Divisors {
        let m = examples as f64;
        match self {
            Self::Listing => Divisors { weights: 1.0, biases: m },
            Self::Sum => Divisors { weights: 1.0, biases: 1.0 },
            Self::Mean => Divisors { weights: m, biases: m },
        }
    }
}

/// What sums over examples are divided by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Divisors {
    /// For weights: 1, or the examples of the batch.
    pub weights: f64,
    /// For biases: 1, or the examples of the batch.
    pub biases: f64,
}

/// Decay of Adam's mean of gradients, and of its mean of squares.
const DECAY: [f64; 2] = [0.9, 0.999];

/// Added to the root in Adam's quotient, which it keeps finite.
const EPSILON: f64 = 1e-8;

/// An optimiser with its settings.
///
/// A *state* is one list of numbers: the parameters, and after them what the optimiser remembers. Only this file reads the
/// latter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UpdateRule {
    /// How a gradient becomes an update.
    pub optimizer: Optimizer,
    /// What the gradients of a batch are divided by.
    pub scale: GradientScale,
    /// Above 0, at most 1e6; Adam's step size.
    pub learning_rate: f64,
    /// The part of the last update that momentum adds to this one, in [0, 1).
    pub momentum: f64,
    /// Rate of the penalty `l1 |w|` of each weight, 0 or more; the biases have none.
    pub l1: f64,
    /// Rate of the penalty `l2 w^2 / 2`, as of `l1`.
    pub l2: f64,
}

/// A range of the parameters whose gradient is scaled and penalised alike.
struct Part {
    range: Range<usize>,
    divisor: f64,
    l1: f64,
    l2: f64,
}

/// The loss is finite and an output below 1e150 while no number of a state is beyond this, whatever its size: nine layers of
/// 32 units multiply coordinates up to 1000 to no more than `2e15 (33e12)^8`, which is 3e123.
const MAX_MODERATE: f64 = 1e12;

/// Whether a state is so small that its loss is certainly finite.
#[inline(never)]
pub fn is_moderate(state: &[f64]) -> bool {
    // Without a branch it is taken in lanes. NaN compares with nothing.
    state.iter().fold(true, |moderate, number| moderate & (number.abs() <= MAX_MODERATE))
}

impl UpdateRule {
    /// Whether this is `p -= rate g` and no more.
    pub fn is_plain(&self) -> bool {
        self.optimizer == Optimizer::Descent && self.l1 == 0.0 && self.l2 == 0.0
    }

    /// Turns `gradient`, the sums over a batch of so many examples, into what the update descends: divides them as the
    /// gradient scale says, adds the derivatives of the penalties, and sets biases that are not trained to 0.
    pub fn scale_and_penalize(&self, layers: &[Layer], parameters: &[f64], gradient: &mut [f64], examples: usize) {
        for Part { range, divisor, l1, l2 } in self.parts(layers, examples) {
            for (g, &p) in gradient[range.clone()].iter_mut().zip(&parameters[range]) {
                *g = *g * (1.0 / divisor) + penalty(splat(p), l1, l2).to_array()[0];
            }
        }
        for layer in layers.iter().filter(|layer| !layer.biased) {
            gradient[layer.biases()].fill(0.0);
        }
    }

    /// Takes one update. `gradient` has the sums over a batch of so many examples, in the order of the parameters.
    #[inline(never)]
    pub(crate) fn apply(&self, layers: &[Layer], state: &mut [f64], gradient: &[f64], examples: usize) {
        let (parameters, memory) = state.split_at_mut(gradient.len());
        // Adam's means, or the velocity; Adam's squares; and the powers of its decays.
        let (means, memory) = memory.split_at_mut(memory.len().min(gradient.len()));
        let (squares, powers) = memory.split_at_mut(memory.len().min(gradient.len()));
        let mut corrections = [1.0; 2];
        for ((power, decay), correction) in powers.iter_mut().zip(DECAY).zip(&mut corrections) {
            *power *= decay;
            *correction = 1.0 - *power;
        }
        let (rate, momentum) = (splat(self.learning_rate), splat(self.momentum));
        let (rate_of_mean, square_scale) = (splat(self.learning_rate / corrections[0]), splat(1.0 / corrections[1]));
        let (decay, fresh) = (DECAY.map(splat), DECAY.map(|decay| splat(1.0 - decay)));

        for Part { range, divisor, l1, l2 } in self.parts(layers, examples) {
            let (step, mean) = (splat(self.learning_rate / divisor), splat(1.0 / divisor));
            let (p, g) = (&mut parameters[range.clone()], &gradient[range.clone()]);
            match self.optimizer {
                Optimizer::Descent => each_pair([p], g, |[p], g| {
                    *p -= g * step + penalty(*p, l1, l2) * rate;
                }),
                Optimizer::Momentum => each_pair([p, &mut means[range]], g, |[p, velocity], g| {
                    *velocity = *velocity * momentum + (g * step + penalty(*p, l1, l2) * rate);
                    *p -= *velocity;
                }),
                Optimizer::Adam => each_pair([p, &mut means[range.clone()], &mut squares[range]], g, |[p, m, v], g| {
                    let g = g * mean + penalty(*p, l1, l2);
                    *m = *m * decay[0] + g * fresh[0];
                    *v = *v * decay[1] + g * g * fresh[1];
                    *p -= rate_of_mean * *m / ((*v * square_scale).sqrt() + splat(EPSILON));
                }),
            }
        }
    }

    /// The weights of each layer, and its biases if they are trained.
    #[inline(always)]
    fn parts(&self, layers: &[Layer], examples: usize) -> impl Iterator<Item = Part> {
        let Divisors { weights, biases } = self.scale.divisors(examples);
        let (l1, l2) = (self.l1, self.l2);
        layers.iter().flat_map(move |layer| {
            let weights = Part { range: layer.weights(), divisor: weights, l1, l2 };
            let biases = Part { range: layer.biases(), divisor: biases, l1: 0.0, l2: 0.0 };
            [weights, biases].into_iter().take(if layer.biased { 2 } else { 1 })
        })
    }
}

/// Updates the entries of lists as long as the gradient, two at a time; the last of an odd number is in both halves of a lane.
#[inline(always)]
fn each_pair<const N: usize>(
    mut lists: [&mut [f64]; N],
    gradient: &[f64],
    mut update: impl FnMut(&mut [Lane; N], Lane),
) {
    let (pairs, last) = gradient.as_chunks();
    for (i, &g) in pairs.iter().enumerate() {
        let mut entries = lists.each_ref().map(|list| Lane::new(list.as_chunks().0[i]));
        update(&mut entries, Lane::new(g));
        for (list, entry) in lists.iter_mut().zip(entries) {
            list.as_chunks_mut().0[i] = entry.to_array();
        }
    }
    if let &[g] = last {
        let last = gradient.len() - 1;
        let mut entries = lists.each_ref().map(|list| splat(list[last]));
        update(&mut entries, splat(g));
        for (list, entry) in lists.into_iter().zip(entries) {
            list[last] = entry.to_array()[0];
        }
    }
}

/// The derivative of `l1 |w| + l2 w^2 / 2`; 0 at `w = 0`.
#[inline(always)]
fn penalty(w: Lane, l1: f64, l2: f64) -> Lane {
    let zero = splat(0.0);
    let sign = w.simd_gt(zero).select(splat(l1), w.simd_lt(zero).select(splat(-l1), zero));
    w * splat(l2) + sign
}
