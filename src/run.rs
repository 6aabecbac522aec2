//! A network in training, without a record of its epochs: what a trainer and a sweep are made of.

use crate::config::{Config, Until};
use crate::initializer::Initializer;
use crate::metrics::Metrics;
use crate::network::Network;
use crate::order::Order;
use crate::split::Split;
use alloc::{vec, vec::Vec};
use kernel::{Examples, Pass, gate, is_moderate};

/// The work of one call, as [`Run::epoch_work`] counts it: about a second on a machine of 2024.
pub const MAX_CALL_WORK: u64 = 400_000_000;

/// The square of a larger prediction would leave the finite numbers.
const MAX_PREDICTION: f64 = 1e150;

/// An example whose sigmoid output is off by less is on the side of its label, however the kernel and a pass round.
const SURELY_RIGHT: f64 = 0.499;

/// The state of a run at an epoch, and the room to take it further.
#[derive(Clone, Debug)]
pub struct Run {
    pub config: Config,
    /// The seed of the draws; that of `config` until [`Run::reseed`].
    pub seed: u32,
    pub split: Split,
    /// The square to show the examples in: `[x1 min, x1 max, x2 min, x2 max]`.
    pub domain: [f64; 4],
    pub network: Network,
    /// The parameters, and what the optimiser remembers.
    state: Vec<f64>,
    pub epoch: u64,
    /// The learning rate of the next update.
    pub rate: f64,
    /// The state before the last [`Run::advance`].
    before: Vec<f64>,
    pub examples: Examples,
    /// The examples that the epoch at hand takes, in its order.
    places: Vec<u32>,
    pass: Pass,
    /// What `pass` has of the present state and examples.
    passed: Passed,
    /// The examples that are held out, if any, and room for passes over them.
    test: Option<(Examples, Pass)>,
    /// Whether a line separates the examples: `None` until it was asked.
    pub separable: Option<bool>,
}

/// How far the last pass over all the examples went with the present parameters.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
enum Passed {
    Nowhere,
    Forward,
    Backward,
}

/// How an epoch is taken.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    /// By the gate's kernel.
    Gate,
    /// By one update, with the gradient over all the examples.
    Whole,
    /// By an update for each batch.
    Batches,
}

/// The result of [`Run::advance`].
#[derive(Clone, Copy, Debug)]
pub struct Stretch {
    /// Epochs taken, perhaps fewer than were asked for.
    pub epochs: u64,
    /// Whether the next epoch would leave the finite numbers.
    pub diverged: bool,
    /// Whether each of them is known to have begun with every example right.
    pub right: bool,
}

impl Run {
    /// A run whose parameters are all 0 until [`Run::start`].
    pub fn new(config: Config) -> Self {
        let is_output = |layer| layer == config.layers.len();
        let network = Network::new(config.activation, config.output, &config.layers, |layer| match &config.weights {
            given if given.is_empty() => config.biases.in_layer(is_output(layer)),
            given => given.biased[layer],
        });
        let (split, domain) = config.examples(config.seed);
        let examples = split.training.examples(config.output);
        let test = (!split.test.is_empty()).then(|| {
            let examples = split.test.examples(config.output);
            let pass = Pass::new(network.layers(), examples.count());
            (examples, pass)
        });
        let state = vec![0.0; config.update(0.0).state_len(network.parameters())];
        Self {
            pass: Pass::new(network.layers(), examples.count()),
            epoch: 0,
            seed: config.seed,
            rate: config.learning_rate,
            before: state.clone(),
            state,
            places: examples.given.clone(),
            passed: Passed::Nowhere,
            separable: None,
            split,
            domain,
            test,
            examples,
            network,
            config,
        }
    }

    /// Takes another seed, and draws the examples anew if they depend on it. The state stays as it is.
    pub fn reseed(&mut self, seed: u32) {
        if self.seed == seed {
            return;
        }
        self.seed = seed;
        if !self.config.draws_examples() {
            return;
        }
        (self.split, self.domain) = self.config.examples(seed);
        self.examples = self.split.training.examples(self.config.output);
        if let Some((held_out, _)) = &mut self.test {
            *held_out = self.split.test.examples(self.config.output);
        }
        (self.separable, self.passed) = (None, Passed::Nowhere);
    }

    /// Goes to epoch 0. Says whether the numbers there are finite.
    pub fn start(&mut self) -> bool {
        let Config { weights, learning_rate, .. } = &self.config;
        let (parameters, memory) = self.state.split_at_mut(self.network.parameters());
        if weights.is_empty() {
            Initializer { seed: self.seed, ..self.config.initializer() }.fill(self.network.layers(), parameters);
        } else {
            parameters.copy_from_slice(&weights.parameters);
        }
        self.config.update(*learning_rate).forget(memory);
        (self.epoch, self.rate, self.passed) = (0, *learning_rate, Passed::Nowhere);
        self.is_finite()
    }

