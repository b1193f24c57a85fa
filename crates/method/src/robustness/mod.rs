//! Whether a finding holds under other rules: every combination of rules that gives different
//! numbers (method, section 8).
//!
//! `choice.rs` lists what is tried, `survey.rs` tries it, `context.rs` tries all that figures can be adjusted for with
//! it, `selective.rs` leaves out selective schools, and this module has the results.

mod choice;
mod context;
mod selective;
mod survey;

pub use choice::Choice;
pub use context::{ClaimInContexts, ContextOutcome, ContextRobustness, ContextSurvey};
pub use selective::{ClaimWithoutSelective, without_selective};
pub use survey::{Survey, Surveyed};

use std::rc::Rc;

use records::terms::{Figure, Region};

use super::{Analysis, Claim, Counter, Rank, Rules};
use choice::{LEAST_SCHOOLS, LEAST_YEARS, WEIGHTS};

/// The numbers that one or several combinations of rules give.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The combinations, the one nearest to the Department's first; all give the same numbers.
    pub rules: Vec<Rules>,
    /// The figure of all eligible trusts.
    pub all: Option<Figure>,
    /// The figures of the regions that have one, the best first.
    pub regions: Vec<(Region, Figure)>,
    /// The index of its ranking of trusts.
    ranking: usize,
}

impl Outcome {
    /// Whether a claim is true of it.
    #[must_use]
    pub fn bears_out(&self, claim: Claim) -> bool {
        claim.is_true_of(&self.regions)
    }

    /// The figure of a region, or of all eligible trusts.
    #[must_use]
    pub fn figure(&self, region: Option<Region>) -> Option<Figure> {
        match region {
            None => self.all,
            Some(region) => {
                let mut regions = self.regions.iter();
                regions.find(|(of, _)| *of == region).map(|&(_, figure)| figure)
            }
        }
    }
}

/// A trust's ranks under all combinations.
#[derive(Debug, Clone, PartialEq)]
pub struct TrustRobustness {
    /// The Department's number.
    pub uid: Rc<str>,
    /// The name as published.
    pub name: Rc<str>,
    /// The region that leads under most combinations in which it is eligible.
    pub region: Option<Region>,
    /// Its best and worst rank among all eligible trusts; `None` if it has none.
    pub england: Option<(Rank, Rank)>,
    /// Its best and worst rank in its region.
    pub regional: Option<(Rank, Rank)>,
    /// The share of the combinations in which it is in its region's top ten, of those in which it is
    /// eligible: 0 to 1.
    pub top_ten_share: f64,
    /// The share of those in which it is in England's top ten.
    pub england_top_ten_share: f64,
    /// The number of combinations in which it is eligible.
    pub eligible: usize,
    /// The number of combinations.
    pub of: usize,
    /// The share of all combinations in which it is eligible.
    pub eligible_share: f64,
    /// The number of trusts in it, if the files cover only part of the country.
    pub of_part: Option<usize>,
}

/// A claim under all combinations.
#[derive(Debug, Clone, PartialEq)]
pub struct ClaimRobustness {
    /// The claim.
    pub claim: Claim,
    /// The number of combinations in which it holds.
    pub holds: usize,
    /// The number of combinations.
    pub of: usize,
    /// Whether it holds under the rules in force or, where these are not tried, under the nearest that
    /// are.
    pub holds_at_first: bool,
    /// The single choices that break it, all other rules unchanged; empty if it does not hold at
    /// first.
    pub broken_by: Vec<Break>,
    /// The number of trusts in it, if the files cover only part of the country.
    pub of_part: Option<usize>,
}

/// A single choice that breaks a claim.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Break {
    /// The choice.
    pub choice: Choice,
    /// How it breaks the claim.
    pub counter: Counter,
}

/// All combinations, with what they give.
#[derive(Debug, Clone, PartialEq)]
pub struct Robustness {
    /// The distinct outcomes, in the order in which combinations are tried.
    pub outcomes: Vec<Outcome>,
    /// Whether trusts' ranks can be tested: published figures only allow other regional figures,
    /// which do not affect trusts' ranks.
    pub trusts_testable: bool,
    /// Every trust that is eligible under some combination; empty if they cannot be tested.
    pub trusts: Vec<TrustRobustness>,
    /// The number of trusts in it, if the files cover only part of the country.
    pub of_part: Option<usize>,
}

impl Robustness {
    /// The number of combinations, and of those in which a claim of an analysis holds.
    #[must_use]
    pub fn of_claim(&self, claim: Claim, rules: &Rules) -> ClaimRobustness {
        let holds = |outcome: &&Outcome| outcome.bears_out(claim);
        let present = self.nearest(rules);
        let holds_at_first = self.outcome_of(&present).as_ref().is_some_and(holds);
        ClaimRobustness {
            claim,
            holds: self.outcomes.iter().filter(holds).count(),
            of: self.outcomes.len(),
            holds_at_first,
            of_part: self.of_part,
            broken_by: Choice::all()
                .filter(|choice| holds_at_first && !choice.is_in(&present))
                .filter_map(|choice| {
                    let changed = self.outcome_of(&choice.put_into(present))?;
                    (!holds(&changed)).then(|| Break {
                        choice,
                        counter: claim.counter_in(&changed.regions),
                    })
                })
                .collect(),
        }
    }

    /// The claims of the first page, each under all combinations.
    #[must_use]
    pub fn of_claims(&self, analysis: &Analysis) -> Vec<ClaimRobustness> {
        let claims = Claim::of(analysis).into_iter();
        claims.map(|claim| self.of_claim(claim, &analysis.rules)).collect()
    }

    /// The index of the outcome to which a combination belongs; `None` if it is not among those
    /// tried.
    #[must_use]
    pub fn index_of(&self, rules: &Rules) -> Option<usize> {
        let is_it = |tried: &Rules| Choice::all().all(|choice| choice.is_in(tried) == choice.is_in(rules));
        let mut outcomes = self.outcomes.iter();
        outcomes.position(|outcome| outcome.rules.iter().any(is_it))
    }

    /// The outcome to which a combination belongs; `None` if it is not among those tried.
    #[must_use]
    pub fn outcome_of(&self, rules: &Rules) -> Option<&Outcome> {
        self.outcomes.get(self.index_of(rules)?)
    }

    /// The rules themselves if they are among the combinations, else with the Department's choice
    /// for rules that are not tried.
    fn nearest(&self, rules: &Rules) -> Rules {
        // Of figures as published whatever rules of schools are in force are those tried.
        if self.outcome_of(rules).is_some() {
            return *rules;
        }
        let department = Rules::default();
        let mut near = *rules;
        if !WEIGHTS.contains(&near.weight) {
            near.weight = department.weight;
        }
        if !LEAST_SCHOOLS.contains(&near.min_schools) {
            near.min_schools = department.min_schools;
        }
        if !LEAST_YEARS.contains(&near.min_years) {
            near.min_years = department.min_years;
        }
        near
    }
}
