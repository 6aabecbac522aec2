//! Start numbers, as an author gives them.

use crate::config::{ConfigError, Value};
use crate::initializer::WeightsShape;
use alloc::string::String;
use alloc::{vec, vec::Vec};

/// What the option takes, in words.
pub const EXPECTED: &str =
    "the numbers to start from, [{\"W\": [[...]], \"B\": [[...]]}, ...] or NumPy's print of W1, B1, W2, B2";

/// The largest number that a run may start from, to either side of 0.
const MAX_WEIGHT: f64 = 1e300;

/// Start numbers of a network; empty where none are given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Weights {
    /// In the network's order: layer by layer, `W` (fan in x fan out) row by row and then `B`. Each is at most 1e300 in size.
    pub parameters: Vec<f64>,
    /// Whether each layer has biases. Where not, those among the parameters are 0.
    pub biased: Vec<bool>,
}

impl Weights {
    /// Reads the numbers of a network with hidden layers of these sizes: a list of layers `{ W, B }` or `{ W }`, or the arrays
    /// W1, B1, W2, B2, ... one after the other, as a program prints them, whose W are of the shape `printed`; as many arrays of
    /// rows as layers are W1, W2, ... without biases. An empty text or list is none.
    ///
    /// # Errors
    /// A value of another form, or of another shape than the layers say.
    pub fn read(value: &Value, hidden: &[usize], printed: WeightsShape) -> Result<Self, ConfigError> {
        let arrays = arrays(value).ok_or_else(|| ConfigError::new("weights", EXPECTED, value.clone()))?;
        let mut weights = Self::default();
        if arrays.is_empty() {
            return Ok(weights);
        }
        let is_printed = !matches!(value, Value::List(list) if is_layer(&list[0]));
        let transposed = is_printed && printed == WeightsShape::OutIn;
        let source = if is_printed { "the options layers and weightsShape say" } else { "the option layers says" };
        let unbiased = is_printed
            && arrays.len() == hidden.len() + 1
            && arrays.iter().flatten().copied().flatten().all(|row| matches!(row, Value::List(_)));
        let mut arrays = arrays.into_iter();
        let mut fan_in = 2;
        for (k, &fan_out) in hidden.iter().chain(&[1]).enumerate() {
            let w = arrays.next().flatten();
            let b = if unbiased { None } else { arrays.next().flatten() };
            // The weights of one unit may be a list of numbers, which is its row and its column.
            let is_list = w.is_some_and(|w| w.iter().all(|entry| matches!(entry, Value::Number(_))));
            let transposed = transposed && !(fan_out == 1 && is_list);
            let (rows, columns) = if transposed { (fan_out, fan_in) } else { (fan_in, fan_out) };
            let w = w.map(matrix).unwrap_or_default();
            if (w.len(), w.iter().all(|row| row.len() == columns)) != (rows, true) {
                return Err(misshapen("W", k, [rows, columns], source, &w));
            }
            let place = |k: usize| (k / fan_out, k % fan_out);
            weights.parameters.extend((0..fan_in * fan_out).map(|k| match place(k) {
                (i, j) if transposed => w[j][i],
                (i, j) => w[i][j],
            }));
            weights.biased.push(b.is_some());
            let b = b.map(matrix).unwrap_or_else(|| vec![vec![0.0; fan_out]]);
            if b.concat().len() != fan_out {
                return Err(misshapen("B", k, [fan_out, 1], source, &b));
            }
            weights.parameters.extend(b.concat());
            fan_in = fan_out;
        }
        match arrays.next() {
            None => Ok(weights),
            extra => {
                let extra = extra.flatten().map(matrix).unwrap_or_default();
                Err(misshapen("W", hidden.len() + 1, [0, 0], source, &extra))
            }
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.biased.is_empty()
    }

    /// The value that [`Weights::read`] reads as these.
    pub fn write(&self, hidden: &[usize]) -> Value {
        let mut rest = &self.parameters[..];
        let mut fan_in = 2;
        let mut layers = Vec::new();
        for (&biased, &fan_out) in self.biased.iter().zip(hidden.iter().chain(&[1])) {
            let mut fields = Vec::new();
            for (name, rows, columns) in [("W", fan_in, fan_out), ("B", fan_out, 1)] {
                let (numbers, after) = rest.split_at(rows * columns);
                if name == "W" || biased {
                    fields.push((name, Value::List(numbers.chunks(columns).map(Value::numbers).collect())));
                }
                rest = after;
            }
            layers.push(Value::Fields(fields));
            fan_in = fan_out;
        }
        if layers.is_empty() { Value::text("") } else { Value::List(layers) }
    }
}

/// W and B of each layer in turn, `None` for a B that is not there; `None` for all if the value has no such form.
fn arrays(value: &Value) -> Option<Vec<Option<&[Value]>>> {
    let list = match value {
        Value::List(list) => &list[..],
        Value::Text(text) if text.trim_ascii().is_empty() => &[],
        _ => return None,
    };
    let mut arrays = Vec::new();
    for entry in list {
        match entry {
            Value::List(array) => arrays.push(Some(&array[..])),
            Value::Fields(fields) => {
                for wanted in ["W", "B"] {
                    let field = fields.iter().find(|(name, _)| *name == wanted);
                    arrays.push(match field {
                        Some((_, Value::List(array))) => Some(&array[..]),
                        Some(_) => return None,
                        None => None,
                    });
                }
            }
            _ => return None,
        }
    }
    let good = |value: &Value| matches!(value, Value::Number(number) if number.abs() <= MAX_WEIGHT);
    let every = arrays.iter().flatten().copied().flatten();
    (every.into_iter().all(|row| good(row) || matches!(row, Value::List(row) if row.iter().all(good))))
        .then_some(arrays)
}

/// Whether an entry is an object `{ W, B }`, not an array.
fn is_layer(value: &Value) -> bool {
    matches!(value, Value::Fields(_))
}

/// The rows of an array; a list of numbers is a column.
fn matrix(array: &[Value]) -> Vec<Vec<f64>> {
    let number = |value: &Value| match value {
        &Value::Number(number) => number,
        _ => 0.0,
    };
    let row = |value: &Value| match value {
        Value::List(row) => row.iter().map(number).collect(),
        value => vec![number(value)],
    };
    array.iter().map(row).collect()
}

/// The error about array `letter` of layer `k`, which should have been `rows` x `columns`, as `source` says.
fn misshapen(letter: &str, k: usize, [rows, columns]: [usize; 2], source: &str, found: &[Vec<f64>]) -> ConfigError {
    let mut expected = String::from(letter);
    for (number, after) in [(k + 1, " of shape ["), (rows, ","), (columns, "], as ")] {
        write_number(number, &mut expected);
        expected.push_str(after);
    }
    expected.push_str(source);
    let shape = [found.len() as f64, found.first().map_or(0, Vec::len) as f64];
    ConfigError { name: "weights", other: Some("layers"), expected: expected.into(), got: Value::numbers(&shape) }
}

/// Appends a number in decimal digits.
fn write_number(number: usize, into: &mut String) {
    if number >= 10 {
        write_number(number / 10, into);
    }
    into.push(char::from(b'0' + (number % 10) as u8));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::printed;

    fn read(text: &str, hidden: &[usize], shape: WeightsShape) -> Option<Weights> {
        Weights::read(&printed::arrays(text, |number| number.parse().ok())?, hidden, shape).ok()
    }

    const NUMBERS: [f64; 9] = [0.1, -2.0, 3e-5, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0];

    #[test]
    fn programs_print_arrays_in_many_ways() {
        for text in [
            "[[ 0.1 -2. ]\n [ 3e-05 4.]] [[5.] [6.]] [[7] [8]] [[9.]]",
            "W1 = [[0.1, -2], [3.0e-5, 4]]\nb1: [5, 6]\nW2 = [[7], [8]]; b2 = [9]",
            "[array([[0.1, -2.], [3e-5, 4.]]), array([[5.],\n [6.]]),\n array([[7.], [8.]]), array([[9.]], dtype=float64)]",
            "[[np.float64(0.1), np.float64(-2.0)], [np.float64(3e-05), np.float64(4.0)]] [5, 6] [[7], [8]] [9]",
            "가중치 [[0.1\u{a0}\u{2212}2] [3e\u{2212}5 4]] 편향 [5 6] [[7] [8]] [9]",
        ] {
            assert_eq!(read(text, &[2], WeightsShape::InOut).unwrap().parameters, NUMBERS, "{text}");
        }
        for transposed in ["[[0.1 3e-5] [-2 4]] [5 6] [[7 8]] [9]", "[[0.1 3e-5] [-2 4]] [5 6] [7 8] [9]"] {
            assert_eq!(read(transposed, &[2], WeightsShape::OutIn).unwrap().parameters, NUMBERS, "{transposed}");
        }
    }

    #[test]
    fn as_many_arrays_as_layers_have_no_biases() {
        for (text, shape) in [
            ("W1 = [[1 2]\n [3 4]]\nW2 = [[5]\n [6]]", WeightsShape::InOut),
            ("[array([[1, 3], [2, 4]]), array([[5, 6]])]", WeightsShape::OutIn),
        ] {
            let weights = read(text, &[2], shape).unwrap();
            assert_eq!(weights.biased, [false, false], "{text}");
            assert_eq!(weights.parameters, [1.0, 2.0, 3.0, 4.0, 0.0, 0.0, 5.0, 6.0, 0.0], "{text}");
        }
        let deep = read("[[1 2] [3 4]] [[5] [6]] [[7]]", &[2, 1], WeightsShape::InOut).unwrap();
        assert_eq!(deep.biased, [false; 3]);
        // Of one more the last alone has none.
        let hidden = read("[[1 2] [3 4]] [[5] [6]] [[7] [8]]", &[2], WeightsShape::InOut).unwrap();
        assert_eq!(hidden.biased, [true, false]);
    }

    #[test]
    fn biases_are_never_taken_for_weights() {
        let shape = WeightsShape::InOut;
        for text in ["W1 = [[1 2] [3 4]] B1 = [[5] [6]]", "{'W1': array([[1, 2], [3, 4]]), 'b1': array([[5], [6]])}"] {
            assert!(read(text, &[2], shape).is_none(), "{text}");
        }
        let whole = "W1 = [[1] [2]] B1 = [[3]] W2 = [[4]] B2 = [[5]]";
        assert_eq!(read(whole, &[1], shape).unwrap().parameters, [1.0, 2.0, 3.0, 4.0, 5.0]);
        assert!(read(whole, &[1, 1, 1], shape).is_none());
        // A name that only begins so is of any array.
        let named = read("best_W1 = [[1 2] [3 4]] best_W2 = [[5] [6]]", &[2], shape).unwrap();
        assert_eq!(named.biased, [false, false]);
    }

    #[test]
    fn the_options_that_say_a_shape_are_named() {
        let refused =
            |value: &Value| Weights::read(value, &[2], WeightsShape::InOut).unwrap_err().expected.into_owned();
        let units_first = printed::arrays("[[1 2] [3 4]] [5 6] [[7 8]] [9]", |number| number.parse().ok()).unwrap();
        assert_eq!(refused(&units_first), "W2 of shape [2,1], as the options layers and weightsShape say");
        let layer = Value::Fields(vec![("W", Value::List(vec![Value::numbers(&[1.0])]))]);
        assert_eq!(refused(&Value::List(vec![layer])), "W1 of shape [2,2], as the option layers says");
    }

    #[test]
    fn what_is_no_list_of_arrays_is_refused() {
        for text in [
            "1 2 3",
            "[[1 2] [3]] [1 2] [[1] [2]] [3]",
            "[[1 nan] [3 4]] [1 2] [[1] [2]] [3]",
            "[[1 2]",
            "[1]]",
            "[[1 2] [... 4]]",
            "[[1 2] [3 4]] [1 2] [[1] [2]] [3] [[1]]",
            "[[1 2] [3 4]] [1 2]",
            "[[1e301 2] [3 4]] [1 2] [[1] [2]] [3]",
            "[[1 2] [3 4]] [1 2 nan] [[1] [2]] [3]",
            "[[1 2] [3 4]] [1 2] [[1] [2]] [3 inf]",
            "[[1 2] [3 4]] [1 2] [[1] [2]] [3 -inf]",
            "[[[[[1 2]]]]]",
            "[[\u{ff11} 1 2] [3 4]] [1 2] [[1] [2]] [3]",
            "[[\u{bd} 1 2] [3 4]] [1 2] [[1] [2]] [3]",
        ] {
            assert_eq!(read(text, &[2], WeightsShape::InOut), None, "{text}");
        }
    }

    #[test]
    fn biases_that_are_no_list_are_refused() {
        for biases in [Value::Number(3.0), Value::text("[[3]]")] {
            let weights = Value::List(vec![Value::numbers(&[1.0]), Value::numbers(&[2.0])]);
            let layer = Value::Fields(vec![("W", weights), ("B", biases)]);
            let error = Weights::read(&Value::List(vec![layer]), &[], WeightsShape::InOut).unwrap_err();
            assert_eq!(error.expected, EXPECTED);
        }
    }

    #[test]
    fn an_array_too_many_is_named() {
        let value = printed::arrays("[[1] [2]] [3] [[4] [5] [6]]", |number| number.parse().ok()).unwrap();
        let error = Weights::read(&value, &[], WeightsShape::InOut).unwrap_err();
        assert_eq!(error.expected, "W2 of shape [0,0], as the options layers and weightsShape say");
        assert_eq!(error.got, Value::numbers(&[3.0, 1.0]));
    }

    #[test]
    fn a_layer_without_biases_has_none() {
        let list = |rows: &[Value]| Value::List(rows.to_vec());
        let one = |number| Value::numbers(&[number]);
        let below = Value::Fields(vec![("W", list(&[one(1.0), one(2.0)])), ("B", list(&[one(3.0)]))]);
        let value = list(&[below, Value::Fields(vec![("W", list(&[one(4.0)]))])]);
        let weights = Weights::read(&value, &[1], WeightsShape::OutIn).unwrap();
        assert_eq!(weights.biased, [true, false]);
        assert_eq!(weights.parameters, [1.0, 2.0, 3.0, 4.0, 0.0]);
        assert_eq!(weights.write(&[1]), value);
    }
}
