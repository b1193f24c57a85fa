//! Why a value is missing.

use crate::terms::Missing;

impl Missing {
    /// The reason in a few plain words, as shown in place of a number.
    #[must_use]
    pub const fn reason(self) -> &'static str {
        match self {
            Self::Suppressed => "suppressed",
            Self::NoEntries => "no entries",
            Self::NotPublished => "not published",
            Self::NotApplicable => "not applicable",
            Self::NotAvailable => "not available",
            Self::LowCoverage => "coverage below 50%",
            Self::BelowHalfPercent => "above 0 but below 0.5%",
            Self::New => "new school",
            Self::Redacted => "redacted",
            Self::Blank => "blank in the file",
            Self::NoColumn => "not in the file",
            Self::Unreadable => "not readable in the file",
            Self::PupilsNotKnown => "number of pupils not known",
            Self::YearsNotKnown => "years in the trust not known",
            Self::NoPupils => "no pupils",
            Self::TooFewPupils => "withheld (fewer than 6 pupils)",
            Self::WouldTell => "withheld (would tell a figure of fewer than 6 pupils)",
        }
    }
}
