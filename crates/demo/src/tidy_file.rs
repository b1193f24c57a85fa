//! The school performance file in the tidy layout of 2023/24 and later: a row for each school and breakdown.

use read::layout::{TidySchoolFile, Variable};
use records::intake::Field;
use records::terms::{AcademicYear, Group, Measure, Unit};

use super::cohort::{self, Results};
use super::region_profiles::REGION_PROFILES;
use super::school_file::establishment_number;
use super::sheet::{self, Columns, Of, field};
use super::{Demonstration, School};

/// The column names. The Department renamed the columns after a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Naming {
    /// As in `202324_performance_tables_schools_final.csv`.
    Of2024,
    /// As in the files of 2024/25, a year without Progress 8.
    Of2025,
}

impl Naming {
    /// Both, in order of year.
    pub const ALL: [Self; 2] = [Self::Of2024, Self::Of2025];

    const fn layout(self) -> TidySchoolFile {
        match self {
            Self::Of2024 => TidySchoolFile::OF_2024,
            Self::Of2025 => TidySchoolFile::OF_2025,
        }
    }
}

const TOTAL: &str = "Total";
const DISADVANTAGED: &str = "Disadvantaged";
const OTHER: &str = "Not known to be disadvantaged";

/// The columns for the row's pupils, after topic and breakdown.
const SPLITS: [Variable; 5] = [SEX, DISADVANTAGE, FIRST_LANGUAGE, PRIOR_ATTAINMENT, MOBILITY];
const SEX: Variable = Variable::Sex;
const DISADVANTAGE: Variable = Variable::Disadvantage;
const FIRST_LANGUAGE: Variable = Variable::FirstLanguage;
const PRIOR_ATTAINMENT: Variable = Variable::PriorAttainment;
const MOBILITY: Variable = Variable::Mobility;

/// A row that each school has.
struct Breakdown {
    topic: &'static str,
    breakdown: &'static str,
    /// The splits that are not `Total`.
    splits: &'static [(Variable, &'static str)],
    group: Group,
    /// The part of the group; `None` for the whole group.
    part: Option<Part>,
}

/// A part of a group that is not used elsewhere. Its figures only have to differ from the group's.
struct Part {
    /// The share of the group's pupils.
    share: f64,
    /// How much better than the group it does, as a share of the measure's unit.
    better: f64,
}

const BREAKDOWNS: [Breakdown; 13] = [
    whole(TOTAL, TOTAL, &[], Group::All),
    whole(
        "Disadvantage status",
        DISADVANTAGED,
        &[(DISADVANTAGE, DISADVANTAGED)],
        Group::Disadvantaged,
    ),
    whole("Disadvantage status", OTHER, &[(DISADVANTAGE, OTHER)], Group::Other),
    part("Sex", "Boys", &[(SEX, "Boys")], Group::All, 0.51, -0.3),
    part("Sex", "Girls", &[(SEX, "Girls")], Group::All, 0.49, 0.3),
    part(
        "First language",
        "English",
        &[(FIRST_LANGUAGE, "English")],
        Group::All,
        0.8,
        -0.1,
    ),
    part(
        "First language",
        "Other than English",
        &[(FIRST_LANGUAGE, "Other than English")],
        Group::All,
        0.2,
        0.4,
    ),
    part(
        "Prior attainment",
        "Low",
        &[(PRIOR_ATTAINMENT, "Low")],
        Group::All,
        0.2,
        -2.0,
    ),
    part(
        "Prior attainment",
        "High",
        &[(PRIOR_ATTAINMENT, "High")],
        Group::All,
        0.3,
        2.0,
    ),
    part(
        "Mobility",
        "Non-mobile",
        &[(MOBILITY, "Non-mobile")],
        Group::All,
        0.9,
        0.1,
    ),
    // These have a group's own word, but are not about the whole group.
    part(
        "Sex and disadvantage status",
        DISADVANTAGED,
        &[(SEX, "Boys"), (DISADVANTAGE, DISADVANTAGED)],
        Group::Disadvantaged,
        0.51,
        -0.3,
    ),
    part(
        "Sex and disadvantage status",
        OTHER,
        &[(SEX, "Girls"), (DISADVANTAGE, OTHER)],
        Group::Other,
        0.49,
        0.3,
    ),
    part(
        "Disadvantage status and prior attainment",
        DISADVANTAGED,
        &[(DISADVANTAGE, DISADVANTAGED), (PRIOR_ATTAINMENT, "High")],
        Group::Disadvantaged,
        0.2,
        2.0,
    ),
];

