//! JavaScript's values as the core's, and the core's as JavaScript's.

use crate::config::{Config, ConfigError, OPTIONS, Opt, Parsers, Value};
use crate::dataset::MAX_POINTS;
use alloc::string::String;
use alloc::vec::Vec;
use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::JsValue;

/// The most lists and objects within one another that an option takes: layers, their W and B, and the rows of these.
const MAX_DEPTH: u32 = 4;

/// Settings from a plain object: numbers, texts as attributes carry them, or lists. `undefined` and `null` are absent.
/// www/wasm.js has copied it, so that no getter runs in here.
pub fn config(object: &JsValue) -> Result<Config, JsValue> {
    if !object.is_object() {
        return Err(error(ConfigError::new("config", "an object of options", value(object))));
    }
    // JavaScript's parsers are used, to keep Rust's out of the module.
    let parsers = Parsers { number, json: |text| JSON::parse(text).ok().map(|parsed| value(&parsed)) };
    let mut given = |option: &'static Opt| {
        let found = Reflect::get(object, &option.name.into()).ok()?;
        (!found.is_undefined() && !found.is_null()).then(|| match found.as_string() {
            Some(text) => option.parse(text, parsers),
            None => value(&found),
        })
    };
    Config::read(&mut given, parsers).map_err(error)
}

/// A number as JavaScript reads it.
fn number(text: &str) -> Option<f64> {
    let number = JsValue::from(text.trim_ascii()).unchecked_into_f64();
    (!number.is_nan() && !text.trim_ascii().is_empty()).then_some(number)
}

/// A value as the core takes it: an object of neither W nor B, a list of over 1000 entries and what is nested too deeply are
/// `Other`.
pub fn value(js: &JsValue) -> Value {
    nested(js, MAX_DEPTH)
}

fn nested(js: &JsValue, depth: u32) -> Value {
    let get = |key: JsValue| Reflect::get(js, &key).unwrap_or(JsValue::UNDEFINED);
    if let Some(number) = js.as_f64() {
        return Value::Number(number);
    }
    if let Some(text) = js.as_string() {
        return Value::Text(text);
    }
    if depth > 0 && Array::is_array(js) {
        let length = get("length".into()).as_f64().unwrap_or(0.0) as u32;
        return if length as usize > MAX_POINTS {
            Value::Other("more than 1000 entries".into())
        } else {
            Value::List((0..length).map(|i| nested(&get(i.into()), depth - 1)).collect())
        };
    }
    if depth > 0 && js.is_object() {
        let fields = ["W", "B"].map(|name| (name, get(name.into())));
        let fields: Vec<(&str, Value)> = (fields.iter())
            .filter(|(_, field)| !field.is_undefined() && !field.is_null())
            .map(|(name, field)| (*name, nested(field, depth - 1)))
            .collect();
        if !fields.is_empty() {
            return Value::Fields(fields);
        }
    }
    Value::Other(match js.as_bool() {
        Some(true) => "true".into(),
        Some(false) => "false".into(),
        None if js.is_null() => "null".into(),
        None if js.is_object() => "{...}".into(),
        None => js.js_typeof().as_string().unwrap_or_default(),
    })
}

/// A whole number of epochs, 0 to 2^53 - 1.
pub fn epochs(name: &'static str, js: &JsValue) -> Result<u64, JsValue> {
    let expected = "a whole number of epochs from 0 to 9007199254740991";
    match js.as_f64() {
        Some(n) if (0.0..=crate::trainer::LAST_EPOCH as f64).contains(&n) && n == libm::trunc(n) => Ok(n as u64),
        _ => Err(refused(name, expected, js)),
    }
}

/// The error of an argument.
pub fn refused(name: &'static str, expected: &'static str, got: &JsValue) -> JsValue {
    error(ConfigError::new(name, expected, value(got)))
}

/// An `Error` with the core's message; `option` names the option that was refused, and `other` the one that it does not go
/// with. The engine prints the numbers: Rust's own printer of doubles weighs more than all of the network.
pub fn error(error: ConfigError) -> JsValue {
    let number =
        |value: f64| js_sys::Number::from(value).to_string_with_radix(10).map(String::from).unwrap_or_default();
    let thrown: JsValue = js_sys::Error::new(&error.message(number)).into();
    for (field, name) in [("option", Some(error.name)), ("other", error.other)] {
        if let Some(name) = name {
            // An Error takes any field.
            let _ = Reflect::set(&thrown, &field.into(), &name.into());
        }
    }
    thrown
}

/// All settings as a plain object: numbers, words and lists.
pub fn settings(config: &Config) -> Result<Object, JsValue> {
    let object = Object::new();
    for option in &OPTIONS {
        Reflect::set(&object, &option.name.into(), &js(&option.get(config))?)?;
    }
    Ok(object)
}

/// The same value for JavaScript.
fn js(value: &Value) -> Result<JsValue, JsValue> {
    Ok(match value {
        &Value::Number(number) => number.into(),
        Value::Text(text) | Value::Other(text) => text.into(),
        Value::List(items) => {
            items.iter().map(js).collect::<Result<Vec<JsValue>, _>>()?.into_iter().collect::<Array>().into()
        }
        Value::Fields(fields) => {
            let object = Object::new();
            for (name, value) in fields {
                Reflect::set(&object, &(*name).into(), &js(value)?)?;
            }
            object.into()
        }
    })
}
