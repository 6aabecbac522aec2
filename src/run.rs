//! A network in training, without a record of its epochs: what a trainer and a sweep are made of.

mod evaluation;

use crate::config::Config;
use crate::initializer::Initializer;
use crate::network::Network;
use crate::order::Order;
use crate::split::Split;
use alloc::{vec, vec::Vec};
use evaluation::Evaluated;
use kernel::{Examples, Pass, gate, is_moderate};

/// The work of one call, as [`Run::epoch_work`] counts it: about a second on a machine of 2024.
pub const MAX_CALL_WORK: u64 = 400_000_000;

/// An example whose error `|Yhat - Y|` of a sigmoid output is below this is on the side of its label, however the kernel and a
/// pass round.
const MAX_SURE_ERROR: f64 = 0.499;

/// The state of a run at an epoch, and the buffers to train it further.
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
    /// The state before the last [`Run::advance`] or [`Run::stands_still`].
    checkpoint: Vec<f64>,
    pub examples: Examples,
    /// Indices of the examples, in the order in which an epoch takes them.
    indices: Vec<u32>,
    pass: Pass,
    /// What `pass` holds of the present parameters and examples.
    evaluated: Evaluated,
    /// The examples that are held out, if any, and the buffers of passes over them.
    test: Option<(Examples, Pass)>,
    /// Whether a line separates the examples: `None` until it was asked.
    pub separable: Option<bool>,
}

/// How the updates of an epoch are computed.
#[derive(Clone, Copy, PartialEq)]
enum Path {
    /// By [`kernel::gate`].
    Gate,
    /// One update, by a pass over all the examples.
    FullBatch,
    /// An update for each batch, by a pass over its examples.
    MiniBatches,
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
        let state = vec![0.0; config.optimizer.state_len(network.parameters())];
        Self {
            pass: Pass::new(network.layers(), examples.count()),
            epoch: 0,
            seed: config.seed,
            rate: config.learning_rate,
            checkpoint: state.clone(),
            state,
            indices: examples.given.clone(),
            evaluated: Evaluated::Nothing,
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
        (self.separable, self.evaluated) = (None, Evaluated::Nothing);
    }

    /// Goes to epoch 0. Says whether the numbers there are finite.
    pub fn start(&mut self) -> bool {
        let Config { weights, optimizer, learning_rate, .. } = &self.config;
        let (parameters, memory) = self.state.split_at_mut(self.network.parameters());
        if weights.is_empty() {
            Initializer { seed: self.seed, ..self.config.initializer() }.fill(self.network.layers(), parameters);
        } else {
            parameters.copy_from_slice(&weights.parameters);
        }
        optimizer.reset(memory);
        (self.epoch, self.rate, self.evaluated) = (0, *learning_rate, Evaluated::Nothing);
        self.is_finite()
    }

    /// Goes to an epoch, of which this is the state.
    pub fn go_to(&mut self, epoch: u64, state: &[f64]) {
        self.state.copy_from_slice(state);
        (self.epoch, self.evaluated) = (epoch, Evaluated::Nothing);
    }

    /// Goes back to the checkpoint. [`Run::epoch`] stays as it is.
    fn restore(&mut self) {
        self.state.copy_from_slice(&self.checkpoint);
        self.evaluated = Evaluated::Nothing;
    }

    /// The work of an epoch: numbers of the state times examples, 3 to 22,565,000.
    pub fn epoch_work(&self) -> u64 {
        self.state.len() as u64 * self.examples.count() as u64
    }

    /// Examples per update: 1 to all of them.
    fn batch_size(&self) -> usize {
        let count = self.examples.count();
        self.config.batch.unwrap_or(count).min(count)
    }

    /// Whether every update takes all of the examples, each once.
    pub fn takes_all(&self) -> bool {
        self.batch_size() == self.examples.count() && self.config.order != Order::Random
    }

    /// Takes up to `epochs` epochs, at least 1, and stops before one that leaves the finite numbers. `watched` asks for
    /// [`Stretch::right`]. The state before them is the checkpoint.
    pub fn advance(&mut self, epochs: u64, watched: bool) -> Stretch {
        self.checkpoint.copy_from_slice(&self.state);
        let (mut taken, mut right) = self.train(epochs, watched);
        let diverged = !self.is_finite();
        if diverged {
            // Of these epochs only the last can have left the finite numbers.
            self.restore();
            (taken, right) = self.train(taken - 1, watched);
        }
        self.epoch += taken;
        Stretch { epochs: taken, right, diverged }
    }

    /// The last of the `epochs` epochs of the last [`Run::advance`] that began with an example wrong. They are taken again, one
    /// by one, from its checkpoint.
    pub fn last_wrong(&mut self, epochs: u64) -> Option<u64> {
        let end = self.epoch;
        let mut last = None;
        self.restore();
        self.epoch -= epochs;
        while self.epoch < end {
            if !self.is_solved() {
                last = Some(self.epoch);
            }
            self.train(1, false);
            self.epoch += 1;
        }
        last
    }

    /// Takes up to `epochs` epochs and stops after the first whose loss may not be finite. Returns how many it took and, if it is
    /// `watched`, whether each is known to have begun with every example right: an update with all of the examples shows it.
    /// Nothing is allocated. [`Run::epoch`] stays as it is.
    fn train(&mut self, epochs: u64, watched: bool) -> (u64, bool) {
        let (path, batch, update) = (self.path(), self.batch_size(), self.config.update_rule(self.rate));
        let mut right = self.takes_all() && (watched || path == Path::Gate);
        let mut taken = 0;
        while taken < epochs && (taken == 0 || is_moderate(&self.state)) {
            if path == Path::FullBatch {
                self.backward();
                right = right && self.is_solved();
            }
            let Self { config, network, state, examples, indices, pass, .. } = self;
            let (model, layers) = (network.model(config.loss), network.layers());
            taken += match path {
                Path::Gate => {
                    let sure = gate::sure_epochs(model, state, examples, &update).min(epochs - taken);
                    right &= gate::descend(model, layers, state, examples, batch, &update, sure) < MAX_SURE_ERROR;
                    sure
                }
                Path::FullBatch => {
                    pass.descend(state, batch, &update);
                    1
                }
                Path::MiniBatches => {
                    config.order.fill(indices, self.seed, self.epoch + taken);
                    pass.epoch(model, state, examples, indices, batch, &update);
                    1
                }
            };
            self.evaluated = Evaluated::Nothing;
        }
        (taken, right)
    }

    /// How the updates of an epoch are computed.
    fn path(&self) -> Path {
        let Self { config, network, examples, .. } = self;
        let (model, update) = (network.model(config.loss), config.update_rule(self.rate));
        // A full batch is summed in the given order: another would change rounding alone.
        let in_order = self.takes_all() || config.order == Order::Given;
        if in_order && gate::handles(model, network.layers(), examples.count(), self.batch_size(), &update) {
            Path::Gate
        } else if self.takes_all() {
            Path::FullBatch
        } else {
            Path::MiniBatches
        }
    }

    /// Whether the next epoch changes nothing. The checkpoint is the present state.
    pub fn stands_still(&mut self) -> bool {
        self.checkpoint.copy_from_slice(&self.state);
        self.train(1, false);
        let same = self.state == self.checkpoint;
        self.restore();
        same
    }

    /// The parameters, and what the optimiser remembers.
    pub fn state(&self) -> &[f64] {
        &self.state
    }

    /// Its parameters now.
    pub fn parameters(&self) -> &[f64] {
        &self.state[..self.network.parameters()]
    }
}
