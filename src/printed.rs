//! Arrays as programs print them.

mod name;
#[cfg(test)]
mod tests;

use crate::config::Value;
use alloc::string::String;
use alloc::{vec, vec::Vec};
use name::is_of_biases;

/// The most lists within one another: all arrays, an array, a row.
const MAX_DEPTH: usize = 3;

/// The arrays that a program printed, as NumPy, Keras or PyTorch print them or as Python writes lists, in the order W1, B1, W2,
/// B2, ...: `W1 = [[0.1 -2.] [3e-05 4]] b1 = ...`. Where every array has a name that says what it holds, they may come in
/// another order, such as W1, W2, b1, b2. An array named so as biases becomes a list of numbers, whatever its shape: by that it
/// is told from weights. An array of one number may be that number, `b2 = 0.5`. Other names, types, shapes and indices are passed over.
/// `number` reads a number.
///
/// `None` where brackets do not match, lists are nested deeper than arrays are, what stands in an array is no number, an array
/// is named otherwise than its place, or nothing tells which of two lists of arrays has the biases.
pub fn arrays(text: &str, number: fn(&str) -> Option<f64>) -> Option<Value> {
    // As pages show them: a true minus, a space that does not break. Names are read whatever their case.
    let plain = |character: char| match character {
        '\u{2212}' => '-',
        '\u{a0}' => ' ',
        other => other.to_ascii_lowercase(),
    };
    let text: String = text.chars().map(plain).collect();
    let mut reader = Reader {
        text: &text,
        number,
        open: vec![],
        lists: vec![List::default()],
        names: 0,
        is_used: false,
        is_named: false,
        is_in_rows: false,
        listed: 0,
    };
    let mut at = 0;
    while at < text.len() {
        at = reader.read(at)?;
    }
    reader.finish()
}

const WEIGHTS: u8 = 1;
const BIASES: u8 = 2;

/// The places of weights, as bits.
const EVEN: u64 = 0x5555_5555_5555_5555;

/// What is open at a place of the text.
#[derive(PartialEq)]
enum Open {
    List,
    /// A parenthesis after a word: `array(`.
    Call,
    /// Another parenthesis: `shape=(2, 2)`.
    Group,
}

/// A list that is open, or all of the text.
#[derive(Default)]
struct List {
    /// Where its bracket stands.
    start: usize,
    entries: Vec<Value>,
    /// The entries that are biases by their names, as bits.
    biases: u64,
    /// Whether it is a list of arrays, not an array.
    is_of_arrays: bool,
    /// Whether a word stands in it, such as nan; that of a call does not count, and none in quotes.
    has_word: bool,
}

struct Reader<'a> {
    text: &'a str,
    number: fn(&str) -> Option<f64>,
    open: Vec<Open>,
    /// The lists that are open, the first of which is all of the text.
    lists: Vec<List>,
    /// What the names since the last array say that follows: [`WEIGHTS`], [`BIASES`], both or 0.
    names: u8,
    /// Whether an array of a list of arrays has had these names.
    is_used: bool,
    /// Whether the last word was such a name.
    is_named: bool,
    /// Whether nothing but rows of weights came after the last name.
    is_in_rows: bool,
    /// The arrays of the last list of arrays; 0 where there was none.
    listed: usize,
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || !byte.is_ascii()
}

fn is_of_word(byte: u8) -> bool {
    is_letter(byte) || matches!(byte, b'0'..=b'9' | b'_' | b'+' | b'-' | b'.')
}

