//! The whole analysis of one data set under one set of rules.

use std::rc::Rc;

use records::model::{Basis, DataSet};
use records::terms::order::in_order;
use records::terms::{Area, FEWEST_PUPILS, Figure, Focus, Group, Missing, Region, Value};
use records::{ByGroup, TotalOf};

use crate::words::analysis as words;

use super::figures::{England, LocalArea};
use super::precision::{Estimator, Precision};
use super::rank::{Ladder, best_first};
use super::regional::{Question, Scope};
use super::trust_values::TrustValues;
use super::within::{ranks_in, says_where};
use super::{
    Analysis, AnalysisError, IntervalChoices, Judgement, Measured, Rank, RegionFigures, RegionalRule, Rules, Status,
    TrustFigures,
};

/// The regional rules that a data set allows for a basis and focus.
#[must_use]
pub fn offered(data: &DataSet, basis: Basis, focus: Focus) -> Vec<RegionalRule> {
    RegionalRule::ALL
        .into_iter()
        .filter(|&rule| rule_needs(data, basis, focus, rule).is_none())
        .collect()
}

/// What a rule needs and a data set does not have; `None` if it can be used.
fn rule_needs(data: &DataSet, basis: Basis, focus: Focus, rule: RegionalRule) -> Option<&'static str> {
    match (rule, basis) {
        (RegionalRule::SimpleMean, _) | (RegionalRule::BySchool, Basis::Computed) => None,
        (RegionalRule::PupilWeighted, _) if has_pupils(data, basis, focus) => None,
        (RegionalRule::PupilWeighted, Basis::Published) => Some(words::PUPILS_OF_TRUSTS),
        (RegionalRule::PupilWeighted, Basis::Computed) => Some(words::PUPILS_OF_SCHOOLS),
        (RegionalRule::BySchool, Basis::Published) => Some(words::SCHOOL_FILES),
    }
}

fn has_pupils(data: &DataSet, basis: Basis, focus: Focus) -> bool {
    let groups: &[Group] = match focus {
        Focus::All => &[Group::All],
        _ => &[Group::Disadvantaged, Group::Other],
    };
    let of_schools = |group: Group| {
        data.schools
            .as_ref()
            .is_some_and(|table| table.schools.iter().any(|school| school.pupils(group).is_ok()))
    };
    let of_trusts = |group: Group| {
        data.trusts().iter().any(|trust| {
            let share = match group {
                Group::All => Ok(0.0),
                Group::Disadvantaged => trust.disadvantaged_share,
                Group::Other => trust.other_share,
            };
            trust.pupils.is_ok() && share.is_ok()
        })
    };
    groups.iter().all(|&group| match basis {
        Basis::Computed => of_schools(group),
        Basis::Published => of_trusts(group),
    })
}

/// Analyses a data set: eligibility, figures, ranks and regions. A trust's figures are computed
/// from its schools if there are school files and group links; those of a trust file are already
/// weighted and used unchanged.
///
/// # Errors
/// If the files have no trusts, no column of the measure or of it for the group, or lack what a
/// rule needs.
///
/// ```
/// use read::layout::read_file;
/// use method::{analyse, Rules};
/// use records::model::Library;
/// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n\
///            1,ONE,London,40%\n2,TWO,London,SUPPMAT\n3,THREE,London,20%\n";
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let analysis = analyse(&library.newest().unwrap(), &Rules::default()).unwrap();
/// assert_eq!(analysis.all.eligible, 3);
/// assert_eq!(analysis.all.figure.unwrap().in_sentence(), "30.0%");
/// ```
pub fn analyse(data: &DataSet, rules: &Rules) -> Result<Analysis, AnalysisError> {
    analyse_with_areas(data, rules, &[])
}

/// [`analyse`] with user-defined areas beside the regions.
///
/// # Errors
/// As [`analyse`].
pub fn analyse_with_areas(data: &DataSet, rules: &Rules, areas: &[Area]) -> Result<Analysis, AnalysisError> {
    let choices = IntervalChoices::default();
    Measured::after(None, data, rules)?.analysis(rules.focus, rules.regional, areas, &choices)
}

impl Measured {
    /// The regional rules available for a focus.
    pub(super) fn offered(&self, focus: Focus) -> Vec<RegionalRule> {
        offered(&self.judgement.data, self.judgement.basis, focus)
    }

