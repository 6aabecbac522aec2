//! What has become of the starts of a sweep, counted.

use crate::outcome::Outcome;
use crate::sweep::Sweep;
use alloc::vec::Vec;
use kernel::Word;

/// Counts over all starts.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// The number of starts of each outcome, in the order of [`Outcome::ALL`](Word::ALL).
    pub outcomes: [usize; Outcome::ALL.len()],
    /// The minima in which starts are stuck, by ascending loss.
    pub minima: Vec<Minimum>,
    /// The epochs at which starts were solved, ascending.
    pub solved_at: Vec<u64>,
}

/// A minimum in which starts are stuck, told by the loss.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Minimum {
    /// The least of their losses.
    pub loss: f64,
    /// How many starts are in it.
    pub starts: usize,
}

impl Summary {
    /// Counts the starts of a sweep as they are now.
    pub fn new(sweep: &mut Sweep) -> Self {
        let mut outcomes = [0; Outcome::ALL.len()];
        (0..sweep.starts().len()).for_each(|k| outcomes[sweep.outcome(k) as usize] += 1);
        let mut losses: Vec<f64> = sweep.minima().into_iter().filter(|loss| !loss.is_nan()).collect();
        losses.sort_unstable_by(f64::total_cmp);
        let minima = losses.chunk_by(|a, b| a == b).map(|same| Minimum { loss: same[0], starts: same.len() });
        let mut solved_at: Vec<u64> = sweep.starts().iter().filter_map(|start| start.solved_at()).collect();
        solved_at.sort_unstable();
        Self { outcomes, minima: minima.collect(), solved_at }
    }
}
