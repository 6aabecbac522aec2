//! The generator behind NumPy's legacy one, and the orders that NumPy draws with it.

use rand_mt::Mt;

/// The generator that `np.random.seed(seed)` leaves behind: MT19937, seeded by `init_genrand` (Matsumoto and Nishimura,
/// *Mersenne Twister*, 1998, and their reference code of 2002).
pub fn seeded(seed: u32) -> Mt {
    Mt::new(seed)
}

/// The generator of `np.random.RandomState([a, b])`: MT19937, seeded by `init_by_array`.
pub fn seeded_by(key: [u32; 2]) -> Mt {
    Mt::new_with_key(key)
}

/// NumPy's `random_interval`: a whole number from 0 to `max`, by drawing under a mask of ones until one is in range.
pub fn up_to(max: u32, rng: &mut Mt) -> u32 {
    let mask = u32::MAX.checked_shr(max.leading_zeros()).unwrap_or(0);
    loop {
        let drawn = if max == 0 { 0 } else { rng.next_u32() & mask };
        if drawn <= max {
            return drawn;
        }
    }
}

/// `arr = np.arange(n); rng.shuffle(arr)`, which `rng.permutation(n)` is too: Fisher and Yates, from the last element down.
pub fn shuffle(indices: &mut [u32], rng: &mut Mt) {
    for i in (1..indices.len()).rev() {
        indices.swap(i, up_to(i as u32, rng) as usize);
    }
}
