//! NumPy's legacy generator: what `np.random.seed(s)` and `np.random.rand` give, bit for bit.

use rand::{Rng, distr::Distribution};
use rand_mt::Mt;

/// The generator that `np.random.seed(seed)` leaves behind: MT19937, seeded by `init_genrand`.
pub fn seeded(seed: u32) -> Mt {
    Mt::new(seed)
}

/// `np.random.random_sample`: doubles in [0, 1), 53 bits from two 32-bit draws.
pub struct RandomSample;

impl Distribution<f64> for RandomSample {
    fn sample<R: Rng + ?Sized>(&self, rng: &mut R) -> f64 {
        let a = f64::from(rng.next_u32() >> 5);
        let b = f64::from(rng.next_u32() >> 6);
        (a * 67_108_864.0 + b) / 9_007_199_254_740_992.0
    }
}
