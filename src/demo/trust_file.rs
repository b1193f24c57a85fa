//! The trust performance file.

use crate::layout::{GROUP_SUFFIXES, MEASURE_STEMS, TYPE_COUNTS};
use crate::method::weighting::{
    LEAST_SCHOOLS, LEAST_YEARS, SchoolPart, Weight, weighted_figure, years_in_trust,
};
use crate::terms::{AcademicYear, DayOfYear, Group, Measure};

use super::cohort::{Coverage, Results};
use super::sheet;
use super::{Demonstration, Kind, School, Trust};

/// The kinds of school that are counted apart, as the columns of [`TYPE_COUNTS`] follow each other.
const KINDS: [Kind; TYPE_COUNTS.len()] = [
    Kind::Converter,
    Kind::Sponsored,
    Kind::Free,
    Kind::Studio,
    Kind::TechnicalCollege,
];

/// A school that counts, with its years in the trust.
pub(super) struct Counting<'a> {
    school: &'a School,
    results: &'a Results,
    years: u32,
}

pub(super) fn write(demonstration: &Demonstration, year: AcademicYear) -> String {
    let rows = eligible(demonstration, year)
        .into_iter()
        .map(|(trust, members)| row(trust, &members, year));
    sheet::text(header(), rows)
}

/// The trusts that have a row, each with its schools that count.
pub(super) fn eligible(
    demonstration: &Demonstration,
    year: AcademicYear,
) -> Vec<(&Trust, Vec<Counting<'_>>)> {
    let mut members: Vec<Vec<Counting<'_>>> = Vec::new();
    members.resize_with(demonstration.trusts.len(), Vec::new);
    for (school, results) in demonstration.results(year) {
        let membership = school.membership;
        let Some((membership, joined)) = membership.and_then(|of| Some((of, of.joined()?))) else {
            continue;
        };
        let years = years_in_trust(year.ends(), joined, DayOfYear::SEPTEMBER_14);
        let counts = years >= LEAST_YEARS && results.coverage != Coverage::None;
        if let Some(members) = members.get_mut(membership.trust).filter(|_| counts) {
            members.push(Counting {
                school,
                results,
                years,
            });
        }
    }
    demonstration
        .trusts
        .iter()
        .zip(members)
        .filter(|(_, members)| members.len() >= LEAST_SCHOOLS as usize)
        .collect()
}

/// The results of a trust's schools together.
pub(super) fn everyone(members: &[Counting<'_>]) -> Results {
    members
        .iter()
        .fold(Results::default(), |sum, member| sum.plus(member.results))
}

/// A group's share of the pupils, 0 to 100, or the code that the file has in its place.
pub(super) fn share(trust: &Trust, everyone: &Results, group: Group) -> Result<f64, &'static str> {
    if trust.withheld {
        return Err("SUPPMAT");
    }
    Ok(100.0 * everyone.of(group).pupils / everyone.of(Group::All).pupils)
}

/// What a trust file says of pupils beside their results, before rounding.
pub(super) struct Context {
    pub(super) eal_share: f64,
    pub(super) sen_share: f64,
    pub(super) start: f64,
}

/// Who the pupils of a trust are.
pub(super) fn context(everyone: &Results) -> Context {
    let pupils = everyone.of(Group::All).pupils;
    let found = everyone.context;
    Context {
        eal_share: 100.0 * found.eal / pupils,
        sen_share: 100.0 * (found.sen_plan + found.sen_support) / pupils,
        start: found.starts / pupils,
    }
}

