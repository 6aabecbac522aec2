//! A grid over a square of `size` x `size` pixels, with `cells` to a side, whose corners are pixels.

use alloc::vec::Vec;

/// The pixels along a side of the square, 0 to `size` - 1, on which the `cells` + 1 lines of the grid stand.
pub fn lines(size: usize, cells: usize) -> Vec<usize> {
    (0..=cells).map(|line| line * (size - 1) / cells).collect()
}

/// The cells at whose corners some pixels have a number below 0 and some have none, by row and column. `numbers` are
/// `size` x `size`, row by row.
pub fn crossed(numbers: &[f32], size: usize, lines: &[usize]) -> Vec<[usize; 2]> {
    let mut crossed = Vec::new();
    for (row, rows) in lines.windows(2).enumerate() {
        let [above, below] = [rows[0], rows[1]].map(|row| &numbers[row * size..][..size]);
        let both = |column: usize| [above[column] >= 0.0, below[column] >= 0.0];
        let mut left = both(0);
        for (column, &next) in lines[1..].iter().enumerate() {
            let right = both(next);
            if left != right || left[0] != left[1] {
                crossed.push([row, column]);
            }
            left = right;
        }
    }
    crossed
}

/// The corners of cells whose numbers are within `bound` of 0, by row and column of their pixel.
pub fn near_zero(numbers: &[f32], size: usize, lines: &[usize], bound: f32) -> Vec<[usize; 2]> {
    let mut near = Vec::new();
    for &row in lines {
        let pixels = &numbers[row * size..][..size];
        near.extend(lines.iter().filter(|&&column| pixels[column].abs() <= bound).map(|&column| [row, column]));
    }
    near
}
