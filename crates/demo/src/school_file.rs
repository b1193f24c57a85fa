//! The school performance file, in the wide layout to 2022/23.

use read::layout::{GROUP_SUFFIXES, SchoolFile, Variable};
use records::Count;
use records::intake::Field;
use records::terms::{AcademicYear, Group, Measure};

use super::cohort::{self, Coverage, Results};
use super::context::{Context, is_scaled};
use super::country::FIRST_URN;
use super::region_profiles::REGION_PROFILES;
use super::sheet::{self, Columns, Of, field, or_code};
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
    /// Whether the row has figures for the group. The row of all schools has none by disadvantage.
    pub(super) fn has_figures_of(&self, group: Group) -> bool {
        group == Group::All || !matches!(self, Self::AllSchools)
    }
}

/// The data in each subject's row.
pub(super) struct Row<'a> {
    subject: Subject<'a>,
    results: Results,
    /// The results of the year before.
    before: Option<Results>,
    year: AcademicYear,
}

pub(super) fn write(demonstration: &Demonstration, year: AcademicYear) -> String {
    columns(year).text(rows(demonstration, year))
}

/// Schools, then local authorities, then England.
pub(super) fn rows(demonstration: &Demonstration, year: AcademicYear) -> impl Iterator<Item = Row<'_>> {
    let earlier = year.ends().checked_sub(1).and_then(AcademicYear::ending);
    let subjects = subjects(demonstration, year).into_iter();
    subjects.map(move |(subject, results)| Row {
        before: earlier.and_then(|year| results_of(demonstration, &subject, year)),
        subject,
        results,
        year,
    })
}

/// The subjects of the rows, each with its results.
pub(super) fn subjects(demonstration: &Demonstration, year: AcademicYear) -> Vec<(Subject<'_>, Results)> {
    let schools = demonstration.results(year).map(|(school, _)| Subject::School(school));
    let authorities = REGION_PROFILES
        .iter()
        .flat_map(|profile| &profile.authorities)
        .map(|&(code, _)| Subject::Authority(code));
    schools
        .chain(authorities)
        .chain([Subject::AllSchools, Subject::StateFunded])
        .filter_map(|subject| Some((subject, results_of(demonstration, &subject, year)?)))
        .collect()
}

/// The results of a year; `None` if there are none.
fn results_of(demonstration: &Demonstration, subject: &Subject<'_>, year: AcademicYear) -> Option<Results> {
    match *subject {
        Subject::School(school) => demonstration.results_of(school, year).copied(),
        Subject::Authority(code) => sum(demonstration, year, &|school| school.authority.0 == code),
        Subject::AllSchools | Subject::StateFunded => sum(demonstration, year, &|_| true),
    }
}

/// The combined results of many schools. `None` if there are none for that year.
fn sum(demonstration: &Demonstration, year: AcademicYear, inside: &dyn Fn(&School) -> bool) -> Option<Results> {
    demonstration
        .results(year)
        .filter(|(school, results)| inside(school) && results.coverage != Coverage::None)
        .map(|(_, results)| results)
        .fold(None, |sum, results| Some(sum.unwrap_or_default().plus(results)))
}

/// The suffix of the year before, such as `_22`, which identifies a file's year.
fn earlier_suffix(year: AcademicYear) -> String {
    format!("_{:02}", year.ends().saturating_sub(1) % 100)
}

pub(super) fn columns(year: AcademicYear) -> Columns {
    use Of::{Other, Read, Share, YearBefore};
    let is_new = is_scaled(year.ends());
    let mut columns = Columns::of(&SchoolFile);
    columns.add(&[
        Read(Variable::RecordType),
        field(Field::Authority),
        Other(ESTABLISHMENT),
        field(Field::Urn),
        field(Field::School),
        field(Field::SchoolType),
        Read(Variable::Admissions),
        field(Field::Pupils(Group::All)),
    ]);
    // Before there were scaled scores, some columns had other names.
    let name = |columns: &Columns, count| {
        let mut names = columns.names(Variable::Context(count));
        let name = if is_new { names.next() } else { names.last() };
        name.unwrap_or_default().to_owned()
    };
    let prior_attainment = Variable::Context(Count::PriorAttainment);
    columns.add_named(name(&columns, Count::PriorAttainment), Read(prior_attainment));
    columns.add(&[
        field(Field::Pupils(Group::Disadvantaged)),
        field(Field::DisadvantagedShare),
        field(Field::Pupils(Group::Other)),
        Other(OTHER_SHARE),
    ]);
    for count in [Count::Eal, Count::SenPlan, Count::SenSupport] {
        if is_new && count == Count::SenSupport {
            columns.add(&[Other(ALL_NEEDS), Other(SHARE_OF_ALL_NEEDS)]);
        }
        let (name, holds) = (name(&columns, count), Variable::Context(count));
        let share = format!("P{name}");
        columns.add_named(name, Read(holds));
        columns.add_named(share, Share(holds));
    }
    for (group, _) in GROUP_SUFFIXES {
        columns.add(&[field(Field::ProgressPupils(group))]);
        for measure in cohort::measures() {
            columns.add(&[field(Field::Figure(measure, group))]);
            if measure == Measure::Progress8 {
                columns.add(&[Read(Variable::ProgressLow(group)), Read(Variable::ProgressHigh(group))]);
            }
        }
        let figure = Variable::Field(Field::Figure(Measure::Attainment8, group));
        let name = columns.names(figure).next().unwrap_or_default();
        let name = format!("{name}{}", earlier_suffix(year));
        columns.add_named(name, YearBefore(figure));
    }
    columns
}

