//! The losses of the starts of a sweep.

use alloc::{vec, vec::Vec};

/// Entries of a trace, without that of epoch 0.
const MAX_LOSSES: u64 = 200;

/// The loss of each start at epochs 0, stride, 2 stride, ... up to the last of its run.
#[derive(Clone, Debug)]
pub struct Traces {
    /// Epochs from one entry to the next.
    pub stride: u64,
    /// Entries of a trace.
    entries: usize,
    /// The traces, one after the other.
    losses: Vec<f64>,
}

impl Traces {
    /// Room for the traces of so many starts of so many epochs.
    pub fn new(starts: usize, epochs: u64) -> Self {
        let stride = epochs.div_ceil(MAX_LOSSES).max(1);
        let entries = (epochs / stride + 1) as usize;
        Self { stride, entries, losses: vec![0.0; starts * entries] }
    }

    /// The next epoch after `epoch` that has an entry.
    pub fn next(&self, epoch: u64) -> u64 {
        (epoch / self.stride + 1) * self.stride
    }

    /// Writes the loss of start `k` at an epoch that has an entry.
    pub fn record(&mut self, k: usize, epoch: u64, loss: f64) {
        self.losses[k * self.entries + (epoch / self.stride) as usize] = loss;
    }

    /// The losses of start `k` up to an epoch.
    pub fn up_to(&self, k: usize, epoch: u64) -> &[f64] {
        &self.losses[k * self.entries..][..(epoch / self.stride + 1) as usize]
    }
}
