//! A trust by the Department's number, or why it cannot be shown.

use super::judgement::Eligible;
use super::{AnalysisError, Exclusion, Judgement, Level};

/// Why trusts that were asked for cannot be shown.
#[derive(Debug, Clone, PartialEq)]
pub enum LookupError {
    /// No trust in the files has this number.
    Unknown(String),
    /// The trust is not eligible under the rules in force.
    NotEligible(Exclusion),
    /// This many trusts were named, but two to six can be compared.
    Count(usize),
    /// A trust was named twice.
    Twice(String),
    /// The analysis itself cannot be made.
    Analysis(AnalysisError),
}

impl std::error::Error for LookupError {}

impl From<AnalysisError> for LookupError {
    fn from(error: AnalysisError) -> Self {
        Self::Analysis(error)
    }
}

impl Judgement {
    /// The eligible trust with this number, with its index among the eligible ones.
    pub(super) fn find(&self, uid: &str) -> Result<(usize, &Eligible), LookupError> {
        let mut eligible = self.eligible.iter().enumerate();
        if let Some(found) = eligible.find(|(_, trust)| &*trust.uid == uid) {
            return Ok(found);
        }
        let of_trust = |of: &&Exclusion| of.level == Level::Trust && of.uid.as_deref() == Some(uid);
        Err(self.excluded.iter().find(of_trust).map_or_else(
            || LookupError::Unknown(uid.to_owned()),
            |exclusion| LookupError::NotEligible(exclusion.clone()),
        ))
    }
}
