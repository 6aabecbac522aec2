//! What has become of a run.

use kernel::words;

words! {
    /// What has become of a run, judged from its present state alone, so that it is the same after every seek.
    pub enum Outcome {
        /// On its way.
        Learning = "learning",
        /// Flat, an example wrong, and no better than a constant: at a saddle, or not yet off it.
        Plateau = "plateau",
        /// Every example on its label's side of the boundary.
        Solved = "solved",
        /// Flat, an example wrong, and better than a constant.
        Stuck = "stuck",
        /// The next update would leave the finite numbers; the state is the last finite one.
        Diverged = "diverged",
    }
}

/// Flat: the largest entry of the mean loss's gradient is below this.
pub const FLAT_GRADIENT: f64 = 1e-3;

/// No better than a constant: the loss is above this part of the best constant's.
pub const CONSTANT_SHARE: f64 = 0.95;
