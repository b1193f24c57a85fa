//! The whole analysis of one data set under one set of rules.

use std::rc::Rc;

use crate::layout::{ByGroup, TotalOf};
use crate::model::{Basis, DataSet};
use crate::terms::order::order;
use crate::terms::{Area, Figure, Focus, Group, Missing, Region, Value};

use super::case::Case;
use super::figures::{England, LocalArea};
use super::regional::{Question, Scope};
use super::{
    Analysis, AnalysisError, Judgement, Measured, Rank, RegionFigures, RegionalRule, Rules, Status,
    TrustFigures, competition_ranks,
};

/// The regional rules that a data set allows for a basis and focus.
#[must_use]
pub fn offered(data: &DataSet, basis: Basis, focus: Focus) -> Vec<RegionalRule> {
    RegionalRule::ALL
        .into_iter()
        .filter(|&rule| rule_needs(data, basis, focus, rule).is_none())
        .collect()
}

/// What a rule lacks in a data set; nothing where it can be used.
fn rule_needs(
    data: &DataSet,
    basis: Basis,
    focus: Focus,
    rule: RegionalRule,
) -> Option<&'static str> {
    match (rule, basis) {
        (RegionalRule::SimpleMean, _) | (RegionalRule::BySchool, Basis::Computed) => None,
        (RegionalRule::PupilWeighted, _) if has_pupils(data, basis, focus) => None,
        (RegionalRule::PupilWeighted, Basis::Published) => {
            Some("the trusts' pupils and their shares, of which the files have no column")
        }
        (RegionalRule::PupilWeighted, Basis::Computed) => {
            Some("the schools' pupils, of which the files have no column")
        }
        (RegionalRule::BySchool, Basis::Published) => {
            Some("school files; these files hold trusts alone")
        }
    }
}

