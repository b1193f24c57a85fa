//! Every combination of rules that the input allows, tried one after another.

use std::rc::Rc;

use records::Tenure;
use records::model::{Basis, DataSet, Extent};
use records::terms::{Figure, Region};

use crate::analysis::offered;
use crate::judgement::basis_of;
use crate::trial::{Candidates, RankedTrust, Trial};
use crate::{AnalysisError, Judgement, Measured, Rank, RegionalRule, Rules};

use super::choice::{LEAST_SCHOOLS, LEAST_YEARS, WEIGHTS};
use super::{Outcome, Robustness, TrustRobustness};

/// A survey of all combinations, one step at a time, so that the page can do other work meanwhile.
///
/// ```
/// use read::layout::read_file;
/// use method::{Rules, Survey};
/// use records::model::Library;
/// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,PNOTFSM6CLA1A_MATPTINC,\
///            PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,100,50%,50%,40%\n2,TWO,London,900,50%,50%,20%\n";
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let mut survey = Survey::new(&library.newest().unwrap(), &Rules::default()).unwrap();
/// while survey.advance().is_some() {}
/// let robustness = survey.finish();
/// assert_eq!(robustness.outcomes.len(), 2);
/// assert!(!robustness.trusts_testable);
/// ```
#[derive(Debug)]
pub struct Survey {
    data: DataSet,
    rules: Rules,
    basis: Basis,
    /// The number of trusts under the current rules, if these cover only part of the country.
    of_part: Option<usize>,
    regional: Vec<RegionalRule>,
    /// The rules still to be tried, without the regional figure and the minimum schools, in reverse
    /// order.
    plan: Vec<Rules>,
    /// The minimum schools that are tried with each.
    least_schools: Vec<u32>,
    steps: usize,
    candidates: Candidates,
    rankings: Vec<Vec<RankedTrust>>,
    outcomes: Vec<Outcome>,
}

/// The progress of a survey.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Surveyed {
    /// Steps taken.
    pub steps: usize,
    /// Steps in all.
    pub of: usize,
}

impl Survey {
    /// A survey for the measure, the group and all other rules that it does not vary.
    ///
    /// # Errors
    /// If the data set cannot be analysed under any combination.
    pub fn new(data: &DataSet, rules: &Rules) -> Result<Self, AnalysisError> {
        let basis = data.basis(rules.basis).unwrap_or(Basis::Published);
        let mut plan = match basis {
            Basis::Published => vec![*rules],
            Basis::Computed => combinations(data, rules),
        };
        let mut least_schools = match basis {
            Basis::Published => vec![rules.min_schools],
            Basis::Computed => LEAST_SCHOOLS.to_vec(),
        };
        if plan.is_empty() {
            plan.push(*rules);
            least_schools = vec![rules.min_schools];
        }
        // What rules out one combination rules out all.
        if let Some(first) = plan.first() {
            basis_of(data, first)?;
            Measured::after(None, data, first)?.check(rules.focus, RegionalRule::SimpleMean)?;
        }
        plan.reverse();
        let is_part = data.coverage(basis).extent == Extent::Part;
        let in_force = is_part.then(|| Judgement::new(data, rules));
        Ok(Self {
            of_part: in_force.and_then(|of| of.ok()?.trusts_of_part()),
            data: data.clone(),
            rules: *rules,
            basis,
            regional: offered(data, basis, rules.focus),
            steps: plan.len(),
            plan,
            least_schools,
            candidates: Candidates::new(data, basis),
            rankings: Vec::new(),
            outcomes: Vec::new(),
        })
    }

