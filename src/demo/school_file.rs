//! The school performance file, in the wide layout to 2022/23.

use crate::layout::{GROUP_SUFFIXES, SCHOOL_COLUMNS};
use crate::terms::{AcademicYear, Group, Measure};

use super::cohort::{Coverage, Results};
use super::context::is_scaled;
use super::country::FIRST_URN;
use super::places::PLACES;
use super::sheet;
use super::{Demonstration, School};

/// What a row is about.
#[derive(Clone, Copy)]
pub(super) enum Subject<'a> {
    School(&'a School),
    Authority(u16),
    AllSchools,
    StateFunded,
}

impl Subject<'_> {
    /// The row of all schools knows nothing of disadvantage.
    pub(super) fn knows(&self, group: Group) -> bool {
        group == Group::All || !matches!(self, Self::AllSchools)
    }
}

pub(super) fn write(demonstration: &Demonstration, year: AcademicYear) -> String {
    sheet::text(header(year), rows(demonstration, year).into_iter())
}

/// Schools, then local authorities, then England.
pub(super) fn rows(demonstration: &Demonstration, year: AcademicYear) -> Vec<Vec<String>> {
    let earlier = year.ends().checked_sub(1).and_then(AcademicYear::ending);
    subjects(demonstration, year)
        .into_iter()
        .map(|(subject, results)| {
            let before = earlier.and_then(|year| results_of(demonstration, &subject, year));
            row(&subject, year, &results, before.as_ref())
        })
        .collect()
}

/// What the rows are about, each with its results.
pub(super) fn subjects(
    demonstration: &Demonstration,
    year: AcademicYear,
) -> Vec<(Subject<'_>, Results)> {
    let schools = demonstration
        .results(year)
        .map(|(school, _)| Subject::School(school));
    let authorities = PLACES
        .iter()
        .flat_map(|place| &place.authorities)
        .map(|&(code, _)| Subject::Authority(code));
    schools
        .chain(authorities)
        .chain([Subject::AllSchools, Subject::StateFunded])
        .filter_map(|subject| Some((subject, results_of(demonstration, &subject, year)?)))
        .collect()
}

/// The results of a year; nothing where there are none.
fn results_of(
    demonstration: &Demonstration,
    subject: &Subject<'_>,
    year: AcademicYear,
) -> Option<Results> {
    match *subject {
        Subject::School(school) => demonstration.results_of(school, year).copied(),
        Subject::Authority(code) => sum(demonstration, year, &|school| school.authority.0 == code),
        Subject::AllSchools | Subject::StateFunded => sum(demonstration, year, &|_| true),
    }
}

/// The results of many schools together; nothing where there is none of that year.
fn sum(
    demonstration: &Demonstration,
    year: AcademicYear,
    inside: &dyn Fn(&School) -> bool,
) -> Option<Results> {
    demonstration
        .results(year)
        .filter(|(school, results)| inside(school) && results.coverage != Coverage::None)
        .map(|(_, results)| results)
        .fold(None, |sum, results| {
            Some(sum.unwrap_or_default().plus(results))
        })
}

/// The suffix of the year before, such as `_22`, by which a file's year is found.
fn earlier_suffix(year: AcademicYear) -> String {
    format!("_{:02}", year.ends().saturating_sub(1) % 100)
}

pub(super) fn header(year: AcademicYear) -> Vec<String> {
    let is_new = is_scaled(year.ends());
    let start = [
        "RECTYPE",
        "LEA",
        "ESTAB",
        "URN",
        "SCHNAME",
        "NFTYPE",
        "ADMPOL_PT",
        "TPUP",
        if is_new { "KS2ASS" } else { "KS2APS" },
        "TFSM6CLA1A",
        "PTFSM6CLA1A",
        "TNOTFSM6CLA1A",
        "PTNOTFSM6CLA1A",
        "TEALGRP2",
        "PTEALGRP2",
    ];
    let needs: &[&str] = if is_new {
        &[
            "SENE4",
            "PSENE4",
            "SEN_ALL4",
            "PSEN_ALL4",
            "SENK4",
            "PSENK4",
        ]
    } else {
        &["SENSE4", "PSENSE4", "SENAPK4", "PSENAPK4"]
    };
    let start = start.iter().chain(needs);
    let mut header: Vec<String> = start.map(|&name| name.to_owned()).collect();
    for (place, (_, suffix)) in GROUP_SUFFIXES.into_iter().enumerate() {
        header.push(format!("P8PUP{suffix}"));
        for (measure, names) in SCHOOL_COLUMNS {
            header.extend(names.get(place).map(|&name| name.to_owned()));
            if measure == Measure::Progress8 {
                header.push(format!("P8CILOW{suffix}"));
                header.push(format!("P8CIUPP{suffix}"));
            }
        }
        header.push(format!("ATT8SCR{suffix}{}", earlier_suffix(year)));
    }
    header
}

