//! NumPy's legacy generator: what `np.random.seed(s)`, `np.random.rand` and `np.random.randn` give, bit for bit.

pub use kernel::mersenne::{seeded, seeded_by, shuffle, up_to};
use kernel::sqrt;
use rand::{Rng, distr::Distribution};
use rand_mt::Mt;

/// `np.random.random_sample`: doubles in [0, 1), 53 bits from two 32-bit draws.
pub struct RandomSample;

impl Distribution<f64> for RandomSample {
    fn sample<R: Rng + ?Sized>(&self, rng: &mut R) -> f64 {
        let a = f64::from(rng.next_u32() >> 5);
        let b = f64::from(rng.next_u32() >> 6);
        (a * 67_108_864.0 + b) / 9_007_199_254_740_992.0
    }
}

/// `np.random.randn`: normal numbers of mean 0 and deviation 1, by the polar method (Marsaglia and Bray, *SIAM Review* 6,
/// 1964). It makes two at a time; the second is kept for the next call.
///
/// The square root is exact, and the logarithm that of libm: where the host's differs in its last bit, so do these.
#[derive(Default)]
pub struct Normal {
    kept: Option<f64>,
}

impl Normal {
    /// The next number.
    pub fn next(&mut self, rng: &mut Mt) -> f64 {
        if let Some(kept) = self.kept.take() {
            return kept;
        }
        loop {
            let [a, b] = [0; 2].map(|_| 2.0 * RandomSample.sample(rng) - 1.0);
            let r = a * a + b * b;
            if r < 1.0 && r != 0.0 {
                let factor = sqrt(-2.0 * libm::log(r) / r);
                self.kept = Some(factor * a);
                return factor * b;
            }
        }
    }
}

/// `np.random.RandomState(seed)`: the generator and the normal number that it keeps.
pub struct Generator {
    /// The generator alone: what is drawn from it leaves the kept number as it is.
    pub rng: Mt,
    normal: Normal,
}

impl Generator {
    /// With no number kept.
    pub fn new(seed: u32) -> Self {
        Self { rng: seeded(seed), normal: Normal::default() }
    }

    /// `rng.rand()`
    pub fn random(&mut self) -> f64 {
        RandomSample.sample(&mut self.rng)
    }

    /// `rng.uniform(-limit, limit)`
    pub fn within(&mut self, limit: f64) -> f64 {
        -limit + (limit + limit) * self.random()
    }

    /// `rng.randn()`
    pub fn normal(&mut self) -> f64 {
        self.normal.next(&mut self.rng)
    }
}
