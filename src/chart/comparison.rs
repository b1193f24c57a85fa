//! Trusts as published beside computed.

use crate::method::{Analysis, Exclusion, Level, SideBySide};
use crate::model::Basis;
use crate::terms::order::{sorted, sorted_by_key};
use crate::terms::readable_name;

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
    let excluded = analysis.excluded.iter();
    let trusts = excluded.filter(|exclusion| exclusion.level == Level::Trust);
    let by_uid = sorted(trusts.collect(), |one, two| one.uid.cmp(&two.uid));
    let why_not = |row: &SideBySide| {
        let wanted = Some(&*row.uid);
        let place = by_uid.binary_search_by(|of: &&Exclusion| of.uid.as_deref().cmp(&wanted));
        let exclusion = place.ok().and_then(|place| by_uid.get(place));
        exclusion.map_or("not eligible", |exclusion| exclusion.reason.sort())
    };
    Table {
        caption: "Published and computed, side by side".to_owned(),
        columns: vec![
            Column::words("Trust"),
            Column::numbers(&format!("Published, {unit}")),
            Column::numbers(&format!("Computed, {unit}")),
            Column::numbers(&format!(
                "Difference, {}",
                analysis.rules.measure.unit().difference_word()
            )),
        ],
        rows: rows
            .into_iter()
            .map(|row| {
                vec![
                    Cell::Words(readable_name(&row.name)),
                    row.published.map_or_else(
                        || Cell::Words("not in the file".to_owned()),
                        Cell::published,
                    ),
                    row.computed.map_or_else(
                        || Cell::Words(why_not(row).to_owned()),
                        |value| Cell::of_trust(value, Basis::Computed),
                    ),
                    row.difference
                        .map_or(Cell::Nothing("not there both ways"), Cell::Figure),
                ]
            })
            .collect(),
    }
}
