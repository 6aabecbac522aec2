//! Every option once: its name, its default, its range, and the error when a value is out of it.
//!
//! The table feeds the parser here, the attributes, the controls and the address of the page; values arrive as the
//! host has them, text or numbers or lists, and are judged nowhere else.

use crate::dataset::Dataset;
use crate::{Activation, GradientScale, Initializer, initializer};
use alloc::borrow::ToOwned;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

/// One option.
#[derive(Debug, PartialEq)]
pub struct Opt {
    /// The name of the property: camelCase. The attribute is the same in kebab-case.
    pub name: &'static str,
    pub kind: Kind,
    /// What holds when the option is absent. The seed has none: it is drawn.
    pub default: Option<Preset>,
    /// What a value has to be, in words.
    pub expected: &'static str,
}

/// What values an option takes.
#[derive(Debug, PartialEq)]
pub enum Kind {
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A number in this range.
    Number { min: f64, max: f64 },
    /// A whole number in this range.
    Integer { min: f64, max: f64 },
    /// Something with a form of its own: the data, the layers.
    Text,
}

/// A default value.
#[derive(Debug, PartialEq, Clone, Copy)]
pub enum Preset {
    Text(&'static str),
    Number(f64),
}

/// Every option of a figure.
pub const OPTIONS: [Opt; 12] = [
    Opt {
        name: "data",
        kind: Kind::Text,
        default: Some(Preset::Text("xor")),
        expected: "the name of a gate, its four bits such as 0110, or 1 to 500 points [x1, x2, label] \
                   with coordinates from -1000 to 1000 and labels 0 or 1",
    },
    Opt {
        name: "activation",
        kind: Kind::Choice(&["sigmoid", "tanh"]),
        default: Some(Preset::Text("sigmoid")),
        expected: "sigmoid or tanh",
    },
    Opt {
        name: "init",
        kind: Kind::Choice(&["zero", "random"]),
        default: Some(Preset::Text("random")),
        expected: "zero or random",
    },
    Opt {
        name: "deviation",
        kind: Kind::Number { min: 0.0, max: 1e300 },
        default: Some(Preset::Number(0.1)),
        expected: "a number from 0 to 1e300",
    },
    Opt {
        name: "seed",
        kind: Kind::Integer { min: 0.0, max: 4_294_967_295.0 },
        default: None,
        expected: "a whole number from 0 to 4294967295",
    },
    Opt {
        name: "layers",
        kind: Kind::Text,
        default: Some(Preset::Text("2")),
        expected: "0 for no hidden layer, or the sizes of 1 to 6 hidden layers, each 1 to 8, such as 2 or 4,2",
    },
    Opt {
        name: "learningRate",
        kind: Kind::Number { min: f64::MIN_POSITIVE, max: 1e6 },
        default: Some(Preset::Number(0.1)),
        expected: "a number above 0, at most 1000000",
    },
    Opt {
        name: "gradientScale",
        kind: Kind::Choice(&["listing", "sum", "mean"]),
        default: Some(Preset::Text("listing")),
        expected: "listing, sum or mean",
    },
    Opt {
        name: "epochs",
        kind: Kind::Integer { min: 0.0, max: 1e9 },
        default: Some(Preset::Number(100_000.0)),
        expected: "a whole number from 0 to 1000000000",
    },
    Opt {
        name: "speed",
        kind: Kind::Number { min: 1.0, max: 1e6 },
        default: Some(Preset::Number(600.0)),
        expected: "a number from 1 to 1000000",
    },
    Opt {
        name: "regions",
        kind: Kind::Choice(&["shading", "scatter"]),
        default: Some(Preset::Text("shading")),
        expected: "shading or scatter",
    },
    Opt {
        name: "lossScale",
        kind: Kind::Choice(&["log", "linear"]),
        default: Some(Preset::Text("log")),
        expected: "log or linear",
    },
];

/// A value as the host has it.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Number(f64),
    Text(String),
    List(Vec<Value>),
    /// Anything else, as the host would print it: no option takes it.
    Other(String),
}

impl Value {
    /// A text.
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    /// Writes the value as an error shows it: numbers as `number` prints them, texts quoted.
    fn show(&self, number: fn(f64) -> String, into: &mut String) {
        match self {
            &Self::Number(value) => into.push_str(&number(value)),
            Self::Text(text) => {
                into.push('"');
                into.push_str(text);
                into.push('"');
            }
            Self::List(items) => {
                into.push('[');
                for (i, item) in items.iter().take(LONGEST).enumerate() {
                    if i > 0 {
                        into.push(',');
                    }
                    item.show(number, into);
                }
                into.push(']');
            }
            Self::Other(shown) => into.push_str(shown),
        }
    }
}

/// Characters of a value that an error shows.
const LONGEST: usize = 80;

/// A value that its option does not take.
#[derive(Clone, Debug, PartialEq)]
pub struct ConfigError {
    /// The name of the option or argument.
    pub name: &'static str,
    /// What it takes, in words.
    pub expected: &'static str,
    /// What came.
    pub got: Value,
}

