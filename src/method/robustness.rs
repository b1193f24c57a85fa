//! Does a finding survive the rules? Every combination of them that gives other numbers (method, section 8).

use std::rc::Rc;

use crate::layout::Tenure;
use crate::model::{Basis, DataSet};
use crate::terms::order::sorted_by_key;
use crate::terms::{Figure, Region, Value};

use super::analysis::{offered, ranked};
use super::judgement::basis_of;
use super::regional::{Question, Scope};
use super::schools::{Members, judge};
use super::weighting::Weight;
use super::{Analysis, AnalysisError, Claim, Judgement, Measured, Rank, RegionalRule, Rules};

/// The weights that are tried, the Department's first.
const WEIGHTS: [Weight; 6] = [
    Weight::PupilsYears { cap: Some(5) },
    Weight::PupilsYears { cap: Some(4) },
    Weight::PupilsYears { cap: Some(3) },
    Weight::PupilsYears { cap: None },
    Weight::Pupils,
    Weight::Equal,
];

/// The least numbers of schools that are tried, the Department's first.
const LEAST_SCHOOLS: [u32; 4] = [3, 1, 2, 5];

/// The least years in the trust that are tried, the Department's first.
const LEAST_YEARS: [u32; 3] = [3, 0, 1];

/// One rule, chosen in a way that a survey tries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// The weight of a school in its trust.
    Weight(Weight),
    /// How many schools that count a trust needs.
    MinSchools(u32),
    /// How many years in the trust a school needs.
    MinYears(u32),
    /// How regional figures are made.
    Regional(RegionalRule),
}

impl Choice {
    /// Every choice that is tried, rule by rule, the Department's first.
    pub fn all() -> impl Iterator<Item = Self> {
        let weights = WEIGHTS.into_iter().map(Self::Weight);
        let schools = LEAST_SCHOOLS.into_iter().map(Self::MinSchools);
        let years = LEAST_YEARS.into_iter().map(Self::MinYears);
        let regional = RegionalRule::ALL.into_iter().map(Self::Regional);
        weights.chain(schools).chain(years).chain(regional)
    }

    /// Whether rules have it.
    #[must_use]
    pub fn is_in(self, rules: &Rules) -> bool {
        match self {
            Self::Weight(weight) => rules.weight == weight,
            Self::MinSchools(schools) => rules.min_schools == schools,
            Self::MinYears(years) => rules.min_years == years,
            Self::Regional(regional) => rules.regional == regional,
        }
    }

    /// Rules that have it and are else as given.
    #[must_use]
    pub fn put_into(self, rules: Rules) -> Rules {
        match self {
            Self::Weight(weight) => Rules { weight, ..rules },
            Self::MinSchools(min_schools) => Rules {
                min_schools,
                ..rules
            },
            Self::MinYears(min_years) => Rules { min_years, ..rules },
            Self::Regional(regional) => Rules { regional, ..rules },
        }
    }

    /// The option of the program that makes it: `--regional pupils`.
    ///
    /// ```
    /// use trust_gap::method::{Choice, RegionalRule, weighting::Weight};
    /// assert_eq!(Choice::Regional(RegionalRule::PupilWeighted).option(), "--regional pupils");
    /// assert_eq!(Choice::Weight(Weight::PupilsYears { cap: None }).option(), "--weight pupils-years --cap none");
    /// ```
    #[must_use]
    pub fn option(self) -> String {
        match self {
            Self::Weight(weight) => match weight {
                Weight::PupilsYears { cap: Some(cap) } => {
                    format!("--weight {} --cap {cap}", weight.key())
                }
                Weight::PupilsYears { cap: None } => {
                    format!("--weight {} --cap none", weight.key())
                }
                Weight::Pupils | Weight::Equal => format!("--weight {}", weight.key()),
            },
            Self::MinSchools(schools) => format!("--min-schools {schools}"),
            Self::MinYears(years) => format!("--min-years {years}"),
            Self::Regional(regional) => format!("--regional {}", regional.key()),
        }
    }
}

/// The numbers that one or several combinations of rules give.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The combinations, the one that is nearest to the Department's first; the others give the same
    /// numbers.
    pub rules: Vec<Rules>,
    /// The figure of all eligible trusts.
    pub all: Option<Figure>,
    /// Those of the regions that have one, the best first.
    pub regions: Vec<(Region, Figure)>,
    /// Which of the trusts' rankings belongs to it.
    ranking: usize,
}

