//! Blank cells of merged cells in a spreadsheet. When it is saved as CSV, only the first cell of each is filled.

use records::terms::order::sorted;
use records::{DoubtKind, Grounds, Reading};

use crate::source::{ColumnIndex, RowIndex};

use super::decisions::Affected;
use super::reader::Reader;

/// Rows in order, each with the row whose cell it shares.
#[derive(Debug, Default)]
pub(super) struct Merged(Vec<(RowIndex, RowIndex)>);

impl Merged {
    /// The row in which this row's cell is filled.
    pub(super) fn row(&self, row: RowIndex) -> RowIndex {
        let index = self.0.binary_search_by_key(&row, |&(row, _)| row).ok();
        index
            .and_then(|index| self.0.get(index))
            .map_or(row, |&(_, filled)| filled)
    }

    /// Decides about the blank cells of a column in these rows. If cells do not seem to have been merged, there is a
    /// doubt only if a blank cell would lose information (`loses`).
    pub(super) fn decide(reader: &mut Reader<'_>, column: Option<ColumnIndex>, rows: &[RowIndex], loses: bool) -> Self {
        let is_filled = |row: &&RowIndex| !reader.text(**row, column).is_empty();
        let (filled, blank): (Vec<&RowIndex>, Vec<&RowIndex>) = rows.iter().partition(is_filled);
        let (Some(column), Some(first_blank), Some(first)) = (column, blank.first(), filled.first()) else {
            return Self::default();
        };
        let values = filled.iter().map(|row| reader.text(**row, Some(column)));
        let mut values = sorted(values.collect(), Ord::cmp);
        values.dedup();
        // Merged cells are filled once for all their rows, starting with the first row. A single value applies to every
        // row.
        let begins = rows.first() == Some(*first);
        let are_merged =
            begins && (loses || values.len() > 1) && values.len() == filled.len() && blank.len() >= filled.len();
        let is_one = loses && values.len() == 1 && filled.len() > blank.len();
        if !are_merged && !is_one && !loses {
            return Self::default();
        }
        let (likeliest, other) = if are_merged || is_one {
            (Reading::AsAbove, Reading::NotStated)
        } else {
            (Reading::NotStated, Reading::AsAbove)
        };
        let mut affected = Affected::default();
        for row in [first, first_blank] {
            affected.show(reader, **row, Some(column));
        }
        for row in &blank {
            affected.count(reader, **row);
        }
        let mut last = is_one.then_some(**first);
        let mut shared = Vec::new();
        for row in rows {
            if is_filled(&row) {
                last = Some(*row);
            } else if let Some(last) = last {
                shared.push((*row, last));
            }
        }
        let readings = [likeliest, other];
        match reader.ask_of(DoubtKind::BlankCells, column, readings, Grounds::Assumed, affected) {
            Reading::AsAbove => Self(shared),
            _ => Self::default(),
        }
    }
}
