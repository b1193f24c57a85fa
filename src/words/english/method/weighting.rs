//! Weights of schools in their trusts.

use crate::method::weighting::Weight;

/// The Department's weight in a list.
pub(crate) const PUPILS_TIMES_YEARS: &str = "Pupils times years in the trust";

/// The weight by pupils alone in a list.
pub(crate) const PUPILS: &str = "Pupils";

/// The same weight for all in a list.
pub(crate) const EVERY_SCHOOL_ALIKE: &str = "Every school alike";

impl Weight {
    /// The weight in words: "weighted by pupils and years in the trust, at most 5".
    #[must_use]
    pub fn in_sentence(self) -> String {
        match self {
            Self::PupilsYears { cap: Some(cap) } => {
                format!("weighted by pupils and years in the trust, at most {cap}")
            }
            Self::PupilsYears { cap: None } => {
                "weighted by pupils and years in the trust, however many".to_owned()
            }
            Self::Pupils => "weighted by pupils".to_owned(),
            Self::Equal => "every school alike".to_owned(),
        }
    }
}
