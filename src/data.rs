//! The source of the examples: a gate, own points or a cloud.

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
    /// Whether some of the examples may be held out; all four of a gate are trained on.
    pub fn can_be_split(&self) -> bool {
        match self {
            Self::Given(dataset) => dataset.gate_name().is_none(),
            Self::Drawn(_) => true,
        }
    }
}
