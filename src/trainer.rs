//! One run of training: stepped, reset, and taken to any epoch.

use crate::config::{Config, ConfigError, Value};
use crate::descent::{self, GradientScale};
use crate::history::History;
use crate::loss::cross_entropy;
use crate::network::Network;
use crate::outcome::Outcome;
use alloc::vec::Vec;
use kernel::Pass;

/// The furthest epoch that can be told apart from its neighbours in a double.
pub const LAST_EPOCH: u64 = (1 << 53) - 1;

/// The work of one call, in parameters times examples: about a second.
const WORK: u64 = 400_000_000;

/// Epochs between two looks at whether the parameters are finite. Short enough that a browser's optimizer can take over
/// between two calls of the kernel.
const CHUNK: u64 = 4096;

/// A network in training, with the record of its run.
#[derive(Clone, Debug)]
pub struct Trainer {
    config: Config,
    network: Network,
    pass: Pass,
    epoch: u64,
    history: History,
    /// The parameters before the chunk at hand.
    before: Vec<f64>,
}

impl Trainer {
    /// A run at epoch 0.
    pub fn new(config: Config) -> Self {
        let network = Network::new(config.activation, &config.layers);
        let mut trainer = Self {
            pass: Pass::new(network.layers(), &config.dataset.inputs, &config.dataset.labels),
            epoch: 0,
            history: History::new(network.parameters.len(), config.learning_rate),
            before: network.parameters.clone(),
            network,
            config,
        };
        trainer.reset();
        trainer
    }

    /// Back to epoch 0 of a new record, with the configured learning rate: the same run from the start.
    pub fn reset(&mut self) {
        let Config { init, seed, deviation, learning_rate, .. } = self.config;
        init.fill(&mut self.network.parameters, seed, deviation);
        self.history = History::new(self.network.parameters.len(), learning_rate);
        self.arrive(0);
    }

    /// Takes new settings. If they ask for another run, it begins at epoch 0, and the answer is `true`. If only the
    /// learning rate or the figure's clock differ, the run goes on from where it is; a new rate holds from this epoch.
    ///
    /// # Errors
    /// If the record holds as many changes of the learning rate as it can; then nothing has changed.
    pub fn configure(&mut self, config: Config) -> Result<bool, ConfigError> {
        if !self.config.same_run(&config) {
            *self = Self::new(config);
            return Ok(true);
        }
        let rate = config.learning_rate;
        if rate != self.config.learning_rate && !self.history.change_rate(self.epoch, rate) {
            return Err(ConfigError {
                name: "learningRate",
                expected: "at most 65536 changes in one run; a reset begins a new one",
                got: Value::Number(rate),
            });
        }
        self.config = config;
        Ok(false)
    }

    /// Takes up to `epochs` updates and says how many it took. The work of one call is bounded, to about a second: for
    /// more, call again. A diverged run takes none.
    pub fn step(&mut self, epochs: u64) -> u64 {
        let start = self.epoch;
        let size = self.network.parameters.len() * self.config.dataset.len();
        let target = start + epochs.min(WORK / size as u64).min(LAST_EPOCH - start);
        while self.epoch < target && !self.history.diverged_at(self.epoch) {
            let stop = self.history.next_stop(self.epoch).min(target).min(self.epoch + CHUNK);
            self.advance(stop - self.epoch);
        }
        self.epoch - start
    }

    /// Goes to an epoch, earlier or later: exactly the state that stepping there gives. Says where it got to: the work
    /// of one call is bounded as in [`Trainer::step`], and a run does not go beyond its divergence.
    pub fn seek(&mut self, epoch: u64) -> u64 {
        let (from, parameters) = self.history.keyframe(epoch);
        if epoch < self.epoch || from > self.epoch {
            self.network.parameters.copy_from_slice(parameters);
            self.epoch = from;
        }
        self.step(epoch - self.epoch);
        self.epoch
    }

    /// Takes `epochs` updates at one rate, or as many as stay finite. Parameters that are not finite never become so
    /// again, so the last finite epoch is found by halving.
    fn advance(&mut self, epochs: u64) {
        self.before.copy_from_slice(&self.network.parameters);
        let (mut good, mut bad) = (0, epochs + 1);
        let mut tried = epochs;
        loop {
            self.descend(tried);
            if self.network.is_finite() {
                good = tried;
            } else {
                bad = tried;
            }
            if bad - good == 1 {
                break;
            }
            self.network.parameters.copy_from_slice(&self.before);
            tried = good.midpoint(bad);
        }
        if !self.network.is_finite() {
            self.network.parameters.copy_from_slice(&self.before);
            self.descend(good);
        }
        self.arrive(self.epoch + good);
        if good < epochs {
            self.history.diverge();
        }
    }

