//! The cells of a grid over pixels.

use alloc::vec::Vec;

/// The cells in which the numbers of a square of `size` x `size` pixels change their sign, by row and column, of a grid with
/// `cells` to a side whose corners are pixels: those at the corners are not all below 0, nor is none.
pub fn crossed(numbers: &[f32], size: usize, cells: usize) -> Vec<[usize; 2]> {
    let mut crossed = Vec::new();
    let place = |k: usize| k * (size - 1) / cells;
    for row in 0..cells {
        let [above, below] = [row, row + 1].map(|row| &numbers[place(row) * size..][..size]);
        let both = |column: usize| [above[column] >= 0.0, below[column] >= 0.0];
        let mut left = both(0);
        for column in 0..cells {
            let right = both(place(column + 1));
            if left != right || left[0] != left[1] {
                crossed.push([row, column]);
            }
            left = right;
        }
    }
    crossed
}
