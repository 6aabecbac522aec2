//! Training against the listing's own matrices, the slow and obvious way.

mod support;

use nalgebra::DMatrix;
use neural_figure::config::Value;
use neural_figure::{Activation, Config, Data, Dataset, GradientScale, Loss, Trainer, Word};
use support::{own_points, slope_of, value_of};

/// The listing's matrices, a column an example, in nalgebra: one epoch.
struct Listing {
    x: DMatrix<f64>,
    y: DMatrix<f64>,
    layers: Vec<(DMatrix<f64>, DMatrix<f64>)>,
}

impl Listing {
    fn new(config: &Config, parameters: &[f64]) -> Self {
        let Dataset { inputs, labels } = &config.examples(config.seed).0.training;
        let mut rest = parameters;
        let mut fan_in = 2;
        let mut layers = Vec::new();
        for &fan_out in config.layers.iter().chain(&[1]) {
            let (w, after) = rest.split_at(fan_in * fan_out);
            let (b, after) = after.split_at(fan_out);
            layers.push((DMatrix::from_row_slice(fan_in, fan_out, w), DMatrix::from_column_slice(fan_out, 1, b)));
            (rest, fan_in) = (after, fan_out);
        }
        Self {
            x: DMatrix::from_fn(2, inputs.len(), |i, j| inputs[j][i]),
            y: DMatrix::from_row_slice(1, labels.len(), labels).map(|y| config.output.targets()[y as usize]),
            layers,
        }
    }

    fn epoch(&mut self, config: &Config) {
        let m = self.x.ncols();
        let ones = DMatrix::from_element(1, m, 1.0);
        let f = |k: usize| if k + 1 == self.layers.len() { config.output.activation() } else { config.activation };
        let mut values = vec![self.x.clone()];
        for (k, (w, b)) in self.layers.iter().enumerate() {
            let z = w.transpose() * &values[k] + b * &ones;
            values.push(z.map(|z| value_of(f(k), z)));
        }
        let slopes: Vec<_> = (0..self.layers.len()).map(|k| values[k + 1].map(|a| slope_of(f(k), a))).collect();
        let divisors = config.gradient_scale.divisors(m);
        let mut dz = &values[self.layers.len()] - &self.y;
        if config.loss == Loss::SquaredError {
            dz.component_mul_assign(&slopes[self.layers.len() - 1]);
        }
        for k in (0..self.layers.len()).rev() {
            let (w, b) = &mut self.layers[k];
            let da = &*w * &dz;
            let penalty = w.map(|w| config.l2 * w + config.l1 * if w == 0.0 { 0.0 } else { w.signum() });
            *w -= (&values[k] * dz.transpose() / divisors.weights + penalty) * config.learning_rate;
            *b -= &dz * ones.transpose() / divisors.biases * config.learning_rate;
            if k > 0 {
                dz = da.component_mul(&slopes[k - 1]);
            }
        }
    }

    fn parameters(&self) -> Vec<f64> {
        let flat = |(w, b): &(DMatrix<f64>, DMatrix<f64>)| [w.transpose().as_slice(), b.as_slice()].concat();
        self.layers.iter().flat_map(flat).collect()
    }
}

#[test]
fn every_shape_trains_as_the_listing_does() {
    let sizes = (1..=8).map(|size| vec![size]);
    // 1,1,1 has as many parameters as 2.
    let shapes = sizes.chain([vec![], vec![1; 3], vec![4, 2], vec![8, 8], vec![3, 1, 5], vec![2; 6]]);
    for layers in shapes {
        for &activation in Activation::ALL {
            // Where values have no end, the rate at which the descent does not run away.
            let learning_rate = if activation.range().is_some() { 0.1 } else { 0.01 };
            for gradient_scale in [GradientScale::Listing, GradientScale::Sum, GradientScale::Mean] {
                for dataset in [Dataset::gate("xor").unwrap(), own_points()] {
                    let config = Config {
                        layers: layers.clone(),
                        activation,
                        learning_rate,
                        gradient_scale,
                        data: Data::Given(dataset),
                        ..support::config(&[("deviation", Value::Number(0.7))])
                    };
                    let mut trainer = Trainer::new(config.clone());
                    let mut listing = Listing::new(&config, trainer.parameters());
                    for epoch in 1..=100 {
                        trainer.step(1);
                        listing.epoch(&config);
                        for (ours, theirs) in trainer.parameters().iter().zip(listing.parameters()) {
                            // What rounding has grown to: a rate of 0.1 on summed gradients of nine points is a steep descent.
                            assert!((ours - theirs).abs() < 1e-9, "{config:?} at {epoch}: {theirs}, got {ours}");
                        }
                    }
                }
            }
        }
    }
}