const ESTABLISHMENT: &str = "ESTAB";
const OTHER_SHARE: &str = "PTNOTFSM6CLA1A";
const ALL_NEEDS: &str = "SEN_ALL4";
const SHARE_OF_ALL_NEEDS: &str = "PSEN_ALL4";

impl sheet::Row for Row<'_> {
    fn cell(&self, of: Of) -> String {
        match of {
            Of::Read(Variable::Field(field)) => self.field(field),
            Of::Read(Variable::RecordType) => match self.subject {
                Subject::School(school) => school.kind.record_type().to_owned(),
                Subject::Authority(_) => "4".to_owned(),
                Subject::AllSchools => "5".to_owned(),
                Subject::StateFunded => "7".to_owned(),
            },
            Of::Read(Variable::ProgressLow(group)) => self.interval(group, |[low, _]| low),
            Of::Read(Variable::ProgressHigh(group)) => self.interval(group, |[_, high]| high),
            Of::Read(Variable::Context(Count::PriorAttainment)) => self.about(Group::Disadvantaged, || {
                or_code(self.results.prior_attainment(), |average| sheet::decimals(average, 1))
            }),
            Of::Read(Variable::Context(count)) => self.context(count_of(count), false),
            Of::Share(Variable::Context(count)) => self.context(count_of(count), true),
            Of::Other(ALL_NEEDS) => self.context(all_needs, false),
            Of::Other(SHARE_OF_ALL_NEEDS) => self.context(all_needs, true),
            Of::Read(Variable::Admissions) => {
                self.of_school(|school| school.kind.admissions(school.selects).to_owned())
            }
            Of::Other(ESTABLISHMENT) => self.of_school(establishment_number),
            Of::Other(_) => self.share(Group::Other),
            Of::YearBefore(Variable::Field(Field::Figure(measure, group))) => {
                let before = self.before.as_ref();
                before.map_or_else(String::new, |before| {
                    self.figure_of(before, measure, group, |figure| sheet::cell(figure, measure))
                })
            }
            _ => String::new(),
        }
    }
}

/// A number from a school's context.
type CountOf = fn(&Context) -> f64;

const fn count_of(count: Count) -> CountOf {
    match count {
        Count::SenPlan => |of| of.sen_plan,
        Count::SenSupport => |of| of.sen_support,
        _ => |of| of.eal,
    }
}

fn all_needs(of: &Context) -> f64 {
    of.sen_plan + of.sen_support
}

impl Row<'_> {
    fn field(&self, field: Field) -> String {
        match field {
            Field::Authority => match self.subject {
                Subject::School(school) => school.authority.0.to_string(),
                Subject::Authority(code) => code.to_string(),
                Subject::AllSchools | Subject::StateFunded => String::new(),
            },
            Field::Urn => self.of_school(|school| school.urn.to_string()),
            Field::School => self.of_school(|school| school.name.clone()),
            Field::SchoolType => self.of_school(|school| school.kind.code().to_owned()),
            Field::Pupils(group) => self.about(group, || sheet::decimals(self.results.of(group).pupils, 0)),
            Field::DisadvantagedShare => self.share(Group::Disadvantaged),
            // Published wherever Attainment 8 is.
            Field::ProgressPupils(group) => self.figure(Measure::Attainment8, group, |_| {
                sheet::decimals(self.results.of(group).in_progress8, 0)
            }),
            Field::Figure(measure, group) => self.figure(measure, group, |figure| sheet::cell(figure, measure)),
            _ => String::new(),
        }
    }

    /// A cell that only schools have.
    fn of_school(&self, cell: fn(&School) -> String) -> String {
        match self.subject {
            Subject::School(school) => cell(school),
            _ => String::new(),
        }
    }

    /// A cell that only subjects with figures for this group have.
    fn about(&self, group: Group, cell: impl FnOnce() -> String) -> String {
        match self.subject.has_figures_of(group) {
            true => cell(),
            false => String::new(),
        }
    }

    fn share(&self, group: Group) -> String {
        let [part, all] = [group, Group::All].map(|group| self.results.of(group).pupils);
        self.about(group, || sheet::percent(100.0 * part / all))
    }

    /// The number or share of pupils, or the code for a missing value.
    fn context(&self, count: CountOf, is_share: bool) -> String {
        self.about(Group::Disadvantaged, || {
            let count = self.results.published_context().map(|of| count(&of));
            or_code(count, |count| match is_share {
                true => sheet::percent(100.0 * count / self.results.of(Group::All).pupils),
                false => sheet::decimals(count, 0),
            })
        })
    }

    /// A cell with a published figure, or the code for a missing value.
    fn figure(&self, measure: Measure, group: Group, cell: impl Fn(f64) -> String) -> String {
        self.figure_of(&self.results, measure, group, cell)
    }

    /// The same for other results.
    fn figure_of(&self, results: &Results, measure: Measure, group: Group, cell: impl Fn(f64) -> String) -> String {
        self.about(group, || or_code(results.published(measure, group), cell))
    }

    /// An end of the interval of Progress 8.
    fn interval(&self, group: Group, end: fn([f64; 2]) -> f64) -> String {
        self.figure(Measure::Progress8, group, |figure| {
            let pupils = self.results.of(group).in_progress8;
            sheet::decimals(end(sheet::interval(figure, pupils, self.year.ends())), 2)
        })
    }
}

/// `ESTAB`: the school's number within its authority.
pub(super) fn establishment_number(school: &School) -> String {
    format!("{:04}", school.urn - FIRST_URN + 1)
}
