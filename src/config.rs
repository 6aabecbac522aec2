//! Every option once: its name, what it takes, its default, how it is read into the settings and written out of them, and
//! whether another value begins another run.
//!
//! The table feeds the parser here, the attributes, the controls and the address of the page; values arrive as the
//! host has them, text or numbers or lists, and are judged nowhere else.

use crate::cloud::{self, Cloud};
use crate::compare::{self, Compare};
use crate::data::Data;
use crate::dataset::Dataset;
use crate::initializer::{self, Biases, Init, Initializer, WeightsShape};
use crate::order::Order;
use crate::output::Output;
use crate::split::Split;
use crate::sweep;
use crate::weights::{self, Weights};
use alloc::borrow::{Cow, ToOwned};
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;
use kernel::{Activation, GradientScale, Loss, Optimizer, Update, Word, words};

/// One option.
pub struct Opt {
    /// The name of the property: camelCase. The attribute is the same in kebab-case.
    pub name: &'static str,
    pub kind: Kind,
    /// What holds when the option is absent.
    pub default: Preset,
    /// What a value has to be, in words; empty where the kind says it.
    expected: &'static str,
    /// Whether another value begins another run.
    pub restarts: bool,
}

/// What values an option takes, and where in the settings they go.
pub enum Kind {
    /// One of these words, by its place.
    Choice { words: &'static [&'static str], set: fn(&mut Config, usize), get: fn(&Config) -> usize },
    /// A number in this range; `whole` numbers have no fraction.
    Number { min: f64, max: f64, whole: bool, set: fn(&mut Config, f64), get: fn(&Config) -> f64 },
    /// Something with a form of its own.
    Own(Form),
}

/// The forms of values that are neither a word nor a number. They are told apart here, not by functions in the table: for a
/// call by a pointer of that type wasm-opt would keep every function that prints.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Form {
    Data,
    Layers,
    Weights,
    Batch,
    Until,
    Views,
    Compare,
}

