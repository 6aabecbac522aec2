//! What has become of a run.

use crate::config::Config;
use crate::dataset::Dataset;
use crate::hessian;
use crate::order::Order;
use crate::run::Run;
use crate::separable::separable;
use crate::twins::twins;
use alloc::vec::Vec;
use kernel::{Activation, Loss, Optimizer, words};

words! {
    /// What has become of a run, judged from its present state alone, so that it is the same after every seek.
    pub enum Outcome {
        /// None of the others: an example wrong, and the loss not flat.
        Learning = "learning",
        /// An example wrong, and one of two: the loss is flat and no [`Reason`] is known, as at a saddle that is left
        /// again; or a reason is known, and the loss is no better than a constant prediction's.
        Plateau = "plateau",
        /// Every example on its label's side of the boundary.
        Solved = "solved",
        /// An example wrong, which stays so for a [`Reason`], and a loss below a constant prediction's.
        Stuck = "stuck",
        /// The next update would leave the finite numbers; the state is the last finite one.
        Diverged = "diverged",
    }
}

words! {
    /// Why an example that is wrong stays so. All but [`Reason::DeadEnd`] are proven; that one is measured.
    pub enum Reason {
        /// The gradient that the updates follow is exactly 0.
        ZeroGradient = "zero-gradient",
        /// Every weight and hidden bias is 0 and gets no gradient: only the output's bias moves, and all examples are
        /// answered alike.
        Constant = "constant",
        /// The network draws one straight line, for it has no hidden layer or its units are copies of one another, which equal
        /// gradients keep equal; and no line separates the examples.
        OneLine = "one-line",
        /// The gradient is small, and the Hessian of the loss positive definite by a margin in proportion to it: a valley that goes
        /// on falling less and less. Of 34,354 settings 1,889 were called so, and none of them solved in 20 times the epochs.
        DeadEnd = "dead-end",
    }
}

/// The loss is no better than a constant prediction's above this share of the best constant's.
const CONSTANT_SHARE: f64 = 0.95;

/// The loss is flat where the infinity norm of its mean's gradient is below this.
const FLAT_GRADIENT: f64 = 1e-3;

/// Parameters, squared, times examples up to which the curvature is computed: some milliseconds on a machine of 2024.
const MAX_CURVATURE_WORK: u64 = 100_000;

impl Run {
    /// What has become of the run so far, if it has not diverged, and why what is wrong stays so, if that is known.
    pub fn verdict(&mut self) -> (Outcome, Option<Reason>) {
        let largest = self.backward().gradient().iter().fold(0.0, |most: f64, entry| most.max(entry.abs()));
        if self.is_solved() {
            return (Outcome::Solved, None);
        }
        let constant = CONSTANT_SHARE * self.config.loss.constant(&self.examples.targets);
        let (norm, loss) = (largest / self.examples.count() as f64, self.loss());
        let reason = self.reason(norm);
        let outcome = if reason.is_some() && loss <= constant {
            Outcome::Stuck
        } else if reason.is_some() || norm < FLAT_GRADIENT {
            Outcome::Plateau
        } else {
            Outcome::Learning
        };
        (outcome, reason)
    }

    /// Why what is wrong stays so, if that is known, of a run that has an example wrong and a gradient of the mean loss of this
    /// infinity norm.
    fn reason(&mut self, norm: f64) -> Option<Reason> {
        if self.is_fixed() {
            return Some(Reason::ZeroGradient);
        }
        if self.is_constant() {
            return Some(Reason::Constant);
        }
        if norm >= FLAT_GRADIENT {
            return None;
        }
        if self.is_one_line() {
            return Some(Reason::OneLine);
        }
        self.is_dead_end(norm).then_some(Reason::DeadEnd)
    }

    /// Whether an update changes nothing, now or ever. Adam's powers always change, and where the order is drawn each epoch
    /// is another.
    fn is_fixed(&mut self) -> bool {
        let Config { optimizer, order, .. } = self.config;
        optimizer != Optimizer::Adam
            && order == Order::Given
            && self.gradients().iter().all(|&entry| entry == 0.0)
            && self.stands_still()
    }

    /// Whether only the output's bias can move: all else is 0, hidden units answer 0 to 0, and so no weight gets a gradient.
    fn is_constant(&self) -> bool {
        let output_bias = self.network.parameters() - 1;
        self.network.layers().len() > 1
            && self.config.activation.keeps_zero()
            && self.config.optimizer == Optimizer::Descent
            && self.state()[..output_bias].iter().all(|&number| number == 0.0)
            && self.split.training.labels.windows(2).any(|pair| pair[0] != pair[1])
    }

    /// Whether the network draws one straight line, now and from now on, and none separates the examples.
    fn is_one_line(&mut self) -> bool {
        let draws_one = self.network.layers().len() == 1
            || self.config.activation == Activation::Linear
            || self.twins().iter().all(|&first| first == 0);
        draws_one && !self.is_separable()
    }

    /// For each hidden unit the first of its layer that it is a copy of, and stays one of.
    pub fn twins(&self) -> Vec<usize> {
        let parts: Vec<&[f64]> = self.state().chunks_exact(self.network.parameters()).collect();
        twins(self.network.layers(), &parts)
    }

    /// Whether a straight line separates the examples.
    pub fn is_separable(&mut self) -> bool {
        let Dataset { inputs, labels } = &self.split.training;
        *self.separable.get_or_insert_with(|| separable(inputs, labels))
    }

    /// Whether every eigenvalue of the mean loss's Hessian is above a share of the gradient's norm. The shares were measured for
    /// plain descent, cross-entropy and hidden sigmoid or tanh units.
    fn is_dead_end(&mut self, norm: f64) -> bool {
        let share = match self.config.activation {
            Activation::Tanh => 0.1,
            // A sigmoid's parameters are tanh's at half the scale.
            Activation::Sigmoid => 0.05,
            _ => return false,
        };
        let count = self.examples.count();
        let parameters = self.network.parameters();
        let is_measured = self.config.loss == Loss::CrossEntropy
            && self.config.update_rule(0.0).is_plain()
            && self.takes_all()
            && self.config.order == Order::Given
            && self.network.layers().len() > 1
            && self.network.layers().iter().all(|layer| layer.biased)
            && (parameters as u64).pow(2) * count as u64 <= MAX_CURVATURE_WORK;
        if !is_measured {
            return false;
        }
        let mut at = self.parameters().to_vec();
        hessian::exceeds(&mut at, share * norm, |parameters, gradient| self.mean_gradient(parameters, gradient))
    }
}