impl Outcome {
    /// The figure of a region, or of all eligible trusts.
    #[must_use]
    pub fn figure(&self, region: Option<Region>) -> Option<Figure> {
        match region {
            None => self.all,
            Some(region) => {
                let mut regions = self.regions.iter();
                regions
                    .find(|(of, _)| *of == region)
                    .map(|&(_, figure)| figure)
            }
        }
    }
}

/// The ranks of an eligible trust.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Placed {
    /// The place among the trusts of the data set.
    trust: usize,
    region: Region,
    /// The figure in billionths, and its ranks in England and in its region; nothing where it is not
    /// published.
    ranked: Option<(i64, Rank, Rank)>,
}

/// What became of a trust's ranks.
#[derive(Debug, Clone, PartialEq)]
pub struct TrustRobustness {
    /// The Department's number.
    pub uid: Rc<str>,
    /// The name as published.
    pub name: Rc<str>,
    /// The region that leads under most combinations in which it is eligible.
    pub region: Region,
    /// Its best and worst rank among all eligible trusts; nothing where it has none.
    pub england: Option<(Rank, Rank)>,
    /// Its best and worst rank in its region.
    pub regional: Option<(Rank, Rank)>,
    /// The share of the combinations in which it is in its region's top ten, of those in which it is
    /// eligible: 0 to 1.
    pub top_ten_share: f64,
    /// The share of those in which it is in England's top ten.
    pub england_top_ten_share: f64,
    /// The share of all combinations in which it is eligible.
    pub eligible_share: f64,
}

/// What became of a claim.
#[derive(Debug, Clone, PartialEq)]
pub struct ClaimRobustness {
    /// The claim.
    pub claim: Claim,
    /// In how many of the combinations it holds.
    pub holds: usize,
    /// How many combinations there are.
    pub of: usize,
    /// The single choices that break it, all else being as the rules in force have it.
    pub broken_by: Vec<Choice>,
}

/// All combinations, with what they give.
#[derive(Debug, Clone, PartialEq)]
pub struct Robustness {
    /// The distinct outcomes, in the order in which combinations are tried.
    pub outcomes: Vec<Outcome>,
    /// Whether trusts' ranks can be tested: figures as published allow other regional figures alone,
    /// on which no trust's rank depends.
    pub trusts_testable: bool,
    /// Every trust that is eligible under some combination; none where they cannot be tested.
    pub trusts: Vec<TrustRobustness>,
}

impl Robustness {
    /// Of how many combinations, and in how many of them, a claim of an analysis holds.
    #[must_use]
    pub fn of_claim(&self, claim: Claim, rules: &Rules) -> ClaimRobustness {
        let holds = |outcome: &&Outcome| claim.is_true_of(&outcome.regions);
        let present = self.nearest(rules);
        ClaimRobustness {
            claim,
            holds: self.outcomes.iter().filter(holds).count(),
            of: self.outcomes.len(),
            broken_by: Choice::all()
                .filter(|choice| !choice.is_in(&present))
                .filter(|choice| {
                    let changed = self.outcome_of(&choice.put_into(present));
                    changed.is_some_and(|outcome| !holds(&outcome))
                })
                .collect(),
        }
    }

    /// The claims of a first page, each with what becomes of it.
    #[must_use]
    pub fn of_claims(&self, analysis: &Analysis) -> Vec<ClaimRobustness> {
        let claims = Claim::of(analysis).into_iter();
        claims
            .map(|claim| self.of_claim(claim, &analysis.rules))
            .collect()
    }

    /// The outcome to which a combination belongs; nothing where it is not among those tried.
    #[must_use]
    pub fn outcome_of(&self, rules: &Rules) -> Option<&Outcome> {
        let is_it =
            |tried: &Rules| Choice::all().all(|choice| choice.is_in(tried) == choice.is_in(rules));
        let mut outcomes = self.outcomes.iter();
        outcomes.find(|outcome| outcome.rules.iter().any(is_it))
    }

    /// The rules themselves where they are among the combinations tried, else with the Department's
    /// choice where theirs is not tried.
    fn nearest(&self, rules: &Rules) -> Rules {
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

/// A survey of all combinations, one step at a time, so that whoever shows it can go on meanwhile.
///
/// ```
/// use trust_gap::{layout::read_file, method::{Rules, Survey}, model::Library};
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
    regional: Vec<RegionalRule>,
    /// The rules still to be tried, without the regional figure, the last of them first.
    plan: Vec<Rules>,
    steps: usize,
    members: Option<JudgedOnce>,
    rankings: Vec<Vec<Placed>>,
    outcomes: Vec<Outcome>,
}

/// The schools that count, judged once for all weights and numbers of schools.
#[derive(Debug)]
struct JudgedOnce {
    min_years: u32,
    needs_years: bool,
    members: Vec<Members>,
}

/// How far a survey has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Surveyed {
    /// Steps taken.
    pub steps: usize,
    /// Steps in all.
    pub of: usize,
}

