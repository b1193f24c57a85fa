//! Blank cells where a spreadsheet had cells merged: of those only the first is filled when it is saved as CSV.

use std::collections::BTreeMap;

use crate::source::{
    ColumnIndex, DoubtKind, EVIDENCE_KEPT, Evidence, Grounds, Question, Reading, RowIndex, excerpt,
};

use super::reader::Reader;

/// In which row a cell is that another row shares.
#[derive(Debug, Default)]
pub(super) struct Merged(BTreeMap<RowIndex, RowIndex>);

impl Merged {
    /// The row in which this row's cell is filled.
    pub(super) fn row(&self, row: RowIndex) -> RowIndex {
        self.0.get(&row).copied().unwrap_or(row)
    }

    /// Decides about the blank cells of a column, in these rows. Where cells seem not to have been merged, there is a
    /// doubt only if something is lost by blank ones.
    pub(super) fn decide(
        reader: &mut Reader<'_>,
        column: Option<ColumnIndex>,
        rows: &[RowIndex],
        loses: bool,
    ) -> Self {
        let is_filled = |row: &&RowIndex| !reader.text(**row, column).is_empty();
        let (filled, blank): (Vec<&RowIndex>, Vec<&RowIndex>) = rows.iter().partition(is_filled);
        let (Some(column), Some(first_blank), Some(first)) =
            (column, blank.first(), filled.first())
        else {
            return Self::default();
        };
        let mut values: Vec<&str> = filled
            .iter()
            .map(|row| reader.text(**row, Some(column)))
            .collect();
        values.sort_unstable();
        values.dedup();
        // Merged cells are filled once for all their rows, from the first row on; a single value is everybody's.
        let begins = rows.first() == Some(*first);
        let are_merged = begins
            && (loses || values.len() > 1)
            && values.len() == filled.len()
            && blank.len() >= filled.len();
        let is_one = loses && values.len() == 1 && filled.len() > blank.len();
        if !are_merged && !is_one && !loses {
            return Self::default();
        }
        let (likeliest, other) = if are_merged || is_one {
            (Reading::AsAbove, Reading::NotStated)
        } else {
            (Reading::NotStated, Reading::AsAbove)
        };
        let evidence = |row: RowIndex| Evidence {
            line: Some(reader.line(row)),
            column: Some(reader.sheet().header.name(column).to_owned()),
            value: excerpt(reader.text(row, Some(column))),
        };
        let question = Question {
            kind: DoubtKind::BlankCells,
            column: Some(reader.sheet().header.name(column).to_owned()),
            likeliest,
            others: vec![other],
            grounds: Grounds::Assumed,
            evidence: vec![evidence(**first), evidence(**first_blank)],
            rows: blank.len(),
            lines: blank
                .iter()
                .take(EVIDENCE_KEPT)
                .map(|row| reader.line(**row))
                .collect(),
        };
        let mut last = is_one.then_some(**first);
        let mut shared = BTreeMap::new();
        for row in rows {
            if is_filled(&row) {
                last = Some(*row);
            } else if let Some(last) = last {
                shared.insert(*row, last);
            }
        }
        match reader.doubts.decide(question) {
            Reading::AsAbove => Self(shared),
            _ => Self::default(),
        }
    }
}
