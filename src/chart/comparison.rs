//! Trusts as published beside computed.

use crate::method::{Analysis, Reason, SideBySide};
use crate::model::Basis;
use crate::terms::order::sorted_by_key;
use crate::words::chart::comparison as words;
use crate::words::chart::heads;

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
    let unit = analysis.rules.measure.unit();
    let why_not = |row: &SideBySide| {
        let reason = row.why_not.as_ref();
        reason.map_or(words::NOT_ELIGIBLE, Reason::sort)
    };
    let columns = [
        Column::words(heads::TRUST, |row: &SideBySide| Cell::name(&row.name)),
        Column::numbers(words::PUBLISHED, |row: &SideBySide| {
            let not_there = || Cell::words(words::NOT_IN_FILE);
            row.published.map_or_else(not_there, Cell::published)
        })
        .in_unit(unit_name(unit)),
        Column::numbers(words::COMPUTED, |row: &SideBySide| {
            let computed = |value| Cell::of_trust(value, Basis::Computed);
            row.computed
                .map_or_else(|| Cell::words(why_not(row)), computed)
        })
        .in_unit(unit_name(unit)),
        Column::numbers(heads::DIFFERENCE, |row: &SideBySide| {
            let difference = row.difference;
            difference.map_or(Cell::Nothing(words::NOT_BOTH_WAYS), Cell::Figure)
        })
        .in_unit(unit.difference_word()),
    ];
    Table::new(words::SIDE_BY_SIDE, &columns, rows)
}
