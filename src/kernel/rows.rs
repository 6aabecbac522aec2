//! Rows of pixels, in single precision and four at a time: the published core is optimised for size, and there the
//! compiler makes no vectors of loops.

use wide::f32x4;

/// `row = factor * other + term`
#[inline(never)]
pub fn scale(row: &mut [f32], factor: f32, other: &[f32], term: f32) {
    combine(row, other, |_, other| other * factor + term);
}

/// `row = value`
#[inline(never)]
pub fn fill(row: &mut [f32], value: f32) {
    row.fill(value);
}

/// `row += factor * other`
#[inline(never)]
pub fn add(row: &mut [f32], factor: f32, other: &[f32]) {
    combine(row, other, |value, other| value + other * factor);
}

/// `row = f(row)`
#[inline(always)]
pub(crate) fn map(row: &mut [f32], f: impl Fn(f32x4) -> f32x4) {
    let (fours, rest) = row.as_chunks_mut();
    fours.iter_mut().for_each(|four| *four = f(f32x4::new(*four)).to_array());
    store(rest, f(load(rest)));
}

/// `row = f(row, other)`, of two rows of one length.
#[inline(always)]
fn combine(row: &mut [f32], other: &[f32], f: impl Fn(f32x4, f32x4) -> f32x4) {
    let (fours, rest) = row.as_chunks_mut();
    let (others, last) = other.as_chunks();
    for (four, &other) in fours.iter_mut().zip(others) {
        *four = f(f32x4::new(*four), f32x4::new(other)).to_array();
    }
    store(rest, f(load(rest), load(last)));
}

/// The last pixels of a row, fewer than four, and zeros.
fn load(rest: &[f32]) -> f32x4 {
    let mut four = [0.0; 4];
    four[..rest.len()].copy_from_slice(rest);
    f32x4::new(four)
}

fn store(rest: &mut [f32], four: f32x4) {
    rest.copy_from_slice(&four.to_array()[..rest.len()]);
}