/// A default value.
#[derive(Clone, Copy)]
pub enum Preset {
    Text(&'static str),
    Number(f64),
    /// A text, or beside some values of the options before it another.
    TextOr(&'static str, fn(&Config) -> Option<&'static str>),
    /// What the options before it come to, or what is drawn.
    Of(fn(&Config) -> Value),
}

/// The kind of an option that is one of the words of a type.
macro_rules! choice {
    ($type:ty, $field:ident) => {
        Kind::Choice {
            words: <$type as Word>::WORDS,
            set: |config, place| config.$field = <$type>::ALL[place],
            get: |config| config.$field as usize,
        }
    };
}

/// The kind of an option that is a number in a range.
macro_rules! number {
    ($min:expr, $max:expr, $field:ident) => {
        Kind::Number {
            min: $min,
            max: $max,
            whole: false,
            set: |config, number| config.$field = number,
            get: |config| config.$field,
        }
    };
    ($min:expr, $max:expr, $field:ident as $whole:ty) => {
        Kind::Number {
            min: $min,
            max: $max,
            whole: true,
            set: |config, number| config.$field = number as $whole,
            get: |config| config.$field as f64,
        }
    };
}

/// A row of the table.
const fn option(name: &'static str, kind: Kind, default: Preset, expected: &'static str) -> Opt {
    Opt { name, kind, default, expected, restarts: true }
}

/// A row whose values leave the run as it is.
const fn option_within_a_run(name: &'static str, kind: Kind, default: Preset, expected: &'static str) -> Opt {
    Opt { name, kind, default, expected, restarts: false }
}

/// Every option of a figure. Those that others depend on come before them.
#[rustfmt::skip]
pub static OPTIONS: [Opt; 33] = [
    option("data", Kind::Own(Form::Data), Preset::Text("xor"),
        "the name of a gate, its four bits such as 0110, circle, gauss, spiral or moons, or 1 to 1000 points \
         [x1, x2, label] with coordinates from -1000 to 1000 and labels 0 or 1"),
    option("points", number!(*cloud::POINTS.start() as f64, *cloud::POINTS.end() as f64, points as usize),
        Preset::Number(200.0), "a whole number from 10 to 1000"),
    option("noise", number!(0.0, cloud::MAX_NOISE, noise), Preset::Number(0.0), "a number from 0 to 0.5"),
    option("testShare", number!(0.0, 0.9, test_share), Preset::Number(0.0), "a number from 0 to 0.9"),
    option("layers", Kind::Own(Form::Layers), Preset::Text("2"),
        "0 for no hidden layer, or the sizes of 1 to 8 hidden layers, each 1 to 32, such as 2 or 4,2"),
    option("activation", choice!(Activation, activation), Preset::Text("sigmoid"), ""),
    option("output", choice!(Output, output), Preset::Text("sigmoid"), ""),
    option("loss", choice!(Loss, loss), Preset::Text("cross-entropy"), ""),
    option("init", choice!(Init, init), Preset::Text("random"), ""),
    option("deviation", number!(0.0, 1e300, deviation), Preset::Number(0.1), "a number from 0 to 1e300"),
    option("biases", choice!(Biases, biases), Preset::Of(|config| Value::text(config.init.biases().word())), ""),
    option("weightsShape", choice!(WeightsShape, weights_shape), Preset::Text("in-out"), ""),
    option("seed", number!(0.0, 4_294_967_295.0, seed as u32),
        Preset::Of(|_| Value::Number(f64::from(initializer::fresh_seed()))), "a whole number from 0 to 4294967295"),
    option("weights", Kind::Own(Form::Weights), Preset::Text(""),
        weights::EXPECTED),
    option_within_a_run("learningRate", number!(f64::MIN_POSITIVE, 1e6, learning_rate), Preset::Number(0.1),
        "a number above 0, at most 1000000"),
    option("gradientScale", choice!(GradientScale, gradient_scale),
        Preset::TextOr("listing", |config| matches!(config.data, Data::Drawn(_)).then_some("mean")), ""),
    option("batch", Kind::Own(Form::Batch), Preset::Text("full"), "full, or a whole number of examples from 1 to 500"),
    option("order", choice!(Order, order), Preset::Text("given"), ""),
    option("optimizer", choice!(Optimizer, optimizer), Preset::Text("gd"), ""),
    option("momentum", number!(0.0, 0.9999, momentum), Preset::Number(0.9), "a number from 0 to 0.9999"),
    option("l1", number!(0.0, 100.0, l1), Preset::Number(0.0), "a number from 0 to 100"),
    option("l2", number!(0.0, 100.0, l2), Preset::Number(0.0), "a number from 0 to 100"),
    option_within_a_run("epochs", number!(0.0, 1e9, epochs as u64), Preset::Number(100_000.0),
        "a whole number from 0 to 1000000000"),
    option_within_a_run("until", Kind::Own(Form::Until), Preset::Text("epochs"),
        "epochs, solved, or a loss from 0 below which it stops"),
    option_within_a_run("speed", number!(1.0, 1e6, speed), Preset::Number(600.0), "a number from 1 to 1000000"),
    option_within_a_run("regions", choice!(Regions, regions), Preset::Text("shading"), ""),
    option_within_a_run("lossScale", choice!(LossScale, loss_scale), Preset::Text("log"), ""),
    option_within_a_run("views", Kind::Own(Form::Views), Preset::Text("boundary loss table"),
        "one or more of boundary, loss, table, network, hidden-space and seeds, each once"),
    option_within_a_run("controls", choice!(Controls, controls), Preset::Text("full"), ""),
    option_within_a_run("pace", choice!(Pace, pace), Preset::Text("even"), ""),
    option_within_a_run("at", number!(0.0, 1e9, at as u64), Preset::Number(0.0),
        "a whole number of epochs from 0 to 1000000000"),
    option_within_a_run("starts", number!(1.0, 1000.0, starts as usize), Preset::Number(200.0),
        sweep::EXPECTED),
    option_within_a_run("compare", Kind::Own(Form::Compare), Preset::Text(""), compare::EXPECTED),
];

words! {
    /// A part of a figure.
    pub enum View {
        /// The predictions over the plane.
        Boundary = "boundary",
        /// The loss over the epochs.
        Loss = "loss",
        /// The examples with their predictions.
        Table = "table",
        /// Units and weights as a diagram.
        Network = "network",
        /// The examples as two units of the last hidden layer see them.
        HiddenSpace = "hidden-space",
        /// The same network from many seeds.
        Seeds = "seeds",
    }
}

words! {
    /// Which controls a figure has.
    pub enum Controls {
        Full = "full",
        /// Play, step and reset alone.
        Play = "play",
        None = "none",
    }
}

words! {
    /// How the epochs of a run are spread over the time that it is shown.
    pub enum Pace {
        /// `speed` epochs in every second.
        Even = "even",
        /// More time where the loss changes more.
        Eased = "eased",
    }
}

words! {
    /// How a figure shows the regions.
    pub enum Regions {
        /// A shade for every pixel.
        Shading = "shading",
        /// A dot at each of 169 places, as the post does.
        Scatter = "scatter",
    }
}

words! {
    /// How a figure shows the loss.
    pub enum LossScale {
        Logarithmic = "log",
        Linear = "linear",
    }
}

/// Where a run stops, beside its last epoch.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Until {
    /// Nowhere else.
    #[default]
    Epochs,
    /// Where every example is on the side of its label.
    Solved,
    /// Where the loss is below this.
    Loss(f64),
}