impl Survey {
    /// A survey for the measure, the group and all else that rules say beside what a survey tries.
    ///
    /// # Errors
    /// When the data set cannot be analysed under any combination.
    pub fn new(data: &DataSet, rules: &Rules) -> Result<Self, AnalysisError> {
        let basis = data.basis(rules.basis).unwrap_or(Basis::Published);
        let mut plan = match basis {
            Basis::Published => vec![*rules],
            Basis::Computed => combinations(data, rules),
        };
        if plan.is_empty() {
            plan.push(*rules);
        }
        // Whatever stands against one combination stands against all.
        if let Some(first) = plan.first() {
            basis_of(data, first)?;
            Measured::after(None, data, first)?.check(rules.focus, RegionalRule::SimpleMean)?;
        }
        plan.reverse();
        Ok(Self {
            data: data.clone(),
            rules: *rules,
            basis,
            regional: offered(data, basis, rules.focus),
            steps: plan.len(),
            plan,
            members: None,
            rankings: Vec::new(),
            outcomes: Vec::new(),
        })
    }

    /// Takes a step; nothing where all are taken.
    pub fn advance(&mut self) -> Option<Surveyed> {
        let rules = self.plan.pop()?;
        if let Some(measured) = self.measured(&rules) {
            self.look_at(&measured, &rules);
        }
        Some(Surveyed {
            steps: self.steps - self.plan.len(),
            of: self.steps,
        })
    }

    /// What the steps taken have found.
    #[must_use]
    pub fn finish(self) -> Robustness {
        let trusts_testable = self.basis == Basis::Computed;
        let trusts = if trusts_testable {
            self.trusts()
        } else {
            Vec::new()
        };
        Robustness {
            outcomes: self.outcomes,
            trusts_testable,
            trusts,
        }
    }

    fn measured(&mut self, rules: &Rules) -> Option<Measured> {
        let judgement = match self.basis {
            Basis::Published => Judgement::new(&self.data, rules).ok()?,
            Basis::Computed => {
                let (data, rules) = (self.data.clone(), *rules);
                Judgement::of_members(&data, &rules, self.members(&rules))
            }
        };
        Measured::new(&Rc::new(judgement), rules.measure).ok()
    }

    fn members(&mut self, rules: &Rules) -> &[Members] {
        let fits = |judged: &JudgedOnce| {
            judged.min_years == rules.min_years && judged.needs_years == rules.needs_years()
        };
        if !self.members.as_ref().is_some_and(fits) {
            self.members = None;
        }
        let data = &self.data;
        let judged = self.members.get_or_insert_with(|| JudgedOnce {
            min_years: rules.min_years,
            needs_years: rules.needs_years(),
            members: judge(data, rules).0,
        });
        &judged.members
    }

    /// Notes what a combination gives under each regional rule.
    fn look_at(&mut self, measured: &Measured, rules: &Rules) {
        let placed = placed(measured, rules);
        let mut known = self.rankings.iter();
        let ranking = known.position(|known| *known == placed);
        let ranking = ranking.unwrap_or_else(|| {
            self.rankings.push(placed);
            self.rankings.len() - 1
        });
        for &regional in &self.regional {
            let rules = Rules { regional, ..*rules };
            let (all, regions) = figures(measured, &rules);
            let same = self.outcomes.iter_mut().find(|outcome| {
                outcome.ranking == ranking
                    && steps(outcome.all) == steps(all)
                    && same_figures(&outcome.regions, &regions)
            });
            match same {
                Some(outcome) => outcome.rules.push(rules),
                None => self.outcomes.push(Outcome {
                    rules: vec![rules],
                    all,
                    regions,
                    ranking,
                }),
            }
        }
    }

