//! One run of training: stepped, reset, and taken to any epoch.

use crate::config::{Config, Until};
use crate::dataset::Dataset;
use crate::history::History;
use crate::metrics::Metrics;
use crate::network::Network;
use crate::order::Order;
use crate::outcome::{CONSTANT_SHARE, FLAT_GRADIENT, MAX_CURVATURE_WORK, Outcome, Reason};
use crate::separable::separable;
use crate::stuck::{curves_up, is_collapsed};
use alloc::{vec, vec::Vec};
use kernel::{Activation, Examples, Loss, Optimizer, Pass, gate, optimizer::is_moderate};

/// The furthest epoch that can be told apart from its neighbours in a double.
pub const LAST_EPOCH: u64 = (1 << 53) - 1;

/// The work of one call, in parameters times examples: about a second on a machine of 2024.
const MAX_CALL_WORK: u64 = 400_000_000;

/// Epochs between two looks at whether the run has ended. Short enough that a browser's optimizer can take over between two
/// calls of the kernel.
const MAX_CHUNK_EPOCHS: u64 = 4096;

/// The square of a larger prediction would leave the finite numbers.
const MAX_PREDICTION: f64 = 1e150;

/// A network in training, with the record of its run.
#[derive(Clone, Debug)]
pub struct Trainer {
    config: Config,
    network: Network,
    /// The parameters, and what the optimiser remembers.
    state: Vec<f64>,
    /// The state before the chunk at hand.
    before: Vec<f64>,
    examples: Examples,
    /// The examples that the epoch at hand takes, in its order.
    places: Vec<u32>,
    pass: Pass,
    epoch: u64,
    history: History,
    /// Whether a line separates the examples, once that was asked.
    separable: Option<bool>,
}

impl Trainer {
    /// A run at epoch 0.
    pub fn new(config: Config) -> Self {
        let is_output = |layer| layer == config.layers.len();
        let network = Network::new(config.activation, config.output, &config.layers, |layer| match &config.weights {
            given if given.is_empty() => config.biases.in_layer(is_output(layer)),
            given => given.biased[layer],
        });
        let [zero, one] = config.output.targets();
        let targets: Vec<f64> = config.dataset.labels.iter().map(|&y| if y == 1.0 { one } else { zero }).collect();
        let examples = Examples::new(&config.dataset.inputs, &targets);
        let state = vec![0.0; config.update(0.0).state_len(network.parameters())];
        let mut trainer = Self {
            pass: Pass::new(network.layers(), examples.count()),
            epoch: 0,
            history: History::new(state.len(), config.learning_rate),
            before: state.clone(),
            state,
            places: examples.given.clone(),
            separable: None,
            examples,
            network,
            config,
        };
        trainer.reset();
        trainer
    }

    /// Back to epoch 0 of a new record, with the configured learning rate: the same run from the start.
    pub fn reset(&mut self) {
        let Config { weights, learning_rate, .. } = &self.config;
        let (parameters, memory) = self.state.split_at_mut(self.network.parameters());
        if weights.is_empty() {
            self.config.initializer().fill(self.network.layers(), parameters);
        } else {
            parameters.copy_from_slice(&weights.parameters);
        }
        self.config.update(*learning_rate).forget(memory);
        self.history = History::new(self.state.len(), *learning_rate);
        self.arrive(0);
        if !self.is_finite() {
            self.history.diverge();
        }
    }

    /// Takes new settings. If they ask for another run, it begins at epoch 0, and the answer is `true`. If only the
    /// learning rate or what concerns the figure alone differ, the run goes on from where it is; a new rate holds from this
    /// epoch.
    pub fn configure(&mut self, config: Config) -> bool {
        if !self.config.same_run(&config) {
            *self = Self::new(config);
            return true;
        }
        if config.learning_rate != self.config.learning_rate {
            self.history.change_rate(self.epoch, config.learning_rate);
        }
        self.config = config;
        false
    }

