//! The analysis as one document: what the native program prints.

use method::{
    Analysis, Exclusion, Level, NO, NONE, Panel, Part, Rank, Rules, SETTINGS, SchoolFigures, Scope, Settings,
    SideBySide, Status, TrustFigures, TrustRank, YES,
};
use records::model::{Basis, Coverage, DataSet};
use records::terms::{AcademicYear, Figure, Focus, Group, Missing};
use records::{Doubt, Problem};
use serde::Serialize;

use crate::chart::{Cell, Column, Record, comparison_columns};

use super::area_rows::{area, published_total, region};
use super::certainty::{Certainty, high, low, precision};
use super::chance_rows::{Chances, TrustChance, fifths, part_gap};
use super::csv_table::of_columns;

/// The document. Missing numbers are null, percentages are 0 to 100.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// The year of the results, such as `2022/23`.
    pub year: Option<String>,
    /// The measure's key.
    pub measure: &'static str,
    /// The group's key, or `gap`.
    pub group: &'static str,
    /// The regional rule's key.
    pub regional: &'static str,
    /// `computed` from schools or as `published` for trusts.
    pub basis: &'static str,
    /// The weight of a school in its trust, and the other rules in force.
    pub rules: Record,
    /// The coverage of the country by the files of each basis, the one in force first.
    pub coverage: Vec<Record>,
    /// Eligible trusts.
    pub eligible: usize,
    /// The basis of the intervals; `None` if there are no figures.
    pub precision: Option<Record>,
    /// The figure of all eligible trusts under the regional rule.
    pub national: Option<Figure>,
    /// The lower end of its interval: pupil sampling only.
    pub national_low: Option<f64>,
    /// The upper end.
    pub national_high: Option<f64>,
    /// The gap of all eligible trusts' schools within and between schools; null where figures are as published.
    pub gap_within: Cell,
    /// What the trusts' shrunken figures and the chances of their ranks rest on; `None` without intervals.
    pub chances: Option<Record>,
    /// The regions, by name.
    pub regions: Vec<Record>,
    /// The areas asked for.
    pub areas: Vec<Record>,
    /// The Department's own figures of England's schools, where the school file has them.
    pub england: Record,
    /// Every eligible trust, the best first.
    pub trusts: Vec<Record>,
    /// Each trust as published and as computed, if both files are open.
    pub comparison: Vec<Record>,
    /// Excluded trusts and schools.
    pub excluded: Cell,
    /// The problems in the files, limited in number per file.
    pub problems: Vec<ProblemRow>,
    /// The number of further problems in the files.
    pub more_problems: usize,
    /// The decisions about files that can be read in more than one way.
    pub doubts: Vec<Record>,
    /// The same adjusted for context, where that was asked for, or why it is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub adjusted: Option<Record>,
}

/// The decisions about files that can be read in more than one way.
#[must_use]
pub fn doubt_records(doubts: &[&Doubt]) -> Vec<Record> {
    let rows = doubts.iter();
    rows.map(|doubt| doubt_record(doubt, doubt.id_among(doubts))).collect()
}

fn doubt_record(doubt: &Doubt, id: String) -> Record {
    let column = |column: &Option<String>| Cell::known(column.as_deref());
    let alternatives = doubt.alternatives.iter().map(|it| Cell::Words(it.key()));
    // The first cells that speak for the reading that was taken, or what was compared.
    let evidence = doubt.evidence.iter().map(|cell| {
        Record::from([
            // Null if it is about the whole file.
            ("line", Cell::known(cell.line.map(|line| line as usize))),
            ("column", column(&cell.column)),
            ("value", Cell::words(&*cell.value)),
        ])
    });
    let lines = doubt.lines.iter().map(|line| Cell::Count(*line as usize));
    Record::from([
        // The name by which a reading is chosen.
        ("id", id.into()),
        ("kind", doubt.kind.key().into()),
        ("file", Cell::words(&*doubt.file)),
        // Where it is about one.
        ("column", column(&doubt.column)),
        // The keys of the reading that was taken and of the others.
        ("assumed", doubt.assumed.key().into()),
        ("alternatives", Cell::List(alternatives.collect())),
        // Why it was taken, in words.
        ("grounds", doubt.grounds.in_words().into()),
        ("evidence", Cell::Records(evidence.collect())),
        // How many it touches, and the first of them.
        ("rows", doubt.rows.into()),
        ("lines", Cell::List(lines.collect())),
    ])
}

