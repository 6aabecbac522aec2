//! One run of training: stepped, reset, and taken to any epoch.

use crate::config::{Config, Until};
use crate::history::History;
use crate::metrics::Metrics;
use crate::network::Network;
use crate::outcome::{Outcome, Reason};
use crate::run::{MAX_CALL_WORK, Run};
use crate::split::Split;
use alloc::{vec, vec::Vec};
use kernel::{Examples, Pass};

/// The last epoch: JavaScript counts them in doubles, which miss whole numbers beyond 2^53.
pub const LAST_EPOCH: u64 = (1 << 53) - 1;

/// Epochs between two looks at whether the run has ended. Short enough that a browser's optimizer can take over between two
/// calls of the kernel.
const MAX_CHUNK_EPOCHS: u64 = 4096;

/// A network in training, with the record of its run.
#[derive(Clone, Debug)]
pub struct Trainer {
    run: Run,
    history: History,
}

impl Trainer {
    /// A run at epoch 0.
    pub fn new(config: Config) -> Self {
        let run = Run::new(config);
        let mut trainer = Self { history: empty_history(&run), run };
        trainer.reset();
        trainer
    }

    /// Back to epoch 0 of a new record, with the configured learning rate: the same run from the start.
    pub fn reset(&mut self) {
        let is_finite = self.run.start();
        self.history = empty_history(&self.run);
        self.arrive();
        if !is_finite {
            self.history.diverge();
        }
    }

    /// Takes new settings. If they ask for another run, it begins at epoch 0, and the answer is `true`. If only the
    /// learning rate or what concerns the figure alone differ, the run goes on from where it is; a new rate holds from this
    /// epoch.
    pub fn configure(&mut self, config: Config) -> bool {
        if !self.run.config.same_run(&config) {
            *self = Self::new(config);
            return true;
        }
        if config.learning_rate != self.run.config.learning_rate {
            self.history.change_rate(self.run.epoch, config.learning_rate);
            self.run.rate = config.learning_rate;
        }
        self.run.config = config;
        false
    }

    /// Takes up to `epochs` epochs and says how many it took. The work of one call is bounded, to about a second: for
    /// more, call again. A run that diverged, or that is where the option `until` ends it, takes none.
    pub fn step(&mut self, epochs: u64) -> u64 {
        let start = self.run.epoch;
        let target = start + epochs.min(MAX_CALL_WORK / self.run.epoch_work()).min(LAST_EPOCH - start);
        // With another `until` than `epochs`, every epoch may be the last.
        let chunk = if self.run.config.until == Until::Epochs { MAX_CHUNK_EPOCHS } else { 1 };
        while self.run.epoch < target && !self.is_diverged() && !self.run.is_at_end() {
            let epoch = self.run.epoch;
            let wanted = self.history.next_stop(epoch).min(target).min(epoch + chunk) - epoch;
            let stretch = self.run.advance(wanted, false);
            self.arrive();
            if stretch.diverged {
                self.history.diverge();
            }
        }
        self.run.epoch - start
    }

    /// Goes to an epoch, earlier or later: exactly the state that stepping there gives. Says where it got to: the work
    /// of one call is bounded as in [`Trainer::step`], and a run does not go beyond its end.
    pub fn seek(&mut self, epoch: u64) -> u64 {
        let (from, state) = self.history.keyframe(epoch);
        if epoch < self.run.epoch || from > self.run.epoch {
            self.run.go_to(from, state);
            self.run.rate = self.history.rate(from);
        }
        self.step(epoch - self.run.epoch);
        self.run.epoch
    }

    /// Records the epoch that the run has come to.
    fn arrive(&mut self) {
        let epoch = self.run.epoch;
        self.run.rate = self.history.rate(epoch);
        let losses = self.history.wants_loss(epoch).then(|| [self.run.loss(), self.run.test_loss()]);
        self.history.record(epoch, self.run.state(), losses);
    }

    /// The settings.
    pub fn config(&self) -> &Config {
        &self.run.config
    }

    /// The examples: what it is trained on, and what is held out.
    pub fn split(&self) -> &Split {
        &self.run.split
    }

