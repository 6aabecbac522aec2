//! Every gradient against the finite differences of the loss that it descends.

mod support;

use neural_figure::config::Value;
use neural_figure::{Activation, Config, Data, Dataset, GradientScale, Loss, Output, Trainer, Word};
use support::{forward, own_points};

/// The loss of these parameters, by plain loops over the examples.
fn loss(config: &Config, parameters: &[f64]) -> f64 {
    let [zero, one] = config.output.targets();
    let Dataset { inputs, labels } = config.examples(config.seed).0.training;
    let outputs: Vec<[f64; 2]> = inputs.iter().map(|&input| forward(config, parameters, input)).collect();
    let targets: Vec<f64> = labels.iter().map(|&y| if y == 1.0 { one } else { zero }).collect();
    let column = |i: usize| outputs.iter().map(|output| output[i]).collect::<Vec<f64>>();
    config.loss.value(&column(0), &column(1), &targets)
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
                        data: Data::Given(dataset.clone()),
                        gradient_scale,
                        ..support::config(&[("deviation", Value::Number(1.5))])
                    };
                    check(config);
                }
            }
        }
    }
}

/// Every activation, output, loss and penalty, with hidden units away from the places where a rectifier bends.
#[test]
fn gradients_of_every_model_are_finite_differences() {
    let mut checked = 0;
    for &activation in Activation::ALL {
        for (output, loss) in [
            (Output::Sigmoid, Loss::CrossEntropy),
            (Output::Sigmoid, Loss::SquaredError),
            (Output::Tanh, Loss::SquaredError),
            (Output::Linear, Loss::SquaredError),
        ] {
            for (l1, l2) in [(0.0, 0.0), (0.03, 0.0), (0.0, 0.2), (0.03, 0.2)] {
                for layers in [vec![], vec![3], vec![4, 2]] {
                    let settings = [("deviation", Value::Number(1.0)), ("init", Value::text("normal"))];
                    let config = Config { activation, output, loss, l1, l2, layers, ..support::config(&settings) };
                    let config =
                        Config { data: Data::Given(own_points()), gradient_scale: GradientScale::Mean, ..config };
                    check(config);
                    checked += 1;
                }
            }
        }
    }
    assert_eq!(checked, Activation::ALL.len() * 4 * 4 * 3);
}

/// `sum` descends `m` times the mean loss and `mean` the loss itself. `listing` is the gradient of neither: its weights are
/// those of `sum`, its biases those of `mean`.
fn check(config: Config) {
    let mut trainer = Trainer::new(config.clone());
    let found = trainer.gradients();
    let m = trainer.split().training.len() as f64;
    for layer in trainer.network().layers() {
        for (range, factor) in match config.gradient_scale {
            GradientScale::Listing => [(layer.weights(), m), (layer.biases(), 1.0)],
            GradientScale::Sum => [(layer.weights(), m), (layer.biases(), m)],
            GradientScale::Mean => [(layer.weights(), 1.0), (layer.biases(), 1.0)],
        } {
            for i in range {
                let h = 1e-5;
                let at = |step: f64| {
                    let mut parameters = trainer.parameters().to_vec();
                    parameters[i] += step;
                    loss(&config, &parameters)
                };
                // For squared error it is the gradient of half of what is shown.
                let half = if config.loss == Loss::SquaredError { 0.5 } else { 1.0 };
                let w = trainer.parameters()[i];
                let is_weight = layer.weights().contains(&i);
                let penalty = if is_weight { config.l2 * w + config.l1 * w.signum() } else { 0.0 };
                let difference = half * factor * (at(h) - at(-h)) / (2.0 * h) + penalty;
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
            let (before, gradients) = (trainer.parameters().to_vec(), trainer.gradients());
            trainer.step(1);
            for ((before, gradient), after) in before.iter().zip(&gradients).zip(trainer.parameters()) {
                assert!((before - 0.3 * gradient - after).abs() < 1e-15, "{layers} {scale}");
            }
        }
    }
}