const fn whole(
    topic: &'static str,
    breakdown: &'static str,
    splits: &'static [(Variable, &'static str)],
    group: Group,
) -> Breakdown {
    Breakdown {
        topic,
        breakdown,
        splits,
        group,
        part: None,
    }
}

const fn part(
    topic: &'static str,
    breakdown: &'static str,
    splits: &'static [(Variable, &'static str)],
    group: Group,
    share: f64,
    better: f64,
) -> Breakdown {
    Breakdown {
        topic,
        breakdown,
        splits,
        group,
        part: Some(Part { share, better }),
    }
}

/// What a row is about.
struct Row<'a> {
    school: &'a School,
    results: &'a Results,
    breakdown: &'a Breakdown,
    year: AcademicYear,
    naming: Naming,
}

pub(super) fn write(demonstration: &Demonstration, year: AcademicYear, naming: Naming) -> String {
    let rows = demonstration.results(year).flat_map(|(school, results)| {
        BREAKDOWNS.iter().map(move |breakdown| Row {
            school,
            results,
            breakdown,
            year,
            naming,
        })
    });
    columns(naming).text(rows)
}

fn columns(naming: Naming) -> Columns {
    use Of::{Other, Read};
    let mut columns = Columns::of(&naming.layout());
    columns.add(&[
        field(Field::Year),
        Other("time_identifier"),
        Read(Variable::Level),
        Other("country_code"),
        Other("country_name"),
        Other("region_code"),
        field(Field::Region),
        field(Field::Authority),
        Other("new_la_code"),
        Other("la_name"),
        Read(Variable::Version),
        field(Field::Urn),
        Other("school_laestab"),
        field(Field::School),
        field(Field::SchoolType),
        Other("breakdown_topic"),
        Read(Variable::Breakdown),
    ]);
    columns.add(&SPLITS.map(Read));
    columns.add(&[field(Field::Pupils(Group::All))]);
    if naming == Naming::Of2025 {
        columns.add(&[Other("pupil_percent")]);
    }
    for measure in cohort::measures() {
        let figure = field(Field::Figure(measure, Group::All));
        if measure == Measure::Progress8 {
            columns.add(&[
                field(Field::ProgressPupils(Group::All)),
                figure,
                Read(Variable::ProgressLow(Group::All)),
                Read(Variable::ProgressHigh(Group::All)),
            ]);
        } else {
            columns.add(&[figure]);
        }
    }
    columns
}

impl sheet::Row for Row<'_> {
    fn cell(&self, of: Of) -> String {
        let (authority, authority_name) = *self.school.authority;
        let cell = match of {
            Of::Read(Variable::Field(field)) => return self.field(field),
            Of::Read(Variable::ProgressLow(_)) => return self.interval(|[low, _]| low),
            Of::Read(Variable::ProgressHigh(_)) => return self.interval(|[_, high]| high),
            Of::Read(Variable::Level) => "School",
            Of::Read(Variable::Version) => "Final",
            Of::Read(Variable::Breakdown) => self.breakdown.breakdown,
            Of::Read(split) => {
                let mut splits = self.breakdown.splits.iter();
                let known = splits.find(|(known, _)| *known == split);
                known.map_or(TOTAL, |(_, word)| word)
            }
            Of::Other("time_identifier") => "Academic year",
            Of::Other("country_code") => "E92000001",
            Of::Other("country_name") => "England",
            Of::Other("region_code") => return self.region().0,
            Of::Other("new_la_code") => return format!("E99000{authority}"),
            Of::Other("la_name") => authority_name,
            Of::Other("school_laestab") => {
                return format!("{authority}{}", establishment_number(self.school));
            }
            Of::Other("breakdown_topic") => self.breakdown.topic,
            _ => {
                let all = self.results.of(Group::All).pupils;
                return sheet::decimals(100.0 * self.pupils() / all, 0);
            }
        };
        cell.to_owned()
    }
}

