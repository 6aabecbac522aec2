//! The settings of a figure, and how they are read and written.
//!
//! [`OPTIONS`] has every option once: its name, what it takes, its default, where its value goes and whether another begins
//! another run. It feeds the parser here, the attributes, the controls and the address of the page; values arrive as the
//! host has them, text or numbers or lists, and are judged nowhere else.

mod choices;
mod error;
mod form;
mod option;
mod table;
mod value;

pub use choices::{Controls, LossScale, Pace, Regions, Until, View};
pub use error::ConfigError;
pub use form::Form;
pub use option::{Kind, Opt, Preset};
pub use table::OPTIONS;
pub use value::{Value, whole};

use crate::compare::Compare;
use crate::data::Data;
use crate::initializer::{Biases, Init, Initializer, WeightsShape};
use crate::order::Order;
use crate::output::Output;
use crate::split::Split;
use crate::weights::Weights;
use alloc::vec::Vec;
use kernel::{Activation, GradientScale, Loss, Optimizer, UpdateRule, Word};

/// Margin around gates and own points, to each side, in parts of the longer side of their bounding box.
const GIVEN_MARGIN: f64 = 0.4;

/// The same around a cloud.
const CLOUD_MARGIN: f64 = 0.1;

/// Settings of a figure. Those from [`Config::new`] and [`Config::read`] are within the ranges that the fields name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Config {
    /// The source of the examples.
    pub data: Data,
    /// The number of points of a cloud, 10 to 1,000.
    pub points: usize,
    /// The noise of a cloud, 0 to 0.5.
    pub noise: f64,
    /// The share of the examples that is held out, 0 to 0.9; of a gate none is.
    pub test_share: f64,
    /// Sizes of the hidden layers: up to 8 of 1 to 32.
    pub layers: Vec<usize>,
    /// The function of the hidden units.
    pub activation: Activation,
    /// The function of the output unit: sigmoid for cross-entropy, any for squared error.
    pub output: Output,
    /// What training makes small.
    pub loss: Loss,
    /// The distribution that the start is drawn from.
    pub init: Init,
    /// Bound of the inits `random` and `uniform`, standard deviation of `normal`, 0 to 1e300.
    pub deviation: f64,
    /// Where the biases begin, and which layers have any.
    pub biases: Biases,
    /// The shape in which the weights of a layer are drawn, and in which printed ones are read.
    pub weights_shape: WeightsShape,
    /// The seed of NumPy's legacy generator, from which weights, clouds, splits and orders are drawn.
    pub seed: u32,
    /// Start numbers in place of `init`; empty where `init` draws them.
    pub weights: Weights,
    /// Learning rate of the first update, above 0, at most 1e6.
    pub learning_rate: f64,
    /// What the gradients of a batch are divided by.
    pub gradient_scale: GradientScale,
    /// Examples per update, 1 to 500; all of them if `None`.
    pub batch: Option<usize>,
    /// The order in which an epoch takes the examples.
    pub order: Order,
    /// How a gradient becomes an update.
    pub optimizer: Optimizer,
    /// The share of the last update that the optimiser `momentum` adds, 0 to 0.9999.
    pub momentum: f64,
    /// Rate of the penalty `|w|` on the weights, 0 to 100.
    pub l1: f64,
    /// Rate of the penalty `w^2 / 2` on the weights, 0 to 100.
    pub l2: f64,
    /// Where a figure stops, 0 to 1e9. The trainer itself goes on for as long as it is stepped.
    pub epochs: u64,
    /// Where a run stops before that.
    pub until: Until,
    /// Epochs per second of a figure, 1 to 1e6. The trainer itself has no clock.
    pub speed: f64,
    /// How a figure shows the regions.
    pub regions: Regions,
    /// How a figure shows the loss.
    pub loss_scale: LossScale,
    /// What a figure shows, in this order; at least one.
    pub views: Vec<View>,
    /// Which controls a figure has.
    pub controls: Controls,
    /// How the epochs are spread over the time that a run is shown.
    pub pace: Pace,
    /// The epoch at which a figure opens, 0 to 1e9.
    pub at: u64,
    /// The starts of a figure's sweep, 1 to 1,000.
    pub starts: usize,
    /// Runs beside a figure's own, up to 3.
    pub compare: Compare,
}

impl Config {
    /// Settings from named values; what is absent takes its default, and a seed that is absent is drawn. Names that
    /// are no option are passed over, as an element passes over attributes it does not know.
    ///
    /// # Errors
    /// The first value, in the table's order, that its option does not take, or the first two that do not go together.
    pub fn new(values: &[(&str, Value)]) -> Result<Self, ConfigError> {
        let parsers = Parsers { number: |text| text.trim_ascii().parse().ok(), json: |_| None };
        let given = |option: &Opt| values.iter().find(|(name, _)| *name == option.name).map(|(_, value)| value.clone());
        Self::read(&mut |option| given(option), parsers)
    }

    /// Settings from a source that is asked for each option in turn, in the table's order, and again for each run of `compare`.
    ///
    /// # Errors
    /// As [`Config::new`].
    pub fn read(source: Source, parsers: Parsers) -> Result<Self, ConfigError> {
        let mut config = Self::default();
        for option in &OPTIONS {
            let value = source(option).unwrap_or_else(|| option.default.value(&config));
            if let Kind::Form(Form::Weights) = option.kind {
                config.weights = Weights::read(&value, &config.layers, config.weights_shape)?;
            } else if let Kind::Form(Form::Compare) = option.kind {
                config.compare = Compare::read(&value, &config, source, parsers)?;
            } else if option.set(&mut config, &value).is_none() {
                return Err(ConfigError::new(option.name, option.expected(), value));
            }
        }
        config.check()?;
        Ok(config)
    }

