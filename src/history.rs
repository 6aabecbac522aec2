//! What a run leaves behind: a loss trace, keyframes and the learning rates it used, of bounded size however long it
//! runs.

use alloc::{vec, vec::Vec};

/// The most entries of the loss trace. A curve is a few hundred pixels wide, and each entry costs a pass over the examples.
const MAX_LOSSES: usize = 512;

/// The most keyframes, the states from which a seek steps on.
const MAX_KEYFRAMES: usize = 256;

/// Numbers in all keyframes together, 8 bytes each, 4 MB: large networks have fewer keyframes.
const MAX_KEYFRAME_NUMBERS: usize = 1 << 19;

/// Rows of numbers at epochs 0, stride, 2 stride, ... When it is full, every other row goes and the stride doubles; so
/// it always covers the whole run, with at least half its capacity.
#[derive(Clone, Debug)]
pub struct Series {
    width: usize,
    capacity: usize,
    stride: u64,
    rows: Vec<f64>,
}

impl Series {
    /// Room for `capacity` rows of `width` numbers, at first `stride` epochs apart.
    fn new(width: usize, capacity: usize, stride: u64) -> Self {
        Self { width, capacity, stride, rows: Vec::with_capacity(width * capacity) }
    }

    /// Epochs from row to row.
    pub fn stride(&self) -> u64 {
        self.stride
    }

    /// All rows, one after the other.
    pub fn rows(&self) -> &[f64] {
        &self.rows
    }

    /// Number `k` of each row; empty where rows have no more than `k`.
    pub fn column(&self, k: usize) -> impl Iterator<Item = f64> {
        self.rows.chunks_exact(self.width).filter_map(move |row| row.get(k).copied())
    }

    fn len(&self) -> u64 {
        (self.rows.len() / self.width) as u64
    }

    /// Whether the row of this epoch is the next to come.
    fn wants(&self, epoch: u64) -> bool {
        epoch == self.len() * self.stride
    }

    fn push(&mut self, row: &[f64]) {
        if self.rows.len() == self.capacity * self.width {
            let kept = self.capacity.div_ceil(2);
            for i in 1..kept {
                let from = 2 * i * self.width;
                self.rows.copy_within(from..from + self.width, i * self.width);
            }
            self.rows.truncate(kept * self.width);
            self.stride *= 2;
        }
        self.rows.extend_from_slice(row);
    }

    /// Forgets the rows after `epoch`.
    fn truncate(&mut self, epoch: u64) {
        let kept = (epoch / self.stride + 1).min(self.len());
        self.rows.truncate(kept as usize * self.width);
    }

    /// The latest row at or before `epoch`, and its epoch.
    fn at_or_before(&self, epoch: u64) -> (u64, &[f64]) {
        let i = (epoch / self.stride).min(self.len() - 1);
        let from = i as usize * self.width;
        (i * self.stride, &self.rows[from..from + self.width])
    }
}

/// The record of a run from epoch 0 to its end, the furthest epoch it was taken to.
#[derive(Clone, Debug)]
pub struct History {
    losses: Series,
    keyframes: Series,
    /// The learning rates, each with the epoch from which it held.
    rates: Vec<(u64, f64)>,
    end: u64,
    /// Whether the epoch after `end` would leave the finite numbers.
    diverged: bool,
}

impl History {
    /// The empty record of a run whose states have `state_len` numbers; `has_test` says whether some examples are held out.
    pub fn new(state_len: usize, has_test: bool, learning_rate: f64) -> Self {
        let keyframes = (MAX_KEYFRAME_NUMBERS / state_len.max(1)).clamp(2, MAX_KEYFRAMES);
        Self {
            losses: Series::new(1 + usize::from(has_test), MAX_LOSSES, 1),
            keyframes: Series::new(state_len, keyframes, 64),
            rates: vec![(0, learning_rate)],
            end: 0,
            diverged: false,
        }
    }

