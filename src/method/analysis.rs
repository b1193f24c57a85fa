//! The whole analysis of one data set under one set of rules.

use std::cmp::Ordering;

use crate::layout::TrustRecord;
use crate::model::DataSet;
use crate::terms::order::sorted;
use crate::terms::{Figure, Focus, Group, Missing, Region, Value};

use super::regional::{Question, gap_of, pupils_of};
use super::{
    Analysis, AnalysisError, AreaFigures, Exclusion, Level, Rank, RegionFigures, RegionalRule,
    Rules, Status, TrustFigures, competition_ranks, eligibility,
};

/// The regional rules that a data set allows for a focus.
#[must_use]
pub fn offered(data: &DataSet, focus: Focus) -> Vec<RegionalRule> {
    RegionalRule::ALL
        .into_iter()
        .filter(|&rule| rule_needs(data, focus, rule).is_none())
        .collect()
}

/// What a rule lacks in a data set; nothing where it can be used.
fn rule_needs(data: &DataSet, focus: Focus, rule: RegionalRule) -> Option<&'static str> {
    let groups: &[Group] = match focus {
        Focus::All => &[Group::All],
        _ => &[Group::Disadvantaged, Group::Other],
    };
    let has_pupils = || {
        groups.iter().all(|&group| {
            data.trusts
                .iter()
                .any(|trust| pupils_of(trust, group).is_some())
        })
    };
    match rule {
        RegionalRule::SimpleMean => None,
        RegionalRule::PupilWeighted if has_pupils() => None,
        RegionalRule::PupilWeighted => {
            Some("the trusts' pupils and their shares, of which the files have no column")
        }
        RegionalRule::BySchool => Some("school files; these files hold trusts alone"),
    }
}

/// Analyses a data set: eligibility, figures, ranks and regions. Trust files are already weighted:
/// their figures are used as they stand.
///
/// # Errors
/// When the files have no column of the measure or of it for the group, or lack what the regional
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
    let focuses = data.focuses(rules.measure);
    if focuses.is_empty() {
        return Err(AnalysisError::MeasureNotOffered {
            measure: rules.measure,
            offered: data.measures(),
        });
    }
    if !focuses.contains(&rules.focus) {
        return Err(AnalysisError::GroupNotOffered {
            measure: rules.measure,
            focus: rules.focus,
            offered: focuses,
        });
    }
    if let Some(needs) = rule_needs(data, rules.focus, rules.regional) {
        return Err(AnalysisError::RuleNotOffered {
            rule: rules.regional,
            needs,
        });
    }
    let (eligible, excluded) = split(data, rules);
    let question = Question {
        measure: rules.measure,
        focus: rules.focus,
        rule: rules.regional,
    };
    Ok(Analysis {
        year: data.year,
        rules: *rules,
        all: area(question, eligible.iter().map(|&(_, trust)| trust)),
        regions: regions(question, &eligible),
        trusts: trusts(question, &eligible),
        excluded,
    })
}

type Eligible<'a> = (Region, &'a TrustRecord);

fn split<'a>(data: &'a DataSet, rules: &Rules) -> (Vec<Eligible<'a>>, Vec<Exclusion>) {
    let mut eligible = Vec::with_capacity(data.trusts.len());
    let mut excluded = Vec::new();
    for trust in &data.trusts {
        match (eligibility::reason_against(trust, rules), trust.region) {
            (None, Some(region)) => eligible.push((region, trust)),
            (reason, _) => excluded.push(Exclusion {
                level: Level::Trust,
                uid: Some(trust.uid.to_string()),
                urn: None,
                name: trust.name.clone(),
                reason: reason.unwrap_or(super::Reason::NoLeadRegion),
            }),
        }
    }
    (eligible, excluded)
}

fn area<'a>(question: Question, trusts: impl Iterator<Item = &'a TrustRecord>) -> AreaFigures {
    let trusts: Vec<&TrustRecord> = trusts.collect();
    let published = trusts
        .iter()
        .filter(|trust| value_of(trust, question).figure().is_some())
        .count();
    AreaFigures {
        eligible: trusts.len(),
        published,
        figure: question.figure(&trusts),
        pair: question.pair(&trusts),
        with_both: trusts
            .iter()
            .filter(|trust| gap_of(trust, question.measure).is_some())
            .count(),
        without_weight: question.without_weight(&trusts),
    }
}

