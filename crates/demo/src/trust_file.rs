//! The trust performance file.

use method::weighting::{LEAST_SCHOOLS, LEAST_YEARS, SchoolPart, Weight, weighted_figure, years_in_trust};
use read::layout::{GROUP_SUFFIXES, TrustFile, Variable};
use records::intake::Field;
use records::terms::{AcademicYear, DayOfYear, Group, Measure, SchoolType};
use records::{COUNTED_TYPES, Count};

use super::cohort::{self, Coverage, Results};
use super::sheet::{self, Columns, Of, field, or_code};
use super::{Demonstration, School, Trust};

/// A school that counts, with its years in the trust.
struct Counting<'a> {
    school: &'a School,
    results: &'a Results,
    years: u32,
}

pub(super) fn write(demonstration: &Demonstration, year: AcademicYear) -> String {
    let rows = eligible(demonstration, year).into_iter();
    columns().text(rows.map(|(trust, members)| Row {
        trust,
        everyone: everyone(&members),
        members,
        year,
    }))
}

/// What a row is about.
struct Row<'a> {
    trust: &'a Trust,
    members: Vec<Counting<'a>>,
    /// The combined results of the schools.
    everyone: Results,
    year: AcademicYear,
}

/// The trusts with a row, each with the schools that count.
fn eligible(demonstration: &Demonstration, year: AcademicYear) -> Vec<(&Trust, Vec<Counting<'_>>)> {
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
            members.push(Counting { school, results, years });
        }
    }
    demonstration
        .trusts
        .iter()
        .zip(members)
        .filter(|(_, members)| members.len() >= LEAST_SCHOOLS as usize)
        .collect()
}

fn everyone(members: &[Counting<'_>]) -> Results {
    members
        .iter()
        .fold(Results::default(), |sum, member| sum.plus(member.results))
}

const SCHOOLS: &str = "INSTITUTIONS_MATPTINC";
const SCHOOLS_WITH_DISADVANTAGED: &str = "NUMINST_FSM6CLA1A_MATPTINC";
const SCHOOLS_OF_3_YEARS: &str = "NUMINST_3_MATPTINC";
const SCHOOLS_OF_4_YEARS: &str = "NUMINST_4_MATPTINC";
const SCHOOLS_OF_5_YEARS: &str = "NUMINST_5PLUS_MATPTINC";

fn columns() -> Columns {
    use Of::{Other, Read};
    let mut columns = Columns::of(&TrustFile);
    columns.add(&[
        field(Field::Year),
        Other("TIME_IDENTIFIER"),
        Read(Variable::TrustKind),
        field(Field::Trust),
        field(Field::TrustUid),
        Other("TRUST_ID"),
        field(Field::Region),
        Other(SCHOOLS),
        field(Field::Schools),
    ]);
    columns.add(&COUNTED_TYPES.map(|school_type| Read(Variable::SchoolsOf(school_type))));
    columns.add(&[
        Other(SCHOOLS_WITH_DISADVANTAGED),
        Other(SCHOOLS_OF_3_YEARS),
        Other(SCHOOLS_OF_4_YEARS),
        Other(SCHOOLS_OF_5_YEARS),
        field(Field::Pupils(Group::All)),
        Read(Variable::Context(Count::PriorAttainment)),
        field(Field::DisadvantagedShare),
        Read(Variable::OtherShare),
        Read(Variable::EalShare),
        Read(Variable::SenShare),
    ]);
    for (group, _) in GROUP_SUFFIXES {
        for measure in cohort::measures() {
            let figure = field(Field::Figure(measure, group));
            if measure == Measure::Progress8 {
                columns.add(&[
                    Read(Variable::ProgressShare(group)),
                    figure,
                    Read(Variable::ProgressLow(group)),
                    Read(Variable::ProgressHigh(group)),
                ]);
            } else {
                columns.add(&[figure]);
            }
        }
    }
    columns
}

impl sheet::Row for Row<'_> {
    fn cell(&self, of: Of) -> String {
        match of {
            Of::Read(Variable::Field(field)) => self.field(field),
            Of::Read(holds) => self.variable(holds),
            Of::Other(SCHOOLS) => {
                let urns = self.members.iter().map(|of| of.school.urn.to_string());
                urns.collect::<Vec<_>>().join(";")
            }
            Of::Other(SCHOOLS_WITH_DISADVANTAGED) => self.number(&|of| of.results.disadvantaged.pupils > 0.0),
            Of::Other(SCHOOLS_OF_3_YEARS) => self.number(&|of| of.years == 3),
            Of::Other(SCHOOLS_OF_4_YEARS) => self.number(&|of| of.years == 4),
            Of::Other(SCHOOLS_OF_5_YEARS) => self.number(&|of| of.years >= 5),
            Of::Other("TRUST_ID") => self.trust.id(),
            _ => "AcademicYear".to_owned(),
        }
    }
}

