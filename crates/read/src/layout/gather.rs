//! Columns kept as words or numbers, read word by word: each word's meaning is computed once, however many rows have
//! it.

use records::terms::{Measure, Unit};
use records::{Amount, Fault, Numbers, Reading, excerpt};

use crate::source::{Accept, ColumnIndex, Keep, RowIndex, Table, Words};

use super::cell::{self, Style};
use super::reader::Later;

/// The numbers of a measure that are used unchanged. All other cells are words, which [`cell::figure`] parses.
pub(super) fn figure(measure: Measure) -> Keep {
    let (lowest, highest) = measure.unit().range();
    Keep::Number(Accept {
        percent: measure.unit() == Unit::Percent,
        whole: false,
        lowest,
        highest,
    })
}

/// The counts that are used unchanged. All other cells are words, which [`cell::count`] parses.
pub(super) fn count() -> Keep {
    Keep::Number(Accept {
        percent: false,
        whole: true,
        lowest: 0,
        highest: cell::MOST,
    })
}

/// The averages of key stage 2 that are used unchanged. All other cells are words, which [`cell::prior_attainment`]
/// parses.
pub(super) fn prior_attainment() -> Keep {
    Keep::Number(Accept {
        percent: false,
        whole: false,
        lowest: 0,
        highest: cell::HIGHEST_PRIOR_ATTAINMENT,
    })
}

/// How a word of a column of numbers is read.
pub(super) type ReadWord<'a> = &'a dyn Fn(&str, Style) -> (Amount, Option<Fault>);

/// A column's numbers in these rows. `None` if there is no such column. Faults are reported after those of earlier
/// rows; `order` is the column's position among the others.
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
    // Cells whose number is not used unchanged.
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

/// The values of these rows, in the memory of all values.
fn in_rows(mut values: Vec<f64>, rows: &[RowIndex]) -> Vec<f64> {
    for (index, row) in rows.iter().enumerate() {
        // Rows are in order, so overwritten values have been moved already or are not needed.
        if let (true, Some(&value)) = (index != row.index(), values.get(row.index()))
            && let Some(slot) = values.get_mut(index)
        {
            *slot = value;
        }
    }
    values.truncate(rows.len());
    values
}

/// The meanings of a column's words, each computed once.
pub(super) struct Meanings<'a, T> {
    codes: &'a [u32],
    /// By code.
    known: Vec<T>,
    without_word: T,
}

impl<'a, T: Copy> Meanings<'a, T> {
    /// The meanings of a column kept as words. Without a column, every row has the meaning of an empty word.
    pub(super) fn new(table: &'a Table, column: Option<ColumnIndex>, meaning: fn(&str) -> T) -> Self {
        let words = column.and_then(|column| table.words(column));
        let mut known = Vec::new();
        for word in words.into_iter().flat_map(|words| words.words().iter()) {
            known.push(meaning(word.trim()));
        }
        Self {
            codes: words.map_or(&[], Words::codes),
            known,
            without_word: meaning(""),
        }
    }

    /// The meaning of a row's word.
    pub(super) fn of(&self, row: RowIndex) -> T {
        let code = self.codes.get(row.index()).map(|code| *code as usize);
        let known = code.and_then(|code| self.known.get(code));
        known.copied().unwrap_or(self.without_word)
    }
}
