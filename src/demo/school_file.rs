//! The school performance file, in the wide layout to 2022/23.

use crate::layout::{Count, Field, GROUP_SUFFIXES, SchoolFile, Variable};
use crate::terms::{AcademicYear, Group, Measure};

use super::cohort::{self, Coverage, Results};
use super::context::{Context, is_scaled};
use super::country::FIRST_URN;
use super::places::PLACES;
use super::sheet::{self, Columns};
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

/// What is written of each subject.
pub(super) struct Row<'a> {
    subject: Subject<'a>,
    results: Results,
    /// Those of the year before.
    before: Option<Results>,
}

pub(super) fn write(demonstration: &Demonstration, year: AcademicYear) -> String {
    columns(year).text(rows(demonstration, year))
}

/// Schools, then local authorities, then England.
pub(super) fn rows(
    demonstration: &Demonstration,
    year: AcademicYear,
) -> impl Iterator<Item = Row<'_>> {
    let earlier = year.ends().checked_sub(1).and_then(AcademicYear::ending);
    let subjects = subjects(demonstration, year).into_iter();
    subjects.map(move |(subject, results)| Row {
        before: earlier.and_then(|year| results_of(demonstration, &subject, year)),
        subject,
        results,
    })
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

pub(super) fn columns<'a>(year: AcademicYear) -> Columns<'a, Row<'a>> {
    let is_new = is_scaled(year.ends());
    let mut columns = Columns::of(&SchoolFile);
    columns.read(Variable::RecordType, |row: &Row<'_>| {
        let code = match row.subject {
            Subject::School(school) => school.kind.record_type(),
            Subject::Authority(_) => "4",
            Subject::AllSchools => "5",
            Subject::StateFunded => "7",
        };
        code.to_owned()
    });
    columns.read(Field::Authority, |row| match row.subject {
        Subject::School(school) => school.authority.0.to_string(),
        Subject::Authority(code) => code.to_string(),
        Subject::AllSchools | Subject::StateFunded => String::new(),
    });
    columns.other("ESTAB", |row| row.of_school(establishment_number));
    columns.read(Field::Urn, |row| {
        row.of_school(|school| school.urn.to_string())
    });
    columns.read(Field::School, |row| {
        row.of_school(|school| school.name.clone())
    });
    columns.read(Field::SchoolType, |row| {
        row.of_school(|school| school.kind.code().to_owned())
    });
    columns.read(Variable::Admissions, |row| {
        row.of_school(|school| school.kind.admissions(school.selects).to_owned())
    });
    columns.read(Field::Pupils(Group::All), |row| {
        sheet::decimals(row.results.of(Group::All).pupils, 0)
    });
    // Some columns had other names before there were scaled scores.
    let name = |columns: &Columns<'a, Row<'a>>, count| {
        let name = match is_new {
            true => columns.name(Variable::Context(count)),
            false => columns.former_name(Variable::Context(count)),
        };
        name.unwrap_or_default()
    };
    let start = name(&columns, Count::PriorAttainment);
    columns.other(&start, |row| {
        row.about(Group::Disadvantaged, || match row.results.start() {
            Ok(start) => sheet::decimals(start, 1),
            Err(code) => code.to_owned(),
        })
    });
    columns.read(Field::Pupils(Group::Disadvantaged), |row| {
        row.pupils(Group::Disadvantaged)
    });
    columns.read(Field::DisadvantagedShare, |row| {
        row.share(Group::Disadvantaged)
    });
    columns.read(Field::Pupils(Group::Other), |row| row.pupils(Group::Other));
    columns.other("PTNOTFSM6CLA1A", |row| row.share(Group::Other));
    let all_needs = is_new.then(|| "SEN_ALL4".to_owned());
    let counts: [(Option<String>, CountOf); 4] = [
        (Some(name(&columns, Count::Eal)), |of| of.eal),
        (Some(name(&columns, Count::SenPlan)), |of| of.sen_plan),
        (all_needs, |of| of.sen_plan + of.sen_support),
        (Some(name(&columns, Count::SenSupport)), |of| of.sen_support),
    ];
    for (name, count) in counts {
        let Some(name) = name else { continue };
        columns.other(&name, move |row| {
            row.context(|context, _| sheet::decimals(count(context), 0))
        });
        columns.other(&format!("P{name}"), move |row| {
            row.context(|context, pupils| sheet::percent(100.0 * count(context) / pupils))
        });
    }
    for (group, _) in GROUP_SUFFIXES {
        of_group(&mut columns, group, year);
    }
    columns
}

