//! Numbers to start from, as an author gives them.

use crate::config::{ConfigError, Value};
use crate::initializer::WeightsShape;
use alloc::string::String;
use alloc::{vec, vec::Vec};

/// Start numbers layer by layer, from the bottom to the output; empty where none are given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Weights {
    layers: Vec<LayerWeights>,
    /// Whether a program printed them, so that `weights-shape` says how its W are laid out. Those of a figure's own form
    /// are always fan in x fan out.
    printed: bool,
}

/// The numbers of a layer.
#[derive(Clone, Debug, PartialEq)]
struct LayerWeights {
    w: Matrix,
    /// A layer without biases has none.
    b: Option<Matrix>,
}

/// Rows of equal length, one after the other.
#[derive(Clone, Debug, PartialEq)]
struct Matrix {
    rows: usize,
    columns: usize,
    numbers: Vec<f64>,
}

impl Weights {
    /// Reads a list of layers `{ W, B }` or `{ W }`, or the arrays W1, B1, W2, B2, ... one after the other. An empty text or
    /// list is none.
    pub fn read(value: &Value) -> Option<Self> {
        let list = match value {
            Value::List(list) => &list[..],
            Value::Text(text) if text.trim_ascii().is_empty() => &[],
            _ => return None,
        };
        let printed = matches!(list.first(), Some(Value::List(_)));
        let mut layers = Vec::new();
        for part in list.chunks(if printed { 2 } else { 1 }) {
            layers.push(match part {
                [Value::Fields(fields)] => {
                    let field = |name| fields.iter().find(|(known, _)| *known == name).map(|(_, value)| value);
                    let b = match field("B") {
                        Some(b) => Some(Matrix::read(b)?),
                        None => None,
                    };
                    LayerWeights { w: Matrix::read(field("W")?)?, b }
                }
                [w, b] => LayerWeights { w: Matrix::read(w)?, b: Some(Matrix::read(b)?) },
                _ => return None,
            });
        }
        Some(Self { printed, layers })
    }

    /// The value that reads as these.
    pub fn write(&self) -> Value {
        let mut list = Vec::new();
        for LayerWeights { w, b } in &self.layers {
            let b = b.as_ref().map(Matrix::write);
            if self.printed {
                list.push(w.write());
                list.extend(b);
            } else {
                list.push(Value::Fields([("W", w.write())].into_iter().chain(b.map(|b| ("B", b))).collect()));
            }
        }
        if list.is_empty() { Value::text("") } else { Value::List(list) }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.layers.is_empty()
    }

    /// Whether a layer, from 0 at the bottom, has biases.
    pub fn biased(&self, layer: usize) -> bool {
        self.layers[layer].b.is_some()
    }

    /// Whether they are of a network with hidden layers of these sizes.
    ///
    /// # Errors
    /// The first array of another shape.
    pub fn check(&self, hidden: &[usize], shape: WeightsShape) -> Result<(), ConfigError> {
        let refused = |expected: String, got: Value| {
            Err(ConfigError { name: "weights", other: Some("layers"), expected: expected.into(), got })
        };
        if self.is_empty() {
            return Ok(());
        }
        if self.layers.len() != hidden.len() + 1 {
            let mut expected = String::from("W and B of ");
            write_number(hidden.len() + 1, &mut expected);
            expected.push_str(" layers, as the option layers says");
            return refused(expected, Value::Number(self.layers.len() as f64));
        }
        let mut fan_in = 2;
        for (k, (layer, &fan_out)) in self.layers.iter().zip(hidden.iter().chain(&[1])).enumerate() {
            let (rows, columns) = if self.transposed(shape) { (fan_out, fan_in) } else { (fan_in, fan_out) };
            let expected = |letter: &str, rows: usize, columns: usize| {
                let mut text = String::from(letter);
                write_number(k + 1, &mut text);
                text.push_str(" of shape [");
                write_number(rows, &mut text);
                text.push(',');
                write_number(columns, &mut text);
                text.push_str("], as the option layers says");
                text
            };
            if (layer.w.rows, layer.w.columns) != (rows, columns) {
                return refused(expected("W", rows, columns), layer.w.shape());
            }
            if let Some(b) = layer.b.as_ref().filter(|b| !(b.rows.min(b.columns) == 1 && b.numbers.len() == fan_out)) {
                return refused(expected("B", fan_out, 1), b.shape());
            }
            fan_in = fan_out;
        }
        Ok(())
    }

    /// Writes them into `parameters`, in the network's order.
    pub fn fill(&self, shape: WeightsShape, parameters: &mut [f64]) {
        let mut places = parameters.iter_mut();
        let mut put = |number: f64| {
            if let Some(place) = places.next() {
                *place = number;
            }
        };
        for LayerWeights { w, b } in &self.layers {
            let fan_out = if self.transposed(shape) {
                for i in 0..w.columns {
                    w.numbers.iter().skip(i).step_by(w.columns).for_each(|&number| put(number));
                }
                w.rows
            } else {
                w.numbers.iter().for_each(|&number| put(number));
                w.columns
            };
            for j in 0..fan_out {
                put(b.as_ref().map_or(0.0, |b| b.numbers[j]));
            }
        }
    }

    fn transposed(&self, shape: WeightsShape) -> bool {
        self.printed && shape == WeightsShape::OutIn
    }
}

/// The largest number that a run may start from, to either side of 0.
const MAX_WEIGHT: f64 = 1e300;