    /// The loss of what is trained on and, where something is, of what is held out, at epochs 0, stride, 2 stride, ... of the whole record.
    pub fn losses(&self) -> &Series {
        &self.losses
    }

    /// The states at epochs 0, stride, 2 stride, ... of the whole record.
    pub fn keyframes(&self) -> &Series {
        &self.keyframes
    }

    /// The furthest epoch of the record.
    pub fn end(&self) -> u64 {
        self.end
    }

    /// Whether the run diverged, and this is its last finite epoch.
    pub fn diverged_at(&self, epoch: u64) -> bool {
        self.diverged && epoch == self.end
    }

    /// Marks the end of the record as the last finite epoch.
    pub fn diverge(&mut self) {
        self.diverged = true;
    }

    /// The learning rates, each with the epoch from which it holds; the first holds from epoch 0.
    pub fn rates(&self) -> &[(u64, f64)] {
        &self.rates
    }

    /// The learning rate of the update that leaves `epoch`.
    pub fn rate(&self, epoch: u64) -> f64 {
        self.rates[self.rates.partition_point(|&(from, _)| from <= epoch) - 1].1
    }

    /// The next epoch after `epoch` at which there is something to record or the rate changes.
    pub fn next_stop(&self, epoch: u64) -> u64 {
        let multiple = |stride: u64| (epoch / stride + 1) * stride;
        let sample = multiple(self.losses.stride).min(multiple(self.keyframes.stride));
        let change = self.rates.get(self.rates.partition_point(|&(from, _)| from <= epoch));
        change.map_or(sample, |&(from, _)| sample.min(from))
    }

    /// Whether the losses of this epoch are to be recorded.
    pub fn wants_loss(&self, epoch: u64) -> bool {
        self.losses.wants(epoch)
    }

    /// Records the state at `epoch`, where the record wants it, and the two losses, if they are given.
    pub fn record(&mut self, epoch: u64, state: &[f64], losses: Option<[f64; 2]>) {
        self.end = self.end.max(epoch);
        if self.keyframes.wants(epoch) {
            self.keyframes.push(state);
        }
        if let Some(losses) = losses {
            self.losses.push(&losses[..self.losses.width]);
        }
    }

    /// The latest keyframe at or before `epoch`: its epoch and state.
    pub fn keyframe(&self, epoch: u64) -> (u64, &[f64]) {
        self.keyframes.at_or_before(epoch)
    }

    /// A new learning rate from `epoch` on. What the record held beyond is forgotten, as it would come out otherwise.
    pub fn change_rate(&mut self, epoch: u64, rate: f64) {
        self.rates.truncate(self.rates.partition_point(|&(from, _)| from < epoch));
        self.rates.push((epoch, rate));
        self.losses.truncate(epoch);
        self.keyframes.truncate(epoch);
        self.end = epoch;
        self.diverged = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_series_thins_itself_and_still_covers_the_run() {
        let mut series = Series::new(2, 8, 1);
        for epoch in 0..10_000u64 {
            if series.wants(epoch) {
                series.push(&[epoch as f64, -(epoch as f64)]);
            }
            let (at, row) = series.at_or_before(epoch);
            assert!(at <= epoch && epoch - at < series.stride());
            assert_eq!(row, [at as f64, -(at as f64)]);
            assert!(series.len() <= 8);
        }
    }

    #[test]
    fn a_changed_rate_forgets_the_future_only() {
        let mut history = History::new(1, false, 0.1);
        for epoch in 0..=1000 {
            history.record(epoch, &[epoch as f64], history.wants_loss(epoch).then_some([epoch as f64, f64::NAN]));
        }
        history.change_rate(500, 0.2);
        assert_eq!((history.rate(499), history.rate(500), history.end()), (0.1, 0.2, 500));
        assert_eq!(history.rates(), [(0, 0.1), (500, 0.2)]);
        assert_eq!(history.losses().rows().len(), 251);
        assert_eq!(history.keyframe(1000), (448, &[448.0][..]));
        assert_eq!(history.next_stop(499), 500);
    }
}