/// A value as the host has it.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Number(f64),
    Text(String),
    List(Vec<Value>),
    /// An object, of whose fields these are known.
    Fields(Vec<(&'static str, Value)>),
    /// Anything else, as the host would print it: no option takes it.
    Other(String),
}

impl Value {
    /// A text.
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    /// A list of numbers.
    pub fn numbers(numbers: &[f64]) -> Self {
        Self::List(numbers.iter().copied().map(Self::Number).collect())
    }

    /// Whether this is that word, in upper or lower case.
    fn is_word(&self, word: &str) -> bool {
        matches!(self, Self::Text(text) if text.trim_ascii().eq_ignore_ascii_case(word))
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
                for (i, item) in items.iter().take(MAX_SHOWN_CHARS).enumerate() {
                    if i > 0 {
                        into.push(',');
                    }
                    item.show(number, into);
                }
                into.push(']');
            }
            Self::Fields(fields) => {
                into.push('{');
                for (i, (name, value)) in fields.iter().enumerate() {
                    for part in [if i > 0 { "," } else { "" }, "\"", name, "\":"] {
                        into.push_str(part);
                    }
                    value.show(number, into);
                }
                into.push('}');
            }
            Self::Other(shown) => into.push_str(shown),
        }
    }
}

/// Characters of a value that an error shows.
const MAX_SHOWN_CHARS: usize = 80;

/// A value that its option does not take.
#[derive(Clone, Debug, PartialEq)]
pub struct ConfigError {
    /// The name of the option or argument.
    pub name: &'static str,
    /// The other option of two that do not go together.
    pub other: Option<&'static str>,
    /// What it takes, in words.
    pub expected: Cow<'static, str>,
    /// What came.
    pub got: Value,
}

impl ConfigError {
    /// A value that is refused for itself.
    pub fn new(name: &'static str, expected: impl Into<Cow<'static, str>>, got: Value) -> Self {
        Self { name, other: None, expected: expected.into(), got }
    }

    /// The sentence, with numbers as `number` prints them and a long value cut.
    pub fn message(&self, number: fn(f64) -> String) -> String {
        let mut message = String::new();
        for part in [self.name, ": expected ", &self.expected, ", got "] {
            message.push_str(part);
        }
        let got = message.len();
        self.got.show(number, &mut message);
        message.truncate(message.floor_char_boundary(got + MAX_SHOWN_CHARS));
        message
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.message(|number| number.to_string()))
    }
}

impl core::error::Error for ConfigError {}

/// Parts of the side of a square around the points that it is wider by, to each side.
const GIVEN_MARGIN: f64 = 0.4;
const CLOUD_MARGIN: f64 = 0.1;

