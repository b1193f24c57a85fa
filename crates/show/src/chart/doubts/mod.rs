//! What was decided where files allow another reading: as a table, and in short.

pub(crate) mod words;

use records::{Doubt, Evidence, Grounds};

use super::table::{self, Cell, Table};

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
/// use show::chart::doubts_table;
/// assert!(doubts_table(&[]).rows.is_empty());
/// ```
#[must_use]
pub fn doubts_table(doubts: &[&Doubt]) -> Table {
    type Column<'a> = table::Column<'a, Doubt>;
    let columns = [
        Column::words(words::FILE, |doubt| Cell::words(&*doubt.file)),
        Column::words(words::COLUMN, |doubt| {
            Cell::words(doubt.column.as_deref().unwrap_or(words::ALL_COLUMNS))
        }),
        Column::words(words::IN_DOUBT, |doubt| Cell::words(doubt.kind.question())),
        Column::words(words::READ_AS, |doubt| Cell::Words(doubt.assumed.to_string())),
        Column::words(words::WHY, |doubt| Cell::words(doubt.grounds.in_words())),
        Column::words(words::EVIDENCE, |doubt| {
            let evidence: Vec<String> = doubt.evidence.iter().map(Evidence::to_string).collect();
            Cell::Words(words::evidence(&evidence, &doubt.lines))
        }),
        Column::numbers(words::ROWS_AFFECTED, |doubt| Cell::Count(doubt.rows)),
        Column::words(words::OTHER_READINGS, |doubt| {
            let others: Vec<String> = doubt.alternatives.iter().map(ToString::to_string).collect();
            if others.is_empty() {
                Cell::none()
            } else {
                Cell::Words(others.join("; "))
            }
        }),
    ];
    Table::new(words::READINGS, &columns, doubts.iter().copied())
}

/// What was decided about one file, in a paragraph: what was assumed first, what the file settles last and in brief;
/// `None` if it can only be read in one way.
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
