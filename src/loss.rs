//! Binary cross-entropy, from the logit.

use kernel::sigmoid;

/// The mean over the examples of `-(y ln p + (1 - y) ln(1 - p))` with `p = sigmoid(z)`, in nats.
///
/// Written as `softplus(z) - y z`, which neither overflows nor takes the logarithm of 0 however sure the network is.
/// `logits` and `labels` have one entry an example.
pub fn cross_entropy(logits: &[f64], labels: &[f64]) -> f64 {
    let total: f64 = logits.iter().zip(labels).map(|(&z, &y)| softplus(if y == 1.0 { -z } else { z })).sum();
    total / labels.len() as f64
}

/// `ln(1 + e^z)`, as `1 / (1 + e^z)` is `1 - sigmoid(z)`
fn softplus(z: f64) -> f64 {
    z.max(0.0) - libm::log1p(-sigmoid(-z.abs()))
}

/// The least loss of a constant prediction: the entropy, in nats, of a coin that shows 1 as often as the labels do.
pub fn entropy(labels: &[f64]) -> f64 {
    let p = labels.iter().sum::<f64>() / labels.len() as f64;
    let part = |p: f64| if p > 0.0 { -p * libm::log1p(p - 1.0) } else { 0.0 };
    part(p) + part(1.0 - p)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_definition_where_that_is_finite() {
        for i in -300..=300 {
            let z = f64::from(i) * 0.1;
            let p = 1.0 / (1.0 + (-z).exp());
            assert!((cross_entropy(&[z], &[1.0]) + p.ln()).abs() < 1e-12 * z.abs().max(1.0));
            assert!((cross_entropy(&[z], &[0.0]) - cross_entropy(&[-z], &[1.0])).abs() == 0.0);
        }
        assert_eq!(cross_entropy(&[0.0; 4], &[0.0, 1.0, 1.0, 0.0]), std::f64::consts::LN_2);
    }

    #[test]
    fn stays_finite_at_saturation() {
        assert_eq!(cross_entropy(&[-1e300], &[1.0]), 1e300);
        assert!((0.0..1e-300).contains(&cross_entropy(&[1e300], &[1.0])));
    }

    #[test]
    fn entropy_is_the_loss_of_the_best_constant() {
        assert_eq!(entropy(&[0.0, 1.0, 1.0, 0.0]), std::f64::consts::LN_2);
        assert_eq!(entropy(&[0.0; 3]), 0.0);
        let z = (0.25f64 / 0.75).ln();
        assert!((entropy(&[0.0, 0.0, 0.0, 1.0]) - cross_entropy(&[z; 4], &[0.0, 0.0, 0.0, 1.0])).abs() < 1e-15);
    }
}
