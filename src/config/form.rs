//! Options whose values are neither one word nor one number.

use super::{Config, Until, Value, View, whole};
use crate::cloud::Cloud;
use crate::data::Data;
use crate::dataset::Dataset;
use crate::network::MAX_UNITS;
use alloc::string::String;
use alloc::vec::Vec;
use kernel::Word;

/// The most examples of a batch that is not full.
const MAX_BATCH: usize = 500;

/// Losses below which a run ends are less: infinity is written as a number in no program that is handed out.
const MAX_LOSS: f64 = 1e300;

/// The most hidden layers.
const MAX_LAYERS: usize = 8;

/// The forms of values that are neither a word nor a number. They are told apart here, not by functions in the table: for a
/// call by a pointer of that type wasm-opt would keep every function that prints.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Form {
    /// A gate's name or bits, points `[x1, x2, label]`, or a cloud.
    Data,
    /// Sizes of the hidden layers.
    Layers,
    /// `{ W, B }` of each layer, or the arrays that a program prints.
    Weights,
    /// A word, or a number of examples.
    Batch,
    /// A word, or a loss.
    Until,
    /// Words, each once.
    Views,
    /// Runs, as a query writes them.
    Compare,
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

    /// Puts a value into the settings; `None`, and it is refused, if it has no such form.
    pub(super) fn set(self, config: &mut Config, value: &Value) -> Option<()> {
        match self {
            Self::Data => config.data = data(value)?,
            Self::Layers => config.layers = sizes(value)?,
            // `Config::read` reads them, with errors of their own.
            Self::Weights | Self::Compare => return None,
            Self::Batch => {
                config.batch = match value {
                    &Value::Number(size) => Some(whole(size, 1..=MAX_BATCH)?),
                    text => {
                        text.index_in(self.words())?;
                        None
                    }
                }
            }
            Self::Until => {
                config.until = match value {
                    &Value::Number(loss) if (0.0..MAX_LOSS).contains(&loss) => Until::Loss(loss),
                    text => [Until::Epochs, Until::Solved][text.index_in(self.words())?],
                }
            }
            Self::Views => config.views = views(value)?,
        }
        Some(())
    }

    /// The value in the settings.
    pub(super) fn get(self, config: &Config) -> Value {
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

/// A gate, a cloud or points `[x1, x2, label]`.
fn data(value: &Value) -> Option<Data> {
    match value {
        Value::Text(name) => match value.index_in(Cloud::WORDS) {
            Some(index) => Some(Data::Drawn(Cloud::ALL[index])),
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

/// The names of views, between commas or white space, each once.
fn views(value: &Value) -> Option<Vec<View>> {
    let Value::Text(text) = value else { return None };
    let mut views = Vec::new();
    let is_between = |&byte: &u8| byte == b',' || byte.is_ascii_whitespace();
    for name in text.as_bytes().split(is_between).filter(|name| !name.is_empty()) {
        let index = View::WORDS.iter().position(|word| name.eq_ignore_ascii_case(word.as_bytes()))?;
        if views.contains(&View::ALL[index]) {
            return None;
        }
        views.push(View::ALL[index]);
    }
    (!views.is_empty()).then_some(views)
}

/// The sizes of the hidden layers, from a list, a text such as `4,2` or one number; 0 alone is no hidden layer.
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

/// A whole number from 0 to the most units.
fn size(value: &Value) -> Option<usize> {
    match value {
        &Value::Number(number) => whole(number, 0..=MAX_UNITS),
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
    use crate::config::with;

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
    fn batch_and_until_are_a_word_or_a_number() {
        assert_eq!(with("batch", Value::Number(3.0)).unwrap().batch, Some(3));
        assert_eq!(with("batch", Value::text("full")).unwrap().batch, None);
        assert_eq!(with("until", Value::Number(0.01)).unwrap().until, Until::Loss(0.01));
        for bad in [Value::Number(0.0), Value::Number(1.5), Value::Number(501.0), Value::text("half")] {
            assert!(with("batch", bad.clone()).is_err(), "{bad:?}");
        }
        for bad in [Value::Number(-0.1), Value::Number(f64::NAN), Value::Number(f64::INFINITY), Value::text("never")] {
            assert!(with("until", bad.clone()).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn views_are_named_in_their_order() {
        let of = |text| with("views", Value::text(text)).map(|config| config.views);
        assert_eq!(of("loss, Boundary"), Ok(vec![View::Loss, View::Boundary]));
        assert_eq!(of(" hidden-space "), Ok(vec![View::HiddenSpace]));
        assert_eq!(of("table\n\tseeds"), Ok(vec![View::Table, View::Seeds]));
        for bad in ["", "boundary boundary", "boundary;loss", "bound"] {
            assert!(of(bad).is_err(), "{bad}");
        }
        let all = "one or more of boundary, loss, table, network, hidden-space and seeds, each once";
        assert_eq!(of("all").unwrap_err().expected, all);
        assert!(View::WORDS.iter().all(|word| all.contains(word)));
    }
}