/// Settings of a figure. Those that [`Config::new`] gives are all good.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Config {
    /// What is to be learned.
    pub data: Data,
    /// How many points are drawn of a cloud, 10 to 1,000.
    pub points: usize,
    /// Of a cloud, 0 to 0.5.
    pub noise: f64,
    /// The share of the examples that is held out, 0 to 0.9; of a gate none is.
    pub test_share: f64,
    /// Sizes of the hidden layers: up to 8 of 1 to 32.
    pub layers: Vec<usize>,
    /// Of the hidden units.
    pub activation: Activation,
    pub output: Output,
    pub loss: Loss,
    pub init: Init,
    /// The bound or the factor of the draws that have one, 0 to 1e300.
    pub deviation: f64,
    pub biases: Biases,
    pub weights_shape: WeightsShape,
    /// Of NumPy's legacy generator.
    pub seed: u32,
    /// Numbers to start from, in place of `init`, or none.
    pub weights: Weights,
    /// Above 0, at most 1e6.
    pub learning_rate: f64,
    pub gradient_scale: GradientScale,
    /// Examples an update, 1 to 500; all of them if `None`.
    pub batch: Option<usize>,
    pub order: Order,
    pub optimizer: Optimizer,
    /// Of the optimiser that has it, 0 to 0.9999.
    pub momentum: f64,
    /// Rates of the penalties on the weights, 0 to 100.
    pub l1: f64,
    pub l2: f64,
    /// Where a figure stops, 0 to 1e9. The trainer itself goes on for as long as it is stepped.
    pub epochs: u64,
    /// Where a run stops before that.
    pub until: Until,
    /// Epochs per second of a figure, 1 to 1e6. The trainer itself has no clock.
    pub speed: f64,
    pub regions: Regions,
    pub loss_scale: LossScale,
    /// What a figure shows, in this order; at least one.
    pub views: Vec<View>,
    pub controls: Controls,
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

    /// Settings from a source that is asked for each option in turn.
    ///
    /// # Errors
    /// As [`Config::new`].
    pub fn read(source: Source, parsers: Parsers) -> Result<Self, ConfigError> {
        let mut config = Self::default();
        for option in &OPTIONS {
            let value = source(option).unwrap_or_else(|| match option.default {
                Preset::Text(text) => Value::text(text),
                Preset::TextOr(text, other) => Value::text(other(&config).unwrap_or(text)),
                Preset::Number(number) => Value::Number(number),
                Preset::Of(default) => default(&config),
            });
            if let Kind::Own(Form::Weights) = option.kind {
                config.weights = Weights::read(&value, &config.layers, config.weights_shape)?;
            } else if let Kind::Own(Form::Compare) = option.kind {
                config.compare = Compare::read(&value, &config, source, parsers)?;
            } else if option.set(&mut config, &value).is_none() {
                return Err(ConfigError::new(option.name, option.expected(), value));
            }
        }
        config.check()?;
        Ok(config)
    }

    /// What cannot go together.
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
    pub fn update(&self, learning_rate: f64) -> Update {
        let &Self { optimizer, gradient_scale: scale, momentum, l1, l2, .. } = self;
        Update { optimizer, scale, learning_rate, momentum, l1, l2 }
    }
}

/// How the host reads a number and a list in JSON.
#[derive(Clone, Copy)]
pub struct Parsers {
    pub number: fn(&str) -> Option<f64>,
    pub json: fn(&str) -> Option<Value>,
}

