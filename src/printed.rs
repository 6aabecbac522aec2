//! Arrays as programs print them.

use crate::config::Value;
use alloc::string::String;
use alloc::vec::Vec;

/// The most lists within one another: all arrays, those of a layer, an array, a row.
const MAX_DEPTH: usize = 4;

/// A list that is open, or all of the text.
#[derive(Default)]
struct List {
    entries: Vec<Value>,
    /// Whether a word, such as nan, stands in it.
    has_word: bool,
    /// Whether arrays stood in it, which are entries of the text.
    has_arrays: bool,
    /// Whether a function is called with it, as in `array([`.
    is_called: bool,
    /// What was said before it.
    names: Names,
}

/// What the names before an array say that it holds, as bits, and above these a number in the last of them, or 0.
type Names = usize;

const WEIGHTS: Names = 1;
const BIASES: Names = 2;
const KIND: Names = 3;

const PARTS_OF_NAMES: [(&str, Names); 5] =
    [("weight", WEIGHTS), ("가중치", WEIGHTS), ("bias", BIASES), ("intercept", BIASES), ("편향", BIASES)];

/// The arrays that a program printed, as NumPy prints them or as Python writes lists: `W1 = [[0.1 -2.] [3e-05 4]] b1 = ...`.
/// Names, indices, commas and parentheses are passed over, and so is a list of arrays. Names that tell weights from biases also
/// give the order: W1, W2, b2, b1 become W1, b1, W2, b2. Biases that are named become a list of numbers, whatever their shape: by
/// that they are told from weights; of one unit they may be a number, `b2 = 0.5`. `number` reads a number. `None` where brackets do
/// not match, lists are nested deeper than arrays are, what stands in an array is no number, or biases and weights are named in
/// the place of each other.
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
    let mut reader = Reader::default();
    let mut start = 0;
    while start < bytes.len() {
        let length = bytes[start..].iter().position(|&byte| !is_of_word(byte)).unwrap_or(bytes.len() - start);
        let end = start + length.max(1);
        let (before, after) = (&bytes[..start], &bytes[end..]);
        match bytes[start] {
            b'[' if reader.outer.len() == MAX_DEPTH => return None,
            b'[' => reader.open(matches!(before, [.., b'('])),
            b']' => reader.close(after)?,
            first if is_of_word(first) => {
                let word = text.get(start..end)?;
                reader.word(word, number(word), before, after)?;
            }
            _ => {}
        }
        start = end;
    }
    let Reader { outer, mut arrays, mut kinds, .. } = reader;
    if !outer.is_empty() || arrays.is_empty() {
        return None;
    }
    order(&mut arrays, &mut kinds)?;
    Some(Value::List(arrays))
}

/// What has been read of a text.
#[derive(Default)]
struct Reader {
    /// The innermost list that is open, or all of the text.
    list: List,
    /// Those around it.
    outer: Vec<List>,
    arrays: Vec<Value>,
    /// What the names of each array say, and those of the next.
    kinds: Vec<Names>,
    names: Names,
}

impl Reader {
    fn open(&mut self, is_called: bool) {
        let list = List { is_called, names: self.names, ..List::default() };
        self.outer.push(core::mem::replace(&mut self.list, list));
    }

    /// Ends a row, an array, a list of arrays or an index.
    fn close(&mut self, after: &[u8]) -> Option<()> {
        let outer = self.outer.pop()?;
        let List { mut entries, has_word, has_arrays, is_called, .. } = core::mem::replace(&mut self.list, outer);
        let is_flat = entries.iter().all(|entry| matches!(entry, Value::Number(_)));
        let is_biases = self.names & KIND == BIASES;
        // As in `w[0] =`, `Out[5]:` and `params['W1'] =`.
        let is_index = entries.len() == 1 && is_flat && matches!(after.trim_ascii_start(), [b'=' | b':', ..]);
        if has_arrays {
            self.list.has_arrays = true;
            self.names = self.list.names;
            return entries.is_empty().then_some(());
        }
        if has_word && is_flat {
            return None;
        }
        if entries.is_empty() || is_index {
            return Some(());
        }
        if self.outer.is_empty() || !is_flat || self.list.has_arrays || (is_called && is_biases) {
            self.arrays.push(Value::List(entries));
            self.kinds.push(self.names);
            self.list.has_arrays = true;
            self.names = self.list.names;
        } else if is_biases {
            self.list.entries.append(&mut entries);
        } else {
            self.list.entries.push(Value::List(entries));
        }
        Some(())
    }

