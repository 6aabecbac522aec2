//! What runs millions of times a second: the arithmetic of an epoch, of pixels and of drawn numbers.
//!
//! A crate of its own because it is compiled for speed and all the rest for size. It knows no trainer and no browser. What the
//! core calls is `inline(never)`: inlined there it would be compiled for size.

#![cfg_attr(not(test), no_std)]
#![warn(missing_docs)]

extern crate alloc;

mod activation;
pub mod cells;
pub mod gate;
mod lane;
mod layer;
mod loss;
pub mod mersenne;
mod optimizer;
mod pass;
pub mod rows;
pub mod shades;
mod words;

pub use activation::{Activation, Logistic};
pub use lane::sqrt;
pub use layer::Layer;
pub use loss::Loss;
pub use optimizer::{Divisors, GradientScale, Optimizer, UpdateRule, is_moderate};
pub use pass::{Examples, Model, Pass};
pub use words::Word;