    /// The square to show the examples in, what is held out among them: `[x1 min, x1 max, x2 min, x2 max]`.
    pub fn domain(&self) -> [f64; 4] {
        self.run.domain
    }

    /// The network.
    pub fn network(&self) -> &Network {
        &self.run.network
    }

    /// Its parameters now, layer by layer: `W` row by row, then `B`.
    pub fn parameters(&self) -> &[f64] {
        self.run.parameters()
    }

    /// The record of the run.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Epochs taken so far.
    pub fn epoch(&self) -> u64 {
        self.run.epoch
    }

    /// Whether the next epoch would leave the finite numbers.
    pub fn is_diverged(&self) -> bool {
        self.history.diverged_at(self.run.epoch)
    }

    /// Whether the option `until` ends the run here.
    pub fn is_at_end(&mut self) -> bool {
        self.run.is_at_end()
    }

    /// The loss now, as the option `loss` says, without penalties, of what it is trained on.
    pub fn loss(&mut self) -> f64 {
        self.run.loss()
    }

    /// The same of what is held out; NaN where nothing is, and not finite where its predictions are too large.
    pub fn test_loss(&mut self) -> f64 {
        self.run.test_loss()
    }

    /// `Yhat` of each example that is held out.
    pub fn test_predictions(&mut self) -> &[f64] {
        self.run.test_predictions()
    }

    /// `Yhat` of each example that it is trained on.
    pub fn predictions(&mut self) -> &[f64] {
        self.run.predictions()
    }

    /// Measures of the predictions for the examples that it is trained on.
    pub fn metrics(&mut self) -> Metrics {
        self.run.metrics()
    }

    /// The gradient that the next update follows, in the parameters' order, penalties and gradient scale in it: over all
    /// examples, whatever the batch.
    pub fn gradients(&mut self) -> Vec<f64> {
        self.run.gradients()
    }

    /// `A` and `dZ`, the error that comes back to it, of every unit, layer by layer and example by example: an entry of the
    /// gradient of a weight is the sum, over the examples, of `A` below it times `dZ` above it, and that of a bias the sum of `dZ`,
    /// before gradient scale and penalties.
    pub fn units(&mut self) -> Vec<[f64; 2]> {
        self.run.units()
    }

    /// `A` of every unit, layer by layer, for each of these inputs in turn.
    pub fn activations(&self, inputs: &[[f64; 2]]) -> Vec<f64> {
        let examples = Examples::new(inputs, &vec![0.0; inputs.len()]);
        let (network, loss) = (self.network(), self.config().loss);
        let mut pass = Pass::new(network.layers(), inputs.len());
        let units = pass.units(network.model(loss), self.parameters(), &examples, false);
        units.iter().map(|&[a, _]| a).collect()
    }

    /// For each hidden unit, layer by layer, the first unit of its layer that it is a copy of, and stays one of; its own index if
    /// there is none.
    pub fn twins(&self) -> Vec<usize> {
        self.run.twins()
    }

    /// Whether a straight line separates the examples.
    pub fn is_separable(&mut self) -> bool {
        self.run.is_separable()
    }

    /// What has become of the run so far.
    pub fn outcome(&mut self) -> Outcome {
        if self.is_diverged() { Outcome::Diverged } else { self.run.verdict().0 }
    }

    /// Why what is wrong stays so, if that is known.
    pub fn reason(&mut self) -> Option<Reason> {
        if self.is_diverged() { None } else { self.run.verdict().1 }
    }
}

/// A record of a run, without an epoch.
fn empty_history(run: &Run) -> History {
    History::new(run.state().len(), !run.split.test.is_empty(), run.rate)
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
            let end = trainer.run.state().to_vec();
            assert!(trainer.run.is_finite() && trainer.loss().is_finite());
            assert_eq!((trainer.step(1), trainer.seek(5_000)), (0, last));

            trainer.seek(0);
            assert_ne!(trainer.outcome(), Outcome::Diverged);
            // One by one it ends where it ends at a stretch.
            while trainer.step(1) == 1 {}
            assert_eq!((trainer.epoch(), trainer.outcome()), (last, Outcome::Diverged));
            assert_eq!(trainer.run.state(), end);

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
