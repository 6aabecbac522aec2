//! Sums of rows of pixels, in single precision: plain loops that the compiler turns into vectors.

/// `row = factor * other + term`
#[inline(never)]
pub fn scale(row: &mut [f32], factor: f32, other: &[f32], term: f32) {
    row.iter_mut().zip(other).for_each(|(value, other)| *value = factor * other + term);
}

/// `row += factor * other`
#[inline(never)]
pub fn add(row: &mut [f32], factor: f32, other: &[f32]) {
    row.iter_mut().zip(other).for_each(|(value, other)| *value += factor * other);
}
