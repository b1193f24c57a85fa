//! A column of numbers with codes among them.

use crate::Accept;
use crate::Strings;
use crate::bare::bare_bytes;
use crate::cell::Cell;
use crate::decimal::decimal;
use crate::dictionary::Dictionary;

/// The form of a row whose word is not among the first 254 of its column.
///
/// ```
/// assert_eq!(columns::WORD_ELSEWHERE, 255);
/// ```
pub const WORD_ELSEWHERE: u8 = u8::MAX;

const NUMBER: u8 = 0;

/// A column of numbers in which some cells are words: codes for missing values, blanks, mistakes.
///
/// A number is a plain decimal: an optional sign (`-` or `+`), digits with an optional point, and an optional percent
/// sign if the column accepts it. Blanks around it are ignored. It has at most 15 significant digits and 22 decimals,
/// so its double is the nearest. Any other cell is kept as a word, without surrounding blanks. A row that is too short
/// for the cell has the empty word.
///
/// ```
/// use columns::{Accept, Column, Keep, Projection, Reader};
/// let wanted = vec![(1, Keep::Number(Accept { percent: true, ..Accept::default() }))];
/// let mut reader = Reader::new(Projection { delimiter: b',', columns: 2, wanted });
/// reader.push(b"name,share\nAsh,46.6\nOak,SUPP\nElm,20%\nYew,SUPP\n");
/// let table = reader.finish(|_| String::new());
/// let Some(Column::Numbers(shares)) = table.column(1) else { unreachable!() };
/// assert_eq!(shares.len(), 4);
/// assert_eq!(shares.number(0), Some(46.6));
/// assert_eq!(shares.word(0), None);
/// assert_eq!(shares.number(1), None);
/// assert_eq!(shares.word(1), Some("SUPP"));
/// assert_eq!(shares.forms(), [0, 1, 0, 1]);
/// assert_eq!(shares.values()[2], 20.0);
/// assert!(shares.values()[3].is_nan());
/// assert_eq!(shares.words().get(0), Some("SUPP"));
/// assert!(shares.saw_percent_sign());
/// assert!(shares.has_percent_sign(2) && !shares.has_percent_sign(0));
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Numbers {
    parts: NumberParts,
}

/// The parts of a column of numbers.
///
/// ```
/// let parts = columns::NumberParts::default();
/// assert!(parts.values.is_empty() && parts.forms.is_empty());
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NumberParts {
    /// Each row's number; not a number (NaN) where the row has a word.
    pub values: Vec<f64>,
    /// Each row's form: 0 for a number, k for the word k - 1 of `words`, [`WORD_ELSEWHERE`] for a word in `elsewhere`.
    pub forms: Vec<u8>,
    /// Row and word of each row of the form [`WORD_ELSEWHERE`], by row.
    pub elsewhere: Vec<(usize, u32)>,
    /// The column's distinct words in the order in which they first appear.
    pub words: Strings,
    /// Whether a percent sign followed any number.
    pub saw_percent_sign: bool,
    /// The rows of numbers without a percent sign, in a column that accepts one.
    pub without_sign: Vec<u32>,
}

impl Numbers {
    /// The number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.parts.forms.len()
    }

    /// Whether there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.parts.forms.is_empty()
    }

    /// The number of a row, counted from 0; `None` if the row has a word.
    #[must_use]
    pub fn number(&self, row: usize) -> Option<f64> {
        let is_number = self.parts.forms.get(row) == Some(&NUMBER);
        self.parts.values.get(row).copied().filter(|_| is_number)
    }

    /// The word of a row, counted from 0; `None` if the row has a number.
    #[must_use]
    pub fn word(&self, row: usize) -> Option<&str> {
        let word = match *self.parts.forms.get(row)? {
            NUMBER => None,
            WORD_ELSEWHERE => self.word_elsewhere(row),
            form => Some(usize::from(form) - 1),
        };
        self.parts.words.get(word?)
    }

    fn word_elsewhere(&self, row: usize) -> Option<usize> {
        let elsewhere = &self.parts.elsewhere;
        let at = elsewhere.binary_search_by_key(&row, |&(row, _)| row).ok()?;
        elsewhere.get(at).map(|&(_, word)| word as usize)
    }

    /// Each row's number; not a number (NaN) where the row has a word.
    #[must_use]
    pub fn values(&self) -> &[f64] {
        &self.parts.values
    }

    /// Each row's form: 0 for a number, k for the word k - 1 of [`words`](Self::words), [`WORD_ELSEWHERE`] for a word
    /// after the first 254, which [`word`](Self::word) finds.
    #[must_use]
    pub fn forms(&self) -> &[u8] {
        &self.parts.forms
    }

    /// The column's distinct words in the order in which they first appear.
    #[must_use]
    pub fn words(&self) -> &Strings {
        &self.parts.words
    }

    /// Whether a percent sign followed any number.
    #[must_use]
    pub fn saw_percent_sign(&self) -> bool {
        self.parts.saw_percent_sign
    }

    /// Whether a percent sign follows the number of a row.
    #[must_use]
    pub fn has_percent_sign(&self, row: usize) -> bool {
        let is_without = || {
            let row = u32::try_from(row).unwrap_or(u32::MAX);
            self.parts.without_sign.binary_search(&row).is_ok()
        };
        self.parts.saw_percent_sign && self.number(row).is_some() && !is_without()
    }

    /// The rows of numbers without a percent sign, in a column that accepts one.
    #[must_use]
    pub fn without_sign(&self) -> &[u32] {
        &self.parts.without_sign
    }

    /// Returns the parts.
    ///
    /// ```
    /// assert!(columns::Numbers::default().into_parts().values.is_empty());
    /// ```
    #[must_use]
    pub fn into_parts(self) -> NumberParts {
        self.parts
    }
}