    /// Takes up to `epochs` epochs and says how many it took. The work of one call is bounded, to about a second: for
    /// more, call again. A run that diverged, or that is where the option `until` ends it, takes none.
    pub fn step(&mut self, epochs: u64) -> u64 {
        let start = self.epoch;
        let size = self.state.len() * self.examples.count();
        let target = start + epochs.min(MAX_CALL_WORK / size as u64).min(LAST_EPOCH - start);
        // Whether the end is there has to be asked after every epoch.
        let chunk = if self.config.until == Until::Epochs { MAX_CHUNK_EPOCHS } else { 1 };
        while self.epoch < target && !self.is_diverged() && !self.is_at_end() {
            let stop = self.history.next_stop(self.epoch).min(target).min(self.epoch + chunk);
            self.advance(stop - self.epoch);
        }
        self.epoch - start
    }

    /// Goes to an epoch, earlier or later: exactly the state that stepping there gives. Says where it got to: the work
    /// of one call is bounded as in [`Trainer::step`], and a run does not go beyond its end.
    pub fn seek(&mut self, epoch: u64) -> u64 {
        let (from, state) = self.history.keyframe(epoch);
        if epoch < self.epoch || from > self.epoch {
            self.state.copy_from_slice(state);
            self.epoch = from;
        }
        self.step(epoch - self.epoch);
        self.epoch
    }

    /// Takes up to `epochs` epochs at one rate, as many as stay finite.
    fn advance(&mut self, epochs: u64) {
        self.before.copy_from_slice(&self.state);
        let taken = self.train(epochs);
        if self.is_finite() {
            self.arrive(self.epoch + taken);
        } else {
            // Of these epochs only the last can have left the finite numbers.
            self.state.copy_from_slice(&self.before);
            self.train(taken - 1);
            self.arrive(self.epoch + taken - 1);
            self.history.diverge();
        }
    }

    /// Whether every number of the state is finite, and so are the outputs and the loss.
    fn is_finite(&mut self) -> bool {
        is_moderate(&self.state)
            || self.state.iter().all(|number| number.is_finite()) && {
                self.evaluate(false);
                self.pass.logits().iter().all(|logit| logit.is_finite())
                    && self.pass.predictions().iter().all(|prediction| prediction.abs() < MAX_PREDICTION)
                    && self.loss_found().is_finite()
            }
    }

    /// Takes up to `epochs` epochs at one rate, and says how many: it stops after the first whose loss may not be finite.
    /// Nothing is allocated.
    fn train(&mut self, epochs: u64) -> u64 {
        let Self { config, network, state, examples, places, pass, epoch, history, .. } = self;
        let (model, update) = (network.model(config.loss), config.update(history.rate(*epoch)));
        let layers = network.layers();
        let count = examples.count();
        let batch = config.batch.unwrap_or(count).min(count);
        // The order of examples that are summed is of no account, unless it leaves some out.
        let in_order = config.order == Order::Given || (config.order == Order::Shuffled && batch == count);
        let by_gate = in_order && gate::handles(model, layers, count, batch, &update);
        let mut taken = 0;
        while taken < epochs && (taken == 0 || is_moderate(state)) {
            if by_gate {
                let some = gate::sure_epochs(model, state, examples, &update).min(epochs - taken);
                gate::descend(model, layers, state, examples, batch, &update, some);
                taken += some;
            } else {
                if !in_order {
                    config.order.fill(places, config.seed, *epoch + taken);
                }
                pass.epoch(model, state, examples, places, batch, &update);
                taken += 1;
            }
        }
        taken
    }

    fn arrive(&mut self, epoch: u64) {
        self.epoch = epoch;
        let loss = self.history.wants_loss(epoch).then(|| self.loss());
        self.history.record(epoch, &self.state, loss);
    }

    /// A pass with the present parameters, and its gradient if asked for.
    fn evaluate(&mut self, gradient: bool) -> &Pass {
        self.pass.evaluate(self.network.model(self.config.loss), &self.state, &self.examples, gradient);
        &self.pass
    }

    /// The settings.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The network.
    pub fn network(&self) -> &Network {
        &self.network
    }

    /// Its parameters now, layer by layer: `W` row by row, then `B`.
    pub fn parameters(&self) -> &[f64] {
        &self.state[..self.network.parameters()]
    }

    /// The record of the run.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Epochs taken so far.
    pub fn epoch(&self) -> u64 {
        self.epoch
    }

    /// Whether the next epoch would leave the finite numbers.
    pub fn is_diverged(&self) -> bool {
        self.history.diverged_at(self.epoch)
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
        self.loss_found()
    }