    /// Goes to an epoch, of which this is the state.
    pub fn go_to(&mut self, epoch: u64, state: &[f64]) {
        self.state.copy_from_slice(state);
        (self.epoch, self.passed) = (epoch, Passed::Nowhere);
    }

    /// Back to the state before the last [`Run::advance`].
    fn go_back(&mut self) {
        self.state.copy_from_slice(&self.before);
        self.passed = Passed::Nowhere;
    }

    /// The work of an epoch: numbers of the state times examples, 3 to 22,565,000.
    pub fn epoch_work(&self) -> u64 {
        self.state.len() as u64 * self.examples.count() as u64
    }

    /// Whether every update takes all of the examples.
    pub fn takes_all(&self) -> bool {
        let count = self.examples.count();
        self.config.batch.is_none_or(|batch| batch >= count) && self.config.order != Order::Random
    }

    /// Takes up to `epochs` epochs, at least 1, and stops before one that leaves the finite numbers. `watched` asks for
    /// [`Stretch::right`].
    pub fn advance(&mut self, epochs: u64, watched: bool) -> Stretch {
        self.before.copy_from_slice(&self.state);
        let (mut taken, mut right) = self.train(epochs, watched);
        let diverged = !self.is_finite();
        if diverged {
            // Of these epochs only the last can have left the finite numbers.
            self.go_back();
            (taken, right) = self.train(taken - 1, watched);
        }
        self.epoch += taken;
        Stretch { epochs: taken, right, diverged }
    }

    /// The last of the `epochs` epochs before this one that began with an example wrong. They are taken again, one by one, from
    /// the state before the last [`Run::advance`], which has to have taken as many.
    pub fn last_wrong(&mut self, epochs: u64) -> Option<u64> {
        let end = self.epoch;
        let mut last = None;
        self.go_back();
        self.epoch -= epochs;
        while self.epoch < end {
            self.evaluate(false);
            if !self.is_solved() {
                last = Some(self.epoch);
            }
            self.train(1, false);
            self.epoch += 1;
        }
        self.evaluate(false);
        last
    }

    /// Whether every number of the state is finite, and so are the outputs and the loss.
    pub fn is_finite(&mut self) -> bool {
        is_moderate(&self.state)
            || self.state.iter().all(|number| number.is_finite()) && {
                self.evaluate(false);
                self.pass.logits().iter().all(|logit| logit.is_finite())
                    && self.pass.predictions().iter().all(|prediction| prediction.abs() < MAX_PREDICTION)
                    && self.last_loss().is_finite()
            }
    }

    /// Takes up to `epochs` epochs and stops after the first whose loss may not be finite. Returns how many it took and, if it is
    /// `watched`, whether each is known to have begun with every example right: an update with all of the examples shows it.
    /// Nothing is allocated. [`Run::epoch`] stays as it is.
    pub fn train(&mut self, epochs: u64, watched: bool) -> (u64, bool) {
        let (way, update) = (self.way(), self.config.update(self.rate));
        let mut right = self.takes_all() && (watched || way == Way::Gate);
        let mut taken = 0;
        while taken < epochs && (taken == 0 || is_moderate(&self.state)) {
            if way == Way::Whole {
                self.pass_over_all(Passed::Backward);
                right = right && self.is_solved();
            }
            let Self { config, network, state, examples, places, pass, .. } = self;
            let (model, layers, count) = (network.model(config.loss), network.layers(), examples.count());
            let batch = config.batch.unwrap_or(count).min(count);
            taken += match way {
                Way::Gate => {
                    let some = gate::sure_epochs(model, state, examples, &update).min(epochs - taken);
                    right &= gate::descend(model, layers, state, examples, batch, &update, some) < SURELY_RIGHT;
                    some
                }
                Way::Whole => {
                    pass.descend(state, count, &update);
                    1
                }
                Way::Batches => {
                    config.order.fill(places, self.seed, self.epoch + taken);
                    pass.epoch(model, state, examples, places, batch, &update);
                    1
                }
            };
            self.passed = Passed::Nowhere;
        }
        (taken, right)
    }

    /// How an epoch is taken.
    fn way(&self) -> Way {
        let Self { config, network, examples, .. } = self;
        let count = examples.count();
        let batch = config.batch.unwrap_or(count).min(count);
        let takes_all = self.takes_all();
        let model = network.model(config.loss);
        // Shuffling a full batch would change rounding alone: it is summed as given.
        let in_order = takes_all || config.order == Order::Given;
        if in_order && gate::handles(model, network.layers(), count, batch, &config.update(self.rate)) {
            Way::Gate
        } else if takes_all {
            Way::Whole
        } else {
            Way::Batches
        }
    }

