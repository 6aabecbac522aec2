//! Every option once.

use super::{Controls, Form, Kind, LossScale, Opt, Pace, Preset, Regions, Value};
use crate::cloud;
use crate::compare;
use crate::data::Data;
use crate::initializer::{self, Biases, Init, WeightsShape};
use crate::order::Order;
use crate::output::Output;
use crate::sweep;
use crate::weights;
use kernel::{Activation, GradientScale, Loss, Optimizer, Word};

/// The kind of an option that is one of the words of a type.
macro_rules! choice {
    ($type:ty, $field:ident) => {
        Kind::Choice {
            words: <$type as Word>::WORDS,
            set: |config, index| config.$field = <$type>::ALL[index],
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
    option("data", Kind::Form(Form::Data), Preset::Text("xor"),
        "the name of a gate, its four bits such as 0110, circle, gauss, spiral or moons, or 1 to 1000 points \
         [x1, x2, label] with coordinates from -1000 to 1000 and labels 0 or 1"),
    option("points", number!(*cloud::POINTS.start() as f64, *cloud::POINTS.end() as f64, points as usize),
        Preset::Number(200.0), "a whole number from 10 to 1000"),
    option("noise", number!(0.0, cloud::MAX_NOISE, noise), Preset::Number(0.0), "a number from 0 to 0.5"),
    option("testShare", number!(0.0, 0.9, test_share), Preset::Number(0.0), "a number from 0 to 0.9"),
    option("layers", Kind::Form(Form::Layers), Preset::Text("2"),
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
    option("weights", Kind::Form(Form::Weights), Preset::Text(""), weights::EXPECTED),
    option_within_a_run("learningRate", number!(f64::MIN_POSITIVE, 1e6, learning_rate), Preset::Number(0.1),
        "a number above 0, at most 1000000"),
    option("gradientScale", choice!(GradientScale, gradient_scale),
        Preset::TextOr("listing", |config| matches!(config.data, Data::Drawn(_)).then_some("mean")), ""),
    option("batch", Kind::Form(Form::Batch), Preset::Text("full"), "full, or a whole number of examples from 1 to 500"),
    option("order", choice!(Order, order), Preset::Text("given"), ""),
    option("optimizer", choice!(Optimizer, optimizer), Preset::Text("gd"), ""),
    option("momentum", number!(0.0, 0.9999, momentum), Preset::Number(0.9), "a number from 0 to 0.9999"),
    option("l1", number!(0.0, 100.0, l1), Preset::Number(0.0), "a number from 0 to 100"),
    option("l2", number!(0.0, 100.0, l2), Preset::Number(0.0), "a number from 0 to 100"),
    option_within_a_run("epochs", number!(0.0, 1e9, epochs as u64), Preset::Number(100_000.0),
        "a whole number from 0 to 1000000000"),
    option_within_a_run("until", Kind::Form(Form::Until), Preset::Text("epochs"),
        "epochs, solved, or a loss from 0 below which it stops"),
    option_within_a_run("speed", number!(1.0, 1e6, speed), Preset::Number(600.0), "a number from 1 to 1000000"),
    option_within_a_run("regions", choice!(Regions, regions), Preset::Text("shading"), ""),
    option_within_a_run("lossScale", choice!(LossScale, loss_scale), Preset::Text("log"), ""),
    option_within_a_run("views", Kind::Form(Form::Views), Preset::Text("boundary loss table"),
        "one or more of boundary, loss, table, network, hidden-space and seeds, each once"),
    option_within_a_run("controls", choice!(Controls, controls), Preset::Text("full"), ""),
    option_within_a_run("pace", choice!(Pace, pace), Preset::Text("even"), ""),
    option_within_a_run("at", number!(0.0, 1e9, at as u64), Preset::Number(0.0),
        "a whole number of epochs from 0 to 1000000000"),
    option_within_a_run("starts", number!(*sweep::STARTS.start() as f64, *sweep::STARTS.end() as f64, starts as usize),
        Preset::Number(200.0), sweep::EXPECTED),
    option_within_a_run("compare", Kind::Form(Form::Compare), Preset::Text(""), compare::EXPECTED),
];