impl ConfigError {
    /// The sentence, with numbers as `number` prints them and a long value cut.
    pub fn message(&self, number: fn(f64) -> String) -> String {
        let mut message = String::new();
        for part in [self.name, ": expected ", self.expected, ", got "] {
            message.push_str(part);
        }
        let got = message.len();
        self.got.show(number, &mut message);
        message.truncate(message.floor_char_boundary(got + LONGEST));
        message
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.message(|number| number.to_string()))
    }
}

impl core::error::Error for ConfigError {}

/// Settings of a figure, all of them good.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// What is to be learned.
    pub dataset: Dataset,
    /// Of the hidden units.
    pub activation: Activation,
    pub init: Initializer,
    /// The width of the interval that random parameters come from, 0 to 1e300.
    pub deviation: f64,
    /// Of NumPy's legacy generator.
    pub seed: u32,
    /// Sizes of the hidden layers: up to 6 of 1 to 8.
    pub layers: Vec<usize>,
    /// Above 0, at most 1e6.
    pub learning_rate: f64,
    pub gradient_scale: GradientScale,
    /// Where a figure stops, 0 to 1e9. The trainer itself goes on for as long as it is stepped.
    pub epochs: u64,
    /// Epochs per second of a figure, 1 to 1e6. The trainer itself has no clock.
    pub speed: f64,
    /// How a figure shows the regions: `shading`, or `scatter` as the post does.
    pub regions: &'static str,
    /// How a figure shows the loss: `log` or `linear`.
    pub loss_scale: &'static str,
}

impl Config {
    /// Settings from named values; what is absent takes its default, and a seed that is absent is drawn. Names that
    /// are no option are passed over, as an element passes over attributes it does not know.
    ///
    /// # Errors
    /// The first value, in the table's order, that its option does not take.
    pub fn new(values: &[(&str, Value)]) -> Result<Self, ConfigError> {
        Self::read(&mut |option| values.iter().find(|(name, _)| *name == option.name).map(|(_, value)| value.clone()))
    }

    /// Settings from a source that is asked for each option in turn.
    ///
    /// # Errors
    /// The first value, in the table's order, that its option does not take.
    pub fn read(source: Source) -> Result<Self, ConfigError> {
        let [
            data,
            activation,
            init,
            deviation,
            seed,
            layers,
            learning_rate,
            gradient_scale,
            epochs,
            speed,
            regions,
            loss_scale,
        ] = &OPTIONS;
        Ok(Self {
            dataset: data.read(source, dataset)?,
            activation: [Activation::Sigmoid, Activation::Tanh][activation.choice(source)?],
            init: [Initializer::Zero, Initializer::Random][init.choice(source)?],
            deviation: deviation.number(source)?,
            seed: seed.number(source)? as u32,
            layers: layers.read(source, sizes)?,
            learning_rate: learning_rate.number(source)?,
            gradient_scale: [GradientScale::Listing, GradientScale::Sum, GradientScale::Mean]
                [gradient_scale.choice(source)?],
            epochs: epochs.number(source)? as u64,
            speed: speed.number(source)?,
            regions: ["shading", "scatter"][regions.choice(source)?],
            loss_scale: ["log", "linear"][loss_scale.choice(source)?],
        })
    }

    /// Whether `other` asks for the same run from the same start: all but the learning rate, which may change on the
    /// way, and what concerns the figure alone.
    pub fn same_run(&self, other: &Self) -> bool {
        let Self { learning_rate: _, epochs: _, speed: _, regions: _, loss_scale: _, dataset, .. } = self;
        let Self { activation, init, deviation, seed, layers, gradient_scale, .. } = self;
        *dataset == other.dataset
            && *activation == other.activation
            && *init == other.init
            && *deviation == other.deviation
            && *seed == other.seed
            && *layers == other.layers
            && *gradient_scale == other.gradient_scale
    }
}