    /// Whether the next epoch changes nothing.
    pub fn stands_still(&mut self) -> bool {
        self.before.copy_from_slice(&self.state);
        self.train(1, false);
        let same = self.state == self.before;
        self.go_back();
        same
    }

    /// A pass with the present parameters, and its gradient if asked for.
    pub fn evaluate(&mut self, gradient: bool) -> &Pass {
        // The next update takes its gradient from here.
        let gradient = gradient || self.way() == Way::Whole;
        self.pass_over_all(if gradient { Passed::Backward } else { Passed::Forward });
        &self.pass
    }

    /// Takes a pass as far as wanted, if the last did not go there.
    fn pass_over_all(&mut self, wanted: Passed) {
        if self.passed < wanted {
            let model = self.network.model(self.config.loss);
            self.pass.evaluate(model, &self.state, &self.examples, wanted == Passed::Backward);
            self.passed = wanted;
        }
    }

    /// `A` and `dZ` of every unit, layer by layer and example by example.
    pub fn units(&mut self) -> Vec<[f64; 2]> {
        self.passed = Passed::Nowhere;
        self.pass.units(self.network.model(self.config.loss), &self.state, &self.examples)
    }

    /// Writes the gradient of the mean loss at other parameters, without penalties and gradient scale.
    pub fn mean_gradient(&mut self, parameters: &[f64], gradient: &mut [f64]) {
        self.passed = Passed::Nowhere;
        self.pass.evaluate(self.network.model(self.config.loss), parameters, &self.examples, true);
        let count = self.examples.count() as f64;
        gradient.iter_mut().zip(self.pass.gradient()).for_each(|(mean, sum)| *mean = sum / count);
    }

    /// The parameters, and what the optimiser remembers.
    pub fn state(&self) -> &[f64] {
        &self.state
    }

    /// Its parameters now.
    pub fn parameters(&self) -> &[f64] {
        &self.state[..self.network.parameters()]
    }

    /// Whether the option `until` ends the run here.
    pub fn is_at_end(&mut self) -> bool {
        match self.config.until {
            Until::Epochs => false,
            Until::Solved => {
                self.evaluate(false);
                self.is_solved()
            }
            Until::Loss(least) => self.loss() < least,
        }
    }

    /// The loss now, as the option `loss` says, without penalties.
    pub fn loss(&mut self) -> f64 {
        self.evaluate(false);
        self.last_loss()
    }

    /// The loss of what is held out; NaN where nothing is.
    pub fn test_loss(&mut self) -> f64 {
        let loss = self.config.loss;
        let test = self.evaluate_test();
        test.map_or(f64::NAN, |(examples, pass)| loss.value(pass.logits(), pass.predictions(), &examples.targets))
    }

    /// `Yhat` of each example that is held out.
    pub fn test_predictions(&mut self) -> &[f64] {
        self.evaluate_test().map_or(&[], |(_, pass)| pass.predictions())
    }

    fn evaluate_test(&mut self) -> Option<(&Examples, &Pass)> {
        let (examples, pass) = self.test.as_mut()?;
        pass.evaluate(self.network.model(self.config.loss), &self.state, examples, false);
        Some((examples, pass))
    }

    /// `Yhat`, one per example.
    pub fn predictions(&mut self) -> &[f64] {
        self.evaluate(false).predictions()
    }

    /// Measures of the predictions.
    pub fn metrics(&mut self) -> Metrics {
        self.evaluate(false);
        Metrics::new(self.config.output, &self.split.training.labels, &self.examples.targets, &self.pass)
    }

    /// The gradient that the next update follows, in the parameters' order, penalties and gradient scale in it: over all
    /// examples, whatever the batch.
    pub fn gradients(&mut self) -> Vec<f64> {
        self.evaluate(true);
        self.last_gradients()
    }

    /// The same from the last pass.
    pub fn last_gradients(&self) -> Vec<f64> {
        let mut gradients = self.pass.gradient().to_vec();
        let (update, count) = (self.config.update(1.0), self.examples.count());
        update.followed(self.network.layers(), self.parameters(), &mut gradients, count);
        gradients
    }

    /// Whether the last pass found every example on the side of its label.
    pub fn is_solved(&self) -> bool {
        self.config.output.are_right(self.pass.predictions(), &self.split.training.labels)
    }

    /// The loss from the last pass.
    pub fn last_loss(&self) -> f64 {
        self.config.loss.value(self.pass.logits(), self.pass.predictions(), &self.examples.targets)
    }
}
