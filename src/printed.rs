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
    said: Said,
}

/// What the names before an array say of it.
#[derive(Clone, Copy, Default)]
struct Said {
    /// What it holds: bits, of which both may be set.
    kind: u8,
    /// The number in the last of them, with a 1 before its digits; 0 where there is none.
    number: u32,
}

const WEIGHTS: u8 = 1;
const BIASES: u8 = 2;

const PARTS_OF_NAMES: [(&str, u8); 5] =
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
    let Reader { outer, mut arrays, mut named, .. } = reader;
    if !outer.is_empty() || arrays.is_empty() {
        return None;
    }
    order(&mut arrays, &mut named)?;
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
    /// What is said of each array, and of the next.
    named: Vec<Said>,
    said: Said,
}

impl Reader {
    fn open(&mut self, is_called: bool) {
        let list = List { is_called, said: self.said, ..List::default() };
        self.outer.push(core::mem::replace(&mut self.list, list));
    }

    /// Ends a row, an array, a list of arrays or an index.
    fn close(&mut self, after: &[u8]) -> Option<()> {
        let outer = self.outer.pop()?;
        let List { mut entries, has_word, has_arrays, is_called, .. } = core::mem::replace(&mut self.list, outer);
        let is_flat = entries.iter().all(|entry| matches!(entry, Value::Number(_)));
        let is_biases = self.said.kind == BIASES;
        // As in `w[0] =`, `Out[5]:` and `params['W1'] =`.
        let is_index = entries.len() == 1 && is_flat && matches!(after.trim_ascii_start(), [b'=' | b':', ..]);
        if has_arrays {
            self.list.has_arrays = true;
            self.said = self.list.said;
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
            self.named.push(self.said);
            self.list.has_arrays = true;
            self.said = self.list.said;
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
            Some(number) if !is_name && is_value(before, word, self.said.kind, self.arrays.len()) => {
                self.arrays.push(Value::numbers(&[number]));
                self.named.push(Said { kind: BIASES, ..self.said });
                self.said = Said::default();
            }
            _ if !is_name && is_in_list => return None,
            // `np.float64(0.5)`, and a name in quotes.
            _ => self.list.has_word |= !matches!(after, [b'(' | b'\'' | b'"', ..]),
        }
        let Said { kind, number } = said(word.as_bytes());
        if kind != 0 {
            self.said = Said { kind: self.said.kind | kind, number };
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
fn is_value(before: &[u8], number: &str, kind: u8, arrays: usize) -> bool {
    let mut before = before.trim_ascii_end();
    if let [call @ .., b'('] = before {
        let name = call.iter().rev().take_while(|&&byte| is_of_word(byte)).count();
        before = call[..call.len() - name].trim_ascii_end();
    }
    let is_said = matches!(before, [.., b'=' | b':']);
    let is_nameless = kind == 0 && arrays % 2 == 1 && matches!(before, [.., b']' | b')' | b',']);
    (is_said || number.bytes().any(|byte| byte == b'.')) && (kind == BIASES || is_nameless)
}

/// What a name, in lower case, says of an array: `w1`, `self.b2`, `hidden_bias`, `0.weight`. All its digits are one number: 112
/// of `layer1.weight2`.
fn said(name: &[u8]) -> Said {
    let Said { mut kind, mut number } = Said::default();
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
            number = number.max(1).wrapping_mul(10).wrapping_add(u32::from(rest[0] - b'0'));
        }
    }
    Said { kind, number }
}

/// Puts arrays into the order W1, B1, W2, B2, ... `None` where some are named in the place of others.
fn order(arrays: &mut [Value], named: &mut [Said]) -> Option<()> {
    let mut swap = |named: &mut [Said], one, other| {
        arrays.swap(one, other);
        named.swap(one, other);
    };
    // Those of a kind by their numbers, where they have some.
    for at in 0..named.len() {
        for before in 0..at {
            let (one, other) = (named[before], named[at]);
            if one.kind == other.kind && one.number > other.number && other.number > 0 {
                swap(named, before, at);
            }
        }
    }
    let count = |wanted| named.iter().filter(|said| said.kind == wanted).count();
    // Where only some are named they are in their places.
    let are_all_named = count(BIASES) == named.len() / 2;
    // What stands before an array may say both: `bias=False`, then `0.weight`.
    let are_all_weights = count(0) + count(BIASES) == 0;
    for place in 0..named.len() {
        let is_of_biases = place % 2 == 1;
        if are_all_named {
            let at = place + named[place..].iter().position(|said| (said.kind == BIASES) == is_of_biases)?;
            for later in (place..at).rev() {
                swap(named, later, later + 1);
            }
        } else if !are_all_weights && named[place].kind == if is_of_biases { WEIGHTS } else { BIASES } {
            return None;
        }
    }
    Some(())
}

#[cfg(test)]
mod tests;
