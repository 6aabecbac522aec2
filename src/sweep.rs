//! The same network from many seeds: how often it solves, when, and where the others end.

mod start;
mod traces;

pub use start::Start;

use crate::config::{Config, ConfigError, Until, Value};
use crate::network::Network;
use crate::outcome::{Outcome, Reason};
use crate::run::{MAX_CALL_WORK, Run};
use crate::statistics;
use alloc::{vec, vec::Vec};
use traces::Traces;

/// The least and the most starts.
pub const STARTS: core::ops::RangeInclusive<usize> = 1..=1_000;

/// What a number of starts has to be, in words.
pub const EXPECTED: &str = "a whole number from 1 to 1000";

/// Numbers in all states together, 8 bytes each: of a network with more than 1,500 there are fewer starts.
const MAX_STATE_NUMBERS: usize = 1_500_000;

/// Epochs between two looks at whether a start is finite, and solved: to find the very epoch at which it solved, as many are
/// taken again one by one.
const MAX_CHUNK_EPOCHS: u64 = 256;

/// Epochs of a start before the next has its turn.
const ROUND_EPOCHS: core::ops::RangeInclusive<u64> = 32..=1024;

/// The work of a round of all starts, as [`Run::epoch_work`] counts it: about a twentieth of a second on a machine of 2024.
const ROUND_WORK: u64 = MAX_CALL_WORK / 20;

/// The widest gap between two losses of one minimum, as a share of the best constant prediction's loss.
const MAX_GAP_SHARE: f64 = 0.01;

/// One configuration trained from many seeds, to its option `epochs`.
///
/// Start `k` has the seed of the configuration plus `k` (after 4294967295 comes 0), by which a cloud and what is held out are
/// drawn too, and at any epoch it is, to the bit, what a [`Trainer`](crate::Trainer) with that seed is there; it ends where
/// that ends. The starts take turns, in rounds of up to 1,024 epochs. Memory is bounded: at most 12 MB of states, and 2 KB a
/// start.
#[derive(Clone, Debug)]
pub struct Sweep {
    /// Room for one start, into which [`Sweep::load`] puts the one at hand.
    run: Run,
    starts: Vec<Start>,
    /// The states, one after the other.
    states: Vec<f64>,
    traces: Traces,
    /// The epoch that every start has reached, or ended before.
    epoch: u64,
    /// The start whose turn it is.
    turn: usize,
    /// Epochs of a start before the next has its turn.
    round_epochs: u64,
}

impl Sweep {
    /// All starts at epoch 0.
    ///
    /// # Errors
    /// Other than 1 to 1,000 starts, or more than 1,500,000 numbers in all their states together.
    pub fn new(config: Config, starts: usize) -> Result<Self, ConfigError> {
        let error =
            |expected: &'static str, got: usize| ConfigError::new("starts", expected, Value::Number(got as f64));
        if !STARTS.contains(&starts) {
            return Err(error(EXPECTED, starts));
        }
        let run = Run::new(config);
        let numbers = starts * run.state().len();
        if numbers > MAX_STATE_NUMBERS {
            let expected = "at most 1500000 numbers in the states of all starts";
            return Err(ConfigError { other: Some("layers"), ..error(expected, numbers) });
        }
        let work = run.epoch_work() * starts as u64;
        let mut sweep = Self {
            starts: vec![Start::default(); starts],
            states: vec![0.0; numbers],
            traces: Traces::new(starts, run.config.epochs),
            epoch: 0,
            turn: 0,
            round_epochs: (ROUND_WORK / work).clamp(*ROUND_EPOCHS.start(), *ROUND_EPOCHS.end()),
            run,
        };
        (0..starts).for_each(|k| sweep.begin(k));
        Ok(sweep)
    }

    /// Puts start `k` at epoch 0.
    fn begin(&mut self, k: usize) {
        let Self { run, starts, traces, .. } = self;
        run.reseed(run.config.seed.wrapping_add(k as u32));
        let diverged = !run.start();
        traces.record(k, 0, run.loss());
        let solved_at = (run.is_solved() && !diverged).then_some(0);
        starts[k] = Start { seed: run.seed, diverged, ended: diverged, solved_at, ..Start::default() };
        self.save(k);
    }

    /// Takes up to `epochs` epochs, those of all starts counted together, and says how many it took. The work of one call is
    /// bounded, to about a second: for more, call again. 0 if the sweep is done.
    pub fn step(&mut self, epochs: u64) -> u64 {
        let wanted = epochs.min(MAX_CALL_WORK / self.run.epoch_work());
        let mut taken = 0;
        while taken < wanted && !self.is_done() {
            let end = self.end_of_round();
            taken += self.train(self.turn, end, wanted - taken);
            let start = &self.starts[self.turn];
            if start.ended || start.epoch == end {
                self.turn += 1;
            }
            if self.turn == self.starts.len() {
                let all_ended = self.starts.iter().all(|start| start.ended);
                (self.turn, self.epoch) = (0, if all_ended { self.run.config.epochs } else { end });
            }
        }
        taken
    }