/// A column of numbers that is being read.
#[derive(Debug)]
pub(crate) struct NumbersBuilder {
    accept: Accept,
    values: Vec<f64>,
    forms: Vec<u8>,
    elsewhere: Vec<(usize, u32)>,
    dictionary: Dictionary,
    saw_percent_sign: bool,
    without_sign: Vec<u32>,
}

impl NumbersBuilder {
    pub(crate) fn new(accept: Accept) -> Self {
        Self {
            accept,
            values: Vec::new(),
            forms: Vec::new(),
            elsewhere: Vec::new(),
            dictionary: Dictionary::default(),
            saw_percent_sign: false,
            without_sign: Vec::new(),
        }
    }

    #[inline]
    pub(crate) fn push(&mut self, cell: Cell<'_>) {
        match decimal(cell, self.accept.percent) {
            Some(decimal) if self.accept.takes(decimal.number, cell.bytes()) => {
                if self.accept.percent && !decimal.is_percent {
                    let row = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
                    self.without_sign.push(row);
                }
                self.values.push(decimal.number);
                self.forms.push(NUMBER);
                self.saw_percent_sign |= decimal.is_percent;
            }
            _ => self.push_other(cell.bytes()),
        }
    }

    /// Adds a cell that is not a number, or one with non-ASCII blanks or quotes around it.
    fn push_other(&mut self, cell: &[u8]) {
        let word = bare_bytes(cell);
        if word.len() < cell.trim_ascii().len() {
            self.push(Cell::from(word));
        } else {
            self.push_word(word);
        }
    }

    pub(crate) fn reserve(&mut self, rows: usize) {
        self.values.reserve_exact(rows);
        self.forms.reserve_exact(rows);
    }

    fn push_word(&mut self, cell: &[u8]) {
        let word = self.dictionary.code(cell);
        let form = u8::try_from(word).map_or(WORD_ELSEWHERE, |word| word.saturating_add(1));
        if form == WORD_ELSEWHERE {
            self.elsewhere.push((self.forms.len(), word));
        }
        self.values.push(f64::NAN);
        self.forms.push(form);
    }

    pub(crate) fn finish(self, is_utf8: bool, decode: &impl Fn(&[u8]) -> String) -> Numbers {
        Numbers {
            parts: NumberParts {
                values: self.values,
                forms: self.forms,
                elsewhere: self.elsewhere,
                words: self.dictionary.into_words().into_strings(is_utf8, decode),
                saw_percent_sign: self.saw_percent_sign,
                without_sign: self.without_sign,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_beyond_the_forms_are_found() {
        let mut builder = NumbersBuilder::new(Accept::default());
        for word in 0..300 {
            builder.push(Cell::from(&b"1.5"[..]));
            builder.push(Cell::from(format!("word {word}").as_bytes()));
        }
        let numbers = builder.finish(true, &|_| String::new());
        for word in 0..300 {
            assert_eq!(numbers.number(2 * word), Some(1.5));
            assert_eq!(numbers.word(2 * word), None);
            assert_eq!(numbers.number(2 * word + 1), None);
            assert_eq!(numbers.word(2 * word + 1), Some(&*format!("word {word}")));
        }
        assert_eq!(numbers.forms()[2 * 253 + 1], 254);
        assert_eq!(numbers.forms()[2 * 254 + 1], WORD_ELSEWHERE);
        assert_eq!(numbers.into_parts().elsewhere.len(), 300 - 254);
    }

    #[test]
    fn a_percent_sign_is_read_only_in_columns_that_accept_it() {
        let read = |percent, cell: &[u8]| {
            let mut builder = NumbersBuilder::new(Accept {
                percent,
                ..Accept::default()
            });
            builder.push(Cell::from(cell));
            let numbers = builder.finish(true, &|_| String::new());
            (numbers.number(0), numbers.saw_percent_sign())
        };
        assert_eq!(read(true, b" 20% "), (Some(20.0), true));
        assert_eq!(read(true, b"20 %"), (Some(20.0), true));
        assert_eq!(read(true, b"20"), (Some(20.0), false));
        assert_eq!(read(true, b"%"), (None, false));
        assert_eq!(read(true, b"20%%"), (None, false));
        assert_eq!(read(false, b"20%"), (None, false));
    }

    #[test]
    fn numbers_that_are_not_accepted_keep_their_text() {
        let read = |accept, cell: &[u8]| {
            let mut builder = NumbersBuilder::new(accept);
            builder.push(Cell::from(cell));
            let numbers = builder.finish(true, &|_| String::new());
            (numbers.number(0), numbers.word(0).map(str::to_owned))
        };
        let shares = Accept {
            lowest: 0,
            highest: 100,
            percent: true,
            ..Accept::default()
        };
        assert_eq!(read(shares, b"100%"), (Some(100.0), None));
        assert_eq!(read(shares, b" 120%"), (None, Some("120%".to_owned())));
        assert_eq!(read(shares, b"-0.1"), (None, Some("-0.1".to_owned())));
        let counts = Accept {
            whole: true,
            ..Accept::default()
        };
        assert_eq!(read(counts, b"12"), (Some(12.0), None));
        assert_eq!(read(counts, b"12.0"), (None, Some("12.0".to_owned())));
    }
}