/// `ESTAB`: the school's number within its authority.
pub(super) fn establishment_number(school: &School) -> String {
    format!("{:04}", school.urn - FIRST_URN + 1)
}

fn row(
    subject: &Subject<'_>,
    year: AcademicYear,
    results: &Results,
    before: Option<&Results>,
) -> Vec<String> {
    let mut row = match subject {
        Subject::School(school) => vec![
            school.kind.record_type().to_owned(),
            school.authority.0.to_string(),
            establishment_number(school),
            school.urn.to_string(),
            school.name.clone(),
            school.kind.code().to_owned(),
            school.kind.admissions(school.selects).to_owned(),
        ],
        Subject::Authority(code) => vec!["4".to_owned(), code.to_string()],
        Subject::AllSchools => vec!["5".to_owned()],
        Subject::StateFunded => vec!["7".to_owned()],
    };
    row.resize(7, String::new());
    let pupils = results.of(Group::All).pupils;
    row.push(sheet::decimals(pupils, 0));
    let about_intake = |cell: String| {
        if subject.knows(Group::Disadvantaged) {
            cell
        } else {
            String::new()
        }
    };
    row.push(about_intake(match results.start() {
        Ok(start) => sheet::decimals(start, 1),
        Err(code) => code.to_owned(),
    }));
    for group in [Group::Disadvantaged, Group::Other] {
        let of_group = results.of(group).pupils;
        let cells = [
            sheet::decimals(of_group, 0),
            sheet::percent(100.0 * of_group / pupils),
        ];
        row.extend(cells.map(|cell| {
            if subject.knows(group) {
                cell
            } else {
                String::new()
            }
        }));
    }
    row.extend(context_cells(results, year).into_iter().map(about_intake));
    for (group, _) in GROUP_SUFFIXES {
        let cells = group_cells(results, before, group, year).into_iter();
        row.extend(cells.map(|cell| {
            if subject.knows(group) {
                cell
            } else {
                String::new()
            }
        }));
    }
    row
}

/// Who the pupils are: numbers and shares.
fn context_cells(results: &Results, year: AcademicYear) -> Vec<String> {
    let is_new = is_scaled(year.ends());
    let context = match results.published_context() {
        Ok(context) => context,
        Err(code) => return vec![code.to_owned(); if is_new { 8 } else { 6 }],
    };
    let pupils = results.of(Group::All).pupils;
    let all_needs = is_new.then_some(context.sen_plan + context.sen_support);
    [
        Some(context.eal),
        Some(context.sen_plan),
        all_needs,
        Some(context.sen_support),
    ]
    .into_iter()
    .flatten()
    .flat_map(|count| {
        [
            sheet::decimals(count, 0),
            sheet::percent(100.0 * count / pupils),
        ]
    })
    .collect()
}

/// One group's cells: pupils in Progress 8, every measure, and Attainment 8 of the year before.
fn group_cells(
    results: &Results,
    before: Option<&Results>,
    group: Group,
    year: AcademicYear,
) -> Vec<String> {
    let cohort = results.of(group);
    let mut cells = vec![match results.published(Measure::Attainment8, group) {
        Ok(_) => sheet::decimals(cohort.in_progress8, 0),
        Err(code) => code.to_owned(),
    }];
    for (measure, _) in SCHOOL_COLUMNS {
        let published = results.published(measure, group);
        cells.push(match published {
            Ok(figure) => sheet::cell(figure, measure),
            Err(code) => code.to_owned(),
        });
        if measure == Measure::Progress8 {
            cells.extend(match published {
                Ok(figure) => sheet::interval(figure, cohort.in_progress8, year.ends())
                    .map(|end| sheet::decimals(end, 2)),
                Err(code) => [code, code].map(str::to_owned),
            });
        }
    }
    cells.push(
        match before.map(|before| before.published(Measure::Attainment8, group)) {
            Some(Ok(figure)) => sheet::cell(figure, Measure::Attainment8),
            Some(Err(code)) => code.to_owned(),
            None => String::new(),
        },
    );
    cells
}
