//! What the tests share: the golden files, and configurations.

#![allow(dead_code, reason = "each test program uses a part")]

use neural_figure::config::{Config, Value};
use neural_figure::{Activation, Dataset, Trainer, Word};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::fs;
use std::path::{Path, PathBuf};

/// Where a file of `tests/golden` is.
pub fn golden_path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(format!("{name}.json"))
}

/// A file of `tests/golden`, which holds at least one case: its README says what the fields are.
pub fn golden<T: DeserializeOwned>(name: &str) -> Vec<T> {
    let cases: Vec<T> = serde_json::from_str(&fs::read_to_string(golden_path(name)).unwrap()).unwrap();
    assert!(!cases.is_empty(), "{name}.json holds no case");
    cases
}

/// Settings as a file has them.
pub type Settings = serde_json::Map<String, serde_json::Value>;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Case {
    pub config: Settings,
    pub initial: Option<Initial>,
    pub trace: Option<Trace>,
    pub states: Vec<State>,
    #[serde(default)]
    pub axis: Vec<f64>,
    #[serde(default)]
    pub field: Vec<f64>,
    #[serde(default)]
    pub scatter: String,
}

#[derive(Deserialize)]
pub struct Initial {
    pub loss: f64,
    pub predictions: Vec<f64>,
    pub parameters: Vec<f64>,
    pub gradients: Vec<f64>,
}

#[derive(Deserialize)]
pub struct Trace {
    pub stride: u64,
    pub losses: Vec<f64>,
}

#[derive(Deserialize)]
pub struct State {
    pub epoch: u64,
    pub loss: f64,
    pub predictions: Vec<f64>,
    pub parameters: Vec<f64>,
    pub sensitivity: Sensitivity,
    #[serde(default)]
    pub right: Vec<bool>,
    #[serde(default)]
    pub loose: bool,
}

/// How far rounding alone moves a state.
#[derive(Deserialize)]
pub struct Sensitivity {
    pub loss: f64,
    pub predictions: f64,
    pub parameters: f64,
}

impl Case {
    pub fn name(&self) -> String {
        serde_json::Value::Object(self.config.clone()).to_string()
    }

    pub fn trainer(&self) -> Trainer {
        Trainer::new(read(&self.config))
    }
}

/// The configuration of those settings.
pub fn read(settings: &Settings) -> Config {
    let values: Vec<(&str, Value)> = settings.iter().map(|(name, json)| (&name[..], value(json))).collect();
    Config::new(&values).unwrap()
}

/// A value as the bindings hand it over: a text that begins with a bracket is JSON.
fn value(json: &serde_json::Value) -> Value {
    match json {
        serde_json::Value::Number(number) => Value::Number(number.as_f64().unwrap()),
        serde_json::Value::String(text) if text.starts_with('[') => value(&serde_json::from_str(text).unwrap()),
        serde_json::Value::String(text) => Value::text(text),
        serde_json::Value::Array(items) => Value::List(items.iter().map(value).collect()),
        other => panic!("expected a number, a text or a list, got {other}"),
    }
}

/// The defaults, but for these; with a seed, so that nothing is drawn.
pub fn config(settings: &[(&str, Value)]) -> Config {
    let seeded = [&[("seed", Value::Number(42.0))], settings].concat();
    // The later of two values counts.
    let values: Vec<_> = seeded.into_iter().rev().collect();
    Config::new(&values).unwrap()
}

pub fn text(text: &str) -> Value {
    Value::text(text)
}

/// Steps to an epoch, in as many calls as the bound of their work asks for.
pub fn step_to(trainer: &mut Trainer, epoch: u64) {
    while trainer.epoch() < epoch {
        assert!(trainer.step(epoch - trainer.epoch()) > 0, "a run that is stepped goes on");
    }
}

pub fn bits(numbers: &[f64]) -> Vec<u64> {
    numbers.iter().map(|number| number.to_bits()).collect()
}

/// Everything that a run shows at an epoch, to the last bit.
pub fn state(trainer: &mut Trainer) -> (u64, Vec<u64>, u64, Vec<u64>, Vec<u64>, &'static str) {
    (
        trainer.epoch(),
        bits(trainer.parameters()),
        trainer.loss().to_bits(),
        bits(trainer.predictions()),
        bits(&trainer.gradients()),
        trainer.outcome().word(),
    )
}

/// Nine points that no gate has, and not a multiple of four.
pub fn own_points() -> Dataset {
    let points: Vec<[f64; 3]> = (0..9)
        .map(|i| [f64::from(i * 5 % 9) * 0.25, f64::from(i * 7 % 9) * -0.5 + 1.0, f64::from(i * 4 % 3 % 2)])
        .collect();
    Dataset::points(&points).unwrap()
}

/// `Z` and `A` of the output at one point, by plain loops: the slow twin of every pass.
pub fn forward(config: &Config, parameters: &[f64], input: [f64; 2]) -> [f64; 2] {
    let mut rest = parameters.iter();
    let (mut z, mut a) = (Vec::new(), input.to_vec());
    for (k, &size) in config.layers.iter().chain(&[1]).enumerate() {
        let weights: Vec<f64> = rest.by_ref().take(a.len() * size).copied().collect();
        let biases: Vec<f64> = rest.by_ref().take(size).copied().collect();
        let sum = |j: usize| a.iter().enumerate().fold(biases[j], |z, (i, a)| z + weights[i * size + j] * a);
        z = (0..size).map(sum).collect();
        let f = if k == config.layers.len() { config.output.activation() } else { config.activation };
        a = z.iter().map(|&z| value_of(f, z)).collect();
    }
    [z[0], a[0]]
}

/// The function of a unit, by the host's library.
pub fn value_of(f: Activation, z: f64) -> f64 {
    match f {
        Activation::Sigmoid => 1.0 / (1.0 + (-z).exp()),
        Activation::Tanh => z.tanh(),
        Activation::Relu => z.max(0.0),
        Activation::LeakyRelu => z.max(0.01 * z),
        Activation::Linear => z,
    }
}

/// Its derivative, from its value.
pub fn slope_of(f: Activation, a: f64) -> f64 {
    match f {
        Activation::Sigmoid => a * (1.0 - a),
        Activation::Tanh => 1.0 - a * a,
        Activation::Relu => f64::from(u8::from(a > 0.0)),
        Activation::LeakyRelu if a > 0.0 => 1.0,
        Activation::LeakyRelu => 0.01,
        Activation::Linear => 1.0,
    }
}

/// The place in the palette, 0 to 255, of a prediction from 0 to 1.
pub fn shade_of(prediction: f64) -> f64 {
    let distance = 2.0 * prediction - 1.0;
    127.5 + 127.5 * distance.abs().sqrt().copysign(distance)
}

/// The prediction of a place in the palette.
pub fn prediction_of(shade: u32) -> f64 {
    let place = f64::from(shade) / 127.5 - 1.0;
    0.5 + 0.5 * place * place.abs()
}
