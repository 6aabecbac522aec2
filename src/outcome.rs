//! What has become of a run.

use kernel::words;

words! {
    /// What has become of a run, judged from its present state alone, so that it is the same after every seek.
    pub enum Outcome {
        /// On its way.
        Learning = "learning",
        /// Flat, an example wrong, and no better than a constant, or not known to stay so: at a saddle, or not yet off it.
        /// A [`Reason`] says whether it is left again.
        Plateau = "plateau",
        /// Every example on its label's side of the boundary.
        Solved = "solved",
        /// Better than a constant, an example wrong, and it stays so, for a [`Reason`].
        Stuck = "stuck",
        /// The next update would leave the finite numbers; the state is the last finite one.
        Diverged = "diverged",
    }
}

words! {
    /// Why an example that is wrong stays so. All but the last are proven; the last is measured.
    pub enum Reason {
        /// The gradient that the updates follow is exactly 0.
        ZeroGradient = "zero-gradient",
        /// Every weight and hidden bias is 0 and gets no gradient: only the output's bias moves, and all examples are
        /// answered alike.
        Constant = "constant",
        /// The network draws one straight line, for it has no hidden layer or its units are copies of one another, which equal
        /// gradients keep equal; and no line separates the examples.
        OneLine = "one-line",
        /// Flat, and the loss curves upwards in every direction, by more than its slope is worth: a valley that goes on falling
        /// less and less. Of 34,354 settings 1,889 were called so, and none of them solved in 20 times the epochs.
        DeadEnd = "dead-end",
    }
}

/// No better than a constant: the loss is above this part of the best constant's.
pub const CONSTANT_SHARE: f64 = 0.95;

/// Flat: the largest entry of the mean loss's gradient is below this.
pub const FLAT_GRADIENT: f64 = 1e-3;

/// Parameters, squared, times examples of a network whose curvature is looked at: some milliseconds.
pub const MAX_CURVATURE_WORK: usize = 100_000;