/// How many of a trust's schools are of each of [`KINDS`].
pub(super) fn kinds(members: &[Counting<'_>]) -> [usize; KINDS.len()] {
    KINDS.map(|kind| {
        let of_kind = members.iter().filter(|member| member.school.kind == kind);
        of_kind.count()
    })
}

fn header() -> Vec<String> {
    let start = [
        "TIME_PERIOD",
        "TIME_IDENTIFIER",
        "TRUST_GROUP_TYPE",
        "TRUST_NAME",
        "TRUST_UID",
        "TRUST_ID",
        "TRUST_LEADREGION",
        "INSTITUTIONS_MATPTINC",
        "NUMINST_MATPTINC",
    ];
    let end = [
        "NUMINST_FSM6CLA1A_MATPTINC",
        "NUMINST_3_MATPTINC",
        "NUMINST_4_MATPTINC",
        "NUMINST_5PLUS_MATPTINC",
        "TPUP_MATPTINC",
        "KS2ASS_MATPTINC",
        "PFSM6CLA1A_MATPTINC",
        "PNOTFSM6CLA1A_MATPTINC",
        "PEALGRP2_MATPTINC",
        "PSEN_ALL4_MATPTINC",
    ];
    let mut header: Vec<String> = start
        .into_iter()
        .chain(TYPE_COUNTS.map(|(_, column)| column))
        .chain(end)
        .map(str::to_owned)
        .collect();
    for (_, suffix) in GROUP_SUFFIXES {
        for (measure, stem) in MEASURE_STEMS {
            if measure == Measure::Progress8 {
                header.push(format!("P8MEACOV{suffix}"));
            }
            header.push(format!("{stem}{suffix}"));
            if measure == Measure::Progress8 {
                header.push(format!("P8CILOW{suffix}"));
                header.push(format!("P8CIUPP{suffix}"));
            }
        }
    }
    header
}

fn row(trust: &Trust, members: &[Counting<'_>], year: AcademicYear) -> Vec<String> {
    let number = |wanted: &dyn Fn(&Counting<'_>) -> bool| {
        members
            .iter()
            .filter(|&member| wanted(member))
            .count()
            .to_string()
    };
    let urns: Vec<String> = members
        .iter()
        .map(|member| member.school.urn.to_string())
        .collect();
    let everyone = everyone(members);
    let pupils = everyone.of(Group::All).pupils;
    let context = context(&everyone);
    let share = |group| match share(trust, &everyone, group) {
        Ok(share) => sheet::percent(share),
        Err(code) => code.to_owned(),
    };
    let mut row = vec![
        year.time_period(),
        "AcademicYear".to_owned(),
        "Multi-academy trusts".to_owned(),
        trust.name.clone(),
        trust.uid.to_string(),
        trust.id(),
        trust.place.region.name().to_owned(),
        urns.join(";"),
        members.len().to_string(),
    ];
    row.extend(kinds(members).map(|count| count.to_string()));
    row.extend([
        number(&|member| member.results.disadvantaged.pupils > 0.0),
        number(&|member| member.years == 3),
        number(&|member| member.years == 4),
        number(&|member| member.years >= 5),
        sheet::decimals(pupils, 0),
        sheet::decimals(context.start, 1),
        share(Group::Disadvantaged),
        share(Group::Other),
        sheet::percent(context.eal_share),
        sheet::percent(context.sen_share),
    ]);
    for (group, _) in GROUP_SUFFIXES {
        for (measure, _) in MEASURE_STEMS {
            row.extend(cells(trust, members, measure, group, year));
        }
    }
    row
}

/// A measure's figure for a group before rounding, or the code that the file has in its place.
pub(super) fn figure(
    trust: &Trust,
    members: &[Counting<'_>],
    measure: Measure,
    group: Group,
) -> Result<f64, &'static str> {
    if trust.withheld && group != Group::All {
        return Err("SUPPMAT");
    }
    weighted_figure(&parts(members, measure, group), Weight::default()).ok_or("NE")
}

/// The schools that have a figure.
fn parts(members: &[Counting<'_>], measure: Measure, group: Group) -> Vec<SchoolPart> {
    let part = |member: &Counting<'_>| {
        Some(SchoolPart {
            pupils: member.results.of(group).counted(measure),
            years: member.years,
            value: member.results.published(measure, group).ok()?,
        })
    };
    members.iter().filter_map(part).collect()
}

/// What stands beside a Progress 8 figure: the share of the group's pupils who are in it, 0 to 100, and
/// its interval, both before rounding.
pub(super) fn in_progress8(
    members: &[Counting<'_>],
    figure: f64,
    group: Group,
    year: AcademicYear,
) -> (f64, [f64; 2]) {
    let counted: f64 = parts(members, Measure::Progress8, group)
        .iter()
        .map(|part| part.pupils)
        .sum();
    let pupils: f64 = members
        .iter()
        .map(|member| member.results.of(group).pupils)
        .sum();
    let interval = sheet::interval(figure, counted, year.ends());
    (100.0 * counted / pupils, interval)
}

/// A measure's cells for a group: one, and three more for Progress 8.
fn cells(
    trust: &Trust,
    members: &[Counting<'_>],
    measure: Measure,
    group: Group,
    year: AcademicYear,
) -> Vec<String> {
    let is_progress8 = measure == Measure::Progress8;
    let number = if is_progress8 { 4 } else { 1 };
    let figure = match figure(trust, members, measure, group) {
        Ok(figure) => figure,
        Err(code) => return vec![code.to_owned(); number],
    };
    let cell = sheet::cell(figure, measure);
    if !is_progress8 {
        return vec![cell];
    }
    let (share, [low, high]) = in_progress8(members, figure, group, year);
    vec![
        sheet::percent(share),
        cell,
        sheet::decimals(low, 2),
        sheet::decimals(high, 2),
    ]
}
