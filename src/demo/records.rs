//! The same files as records: what reading their text gives, without the text.
//!
//! The page opens on these, so that nothing that reads files has to be there before its first chart.
//! A test holds them against the files.

use crate::layout::{
    Amount, Attainment, ByGroup, GROUP_SUFFIXES, MEASURE_STEMS, MembershipReader, MembershipRecord,
    Records, SCHOOL_COLUMNS, SchoolContext, SchoolRecord, Schools, Spread, Tenure, TotalOf,
    TotalRecord, TrustContext, TrustKind, TrustRecord, TrustUid,
};
use crate::terms::{
    AcademicYear, Admissions, Authority, Group, Measure, Missing, PublishedInterval, SchoolType,
    Urn, Value,
};

use super::cohort::Results;
use super::context::Context;
use super::school_file::{self, Subject};
use super::trust_file::{self, Counting};
use super::{Demonstration, School, Trust, sheet};

/// The first line below the header.
const FIRST_LINE: u64 = 2;

pub(super) fn of_trusts(demonstration: &Demonstration, year: AcademicYear) -> Records {
    let mut spread = Spread::default();
    let trusts: Vec<TrustRecord> = trust_file::eligible(demonstration, year)
        .into_iter()
        .zip(FIRST_LINE..)
        .map(|((trust, members), line)| {
            let record = trust_record(trust, &members, year, line);
            let share = in_progress8(trust, &members, Group::All, year)
                .map(|(share, _)| sheet::rounded(share, 0));
            spread.note_trust(&record, share);
            record
        })
        .collect();
    Records {
        rows: trusts.len(),
        trusts,
        columns: columns(MEASURE_STEMS.map(|(measure, _)| measure)),
        progress_spread: spread.by_year(),
        ..Records::default()
    }
}

/// Every measure for every group, as the layouts list them.
fn columns(measures: impl IntoIterator<Item = Measure>) -> Vec<(Measure, Group)> {
    let of_groups = |measure| GROUP_SUFFIXES.map(|(group, _)| (measure, group));
    measures.into_iter().flat_map(of_groups).collect()
}

