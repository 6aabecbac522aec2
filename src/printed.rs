//! Arrays as programs print them.

use crate::config::Value;
use alloc::string::String;
use alloc::{vec, vec::Vec};

/// The most lists within one another: all arrays, an array, a row.
const MAX_DEPTH: usize = 3;

/// The arrays that a program printed, as NumPy prints them or as Python writes lists: `W1 = [[0.1 -2.] [3e-05 4]] b1 = ...`.
/// Names before an array or a parenthesis, commas and parentheses are passed over. An array named b1 or B1 becomes a list of
/// numbers, whatever its shape: by that it is told from W2. `number` reads a number. `None` where brackets do not match, lists are
/// nested deeper than arrays are, or what stands in an array is no number.
pub fn arrays(text: &str, number: fn(&str) -> Option<f64>) -> Option<Value> {
    // As pages show them: a true minus, a space that does not break.
    let ascii = |character| match character {
        '\u{2212}' => '-',
        '\u{a0}' => ' ',
        other => other,
    };
    let text: String = text.chars().map(ascii).collect();
    let is_letter = |b: u8| b.is_ascii_alphabetic() || !b.is_ascii();
    let is_of_word = |b: u8| is_letter(b) || b.is_ascii_digit() || matches!(b, b'_' | b'+' | b'-' | b'.');
    // The lists that are open, the outermost of which is all of the text.
    let mut open = vec![Vec::new()];
    let bytes = text.as_bytes();
    let mut start = 0;
    let mut is_bias = false;
    while start < bytes.len() {
        let rest = &bytes[start..];
        let length = rest.iter().position(|&byte| !is_of_word(byte)).unwrap_or(rest.len());
        match rest[0] {
            b'[' if open.len() > MAX_DEPTH => return None,
            b'[' => open.push(Vec::new()),
            b']' => {
                let mut list = open.pop()?;
                let is_row_of_bias = is_bias && open.len() == 2;
                let outer = open.last_mut()?;
                if is_row_of_bias { outer.append(&mut list) } else { outer.push(Value::List(list)) }
            }
            first if is_of_word(first) => {
                let is_name = is_letter(first) || open.len() == 1;
                // np.float64(0.5)
                let is_call = bytes.get(start + length) == Some(&b'(');
                if open.len() == 1 && !is_call {
                    is_bias = matches!(rest[..length], [b'b' | b'B'] | [b'b' | b'B', b'0'..=b'9', ..]);
                }
                match number(text.get(start..start + length)?) {
                    Some(number) if !is_name => open.last_mut()?.push(Value::Number(number)),
                    // Within an array a word, such as nan, is in the place of a number.
                    _ if !is_name || (open.len() > 2 && !is_call) => return None,
                    _ => {}
                }
            }
            _ => {}
        }
        start += length.max(1);
    }
    let mut arrays = open.pop()?;
    if !open.is_empty() || arrays.is_empty() {
        return None;
    }
    // One list of arrays, as a program prints all of its parameters.
    if let [Value::List(list)] = &mut arrays[..]
        && matches!(list.first().and_then(first), Some(Value::List(_)))
    {
        arrays = core::mem::take(list);
    }
    Some(Value::List(arrays))
}

/// The first entry of a list that has one; `None` of anything else.
fn first(value: &Value) -> Option<&Value> {
    match value {
        Value::List(list) => list.first(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Values are cloned and shown by recursion: as deep as this they would overflow the stack.
    #[test]
    fn lists_nested_beyond_any_array_are_refused() {
        let text = "[".repeat(1 << 20) + " 1 2 " + &"]".repeat(1 << 20);
        assert_eq!(arrays(&text, |number| number.parse().ok()), None);
    }
}
