//! Whose arithmetic figures are.

use crate::model::Basis;

impl Basis {
    /// The name in a list.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Computed => "Computed from schools",
            Self::Published => "As published for trusts",
        }
    }
}