impl Row<'_> {
    fn field(&self, field: Field) -> String {
        match field {
            Field::Year => self.year.time_period(),
            Field::Trust => self.trust.name.clone(),
            Field::TrustUid => self.trust.uid.to_string(),
            Field::Region => self.trust.profile.region.name().to_owned(),
            Field::Schools => self.members.len().to_string(),
            Field::Pupils(group) => sheet::decimals(self.everyone.of(group).pupils, 0),
            Field::DisadvantagedShare => self.share(Group::Disadvantaged),
            Field::Figure(measure, group) => {
                or_code(self.figure(measure, group), |figure| sheet::cell(figure, measure))
            }
            _ => String::new(),
        }
    }

    fn variable(&self, holds: Variable) -> String {
        let pupils = self.everyone.of(Group::All).pupils;
        let found = &self.everyone.context;
        match holds {
            Variable::TrustKind => "Multi-academy trusts".to_owned(),
            Variable::SchoolsOf(of) => self.number(&|member| SchoolType::from_code(member.school.kind.code()) == of),
            Variable::Context(_) => sheet::decimals(found.key_stage_2_total / pupils, 1),
            Variable::OtherShare => self.share(Group::Other),
            Variable::EalShare => sheet::percent(100.0 * found.eal / pupils),
            Variable::SenShare => sheet::percent(100.0 * (found.sen_plan + found.sen_support) / pupils),
            Variable::ProgressShare(group) => or_code(self.progress8(group), |_| {
                let all = self.members.iter().map(|of| of.results.of(group).pupils);
                sheet::percent(100.0 * self.in_progress8(group) / all.sum::<f64>())
            }),
            Variable::ProgressLow(group) => self.interval(group, |[low, _]| low),
            Variable::ProgressHigh(group) => self.interval(group, |[_, high]| high),
            _ => String::new(),
        }
    }

    /// The number of schools that pass a test.
    fn number(&self, is_counted: &dyn Fn(&Counting<'_>) -> bool) -> String {
        let members = self.members.iter().filter(|&member| is_counted(member));
        members.count().to_string()
    }

    /// A group's share of the pupils.
    fn share(&self, group: Group) -> String {
        if self.trust.withheld {
            return "SUPPMAT".to_owned();
        }
        let [part, all] = [group, Group::All].map(|group| self.everyone.of(group).pupils);
        sheet::percent(100.0 * part / all)
    }

    /// A measure's figure for a group before rounding, or the file's code for a missing value.
    fn figure(&self, measure: Measure, group: Group) -> Result<f64, &'static str> {
        if self.trust.withheld && group != Group::All {
            return Err("SUPPMAT");
        }
        weighted_figure(&self.parts(measure, group), Weight::default()).ok_or("NE")
    }

    /// The schools with a figure.
    fn parts(&self, measure: Measure, group: Group) -> Vec<SchoolPart> {
        let part = |member: &Counting<'_>| {
            Some(SchoolPart {
                pupils: member.results.of(group).counted(measure),
                years: member.years,
                value: member.results.published(measure, group).ok()?,
            })
        };
        self.members.iter().filter_map(part).collect()
    }

    fn progress8(&self, group: Group) -> Result<f64, &'static str> {
        self.figure(Measure::Progress8, group)
    }

    /// A group's pupils in the figure of Progress 8.
    fn in_progress8(&self, group: Group) -> f64 {
        let parts = self.parts(Measure::Progress8, group);
        parts.iter().map(|part| part.pupils).sum()
    }

    /// An end of the interval of Progress 8.
    fn interval(&self, group: Group, end: fn([f64; 2]) -> f64) -> String {
        or_code(self.progress8(group), |figure| {
            let interval = sheet::interval(figure, self.in_progress8(group), self.year.ends());
            sheet::decimals(end(interval), 2)
        })
    }
}
