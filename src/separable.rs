//! Whether a straight line separates the points of one label from those of the other, decided exactly.

use core::cmp::Ordering::{self, Equal, Greater, Less};

/// The vector between two points.
#[derive(Clone, Copy)]
struct Vector {
    from: [f64; 2],
    to: [f64; 2],
}

/// Whether some line has every point of one label strictly on one side and every point of the other label strictly on the
/// other. Coordinates are at most 2^30 in size.
///
/// A line with normal `w` does so if `w` makes an acute angle with every vector from a point of label 0 to one of label 1:
/// if the cone that they span is narrower than a half turn. The cone is kept by its two sides.
pub fn separable(inputs: &[[f64; 2]], labels: &[f64]) -> bool {
    let of = |label: f64| inputs.iter().zip(labels).filter(move |(_, y)| **y == label).map(|(&x, _)| x);
    let mut cone: Option<(Vector, Vector)> = None;
    for to in of(1.0) {
        for from in of(0.0) {
            let vector = Vector { from, to };
            if from == to {
                return false;
            }
            let (right, left) = cone.get_or_insert((vector, vector));
            match (turn(*right, vector), turn(*left, vector)) {
                (Greater, Greater) => *left = vector,
                (Less, Less) => *right = vector,
                (Less, _) | (_, Greater) => return false,
                (Equal, Equal) if opposite(*right, vector) => return false,
                _ => {}
            }
        }
    }
    true
}

/// Whether two parallel vectors point opposite ways.
fn opposite(a: Vector, b: Vector) -> bool {
    (0..2).any(|k| a.to[k].partial_cmp(&a.from[k]) != b.to[k].partial_cmp(&b.from[k]))
}

/// Which way `b` turns from `a`: the sign of their cross product, `Greater` to the left.
fn turn(a: Vector, b: Vector) -> Ordering {
    // The rounding errors of `p - q` come to less than 5e-16 (|p| + |q|); below 1e-290 underflow adds to them.
    let side = |v: Vector, k: usize| v.to[k] - v.from[k];
    let (p, q) = (side(a, 0) * side(b, 1), side(a, 1) * side(b, 0));
    let (cross, error) = (p - q, 1e-15 * (p.abs() + q.abs()) + 1e-290);
    if cross.abs() > error { cross.total_cmp(&0.0) } else { turn_exactly(a, b) }
}

/// Bits of a digit.
const DIGIT_BITS: usize = 24;

/// Digits of a coordinate: from 2^-1074, the least of the doubles, to 2^30 and over.
const DIGITS: usize = 47;

/// [`turn`] in whole numbers.
#[cold]
fn turn_exactly(a: Vector, b: Vector) -> Ordering {
    // Of each sign a digit is a sum of at most 47 products below 2^50.
    let mut cross = [0i64; 2 * DIGITS];
    let [a0, a1, b0, b1] = [(a, 0), (a, 1), (b, 0), (b, 1)].map(|(v, k)| {
        let (mut to, from) = (digits(v.to[k]), digits(v.from[k]));
        to.iter_mut().zip(from).for_each(|(to, from)| *to -= from);
        to
    });
    for (p, q, sign) in [(a0, b1, 1), (a1, b0, -1)] {
        for (i, &p) in p.iter().enumerate().filter(|(_, p)| **p != 0) {
            for (j, &q) in q.iter().enumerate() {
                cross[i + j] += p * q * sign;
            }
        }
    }
    // Carries upwards leave digits that are not negative below one that has the sign.
    let (mut carry, mut rest) = (0, 0);
    for digit in cross {
        let sum = digit + carry;
        carry = sum >> DIGIT_BITS;
        rest |= sum - (carry << DIGIT_BITS);
    }
    if carry == 0 { rest.cmp(&0) } else { carry.cmp(&0) }
}

/// A number in units of 2^-1074, lowest digit first, each digit with the number's sign.
fn digits(x: f64) -> [i64; DIGITS] {
    let exponent = (x.to_bits() >> 52 & 0x7ff) as usize;
    let fraction = x.to_bits() & ((1 << 52) - 1);
    let (mantissa, shift) = if exponent == 0 { (fraction, 0) } else { (fraction | 1 << 52, exponent - 1) };
    let (mut rest, mut shift, first) = (mantissa, shift % DIGIT_BITS, shift / DIGIT_BITS);
    let mut digits = [0; DIGITS];
    for digit in digits.iter_mut().skip(first).take(4) {
        *digit = (rest << shift & ((1 << DIGIT_BITS) - 1)) as i64 * if x < 0.0 { -1 } else { 1 };
        rest >>= DIGIT_BITS - shift;
        shift = 0;
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    const CORNERS: [[f64; 2]; 4] = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]];

    #[test]
    fn fourteen_of_the_sixteen_gates_are_separable() {
        for gate in 0..16u8 {
            let labels = [3, 2, 1, 0].map(|bit| f64::from(gate >> bit & 1));
            assert_eq!(separable(&CORNERS, &labels), ![0b0110, 0b1001].contains(&gate), "{gate:04b}");
        }
    }

    #[test]
    fn a_point_on_the_line_between_two_is_not_separated() {
        let alternating = [0.0, 1.0, 0.0];
        assert!(!separable(&[[0.0, 0.0], [1.0, 1.0], [2.0, 2.0]], &alternating));
        assert!(!separable(&[[0.0, 0.0], [2.0, 2.0], [1.0, 1.0]], &[0.0, 0.0, 1.0]));
        // The doubles 0.1, 0.2, 0.3 are not evenly spaced, so that these are not on one line.
        assert!(separable(&[[0.1, 1.0], [0.2, 2.0], [0.3, 3.0]], &alternating));
        assert!(separable(&[[0.0, 0.0], [1.0, 1.0 + f64::EPSILON], [2.0, 2.0]], &alternating));
    }

    #[test]
    fn one_place_with_both_labels_is_not_separated() {
        assert!(!separable(&[[0.5, -0.0], [0.5, 0.0]], &[0.0, 1.0]));
        assert!(separable(&[[0.5, 0.0], [0.5, 0.0]], &[1.0, 1.0]));
        assert!(separable(&[[0.3, 0.0], [0.30000000000000004, 0.0]], &[0.0, 1.0]));
    }

    #[test]
    fn the_least_and_the_largest_coordinates_count() {
        let least = f64::from_bits(1);
        for (labels, expected) in [([0.0, 1.0, 1.0, 0.0], false), ([0.0, 0.0, 0.0, 1.0], true)] {
            assert_eq!(separable(&CORNERS.map(|x| x.map(|x| x * least)), &labels), expected);
            assert_eq!(separable(&CORNERS.map(|x| x.map(|x| x * 1e9)), &labels), expected);
        }
        assert!(separable(&[[-1000.0, 0.0], [0.0, least], [1000.0, 0.0]], &[0.0, 1.0, 0.0]));
        assert!(!separable(&[[-1000.0, 0.0], [least, 0.0], [1000.0, 0.0]], &[0.0, 1.0, 0.0]));
    }
}