    /// Reads a word: a number, or what names an array.
    fn word(&mut self, word: &str, number: Option<f64>, before: &[u8], after: &[u8]) -> Option<()> {
        let is_quoted = matches!((before, after), ([.., b'\'' | b'"'], _) | (_, [b'\'' | b'"', ..]));
        let is_name = is_quoted || is_letter(word.as_bytes()[0]);
        let is_in_list = !self.outer.is_empty();
        match number {
            Some(number) if !is_name && is_in_list => self.list.entries.push(Value::Number(number)),
            Some(number) if !is_name && is_value(before, word, self.names & KIND, self.arrays.len()) => {
                self.arrays.push(Value::numbers(&[number]));
                self.kinds.push(self.names | BIASES);
                self.names = 0;
            }
            _ if !is_name && is_in_list => return None,
            // `np.float64(0.5)`, and a name in quotes.
            _ => self.list.has_word |= !matches!(after, [b'(' | b'\'' | b'"', ..]),
        }
        let said = named(word.as_bytes());
        if said != 0 {
            self.names = (self.names & KIND) | said;
        }
        Some(())
    }
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || !byte.is_ascii()
}

fn is_of_word(byte: u8) -> bool {
    is_letter(byte) || byte.is_ascii_digit() || matches!(byte, b'_' | b'+' | b'-' | b'.')
}

/// Whether a number outside of lists is the biases of one unit, after this text and so many arrays: `b2 = 0.5`, `bias 0.5`,
/// `b2: array(0.5)`, or without a name in their place, `[[1] [2]] 0.5`; not a part of a name or of a shape.
fn is_value(before: &[u8], number: &str, names: Names, arrays: usize) -> bool {
    let mut before = before.trim_ascii_end();
    if let [call @ .., b'('] = before {
        let name = call.iter().rev().take_while(|&&byte| is_of_word(byte)).count();
        before = call[..call.len() - name].trim_ascii_end();
    }
    let is_said = matches!(before, [.., b'=' | b':']);
    let is_nameless = names == 0 && arrays % 2 == 1 && matches!(before, [.., b']' | b')' | b',']);
    (is_said || number.bytes().any(|byte| byte == b'.')) && (names == BIASES || is_nameless)
}

/// What a name, in lower case, says of an array: `w1`, `self.b2`, `hidden_bias`, `0.weight`; 0 where it does not say.
fn named(name: &[u8]) -> Names {
    let mut kind = 0;
    // All digits as one number: 12 of `layer1.weight2`.
    let mut number = 0_usize;
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
        if rest[0].is_ascii_digit() {
            number = number.wrapping_mul(10).wrapping_add(Names::from(rest[0] - b'0'));
        }
    }
    if kind == 0 { 0 } else { (number << 2) | kind }
}

/// Puts arrays into the order W1, B1, W2, B2, ... `None` where some are named in the place of others.
fn order(arrays: &mut [Value], kinds: &mut [Names]) -> Option<()> {
    let mut swap = |kinds: &mut [Names], one, other| {
        arrays.swap(one, other);
        kinds.swap(one, other);
    };
    // Those of a kind by their numbers, where they have some.
    for at in 0..kinds.len() {
        for before in 0..at {
            let (one, other) = (kinds[before], kinds[at]);
            if one % 4 == other % 4 && one > other && other > KIND {
                swap(kinds, before, at);
            }
        }
    }
    let count = |wanted| kinds.iter().filter(|&kind| kind & KIND == wanted).count();
    // Where only some are named they are in their places.
    let are_all_named = count(BIASES) == kinds.len() / 2;
    let are_all_weights = count(WEIGHTS) == kinds.len();
    for place in 0..kinds.len() {
        let is_of_biases = place % 2 == 1;
        if are_all_named {
            let at = place + kinds[place..].iter().position(|kind| (kind & KIND == BIASES) == is_of_biases)?;
            for later in (place..at).rev() {
                swap(kinds, later, later + 1);
            }
        } else if !are_all_weights && kinds[place] & KIND == if is_of_biases { WEIGHTS } else { BIASES } {
            return None;
        }
    }
    Some(())
}

#[cfg(test)]
mod tests;
