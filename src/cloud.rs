//! Clouds: points that are drawn by a recipe.

use crate::dataset::Dataset;
use crate::numpy_random::{Generator, shuffle};
use alloc::vec::Vec;
use core::f64::consts::PI;
use kernel::{sqrt, words};

words! {
    /// A distribution of labelled points. Half of them, rounded down, are of label 0, but for the noise of `circle`.
    pub enum Cloud {
        /// TensorFlow Playground's: a disc of radius 2.5, label 1, in a ring from 3.5 to 5. With noise the label is that of a place
        /// up to 5 times the noise away, in x1 and in x2.
        Circle = "circle",
        /// TensorFlow Playground's: normal around (2, 2), label 1, and (-2, -2), of variance 0.5 plus 7 times the noise.
        Gauss = "gauss",
        /// TensorFlow Playground's: two arms of 1.75 turns, from the middle to a radius of 5. Noise moves a point by as much, in x1
        /// and in x2.
        Spiral = "spiral",
        /// scikit-learn's: two half circles of radius 1. Noise is the standard deviation of what moves a point: these are the numbers
        /// of `make_moons(points, noise=noise, random_state=seed)`.
        Moons = "moons",
    }
}

/// The least and the most points of a cloud.
pub const POINTS: core::ops::RangeInclusive<usize> = 10..=1000;

/// The most noise; [`Cloud`] says what it is of each.
pub const MAX_NOISE: f64 = 0.5;

/// Terms of the series of sine and cosine beside the first: the next would be less than 1e-18 of a radius.
const SERIES_TERMS: u32 = 9;

/// The outer radius of `circle` and `spiral`.
const RADIUS: f64 = 5.0;

impl Cloud {
    /// So many points, within [`POINTS`], in an order that is drawn too, with noise from 0 to [`MAX_NOISE`].
    ///
    /// The draws are those of `np.random.RandomState(seed)`: a permutation, which says the index of each point along its shape, and
    /// then the numbers of one point after the other. Coordinates agree with NumPy's but for the last bits of sine, cosine and
    /// logarithm.
    pub fn draw(self, points: usize, noise: f64, seed: u32) -> Dataset {
        let mut indices: Vec<u32> = (0..points as u32).collect();
        let mut generator = Generator::new(seed);
        shuffle(&mut indices, &mut generator.rng);
        let zeros = points / 2;
        let mut dataset = Dataset::default();
        for index in indices.into_iter().map(|index| index as usize) {
            let is_one = index >= zeros;
            let (k, count) = if is_one { (index - zeros, points - zeros) } else { (index, zeros) };
            let (input, label) = self.point(is_one, k as f64, count as f64, noise, &mut generator);
            dataset.inputs.push(input);
            dataset.labels.push(f64::from(u8::from(label)));
        }
        dataset
    }

    /// The inputs and the label of the point `k` of `count` of its half.
    fn point(self, is_one: bool, k: f64, count: f64, noise: f64, generator: &mut Generator) -> ([f64; 2], bool) {
        match self {
            Self::Circle => {
                let [r, turn] = [0; 2].map(|_| generator.random());
                let x = around(RADIUS * if is_one { 0.5 * r } else { 0.7 + 0.3 * r }, turn);
                let [a, b] = x.map(|x| x + generator.within(RADIUS * noise));
                (x, a * a + b * b < 0.25 * RADIUS * RADIUS)
            }
            Self::Gauss => {
                let (centre, deviation) = (if is_one { 2.0 } else { -2.0 }, sqrt(0.5 + 7.0 * noise));
                ([0; 2].map(|_| centre + deviation * generator.normal()), is_one)
            }
            Self::Spiral => {
                let (t, start) = (k / count, if is_one { 0.0 } else { 0.5 });
                let x = around(RADIUS * t, 1.75 * t + start);
                (x.map(|x| x + generator.within(noise)), is_one)
            }
            Self::Moons => {
                let [sin, cos] = around(1.0, 0.5 * k / (count - 1.0));
                let x = if is_one { [1.0 - cos, 0.5 - sin] } else { [cos, sin] };
                (x.map(|x| x + noise * generator.normal()), is_one)
            }
        }
    }
}

/// The place after so many turns on a circle around the origin, 0 or more from the top clockwise: sine and cosine, by Taylor's
/// series within an eighth of a turn. The same on every machine, and a fifth of libm's code.
fn around(radius: f64, turns: f64) -> [f64; 2] {
    let quarters = (4.0 * turns + 0.5) as u32;
    let x = 2.0 * PI * (turns - 0.25 * f64::from(quarters));
    let (mut sin, mut cos) = (1.0, 1.0);
    for k in (1..=SERIES_TERMS).rev() {
        let k = 2.0 * f64::from(k);
        sin = 1.0 - x * x / (k * (k + 1.0)) * sin;
        cos = 1.0 - x * x / (k * (k - 1.0)) * cos;
    }
    let (sin, cos) = (radius * x * sin, radius * cos);
    match quarters % 4 {
        0 => [sin, cos],
        1 => [cos, -sin],
        2 => [-sin, -cos],
        _ => [-cos, sin],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_on_a_circle_are_sines_and_cosines() {
        for i in 0..=22_500 {
            let turns = f64::from(i) * 1e-4;
            let [sin, cos] = around(1.0, turns);
            let (expected_sin, expected_cos) = (2.0 * PI * turns).sin_cos();
            // The angle itself is rounded on the host.
            assert!((sin - expected_sin).abs() < 3e-15 && (cos - expected_cos).abs() < 3e-15, "{turns}");
        }
        assert_eq!(around(2.0, 0.0), [0.0, 2.0]);
    }
}
