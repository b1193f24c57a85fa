//! Parts of the country side by side on every measure, as a table.

use method::{AdjustParts, Analysis, AreaFigures, Rules, Scope};
use records::model::Basis;
use records::terms::Figure;
use stats::Level as Confidence;

use crate::chart::bounds::{Bounds, bound_columns};
use crate::chart::comparison_chart::measure_columns;
use crate::chart::of_loaded;
use crate::chart::part::PartOf;
use crate::chart::table::{Cell, Column, Table};
use crate::chart::words::heads;

use super::words;

/// A part of the country in a measure.
struct Row<'a> {
    rules: &'a Rules,
    parts: Option<AdjustParts>,
    name: &'a str,
    of: &'a AreaFigures,
    england: Option<Figure>,
}

/// These parts of the country in every measure and group given, each with its interval: a row for each of them and
/// each part, the parts in this order throughout.
#[must_use]
pub fn compare_parts_table(of: &[Analysis], parts: &[PartOf]) -> Table {
    let first = of.first();
    let level = first.map_or(Confidence::P95, Analysis::level);
    let mut columns = measure_columns(|row: &Row<'_>| (row.rules, row.parts));
    columns.extend([
        Column::words(words::part_head(parts), |row: &Row<'_>| Cell::words(row.name)),
        Column::numbers(heads::FIGURE, |row: &Row<'_>| row.of.figure.into()),
    ]);
    // Each row names its own unit.
    columns.extend(bound_columns(level, "", |row: &Row<'_>| {
        Bounds::new(row.of.figure, Basis::Computed, row.of.precision)
    }));
    columns.extend([
        Column::numbers(words::ALL_OF_ENGLAND, |row: &Row<'_>| row.england.into()),
        Column::numbers(heads::ELIGIBLE_TRUSTS, |row: &Row<'_>| Cell::Count(row.of.eligible)),
    ]);
    let rows = of.iter().flat_map(|analysis| {
        let england = analysis.figure_of(Scope::All);
        parts.iter().filter_map(move |part| {
            Some(Row {
                rules: &analysis.rules,
                parts: analysis.adjustment.as_ref().map(|adjustment| adjustment.used),
                name: part.name(),
                of: analysis.figures_of(part.scope(analysis)?)?,
                england,
            })
        })
    });
    let of_part = first.and_then(Analysis::trusts_of_part);
    Table::new(of_loaded(of_part, words::every_measure(parts)), &columns, rows)
}
