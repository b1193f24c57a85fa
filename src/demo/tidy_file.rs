//! The school performance file in the tidy layout of 2023/24 and later: a row for each school and
//! breakdown.

use crate::terms::{AcademicYear, Group, Measure, Unit};

use super::cohort::Results;
use super::places::{PLACES, Place};
use super::school_file::establishment_number;
use super::sheet;
use super::{Demonstration, School};

/// Whose names the columns have: the Department named them anew after a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Naming {
    /// As in `202324_performance_tables_schools_final.csv`.
    Of2024,
    /// As in the files of 2024/25, a year without Progress 8.
    Of2025,
}

impl Naming {
    /// Both, in the order of their years.
    pub const ALL: [Self; 2] = [Self::Of2024, Self::Of2025];

    /// The column that says whether a row is about disadvantaged pupils.
    const fn disadvantage(self) -> &'static str {
        match self {
            Self::Of2024 => "disadvantage",
            Self::Of2025 => "disadvantage_status",
        }
    }

    /// The columns of pupils.
    const fn pupils(self) -> &'static [&'static str] {
        match self {
            Self::Of2024 => &["t_pupils"],
            Self::Of2025 => &["pupil_count", "pupil_percent"],
        }
    }

    /// The columns of a measure: for Progress 8 the pupils in it, the score and its interval.
    const fn columns(self, measure: Measure) -> &'static [&'static str] {
        match (self, measure) {
            (Self::Of2024, Measure::Attainment8) => &["avg_att8"],
            (Self::Of2024, Measure::Progress8) => &[
                "t_inp8calc",
                "avg_p8score",
                "p8score_ci_low",
                "p8score_ci_upp",
            ],
            (Self::Of2024, Measure::Grade5EnglishMaths) => &["pt_l2basics_95"],
            (Self::Of2024, Measure::Grade4EnglishMaths) => &["pt_l2basics_94"],
            (Self::Of2024, Measure::EbaccEntry) => &["pt_ebacc_e_ptq_ee"],
            (Self::Of2024, Measure::Ebacc5) => &["pt_ebacc_95"],
            (Self::Of2024, Measure::Ebacc4) => &["pt_ebacc_94"],
            (Self::Of2024, Measure::EbaccAps) => &["avg_ebaccaps"],
            (Self::Of2025, Measure::Attainment8) => &["attainment8_average"],
            (Self::Of2025, Measure::Progress8) => &[
                "progress8_pupil_count",
                "progress8_average",
                "progress8_lower_95_ci",
                "progress8_upper_95_ci",
            ],
            (Self::Of2025, Measure::Grade5EnglishMaths) => &["engmath_95_percent"],
            (Self::Of2025, Measure::Grade4EnglishMaths) => &["engmath_94_percent"],
            (Self::Of2025, Measure::EbaccEntry) => &["ebacc_entering_percent"],
            (Self::Of2025, Measure::Ebacc5) => &["ebacc_95_percent"],
            (Self::Of2025, Measure::Ebacc4) => &["ebacc_94_percent"],
            (Self::Of2025, Measure::EbaccAps) => &["ebacc_aps_average"],
            (_, Measure::Own(_)) => &[],
        }
    }
}

const TOTAL: &str = "Total";
const DISADVANTAGED: &str = "Disadvantaged";
const OTHER: &str = "Not known to be disadvantaged";

/// The columns that say which pupils a row is about, after topic and breakdown; the second has a
/// name of its own in either naming.
const SPLITS: usize = 5;
const SEX: usize = 0;
const DISADVANTAGE: usize = 1;
const FIRST_LANGUAGE: usize = 2;
const PRIOR_ATTAINMENT: usize = 3;
const MOBILITY: usize = 4;

/// A row that each school has.
struct Breakdown {
    topic: &'static str,
    breakdown: &'static str,
    /// The splits that are not `Total`.
    splits: &'static [(usize, &'static str)],
    group: Group,
    /// Which part of the group it is; nothing where it is all of it.
    part: Option<Part>,
}

/// A part of a group, of which nothing else here knows: what matters is that its figures are not
/// the group's.
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
    whole(
        "Disadvantage status",
        OTHER,
        &[(DISADVANTAGE, OTHER)],
        Group::Other,
    ),
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
    // These bear a group's own word, and are not about all of the group.
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
    splits: &'static [(usize, &'static str)],
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
    splits: &'static [(usize, &'static str)],
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

pub(super) fn write(demonstration: &Demonstration, year: AcademicYear, naming: Naming) -> String {
    let rows = demonstration.results(year).flat_map(|(school, results)| {
        BREAKDOWNS
            .iter()
            .map(move |breakdown| row(school, results, breakdown, year, naming))
    });
    sheet::text(header(naming), rows)
}

