//! What became of findings and ranks under other rules, as one document.

use std::rc::Rc;

use serde::Serialize;

use crate::chart::{claim_in_words, of_loaded};
use crate::method::{Analysis, ClaimRobustness, Rank, Robustness, Rules, TrustRobustness};
use crate::terms::Region;

/// The document. Shares are 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RobustnessReport {
    /// How many combinations of rules give different numbers.
    pub combinations: usize,
    /// What the first page says, and under how many of them it is so.
    pub headlines: Vec<HeadlineRow>,
    /// Whether trusts' ranks depend on the rules that the files allow to change.
    pub trusts_testable: bool,
    /// Every trust that is eligible under some combination.
    pub trusts: Vec<TrustRobustnessRow>,
}

/// A headline's line.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HeadlineRow {
    /// The headline.
    pub text: String,
    /// The share of the combinations under which it holds.
    pub share: f64,
    /// The single changes of rules that break it, as this program's options.
    pub breaks_under: Vec<String>,
}

/// A trust's line.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TrustRobustnessRow {
    /// The Department's number.
    pub uid: Rc<str>,
    /// The name as published.
    pub name: Rc<str>,
    /// The region that leads under most combinations.
    pub region: Option<&'static str>,
    /// The best rank among all eligible trusts; nothing where it has no figure under any combination.
    pub best: Option<Rank>,
    /// The worst.
    pub worst: Option<Rank>,
    /// The best rank in its region.
    pub regional_best: Option<Rank>,
    /// The worst.
    pub regional_worst: Option<Rank>,
    /// The share of the combinations in which it is in its region's top ten, of those in which it is
    /// eligible.
    pub top_ten_share: f64,
    /// The same for England's top ten.
    pub england_top_ten_share: f64,
    /// The share of all combinations in which it is eligible.
    pub eligible_share: f64,
}

impl RobustnessReport {
    /// The document of a survey and of the analysis whose headlines are tested.
    #[must_use]
    pub fn new(robustness: &Robustness, analysis: &Analysis) -> Self {
        let headlines = robustness.of_claims(analysis);
        Self {
            combinations: robustness.outcomes.len(),
            headlines: headlines
                .iter()
                .map(|headline| HeadlineRow::new(headline, &analysis.rules))
                .collect(),
            trusts_testable: robustness.trusts_testable,
            trusts: robustness
                .trusts
                .iter()
                .map(TrustRobustnessRow::new)
                .collect(),
        }
    }
}

impl HeadlineRow {
    fn new(headline: &ClaimRobustness, rules: &Rules) -> Self {
        Self {
            text: of_loaded(headline.of_part, claim_in_words(headline.claim, rules)),
            share: headline.holds as f64 / headline.of.max(1) as f64,
            breaks_under: headline
                .broken_by
                .iter()
                .map(|broken| broken.choice.option())
                .collect(),
        }
    }
}

impl TrustRobustnessRow {
    fn new(trust: &TrustRobustness) -> Self {
        Self {
            uid: Rc::clone(&trust.uid),
            name: Rc::clone(&trust.name),
            region: trust.region.map(Region::name),
            best: trust.england.map(|(best, _)| best),
            worst: trust.england.map(|(_, worst)| worst),
            regional_best: trust.regional.map(|(best, _)| best),
            regional_worst: trust.regional.map(|(_, worst)| worst),
            top_ten_share: trust.top_ten_share,
            england_top_ten_share: trust.england_top_ten_share,
            eligible_share: trust.eligible_share,
        }
    }
}
