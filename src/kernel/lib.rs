//! What runs millions of times a second: the arithmetic of an epoch and of a row of pixels.
//!
//! A crate of its own because it is compiled for speed and all the rest for size. It knows no trainer and no browser,
//! only numbers.

#![cfg_attr(not(test), no_std)]

extern crate alloc;

pub mod curve;
pub mod gate;
pub mod lane;
pub mod layer;
pub mod pass;
pub mod rows;

pub use curve::{Curve, sigmoid};
pub use layer::{Layer, Rates};
pub use pass::Pass;