fn regions(question: Question, eligible: &[Eligible<'_>]) -> Vec<RegionFigures> {
    Region::ALL
        .into_iter()
        .map(|region| {
            let members = eligible
                .iter()
                .filter(|(of, _)| *of == region)
                .map(|&(_, trust)| trust);
            RegionFigures {
                region,
                area: area(question, members),
            }
        })
        .filter(|figures| figures.area.eligible > 0)
        .collect()
}

/// A trust's value for the focus; a gap that lacks an end has that end's reason.
fn value_of(trust: &TrustRecord, question: Question) -> Value {
    let value = |group| trust.attainment.value(question.measure, group);
    match question.focus.group() {
        Some(group) => value(group),
        None => gap_of(trust, question.measure).map_or_else(
            || {
                let reason = value(Group::Disadvantaged)
                    .missing()
                    .or(value(Group::Other).missing());
                Value::Missing(reason.unwrap_or(Missing::NotAvailable))
            },
            Value::Published,
        ),
    }
}

fn trusts(question: Question, eligible: &[Eligible<'_>]) -> Vec<TrustFigures> {
    let statuses = statuses(question, eligible);
    let trusts: Vec<TrustFigures> = eligible
        .iter()
        .zip(statuses)
        .map(|(&(region, trust), status)| TrustFigures {
            uid: trust.uid.to_string(),
            name: trust.name.clone(),
            region,
            pupils: trust.pupils.ok(),
            group_pupils: pupils_of(
                trust,
                question.focus.group().unwrap_or(Group::Disadvantaged),
            ),
            disadvantaged: trust
                .attainment
                .value(question.measure, Group::Disadvantaged),
            other: trust.attainment.value(question.measure, Group::Other),
            gap: gap_of(trust, question.measure),
            status,
        })
        .collect();
    sorted(trusts, by_rank_then_name)
}

fn by_rank_then_name(one: &TrustFigures, two: &TrustFigures) -> Ordering {
    let place = |trust: &TrustFigures| trust.rank().map_or(u32::MAX, Rank::place);
    place(one)
        .cmp(&place(two))
        .then_with(|| one.name.cmp(&two.name))
        .then_with(|| one.uid.cmp(&two.uid))
}

/// Each eligible trust's figure with its ranks, in the order given.
fn statuses(question: Question, eligible: &[Eligible<'_>]) -> Vec<Status> {
    let values: Vec<Value> = eligible
        .iter()
        .map(|(_, trust)| value_of(trust, question))
        .collect();
    let mut national: Vec<Option<Rank>> = vec![None; eligible.len()];
    for (place, _, rank) in ranks(question.focus, eligible, &values, None) {
        if let Some(slot) = national.get_mut(place) {
            *slot = Some(rank);
        }
    }
    let mut statuses: Vec<Status> = values
        .iter()
        .map(|value| Status::Missing(value.missing().unwrap_or(Missing::NotAvailable)))
        .collect();
    for region in Region::ALL {
        for (place, figure, regional_rank) in ranks(question.focus, eligible, &values, Some(region))
        {
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
fn ranks(
    focus: Focus,
    eligible: &[Eligible<'_>],
    values: &[Value],
    only: Option<Region>,
) -> Vec<(usize, Figure, Rank)> {
    let (places, figures): (Vec<usize>, Vec<Figure>) = eligible
        .iter()
        .zip(values)
        .enumerate()
        .filter(|(_, ((region, _), _))| only.is_none_or(|only| only == *region))
        .filter_map(|(place, (_, value))| Some((place, value.figure()?)))
        .unzip();
    let ranks = competition_ranks(&figures, focus.smaller_is_better());
    places
        .into_iter()
        .zip(figures)
        .zip(ranks)
        .map(|((place, figure), rank)| (place, figure, rank))
        .collect()
}
