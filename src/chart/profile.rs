//! A trust's page as tables: its measures, and which school makes its figure.

use crate::method::{MeasureProfile, Profile, ProfileLine, Rank, SecondGapLine};
use crate::model::Basis;
use crate::stats::Level as Confidence;
use crate::terms::{
    Figure, Focus, Group, Measure, Missing, Region, Unit, Value, lead_region_in_sentence,
};
use crate::words::chart::profile as words;

use super::bounds::{Bounds, bound_cells, bound_columns};
use super::gap::unit_name;
use super::of_loaded;
use super::table::{Cell, Column, Table};

/// What a row is called: "Attainment 8, disadvantaged pupils, points".
fn row_name(measure: Measure, what: &str, is_gap: bool) -> String {
    let unit = measure.unit();
    let unit = if is_gap {
        unit.difference_word()
    } else {
        unit_name(unit)
    };
    format!("{}, {what}, {unit}", measure.name())
}

/// Every measure of a trust beside its region's trusts and all eligible ones, with intervals, ranks and the ranks that
/// cannot be ruled out.
#[must_use]
pub fn measures_table(profile: &Profile, measures: &[MeasureProfile], level: Confidence) -> Table {
    let region = lead_region_in_sentence(profile.region);
    let mut columns = vec![Column::words(words::MEASURE), Column::numbers(words::TRUST)];
    // Each row names its own unit.
    columns.extend(bound_columns(level, ""));
    columns.extend(words::beside_trust(region).map(|name| Column::numbers(&name)));
    let mut rows = Vec::new();
    for measure in measures {
        for line in &measure.lines {
            rows.push(line_row(measure.measure, line, profile.basis));
        }
        if let Some(second) = &measure.second_gap {
            rows.push(second_row(measure.measure, second));
        }
    }
    Table {
        caption: of_loaded(profile.of_part, words::MEASURES.to_owned()),
        columns,
        rows,
    }
}

fn line_row(measure: Measure, line: &ProfileLine, basis: Basis) -> Vec<Cell> {
    let what = line.focus.group().map_or(words::GAP, Group::pupils);
    let bounds = line.value.figure().zip(line.precision);
    let bounds = bounds.and_then(|(figure, precision)| Bounds::of_trust(figure, basis, precision));
    let mut row = vec![
        Cell::Words(row_name(measure, what, line.focus == Focus::Gap)),
        Cell::of_trust(line.value, basis),
    ];
    row.extend(bound_cells(bounds));
    row.extend([
        line.region.0.into(),
        line.all.0.into(),
        line.state_funded.map_or_else(Cell::none, Cell::published),
        rank_cell(line.regional_rank),
        range_cell(
            line.regional_rank_range
                .map(|range| (range.low, range.high)),
        ),
        rank_cell(line.rank),
        range_cell(line.rank_range.map(|range| (range.low, range.high))),
    ]);
    row
}

fn second_row(measure: Measure, second: &SecondGapLine) -> Vec<Cell> {
    let bounds = second.value.figure().zip(second.precision);
    let bounds = bounds.and_then(|(figure, precision)| Bounds::computed(figure, precision));
    let mut row = vec![
        Cell::Words(row_name(measure, words::SECOND_GAP, true)),
        Cell::of_trust(second.value, Basis::Computed),
    ];
    row.extend(bound_cells(bounds));
    row.extend([second.region, second.all].map(|value| Cell::of_trust(value, Basis::Computed)));
    // It ranks trusts as the disadvantaged pupils' figure does.
    row.resize_with(row.len() + 5, Cell::none);
    row
}

fn rank_cell(rank: Option<(Rank, usize)>) -> Cell {
    rank.map_or_else(Cell::none, |(rank, of)| Cell::Words(rank.among(of)))
}

fn range_cell(range: Option<(u32, u32)>) -> Cell {
    range.map_or_else(Cell::none, |(low, high)| {
        Cell::Words(format!("{low}\u{2013}{high}"))
    })
}

/// The schools that count, with their years, weights and shares of the figure: which school makes it.
#[must_use]
pub fn profile_schools_table(profile: &Profile) -> Table {
    let rules = &profile.rules;
    let measure = rules.measure;
    let pupils = rules.focus.weighing_group().pupils();
    let rows = profile.schools.iter().map(|school| {
        let figures = &school.figures;
        let value = match rules.focus {
            Focus::Gap => figures.gap(measure).map_or(
                Value::Missing(school.part.missing().unwrap_or(Missing::NotAvailable)),
                Value::Published,
            ),
            _ => school.part.value,
        };
        vec![
            Cell::name(&figures.name),
            Cell::Words(school.school_type.in_sentence().to_owned()),
            Cell::Words(
                figures
                    .region
                    .map_or(words::REGION_NOT_KNOWN, Region::name)
                    .to_owned(),
            ),
            school
                .part
                .pupils
                .map_or_else(Cell::Missing, |pupils| Cell::Count(pupils as usize)),
            figures
                .years
                .map_or_else(Cell::none, |years| Cell::Count(years as usize)),
            school
                .part
                .weight
                .map_or_else(Cell::none, |weight| Cell::Count(weight as usize)),
            Cell::published(value),
            school.share.map_or_else(Cell::none, |share| {
                Figure::new(share * 100.0, Unit::Percent).into()
            }),
        ]
    });
    let unit = match rules.focus {
        Focus::Gap => measure.unit().difference_word(),
        _ => unit_name(measure.unit()),
    };
    let names = words::SCHOOL_TYPE_AND_REGION.map(Column::words);
    let numbers = words::in_figure(pupils, unit).map(|name| Column::numbers(&name));
    Table {
        caption: words::SCHOOLS.to_owned(),
        columns: names.into_iter().chain(numbers).collect(),
        rows: rows.collect(),
    }
}
