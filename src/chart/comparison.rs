//! Trusts as published beside computed.

use crate::method::{Analysis, Reason, SideBySide};
use crate::model::Basis;
use crate::terms::order::sorted_by_key;
use crate::words::chart::comparison as words;

use super::gap::unit_name;
use super::table::{Cell, Column, Table};

/// Each trust as published beside computed, the widest differences first.
#[must_use]
pub fn comparison_table(analysis: &Analysis, rows: &[SideBySide]) -> Table {
    let size = |row: &&SideBySide| {
        row.difference
            .map_or(-1, |difference| difference.steps().abs())
    };
    let rows = sorted_by_key(rows.iter().collect(), |row| -size(row));
    let unit = unit_name(analysis.rules.measure.unit());
    let why_not = |row: &SideBySide| {
        let reason = row.why_not.as_ref();
        reason.map_or(words::NOT_ELIGIBLE, Reason::sort)
    };
    let both_ways = words::both_ways(unit, analysis.rules.measure.unit().difference_word());
    let mut columns = vec![Column::words(words::TRUST)];
    columns.extend(both_ways.map(|name| Column::numbers(&name)));
    Table {
        caption: words::SIDE_BY_SIDE.to_owned(),
        columns,
        rows: rows
            .into_iter()
            .map(|row| {
                vec![
                    Cell::name(&row.name),
                    row.published.map_or_else(
                        || Cell::Words(words::NOT_IN_FILE.to_owned()),
                        Cell::published,
                    ),
                    row.computed.map_or_else(
                        || Cell::Words(why_not(row).to_owned()),
                        |value| Cell::of_trust(value, Basis::Computed),
                    ),
                    row.difference
                        .map_or(Cell::Nothing(words::NOT_BOTH_WAYS), Cell::Figure),
                ]
            })
            .collect(),
    }
}