    /// The rules on which a survey depends: those that it tries are as the Department has them, so that two of which
    /// this is equal have the same survey.
    ///
    /// ```
    /// use method::{RegionalRule, Rules, Survey};
    /// use records::model::Library;
    /// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,\
    ///            PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,400,25%,65%\n2,TWO,South West,400,25%,25%\n";
    /// let mut library = Library::default();
    /// library.add(read::layout::read_file("2022-23.csv", csv.as_bytes()).unwrap());
    /// let data = library.newest().unwrap();
    /// let rules = Rules { regional: RegionalRule::PupilWeighted, ..Rules::default() };
    /// assert_eq!(Survey::depends_on(&data, &rules), Rules::default());
    /// ```
    #[must_use]
    pub fn depends_on(data: &DataSet, rules: &Rules) -> Rules {
        let department = Rules::default();
        let rules = Rules {
            regional: department.regional,
            ..*rules
        };
        let is_computed = data.basis(rules.basis) == Some(Basis::Computed);
        if !is_computed || combinations(data, &rules).is_empty() {
            return rules;
        }
        Rules {
            weight: department.weight,
            min_years: department.min_years,
            min_schools: department.min_schools,
            ..rules
        }
    }

    /// Takes a step; `None` if all are taken.
    pub fn advance(&mut self) -> Option<Surveyed> {
        let rules = self.plan.pop()?;
        if let Some(measured) = self.candidates.measured(&rules) {
            self.look_at(&measured, &rules);
        }
        Some(self.surveyed())
    }

    /// The progress.
    #[must_use]
    pub const fn surveyed(&self) -> Surveyed {
        Surveyed {
            steps: self.steps - self.plan.len(),
            of: self.steps,
        }
    }

    /// The results so far.
    #[must_use]
    pub fn finish(self) -> Robustness {
        let trusts_testable = self.basis == Basis::Computed;
        let trusts = if trusts_testable { self.trusts() } else { Vec::new() };
        Robustness {
            outcomes: self.outcomes,
            of_part: self.of_part,
            trusts_testable,
            trusts,
        }
    }

    /// Notes what a combination gives with each least number of schools and under each regional rule.
    fn look_at(&mut self, measured: &Measured, rules: &Rules) {
        let trial = Trial::new(measured, rules, &self.regional);
        for min_schools in self.least_schools.clone() {
            let rules = Rules { min_schools, ..*rules };
            let least = match self.basis {
                // Who is eligible as published has been judged by the trusts' own numbers of schools.
                Basis::Published => 0,
                Basis::Computed => min_schools.max(1) as usize,
            };
            let ranking = self.index_of_ranking(trial.ranked_trusts(least));
            for (regional, all, regions) in trial.figures(least) {
                self.note(Outcome {
                    rules: vec![Rules { regional, ..rules }],
                    all,
                    regions,
                    ranking,
                });
            }
        }
    }

    /// The index of the trusts' ranking among those known, to which it is added where it is new.
    fn index_of_ranking(&mut self, ranking: Vec<RankedTrust>) -> usize {
        let mut known = self.rankings.iter();
        let index = known.position(|known| *known == ranking);
        index.unwrap_or_else(|| {
            self.rankings.push(ranking);
            self.rankings.len() - 1
        })
    }

    /// Adds an outcome, or its rules to those of the outcome that has the same numbers.
    fn note(&mut self, outcome: Outcome) {
        let same = self.outcomes.iter_mut().find(|known| {
            known.ranking == outcome.ranking
                && steps(known.all) == steps(outcome.all)
                && same_figures(&known.regions, &outcome.regions)
        });
        match same {
            Some(known) => known.rules.extend(outcome.rules),
            None => self.outcomes.push(outcome),
        }
    }

    /// Each trust's ranks, in the order of the trusts of the data set.
    fn trusts(&self) -> Vec<TrustRobustness> {
        let Some(links) = self.data.links.as_deref() else {
            return Vec::new();
        };
        let mut tallies = vec![Tally::default(); links.trusts().len()];
        // Of a ranking, in how many outcomes it is that of the trusts.
        for (index, ranking) in self.rankings.iter().enumerate() {
            let outcomes = self.outcomes.iter();
            let times = outcomes.filter(|outcome| outcome.ranking == index).count();
            for of_trust in ranking {
                if let Some(tally) = tallies.get_mut(of_trust.trust) {
                    tally.count(of_trust, times);
                }
            }
        }
        let found = links.trusts().iter().zip(&tallies);
        found
            .filter(|(_, tally)| tally.eligible > 0)
            .map(|(trust, tally)| {
                let named = (trust.uid.shared(), Rc::clone(&trust.name));
                tally.of_trust(named, self.outcomes.len(), self.of_part)
            })
            .collect()
    }

