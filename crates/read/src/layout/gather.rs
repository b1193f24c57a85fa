//! Columns that are kept as words or numbers, read a word at a time: the meaning of a word is
//! worked out once, however many rows have it.

use records::terms::{Measure, Unit};
use records::{Amount, Fault, Numbers, Reading, excerpt};

use crate::source::{Accept, ColumnIndex, Keep, RowIndex, Table, Words};

use super::cell::{self, Style};
use super::reader::Later;

/// The numbers of a measure that are taken unchanged; all other cells are words, which
/// [`cell::figure`] reads.
pub(super) fn figure(measure: Measure) -> Keep {
    let (lowest, highest) = measure.unit().range();
    Keep::Number(Accept {
        percent: measure.unit() == Unit::Percent,
        whole: false,
        lowest,
        highest,
    })
}

/// The counts that are taken unchanged; all other cells are words, which [`cell::count`] reads.
pub(super) fn count() -> Keep {
    Keep::Number(Accept {
        percent: false,
        whole: true,
        lowest: 0,
        highest: cell::MOST,
    })
}

/// The averages of key stage 2 that are taken unchanged; all other cells are words, which
/// [`cell::start`] reads.
pub(super) fn start() -> Keep {
    Keep::Number(Accept {
        percent: false,
        whole: false,
        lowest: 0,
        highest: cell::BEST_START,
    })
}

/// How a word of a column of numbers is read.
pub(super) type ReadWord<'a> = &'a dyn Fn(&str, Style) -> (Amount, Option<Fault>);

/// A column's numbers in these rows; `None` if there is no such column. Faults wait for those of
/// earlier rows: `order` is the column's rank among the others.
pub(super) fn gather(
    (column, numbers): (Option<ColumnIndex>, Option<crate::source::Numbers>),
    rows: &[RowIndex],
    (order, style): (usize, Style),
    read: ReadWord<'_>,
    later: &mut Vec<Later>,
) -> Numbers {
    let Some(numbers) = numbers else {
        return Numbers::default();
    };
    let mut meanings: Vec<Option<(Amount, Option<Fault>)>> = Vec::new();
    // Cells that are not read as the number in them.
    let mut others = Vec::new();
    for (index, &row) in rows.iter().enumerate() {
        let form = numbers.forms().get(row.index()).copied();
        let form = form.unwrap_or_default();
        if form == 0 {
            if style.shares != Reading::Percent {
                let number = numbers.values().get(row.index()).copied();
                let has_sign = numbers.has_percent_sign(row.index());
                others.push((index, style.number(number.unwrap_or_default(), has_sign)));
            }
            continue;
        }
        let slot = usize::from(form);
        if meanings.len() <= slot {
            meanings.resize(slot + 1, None);
        }
        let word = numbers.word(row.index()).unwrap_or_default();
        let known = meanings.get(slot).and_then(Option::as_ref);
        let (amount, fault) = match known {
            Some(known) => known.clone(),
            None => {
                let meaning = read(word, style);
                // The last form represents many words.
                if let (true, Some(slot)) = (form < u8::MAX, meanings.get_mut(slot)) {
                    *slot = Some(meaning.clone());
                }
                meaning
            }
        };
        others.push((index, amount));
        if let Some(fault) = fault {
            later.push(Later {
                row,
                order,
                column,
                text: Some(excerpt(word)),
                fault,
            });
        }
    }
    let values = numbers.into_parts().values;
    let mut gathered = Numbers::published(in_rows(values, rows));
    for (index, amount) in others {
        gathered.set(index, amount);
    }
    gathered
}

/// The values of these rows, in the room of all.
fn in_rows(mut values: Vec<f64>, rows: &[RowIndex]) -> Vec<f64> {
    for (index, row) in rows.iter().enumerate() {
        // Rows come in their order, so that what is overwritten has been moved or is not wanted.
        if let (true, Some(&value)) = (index != row.index(), values.get(row.index()))
            && let Some(slot) = values.get_mut(index)
        {
            *slot = value;
        }
    }
    values.truncate(rows.len());
    values
}

/// What the words of a column mean, each worked out once.
pub(super) struct Meanings<'a, T> {
    codes: &'a [u32],
    /// By their codes.
    known: Vec<T>,
    of_no_word: T,
}

impl<'a, T: Copy> Meanings<'a, T> {
    /// The meanings of a column kept as words; without a column, what no word means.
    pub(super) fn new(table: &'a Table, column: Option<ColumnIndex>, tell: fn(&str) -> T) -> Self {
        let words = column.and_then(|column| table.words(column));
        let mut known = Vec::new();
        for word in words.into_iter().flat_map(|words| words.words().iter()) {
            known.push(tell(word.trim()));
        }
        Self {
            codes: words.map_or(&[], Words::codes),
            known,
            of_no_word: tell(""),
        }
    }

    /// What the word of a row means.
    pub(super) fn of(&self, row: RowIndex) -> T {
        let code = self.codes.get(row.index()).map(|code| *code as usize);
        let known = code.and_then(|code| self.known.get(code));
        known.copied().unwrap_or(self.of_no_word)
    }
}