/// One of the numbers of a school's context.
type CountOf = fn(&Context) -> f64;

/// One group's columns: pupils in Progress 8, every measure, and Attainment 8 of the year before.
fn of_group<'a>(columns: &mut Columns<'a, Row<'a>>, group: Group, year: AcademicYear) {
    columns.read(Field::ProgressPupils(group), move |row| {
        row.figure(Measure::Attainment8, group, |_| {
            sheet::decimals(row.results.of(group).in_progress8, 0)
        })
    });
    for measure in cohort::measures() {
        columns.read(Field::Figure(measure, group), move |row| {
            row.figure(measure, group, |figure| sheet::cell(figure, measure))
        });
        if measure == Measure::Progress8 {
            columns.read(Variable::ProgressLow(group), move |row| {
                row.interval(group, year, |[low, _]| low)
            });
            columns.read(Variable::ProgressHigh(group), move |row| {
                row.interval(group, year, |[_, high]| high)
            });
        }
    }
    let measure = Measure::Attainment8;
    let name = columns.name(Field::Figure(measure, group));
    let name = name.unwrap_or_default() + &earlier_suffix(year);
    columns.other(&name, move |row| {
        row.about(group, || {
            let before = row.before.as_ref();
            match before.map(|before| before.published(measure, group)) {
                Some(Ok(figure)) => sheet::cell(figure, measure),
                Some(Err(code)) => code.to_owned(),
                None => String::new(),
            }
        })
    });
}

impl Row<'_> {
    /// What only schools have.
    fn of_school(&self, cell: impl Fn(&School) -> String) -> String {
        match self.subject {
            Subject::School(school) => cell(school),
            _ => String::new(),
        }
    }

    /// What only subjects have that know of this group.
    fn about(&self, group: Group, cell: impl FnOnce() -> String) -> String {
        match self.subject.knows(group) {
            true => cell(),
            false => String::new(),
        }
    }

    fn pupils(&self, group: Group) -> String {
        self.about(group, || sheet::decimals(self.results.of(group).pupils, 0))
    }

    fn share(&self, group: Group) -> String {
        let [part, all] = [group, Group::All].map(|group| self.results.of(group).pupils);
        self.about(group, || sheet::percent(100.0 * part / all))
    }

    /// Who the pupils are, of how many, or the code in its place.
    fn context(&self, cell: impl Fn(&Context, f64) -> String) -> String {
        self.about(Group::Disadvantaged, || {
            match self.results.published_context() {
                Ok(context) => cell(&context, self.results.of(Group::All).pupils),
                Err(code) => code.to_owned(),
            }
        })
    }

    /// A cell of a published figure, or the code in its place.
    fn figure(&self, measure: Measure, group: Group, cell: impl Fn(f64) -> String) -> String {
        self.about(group, || match self.results.published(measure, group) {
            Ok(figure) => cell(figure),
            Err(code) => code.to_owned(),
        })
    }

    /// An end of the interval of Progress 8.
    fn interval(&self, group: Group, year: AcademicYear, end: fn([f64; 2]) -> f64) -> String {
        self.figure(Measure::Progress8, group, |figure| {
            let pupils = self.results.of(group).in_progress8;
            sheet::decimals(end(sheet::interval(figure, pupils, year.ends())), 2)
        })
    }
}

/// `ESTAB`: the school's number within its authority.
pub(super) fn establishment_number(school: &School) -> String {
    format!("{:04}", school.urn - FIRST_URN + 1)
}