    /// Trains start `k` up to the epoch `end`, for at most `max_epochs`; returns how many epochs it took.
    fn train(&mut self, k: usize, end: u64, max_epochs: u64) -> u64 {
        if self.starts[k].ended {
            return 0;
        }
        self.load(k);
        let begin = self.run.epoch;
        let end = end.min(begin + max_epochs);
        while self.run.epoch < end {
            let Self { run, starts, traces, .. } = self;
            let start = &mut starts[k];
            start.ended = run.is_at_end();
            if start.ended {
                break;
            }
            // An update with some of the examples does not show whether the others are right.
            let one_by_one = run.config.until != Until::Epochs || (start.solved_at.is_some() && !run.takes_all());
            let chunk = if one_by_one { 1 } else { MAX_CHUNK_EPOCHS };
            let from = run.epoch;
            let next_entry = traces.next(from);
            let wanted = end.min(from + chunk).min(next_entry) - from;
            let stretch = run.advance(wanted, true);
            if stretch.diverged {
                (start.diverged, start.ended, start.solved_at) = (true, true, None);
                break;
            }
            // Where the stretch does not show from which epoch on every example is right, its epochs are taken again.
            start.solved_at = match start.solved_at {
                _ if !run.is_solved() => None,
                Some(epoch) if stretch.right || stretch.epochs == 1 => Some(epoch),
                None if stretch.epochs == 1 => Some(from + 1),
                before => run.last_wrong(stretch.epochs).map_or(before, |wrong| Some(wrong + 1)),
            };
            if run.epoch == next_entry {
                traces.record(k, run.epoch, run.loss());
            }
        }
        self.save(k);
        self.run.epoch - begin
    }

    /// Makes start `k` the one at hand: its state, its seed and its examples.
    fn load(&mut self, k: usize) {
        let Self { run, starts, states, .. } = self;
        let len = run.state().len();
        run.go_to(starts[k].epoch, &states[k * len..][..len]);
        run.reseed(starts[k].seed);
    }

    /// Keeps the state at hand as that of start `k`.
    fn save(&mut self, k: usize) {
        let Self { run, starts, states, .. } = self;
        let len = run.state().len();
        states[k * len..][..len].copy_from_slice(run.state());
        let start = &mut starts[k];
        (start.epoch, start.loss, start.verdict) = (run.epoch, run.loss(), None);
    }

    /// The epoch at which the round of all starts ends.
    fn end_of_round(&self) -> u64 {
        (self.epoch + self.round_epochs).min(self.run.config.epochs)
    }

    /// The settings, with the seed of the first start.
    pub fn config(&self) -> &Config {
        &self.run.config
    }

    /// The network of every start.
    pub fn network(&self) -> &Network {
        &self.run.network
    }

    /// The epoch that every start has reached, or ended before.
    pub fn epoch(&self) -> u64 {
        self.epoch
    }

    /// Whether every start has taken all its epochs.
    pub fn is_done(&self) -> bool {
        self.epoch == self.run.config.epochs
    }

    /// The share of the epochs that have been taken, 0 to 1; 1 only when all starts are done.
    pub fn progress(&self) -> f64 {
        if self.is_done() {
            return 1.0;
        }
        let (starts, turns) = (self.starts.len() as f64, self.turn as f64);
        let (round, part) = (self.end_of_round() - self.epoch, self.starts[self.turn].epoch.saturating_sub(self.epoch));
        let taken = self.epoch as f64 * starts + turns * round as f64 + part as f64;
        taken / (self.run.config.epochs as f64 * starts)
    }

    /// The starts, in the order of their seeds.
    pub fn starts(&self) -> &[Start] {
        &self.starts
    }

    /// The loss of start `k` at epochs 0, stride, 2 stride, ... up to where it is.
    ///
    /// # Panics
    /// If there is no such start, as in all that takes a `k`.
    pub fn trace(&self, k: usize) -> &[f64] {
        self.traces.up_to(k, self.starts[k].epoch)
    }

    /// Epochs from one entry of a loss trace to the next, of all starts: there are at most 201 entries.
    pub fn trace_stride(&self) -> u64 {
        self.traces.stride
    }

    /// The parameters of start `k` now, layer by layer: `W` row by row, then `B`.
    pub fn parameters(&self, k: usize) -> &[f64] {
        &self.states[k * self.run.state().len()..][..self.run.network.parameters()]
    }

    /// The square to show the examples of start `k` in: `[x1 min, x1 max, x2 min, x2 max]`.
    pub fn domain(&mut self, k: usize) -> [f64; 4] {
        self.load(k);
        self.run.domain
    }

    /// `Yhat` of start `k`, one per example.
    pub fn predictions(&mut self, k: usize) -> &[f64] {
        self.load(k);
        self.run.predictions()
    }

    /// What has become of start `k` so far.
    pub fn outcome(&mut self, k: usize) -> Outcome {
        self.verdict(k).0
    }

    /// Why what start `k` has wrong stays so, if that is known.
    pub fn reason(&mut self, k: usize) -> Option<Reason> {
        self.verdict(k).1
    }

    /// The outcome and the reason of start `k`.
    pub fn verdict(&mut self, k: usize) -> (Outcome, Option<Reason>) {
        if let Some(verdict) = self.starts[k].verdict {
            return verdict;
        }
        let verdict = if self.starts[k].diverged {
            (Outcome::Diverged, None)
        } else {
            self.load(k);
            self.run.verdict()
        };
        self.starts[k].verdict = Some(verdict);
        verdict
    }

    /// For each start that is stuck the least loss of those in the same minimum, and NaN for the others. Losses are of one
    /// minimum where no gap between them is wider than 0.01 of the best constant prediction's loss (single linkage).
    pub fn minima(&mut self) -> Vec<f64> {
        let losses: Vec<f64> = (0..self.starts.len())
            .map(|k| if self.outcome(k) == Outcome::Stuck { self.starts[k].loss } else { f64::NAN })
            .collect();
        // Clouds differ from start to start: the width is that of the first.
        self.load(0);
        let width = MAX_GAP_SHARE * self.run.config.loss.constant(&self.run.examples.targets);
        losses.iter().map(|&from| statistics::least_within_steps(&losses, from, width)).collect()
    }
}