    /// `Yhat`, one an example.
    pub fn predictions(&mut self) -> &[f64] {
        self.evaluate(false).predictions()
    }

    /// What the predictions come to by several measures.
    pub fn metrics(&mut self) -> Metrics {
        self.evaluate(false);
        Metrics::new(self.config.output, &self.config.dataset.labels, &self.examples.targets, &self.pass)
    }

    /// The gradient that the next update follows, in the parameters' order, penalties and gradient scale in it: over all
    /// examples, whatever the batch.
    pub fn gradients(&mut self) -> Vec<f64> {
        let mut gradients = self.evaluate(true).gradient().to_vec();
        let (update, count) = (self.config.update(1.0), self.examples.count());
        update.followed(self.network.layers(), self.parameters(), &mut gradients, count);
        gradients
    }

    /// What has become of the run so far.
    pub fn outcome(&mut self) -> Outcome {
        if self.is_diverged() {
            return Outcome::Diverged;
        }
        self.evaluate(true);
        if self.is_solved() {
            return Outcome::Solved;
        }
        let (flat, stays) = (self.steepest() < FLAT_GRADIENT, self.reason().is_some());
        let constant = CONSTANT_SHARE * self.config.loss.constant(&self.examples.targets);
        if stays && self.loss_found() <= constant {
            Outcome::Stuck
        } else if stays || flat {
            Outcome::Plateau
        } else {
            Outcome::Learning
        }
    }

    /// Why what is wrong stays so, if that is known.
    pub fn reason(&mut self) -> Option<Reason> {
        self.evaluate(true);
        if self.is_diverged() || self.is_solved() {
            return None;
        }
        if self.is_fixed() {
            return Some(Reason::ZeroGradient);
        }
        if self.is_constant() {
            return Some(Reason::Constant);
        }
        let steepest = self.steepest();
        if steepest >= FLAT_GRADIENT {
            return None;
        }
        if self.is_one_line() {
            return Some(Reason::OneLine);
        }
        self.is_dead_end(steepest).then_some(Reason::DeadEnd)
    }

    /// The largest entry of the mean loss's gradient that the last pass found.
    fn steepest(&self) -> f64 {
        let count = self.examples.count() as f64;
        self.pass.gradient().iter().fold(0.0, |most: f64, entry| most.max(entry.abs() / count))
    }

    /// Whether an update changes nothing, now or ever. Adam's powers always change, and where the order is drawn each epoch
    /// is another.
    fn is_fixed(&mut self) -> bool {
        let Config { optimizer, order, .. } = self.config;
        if optimizer == Optimizer::Adam || order != Order::Given || self.gradients().iter().any(|&entry| entry != 0.0) {
            return false;
        }
        self.before.copy_from_slice(&self.state);
        self.train(1);
        let same = self.state == self.before;
        self.state.copy_from_slice(&self.before);
        same
    }

    /// Whether only the output's bias can move: all else is 0, hidden units answer 0 to 0, and so no weight gets a gradient.
    fn is_constant(&self) -> bool {
        let [.., hidden, _] = self.network.layers() else { return false };
        let output_bias = self.network.parameters() - 1;
        hidden.fan_out > 0
            && self.config.activation != Activation::Sigmoid
            && self.config.optimizer == Optimizer::Descent
            && self.state[..output_bias].iter().all(|&number| number == 0.0)
            && self.config.dataset.labels.windows(2).any(|pair| pair[0] != pair[1])
    }

    /// Whether the network draws one straight line, now and from now on, and none separates the examples.
    fn is_one_line(&mut self) -> bool {
        let layers = self.network.layers();
        let draws_one = layers.len() == 1
            || self.config.activation == Activation::Linear
            || self.state.chunks_exact(self.network.parameters()).all(|part| is_collapsed(layers, part));
        let Dataset { inputs, labels } = &self.config.dataset;
        draws_one && !*self.separable.get_or_insert_with(|| separable(inputs, labels))
    }