/// The rules in force that decide which schools count, and how much: each by its key, with a number where it is one and
/// null where there is none.
pub(super) fn rules_in_force(rules: &Rules) -> Record {
    let in_force = Settings {
        rules: *rules,
        ..Settings::default()
    };
    let settings = SETTINGS.iter();
    // Whose arithmetic figures are is said of the whole document.
    let rules = settings.filter(|of| of.panel == Panel::Rules && of.key != "basis");
    let cell = |value: String| match (value.as_str(), value.parse::<usize>()) {
        (NONE, _) => Cell::none(),
        (YES | NO, _) => Cell::Flag(value == YES),
        (_, Ok(number)) => Cell::Count(number),
        (_, Err(_)) => Cell::Words(value),
    };
    let rules = rules.map(|setting| {
        let value = setting.values(&in_force).into_iter().next();
        let key = setting.key.replace('-', "_");
        (key, value.map_or_else(Cell::none, cell))
    });
    rules.collect()
}

/// What is not eligible, each with the reason.
pub(super) fn exclusions(excluded: &[Exclusion]) -> Cell {
    let excluded = excluded.iter().map(|of| {
        let level = match of.level {
            Level::Trust => "trust",
            Level::School => "school",
        };
        Record::from([
            ("level", level.into()),
            ("uid", Cell::known(of.uid.as_deref())),
            ("urn", Cell::known(of.urn.map(|urn| urn.to_string()))),
            ("name", Cell::name(&of.name)),
            ("reason", of.reason.to_string().into()),
        ])
    });
    Cell::Records(excluded.collect())
}

/// A problem's line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProblemRow {
    /// The file's name.
    pub file: String,
    /// The line; `None` for the whole file.
    pub line: Option<u64>,
    /// The column's name as the file has it.
    pub column: Option<String>,
    /// What the cell holds.
    pub value: Option<String>,
    /// The problem and its remedy.
    pub message: String,
}

impl From<&Problem> for ProblemRow {
    fn from(problem: &Problem) -> Self {
        Self {
            file: problem.file.clone(),
            line: Some(problem.line),
            column: problem.column.clone(),
            value: problem.value.clone(),
            message: format!("{}. {}", problem.fault, problem.fault.remedy()),
        }
    }
}

/// A school with its part of its trust's figure, and its share of that, 0 to 1; of a gap, of its disadvantaged end.
pub(super) type InTrust<'a> = (&'a SchoolFigures, &'a Part, Option<f64>);

/// The data of a school in its trust.
pub(super) fn school_columns<'a>(rules: &'a Rules) -> Vec<Column<'a, InTrust<'a>>> {
    type Column<'a> = crate::chart::Column<'a, InTrust<'a>>;
    let status = |(school, part, _): &InTrust<'_>| {
        let missing = match rules.focus {
            Focus::Gap => part.missing().or_else(|| school.parts.get(Group::Other).missing()),
            _ => part.missing(),
        };
        // Of a gap, why the school is not in both of its ends.
        Cell::words(missing.map_or("published", Missing::reason))
    };
    let years = |years: Option<u32>| Cell::count(years.map(|years| years as usize), "");
    vec![
        Column::data("urn", |(school, ..)| Cell::Words(school.urn.to_string())),
        Column::data("name", |(school, ..)| Cell::name(&school.name)),
        // For Progress 8 those included in it; of a gap, the disadvantaged.
        Column::data("pupils", |(_, part, _)| Cell::number(part.pupils.ok())),
        // At most the cap, where there is one.
        Column::data("years", move |(school, ..)| {
            years(school.years.map(|years| rules.weight.capped(years)))
        }),
        Column::data("years_in_trust", move |(school, ..)| years(school.years)),
        Column::data("weight", |(_, part, _)| Cell::number(part.weight)),
        Column::data("value", |(school, part, _)| {
            match rules.focus {
                Focus::Gap => school.gap(rules.measure),
                _ => part.value.figure(),
            }
            .into()
        }),
        Column::data("share", |(.., share)| share.map_or_else(Cell::none, Cell::Share)),
        Column::data("status", status),
    ]
}

/// A trust with the ranks that it can have in its region, and the chances of its ranks.
type SureTrust<'a> = (&'a TrustFigures, &'a Option<TrustRank>, &'a TrustChance);

/// The data of a trust, for JSON lists and CSV rows.
struct TrustColumns<'a> {
    /// The identity of the trust.
    who: Vec<Column<'a, SureTrust<'a>>>,
    /// The pupils of the group; the disadvantaged ones for the gap.
    group_pupils: Column<'a, SureTrust<'a>>,
    /// The figure of the focus with its interval.
    figure: Vec<Column<'a, SureTrust<'a>>>,
    /// The ranks in its region that cannot be ruled out.
    possible_ranks: Vec<Column<'a, SureTrust<'a>>>,
    /// The shrunken figure with its interval, and the chances of ranks among all eligible trusts and in its region.
    chances: Vec<Column<'a, SureTrust<'a>>>,
    /// Both ends, the gap, and the ranks among all eligible trusts and in its region.
    ends_and_ranks: Vec<Column<'a, SureTrust<'a>>>,
    /// `published`, or the reason why there is no figure.
    status: Column<'a, SureTrust<'a>>,
    /// The schools that count; none where the figures are as published.
    schools: Column<'a, SureTrust<'a>>,
}

