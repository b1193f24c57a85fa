//! Rows of a table that are about no trust or school, though they are where those are: totals, averages, notes.

use crate::source::{
    ColumnIndex, DoubtKind, EVIDENCE_KEPT, Evidence, Grounds, Question, Reading, RowIndex, excerpt,
};
use crate::terms::letters::in_small;

use super::reader::Reader;

/// The columns by which such rows are recognised.
pub(super) struct Naming {
    /// The number of a trust or school: a row that has one is no total.
    pub(super) number: Option<ColumnIndex>,
    /// Whether that is a school's: there is no school without a number, so that a total is settled.
    pub(super) is_of_schools: bool,
    /// What it is called; the first that is filled counts.
    pub(super) names: Vec<Option<ColumnIndex>>,
    /// How many pupils it has.
    pub(super) pupils: Option<ColumnIndex>,
}

/// The words that make a name a total's.
const TOTALS: [&str; 14] = [
    "total",
    "totals",
    "subtotal",
    "sum",
    "average",
    "averages",
    "avg",
    "mean",
    "median",
    "overall",
    "england",
    "national",
    "all",
    "aggregate",
];
/// The words that may be beside them.
const BESIDE: [&str; 18] = [
    "grand",
    "sub",
    "weighted",
    "simple",
    "trusts",
    "schools",
    "academies",
    "mats",
    "pupils",
    "of",
    "for",
    "the",
    "and",
    "in",
    "row",
    "above",
    "figure",
    "figures",
];

/// Those of some rows that are totals or notes, none where the user takes them for others.
pub(super) fn totals(
    reader: &mut Reader<'_>,
    naming: &Naming,
    wanted: &[ColumnIndex],
    rows: &[RowIndex],
) -> Vec<RowIndex> {
    let table = reader.sheet().table;
    let number_in = |row: RowIndex, column: ColumnIndex| {
        let numbers = table.numbers(column)?;
        numbers.number(row.place())
    };
    let mut found: Vec<(RowIndex, Option<ColumnIndex>)> = Vec::new();
    let mut ordinary = Vec::new();
    let mut is_settled = true;
    for &row in rows {
        let mut filled = wanted.iter().copied();
        let filled: Vec<ColumnIndex> = filled
            .by_ref()
            .filter(|&column| {
                !reader.text(row, Some(column)).is_empty() || number_in(row, column).is_some()
            })
            .take(2)
            .collect();
        let name = naming.names.iter().flatten().copied();
        let name = name
            .chain(naming.number)
            .find(|&column| !reader.text(row, Some(column)).is_empty());
        let number = reader.text(row, naming.number);
        let is_numbered = number.contains(|letter: char| letter.is_ascii_digit())
            || naming
                .number
                .is_some_and(|column| number_in(row, column).is_some());
        let is_total = || is_named_total(reader.text(row, name));
        if !is_numbered && filled.len() < 2 {
            found.push((row, filled.first().copied()));
        } else if !is_numbered && is_total() {
            found.push((row, name));
            is_settled = naming.is_of_schools;
        } else {
            ordinary.push(row);
        }
    }
    let pupils = |row: &RowIndex| reader.count(*row, naming.pupils?);
    let sum_of_others = |place: usize| {
        let mut others = ordinary.iter().enumerate().filter(|(at, _)| *at != place);
        others.try_fold(0.0, |sum, (_, row)| Some(sum + pupils(row)?))
    };
    // A row below or above all others that has as many pupils as they together.
    if naming.pupils.is_some() && naming.number.is_none() && ordinary.len() > 3 {
        let last = ordinary.len() - 1;
        let is_sum = |&place: &usize| {
            let own = ordinary.get(place).and_then(&pupils);
            own.is_some_and(|own| own > 0.0 && sum_of_others(place) == Some(own))
        };
        if let Some(place) = [last, 0].into_iter().find(is_sum) {
            found.push((ordinary.remove(place), naming.pupils));
        }
    } else if naming.pupils.is_some() && !is_settled {
        // The file shows it where each such row is the sum.
        let all: Option<f64> = ordinary.iter().map(&pupils).sum();
        let mut totals = found.iter().filter(|(row, _)| pupils(row).is_some());
        is_settled = totals.all(|(row, _)| pupils(row) == all);
    }
    if found.is_empty() || found.len() == table.len() {
        return Vec::new();
    }
    found.sort_unstable_by_key(|&(row, _)| row);
    let evidence = found.iter().take(EVIDENCE_KEPT).map(|&(row, column)| {
        let name = column.map(|column| reader.sheet().header.name(column).to_owned());
        Evidence {
            line: Some(reader.line(row)),
            column: name,
            value: excerpt(reader.text(row, column)),
        }
    });
    let lines = found.iter().take(EVIDENCE_KEPT);
    let question = Question {
        kind: DoubtKind::TotalRows,
        column: None,
        likeliest: Reading::Totals,
        others: vec![Reading::Rows],
        grounds: if is_settled {
            Grounds::Settled
        } else {
            Grounds::Assumed
        },
        evidence: evidence.collect(),
        rows: found.len(),
        lines: lines.map(|&(row, _)| reader.line(row)).collect(),
    };
    match reader.doubts.decide(question) {
        Reading::Totals => found.into_iter().map(|(row, _)| row).collect(),
        _ => Vec::new(),
    }
}

/// Whether a name says nothing but that it is a total or an average.
fn is_named_total(name: &str) -> bool {
    let small = in_small(name);
    let mut words = small
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .peekable();
    let mut is_total = false;
    let is_known = |word: &str| {
        is_total |= TOTALS.contains(&word);
        TOTALS.contains(&word) || BESIDE.contains(&word)
    };
    words.peek().is_some() && words.all(is_known) && is_total
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_totals_are_told_from_names_of_trusts() {
        for name in [
            "Total",
            "GRAND TOTAL",
            "England",
            "Average (mean)",
            "All trusts",
            "Mean:",
        ] {
            assert!(is_named_total(name), "{name}");
        }
        for name in [
            "All Saints Trust",
            "The National Trust",
            "England\u{2019}s First Trust",
            "Summit",
            "NA",
            "None",
            "TRUE",
            "New",
            "The Schools of the Mean Streets",
            "",
        ] {
            assert!(!is_named_total(name), "{name}");
        }
    }
}