impl Matrix {
    /// A list of rows of equal length, or one list: a column.
    fn read(value: &Value) -> Option<Self> {
        let Value::List(rows) = value else { return None };
        let mut numbers = Vec::new();
        let mut columns = None;
        for row in rows {
            let row = match row {
                Value::List(row) => &row[..],
                number => core::slice::from_ref(number),
            };
            if *columns.get_or_insert(row.len()) != row.len() {
                return None;
            }
            for number in row {
                match number {
                    Value::Number(number) if number.abs() <= MAX_WEIGHT => numbers.push(*number),
                    _ => return None,
                }
            }
        }
        let columns = columns.filter(|&columns| columns > 0)?;
        Some(Self { rows: rows.len(), columns, numbers })
    }

    fn write(&self) -> Value {
        let row = |row: &[f64]| Value::List(row.iter().copied().map(Value::Number).collect());
        Value::List(self.numbers.chunks(self.columns).map(row).collect())
    }

    fn shape(&self) -> Value {
        Value::List([self.rows, self.columns].map(|size| Value::Number(size as f64)).to_vec())
    }
}

/// The first entry of a list that has one; `None` of anything else.
fn first(value: &Value) -> Option<&Value> {
    match value {
        Value::List(list) => list.first(),
        _ => None,
    }
}

/// The arrays that a program printed, as NumPy prints them or as Python writes lists: `W1 = [[0.1 -2.] [3e-05 4]] b1 = ...`.
/// Names before an array, commas and parentheses are passed over. `number` reads a number. `None` where brackets do not match
/// or what stands in an array is no number.
pub fn parse(text: &str, number: fn(&str) -> Option<f64>) -> Option<Value> {
    let is_of_word = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'+' | b'-' | b'.');
    // The lists that are open, the outermost of which is all of the text.
    let mut open = vec![Vec::new()];
    for word in text.as_bytes().chunk_by(|&a, &b| is_of_word(a) && is_of_word(b)) {
        match word[0] {
            b'[' => open.push(Vec::new()),
            b']' => {
                let list = open.pop()?;
                open.last_mut()?.push(Value::List(list));
            }
            first if is_of_word(first) => {
                let is_name = first.is_ascii_alphabetic() || open.len() == 1;
                match number(core::str::from_utf8(word).ok()?) {
                    Some(number) if !is_name => open.last_mut()?.push(Value::Number(number)),
                    // Within an array a word, such as nan, is in the place of a number.
                    _ if !is_name || open.len() > 2 => return None,
                    _ => {}
                }
            }
            _ => {}
        }
    }
    let mut arrays = open.pop()?;
    if !open.is_empty() || arrays.is_empty() {
        return None;
    }
    // One list of arrays, as a program prints all of its parameters.
    if let [Value::List(list)] = &arrays[..]
        && matches!(list.first().and_then(first), Some(Value::List(_)))
    {
        arrays = list.clone();
    }
    Some(Value::List(arrays))
}

/// In decimal digits.
fn write_number(number: usize, into: &mut String) {
    if number >= 10 {
        write_number(number / 10, into);
    }
    into.push(char::from(b'0' + (number % 10) as u8));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Weights> {
        Weights::read(&parse(text, |number| number.parse().ok())?)
    }

    fn filled(text: &str, hidden: &[usize], shape: WeightsShape) -> Vec<f64> {
        let weights = read(text).unwrap();
        weights.check(hidden, shape).unwrap();
        let mut parameters = vec![f64::NAN; 9];
        weights.fill(shape, &mut parameters);
        parameters
    }

    const NUMBERS: [f64; 9] = [0.1, -2.0, 3e-5, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0];

    #[test]
    fn programs_print_arrays_in_many_ways() {
        for text in [
            "[[ 0.1 -2. ]\n [ 3e-05 4.]] [[5.] [6.]] [[7] [8]] [[9.]]",
            "W1 = [[0.1, -2], [3.0e-5, 4]]\nb1: [5, 6]\nW2 = [[7], [8]]; b2 = [9]",
            "[array([[0.1, -2.], [3e-5, 4.]]), array([[5.],\n [6.]]),\n array([[7.], [8.]]), array([[9.]], dtype=float64)]",
        ] {
            assert_eq!(filled(text, &[2], WeightsShape::InOut), NUMBERS, "{text}");
        }
        let transposed = "[[0.1 3e-5] [-2 4]] [5 6] [[7 8]] [9]";
        assert_eq!(filled(transposed, &[2], WeightsShape::OutIn), NUMBERS);
    }

    #[test]
    fn what_is_no_list_of_arrays_is_refused() {
        for text in [
            "1 2 3",
            "[[1 2] [3]] [1] [[1] [2]] [3]",
            "[[1 nan] [3 4]] [1 2] [[1] [2]] [3]",
            "[[1 2]",
            "[1]]",
            "[[1 2] [... 4]]",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_layer_without_biases_has_none() {
        let one = |number| Value::List(vec![Value::Number(number)]);
        let list = |rows: &[Value]| Value::List(rows.to_vec());
        let first = Value::Fields(vec![("W", list(&[one(1.0), one(2.0)])), ("B", list(&[one(3.0)]))]);
        let value = list(&[first, Value::Fields(vec![("W", list(&[one(4.0)]))])]);
        let weights = Weights::read(&value).unwrap();
        assert_eq!(weights.check(&[1], WeightsShape::OutIn), Ok(()));
        assert_eq!([weights.biased(0), weights.biased(1)], [true, false]);
        let mut parameters = [f64::NAN; 5];
        weights.fill(WeightsShape::OutIn, &mut parameters);
        assert_eq!(parameters, [1.0, 2.0, 3.0, 4.0, 0.0]);
        assert_eq!(weights.write(), value);
    }
}
