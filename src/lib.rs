//! The core of neural-figure: a small network that learns a gate, points or a cloud, and everything a figure shows of it. Plain
//! Rust; it knows no browser.
//!
//! # Notation
//!
//! One column per example, as the post that the figure comes from writes it ("Multi-Layer Neural Network의 실전: XOR Gate
//! 만들어보기 (Python)"; its program is in `tests/golden/generate.py`); `m` examples, two inputs, one output.
//!
//! | symbol | shape | meaning |
//! | --- | --- | --- |
//! | `X` | 2 x m | inputs |
//! | `Y`, `Yhat` | 1 x m | targets: the labels 0 and 1, for a tanh output -1 and 1; predictions |
//! | `W`, `B` | fan in x fan out, fan out x 1 | a layer's weights and biases |
//! | `Z = W'A + B` | fan out x m | weighted inputs, `A` the layer below (at first `X`); of the output the logits |
//! | `A = f(Z)` | fan out x m | one activation for all hidden layers, one for the output |
//! | `dZ` | as `Z` | derivatives of each column's part of the loss, for squared error of half of it |
//! | `dW`, `dB` | as `W`, `B` | the same, summed over the columns |
//! | loss | scalar | mean binary cross-entropy, or mean squared error, of the m columns |
//!
//! All of them are `f64`; pictures are drawn in `f32`. A network's parameters are one flat list, layer by layer, `W` row by row
//! and then `B`: the order in which NumPy draws them. A *state* is the parameters and, after them, what the optimiser remembers.
//!
//! # Modules
//!
//! A [`Trainer`] takes one run, of a [`Config`] and its [`Network`], to any epoch, and keeps its [`History`]. Epochs that
//! [`kernel::gate`] handles are taken there, all others by [`kernel::Pass`]: that crate has the arithmetic, compiled for speed;
//! all the rest is compiled for size, without the standard library. [`boundary`] draws what the network has learned, and
//! [`outcome`] says what became of it. A [`Sweep`] trains the same network from many seeds, and [`statistics`] gives intervals
//! for its counts.
//!
//! ```
//! use neural_figure::{Config, Outcome, Trainer, config::Value};
//!
//! let config = Config::new(&[("activation", Value::text("tanh")), ("seed", Value::Number(42.0))])?;
//! let mut trainer = Trainer::new(config);
//! trainer.step(5_000);
//! assert_eq!(trainer.outcome(), Outcome::Solved);
//! # Ok::<(), neural_figure::config::ConfigError>(())
//! ```

#![cfg_attr(target_arch = "wasm32", no_std)]
#![warn(missing_docs)]

extern crate alloc;

pub mod boundary;
pub mod cloud;
pub mod compare;
pub mod config;
mod data;
pub mod dataset;
mod field;
mod hessian;
pub mod history;
pub mod initializer;
mod metrics;
mod network;
pub mod numpy_random;
mod order;
pub mod outcome;
mod output;
mod printed;
mod run;
pub mod separable;
mod split;
pub mod statistics;
pub mod summary;
pub mod sweep;
pub mod trainer;
mod twins;
pub mod weights;

#[cfg(target_arch = "wasm32")]
mod bindings;

pub use boundary::Boundary;
pub use cloud::Cloud;
pub use config::Config;
pub use data::Data;
pub use dataset::Dataset;
pub use history::History;
pub use initializer::{Init, Initializer};
pub use kernel::{Activation, GradientScale, Layer, Loss, Model, Optimizer, Word};
pub use metrics::Metrics;
pub use network::Network;
pub use order::Order;
pub use outcome::{Outcome, Reason};
pub use output::Output;
pub use split::Split;
pub use summary::Summary;
pub use sweep::Sweep;
pub use trainer::Trainer;
