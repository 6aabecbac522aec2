//! From a logit to a colour, by a table over the exponent and the first bits of the mantissa: its steps are finest at the
//! boundary, where colours change most.

use alloc::vec::Vec;

/// Bits of the mantissa that choose an entry.
const STEP_BITS: u32 = 6;

/// Least and greatest distance of a logit from that of the boundary between which colours differ: 16 doublings.
const MIN_DISTANCE: f32 = 1.0 / 8192.0;
const MAX_DISTANCE: f32 = 7.99;

/// Entries on either side of the boundary: of logits from 0 up, then of those below.
pub const SHADES: usize = 16 << STEP_BITS;

/// The distance from the boundary that entry `i` of a side stands for.
pub fn distance(i: usize) -> f32 {
    let middle = (2 * (step(MIN_DISTANCE) + i) + 1) as u32;
    if i == 0 { 0.0 } else { f32::from_bits(middle << (f32::MANTISSA_DIGITS - 2 - STEP_BITS)) }
}

/// The colour of each logit; what is not a number is taken as near the boundary.
#[expect(clippy::manual_clamp, reason = "what is not a number has a place in the table, too")]
pub fn paint(pixels: &mut Vec<u32>, logits: &[f32], shades: &[u32; 2 * SHADES]) {
    pixels.resize(logits.len(), 0);
    for (pixel, logit) in pixels.iter_mut().zip(logits) {
        let place = step(logit.abs().max(MIN_DISTANCE).min(MAX_DISTANCE)) - step(MIN_DISTANCE);
        // The remainder is the place itself: it spares the check of the bound.
        *pixel = shades[(usize::from(*logit < 0.0) * SHADES + place) % (2 * SHADES)];
    }
}

/// Exponent and first bits of the mantissa.
fn step(magnitude: f32) -> usize {
    (magnitude.to_bits() >> (f32::MANTISSA_DIGITS - 1 - STEP_BITS)) as usize
}
