//! The examples of a run: what it is trained on, and what is held out.

use crate::dataset::Dataset;
use crate::numpy_random::{seeded, shuffle};
use alloc::vec::Vec;

/// Examples, some of which may be held out: they are predicted, and nothing is learned from them.
#[derive(Clone, Debug, PartialEq)]
pub struct Split {
    /// What is trained on, at least one, in the order of the data.
    pub training: Dataset,
    /// What is held out, in the order of the data.
    pub test: Dataset,
    /// The places of the latter in the data, from the first on.
    pub held_out: Vec<usize>,
}

impl Split {
    /// Holds out a share of the examples, rounded up, but for at least one: of m examples the first of
    /// `np.random.RandomState(seed).permutation(m)`. They are those of scikit-learn's
    /// `train_test_split(..., test_size=share, random_state=seed)`.
    pub fn new(all: Dataset, share: f64, seed: u32) -> Self {
        let held_out = held_out(all.len(), share, seed);
        let (mut training, mut test) = (Dataset::default(), Dataset::default());
        let mut places = held_out.iter().copied().peekable();
        for (place, [x1, x2, label]) in all.rows().enumerate() {
            let part = if places.next_if_eq(&place).is_some() { &mut test } else { &mut training };
            part.inputs.push([x1, x2]);
            part.labels.push(label);
        }
        Self { training, test, held_out }
    }

    /// `[x1, x2, label]` of each example, in the order of the data.
    pub fn rows(&self) -> impl Iterator<Item = [f64; 3]> {
        let (mut training, mut test) = (self.training.rows(), self.test.rows());
        let mut places = self.held_out.iter().copied().peekable();
        let count = self.training.len() + self.test.len();
        (0..count).filter_map(move |place| match places.next_if_eq(&place) {
            Some(_) => test.next(),
            None => training.next(),
        })
    }
}

/// The places of what is held out, from the first on.
fn held_out(count: usize, share: f64, seed: u32) -> Vec<usize> {
    if share == 0.0 || count == 0 {
        return Vec::new();
    }
    let mut places: Vec<u32> = (0..count as u32).collect();
    shuffle(&mut places, &mut seeded(seed));
    let mut held_out: Vec<usize> = places.into_iter().map(|place| place as usize).collect();
    held_out.truncate((libm::ceil(share * count as f64) as usize).min(count - 1));
    held_out.sort_unstable();
    held_out
}
