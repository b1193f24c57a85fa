//! What a column can hold.

use crate::layout::Field;
use crate::terms::Group;

impl Field {
    /// What it is, as people read it.
    #[must_use]
    pub fn label(self) -> String {
        match self {
            Self::Urn => "School number (URN)".to_owned(),
            Self::School => "School".to_owned(),
            Self::SchoolType => "School type".to_owned(),
            Self::Authority => "Local authority code".to_owned(),
            Self::Region => "Region".to_owned(),
            Self::TrustUid => "Trust number".to_owned(),
            Self::Trust => "Trust".to_owned(),
            Self::Joined => "Day of joining the trust".to_owned(),
            Self::Years => "Years in the trust".to_owned(),
            Self::Year => "Academic year of the results".to_owned(),
            Self::Schools => "Schools in the trust\u{2019}s figures".to_owned(),
            Self::Pupils(group) => format!("Pupils, {}", of_group(group)),
            Self::DisadvantagedShare => "Share of disadvantaged pupils, %".to_owned(),
            Self::ProgressPupils(group) => format!("Pupils in Progress 8, {}", of_group(group)),
            Self::Figure(measure, group) => format!("{}, {}", measure.name(), of_group(group)),
        }
    }
}

const fn of_group(group: Group) -> &'static str {
    match group {
        Group::All => "all pupils",
        Group::Disadvantaged => "disadvantaged",
        Group::Other => "other pupils",
    }
}
