//! The table of a file.

use crate::{Column, Numbers};

/// A doubtful shape of a row, which is kept anyway.
///
/// ```
/// use columns::{Fault, Projection, Reader};
/// let mut reader = Reader::new(Projection { delimiter: b',', columns: 2, wanted: vec![] });
/// reader.push(b"a,b\n1,2,3\n4,\"5\n6,7");
/// let table = reader.finish(|_| String::new());
/// let faults = [
///     (2, Fault::LongRow { found: 3, expected: 2 }),
///     (3, Fault::SpansLines { last_line: 4 }),
///     (3, Fault::UnclosedQuote),
/// ];
/// assert_eq!(table.faults(), faults);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The row's cells contain line ends, which quotes allow, and which a stray quote causes.
    SpansLines {
        /// The line on which the row ends, counted from 1.
        last_line: u64,
    },
    /// The row has fewer cells than the header.
    ShortRow {
        /// The number of cells in the row.
        found: usize,
        /// The number of cells in the header.
        expected: usize,
    },
    /// The row has more cells than the header, and the extra ones are not all blank.
    LongRow {
        /// The number of cells in the row.
        found: usize,
        /// The number of cells in the header.
        expected: usize,
    },
    /// The file ends within quotes, or a record was longer than [`LONGEST_RECORD`](crate::LONGEST_RECORD), which an
    /// unclosed quote causes. The rest of the file was not read.
    UnclosedQuote,
}

/// The wanted columns of a file, with each row's line.
///
/// Rows count from 0, without the header and rows that have no filled cell.
///
/// ```
/// use columns::{Keep, Projection, Reader};
/// let wanted = vec![(1, Keep::Text)];
/// let mut reader = Reader::new(Projection { delimiter: b',', columns: 2, wanted });
/// reader.push(b"a,b\n1,x\n , \n\n2,y\n");
/// let table = reader.finish(|_| String::new());
/// assert_eq!(table.rows(), 2);
/// assert_eq!(table.line(1), Some(5));
/// assert_eq!(table.lines().collect::<Vec<_>>(), [2, 5]);
/// assert!(table.column(1).is_some());
/// assert!(table.column(0).is_none(), "it was not wanted");
/// assert_eq!(table.faults(), []);
/// assert!(table.is_utf8());
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    parts: TableParts,
}

/// The parts of a table.
///
/// ```
/// use columns::{Keep, Projection, Reader};
/// let wanted = vec![(1, Keep::Text), (0, Keep::Words)];
/// let reader = Reader::new(Projection { delimiter: b',', columns: 2, wanted });
/// let parts = reader.finish(|_| String::new()).into_parts();
/// assert_eq!(parts.columns.iter().map(|(index, _)| *index).collect::<Vec<_>>(), [0, 1]);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct TableParts {
    /// Each wanted column with its index in the file, by index.
    pub columns: Vec<(usize, Column)>,
    /// The line on which each row starts, counted from 1. Larger lines are `u32::MAX`.
    pub lines: Vec<u32>,
    /// The faults in the shape of rows, with the row's line, in file order.
    pub faults: Vec<(u64, Fault)>,
    /// The number of rows left out by [`Reader::only`](crate::Reader::only).
    pub left_out: usize,
    /// The lines of rows that were left out because they repeat the header.
    pub repeated: Vec<u64>,
    /// Whether all bytes of the file were UTF-8.
    pub is_utf8: bool,
}

impl Table {
    pub(crate) fn new(parts: TableParts) -> Self {
        Self { parts }
    }

    /// The column with an index in the file, counted from 0, if it was wanted.
    #[must_use]
    pub fn column(&self, index: usize) -> Option<&Column> {
        let columns = &self.parts.columns;
        let at = columns.binary_search_by_key(&index, |&(index, _)| index);
        columns.get(at.ok()?).map(|(_, column)| column)
    }

    /// Takes a column of numbers out, so that its memory is freed after use. The column is empty afterwards.
    pub fn take_numbers(&mut self, index: usize) -> Option<Numbers> {
        let columns = &mut self.parts.columns;
        let at = columns.binary_search_by_key(&index, |&(index, _)| index);
        match columns.get_mut(at.ok()?)? {
            (_, Column::Numbers(numbers)) => Some(std::mem::take(numbers)),
            _ => None,
        }
    }

    /// Drops all columns except those of numbers, to free their memory.
    ///
    /// ```
    /// use columns::{Keep, Projection, Reader};
    /// let wanted = vec![(0, Keep::Text)];
    /// let reader = Reader::new(Projection { delimiter: b',', columns: 1, wanted });
    /// let mut table = reader.finish(|_| String::new());
    /// table.forget_texts();
    /// assert!(table.column(0).is_none());
    /// ```
    pub fn forget_texts(&mut self) {
        let is_of_numbers = |column: &(usize, Column)| matches!(column.1, Column::Numbers(_));
        self.parts.columns.retain(is_of_numbers);
    }

    /// The number of rows.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.parts.lines.len()
    }

    /// The line of the file on which a row starts, counted from 1; `None` beyond the last row.
    #[must_use]
    pub fn line(&self, row: usize) -> Option<u64> {
        self.parts.lines.get(row).copied().map(u64::from)
    }

    /// The line on which each row starts.
    pub fn lines(&self) -> impl ExactSizeIterator<Item = u64> {
        self.parts.lines.iter().copied().map(u64::from)
    }

    /// The faults in the shape of rows, with the row's line, in file order.
    #[must_use]
    pub fn faults(&self) -> &[(u64, Fault)] {
        &self.parts.faults
    }

    /// The number of rows left out by [`Reader::only`](crate::Reader::only).
    #[must_use]
    pub fn left_out(&self) -> usize {
        self.parts.left_out
    }

    /// The lines of rows that were left out because they repeat the header:
    /// [`Reader::leave_out_repeated_headers`](crate::Reader::leave_out_repeated_headers).
    #[must_use]
    pub fn repeated_headers(&self) -> &[u64] {
        &self.parts.repeated
    }

    /// Whether all bytes of the file were UTF-8. If not, the caller's function decoded the text.
    #[must_use]
    pub fn is_utf8(&self) -> bool {
        self.parts.is_utf8
    }

    /// Returns the parts.
    #[must_use]
    pub fn into_parts(self) -> TableParts {
        self.parts
    }
}
