//! The error of a value that an option does not take.

use super::Value;
use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use core::fmt;

/// Characters of a value that an error shows.
pub const MAX_SHOWN_CHARS: usize = 80;

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::with;

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
    fn what_does_not_go_together_is_refused_by_both_names() {
        let error = with("output", Value::text("tanh")).unwrap_err();
        assert_eq!((error.name, error.other), ("output", Some("loss")));
        let message =
            "output: expected sigmoid with the loss cross-entropy (squared-error takes any output), got \"tanh\"";
        assert_eq!(error.to_string(), message);
        let one = |number| Value::List(vec![Value::List(vec![Value::Number(number)])]);
        let error = with("weights", Value::List(vec![one(1.0); 4])).unwrap_err();
        assert_eq!(
            error.to_string(),
            "weights: expected W1 of shape [2,2], as the options layers and weightsShape say, got [1,1]"
        );
        assert_eq!((error.name, error.other), ("weights", Some("layers")));
    }
}