/// Gives the value of an option, if there is one.
pub type Source<'a> = &'a mut dyn FnMut(&'static Opt) -> Option<Value>;

impl Opt {
    /// Puts a value into the settings; `None`, and it is refused, if the option does not take it.
    fn set(&self, config: &mut Config, value: &Value) -> Option<()> {
        match self.kind {
            Kind::Choice { words, set, .. } => set(config, words.iter().position(|word| value.is_word(word))?),
            Kind::Number { min, max, whole, set, .. } => match *value {
                Value::Number(x) if (min..=max).contains(&x) && !(whole && x != libm::trunc(x)) => set(config, x),
                _ => return None,
            },
            Kind::Own(form) => form.set(config, value)?,
        }
        Some(())
    }

    /// The name of the attribute: the option's in kebab-case.
    pub fn attribute(&self) -> String {
        let mut attribute = String::new();
        for letter in self.name.chars() {
            if letter.is_ascii_uppercase() {
                attribute.push('-');
            }
            attribute.push(letter.to_ascii_lowercase());
        }
        attribute
    }

    /// The value that a text stands for, as an attribute or a command has it: a number, a list in JSON, or the text itself.
    pub fn parse(&self, text: String, Parsers { number, json }: Parsers) -> Value {
        let found = match self.kind {
            Kind::Choice { .. } => None,
            Kind::Number { .. } | Kind::Own(Form::Batch | Form::Until) => number(&text).map(Value::Number),
            Kind::Own(form) => {
                let is_list = text.trim_ascii_start().starts_with('[');
                let list = is_list.then(|| json(&text)).flatten();
                list.or_else(|| if form == Form::Weights { weights::parse(&text, number) } else { None })
            }
        };
        found.unwrap_or(Value::Text(text))
    }

    /// The value in the settings, in the form that [`Config::read`] takes.
    pub fn get(&self, config: &Config) -> Value {
        match self.kind {
            Kind::Choice { words, get, .. } => Value::text(words[get(config)]),
            Kind::Number { get, .. } => Value::Number(get(config)),
            Kind::Own(form) => form.get(config),
        }
    }

    /// What a value has to be, in words.
    pub fn expected(&self) -> Cow<'static, str> {
        let Kind::Choice { words, .. } = self.kind else { return self.expected.into() };
        let mut expected = String::new();
        for (i, word) in words.iter().enumerate() {
            let between = match i {
                0 => "",
                _ if i + 1 < words.len() => ", ",
                _ => " or ",
            };
            expected.push_str(between);
            expected.push_str(word);
        }
        expected.into()
    }
}

impl Form {
    /// The words that a value of it can be.
    pub fn words(self) -> &'static [&'static str] {
        match self {
            Self::Data | Self::Layers | Self::Weights | Self::Compare => &[],
            Self::Batch => &["full"],
            Self::Until => &["epochs", "solved"],
            Self::Views => View::WORDS,
        }
    }

    fn set(self, config: &mut Config, value: &Value) -> Option<()> {
        match self {
            Self::Data => config.data = data(value)?,
            Self::Layers => config.layers = sizes(value)?,
            // Read where an error is told from others.
            Self::Weights | Self::Compare => return None,
            Self::Batch => {
                config.batch = match value {
                    &Value::Number(size) => Some((1..=MAX_BATCH).find(|&batch| batch as f64 == size)?),
                    text if text.is_word("full") => None,
                    _ => return None,
                }
            }
            Self::Until => {
                config.until = match value {
                    &Value::Number(loss) if loss >= 0.0 => Until::Loss(loss),
                    text if text.is_word("epochs") => Until::Epochs,
                    text if text.is_word("solved") => Until::Solved,
                    _ => return None,
                }
            }
            Self::Views => config.views = views(value)?,
        }
        Some(())
    }

    fn get(self, config: &Config) -> Value {
        match self {
            Self::Data => match &config.data {
                Data::Drawn(cloud) => Value::text(cloud.word()),
                Data::Given(dataset) => match dataset.gate_name() {
                    Some(name) => Value::text(name),
                    None => Value::List(dataset.rows().map(|row| Value::numbers(&row)).collect()),
                },
            },
            Self::Layers => Value::List(config.layers.iter().map(|&size| Value::Number(size as f64)).collect()),
            Self::Weights => config.weights.write(&config.layers),
            Self::Batch => config.batch.map_or(Value::text("full"), |size| Value::Number(size as f64)),
            Self::Until => match config.until {
                Until::Epochs => Value::text("epochs"),
                Until::Solved => Value::text("solved"),
                Until::Loss(loss) => Value::Number(loss),
            },
            Self::Compare => Value::text(config.compare.text()),
            Self::Views => {
                let mut text = String::new();
                for (i, view) in config.views.iter().enumerate() {
                    text.push_str(if i > 0 { " " } else { "" });
                    text.push_str(view.word());
                }
                Value::Text(text)
            }
        }
    }
}

