//! A column in one of its forms.

use crate::cell::Cell;
use crate::numbers::NumbersBuilder;
use crate::strings::Bytes;
use crate::words::WordsBuilder;
use crate::{Keep, Numbers, Strings, Words};

/// A column in the form requested by a [`Keep`].
///
/// ```
/// use columns::{Column, Keep, Projection, Reader};
/// let wanted = vec![(0, Keep::Words)];
/// let reader = Reader::new(Projection { delimiter: b',', columns: 1, wanted });
/// let table = reader.finish(|_| String::new());
/// assert!(matches!(table.column(0), Some(Column::Words(_))));
/// ```
#[derive(Debug, Clone, PartialEq)]
pub enum Column {
    /// Each row's cell as written. Empty if the row is too short for it.
    Text(Strings),
    /// Each row's word.
    Words(Words),
    /// Each row's number or word.
    Numbers(Numbers),
}

/// A column that is being read.
#[derive(Debug)]
pub(crate) enum ColumnBuilder {
    Text(Bytes),
    Words(WordsBuilder),
    Numbers(NumbersBuilder),
}

impl ColumnBuilder {
    pub(crate) fn new(keep: Keep) -> Self {
        match keep {
            Keep::Text => Self::Text(Bytes::default()),
            Keep::Words => Self::Words(WordsBuilder::default()),
            Keep::Number(accept) => Self::Numbers(NumbersBuilder::new(accept)),
        }
    }

    #[inline]
    pub(crate) fn push(&mut self, cell: Cell<'_>) {
        match self {
            Self::Text(cells) => cells.push(cell.bytes()),
            Self::Words(words) => words.push(cell.bytes()),
            Self::Numbers(numbers) => numbers.push(cell),
        }
    }

    /// Reserves room for this many more rows, where the size is known.
    pub(crate) fn reserve(&mut self, rows: usize) {
        match self {
            Self::Numbers(numbers) => numbers.reserve(rows),
            Self::Words(words) => words.reserve(rows),
            Self::Text(_) => {}
        }
    }

    pub(crate) fn finish(self, is_utf8: bool, decode: &impl Fn(&[u8]) -> String) -> Column {
        match self {
            Self::Text(cells) => Column::Text(cells.into_strings(is_utf8, decode)),
            Self::Words(words) => Column::Words(words.finish(is_utf8, decode)),
            Self::Numbers(numbers) => Column::Numbers(numbers.finish(is_utf8, decode)),
        }
    }
}
