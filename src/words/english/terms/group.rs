//! Groups of pupils.

use crate::terms::{Focus, Group};

impl Group {
    /// The pupils in a sentence: `disadvantaged pupils`.
    #[must_use]
    pub const fn pupils(self) -> &'static str {
        match self {
            Self::Disadvantaged => "disadvantaged pupils",
            Self::Other => "other pupils",
            Self::All => "all pupils",
        }
    }
}

impl Focus {
    /// The name on a button.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Disadvantaged => "Disadvantaged",
            Self::Other => "Other",
            Self::All => "All",
            Self::Gap => "Gap",
        }
    }
}