    /// The analysis for a group or the gap under a regional rule, with user-defined areas beside
    /// the regions, and with the chosen intervals.
    ///
    /// # Errors
    /// If the files have no column of the measure for the group, or lack what the rule needs.
    ///
    /// ```
    /// use read::layout::read_file;
    /// use method::{IntervalChoices, Measured, Rules};
    /// use records::model::Library;
    /// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,\
    ///            PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,400,25%,65%\n";
    /// let mut library = Library::default();
    /// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
    /// let rules = Rules::default();
    /// let measured = Measured::after(None, &library.newest().unwrap(), &rules).unwrap();
    /// let analysis = measured.analysis(rules.focus, rules.regional, &[], &IntervalChoices::default()).unwrap();
    /// // 65 of 100: the vector of the method, section 4.
    /// let interval = analysis.trusts[0].precision.unwrap().interval;
    /// assert!((interval.low() - 55.254_443_296_887_97).abs() < 1e-9);
    /// assert!(analysis.intervals.is_upper_bound);
    /// ```
    pub fn analysis(
        &self,
        focus: Focus,
        regional: RegionalRule,
        areas: &[Area],
        interval_choices: &IntervalChoices,
    ) -> Result<Analysis, AnalysisError> {
        self.check(focus, regional)?;
        let Judgement { data, basis, rules, .. } = &*self.judgement;
        let rules = Rules {
            measure: self.measure,
            focus,
            regional,
            ..*rules
        };
        let question = Question {
            measure: self.measure,
            focus,
            rule: regional,
        };
        let estimator = Estimator::new(self, question, interval_choices);
        let country = question.country(self, &estimator);
        let trusts = trusts(question, &rules, self, country.trusts);
        let areas = if says_where(&trusts) {
            self.local_areas(question, &rules, &trusts, areas, &estimator)
        } else {
            Vec::new()
        };
        Ok(Analysis {
            year: data.year,
            rules,
            basis: *basis,
            coverage: data.coverage(*basis),
            other_coverage: data
                .bases()
                .into_iter()
                .find(|other| other != basis)
                .map(|other| (other, data.coverage(other))),
            intervals: estimator.intervals(),
            all: country.all,
            regions: country
                .regions
                .into_iter()
                .filter(|(_, area)| area.eligible > 0 || area.figure.is_some())
                .map(|(region, area)| RegionFigures { region, area })
                .collect(),
            areas,
            england: self.england(),
            adjustment: (self.adjusted.as_ref())
                .map(|adjusted| Rc::new(adjusted.described(self, focus, interval_choices))),
            trusts,
            excluded: Rc::clone(&self.judgement.excluded),
        })
    }

    pub(super) fn check(&self, focus: Focus, rule: RegionalRule) -> Result<(), AnalysisError> {
        let (data, basis) = (&self.judgement.data, self.judgement.basis);
        let measure = self.measure;
        let offered = data.focuses(basis, measure);
        if !offered.contains(&focus) {
            return Err(AnalysisError::GroupNotOffered {
                measure,
                focus,
                offered,
            });
        }
        match rule_needs(data, basis, focus, rule) {
            Some(needs) => Err(AnalysisError::RuleNotOffered { rule, needs }),
            None => Ok(()),
        }
    }

    fn total(&self, of: TotalOf) -> Option<ByGroup<Value>> {
        let total = self.judgement.data.schools.as_ref()?.total(of)?;
        Some(ByGroup::make(|group| total.attainment.value(self.measure, group)))
    }

    pub(super) fn england(&self) -> England {
        England {
            state_funded: self.total(TotalOf::StateFunded),
            all_schools: self.total(TotalOf::AllSchools),
        }
    }

    /// The figures of the user's areas.
    fn local_areas(
        &self,
        question: Question,
        rules: &Rules,
        trusts: &[TrustFigures],
        areas: &[Area],
        estimator: &Estimator<'_>,
    ) -> Vec<LocalArea> {
        let has_totals = self.judgement.data.schools.is_some();
        let total = |code| (code, self.total(TotalOf::Authority(code)));
        let local = |area: &Area| LocalArea {
            ranks: ranks_in(trusts, area, rules.smaller_is_better()),
            figures: question.precise_area(self, Scope::Area(area), estimator),
            authorities: (area.authorities.iter().copied().map(total))
                .chain(area.of_other_years().map(total).filter(|(_, of)| of.is_some()))
                .filter(|_| has_totals)
                .collect(),
            area: area.clone(),
        };
        areas.iter().map(local).collect()
    }
}

