//! The examples of a run: what it is trained on, and what is held out.

use crate::dataset::Dataset;
use crate::numpy_random::{seeded, shuffle};
use alloc::{vec, vec::Vec};

/// Examples, some of which may be held out: they are predicted, and nothing is learned from them.
#[derive(Clone, Debug, PartialEq)]
pub struct Split {
    /// All of them.
    pub all: Dataset,
    /// Whether each of them is held out.
    pub is_held_out: Vec<bool>,
    /// What is trained on, at least one, in the order of the data.
    pub training: Dataset,
    /// What is held out, in the order of the data.
    pub test: Dataset,
}

impl Split {
    /// Holds out a share of the examples, 0 to 1: that part of `m` rounded up, but at most `m - 1`. They are the first of
    /// `np.random.RandomState(seed).permutation(m)`, as scikit-learn's
    /// `train_test_split(..., test_size=share, random_state=seed)` takes them. `all` has at least one.
    pub fn new(all: Dataset, share: f64, seed: u32) -> Self {
        let count = all.len();
        let mut is_held_out = vec![false; count];
        if share > 0.0 {
            let mut indices: Vec<u32> = (0..count as u32).collect();
            shuffle(&mut indices, &mut seeded(seed));
            let size = libm::ceil(share * count as f64) as usize;
            indices.iter().take(size.min(count - 1)).for_each(|&index| is_held_out[index as usize] = true);
        }
        let (mut training, mut test) = (Dataset::default(), Dataset::default());
        for ((&input, &label), &is_held_out) in all.inputs.iter().zip(&all.labels).zip(&is_held_out) {
            let part = if is_held_out { &mut test } else { &mut training };
            part.inputs.push(input);
            part.labels.push(label);
        }
        Self { all, is_held_out, training, test }
    }

    /// The indices in `all` of what is held out, ascending.
    pub fn held_out(&self) -> impl Iterator<Item = usize> {
        self.is_held_out.iter().enumerate().filter(|(_, is_held_out)| **is_held_out).map(|(index, _)| index)
    }
}