    fn descend(&mut self, epochs: u64) {
        let rate = self.history.rate(self.epoch);
        let rates = self.config.gradient_scale.rates(rate, self.config.dataset.len());
        descent::descend(&mut self.network, &self.config.dataset, &mut self.pass, rates, epochs);
    }

    fn arrive(&mut self, epoch: u64) {
        self.epoch = epoch;
        let loss = self.history.wants_loss(epoch).then(|| self.loss());
        self.history.record(epoch, &self.network.parameters, loss);
    }

    /// A pass with the present parameters, and its gradient if asked for.
    fn evaluate(&mut self, gradient: bool) -> &Pass {
        self.pass.evaluate(self.network.activation.curve(), &self.network.parameters, gradient);
        &self.pass
    }

    /// The settings.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The network as it is now.
    pub fn network(&self) -> &Network {
        &self.network
    }

    /// The record of the run.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Updates taken so far.
    pub fn epoch(&self) -> u64 {
        self.epoch
    }

    /// The learning rate of the next update.
    pub fn learning_rate(&self) -> f64 {
        self.history.rate(self.epoch)
    }

    /// The mean binary cross-entropy now, in nats.
    pub fn loss(&mut self) -> f64 {
        self.evaluate(false);
        cross_entropy(self.pass.logits(), &self.config.dataset.labels)
    }

    /// `Yhat`, one an example, in (0, 1).
    pub fn predictions(&mut self) -> &[f64] {
        self.evaluate(false).predictions()
    }

    /// The gradient that the next update descends, in the parameters' order: the update is the learning rate times this.
    pub fn gradients(&mut self) -> Vec<f64> {
        let mut gradients = self.evaluate(true).gradient().to_vec();
        let rates = self.config.gradient_scale.rates(1.0, self.config.dataset.len());
        for layer in self.network.layers() {
            gradients[layer.weights()].iter_mut().for_each(|entry| *entry *= rates.weights);
            gradients[layer.biases()].iter_mut().for_each(|entry| *entry *= rates.biases);
        }
        gradients
    }

    /// What has become of the run so far.
    pub fn outcome(&mut self) -> Outcome {
        if self.history.diverged_at(self.epoch) {
            return Outcome::Diverged;
        }
        self.evaluate(true);
        let labels = &self.config.dataset.labels;
        let loss = cross_entropy(self.pass.logits(), labels);
        let mean = GradientScale::Mean.rates(1.0, labels.len()).weights;
        let steepest = self.pass.gradient().iter().fold(0.0, |most: f64, entry| most.max(entry.abs() * mean));
        Outcome::judge(self.pass.predictions(), labels, loss, steepest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A run that diverges. The options are bounded so that none does, so the weight is set by hand: with it the first
    /// update makes weights of 1e306, and in the next the weighted input of a point is infinity minus infinity.
    fn diverging(weight: f64) -> Trainer {
        let point = |x1, x2, label| Value::List([x1, x2, label].map(Value::Number).to_vec());
        let data = Value::List(vec![point(1000.0, -1000.0, 1.0), point(1000.0, 500.0, 1.0)]);
        let config = Config::new(&[("data", data), ("init", Value::text("zero")), ("activation", Value::text("tanh"))]);
        let mut trainer = Trainer::new(config.unwrap());
        trainer.network.parameters[6] = weight;
        trainer.history = History::new(trainer.network.parameters.len(), 0.1);
        trainer.arrive(0);
        trainer
    }

    #[test]
    fn a_diverged_run_stops_at_its_last_finite_epoch() {
        for (weight, last) in [(2e304, 1), (1e308, 0)] {
            let mut trainer = diverging(weight);
            assert_eq!(trainer.step(1000), last);
            assert_eq!(trainer.outcome(), Outcome::Diverged);
            let end = trainer.network.parameters.clone();
            assert!(trainer.network.is_finite());
            assert_eq!((trainer.step(1), trainer.seek(50)), (0, last));

            trainer.seek(0);
            assert_eq!(trainer.outcome() == Outcome::Diverged, last == 0);
            assert_eq!(trainer.seek(2), last);
            assert_eq!((trainer.network.parameters.clone(), trainer.outcome()), (end, Outcome::Diverged));

            trainer.reset();
            assert_eq!(trainer.step(10), 10, "a reset begins with the weights of the options");
        }
    }
}
