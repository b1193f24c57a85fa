//! What was decided where files allow another reading: as a table, and in short.

use crate::source::{Doubt, Evidence, Grounds};
use crate::words::chart::doubts as words;

use super::table::{Cell, Column, Table};

/// Decisions of one kind that came out alike in one file.
pub(crate) struct Alike<'a> {
    /// The first of them.
    pub(crate) first: &'a Doubt,
    /// Their columns.
    pub(crate) columns: Vec<&'a str>,
}

/// Doubts with those of one kind, file, reading and grounds as one, in the order in which they come.
pub(crate) fn alike<'a>(doubts: impl IntoIterator<Item = &'a Doubt>) -> Vec<Alike<'a>> {
    let mut all: Vec<Alike<'a>> = Vec::new();
    for doubt in doubts {
        let column = doubt.column.as_deref();
        let of = |doubt: &'a Doubt| (doubt.kind, &doubt.file, doubt.assumed, doubt.grounds);
        match all.iter_mut().find(|known| of(known.first) == of(doubt)) {
            Some(known) => known.columns.extend(column),
            None => all.push(Alike {
                first: doubt,
                columns: column.into_iter().collect(),
            }),
        }
    }
    all
}

/// Every decision with its evidence, one a row. The reading that a user can choose instead is named in the last column.
///
/// ```
/// use trust_gap::chart::doubts_table;
/// assert!(doubts_table(&[]).rows.is_empty());
/// ```
#[must_use]
pub fn doubts_table(doubts: &[&Doubt]) -> Table {
    let words = |text: &str| Cell::Words(text.to_owned());
    Table {
        caption: words::READINGS.to_owned(),
        columns: words::HEADS
            .map(|(head, is_number)| {
                if is_number {
                    Column::numbers(head)
                } else {
                    Column::words(head)
                }
            })
            .to_vec(),
        rows: doubts
            .iter()
            .map(|doubt| {
                let evidence: Vec<String> =
                    doubt.evidence.iter().map(Evidence::to_string).collect();
                let others: Vec<String> =
                    doubt.alternatives.iter().map(ToString::to_string).collect();
                vec![
                    words(&doubt.file),
                    words(doubt.column.as_deref().unwrap_or(words::ALL_COLUMNS)),
                    words(doubt.kind.question()),
                    Cell::Words(doubt.assumed.to_string()),
                    words(doubt.grounds.in_words()),
                    Cell::Words(words::evidence(&evidence, &doubt.lines)),
                    Cell::Count(doubt.rows),
                    if others.is_empty() {
                        Cell::none()
                    } else {
                        Cell::Words(others.join("; "))
                    },
                ]
            })
            .collect(),
    }
}

/// What was decided about one file, in a paragraph: what was assumed first, what the file settles last and in brief;
/// nothing where it allows one reading alone.
#[must_use]
pub fn doubts_in_short(doubts: &[Doubt]) -> Option<String> {
    let file = &doubts.first()?.file;
    let of = |grounds: Grounds| {
        let alike = alike(doubts.iter().filter(|doubt| doubt.grounds == grounds));
        let items = alike.iter();
        items
            .map(|of| words::item(of.first.kind, &of.columns, of.first.assumed))
            .collect::<Vec<_>>()
    };
    Some(words::in_short(
        file,
        &of(Grounds::Assumed),
        &of(Grounds::Chosen),
        &of(Grounds::Settled),
    ))
}
