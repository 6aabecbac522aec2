//! One start of a sweep.

use crate::outcome::{Outcome, Reason};

/// What is kept of one start, beside its state and its trace.
#[derive(Clone, Copy, Debug, Default)]
pub struct Start {
    pub(super) seed: u32,
    pub(super) epoch: u64,
    pub(super) loss: f64,
    pub(super) diverged: bool,
    /// Whether it goes no further.
    pub(super) ended: bool,
    pub(super) solved_at: Option<u64>,
    /// What has become of it, once that was asked.
    pub(super) verdict: Option<(Outcome, Option<Reason>)>,
}

impl Start {
    /// The seed of its draws.
    pub fn seed(&self) -> u32 {
        self.seed
    }

    /// Epochs taken so far.
    pub fn epoch(&self) -> u64 {
        self.epoch
    }

    /// The loss there, as the option `loss` says.
    pub fn loss(&self) -> f64 {
        self.loss
    }

    /// The first epoch from which on every example was right up to the present one: exactly, as every epoch counts. `None`
    /// where one is wrong now, or the start has diverged.
    pub fn solved_at(&self) -> Option<u64> {
        self.solved_at
    }
}
