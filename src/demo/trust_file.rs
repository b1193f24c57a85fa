//! The trust performance file.

use crate::layout::{Count, Field, GROUP_SUFFIXES, TYPE_COUNTS, TrustFile, Variable};
use crate::method::weighting::{
    LEAST_SCHOOLS, LEAST_YEARS, SchoolPart, Weight, weighted_figure, years_in_trust,
};
use crate::terms::{AcademicYear, DayOfYear, Group, Measure};

use super::cohort::{self, Coverage, Results};
use super::sheet::{self, Columns};
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
    let rows = eligible(demonstration, year).into_iter();
    columns(year).text(rows.map(|(trust, members)| {
        let everyone = everyone(&members);
        Row {
            trust,
            context: context(&everyone),
            kinds: kinds(&members),
            everyone,
            members,
        }
    }))
}

/// What a row is about.
struct Row<'a> {
    trust: &'a Trust,
    members: Vec<Counting<'a>>,
    everyone: Results,
    context: Context,
    kinds: [usize; KINDS.len()],
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

fn columns<'a>(year: AcademicYear) -> Columns<'a, Row<'a>> {
    let mut columns = Columns::of(&TrustFile);
    columns.read(Field::Year, move |_: &Row<'_>| year.time_period());
    columns.other("TIME_IDENTIFIER", |_| "AcademicYear".to_owned());
    columns.read(Variable::TrustKind, |_| "Multi-academy trusts".to_owned());
    columns.read(Field::Trust, |row| row.trust.name.clone());
    columns.read(Field::TrustUid, |row| row.trust.uid.to_string());
    columns.other("TRUST_ID", |row| row.trust.id());
    columns.read(Field::Region, |row| {
        row.trust.place.region.name().to_owned()
    });
    columns.other("INSTITUTIONS_MATPTINC", |row| {
        let urns = row
            .members
            .iter()
            .map(|member| member.school.urn.to_string());
        urns.collect::<Vec<_>>().join(";")
    });
    columns.read(Field::Schools, |row| row.members.len().to_string());
    for (place, (school_type, _)) in TYPE_COUNTS.into_iter().enumerate() {
        columns.read(Variable::SchoolsOf(school_type), move |row| {
            let count = row.kinds.get(place).copied();
            count.unwrap_or_default().to_string()
        });
    }
    columns.other("NUMINST_FSM6CLA1A_MATPTINC", |row| {
        row.number(|member| member.results.disadvantaged.pupils > 0.0)
    });
    columns.other("NUMINST_3_MATPTINC", |row| {
        row.number(|member| member.years == 3)
    });
    columns.other("NUMINST_4_MATPTINC", |row| {
        row.number(|member| member.years == 4)
    });
    columns.other("NUMINST_5PLUS_MATPTINC", |row| {
        row.number(|member| member.years >= 5)
    });
    columns.read(Field::Pupils(Group::All), |row| {
        sheet::decimals(row.everyone.of(Group::All).pupils, 0)
    });
    columns.read(Variable::Context(Count::PriorAttainment), |row| {
        sheet::decimals(row.context.start, 1)
    });
    columns.read(Field::DisadvantagedShare, |row| {
        row.share(Group::Disadvantaged)
    });
    columns.read(Variable::OtherShare, |row| row.share(Group::Other));
    columns.read(Variable::EalShare, |row| {
        sheet::percent(row.context.eal_share)
    });
    columns.read(Variable::SenShare, |row| {
        sheet::percent(row.context.sen_share)
    });
    for (group, _) in GROUP_SUFFIXES {
        for measure in cohort::measures() {
            let is_progress8 = measure == Measure::Progress8;
            if is_progress8 {
                columns.read(Variable::ProgressShare(group), move |row| {
                    row.of_progress8(group, year, |(share, _)| sheet::percent(share))
                });
            }
            columns.read(Field::Figure(measure, group), move |row| {
                match figure(row.trust, &row.members, measure, group) {
                    Ok(figure) => sheet::cell(figure, measure),
                    Err(code) => code.to_owned(),
                }
            });
            if is_progress8 {
                columns.read(Variable::ProgressLow(group), move |row| {
                    row.of_progress8(group, year, |(_, [low, _])| sheet::decimals(low, 2))
                });
                columns.read(Variable::ProgressHigh(group), move |row| {
                    row.of_progress8(group, year, |(_, [_, high])| sheet::decimals(high, 2))
                });
            }
        }
    }
    columns
}

impl Row<'_> {
    /// How many of the schools are so.
    fn number(&self, is_so: impl Fn(&Counting<'_>) -> bool) -> String {
        let members = self.members.iter().filter(|&member| is_so(member));
        members.count().to_string()
    }

    fn share(&self, group: Group) -> String {
        match share(self.trust, &self.everyone, group) {
            Ok(share) => sheet::percent(share),
            Err(code) => code.to_owned(),
        }
    }

    /// A cell of what is beside a Progress 8 figure, or the code in its place.
    fn of_progress8(
        &self,
        group: Group,
        year: AcademicYear,
        cell: impl Fn((f64, [f64; 2])) -> String,
    ) -> String {
        match figure(self.trust, &self.members, Measure::Progress8, group) {
            Ok(figure) => cell(in_progress8(&self.members, figure, group, year)),
            Err(code) => code.to_owned(),
        }
    }
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
