//! A column with few distinct values.

use crate::Strings;
use crate::bare::bare_bytes;
use crate::dictionary::Dictionary;

/// A column of words: each row has the code of a word in the column's dictionary.
///
/// Words have no surrounding blanks. The empty word counts too, and represents rows that are too short for the cell.
/// Codes count from 0 in the order in which words first appear. Words are distinct as bytes.
///
/// ```
/// use columns::{Column, Keep, Projection, Reader};
/// let wanted = vec![(0, Keep::Words)];
/// let mut reader = Reader::new(Projection { delimiter: b',', columns: 2, wanted });
/// reader.push(b"kind,n\nMAT,1\nSAT,2\n MAT ,3\n");
/// let table = reader.finish(|_| String::new());
/// let Some(Column::Words(kinds)) = table.column(0) else { unreachable!() };
/// assert_eq!(kinds.codes(), [0, 1, 0]);
/// assert_eq!(kinds.words().iter().collect::<Vec<_>>(), ["MAT", "SAT"]);
/// assert_eq!(kinds.get(2), Some("MAT"));
/// assert_eq!(kinds.word(1), Some("SAT"));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    codes: Vec<u32>,
    words: Strings,
}

impl Words {
    /// The word of a row, counted from 0; `None` beyond the last.
    #[must_use]
    pub fn get(&self, row: usize) -> Option<&str> {
        self.word(*self.codes.get(row)?)
    }

    /// The word with a code.
    #[must_use]
    pub fn word(&self, code: u32) -> Option<&str> {
        self.words.get(code as usize)
    }

    /// Each row's code.
    #[must_use]
    pub fn codes(&self) -> &[u32] {
        &self.codes
    }

    /// The dictionary: the words in order of code.
    #[must_use]
    pub fn words(&self) -> &Strings {
        &self.words
    }

    /// Returns [`codes`](Self::codes) and [`words`](Self::words).
    ///
    /// ```
    /// assert_eq!(columns::Words::default().into_parts(), (vec![], Default::default()));
    /// ```
    #[must_use]
    pub fn into_parts(self) -> (Vec<u32>, Strings) {
        (self.codes, self.words)
    }
}

/// A column of words that is being read.
#[derive(Debug, Default)]
pub(crate) struct WordsBuilder {
    codes: Vec<u32>,
    dictionary: Dictionary,
}

impl WordsBuilder {
    #[inline]
    pub(crate) fn push(&mut self, cell: &[u8]) {
        self.codes.push(self.dictionary.code(bare_bytes(cell)));
    }

    pub(crate) fn reserve(&mut self, rows: usize) {
        self.codes.reserve_exact(rows);
    }

    pub(crate) fn finish(self, is_utf8: bool, decode: &impl Fn(&[u8]) -> String) -> Words {
        Words {
            codes: self.codes,
            words: self.dictionary.into_words().into_strings(is_utf8, decode),
        }
    }
}
