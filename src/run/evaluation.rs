//! What a run computes from its present parameters, without training.

use super::{Path, Run};
use crate::config::Until;
use crate::metrics::Metrics;
use alloc::vec::Vec;
use kernel::{Examples, Pass, is_moderate};

/// The square of a larger prediction would leave the finite numbers.
const MAX_PREDICTION: f64 = 1e150;

/// What the last pass over all the examples has computed with the present parameters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Evaluated {
    Nothing,
    /// Logits and predictions.
    Forward,
    /// These, and the gradient.
    Backward,
}

impl Run {
    /// A forward pass over all examples with the present parameters, unless `pass` holds one.
    pub fn forward(&mut self) -> &Pass {
        if self.evaluated == Evaluated::Nothing {
            if self.path() == Path::FullBatch {
                // The next update takes its gradient from here.
                return self.backward();
            }
            self.evaluate(Evaluated::Forward);
        }
        &self.pass
    }

    /// The same, and a backward pass.
    pub fn backward(&mut self) -> &Pass {
        if self.evaluated != Evaluated::Backward {
            self.evaluate(Evaluated::Backward);
        }
        &self.pass
    }

    fn evaluate(&mut self, wanted: Evaluated) {
        let model = self.network.model(self.config.loss);
        self.pass.evaluate(model, &self.state, &self.examples, wanted == Evaluated::Backward);
        self.evaluated = wanted;
    }

    /// `A` and `dZ` of every unit, layer by layer and example by example.
    pub fn units(&mut self) -> Vec<[f64; 2]> {
        self.evaluated = Evaluated::Nothing;
        self.pass.units(self.network.model(self.config.loss), &self.state, &self.examples, true)
    }

    /// Writes the gradient of the mean loss at other parameters, without penalties and gradient scale.
    pub fn mean_gradient(&mut self, parameters: &[f64], gradient: &mut [f64]) {
        self.evaluated = Evaluated::Nothing;
        self.pass.evaluate(self.network.model(self.config.loss), parameters, &self.examples, true);
        let count = self.examples.count() as f64;
        gradient.iter_mut().zip(self.pass.gradient()).for_each(|(mean, sum)| *mean = sum / count);
    }

    /// Whether the option `until` ends the run here.
    pub fn is_at_end(&mut self) -> bool {
        match self.config.until {
            Until::Epochs => false,
            Until::Solved => self.is_solved(),
            Until::Loss(least) => self.loss() < least,
        }
    }

    /// The loss now, as the option `loss` says, without penalties.
    pub fn loss(&mut self) -> f64 {
        self.forward();
        self.config.loss.value(self.pass.logits(), self.pass.predictions(), &self.examples.targets)
    }

    /// The loss of what is held out; NaN where nothing is.
    pub fn test_loss(&mut self) -> f64 {
        let loss = self.config.loss;
        let test = self.evaluate_test();
        test.map_or(f64::NAN, |(examples, pass)| loss.value(pass.logits(), pass.predictions(), &examples.targets))
    }

    /// `Yhat` of each example that is held out.
    pub fn test_predictions(&mut self) -> &[f64] {
        self.evaluate_test().map_or(&[], |(_, pass)| pass.predictions())
    }

    fn evaluate_test(&mut self) -> Option<(&Examples, &Pass)> {
        let (examples, pass) = self.test.as_mut()?;
        pass.evaluate(self.network.model(self.config.loss), &self.state, examples, false);
        Some((examples, pass))
    }

    /// `Yhat`, one per example.
    pub fn predictions(&mut self) -> &[f64] {
        self.forward().predictions()
    }

    /// Measures of the predictions.
    pub fn metrics(&mut self) -> Metrics {
        self.forward();
        Metrics::new(self.config.output, &self.split.training.labels, &self.examples.targets, &self.pass)
    }

    /// The gradient that the next update follows, in the parameters' order, penalties and gradient scale in it: over all
    /// examples, whatever the batch.
    pub fn gradients(&mut self) -> Vec<f64> {
        let mut gradients = self.backward().gradient().to_vec();
        let (update, count) = (self.config.update_rule(1.0), self.examples.count());
        update.scale_and_penalize(self.network.layers(), self.parameters(), &mut gradients, count);
        gradients
    }

    /// Whether every example is on the side of its label.
    pub fn is_solved(&mut self) -> bool {
        self.forward();
        self.config.output.are_right(self.pass.predictions(), &self.split.training.labels)
    }

    /// Whether every number of the state is finite, and so are the outputs and the loss.
    pub fn is_finite(&mut self) -> bool {
        is_moderate(&self.state)
            || self.state.iter().all(|number| number.is_finite()) && {
                self.forward();
                self.pass.logits().iter().all(|logit| logit.is_finite())
                    && self.pass.predictions().iter().all(|prediction| prediction.abs() < MAX_PREDICTION)
                    && self.loss().is_finite()
            }
    }
}