fn has_pupils(data: &DataSet, basis: Basis, focus: Focus) -> bool {
    let groups: &[Group] = match focus {
        Focus::All => &[Group::All],
        _ => &[Group::Disadvantaged, Group::Other],
    };
    let of_schools = |group: Group| {
        data.schools.as_ref().is_some_and(|table| {
            let pupils = table.schools.columns().pupils.get(group);
            (0..pupils.len()).any(|row| pupils.is_published(row))
        })
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

/// Analyses a data set: eligibility, figures, ranks and regions. A trust's figures are computed from
/// its schools where school files and group links are there; those of a trust file are already
/// weighted and used as they stand.
///
/// # Errors
/// When the files hold no trusts, no column of the measure or of it for the group, or lack what a
/// rule needs.
///
/// ```
/// use trust_gap::{layout::read_file, method::{analyse, Rules}, model::Library};
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

/// [`analyse`] with areas of the user's own beside the regions.
///
/// # Errors
/// As [`analyse`].
pub fn analyse_with_areas(
    data: &DataSet,
    rules: &Rules,
    areas: &[Area],
) -> Result<Analysis, AnalysisError> {
    Measured::after(None, data, rules)?.analysis(rules.focus, rules.regional, areas)
}

/// The analyses of every measure and for every group that a data set offers, under rules that are
/// alike in all else; its trusts and schools are judged once.
///
/// # Errors
/// As [`analyse`], for the first that cannot be made.
///
/// ```
/// use trust_gap::{layout::read_file, method::{every_measure, Rules}, model::Library};
/// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,ATT8SCR_WGTAVG,P8MEA_WGTAVG\n1,ONE,London,40,0.1\n";
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let analyses = every_measure(&library.newest().unwrap(), &Rules::default()).unwrap();
/// let measures: Vec<_> = analyses.iter().map(|analysis| analysis.rules.measure.key()).collect();
/// assert_eq!(measures, ["att8", "p8"]);
/// ```
pub fn every_measure(data: &DataSet, rules: &Rules) -> Result<Vec<Analysis>, AnalysisError> {
    let judgement = Rc::new(Judgement::new(data, rules)?);
    let mut analyses = Vec::new();
    for measure in data.measures(judgement.basis) {
        let measured = Measured::new(&judgement, measure)?;
        for focus in data.focuses(judgement.basis, measure) {
            analyses.push(measured.analysis(focus, rules.regional, &[])?);
        }
    }
    Ok(analyses)
}

impl Measured {
    /// The regional rules that can be had for a focus.
    pub(super) fn offered(&self, focus: Focus) -> Vec<RegionalRule> {
        offered(&self.judgement.data, self.judgement.basis, focus)
    }

    /// The analysis for a group or the gap under a regional rule, with areas of the user's own beside
    /// the regions.
    ///
    /// # Errors
    /// When the files have no column of the measure for the group, or lack what the rule needs.
    pub fn analysis(
        &self,
        focus: Focus,
        regional: RegionalRule,
        areas: &[Area],
    ) -> Result<Analysis, AnalysisError> {
        self.check(focus, regional)?;
        let Judgement {
            data, basis, rules, ..
        } = &*self.judgement;
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
        Ok(Analysis {
            year: data.year,
            rules,
            basis: *basis,
            all: question.area(self, Scope::All),
            regions: regions(question, self),
            areas: match basis {
                Basis::Computed => areas
                    .iter()
                    .map(|area| self.local_area(question, area))
                    .collect(),
                Basis::Published => Vec::new(),
            },
            england: self.england(),
            trusts: trusts(question, &rules, &self.cases),
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
        Some(ByGroup::make(|group| {
            total.attainment.value(self.measure, group)
        }))
    }

    fn england(&self) -> England {
        England {
            state_funded: self.total(TotalOf::StateFunded),
            all_schools: self.total(TotalOf::AllSchools),
        }
    }

    fn local_area(&self, question: Question, area: &Area) -> LocalArea {
        LocalArea {
            figures: question.area(self, Scope::Area(area)),
            authorities: area
                .authorities
                .iter()
                .map(|&code| (code, self.total(TotalOf::Authority(code))))
                .collect(),
            area: area.clone(),
        }
    }
}

fn regions(question: Question, measured: &Measured) -> Vec<RegionFigures> {
    Region::ALL
        .into_iter()
        .map(|region| RegionFigures {
            region,
            area: question.area(measured, Scope::Region(region)),
        })
        .filter(|figures| figures.area.eligible > 0 || figures.area.figure.is_some())
        .collect()
}

/// Every trust, by its rank, then by its name.
fn trusts(question: Question, rules: &Rules, cases: &[Case]) -> Vec<TrustFigures> {
    let statuses = statuses(question, rules, cases);
    let key = |place: usize| {
        let (case, status) = (cases.get(place)?, statuses.get(place)?);
        let rank = status.rank().map_or(u32::MAX, Rank::place);
        Some((rank, &case.name, &case.uid))
    };
    let in_order = order(cases.len(), &|one, two| key(one).cmp(&key(two)));
    in_order
        .into_iter()
        .filter_map(|place| {
            let (case, status) = (cases.get(place)?, *statuses.get(place)?);
            Some(trust(case, rules, status))
        })
        .collect()
}

fn trust(case: &Case, rules: &Rules, status: Status) -> TrustFigures {
    TrustFigures {
        place: case.place,
        uid: Rc::clone(&case.uid),
        name: Rc::clone(&case.name),
        region: case.region,
        pupils: case.pupils,
        group_pupils: *case.group_pupils.get(rules.focus.weighing_group()),
        disadvantaged: *case.values.get(Group::Disadvantaged),
        other: *case.values.get(Group::Other),
        gap: case.gap(rules.measure),
        status,
        schools: Rc::clone(&case.schools),
    }
}

/// Each eligible trust's figure with its ranks, in the order given.
fn statuses(question: Question, rules: &Rules, cases: &[Case]) -> Vec<Status> {
    let values: Vec<Value> = cases.iter().map(|case| question.value(case)).collect();
    let mut national: Vec<Option<Rank>> = vec![None; cases.len()];
    for (place, _, rank) in ranks(rules, cases, &values, None) {
        if let Some(slot) = national.get_mut(place) {
            *slot = Some(rank);
        }
    }
    let mut statuses: Vec<Status> = values
        .iter()
        .map(|value| Status::Missing(value.missing().unwrap_or(Missing::NotAvailable)))
        .collect();
    for region in Region::ALL {
        for (place, figure, regional_rank) in ranks(rules, cases, &values, Some(region)) {
            let rank = national.get(place).copied().flatten();
            if let (Some(status), Some(rank)) = (statuses.get_mut(place), rank) {
                *status = Status::Published {
                    figure,
                    rank,
                    regional_rank,
                };
            }
        }
    }
    statuses
}

/// The places, figures and ranks of the published trusts, of one region or of all.
pub(super) fn ranks(
    rules: &Rules,
    cases: &[Case],
    values: &[Value],
    only: Option<Region>,
) -> Vec<(usize, Figure, Rank)> {
    let (places, figures): (Vec<usize>, Vec<Figure>) = cases
        .iter()
        .zip(values)
        .enumerate()
        .filter(|(_, (case, _))| only.is_none_or(|only| only == case.region))
        .filter_map(|(place, (_, value))| Some((place, value.figure()?)))
        .unzip();
    let ranks = competition_ranks(&figures, rules.smaller_is_better());
    places
        .into_iter()
        .zip(figures)
        .zip(ranks)
        .map(|((place, figure), rank)| (place, figure, rank))
        .collect()
}