impl Reader<'_> {
    /// The byte at a place; beyond the text a space.
    #[inline(never)]
    fn byte(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(b' ')
    }

    /// The place of the first byte from this one on that does not belong to those before.
    #[inline(never)]
    fn end(&self, mut at: usize, belongs: fn(u8) -> bool) -> usize {
        while at < self.text.len() && belongs(self.byte(at)) {
            at += 1;
        }
        at
    }

    /// Reads what begins at a byte, and gives the place after it.
    fn read(&mut self, at: usize) -> Option<usize> {
        match self.byte(at) {
            b'[' if self.lists.len() > MAX_DEPTH => return None,
            b'[' => {
                self.open.push(Open::List);
                self.lists.push(List { start: at, ..List::default() });
            }
            b']' => self.close(at)?,
            b'(' => self.open.push(if is_of_word(self.byte(at.wrapping_sub(1))) { Open::Call } else { Open::Group }),
            b')' if self.open.last() == Some(&Open::List) => return None,
            b')' => drop(self.open.pop()),
            // A comment of Python's among the rows.
            b'#' if self.lists.len() > 1 => return Some(self.end(at, |byte| byte != b'\n')),
            byte if is_of_word(byte) => return self.word(at),
            _ => {}
        }
        Some(at + 1)
    }

    /// A name or a number.
    fn word(&mut self, at: usize) -> Option<usize> {
        let end = self.end(at, is_of_word);
        let word = self.text.get(at..end)?;
        let (before, after) = (self.byte(at.wrapping_sub(1)), self.byte(end));
        let is_in_list = self.lists.len() > 1;
        self.is_in_rows &= is_in_list;
        if is_letter(self.byte(at)) {
            self.lists.last_mut()?.has_word |= !matches!(after, b'(' | b'\'' | b'"');
        } else if is_in_list && !matches!((before, after), (b'\'' | b'"', _) | (_, b'\'' | b'"')) {
            if self.open.last() != Some(&Open::Group) {
                let number = Value::Number((self.number)(word)?);
                self.lists.last_mut()?.entries.push(number);
            }
        } else if !is_in_list
            && self.is_single(at, end)
            && let Some(number) = (self.number)(word)
        {
            self.push(vec![Value::Number(number)])?;
            self.names = 0;
        }
        match is_of_biases(word.as_bytes()) {
            Some(is_bias) => {
                let others = if self.is_used { 0 } else { self.names };
                self.names = others | if is_bias { BIASES } else { WEIGHTS };
                self.is_used = false;
                self.is_named = true;
            }
            None => self.is_named &= after == b'(',
        }
        Some(end)
    }

    /// Whether a number outside of lists is an array of its own: `b2 = 0.5`, `bias: 0.5`, `bias 0.5`, `b2 = array(0.5)`.
    fn is_single(&self, at: usize, end: usize) -> bool {
        let (before, word) = self.text.as_bytes().split_at(at);
        let calls: [&[u8]; 3] = [b"array(", b"tensor(", b"float64("];
        self.is_named
            && match before.trim_ascii_end() {
                _ if !self.open.is_empty() => calls.iter().any(|call| before.ends_with(call)),
                [.., b'=' | b':'] => true,
                // Not the 1 of `bias 1: [...]`.
                [.., byte] => is_of_word(*byte) && word[..end - at].contains(&b'.'),
                [] => false,
            }
    }

    /// Puts an array into the list that is open.
    fn push(&mut self, array: Vec<Value>) -> Option<()> {
        let list = self.lists.last_mut()?;
        // Of more than any network has the names are of no account.
        list.biases |= u64::from(self.names == BIASES).checked_shl(list.entries.len() as u32).unwrap_or(0);
        list.entries.push(Value::List(array));
        Some(())
    }

    /// The end of a list.
    fn close(&mut self, at: usize) -> Option<()> {
        if self.open.pop() != Some(Open::List) {
            return None;
        }
        let list = self.lists.pop()?;
        if self.is_passed_over(&list, at) {
            return Some(());
        }
        let is_list = |entry: &Value| matches!(entry, Value::List(_));
        let is_good = if list.is_of_arrays { list.entries.iter().all(is_list) } else { !list.has_word };
        if !is_good || list.entries.is_empty() {
            return None;
        }
        let is_outermost = self.lists.len() == 1;
        let outer = self.lists.last_mut()?;
        if !list.is_of_arrays {
            let is_matrix = list.entries.iter().any(is_list);
            outer.is_of_arrays |= self.open.last() != Some(&Open::List) || is_matrix;
            if self.is_in_rows && is_outermost && joins(outer.entries.last_mut()?, &list.entries) {
                return Some(());
            }
            self.is_in_rows = is_outermost && !is_matrix && self.names == WEIGHTS;
            self.push(list.entries)?;
        } else if is_outermost {
            self.listed = list.entries.len();
            outer.biases |= list.biases.checked_shl(outer.entries.len() as u32).unwrap_or(0);
            outer.entries.extend(list.entries);
        } else {
            return None;
        }
        self.is_used = true;
        if is_outermost {
            self.names = 0;
        }
        Some(())
    }

    /// Whether a list that ends at a byte is a shape, `torch.Size([2, 2])`, or an index: `Out[5]:`, `w[0] =`, `params['W1']`.
    fn is_passed_over(&self, list: &List, at: usize) -> bool {
        let bytes = self.text.as_bytes();
        let is_number = (list.start + 1..at).all(|at| self.byte(at).is_ascii_digit());
        let is_name = list.entries.is_empty() && !list.has_word && is_of_word(self.byte(list.start.wrapping_sub(1)));
        is_name
            || (is_number && matches!(self.byte(self.end(at + 1, |byte| byte.is_ascii_whitespace())), b'=' | b':'))
            || bytes.get(..list.start).is_some_and(|before| before.ends_with(b"size("))
    }

    /// The arrays in the order W1, B1, W2, B2, ...
    fn finish(mut self) -> Option<Value> {
        let List { entries, biases, .. } = self.lists.pop()?;
        let count = entries.len();
        // One of each kind a layer, or one less of biases.
        let is_named = biases > 0 && biases.count_ones() as usize == count / 2;
        // Of more than one list of arrays only names say which has the biases; and no name may say otherwise than the place.
        let is_told = is_named || ((self.listed == 0 || self.listed == count) && biases & EVEN == 0);
        if !self.lists.is_empty() || count == 0 || !is_told {
            return None;
        }
        let mut arrays = Vec::with_capacity(count);
        let mut later = vec![];
        for (k, array) in entries.into_iter().enumerate() {
            let is_bias = biases.checked_shr(k as u32).is_some_and(|bits| bits & 1 == 1);
            if is_named && is_bias {
                later.push(flat(array));
            } else {
                arrays.push(if is_bias { flat(array) } else { array });
            }
        }
        for (k, biases) in later.into_iter().enumerate() {
            arrays.insert(2 * k + 1, biases);
        }
        Some(Value::List(arrays))
    }
}

/// Puts a row below an array of rows, or a row, of the same length: `print(*W1)` prints the rows of W1 one after the other.
fn joins(array: &mut Value, row: &[Value]) -> bool {
    let Value::List(rows) = array else { return false };
    let columns = match rows.first() {
        Some(Value::List(first)) => first.len(),
        _ => rows.len(),
    };
    if columns != row.len() {
        return false;
    }
    if !matches!(rows.first(), Some(Value::List(_))) {
        *rows = vec![Value::List(core::mem::take(rows))];
    }
    rows.push(Value::List(row.to_vec()));
    true
}

/// The numbers of an array in one list.
fn flat(array: Value) -> Value {
    let mut numbers = vec![];
    if let Value::List(rows) = array {
        for row in rows {
            match row {
                Value::List(row) => numbers.extend(row),
                number => numbers.push(number),
            }
        }
    }
    Value::List(numbers)
}
