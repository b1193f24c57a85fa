//! What became of findings and ranks under other rules, as one document.

use method::{Analysis, Robustness};
use serde::Serialize;

use crate::chart::{Record, headline_columns, trust_columns};

/// The document. Shares are 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RobustnessReport {
    /// How many combinations of rules give different numbers.
    pub combinations: usize,
    /// What the first page says, and under how many of them it is so.
    pub headlines: Vec<Record>,
    /// Whether trusts' ranks depend on the rules that the files allow to change.
    pub trusts_testable: bool,
    /// Every trust that is eligible under some combination.
    pub trusts: Vec<Record>,
}

impl RobustnessReport {
    /// The document of a survey and of the analysis whose headlines are tested.
    #[must_use]
    pub fn new(robustness: &Robustness, analysis: &Analysis) -> Self {
        let headlines = robustness.of_claims(analysis);
        Self {
            combinations: robustness.outcomes.len(),
            headlines: Record::all(&headline_columns(&analysis.rules), &headlines),
            trusts_testable: robustness.trusts_testable,
            trusts: Record::all(&trust_columns(), &robustness.trusts),
        }
    }
}
