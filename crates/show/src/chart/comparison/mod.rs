//! Trusts as published beside computed.

mod words;

use method::{Analysis, Reason, Rules, SideBySide};
use records::model::Basis;
use records::terms::order::sorted_by_key;

use crate::chart::words::heads;

use super::gap::unit_name;
use super::table::{Cell, Column, Table};

/// Each trust as published beside computed, the widest differences first.
#[must_use]
pub fn comparison_table(analysis: &Analysis, rows: &[SideBySide]) -> Table {
    let size = |row: &&SideBySide| row.difference.map_or(-1, |difference| difference.steps().abs());
    let rows = sorted_by_key(rows.iter().collect(), |row| -size(row));
    let columns = comparison_columns(&analysis.rules);
    Table::new(words::SIDE_BY_SIDE, &columns, rows)
}

/// The columns of a trust, published and computed, for people and programs.
pub(crate) fn comparison_columns(rules: &Rules) -> Vec<Column<'static, SideBySide>> {
    type Column<'a> = super::table::Column<'a, SideBySide>;
    let unit = rules.measure.unit();
    vec![
        Column::data("uid", |row| Cell::words(&*row.uid)),
        Column::words(heads::TRUST, |row| Cell::name(&row.name)).keyed("name"),
        Column::numbers(words::PUBLISHED, |row| {
            let not_there = || Cell::Reason(words::NOT_IN_FILE.to_owned());
            row.published.map_or_else(not_there, Cell::published)
        })
        .in_unit(unit_name(unit))
        .keyed("published"),
        Column::numbers(words::COMPUTED, |row| {
            let why_not = row.why_not.as_ref();
            let why_not = || why_not.map_or(words::NOT_ELIGIBLE, Reason::sort).to_owned();
            let computed = |value| Cell::of_trust(value, Basis::Computed);
            row.computed.map_or_else(|| Cell::Reason(why_not()), computed)
        })
        .in_unit(unit_name(unit))
        .keyed("computed"),
        Column::numbers(heads::DIFFERENCE, |row| {
            let difference = row.difference;
            difference.map_or(Cell::Nothing(words::NOT_BOTH_WAYS), Cell::Figure)
        })
        .in_unit(unit.difference_word())
        .keyed("difference"),
    ]
}
