//! The places in the sources that panics would name, out of a published module.
//!
//! There a panic only traps, and wasm-opt drops what was handed to it. Data it cannot drop: any number in the code may be
//! the address of a byte.

use anyhow::{Context, Result};
use std::collections::HashSet;
use std::ops::Range;
use wasmparser::{DataKind, Operator, Parser, Payload};

/// Bytes of a `core::panic::Location`: address and length of a file's name, line, column.
const LOCATION_BYTES: usize = 16;

/// Sets the locations to zeros that nothing refers to, and the names of their files. wasm-opt then packs the zeros.
pub fn blank(module: &mut [u8]) -> Result<()> {
    let Contents { mut numbers, segments } = Contents::read(module)?;
    let start = segments.iter().map(|&(address, _)| address).min().context("expected a module with data")?;
    let end = segments.iter().map(|(address, place)| address + place.len()).max().unwrap_or(start);
    let mut memory = vec![0; end - start];
    for (address, place) in &segments {
        memory[address - start..][..place.len()].copy_from_slice(&module[place.clone()]);
    }

    let word = |at: usize| u32::from_le_bytes([0, 1, 2, 3].map(|i| memory[at + i])) as usize;
    // Where the name of a location's file is, if this is a location.
    let name = |at: usize| {
        memory.get(at..at + LOCATION_BYTES)?;
        let from = word(at).checked_sub(start)?;
        let is_place = word(at + 8) < 100_000 && word(at + 12) < 1_000;
        let range = from..from.checked_add(word(at + 4))?;
        (is_place && memory.get(range.clone())?.ends_with(b".rs")).then_some(range)
    };
    let words = (0..memory.len().saturating_sub(3)).filter(|at| (start + at) % 4 == 0);
    let (locations, others): (Vec<usize>, Vec<usize>) = words.partition(|&at| name(at).is_some());
    numbers.extend(others.into_iter().map(word));
    let is_used = |range: &Range<usize>| range.clone().any(|at| numbers.contains(&(start + at)));
    let location = |at: usize| at..at + LOCATION_BYTES;
    let (used, unused): (Vec<usize>, Vec<usize>) = locations.into_iter().partition(|&at| is_used(&location(at)));
    let kept: HashSet<_> = used.into_iter().filter_map(name).collect();
    let names = unused.iter().filter_map(|&at| name(at)).filter(|range| !is_used(range) && !kept.contains(range));
    let blanks: Vec<_> = names.chain(unused.iter().copied().map(location)).collect();

    for range in blanks {
        memory[range].fill(0);
    }
    for (address, place) in segments {
        let length = place.len();
        module[place].copy_from_slice(&memory[address - start..][..length]);
    }
    Ok(())
}

/// Of a module, what may be an address and where its data are.
struct Contents {
    /// The constants of the code.
    numbers: HashSet<usize>,
    /// The address of each piece of data, and its place in the file.
    segments: Vec<(usize, Range<usize>)>,
}

impl Contents {
    fn read(module: &[u8]) -> Result<Self> {
        let mut contents = Self { numbers: HashSet::new(), segments: Vec::new() };
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::CodeSectionEntry(body) => {
                    for operator in body.get_operators_reader()? {
                        if let Operator::I32Const { value } = operator? {
                            contents.numbers.insert(value as u32 as usize);
                        }
                    }
                }
                Payload::DataSection(pieces) => {
                    for piece in pieces {
                        let piece = piece?;
                        if let DataKind::Active { offset_expr, .. } = piece.kind
                            && let Operator::I32Const { value } = offset_expr.get_operators_reader().read()?
                        {
                            let place = piece.range.end - piece.data.len()..piece.range.end;
                            contents.segments.push((value as u32 as usize, place));
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(contents)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where the data of the module begin.
    const START: u32 = 0x10_0000;

    /// A module whose code has this number and whose data are these, in one piece.
    fn module(number: u32, data: &[u8]) -> Vec<u8> {
        let leb = |number: u32| {
            [0, 7, 14, 21, 28].map(|shift| (number >> shift & 0x7f) as u8 | if shift < 28 { 0x80 } else { 0 })
        };
        let section = |id: u8, parts: &[&[u8]]| {
            let content = parts.concat();
            [&[id, content.len() as u8][..], &content].concat()
        };
        [
            b"\0asm\x01\0\0\0".to_vec(),
            section(1, &[&[1, 0x60, 0, 0]]),
            section(3, &[&[1, 0]]),
            section(5, &[&[1, 0, 17]]),
            section(10, &[&[1, 9, 0, 0x41], &leb(number), &[0x1a, 0x0b]]),
            section(11, &[&[1, 0, 0x41], &leb(START), &[0x0b, data.len() as u8], data]),
        ]
        .concat()
    }

    /// Two names of eight bytes, a location in each, and a word.
    fn data(word: u32) -> Vec<u8> {
        let location = |name: u32| [name, 8, 3, 4].map(u32::to_le_bytes).concat();
        [b"src/a.rssrc/b.rs".to_vec(), location(START), location(START + 8), word.to_le_bytes().to_vec()].concat()
    }

    fn blanked(number: u32, word: u32) -> Vec<u8> {
        let mut module = module(number, &data(word));
        let start = module.len() - data(word).len();
        blank(&mut module).unwrap();
        module.split_off(start)
    }

    #[test]
    fn what_nothing_refers_to_is_zero() {
        assert_eq!(blanked(0, 7), [&[0; 48][..], &7_u32.to_le_bytes()].concat());
    }

    #[test]
    fn what_the_code_or_the_data_refer_to_stays() {
        let (first, second) = (START + 16, START + 32);
        for (number, word) in [(first, 7), (0, first), (first + 4, 7)] {
            let all = data(word);
            let expected = [&all[..8], &[0; 8], &all[16..32], &[0; 16], &all[48..]].concat();
            assert_eq!(blanked(number, word), expected, "{number:x}, {word:x}");
        }
        assert_eq!(blanked(first, second), data(second));
        // A name alone.
        assert_eq!(blanked(START, 7)[..16], *b"src/a.rs\0\0\0\0\0\0\0\0");
    }
}
