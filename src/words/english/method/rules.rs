//! Rules by their names.

use crate::method::{MissingPolicy, RegionalRule};

impl RegionalRule {
    /// The name in a list of rules.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::SimpleMean => "Simple mean of trusts",
            Self::PupilWeighted => "Weighted by pupils",
            Self::BySchool => "By school",
        }
    }

    /// The condition in a sentence: "weighted by pupils, the South East is lowest".
    #[must_use]
    pub(crate) const fn as_condition(self) -> &'static str {
        match self {
            Self::SimpleMean => "By the simple mean of trusts",
            Self::PupilWeighted => "Weighted by pupils",
            Self::BySchool => "By school",
        }
    }
}

impl MissingPolicy {
    /// The name in a list.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::LeaveOutSchool => "Leave out the school",
            Self::LeaveOutTrust => "Leave out the trust",
        }
    }
}
