//! Two doubles that move as one, and vectors of them.
//!
//! The arithmetic here is the same on every machine, to the last bit: only IEEE additions, multiplications, divisions
//! and comparisons in a written order, no fused multiply-add, no function of the host's C library.

use nalgebra::{Vector2, Vector4};
use wide::{f32x4, f64x2, i64x2};

/// Two numbers: of two examples, or of two units.
pub type Lane = f64x2;

/// The same number twice.
#[inline(always)]
pub fn splat(value: f64) -> Lane {
    Lane::splat(value)
}

/// The square root of one number, by the instruction.
pub fn sqrt(value: f64) -> f64 {
    splat(value).sqrt().to_array()[0]
}

/// `[a b] [c d]` to `[a c]`.
#[inline(always)]
pub fn firsts(a: Lane, b: Lane) -> Lane {
    Lane::new([a.to_array()[0], b.to_array()[0]])
}

/// `[a b] [c d]` to `[b d]`.
#[inline(always)]
pub fn seconds(a: Lane, b: Lane) -> Lane {
    Lane::new([a.to_array()[1], b.to_array()[1]])
}

/// `[a b] [c d] [e f] [g h]` to `[a+b c+d] [e+f g+h]`.
#[inline(always)]
pub fn sums(lanes: Vector4<Lane>) -> Vector2<Lane> {
    let [a, b, c, d] = lanes.into();
    [firsts(a, b) + seconds(a, b), firsts(c, d) + seconds(c, d)].into()
}

/// `[a b] [c d]` to `[a a] [b b] [c c] [d d]`.
#[inline(always)]
pub fn spread(lanes: Vector2<Lane>) -> Vector4<Lane> {
    let [a, b] = lanes.into();
    [firsts(a, a), seconds(a, a), firsts(b, b), seconds(b, b)].into()
}

/// `x` held to `-limit..=limit`. The order of the arguments keeps NaN on either instruction set: WebAssembly's pseudo
/// minimum returns its first argument when it compares with NaN, the minimum of x86 its second.
#[inline(always)]
pub fn clamp(x: Lane, limit: f64) -> Lane {
    let (low, high) = (splat(-limit), splat(limit));
    if cfg!(target_feature = "simd128") { x.fast_max(low).fast_min(high) } else { high.fast_min(low.fast_max(x)) }
}

/// The same for four numbers in single precision.
#[inline(always)]
pub fn clamp_four(x: f32x4, limit: f32) -> f32x4 {
    let (low, high) = (f32x4::splat(-limit), f32x4::splat(limit));
    if cfg!(target_feature = "simd128") { x.fast_max(low).fast_min(high) } else { high.fast_min(low.fast_max(x)) }
}

/// `2^k`, where `k` plus the bias of an exponent stands in the low bits of `shifted`: moved into the exponent.
#[inline(always)]
pub fn power_of_two(shifted: Lane) -> Lane {
    let bits: i64x2 = bytemuck::cast(shifted);
    bytemuck::cast(bits << 52u32)
}
