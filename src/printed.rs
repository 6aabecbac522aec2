//! Arrays as programs print them.

use crate::config::Value;
use alloc::string::String;
use alloc::{vec, vec::Vec};

/// The most lists within one another: all arrays, an array, a row.
const MAX_DEPTH: usize = 3;

/// A list that is open, or all of the text.
#[derive(Default)]
struct List {
    entries: Vec<Value>,
    /// Whether a word, such as nan, stands in it.
    has_word: bool,
}

/// What the names before an array say that it holds, as bits.
const WEIGHTS: u8 = 1;
const BIASES: u8 = 2;

const PARTS_OF_NAMES: [(&str, u8); 5] =
    [("weight", WEIGHTS), ("가중치", WEIGHTS), ("bias", BIASES), ("intercept", BIASES), ("편향", BIASES)];

/// The arrays that a program printed, as NumPy prints them or as Python writes lists: `W1 = [[0.1 -2.] [3e-05 4]] b1 = ...`.
/// Names, indices, commas and parentheses are passed over. Names that tell weights from biases also give the order: W1, W2, b1, b2
/// become W1, b1, W2, b2. Biases that are named become a list of numbers, whatever their shape: by that they are told from
/// weights; of one unit they may be a number, `b2 = 0.5`. `number` reads a number. `None` where brackets do not match, lists are
/// nested deeper than arrays are, what stands in an array is no number, or biases and weights are named in the place of each other.
pub fn arrays(text: &str, number: fn(&str) -> Option<f64>) -> Option<Value> {
    // As pages show them: a true minus, a space that does not break, three points in one.
    let plain = |character: char| match character {
        '\u{2212}' => '-',
        '\u{a0}' => ' ',
        '\u{2026}' => '.',
        other => other.to_ascii_lowercase(),
    };
    let text: String = text.chars().map(plain).collect();
    let bytes = text.as_bytes();
    let byte = |at: usize| bytes.get(at).copied().unwrap_or(b' ');
    // The lists that are open, the outermost of which is all of the text.
    let mut open = vec![List::default()];
    // What the names of each array of the text say, and those of the next.
    let mut kinds = Vec::new();
    let mut names = 0;
    let mut start = 0;
    while start < bytes.len() {
        let length = bytes[start..].iter().position(|&byte| !is_of_word(byte)).unwrap_or(bytes.len() - start);
        let end = start + length.max(1);
        let before = byte(start.wrapping_sub(1));
        match bytes[start] {
            b'[' if open.len() > MAX_DEPTH => return None,
            b'[' => open.push(List::default()),
            b']' => {
                let List { mut entries, has_word } = open.pop()?;
                let depth = open.len();
                let outer = open.last_mut()?;
                let is_flat = entries.iter().all(|entry| matches!(entry, Value::Number(_)));
                // As in `w[0] =`, `Out[5]:` and `params['W1'] =`.
                let is_index = match entries.len() {
                    0 => true,
                    1 => is_flat && matches!(bytes[end..].trim_ascii_start(), [b'=' | b':', ..]),
                    _ => false,
                };
                if has_word && is_flat {
                    return None;
                }
                if is_index {
                    // No array.
                } else if names == BIASES && depth == 2 {
                    outer.entries.append(&mut entries);
                } else {
                    outer.entries.push(Value::List(entries));
                    if depth == 1 {
                        kinds.push(names);
                        names = 0;
                    }
                }
            }
            first if is_of_word(first) => {
                let word = text.get(start..end)?;
                let is_name = is_letter(first) || matches!((before, byte(end)), (b'\'' | b'"', _) | (_, b'\'' | b'"'));
                let depth = open.len();
                let list = open.last_mut()?;
                match number(word) {
                    Some(number) if !is_name && depth > 1 => list.entries.push(Value::Number(number)),
                    Some(number) if !is_name && is_value(&bytes[..start], word, names, kinds.len()) => {
                        list.entries.push(Value::numbers(&[number]));
                        kinds.push(BIASES);
                        names = 0;
                    }
                    _ if !is_name && depth > 1 => return None,
                    // `np.float64(0.5)`, and a name in quotes.
                    _ => list.has_word |= !matches!(byte(end), b'(' | b'\'' | b'"'),
                }
                names |= named(word.as_bytes());
            }
            _ => {}
        }
        start = end;
    }
    let mut arrays = open.pop()?.entries;
    if !open.is_empty() || arrays.is_empty() {
        return None;
    }
    // One list of arrays, as a program prints all of its parameters.
    if let [Value::List(list)] = &mut arrays[..]
        && matches!(list.first().and_then(first), Some(Value::List(_)))
    {
        return Some(Value::List(core::mem::take(list)));
    }
    order(&mut arrays, &mut kinds)?;
    Some(Value::List(arrays))
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || !byte.is_ascii()
}

