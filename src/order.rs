//! The order in which an epoch takes the examples.

use crate::numpy_random::{seeded_by, shuffle, up_to};
use kernel::words;

words! {
    /// The order in which an epoch takes the examples. It depends on the seed and the epoch alone, so that a seek finds the
    /// same.
    pub enum Order {
        /// As the data have them.
        Given = "given",
        /// Every example once, in another order each epoch: `np.random.RandomState([seed, epoch]).permutation(m)`.
        Shuffled = "shuffled",
        /// Each picked at random, so that one may come twice: `np.random.RandomState([seed, epoch]).randint(m, size=m)`.
        Random = "random",
    }
}

impl Order {
    /// Writes the indices of the examples that epoch `epoch` takes, 0 for the first, one after the other.
    // Not inlined into the loop over the epochs: most runs go through that without it.
    #[inline(never)]
    pub fn fill(self, indices: &mut [u32], seed: u32, epoch: u64) {
        let count = indices.len() as u32;
        if self != Self::Random {
            indices.iter_mut().zip(0..).for_each(|(index, k)| *index = k);
        }
        if self == Self::Given {
            return;
        }
        let mut rng = seeded_by([seed, epoch as u32]);
        match self {
            Self::Shuffled => shuffle(indices, &mut rng),
            _ => indices.iter_mut().for_each(|index| *index = up_to(count - 1, &mut rng)),
        }
    }
}
