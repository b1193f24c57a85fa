//! What became of findings and ranks under other rules, as one document.

use method::{Analysis, ClaimWithoutSelective, ContextRobustness, NotAdjusted, Robustness};
use serde::Serialize;

use crate::chart::{Cell, Record, claim_columns, headline_columns, trust_columns};

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
    /// How many combinations of rules and of what is adjusted for were tried; none where figures are not adjusted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub context_combinations: Option<usize>,
    /// Why figures are not adjusted for context.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub context_refused: Option<String>,
    /// Every trust with its ranks whatever is adjusted for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub context_trusts: Vec<Record>,
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
            context_combinations: None,
            context_refused: None,
            context_trusts: Vec::new(),
        }
    }

    /// The document with whether each headline holds without selective schools, if that was tried.
    #[must_use]
    pub fn without_selective(self, found: Option<&[ClaimWithoutSelective]>) -> Self {
        let Some(found) = found else {
            return self;
        };
        let headlines = self.headlines.into_iter().zip(found);
        let headlines = headlines.map(|(headline, found)| {
            let holds = Cell::Flag(found.broken.is_none());
            headline.and([("holds_without_selective", holds)])
        });
        Self {
            headlines: headlines.collect(),
            ..self
        }
    }

    /// The document with what becomes of the headlines and ranks whatever is adjusted for, or why nothing is.
    #[must_use]
    pub fn in_contexts(
        self,
        (robustness, analysis): (&Robustness, &Analysis),
        contexts: Result<&ContextRobustness, &NotAdjusted>,
    ) -> Self {
        let contexts = match contexts {
            Ok(contexts) => contexts,
            Err(reason) => {
                let context_refused = Some(reason.to_string());
                return Self {
                    context_refused,
                    ..self
                };
            }
        };
        let claims = robustness.of_claims(analysis);
        let columns = claim_columns();
        let headlines = self.headlines.into_iter().zip(&claims);
        let headlines = headlines.map(|(headline, found)| {
            let found = contexts.of_claim(found.claim, &analysis.rules, robustness);
            headline.and(Record::new(&columns, &found))
        });
        Self {
            headlines: headlines.collect(),
            context_combinations: Some(contexts.outcomes.len()),
            context_trusts: Record::all(&trust_columns(), &contexts.trusts),
            ..self
        }
    }
}
