//! Separability by a line, against a twin that looks at every few points.

use neural_figure::separable::separable;
use proptest::prelude::*;

type Point = [i128; 2];

/// Which side of the line from `a` to `b` the point `c` is on.
fn side(a: Point, b: Point, c: Point) -> i128 {
    ((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])).signum()
}

/// Whether `p` is on the segment from `a` to `b`.
fn on_segment(a: Point, b: Point, p: Point) -> bool {
    side(a, b, p) == 0 && (0..2).all(|k| a[k].min(b[k]) <= p[k] && p[k] <= a[k].max(b[k]))
}

fn in_triangle([a, b, c]: [Point; 3], p: Point) -> bool {
    let sides = [side(a, b, p), side(b, c, p), side(c, a, p)];
    let edges = [(a, b), (b, c), (c, a)];
    edges.iter().any(|&(a, b)| on_segment(a, b, p)) || sides == [1; 3] || sides == [-1; 3]
}

fn cross(a: Point, b: Point, c: Point, d: Point) -> bool {
    side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}

/// By Kirchberger's theorem no line parts two sets in the plane if none parts some four points of theirs: one point within
/// three of the other set, or two and two that cross.
fn twin(zeros: &[Point], ones: &[Point]) -> bool {
    let within = |set: &[Point], p: Point| {
        set.iter().any(|&a| set.iter().any(|&b| set.iter().any(|&c| in_triangle([a, b, c], p))))
    };
    let crossed = |&a: &Point| zeros.iter().any(|&b| ones.iter().any(|&c| ones.iter().any(|&d| cross(a, b, c, d))));
    !(ones.iter().any(|&p| within(zeros, p)) || zeros.iter().any(|&p| within(ones, p)) || zeros.iter().any(crossed))
}

/// A coordinate in units of 2^-40: a place of a small grid, often moved by one unit.
fn coordinate() -> impl Strategy<Value = i128> {
    (-2..=3i128, prop::sample::select(vec![0, 0, 0, 1, -1])).prop_map(|(place, nudge)| (place << 40) + nudge)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn agrees_with_the_twin(
        points in prop::collection::vec((coordinate(), coordinate(), any::<bool>()), 1..9),
        exponents in [-1034..26i32, -1034..26i32],
    ) {
        // A power of two for each axis changes nothing.
        let scaled = |x: i128, exponent: i32| x as f64 * 2f64.powi(-40) * 2f64.powi(exponent.max(-500)) * 2f64.powi((exponent + 500).min(0));
        let inputs: Vec<_> = points.iter().map(|p| [scaled(p.0, exponents[0]), scaled(p.1, exponents[1])]).collect();
        let labels: Vec<_> = points.iter().map(|p| f64::from(u8::from(p.2))).collect();
        let of = |label| points.iter().filter(|p| p.2 == label).map(|p| [p.0, p.1]).collect::<Vec<_>>();
        prop_assert_eq!(separable(&inputs, &labels), twin(&of(false), &of(true)));
    }
}