    /// The rules for which the survey was begun.
    #[must_use]
    pub const fn rules(&self) -> &Rules {
        &self.rules
    }
}

/// A trust's ranks, counted over outcomes.
#[derive(Debug, Clone, Default)]
pub(super) struct Tally {
    eligible: usize,
    top_ten: usize,
    england_top_ten: usize,
    england: Option<(Rank, Rank)>,
    regional: Option<(Rank, Rank)>,
    regions: [usize; Region::ALL.len()],
}

impl Tally {
    pub(super) fn count(&mut self, of_trust: &RankedTrust, times: usize) {
        self.eligible += times;
        let region = of_trust.region.and_then(|region| self.regions.get_mut(region as usize));
        if let Some(count) = region {
            *count += times;
        }
        if let Some((_, rank, regional)) = of_trust.ranked {
            widen(&mut self.england, rank);
            if let Some(regional) = regional {
                widen(&mut self.regional, regional);
                self.top_ten += if regional.is_top_ten() { times } else { 0 };
            }
            self.england_top_ten += if rank.is_top_ten() { times } else { 0 };
        }
    }

    /// Whether the trust ever has a rank.
    pub(super) const fn is_ranked(&self) -> bool {
        self.england.is_some()
    }

    /// What was counted of a trust, by its number and name, over this many outcomes.
    pub(super) fn of_trust(
        &self,
        (uid, name): (Rc<str>, Rc<str>),
        of: usize,
        of_part: Option<usize>,
    ) -> TrustRobustness {
        let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
        TrustRobustness {
            uid,
            name,
            region: self.chief_region(),
            england: self.england,
            regional: self.regional,
            top_ten_share: share(self.top_ten, self.eligible),
            england_top_ten_share: share(self.england_top_ten, self.eligible),
            eligible: self.eligible,
            of,
            of_part,
            eligible_share: share(self.eligible, of),
        }
    }

    /// The region of most outcomes; `None` if the trust is in none.
    fn chief_region(&self) -> Option<Region> {
        let counted = Region::ALL.into_iter().zip(self.regions);
        // Of regions that are alike the first.
        let chief = counted.rev().max_by_key(|(_, count)| *count);
        chief.filter(|(_, count)| *count > 0).map(|(region, _)| region)
    }
}

fn widen(range: &mut Option<(Rank, Rank)>, rank: Rank) {
    *range = Some(match *range {
        Some((best, worst)) => (best.min(rank), worst.max(rank)),
        None => (rank, rank),
    });
}

/// Every combination that the input allows, except for the regional figure and the minimum schools,
/// grouped by the schools that count.
fn combinations(data: &DataSet, rules: &Rules) -> Vec<Rules> {
    let mut combinations = Vec::new();
    let knows_years = knows_years(data);
    for min_years in LEAST_YEARS {
        for weight in WEIGHTS {
            let rules = Rules {
                weight,
                min_years,
                ..*rules
            };
            if (knows_years || !rules.needs_years()) && basis_of(data, &rules).is_ok() {
                combinations.push(rules);
            }
        }
    }
    combinations
}

/// Whether any school's years in its trust are known.
fn knows_years(data: &DataSet) -> bool {
    data.links.as_deref().is_some_and(|links| {
        let mut links = links.links().iter();
        links.any(|link| !matches!(link.tenure, Tenure::NotStated))
    })
}

fn steps(figure: Option<Figure>) -> Option<i64> {
    figure.map(Figure::steps)
}

fn same_figures(one: &[(Region, Figure)], other: &[(Region, Figure)]) -> bool {
    let key = |(region, figure): &(Region, Figure)| (*region, figure.steps());
    one.iter().map(key).eq(other.iter().map(key))
}