fn is_of_word(byte: u8) -> bool {
    is_letter(byte) || byte.is_ascii_digit() || matches!(byte, b'_' | b'+' | b'-' | b'.')
}

/// Whether a number outside of lists is the biases of one unit, after this text and so many arrays: `b2 = 0.5`, `bias 0.5`,
/// `b2: array(0.5)`, or without a name in their place, `[[1] [2]] 0.5`; not a part of a name or of a shape.
fn is_value(before: &[u8], number: &str, names: u8, arrays: usize) -> bool {
    let is_nameless = names == 0 && arrays % 2 == 1;
    let mut before = before.trim_ascii_end();
    if let [call @ .., b'('] = before {
        let name = call.iter().rev().take_while(|&&byte| is_of_word(byte)).count();
        before = call[..call.len() - name].trim_ascii_end();
    }
    match before {
        [.., b'=' | b':'] => names == BIASES,
        [.., b']' | b')' | b','] => number.contains('.') && (names == BIASES || is_nameless),
        [.., last] => number.contains('.') && names == BIASES && is_of_word(*last),
        [] => false,
    }
}

/// What a name, in lower case, says of an array: `w1`, `self.b2`, `hidden_bias`, `0.weight`; 0 where it does not say.
fn named(name: &[u8]) -> u8 {
    let mut kind = 0;
    for at in 0..name.len() {
        let rest = &name[at..];
        for (part, said) in PARTS_OF_NAMES {
            if rest.starts_with(part.as_bytes()) {
                kind |= said;
            }
        }
        // A letter of its own; that of the hidden or the output layer and a number may follow: `b`, `bh`, `wo1`, `w_2`, `w1.t`.
        let letters = if matches!(rest, [_, b'h' | b'o', ..]) { 2 } else { 1 };
        if (at == 0 || name[at - 1] == b'.') && matches!(rest.get(letters), None | Some(b'0'..=b'9' | b'_' | b'.')) {
            kind |= match rest[0] {
                b'w' => WEIGHTS,
                b'b' => BIASES,
                _ => 0,
            };
        }
    }
    kind
}

/// Puts arrays into the order W1, B1, W2, B2, ... `None` where some are named in the place of others.
fn order(arrays: &mut [Value], kinds: &mut [u8]) -> Option<()> {
    let count = |wanted| kinds.iter().filter(|&&kind| kind == wanted).count();
    // Where only some are named they are in their places.
    let are_all_named = count(BIASES) == arrays.len() / 2;
    let are_all_weights = count(WEIGHTS) == arrays.len();
    for place in 0..arrays.len() {
        let is_of_biases = place % 2 == 1;
        if are_all_named {
            let at = place + kinds[place..].iter().position(|&kind| (kind == BIASES) == is_of_biases)?;
            for later in (place..at).rev() {
                arrays.swap(later, later + 1);
                kinds.swap(later, later + 1);
            }
        } else if is_of_biases && !are_all_weights && kinds[place - 1..=place] == [WEIGHTS; 2]
            || !is_of_biases && kinds[place] == BIASES
        {
            return None;
        }
    }
    Some(())
}

/// The first entry of a list that has one; `None` of anything else.
fn first(value: &Value) -> Option<&Value> {
    match value {
        Value::List(list) => list.first(),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