impl<'a> TrustColumns<'a> {
    fn new(rules: &'a Rules) -> Self {
        type Column<'a> = crate::chart::Column<'a, SureTrust<'a>>;
        let figure = |key, figure: fn(&TrustFigures) -> Option<Figure>| {
            Column::data(key, move |(trust, ..)| figure(trust).into())
        };
        let number = |key, number: fn(&TrustFigures) -> Option<f64>| {
            Column::data(key, move |(trust, ..)| Cell::known(number(trust)))
        };
        let rank = |key, rank: fn(&TrustFigures) -> Option<Rank>| {
            Column::data(key, move |(trust, ..)| Cell::known(rank(trust)))
        };
        let possible = |key, cell: fn(&TrustRank) -> Cell| {
            Column::data(key, move |(_, rank, _)| rank.as_ref().map_or_else(Cell::none, cell))
        };
        let chance =
            |key, number: fn(&TrustChance) -> Option<f64>| Column::data(key, move |(_, _, of)| Cell::known(number(of)));
        Self {
            chances: vec![
                Column::data("shrunken", |(_, _, of)| of.towards.map(|towards| towards.figure).into()),
                chance("shrunken_low", |of| Some(of.towards?.interval?.low())),
                chance("shrunken_high", |of| Some(of.towards?.interval?.high())),
                chance("expected_rank", |of| Some(of.england?.expected_rank)),
                chance("chance_top_ten", |of| Some(of.england?.top_ten)),
                chance("regional_expected_rank", |of| Some(of.region?.expected_rank)),
                chance("regional_chance_top_ten", |of| Some(of.region?.top_ten)),
            ],
            who: vec![
                Column::data("uid", |(trust, ..)| Cell::words(&*trust.uid)),
                Column::data("name", |(trust, ..)| Cell::name(&trust.name)),
                Column::data("region", |(trust, ..)| Cell::Region(trust.region)),
                number("pupils", |trust| trust.pupils),
            ],
            group_pupils: number("group_pupils", |trust| trust.group_pupils),
            figure: vec![
                figure("figure", TrustFigures::figure),
                number("low", |trust| low(trust.precision)),
                number("high", |trust| high(trust.precision)),
                number("effective_pupils", |trust| trust.precision?.effective_pupils),
            ],
            possible_ranks: vec![
                possible("rank_low", |of| of.low.into()),
                possible("rank_high", |of| of.high.into()),
                possible("could_be_top_ten", |of| of.could_be_top_ten.into()),
            ],
            ends_and_ranks: vec![
                figure("disadvantaged", |trust| trust.disadvantaged.figure()),
                figure("other", |trust| trust.other.figure()),
                figure("gap", |trust| trust.gap),
                rank("rank", TrustFigures::rank),
                rank("regional_rank", TrustFigures::regional_rank),
            ],
            status: Column::data("status", |(trust, ..)| {
                Cell::words(match trust.status {
                    Status::Published { .. } => "published",
                    Status::Missing(reason) => reason.reason(),
                })
            }),
            schools: Column::data("schools", |(trust, ..)| {
                let schools: Vec<InTrust<'_>> = trust.school_shares(rules.focus).collect();
                Cell::Records(Record::all(&school_columns(rules), schools))
            }),
        }
    }

    /// Those of the document, in its order.
    fn of_document(self) -> Vec<Column<'a, SureTrust<'a>>> {
        let mut columns = self.who;
        columns.push(self.group_pupils);
        columns.extend(self.figure);
        columns.extend(self.possible_ranks);
        columns.extend(self.ends_and_ranks);
        columns.extend(self.chances);
        columns.push(Column::data("chance_fifths", |(_, _, of): &SureTrust<'_>| {
            fifths(of.england.and_then(|of| of.fifths))
        }));
        columns.extend([self.status, self.schools]);
        columns
    }

    /// Those of a file with a row for each trust, in its order.
    fn of_file(self) -> Vec<Column<'a, SureTrust<'a>>> {
        let mut columns = self.who;
        columns.extend(self.figure);
        columns.extend(self.ends_and_ranks);
        columns.extend(self.possible_ranks);
        columns.push(self.status);
        columns.extend(self.chances);
        columns
    }
}

