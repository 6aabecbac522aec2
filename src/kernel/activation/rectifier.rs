//! ReLU, leaky ReLU and the identity.

use crate::lane::{Lane, splat};
use crate::rows;
use nalgebra::SVector;
use wide::f32x4;

/// `f(z) = z` above 0 and `cz` below: ReLU for c = 0, leaky ReLU for a small c, the identity for c = 1. Its slope at 0 is c.
#[derive(Clone, Copy, Debug)]
pub struct Rectifier(pub(super) f64);

impl Rectifier {
    /// `f(z)`; NaN stays NaN.
    #[inline(always)]
    pub(super) fn value<const N: usize>(self, z: SVector<Lane, N>) -> SVector<Lane, N> {
        z.map(|z| z.simd_gt(splat(0.0)).select(z, z * splat(self.0)))
    }

    /// `f'(z)`, from `a = f(z)`, which is above 0 where `z` is
    #[inline(always)]
    pub(super) fn slope<const N: usize>(self, a: SVector<Lane, N>) -> SVector<Lane, N> {
        a.map(|a| a.simd_gt(splat(0.0)).select(splat(1.0), splat(self.0)))
    }

    /// `f(z)` for each number of a row of pixels, in place.
    #[inline(never)]
    pub(super) fn row(self, row: &mut [f32]) {
        let c = self.0 as f32;
        rows::map(row, |z| z.simd_gt(f32x4::ZERO).select(z, z * c));
    }
}
