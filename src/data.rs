//! What the examples of a run come from.

use crate::cloud::Cloud;
use crate::dataset::Dataset;

/// What the examples of a run come from.
#[derive(Clone, Debug, PartialEq)]
pub enum Data {
    /// A gate or own points.
    Given(Dataset),
    /// Points that are drawn.
    Drawn(Cloud),
}

impl Default for Data {
    fn default() -> Self {
        Self::Given(Dataset::default())
    }
}

impl Data {
    /// Whether some of it may be held out: a gate has no example to spare.
    pub fn can_be_split(&self) -> bool {
        match self {
            Self::Given(dataset) => dataset.gate_name().is_none(),
            Self::Drawn(_) => true,
        }
    }
}
