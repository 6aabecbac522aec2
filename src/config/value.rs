//! A value of an option as the host has it.

use super::error::MAX_SHOWN_CHARS;
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::RangeInclusive;

/// A number as a whole one within a range, if it is one.
pub fn whole(number: f64, range: RangeInclusive<usize>) -> Option<usize> {
    let whole = number as usize;
    (whole as f64 == number && range.contains(&whole)).then_some(whole)
}

/// A value as the host has it.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A number, NaN and infinite ones too.
    Number(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// An object, of whose fields these are known.
    Fields(Vec<(&'static str, Value)>),
    /// Anything else, as the host prints it: no option takes it.
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

    /// The index of this text among words, whatever its case; `None` for anything else.
    #[inline(never)]
    pub fn index_in(&self, words: &[&str]) -> Option<usize> {
        let Self::Text(text) = self else { return None };
        words.iter().position(|word| text.trim_ascii().eq_ignore_ascii_case(word))
    }

    /// Writes the value as an error shows it: numbers as `number` prints them, texts quoted.
    pub(super) fn show(&self, number: fn(f64) -> String, into: &mut String) {
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
