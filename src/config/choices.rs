//! Words of options that the arithmetic does not take: what a figure shows and how, and where a run stops.

use kernel::words;

words! {
    /// A part of a figure.
    pub enum View {
        /// The predictions over the plane.
        Boundary = "boundary",
        /// The loss over the epochs.
        Loss = "loss",
        /// The examples with their predictions.
        Table = "table",
        /// Units and weights as a diagram.
        Network = "network",
        /// The examples as two units of the last hidden layer see them.
        HiddenSpace = "hidden-space",
        /// The same network from many seeds.
        Seeds = "seeds",
    }
}

words! {
    /// Which controls a figure has.
    pub enum Controls {
        /// All of them.
        Full = "full",
        /// Play, step and reset alone.
        Play = "play",
        /// None.
        None = "none",
    }
}

words! {
    /// How the epochs of a run are spread over the time that it is shown.
    pub enum Pace {
        /// `speed` epochs in every second.
        Even = "even",
        /// More time where the loss changes more.
        Eased = "eased",
    }
}

words! {
    /// How a figure shows the regions.
    pub enum Regions {
        /// A shade for every pixel.
        Shading = "shading",
        /// A dot at each of 169 places, as the post does.
        Scatter = "scatter",
    }
}

words! {
    /// How a figure shows the loss.
    pub enum LossScale {
        /// Over decades.
        Logarithmic = "log",
        /// From 0.
        Linear = "linear",
    }
}

/// Where a run stops, beside its last epoch.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Until {
    /// Nowhere else.
    #[default]
    Epochs,
    /// Where every example is on the side of its label.
    Solved,
    /// Where the loss is below this.
    Loss(f64),
}