    /// Refuses options that cannot go together.
    fn check(&self) -> Result<(), ConfigError> {
        if self.loss == Loss::CrossEntropy && self.output != Output::Sigmoid {
            return Err(ConfigError {
                name: "output",
                other: Some("loss"),
                expected: "sigmoid with the loss cross-entropy (squared-error takes any output)".into(),
                got: Value::text(self.output.word()),
            });
        }
        Ok(())
    }

    /// Whether `other` asks for the same run from the same start: all but the learning rate, which may change on the
    /// way, and what concerns the figure alone.
    pub fn same_run(&self, other: &Self) -> bool {
        OPTIONS.iter().filter(|option| option.restarts).all(|option| option.get(self) == option.get(other))
    }

    /// The examples of a run with this seed, and the square to show them in: `[x1 min, x1 max, x2 min, x2 max]`.
    pub fn examples(&self, seed: u32) -> (Split, [f64; 4]) {
        let (all, margin) = match &self.data {
            Data::Given(dataset) => (dataset.clone(), GIVEN_MARGIN),
            Data::Drawn(cloud) => (cloud.draw(self.points, self.noise, seed), CLOUD_MARGIN),
        };
        let domain = all.domain(margin);
        let share = if self.data.can_be_split() { self.test_share } else { 0.0 };
        (Split::new(all, share, seed), domain)
    }

    /// Whether another seed has other examples.
    pub fn draws_examples(&self) -> bool {
        matches!(self.data, Data::Drawn(_)) || (self.test_share > 0.0 && self.data.can_be_split())
    }

    /// How the parameters begin, where no numbers are given.
    pub fn initializer(&self) -> Initializer {
        let &Self { init, biases, weights_shape: shape, deviation, seed, .. } = self;
        Initializer { init, biases, shape, deviation, seed }
    }

    /// How a gradient becomes an update, at this learning rate.
    pub fn update_rule(&self, learning_rate: f64) -> UpdateRule {
        let &Self { optimizer, gradient_scale: scale, momentum, l1, l2, .. } = self;
        UpdateRule { optimizer, scale, learning_rate, momentum, l1, l2 }
    }
}

/// How the host reads a number and a list in JSON.
#[derive(Clone, Copy)]
pub struct Parsers {
    /// `None` of a text that is no number.
    pub number: fn(&str) -> Option<f64>,
    /// `None` of a text that is no JSON.
    pub json: fn(&str) -> Option<Value>,
}

/// Gives the value of an option, if there is one.
pub type Source<'a> = &'a mut dyn FnMut(&'static Opt) -> Option<Value>;

/// The settings with one option given.
#[cfg(test)]
fn with(name: &str, value: Value) -> Result<Config, ConfigError> {
    Config::new(&[(name, value)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Dataset;

    #[test]
    fn defaults_are_the_posts() {
        let config = Config::new(&[]).unwrap();
        assert_eq!(config.data, Data::Given(Dataset::gate("xor").unwrap()));
        assert_eq!((config.activation, config.output), (Activation::Sigmoid, Output::Sigmoid));
        assert_eq!((config.init, config.biases), (Init::Random, Biases::Drawn));
        assert_eq!((config.deviation, config.learning_rate), (0.1, 0.1));
        assert_eq!((config.layers, config.epochs), (vec![2], 100_000));
        assert_eq!((config.loss, config.gradient_scale), (Loss::CrossEntropy, GradientScale::Listing));
        assert_eq!((config.optimizer, config.batch), (Optimizer::Descent, None));
    }

    #[test]
    fn the_learning_rate_may_change_within_a_run() {
        let one = Config::new(&[("seed", Value::Number(1.0))]).unwrap();
        let faster = Config { learning_rate: 0.5, epochs: 7, speed: 1.0, regions: Regions::Scatter, ..one.clone() };
        assert!(one.same_run(&faster));
        assert!(!one.same_run(&Config { seed: 2, ..one.clone() }));
    }

    #[test]
    fn what_is_written_reads_as_the_same_settings() {
        let weights = Value::List(vec![
            Value::List(vec![Value::List(vec![Value::Number(1.5), Value::Number(-0.5)]); 2]),
            Value::List(vec![Value::Number(0.25); 2]),
            Value::List(vec![Value::List(vec![Value::Number(2.0)]); 2]),
            Value::List(vec![Value::Number(3.0)]),
        ]);
        let all = [
            ("data", Value::List(vec![Value::List([0.5, 1.0, 1.0].map(Value::Number).to_vec())])),
            ("layers", Value::Number(2.0)),
            ("weights", weights),
            ("init", Value::text("he-normal")),
            ("loss", Value::text("squared-error")),
            ("output", Value::text("tanh")),
            ("batch", Value::Number(2.0)),
            ("until", Value::Number(0.5)),
            ("views", Value::text("network loss")),
            ("seed", Value::Number(7.0)),
        ];
        let config = Config::new(&all).unwrap();
        assert_eq!(config.biases, Biases::Zero, "He's biases are 0 unless an author says otherwise");
        let written: Vec<_> = OPTIONS.iter().map(|option| (option.name, option.get(&config))).collect();
        assert_eq!(Config::new(&written).unwrap(), config);
    }
}
