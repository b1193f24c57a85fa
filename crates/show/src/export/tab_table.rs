//! Tables as tab-separated text for the clipboard.

use crate::chart::{Cell, Table};

use super::csv_table::guarded;

/// A table to paste: its heads with their units, its numbers in full, a reason wherever a number is missing. A cell
/// that a spreadsheet would take for a formula gets a leading apostrophe; a tab or a line end within a cell becomes a
/// blank.
///
/// ```
/// use show::chart::{Cell, Column, Table};
/// use show::export::tab_table::of_table;
/// use records::terms::Missing;
/// let columns = [
///     Column::words("Trust", |name: &&str| Cell::words(*name)),
///     Column::numbers("Figure", |_: &&str| Cell::Missing(Missing::Suppressed)),
/// ];
/// let table = Table::new("Trusts", &columns, ["=A\tB"]);
/// assert_eq!(of_table(&table), "Trust\tFigure\n'=A B\tsuppressed\n");
/// ```
#[must_use]
pub fn of_table(table: &Table) -> String {
    let table = table.taken_away();
    let columns = table.columns.iter();
    let mut text = row(columns.map(|column| column.name.clone()));
    for cells in &table.rows {
        text.push_str(&row(cells.iter().map(Cell::data)));
    }
    text
}

fn row(cells: impl Iterator<Item = String>) -> String {
    let cells: Vec<String> = cells
        .map(|cell| guarded(&cell).replace(['\t', '\n', '\r'], " "))
        .collect();
    format!("{}\n", cells.join("\t"))
}