/// The most examples of a batch.
const MAX_BATCH: usize = 500;

fn data(value: &Value) -> Option<Data> {
    match value {
        Value::Text(name) => match Cloud::WORDS.iter().position(|word| value.is_word(word)) {
            Some(place) => Some(Data::Drawn(Cloud::ALL[place])),
            None => Dataset::gate(name.trim_ascii()).map(Data::Given),
        },
        Value::List(list) => {
            let mut points = Vec::with_capacity(list.len());
            for point in list {
                let Value::List(numbers) = point else { return None };
                let &[Value::Number(x1), Value::Number(x2), Value::Number(label)] = &numbers[..] else { return None };
                points.push([x1, x2, label]);
            }
            Dataset::points(&points).map(Data::Given)
        }
        _ => None,
    }
}

/// The names of views, between commas or spaces, each once.
fn views(value: &Value) -> Option<Vec<View>> {
    let Value::Text(text) = value else { return None };
    let mut views = Vec::new();
    for name in text.split([' ', ',']).filter(|name| !name.is_empty()) {
        let place = View::WORDS.iter().position(|word| name.eq_ignore_ascii_case(word))?;
        if views.contains(&View::ALL[place]) {
            return None;
        }
        views.push(View::ALL[place]);
    }
    (!views.is_empty()).then_some(views)
}

/// The most hidden layers, and the most units of one.
pub const MAX_LAYERS: usize = 8;
pub use kernel::field::MAX_UNITS;

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
                sizes.push(digits(part)?);
            }
        }
        number => sizes.push(size(number)?),
    }
    if sizes == [0] {
        sizes.clear();
    }
    (sizes.len() <= MAX_LAYERS && !sizes.contains(&0)).then_some(sizes)
}

fn size(value: &Value) -> Option<usize> {
    match value {
        &Value::Number(x) => (0..=MAX_UNITS).find(|&size| size as f64 == x),
        Value::Text(text) => digits(text.as_bytes()),
        _ => None,
    }
}

