//! Every gradient against the finite differences of the loss that it descends.

mod support;

use neural_figure::config::Value;
use neural_figure::loss::cross_entropy;
use neural_figure::{Activation, Config, Dataset, GradientScale, Initializer, Trainer};
use support::own_points;

/// The mean loss of these parameters, by plain loops over the examples.
fn loss(config: &Config, parameters: &[f64]) -> f64 {
    let Dataset { inputs, labels } = &config.dataset;
    let logits: Vec<f64> = inputs.iter().map(|input| logit(config, parameters, input)).collect();
    cross_entropy(&logits, labels)
}

fn logit(config: &Config, parameters: &[f64], input: &[f64; 2]) -> f64 {
    let mut rest = parameters.iter();
    let mut a = input.to_vec();
    for (k, &size) in config.layers.iter().chain(&[1]).enumerate() {
        let weights: Vec<f64> = rest.by_ref().take(a.len() * size).copied().collect();
        let biases: Vec<f64> = rest.by_ref().take(size).copied().collect();
        let z = (0..size).map(|j| a.iter().enumerate().fold(biases[j], |z, (i, a)| z + weights[i * size + j] * a));
        a = match config.activation {
            _ if k == config.layers.len() => z.collect(),
            Activation::Sigmoid => z.map(|z| 1.0 / (1.0 + (-z).exp())).collect(),
            Activation::Tanh => z.map(f64::tanh).collect(),
        };
    }
    a[0]
}

#[test]
fn gradients_are_finite_differences() {
    for activation in [Activation::Sigmoid, Activation::Tanh] {
        for layers in [vec![], vec![1], vec![2], vec![3], vec![8], vec![4, 2], vec![3, 3, 3], vec![2; 6]] {
            for dataset in [Dataset::gate("xor").unwrap(), Dataset::gate("nor").unwrap(), own_points()] {
                for gradient_scale in [GradientScale::Listing, GradientScale::Sum, GradientScale::Mean] {
                    let config = Config {
                        activation,
                        layers: layers.clone(),
                        dataset: dataset.clone(),
                        gradient_scale,
                        init: Initializer::Random,
                        ..support::config(&[("deviation", Value::Number(1.5))])
                    };
                    check(config);
                }
            }
        }
    }
}

/// `sum` descends `m` times the mean loss and `mean` the loss itself. `listing` is the gradient of neither: its weights are
/// those of `sum`, its biases those of `mean`.
fn check(config: Config) {
    let mut trainer = Trainer::new(config.clone());
    let found = trainer.gradients();
    let m = config.dataset.len() as f64;
    for layer in trainer.network().layers() {
        for (range, factor) in match config.gradient_scale {
            GradientScale::Listing => [(layer.weights(), m), (layer.biases(), 1.0)],
            GradientScale::Sum => [(layer.weights(), m), (layer.biases(), m)],
            GradientScale::Mean => [(layer.weights(), 1.0), (layer.biases(), 1.0)],
        } {
            for i in range {
                let h = 1e-5;
                let at = |step: f64| {
                    let mut parameters = trainer.network().parameters.clone();
                    parameters[i] += step;
                    loss(&config, &parameters)
                };
                let difference = factor * (at(h) - at(-h)) / (2.0 * h);
                let error = (found[i] - difference).abs();
                assert!(error < 1e-8 * m, "{config:?}: parameter {i}: {difference} by differences, got {}", found[i]);
            }
        }
    }
}

#[test]
fn an_update_is_the_rate_times_the_gradient() {
    for layers in ["0", "1", "2", "5", "4,2"] {
        for scale in ["listing", "sum", "mean"] {
            let mut trainer = Trainer::new(support::config(&[
                ("layers", Value::text(layers)),
                ("gradientScale", Value::text(scale)),
                ("deviation", Value::Number(2.0)),
                ("learningRate", Value::Number(0.3)),
            ]));
            let (before, gradients) = (trainer.network().parameters.clone(), trainer.gradients());
            trainer.step(1);
            for ((before, gradient), after) in before.iter().zip(&gradients).zip(&trainer.network().parameters) {
                assert!((before - 0.3 * gradient - after).abs() < 1e-15, "{layers} {scale}");
            }
        }
    }
}
