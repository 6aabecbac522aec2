//! JavaScript's values as the core's, and the core's errors as JavaScript's.

use crate::Config;
use crate::config::{ConfigError, Kind, Opt, Value};
use crate::dataset::{Dataset, MOST_POINTS};
use alloc::string::String;
use alloc::vec::Vec;
use js_sys::{Array, JSON, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Settings from a plain object: numbers, texts as attributes carry them, or lists. `undefined` and `null` are absent.
pub fn config(object: &JsValue) -> Result<Config, JsValue> {
    if !object.is_object() {
        let expected = "an object of options";
        return Err(error(ConfigError { name: "config", expected, got: value(object)? }));
    }
    // A getter may throw: what it throws is the caller's own, and goes back as it came.
    let mut thrown = None;
    let mut read = |option: &'static Opt| match Reflect::get(object, &option.name.into()) {
        Ok(found) if found.is_undefined() || found.is_null() => None,
        Ok(found) => Some(option_value(option, &found).unwrap_or_else(|error| {
            thrown = Some(error);
            Value::Other("a value that cannot be read".into())
        })),
        Err(error) => {
            thrown = Some(error);
            Some(Value::Other("a getter that throws".into()))
        }
    };
    let config = Config::read(&mut read);
    match thrown {
        Some(thrown) => Err(thrown),
        None => config.map_err(error),
    }
}

/// A text is read for what its option takes: the engine parses numbers and JSON, so the core need not carry tables to.
fn option_value(option: &Opt, js: &JsValue) -> Result<Value, JsValue> {
    let Some(text) = js.as_string() else { return value(js) };
    match option.kind {
        Kind::Number { .. } | Kind::Integer { .. } if !text.trim_ascii().is_empty() => {
            let number = js.unchecked_into_f64();
            Ok(if number.is_nan() { Value::Text(text) } else { Value::Number(number) })
        }
        Kind::Text if text.trim_ascii_start().starts_with('[') => {
            JSON::parse(&text).map_or(Ok(Value::Text(text)), |parsed| value(&parsed))
        }
        _ => Ok(Value::Text(text)),
    }
}

/// A value of whatever kind.
pub fn value(js: &JsValue) -> Result<Value, JsValue> {
    nested(js, 2)
}

fn nested(js: &JsValue, depth: u32) -> Result<Value, JsValue> {
    if let Some(number) = js.as_f64() {
        return Ok(Value::Number(number));
    }
    if let Some(text) = js.as_string() {
        return Ok(Value::Text(text));
    }
    if Array::is_array(js) && depth > 0 {
        let length = Reflect::get(js, &"length".into())?.as_f64().unwrap_or(0.0) as u32;
        if length as usize > MOST_POINTS {
            return Ok(Value::Other("more than 500 entries".into()));
        }
        let mut entries = Vec::new();
        for i in 0..length {
            entries.push(nested(&Reflect::get(js, &i.into())?, depth - 1)?);
        }
        return Ok(Value::List(entries));
    }
    Ok(Value::Other(match js.as_bool() {
        Some(true) => "true".into(),
        Some(false) => "false".into(),
        None if js.is_null() => "null".into(),
        None => js.js_typeof().as_string().unwrap_or_default(),
    }))
}

/// A whole number of epochs.
pub fn epochs(name: &'static str, js: &JsValue) -> Result<u64, JsValue> {
    let expected = "a whole number of epochs from 0 to 9007199254740991";
    match js.as_f64() {
        Some(n) if (0.0..=crate::trainer::LAST_EPOCH as f64).contains(&n) && n == libm::trunc(n) => Ok(n as u64),
        _ => Err(error(ConfigError { name, expected, got: value(js)? })),
    }
}

/// An `Error` with the core's message. The engine prints the numbers in it: Rust's own printer of doubles weighs more
/// than all of the network.
pub fn error(error: ConfigError) -> JsValue {
    let number =
        |value: f64| js_sys::Number::from(value).to_string_with_radix(10).map(String::from).unwrap_or_default();
    js_sys::Error::new(&error.message(number)).into()
}

/// Settings as a plain object, each in the form that its attribute has: texts and numbers.
pub fn settings(config: &Config) -> Result<Object, JsValue> {
    let object = Object::new();
    let layers: Array = config.layers.iter().map(|&size| JsValue::from(size as u32)).collect();
    let layers = if config.layers.is_empty() { "0".into() } else { layers.join(",") };
    let entries: [(&str, JsValue); 12] = [
        ("data", data(&config.dataset)?),
        ("activation", config.activation.name().into()),
        ("init", config.init.name().into()),
        ("deviation", config.deviation.into()),
        ("seed", config.seed.into()),
        ("layers", layers.into()),
        ("learningRate", config.learning_rate.into()),
        ("gradientScale", config.gradient_scale.name().into()),
        ("epochs", (config.epochs as f64).into()),
        ("speed", config.speed.into()),
        ("regions", config.regions.into()),
        ("lossScale", config.loss_scale.into()),
    ];
    for (name, value) in entries {
        Reflect::set(&object, &name.into(), &value)?;
    }
    Ok(object)
}

/// The name of a gate, or points as JSON.
fn data(dataset: &Dataset) -> Result<JsValue, JsValue> {
    if let Some(name) = dataset.gate_name() {
        return Ok(name.into());
    }
    let point = |(&[x1, x2], &y): (&[f64; 2], &f64)| [x1, x2, y].into_iter().map(JsValue::from).collect::<Array>();
    let points: Array = dataset.inputs.iter().zip(&dataset.labels).map(point).collect();
    JSON::stringify(&points).map(JsString::unchecked_into)
}