    /// Whether the loss curves upwards in every direction by so much that plain descent stays where it is. Measured for
    /// cross-entropy and hidden sigmoid or tanh units.
    fn is_dead_end(&mut self, steepest: f64) -> bool {
        let share = match self.config.activation {
            Activation::Tanh => 0.1,
            // A sigmoid's parameters are tanh's at half the scale.
            Activation::Sigmoid => 0.05,
            _ => return false,
        };
        let count = self.examples.count();
        let parameters = self.network.parameters();
        let is_measured = self.config.loss == Loss::CrossEntropy
            && self.config.update(0.0).is_plain()
            && self.config.batch.is_none_or(|batch| batch >= count)
            && self.config.order == Order::Given
            && self.network.layers().len() > 1
            && self.network.layers().iter().all(|layer| layer.biased)
            && parameters * parameters * count <= MAX_CURVATURE_WORK;
        if !is_measured {
            return false;
        }
        let (model, examples, pass) = (self.network.model(self.config.loss), &self.examples, &mut self.pass);
        let curves = curves_up(&mut self.state[..parameters], share * steepest, |parameters, gradient| {
            pass.evaluate(model, parameters, examples, true);
            gradient.copy_from_slice(pass.gradient());
            gradient.iter_mut().for_each(|entry| *entry /= count as f64);
        });
        self.evaluate(true);
        curves
    }

    /// Whether the last pass found every example on the side of its label.
    fn is_solved(&self) -> bool {
        let pairs = self.pass.predictions().iter().zip(&self.config.dataset.labels);
        pairs.into_iter().all(|(&prediction, &label)| self.config.output.is_right(prediction, label))
    }

    /// The loss that the last pass found.
    fn loss_found(&self) -> f64 {
        self.config.loss.value(self.pass.logits(), self.pass.predictions(), &self.examples.targets)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Value;

    /// A run whose updates grow: the error of a linear output is unbounded, and so is each step.
    fn diverging(rate: f64) -> Trainer {
        let settings = [
            ("output", Value::text("linear")),
            ("loss", Value::text("squared-error")),
            ("activation", Value::text("relu")),
            ("learningRate", Value::Number(rate)),
            ("seed", Value::Number(0.0)),
        ];
        Trainer::new(Config::new(&settings).unwrap())
    }

    #[test]
    fn a_diverged_run_stops_at_its_last_finite_epoch() {
        for rate in [10.0, 1e6] {
            let mut trainer = diverging(rate);
            let last = trainer.step(1000);
            assert!((1..999).contains(&last), "{rate}: {last}");
            assert_eq!(trainer.outcome(), Outcome::Diverged);
            let end = trainer.state.clone();
            assert!(trainer.is_finite() && trainer.loss().is_finite());
            assert_eq!((trainer.step(1), trainer.seek(5_000)), (0, last));

            trainer.seek(0);
            assert_ne!(trainer.outcome(), Outcome::Diverged);
            // One by one it ends where it ends at a stretch.
            while trainer.step(1) == 1 {}
            assert_eq!((trainer.epoch(), trainer.outcome()), (last, Outcome::Diverged));
            assert_eq!(trainer.state, end);

            trainer.reset();
            assert_eq!(trainer.step(1), 1, "a reset begins anew");
        }
    }

    #[test]
    fn a_start_that_is_too_large_has_diverged_at_once() {
        let huge =
            [("activation", Value::text("relu")), ("deviation", Value::Number(1e300)), ("seed", Value::Number(1.0))];
        let mut trainer = Trainer::new(Config::new(&huge).unwrap());
        assert_eq!((trainer.outcome(), trainer.step(5), trainer.epoch()), (Outcome::Diverged, 0, 0));
    }

    #[test]
    fn until_ends_a_run_at_the_first_epoch_of_which_it_holds() {
        let with = |until: Value| {
            let settings = [("activation", Value::text("tanh")), ("seed", Value::Number(42.0)), ("until", until)];
            Trainer::new(Config::new(&settings).unwrap())
        };
        for until in [Value::text("solved"), Value::Number(0.1)] {
            let mut trainer = with(until);
            trainer.step(5_000);
            let end = trainer.epoch();
            assert!((1_000..2_000).contains(&end), "{end}");
            assert!(trainer.is_at_end());
            assert_eq!((trainer.step(1), trainer.seek(5_000)), (0, end));
            trainer.seek(end - 1);
            assert!(!trainer.is_at_end());
            assert_eq!((trainer.step(7), trainer.epoch()), (1, end));
        }
    }
}