fn trust_record(
    trust: &Trust,
    members: &[Counting<'_>],
    year: AcademicYear,
    line: u64,
) -> TrustRecord {
    let everyone = trust_file::everyone(members);
    let share = |group| -> Amount {
        match trust_file::share(trust, &everyone, group) {
            Ok(share) => Ok(sheet::rounded(share, 0)),
            Err(code) => Err(missing(code)),
        }
    };
    let mut attainment = Attainment::missing(Missing::NoColumn);
    for (measure, _) in MEASURE_STEMS {
        for (group, _) in GROUP_SUFFIXES {
            let figure = trust_file::figure(trust, members, measure, group);
            attainment.set(measure, group, value(figure, measure));
        }
    }
    TrustRecord {
        line,
        uid: TrustUid::of_number(trust.uid),
        name: trust.name.clone(),
        kind: TrustKind::MultiAcademy,
        year: Some(year),
        region: Some(trust.place.region),
        schools: Ok(members.len() as f64),
        pupils: Ok(sheet::rounded(everyone.of(Group::All).pupils, 0)),
        disadvantaged_share: share(Group::Disadvantaged),
        other_share: share(Group::Other),
        attainment,
        progress_interval: ByGroup::make(|group| {
            let (_, ends) = in_progress8(trust, members, group, year).ok()?;
            interval(ends)
        }),
        context: trust_context(&everyone, members),
    }
}

fn trust_context(everyone: &Results, members: &[Counting<'_>]) -> TrustContext {
    let context = trust_file::context(everyone);
    TrustContext {
        eal_share: Ok(sheet::rounded(context.eal_share, 0)),
        sen_share: Ok(sheet::rounded(context.sen_share, 0)),
        prior_attainment: Ok(sheet::rounded(context.start, 1)),
        types: trust_file::kinds(members).map(|count| Ok(count as f64)),
    }
}

/// The share of a group's pupils who are in Progress 8, and the figure's interval, before rounding.
fn in_progress8(
    trust: &Trust,
    members: &[Counting<'_>],
    group: Group,
    year: AcademicYear,
) -> Result<(f64, [f64; 2]), Missing> {
    let figure = trust_file::figure(trust, members, Measure::Progress8, group).map_err(missing)?;
    Ok(trust_file::in_progress8(members, figure, group, year))
}

/// An interval as it is published, rounded.
fn interval(ends: [f64; 2]) -> Option<PublishedInterval> {
    let [low, high] = ends.map(|end| sheet::rounded(end, 2));
    PublishedInterval::new(low, high)
}

pub(super) fn of_schools(demonstration: &Demonstration, year: AcademicYear) -> Records {
    let columns = columns(SCHOOL_COLUMNS.map(|(measure, _)| measure));
    let mut records = Records {
        schools: Schools::new(columns.iter().copied()),
        columns,
        ..Records::default()
    };
    let mut intervals = Vec::new();
    for ((subject, results), line) in school_file::subjects(demonstration, year)
        .into_iter()
        .zip(FIRST_LINE..)
    {
        records.rows += 1;
        let of = match subject {
            Subject::School(school) => {
                let record = school_record(school, &results, year, line);
                let figures = records.columns.iter();
                let figures: Vec<Value> = figures
                    .map(|&(measure, group)| value(results.published(measure, group), measure))
                    .collect();
                records.schools.push(record, &figures);
                let progress8 = results.published(Measure::Progress8, Group::All).ok();
                let counted = results.of(Group::All).in_progress8;
                intervals
                    .push(progress8.and_then(|figure| {
                        interval(sheet::interval(figure, counted, year.ends()))
                    }));
                continue;
            }
            Subject::Authority(code) => TotalOf::Authority(code),
            Subject::AllSchools => TotalOf::AllSchools,
            Subject::StateFunded => TotalOf::StateFunded,
        };
        records.totals.push(TotalRecord {
            line,
            of,
            year: Some(year),
            attainment: attainment(&subject, &results),
        });
    }
    records.progress_spread =
        Spread::of_schools(records.schools.columns(), &mut intervals.into_iter()).by_year();
    records
}

fn school_record(
    school: &School,
    results: &Results,
    year: AcademicYear,
    line: u64,
) -> SchoolRecord {
    let (code, _) = *school.authority;
    SchoolRecord {
        line,
        urn: Urn::new(school.urn as u32),
        name: school.name.as_str().into(),
        year: Some(year),
        school_type: if school.kind.is_special() {
            SchoolType::Special
        } else {
            SchoolType::from_code(school.kind.code())
        },
        authority: Some(code),
        region: Authority::of_code(code).map(|authority| authority.region),
        pupils: ByGroup::make(|group| Ok(sheet::rounded(results.of(group).pupils, 0))),
        progress_pupils: ByGroup::make(|group| {
            match results.published(Measure::Attainment8, group) {
                Ok(_) => Ok(sheet::rounded(results.of(group).in_progress8, 0)),
                Err(code) => Err(missing(code)),
            }
        }),
        context: school_context(school, results),
    }
}

fn school_context(school: &School, results: &Results) -> SchoolContext {
    let context = results.published_context();
    let count = |of: fn(&Context) -> f64| -> Amount {
        let found = context.as_ref().map_err(|code| missing(code))?;
        Ok(sheet::rounded(of(found), 0))
    };
    SchoolContext {
        eal: count(|context| context.eal),
        sen_plan: count(|context| context.sen_plan),
        sen_support: count(|context| context.sen_support),
        prior_attainment: results
            .start()
            .map(|start| sheet::rounded(start, 1))
            .map_err(missing),
        admissions: Admissions::from_code(school.kind.admissions(school.selects)),
    }
}

fn attainment(subject: &Subject<'_>, results: &Results) -> Attainment {
    let mut attainment = Attainment::missing(Missing::Blank);
    for (measure, _) in SCHOOL_COLUMNS {
        for (group, _) in GROUP_SUFFIXES {
            if subject.knows(group) {
                let figure = results.published(measure, group);
                attainment.set(measure, group, value(figure, measure));
            }
        }
    }
    attainment
}

pub(super) fn of_memberships(demonstration: &Demonstration) -> Records {
    let linked = demonstration.schools.iter().filter_map(|school| {
        let membership = school.membership?;
        let trust = demonstration.trusts.get(membership.trust)?;
        Some((school, membership, trust))
    });
    let mut memberships = MembershipReader::default();
    for ((school, membership, trust), line) in linked.zip(FIRST_LINE..) {
        let (_, kind) = school.kind.establishment();
        memberships.push(&MembershipRecord {
            line,
            urn: Urn::new(school.urn as u32),
            year: None,
            uid: &trust.uid.to_string(),
            trust_name: &trust.name,
            tenure: membership
                .joined()
                .map_or(Tenure::NotStated, Tenure::Joined),
            closed: None,
            school_type: SchoolType::from_name(kind),
            authority: Some(school.authority.0),
            is_secondary: Some(school.kind.phase().1 == "Secondary"),
            school: &school.name,
        });
    }
    let memberships = memberships.finish();
    Records {
        rows: memberships.len(),
        memberships,
        ..Records::default()
    }
}

/// A figure as it is published, rounded, or why it is not.
fn value(figure: Result<f64, &'static str>, measure: Measure) -> Value {
    match figure {
        Ok(number) => measure
            .figure(sheet::rounded(number, sheet::places(measure)))
            .map_or(Value::Missing(Missing::Unreadable), Value::Published),
        Err(code) => Value::Missing(missing(code)),
    }
}

fn missing(code: &str) -> Missing {
    Missing::from_code(code).unwrap_or(Missing::Unreadable)
}