/// Every trust, by rank and then by name; those without a figure last.
fn trusts(
    question: Question,
    rules: &Rules,
    measured: &Measured,
    precisions: Vec<Option<Precision>>,
) -> Vec<TrustFigures> {
    let cases = &measured.cases;
    let values: Vec<(Option<Region>, Value)> = cases.iter().map(|case| (case.region, question.value(case))).collect();
    let by_name = measured.judgement.by_name();
    let names = measured.judgement.readable_names();
    let ranked = ranked(rules, &values, by_name.to_vec());
    let mut statuses: Vec<Status> = (values.iter())
        .map(|(_, value)| Status::Missing(value.missing().unwrap_or(Missing::NotAvailable)))
        .collect();
    for one in &ranked {
        if let Some(status) = statuses.get_mut(one.index) {
            *status = one.status();
        }
    }
    let is_unranked = |index: usize| {
        let value = values.get(index);
        value.is_some_and(|(_, value)| value.missing().is_some())
    };
    let unranked = by_name.iter().copied().filter(|&index| is_unranked(index));
    let order = ranked.iter().map(|one| one.index).chain(unranked).collect();
    // Made in the order in which they are in memory: fetched in that of their ranks, many take several times as long.
    let made = cases.iter().zip(names).zip(statuses).zip(precisions);
    let made = made.map(|(((case, name), status), precision)| trust(case, Rc::clone(name), rules, status, precision));
    in_order(made.collect(), order)
}

fn trust(
    case: &TrustValues,
    readable_name: Rc<str>,
    rules: &Rules,
    status: Status,
    precision: Option<Precision>,
) -> TrustFigures {
    TrustFigures {
        index: case.index,
        uid: Rc::clone(&case.uid),
        name: Rc::clone(&case.name),
        readable_name,
        region: case.region,
        pupils: case.pupils,
        group_pupils: group_pupils(case, rules.focus.weighing_group()),
        disadvantaged: *case.values.get(Group::Disadvantaged),
        other: *case.values.get(Group::Other),
        gap: case.gap(rules.measure),
        status,
        precision,
        schools: Rc::clone(&case.schools),
        location: case.location.clone(),
    }
}

/// A trust's pupils of a group; `None` if they are so few that its figure is withheld.
fn group_pupils(case: &TrustValues, group: Group) -> Option<f64> {
    let missing = case.values.get(group).missing();
    let is_withheld = missing.is_some_and(Missing::is_withheld);
    case.group_pupils
        .get(group)
        .filter(|pupils| !(is_withheld && *pupils < FEWEST_PUPILS))
}

/// A trust that has a figure, by its index among the cases, with its ranks.
pub(super) struct Ranked {
    pub(super) index: usize,
    pub(super) figure: Figure,
    pub(super) rank: Rank,
    /// Its rank among the trusts of its region; `None` if that is not known.
    pub(super) regional_rank: Option<Rank>,
}

impl Ranked {
    const fn status(&self) -> Status {
        Status::Published {
            figure: self.figure,
            rank: self.rank,
            regional_rank: self.regional_rank,
        }
    }
}

/// Those of the indices whose trusts have a figure, by rank; ties keep their order. Regions' ranks
/// follow the same order, so one order is enough.
pub(super) fn ranked(rules: &Rules, values: &[(Option<Region>, Value)], indices: Vec<usize>) -> Vec<Ranked> {
    let figure = |index: usize| values.get(index)?.1.figure();
    let mut country = Ladder::default();
    let mut regions = Region::ALL.map(|_| Ladder::default());
    let mut ranked: Vec<Ranked> = best_first(indices, &figure, rules.smaller_is_better())
        .into_iter()
        .filter_map(|index| {
            let (region, value) = values.get(index)?;
            let figure = value.figure()?;
            let region = region.and_then(|region| regions.get_mut(region as usize));
            Some(Ranked {
                index,
                figure,
                rank: country.next(figure),
                regional_rank: region.map(|region| region.next(figure)),
            })
        })
        .collect();
    for one in &mut ranked {
        one.rank = country.settled(one.rank);
        let region = values.get(one.index).and_then(|(region, _)| *region);
        let region = region.and_then(|region| regions.get(region as usize));
        one.regional_rank = one
            .regional_rank
            .map(|rank| region.map_or(rank, |region| region.settled(rank)));
    }
    ranked
}