fn header(naming: Naming) -> Vec<String> {
    let school = [
        "time_period",
        "time_identifier",
        "geographic_level",
        "country_code",
        "country_name",
        "region_code",
        "region_name",
        "old_la_code",
        "new_la_code",
        "la_name",
        "version",
        "school_urn",
        "school_laestab",
        "school_name",
        "establishment_type_group",
        "breakdown_topic",
        "breakdown",
    ];
    let splits: [&str; SPLITS] = [
        "sex",
        naming.disadvantage(),
        "first_language",
        "prior_attainment",
        "mobility",
    ];
    school
        .iter()
        .chain(&splits)
        .chain(naming.pupils())
        .chain(
            Measure::ALL
                .iter()
                .flat_map(|&measure| naming.columns(measure)),
        )
        .map(|&name| name.to_owned())
        .collect()
}

fn row(
    school: &School,
    results: &Results,
    breakdown: &Breakdown,
    year: AcademicYear,
    naming: Naming,
) -> Vec<String> {
    let mut row = school_cells(school, year);
    row.extend([breakdown.topic, breakdown.breakdown].map(str::to_owned));
    let mut splits = [TOTAL; SPLITS];
    for &(place, word) in breakdown.splits {
        if let Some(split) = splits.get_mut(place) {
            *split = word;
        }
    }
    row.extend(splits.map(str::to_owned));
    row.extend(pupil_cells(results, breakdown, naming));
    for measure in Measure::ALL {
        row.extend(cells(results, breakdown, measure, year, naming));
    }
    row
}

/// What is said of the school in each of its rows.
fn school_cells(school: &School, year: AcademicYear) -> Vec<String> {
    let (authority_code, authority) = school.authority;
    let region = PLACES.iter().position(|place| is_in(school, place));
    let (region_code, region) = region
        .and_then(|number| Some((number, PLACES.get(number)?)))
        .map(|(number, place)| (format!("E9900000{}", number + 1), place.region.name()))
        .unwrap_or_default();
    vec![
        year.time_period(),
        "Academic year".to_owned(),
        "School".to_owned(),
        "E92000001".to_owned(),
        "England".to_owned(),
        region_code,
        region.to_owned(),
        authority_code.to_string(),
        format!("E99000{authority_code}"),
        (*authority).to_owned(),
        "Final".to_owned(),
        school.urn.to_string(),
        format!("{authority_code}{}", establishment_number(school)),
        school.name.clone(),
        school.kind.type_group().to_owned(),
    ]
}

fn is_in(school: &School, place: &Place) -> bool {
    place.authorities.contains(school.authority)
}

fn pupil_cells(results: &Results, breakdown: &Breakdown, naming: Naming) -> Vec<String> {
    let pupils = breakdown.pupils(results.of(breakdown.group).pupils);
    let share = 100.0 * pupils / results.of(Group::All).pupils;
    let cells = [pupils.to_string(), sheet::decimals(share, 0)];
    let number = naming.pupils().len();
    cells.into_iter().take(number).collect()
}

/// A measure's cells: the very digits that the wide file has, or the tidy files' word for why not.
fn cells(
    results: &Results,
    breakdown: &Breakdown,
    measure: Measure,
    year: AcademicYear,
    naming: Naming,
) -> Vec<String> {
    let number = naming.columns(measure).len();
    let is_progress8 = measure == Measure::Progress8;
    if is_progress8 && naming == Naming::Of2025 {
        return vec!["z".to_owned(); number];
    }
    let figure = match results.published(measure, breakdown.group) {
        Ok(figure) => breakdown.figure(figure, measure),
        Err(code) => {
            let mut cells = vec![tidy_code(code).to_owned(); number];
            if let Some(first) = cells.first_mut().filter(|_| is_progress8) {
                *first = progress8_pupils(results, breakdown);
            }
            return cells;
        }
    };
    let cell = sheet::cell(figure, measure);
    let cell = cell.trim_end_matches('%').to_owned();
    if !is_progress8 {
        return vec![cell];
    }
    let included = breakdown.pupils(results.of(breakdown.group).in_progress8);
    let [low, high] = sheet::interval(figure, included, year.ends());
    vec![
        included.to_string(),
        cell,
        sheet::decimals(low, 2),
        sheet::decimals(high, 2),
    ]
}

/// Pupils in Progress 8, which are published where Attainment 8 is, as in the wide file.
fn progress8_pupils(results: &Results, breakdown: &Breakdown) -> String {
    match results.published(Measure::Attainment8, breakdown.group) {
        Ok(_) => breakdown
            .pupils(results.of(breakdown.group).in_progress8)
            .to_string(),
        Err(code) => tidy_code(code).to_owned(),
    }
}

/// The tidy files' code for a reason that the wide file has in capitals.
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