/// Gives the value of an option, if there is one.
pub type Source<'a> = &'a mut dyn FnMut(&'static Opt) -> Option<Value>;

impl Opt {
    /// What `parse` makes of the value, or of the default where there is none.
    fn read<T>(&'static self, source: Source, parse: fn(&Value) -> Option<T>) -> Result<T, ConfigError> {
        let value = self.value(source);
        parse(&value).ok_or_else(|| self.refuse(value))
    }

    /// A number in the range.
    fn number(&'static self, source: Source) -> Result<f64, ConfigError> {
        let value = self.value(source);
        let good = |x: f64| match self.kind {
            Kind::Number { min, max } => (min..=max).contains(&x),
            Kind::Integer { min, max } => (min..=max).contains(&x) && x == libm::trunc(x),
            _ => false,
        };
        match value {
            Value::Number(x) if good(x) => Ok(x),
            _ => Err(self.refuse(value)),
        }
    }

    /// Which of the words.
    fn choice(&'static self, source: Source) -> Result<usize, ConfigError> {
        let value = self.value(source);
        let found = match (&value, &self.kind) {
            (Value::Text(text), Kind::Choice(words)) => words.iter().position(|word| word == text),
            _ => None,
        };
        found.ok_or_else(|| self.refuse(value))
    }

    fn value(&'static self, source: Source) -> Value {
        source(self).unwrap_or_else(|| match self.default {
            Some(Preset::Text(text)) => Value::text(text),
            Some(Preset::Number(number)) => Value::Number(number),
            None => Value::Number(f64::from(initializer::fresh_seed())),
        })
    }

    fn refuse(&'static self, got: Value) -> ConfigError {
        ConfigError { name: self.name, expected: self.expected, got }
    }
}

fn dataset(value: &Value) -> Option<Dataset> {
    match value {
        Value::Text(name) => Dataset::gate(name),
        Value::List(list) => {
            let mut points = Vec::with_capacity(list.len());
            for point in list {
                let Value::List(numbers) = point else { return None };
                let &[Value::Number(x1), Value::Number(x2), Value::Number(label)] = &numbers[..] else { return None };
                points.push([x1, x2, label]);
            }
            Dataset::points(&points)
        }
        _ => None,
    }
}

fn sizes(value: &Value) -> Option<Vec<usize>> {
    let mut sizes = Vec::new();
    match value {
        Value::List(list) => {
            for value in list {
                sizes.push(size(value)?);
            }
        }
        Value::Text(text) => {
            for part in text.as_bytes().split(|&byte| byte == b',') {
                sizes.push(digit(part)?);
            }
        }
        number => sizes.push(size(number)?),
    }
    if sizes == [0] {
        sizes.clear();
    }
    (sizes.len() <= 6 && !sizes.contains(&0)).then_some(sizes)
}

fn size(value: &Value) -> Option<usize> {
    match value {
        &Value::Number(x) => (0..=8).find(|&size| size as f64 == x),
        Value::Text(text) => digit(text.as_bytes()),
        _ => None,
    }
}

fn digit(text: &[u8]) -> Option<usize> {
    match text.trim_ascii() {
        [digit @ b'0'..=b'8'] => Some(usize::from(digit - b'0')),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(name: &str, value: Value) -> Result<Config, ConfigError> {
        Config::new(&[(name, value)])
    }

    #[test]
    fn defaults_are_the_posts() {
        let config = Config::new(&[]).unwrap();
        assert_eq!(config.dataset, Dataset::gate("xor").unwrap());
        assert_eq!((config.activation, config.init), (Activation::Sigmoid, Initializer::Random));
        assert_eq!((config.deviation, config.learning_rate), (0.1, 0.1));
        assert_eq!((config.layers, config.epochs), (vec![2], 100_000));
        assert_eq!(config.gradient_scale, GradientScale::Listing);
    }

    #[test]
    fn layers_come_as_text_number_or_list() {
        let of = |value| with("layers", value).map(|config| config.layers);
        assert_eq!(of(Value::text("4,2")), Ok(vec![4, 2]));
        assert_eq!(of(Value::text(" 4, 2 ")), Ok(vec![4, 2]));
        assert_eq!(of(Value::text("0")), Ok(vec![]));
        assert_eq!(of(Value::List(vec![])), Ok(vec![]));
        assert_eq!(of(Value::Number(3.0)), Ok(vec![3]));
        assert_eq!(of(Value::List(vec![Value::Number(8.0); 6])), Ok(vec![8; 6]));
        for bad in ["", "9", "-1", "2,0", "1.5", "2,,2", "2;2", "1,1,1,1,1,1,1", "10", "two"] {
            assert!(of(Value::text(bad)).is_err(), "{bad}");
        }
        for bad in [f64::NAN, 9.0, -1.0, 1.5, f64::INFINITY] {
            assert!(of(Value::Number(bad)).is_err(), "{bad}");
        }
    }

    #[test]
    fn errors_say_what_was_expected_and_what_came() {
        let error = with("learningRate", Value::Number(-1.0)).unwrap_err();
        assert_eq!(error.to_string(), "learningRate: expected a number above 0, at most 1000000, got -1");
        let error = with("activation", Value::text("relu")).unwrap_err();
        assert_eq!(error.to_string(), "activation: expected sigmoid or tanh, got \"relu\"");
        for (name, bad) in [("seed", 0.5), ("seed", 4_294_967_296.0), ("seed", -1.0), ("deviation", f64::NAN)] {
            assert!(with(name, Value::Number(bad)).is_err(), "{name} {bad}");
        }
        assert!(with("deviation", Value::text("much")).is_err());
        assert!(with("data", Value::List(vec![Value::Number(1.0)])).is_err());
        assert!(with("data", Value::Other("null".into())).is_err());
    }

    #[test]
    fn the_learning_rate_may_change_within_a_run() {
        let one = Config::new(&[("seed", Value::Number(1.0))]).unwrap();
        let faster = Config { learning_rate: 0.5, epochs: 7, speed: 1.0, regions: "scatter", ..one.clone() };
        assert!(one.same_run(&faster));
        assert!(!one.same_run(&Config { seed: 2, ..one.clone() }));
    }
}