impl Row<'_> {
    fn field(&self, field: Field) -> String {
        match field {
            Field::Year => self.year.time_period(),
            Field::Region => self.region().1.to_owned(),
            Field::Authority => self.school.authority.0.to_string(),
            Field::Urn => self.school.urn.to_string(),
            Field::School => self.school.name.clone(),
            Field::SchoolType => self.school.kind.type_group().to_owned(),
            Field::Pupils(_) => self.pupils().to_string(),
            Field::ProgressPupils(_) => self.in_progress8(),
            Field::Figure(measure, _) => self.figure(measure),
            _ => String::new(),
        }
    }

    /// The code and name of the school's region.
    fn region(&self) -> (String, &'static str) {
        let mut profiles = REGION_PROFILES.iter().enumerate();
        let profile = profiles.find(|(_, profile)| profile.authorities.contains(self.school.authority));
        profile
            .map(|(number, profile)| (format!("E9900000{}", number + 1), profile.region.name()))
            .unwrap_or_default()
    }

    /// How many pupils the row is about.
    fn pupils(&self) -> f64 {
        let of_group = self.results.of(self.breakdown.group);
        self.breakdown.pupils(of_group.pupils)
    }

    /// How many of them are in Progress 8.
    fn pupils_in_progress8(&self) -> f64 {
        let of_group = self.results.of(self.breakdown.group);
        self.breakdown.pupils(of_group.in_progress8)
    }

    /// A cell with a published figure, or the tidy files' word for a missing one.
    fn published(&self, measure: Measure, cell: impl Fn(f64) -> String) -> String {
        match self.results.published(measure, self.breakdown.group) {
            Ok(figure) => cell(self.breakdown.figure(figure, measure)),
            Err(code) => tidy_code(code).to_owned(),
        }
    }

    /// A figure with the same digits as in the wide file.
    fn figure(&self, measure: Measure) -> String {
        if measure == Measure::Progress8 && self.naming == Naming::Of2025 {
            return NONE_THAT_YEAR.to_owned();
        }
        self.published(measure, |figure| {
            let cell = sheet::cell(figure, measure);
            cell.trim_end_matches('%').to_owned()
        })
    }

    /// Pupils in Progress 8. They are published wherever Attainment 8 is, as in the wide file.
    fn in_progress8(&self) -> String {
        if self.naming == Naming::Of2025 {
            return NONE_THAT_YEAR.to_owned();
        }
        let pupils = self.pupils_in_progress8();
        self.published(Measure::Attainment8, |_| pupils.to_string())
    }

    /// An end of the interval of Progress 8.
    fn interval(&self, end: fn([f64; 2]) -> f64) -> String {
        if self.naming == Naming::Of2025 {
            return NONE_THAT_YEAR.to_owned();
        }
        self.published(Measure::Progress8, |figure| {
            let interval = sheet::interval(figure, self.pupils_in_progress8(), self.year.ends());
            sheet::decimals(end(interval), 2)
        })
    }
}

/// The content of the columns of Progress 8 in a year without it.
const NONE_THAT_YEAR: &str = "z";

/// The tidy files' code for a reason, given the wide file's code in capitals.
fn tidy_code(code: &str) -> &'static str {
    match code {
        "SUPP" => "c",
        "NE" => "z",
        "LOWCOV" => "low",
        _ => "x",
    }
}

impl Breakdown {
    /// How many of the group's pupils a row is about.
    fn pupils(&self, of_group: f64) -> f64 {
        self.part
            .as_ref()
            .map_or(of_group, |part| (of_group * part.share).round().max(1.0))
    }

    /// The figure of a row, from the group's.
    fn figure(&self, of_group: f64, measure: Measure) -> f64 {
        let Some(part) = &self.part else {
            return of_group;
        };
        let (step, highest) = match measure.unit() {
            Unit::Percent => (12.0, 100.0),
            Unit::Points | Unit::OwnPoints => (7.0, 90.0),
            Unit::Grades => return of_group + 0.4 * part.better,
            Unit::AveragePoints => (0.8, 9.0),
        };
        (of_group + step * part.better).clamp(0.0, highest)
    }
}
