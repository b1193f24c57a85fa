//! What intervals of ranks hold for.

use crate::method::RankKind;

impl RankKind {
    /// What it is called in a list of choices.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Marginal => "One trust at a time (marginal)",
            Self::Simultaneous => "The whole list at once (simultaneous)",
        }
    }
}
