//! Estimates from counts and samples.

use kernel::sqrt;

/// The quantile of the normal distribution that leaves 2.5 % above it.
const Z: f64 = 1.959963984540054;

/// The 95 % confidence interval of a proportion that was found in `count` of `of`, by Wilson's score: `[low, high]` within 0 to
/// 1 (E. B. Wilson, *Probable inference, the law of succession, and statistical inference*, 1927). Of none it is `[0, 1]`.
pub fn wilson(count: usize, of: usize) -> [f64; 2] {
    if of == 0 {
        return [0.0, 1.0];
    }
    let (n, z2) = (of as f64, Z * Z);
    let p = count as f64 / n;
    let middle = p + z2 / (2.0 * n);
    let reach = Z * sqrt(p * (1.0 - p) / n + z2 / (4.0 * n * n));
    // Exact at the ends, where rounding would miss 0 and 1.
    let low = if count == 0 { 0.0 } else { (middle - reach) / (1.0 + z2 / n) };
    let high = if count >= of { 1.0 } else { (middle + reach) / (1.0 + z2 / n) };
    [low, high]
}

/// The least of the numbers in ascending order that a share of them, 0 to 1, does not exceed; `None` of none.
pub fn quantile(ascending: &[u64], share: f64) -> Option<u64> {
    let rank = libm::ceil(share * ascending.len() as f64) as usize;
    ascending.get(rank.max(1) - 1).copied()
}

/// The least of the numbers that can be reached from `from` by steps down to other numbers, none longer than `longest`;
/// NaN from NaN.
pub fn least_within_steps(numbers: &[f64], from: f64, longest: f64) -> f64 {
    let below = |least: f64| numbers.iter().copied().filter(|number| least - number <= longest).fold(least, f64::min);
    let (mut least, mut next) = (from, below(from));
    while next < least {
        (least, next) = (next, below(next));
    }
    least
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The interval is where the score test does not refuse the share: `|p - share| <= Z sqrt(share (1 - share) / n)`.
    #[test]
    fn wilsons_ends_are_where_the_score_is_z() {
        for of in [1usize, 2, 10, 200, 1000] {
            for count in [0, 1, of / 3, of / 2, of] {
                let p = count as f64 / of as f64;
                let [low, high] = wilson(count, of);
                assert!((0.0..=p).contains(&low) && (p..=1.0).contains(&high), "{count} of {of}");
                for end in [low, high] {
                    let score = (p - end).abs() - Z * (end * (1.0 - end) / of as f64).sqrt();
                    assert!(score.abs() < 1e-12 || end == p, "{count} of {of}: {end}");
                }
            }
        }
        assert_eq!(wilson(0, 0), [0.0, 1.0]);
        // R. G. Newcombe, *Two-sided confidence intervals for the single proportion*, 1998, table I.
        for (count, of, ends) in [(81, 263, [2553.0, 3662.0]), (15, 148, [624.0, 1605.0]), (0, 20, [0.0, 1611.0])] {
            assert_eq!(wilson(count, of).map(|end| (end * 1e4).round()), ends);
        }
    }

    #[test]
    fn quantiles_are_numbers_of_the_sample() {
        let sample = [1, 2, 3, 4, 10];
        assert_eq!([0.0, 0.2, 0.5, 0.9, 1.0].map(|share| quantile(&sample, share)), [1, 1, 3, 10, 10].map(Some));
        assert_eq!(quantile(&[], 0.5), None);
    }

    #[test]
    fn steps_down_end_before_a_wide_gap() {
        let numbers = [0.48, 0.35, 0.3466, 0.353, 0.4774, 0.3];
        let least = numbers.map(|from| least_within_steps(&numbers, from, 0.005));
        assert_eq!(least, [0.4774, 0.3466, 0.3466, 0.3466, 0.4774, 0.3]);
        assert!(least_within_steps(&numbers, f64::NAN, 0.005).is_nan());
    }
}