/// Each trust of an analysis as a row of its columns.
fn sure_trusts<'a>(
    analysis: &'a Analysis,
    certainty: &'a Certainty,
    chances: &'a Chances,
) -> impl Iterator<Item = SureTrust<'a>> {
    let trusts = analysis.trusts.iter().zip(&certainty.ranks).zip(&chances.trusts);
    trusts.map(|((trust, rank), chance)| (trust, rank, chance))
}

/// Every eligible trust of an analysis as the text of a CSV file, one row each.
#[must_use]
pub fn trusts_csv(analysis: &Analysis, certainty: &Certainty) -> String {
    let chances = Chances::new(analysis);
    let columns = TrustColumns::new(&analysis.rules).of_file();
    of_columns(&columns, sure_trusts(analysis, certainty, &chances))
}

/// How much of the country the files of a basis cover.
fn coverage(basis: Basis, of: &Coverage) -> Record {
    Record::from([
        // `computed` or `published`.
        ("basis", basis.key().into()),
        // The `whole` country or a `part` of it.
        ("extent", of.extent.key().into()),
        // Whether the user said so; else it follows from the files.
        ("chosen", of.is_chosen.into()),
        // Trusts that the files have, and of how many of those that the other file names.
        ("trusts", of.trusts.into()),
        ("covered", of.covered.into()),
        ("of", of.of.into()),
        ("schools", of.schools.into()),
        // The other file: `trust-file`, `group-links` or `nothing`.
        ("against", of.reference.key().into()),
    ])
}

impl Report {
    /// The document of an analysis, with what is wrong in the files behind it.
    #[must_use]
    pub fn new<'a>(
        analysis: &Analysis,
        certainty: &Certainty,
        comparison: &[SideBySide],
        problems: impl Iterator<Item = &'a Problem>,
    ) -> Self {
        let other = analysis.other_coverage.iter();
        let other = other.map(|(basis, of)| coverage(*basis, of));
        let england = &analysis.england;
        let areas = analysis.areas.iter();
        let regions = analysis.regions.iter();
        let chances = Chances::new(analysis);
        Self {
            gap_within: part_gap(analysis, Scope::All),
            chances: chances.record(),
            coverage: std::iter::once(coverage(analysis.basis, &analysis.coverage))
                .chain(other)
                .collect(),
            eligible: analysis.all.eligible,
            precision: Some(precision(&analysis.intervals)),
            national: analysis.all.figure,
            national_low: low(analysis.all.precision),
            national_high: high(analysis.all.precision),
            regions: regions.map(|of| region(of, analysis)).collect(),
            areas: areas.map(|local| area(local, analysis)).collect(),
            england: Record::from([
                ("state_funded", published_total(england.state_funded.as_ref(), analysis)),
                ("all_schools", published_total(england.all_schools.as_ref(), analysis)),
            ]),
            trusts: Record::all(
                &TrustColumns::new(&analysis.rules).of_document(),
                sure_trusts(analysis, certainty, &chances),
            ),
            comparison: Record::all(&comparison_columns(&analysis.rules), comparison),
            excluded: exclusions(&analysis.excluded),
            ..Self::without_figures(analysis.year, &analysis.rules, analysis.basis, problems)
        }
    }

    /// The document of school files without group links: no trust, and every school with the reason
    /// why it is in none.
    #[must_use]
    pub fn of_schools_alone<'a>(
        data: &DataSet,
        rules: &Rules,
        excluded: &[Exclusion],
        problems: impl Iterator<Item = &'a Problem>,
    ) -> Self {
        Self {
            excluded: exclusions(excluded),
            ..Self::without_figures(data.year, rules, Basis::Computed, problems)
        }
    }

    fn without_figures<'a>(
        year: Option<AcademicYear>,
        rules: &Rules,
        basis: Basis,
        problems: impl Iterator<Item = &'a Problem>,
    ) -> Self {
        Self {
            year: year.map(|year| year.to_string()),
            measure: rules.measure.key(),
            group: rules.focus.key(),
            regional: rules.regional.key(),
            basis: basis.key(),
            rules: rules_in_force(rules),
            coverage: Vec::new(),
            eligible: 0,
            precision: None,
            national: None,
            national_low: None,
            national_high: None,
            gap_within: Cell::none(),
            chances: None,
            regions: Vec::new(),
            areas: Vec::new(),
            england: Record::from(["state_funded", "all_schools"].map(|of| (of, Cell::none()))),
            trusts: Vec::new(),
            comparison: Vec::new(),
            excluded: exclusions(&[]),
            problems: problems.map(ProblemRow::from).collect(),
            more_problems: 0,
            doubts: Vec::new(),
            adjusted: None,
        }
    }
}