    /// What became of each trust, in the order of the trusts of the data set.
    fn trusts(&self) -> Vec<TrustRobustness> {
        let Some(links) = self.data.links.as_deref() else {
            return Vec::new();
        };
        let mut tallies = vec![Tally::default(); links.trusts().len()];
        // Of a ranking, in how many outcomes it is that of the trusts.
        for (place, ranking) in self.rankings.iter().enumerate() {
            let outcomes = self.outcomes.iter();
            let times = outcomes.filter(|outcome| outcome.ranking == place).count();
            for placed in ranking {
                if let Some(tally) = tallies.get_mut(placed.trust) {
                    tally.count(placed, times);
                }
            }
        }
        let found = links.trusts().iter().zip(&tallies);
        found
            .filter_map(|(trust, tally)| {
                let of = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
                Some(TrustRobustness {
                    uid: trust.uid.shared(),
                    name: Rc::clone(&trust.name),
                    region: tally.chief_region()?,
                    england: tally.england,
                    regional: tally.regional,
                    top_ten_share: of(tally.top_ten, tally.eligible),
                    england_top_ten_share: of(tally.england_top_ten, tally.eligible),
                    eligible_share: of(tally.eligible, self.outcomes.len()),
                })
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
struct Tally {
    eligible: usize,
    top_ten: usize,
    england_top_ten: usize,
    england: Option<(Rank, Rank)>,
    regional: Option<(Rank, Rank)>,
    regions: [usize; Region::ALL.len()],
}

impl Tally {
    fn count(&mut self, placed: &Placed, times: usize) {
        self.eligible += times;
        if let Some(count) = self.regions.get_mut(placed.region as usize) {
            *count += times;
        }
        if let Some((_, rank, regional)) = placed.ranked {
            widen(&mut self.england, rank);
            widen(&mut self.regional, regional);
            self.top_ten += if regional.is_top_ten() { times } else { 0 };
            self.england_top_ten += if rank.is_top_ten() { times } else { 0 };
        }
    }

    /// The region of most outcomes; nothing where the trust is in none.
    fn chief_region(&self) -> Option<Region> {
        let counted = Region::ALL.into_iter().zip(self.regions);
        // Of regions that are alike the first.
        let chief = counted.rev().max_by_key(|(_, count)| *count);
        chief
            .filter(|(_, count)| *count > 0)
            .map(|(region, _)| region)
    }
}

fn widen(range: &mut Option<(Rank, Rank)>, rank: Rank) {
    *range = Some(match *range {
        Some((best, worst)) => (best.min(rank), worst.max(rank)),
        None => (rank, rank),
    });
}

/// Every combination but for the regional figure that the input allows, those together that count the
/// same schools.
fn combinations(data: &DataSet, rules: &Rules) -> Vec<Rules> {
    let mut combinations = Vec::new();
    let knows_years = knows_years(data);
    for min_years in LEAST_YEARS {
        for weight in WEIGHTS {
            for min_schools in LEAST_SCHOOLS {
                let rules = Rules {
                    weight,
                    min_years,
                    min_schools,
                    ..*rules
                };
                if (knows_years || !rules.needs_years()) && basis_of(data, &rules).is_ok() {
                    combinations.push(rules);
                }
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

/// The ranks of every eligible trust, in the order of the trusts.
fn placed(measured: &Measured, rules: &Rules) -> Vec<Placed> {
    let question = question(rules);
    let cases = &measured.cases;
    let values = cases.iter().map(|case| (case.region, question.value(case)));
    let values: Vec<(Region, Value)> = values.collect();
    let mut placed: Vec<Placed> = cases
        .iter()
        .map(|case| Placed {
            trust: case.place,
            region: case.region,
            ranked: None,
        })
        .collect();
    for one in ranked(rules, &values, (0..cases.len()).collect()) {
        if let Some(placed) = placed.get_mut(one.place) {
            placed.ranked = Some((one.figure.steps(), one.rank, one.regional_rank));
        }
    }
    placed
}

/// The figures of all trusts and of the regions, the best first.
fn figures(measured: &Measured, rules: &Rules) -> (Option<Figure>, Vec<(Region, Figure)>) {
    let question = question(rules);
    let regions = Region::ALL.into_iter().filter_map(|region| {
        let figure = question.figure_of(measured, Scope::Region(region))?;
        Some((region, figure))
    });
    let all = question.figure_of(measured, Scope::All);
    let sign = if rules.smaller_is_better() { 1 } else { -1 };
    let key = |(_, figure): &(Region, Figure)| figure.steps() * sign;
    (all, sorted_by_key(regions.collect(), key))
}

const fn question(rules: &Rules) -> Question {
    Question {
        measure: rules.measure,
        focus: rules.focus,
        rule: rules.regional,
    }
}

fn steps(figure: Option<Figure>) -> Option<i64> {
    figure.map(Figure::steps)
}

fn same_figures(one: &[(Region, Figure)], other: &[(Region, Figure)]) -> bool {
    let key = |(region, figure): &(Region, Figure)| (*region, figure.steps());
    one.iter().map(key).eq(other.iter().map(key))
}
