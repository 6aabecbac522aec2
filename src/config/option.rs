//! An option: what it takes, and how it is read into the settings and written out of them.

use super::{Config, Form, Parsers, Value};
use crate::printed;
use alloc::borrow::Cow;
use alloc::string::String;

/// One option.
pub struct Opt {
    /// The name of the property: camelCase. The attribute is the same in kebab-case.
    pub name: &'static str,
    /// What values it takes, and where they go.
    pub kind: Kind,
    /// What holds when the option is absent.
    pub default: Preset,
    /// What a value has to be, in words; empty where the kind says it.
    pub(super) expected: &'static str,
    /// Whether another value begins another run.
    pub restarts: bool,
}

/// What values an option takes, and where in the settings they go.
pub enum Kind {
    /// One of some words, by its index.
    Choice {
        /// In the order of their indices.
        words: &'static [&'static str],
        /// Puts an index into the settings.
        set: fn(&mut Config, usize),
        /// The index in the settings.
        get: fn(&Config) -> usize,
    },
    /// A number in a range.
    Number {
        /// The least value.
        min: f64,
        /// The greatest value.
        max: f64,
        /// Whether it has no fraction.
        whole: bool,
        /// Puts a number into the settings.
        set: fn(&mut Config, f64),
        /// The number in the settings.
        get: fn(&Config) -> f64,
    },
    /// A value of another form.
    Form(Form),
}

/// A default value.
#[derive(Clone, Copy)]
pub enum Preset {
    /// A text.
    Text(&'static str),
    /// A number.
    Number(f64),
    /// A text, or another one for some values of the options before it.
    TextOr(&'static str, fn(&Config) -> Option<&'static str>),
    /// A value that depends on the options before it, or is drawn.
    Of(fn(&Config) -> Value),
}

impl Preset {
    /// The value, beside these settings.
    pub(super) fn value(&self, config: &Config) -> Value {
        match self {
            Self::Text(text) => Value::text(text),
            Self::TextOr(text, other) => Value::text(other(config).unwrap_or(text)),
            &Self::Number(number) => Value::Number(number),
            Self::Of(default) => default(config),
        }
    }
}

impl Opt {
    /// Puts a value into the settings; `None`, and it is refused, if the option does not take it.
    pub(super) fn set(&self, config: &mut Config, value: &Value) -> Option<()> {
        match self.kind {
            Kind::Choice { words, set, .. } => set(config, value.index_in(words)?),
            Kind::Number { min, max, whole, set, .. } => match *value {
                Value::Number(x) if (min..=max).contains(&x) && !(whole && x != libm::trunc(x)) => set(config, x),
                _ => return None,
            },
            Kind::Form(form) => form.set(config, value)?,
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
            Kind::Number { .. } | Kind::Form(Form::Batch | Form::Until) => number(&text).map(Value::Number),
            Kind::Form(form) => {
                let is_weights = form == Form::Weights;
                // Layers that have anything beside W and B are read by its name.
                let is_other = |byte: u8| byte.is_ascii_alphabetic() && !b"WBEe".contains(&byte);
                let is_json = text.trim_ascii_start().starts_with('[') && !(is_weights && text.bytes().any(is_other));
                let list = is_json.then(|| json(&text)).flatten();
                list.or_else(|| if is_weights { printed::arrays(&text, number) } else { None })
            }
        };
        found.unwrap_or(Value::Text(text))
    }

    /// The value in the settings, in the form that [`Config::read`] takes.
    pub fn get(&self, config: &Config) -> Value {
        match self.kind {
            Kind::Choice { words, get, .. } => Value::text(words[get(config)]),
            Kind::Number { get, .. } => Value::Number(get(config)),
            Kind::Form(form) => form.get(config),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Until, with};
    use crate::{Activation, Data, Dataset, sweep};

    #[test]
    fn words_are_taken_in_any_case() {
        let config = Config::new(&[("activation", Value::text(" TANH ")), ("data", Value::text("XOR"))]).unwrap();
        assert_eq!((config.activation, config.data), (Activation::Tanh, Data::Given(Dataset::gate("xor").unwrap())));
        assert_eq!(with("until", Value::text("Solved")).unwrap().until, Until::Solved);
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
}