/// A whole number of one or two digits, up to the most units.
fn digits(text: &[u8]) -> Option<usize> {
    let text = text.trim_ascii();
    if !(1..=2).contains(&text.len()) || !text.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let number = text.iter().fold(0, |number, digit| 10 * number + usize::from(digit - b'0'));
    (number <= MAX_UNITS).then_some(number)
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
        assert_eq!(config.data, Data::Given(Dataset::gate("xor").unwrap()));
        assert_eq!((config.activation, config.output), (Activation::Sigmoid, Output::Sigmoid));
        assert_eq!((config.init, config.biases), (Init::Random, Biases::Drawn));
        assert_eq!((config.deviation, config.learning_rate), (0.1, 0.1));
        assert_eq!((config.layers, config.epochs), (vec![2], 100_000));
        assert_eq!((config.loss, config.gradient_scale), (Loss::CrossEntropy, GradientScale::Listing));
        assert_eq!((config.optimizer, config.batch), (Optimizer::Descent, None));
    }

    #[test]
    fn layers_come_as_text_number_or_list() {
        let of = |value| with("layers", value).map(|config| config.layers);
        assert_eq!(of(Value::text("4,2")), Ok(vec![4, 2]));
        assert_eq!(of(Value::text(" 4, 2 ")), Ok(vec![4, 2]));
        assert_eq!(of(Value::text("0")), Ok(vec![]));
        assert_eq!(of(Value::List(vec![])), Ok(vec![]));
        assert_eq!(of(Value::Number(3.0)), Ok(vec![3]));
        assert_eq!(of(Value::List(vec![Value::Number(32.0); 8])), Ok(vec![32; 8]));
        for bad in ["", "33", "-1", "2,0", "1.5", "2,,2", "2;2", "1,1,1,1,1,1,1,1,1", "100", "+2", "two"] {
            assert!(of(Value::text(bad)).is_err(), "{bad}");
        }
        for bad in [f64::NAN, 33.0, -1.0, 1.5, f64::INFINITY] {
            assert!(of(Value::Number(bad)).is_err(), "{bad}");
        }
    }

    #[test]
    fn errors_say_what_was_expected_and_what_came() {
        let error = with("learningRate", Value::Number(-1.0)).unwrap_err();
        assert_eq!(error.to_string(), "learningRate: expected a number above 0, at most 1000000, got -1");
        let error = with("regions", Value::text("wobbly")).unwrap_err();
        assert_eq!(error.to_string(), "regions: expected shading or scatter, got \"wobbly\"");
        assert_eq!((error.name, error.other), ("regions", None));
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
        let faster = Config { learning_rate: 0.5, epochs: 7, speed: 1.0, regions: Regions::Scatter, ..one.clone() };
        assert!(one.same_run(&faster));
        assert!(!one.same_run(&Config { seed: 2, ..one.clone() }));
    }

    #[test]
    fn a_figure_takes_as_many_starts_as_a_sweep() {
        let starts = |number: usize| with("starts", Value::Number(number as f64)).map(|config| config.starts);
        assert_eq!(Config::new(&[]).unwrap().starts, 200);
        let (least, most) = (*sweep::STARTS.start(), *sweep::STARTS.end());
        assert_eq!((starts(least), starts(most)), (Ok(least), Ok(most)));
        assert_eq!(starts(least - 1).unwrap_err().to_string(), "starts: expected a whole number from 1 to 1000, got 0");
        assert!(starts(most + 1).is_err());
    }

    #[test]
    fn words_are_taken_in_any_case() {
        let config = Config::new(&[("activation", Value::text(" TANH ")), ("data", Value::text("XOR"))]).unwrap();
        assert_eq!((config.activation, config.data), (Activation::Tanh, Data::Given(Dataset::gate("xor").unwrap())));
        assert_eq!(with("until", Value::text("Solved")).unwrap().until, Until::Solved);
    }

    #[test]
    fn a_word_or_a_number() {
        assert_eq!(with("batch", Value::Number(3.0)).unwrap().batch, Some(3));
        assert_eq!(with("batch", Value::text("full")).unwrap().batch, None);
        assert_eq!(with("until", Value::Number(0.01)).unwrap().until, Until::Loss(0.01));
        for bad in [Value::Number(0.0), Value::Number(1.5), Value::Number(501.0), Value::text("half")] {
            assert!(with("batch", bad.clone()).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn views_are_named_in_their_order() {
        let of = |text| with("views", Value::text(text)).map(|config| config.views);
        assert_eq!(of("loss, Boundary"), Ok(vec![View::Loss, View::Boundary]));
        assert_eq!(of(" hidden-space "), Ok(vec![View::HiddenSpace]));
        for bad in ["", "boundary boundary", "boundary;loss", "bound"] {
            assert!(of(bad).is_err(), "{bad}");
        }
        let all = "one or more of boundary, loss, table, network, hidden-space and seeds, each once";
        assert_eq!(of("all").unwrap_err().expected, all);
        assert!(View::WORDS.iter().all(|word| all.contains(word)));
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

    #[test]
    fn what_does_not_go_together_is_refused_by_both_names() {
        let error = with("output", Value::text("tanh")).unwrap_err();
        assert_eq!((error.name, error.other), ("output", Some("loss")));
        let message =
            "output: expected sigmoid with the loss cross-entropy (squared-error takes any output), got \"tanh\"";
        assert_eq!(error.to_string(), message);
        let one = |number| Value::List(vec![Value::List(vec![Value::Number(number)])]);
        let error = with("weights", Value::List(vec![one(1.0); 4])).unwrap_err();
        assert_eq!(error.to_string(), "weights: expected W1 of shape [2,2], as the option layers says, got [1,1]");
        assert_eq!((error.name, error.other), ("weights", Some("layers")));
    }
}
