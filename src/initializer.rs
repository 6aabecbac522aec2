//! Where the parameters begin.

use crate::numpy_random::{RandomSample, seeded};
use rand::RngExt;

/// How the parameters are initialised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Initializer {
    /// Every weight and bias 0: the network of the post that never learns XOR.
    Zero,
    /// Every weight and bias uniform in [0, deviation), in the order of the post's `np.random.rand` calls.
    Random,
}

impl Initializer {
    /// The word of the public contract.
    pub fn name(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::Random => "random",
        }
    }

    /// Fills `parameters`, flat in NumPy's drawing order, from the generator that `seed` gives.
    pub fn fill(self, parameters: &mut [f64], seed: u32, deviation: f64) {
        match self {
            Self::Zero => parameters.fill(0.0),
            Self::Random => {
                let draws = seeded(seed).sample_iter(RandomSample);
                for (parameter, draw) in parameters.iter_mut().zip(draws) {
                    *parameter = draw * deviation;
                }
            }
        }
    }
}

/// A seed from the host's entropy, for a run that names none; 0 if the host has none to give.
pub fn fresh_seed() -> u32 {
    getrandom::u32().unwrap_or(0)
}
