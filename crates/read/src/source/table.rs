//! A whole text table with its wanted columns.

use columns::{Column, Numbers, Words};
use records::{Encoding, Fault};

use super::{ColumnIndex, Header, Keep, LARGEST_TABLE, OpenError, Start};

/// A file opened as text, completely in memory: its header has been read, but not its rows.
#[derive(Debug)]
pub struct Text<'a> {
    bytes: &'a [u8],
    start: Start,
}

/// Opens bytes as a text table: detects other kinds of file, finds the delimiter and reads the header.
///
/// # Errors
/// If the file is empty, of another kind, or larger than [`LARGEST_TABLE`].
///
/// ```
/// use read::source::{open, OpenError};
/// let text = open("name;figure\nA;1\n".as_bytes()).unwrap();
/// assert_eq!(text.header().names().collect::<Vec<_>>(), ["name", "figure"]);
/// assert!(matches!(open(b" \n"), Err(OpenError::Empty)));
/// ```
pub fn open(bytes: &[u8]) -> Result<Text<'_>, OpenError> {
    let size = bytes.len() as u64;
    if size > LARGEST_TABLE {
        let most = LARGEST_TABLE;
        return Err(OpenError::TooLarge { bytes: size, most });
    }
    let start = Start::of(bytes)?;
    Ok(Text { bytes, start })
}

impl Text<'_> {
    /// The names of the columns.
    #[must_use]
    pub fn header(&self) -> &Header {
        self.start.header()
    }

    /// The line of the header, which blank lines may precede.
    #[must_use]
    pub fn header_line(&self) -> u64 {
        self.start.header_line()
    }

    /// Reads every row, keeping only the wanted columns, as text.
    ///
    /// ```
    /// use read::source::open;
    /// let text = open(b"a,b,c\n1,2,3\n\n4,5\n").unwrap();
    /// let wanted = text.header().find("C").unwrap();
    /// let table = text.read(&[wanted]);
    /// let rows: Vec<_> = table.rows().map(|row| (table.line(row), table.cell(row, wanted))).collect();
    /// assert_eq!(rows, [(2, "3"), (4, "")]);
    /// assert_eq!(table.faults().count(), 1, "the last row is short");
    /// ```
    #[must_use]
    pub fn read(&self, wanted: &[ColumnIndex]) -> Table {
        let as_text: Vec<(ColumnIndex, Keep)> = wanted.iter().map(|&column| (column, Keep::Text)).collect();
        let mut rows = self.start.rows(&as_text);
        rows.push_whole(self.bytes);
        rows.finish()
    }
}

/// The index of a row in a table, counted from 0. It is not a line or a rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowIndex(usize);

impl RowIndex {
    /// The index, counted from 0.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0
    }
}

/// The wanted columns of a file, with each row's line.
#[derive(Debug)]
pub struct Table {
    read: columns::Table,
    encoding: Encoding,
}

impl Table {
    pub(super) const fn new(read: columns::Table, encoding: Encoding) -> Self {
        Self { read, encoding }
    }

    /// The encoding of the file.
    #[must_use]
    pub const fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Every row with a filled cell, in file order.
    pub fn rows(&self) -> impl Iterator<Item = RowIndex> + use<> {
        (0..self.read.rows()).map(RowIndex)
    }

    /// The number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.read.rows()
    }

    /// The number of rows, including unwanted ones ([`Rows::only`](super::Rows::only)).
    #[must_use]
    pub(crate) fn rows_in_all(&self) -> usize {
        self.read.rows() + self.read.left_out()
    }

    /// Whether there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The line of the file on which a row starts, counted from 1 at the file's first line.
    #[must_use]
    pub fn line(&self, row: RowIndex) -> u64 {
        self.read.line(row.0).unwrap_or(0)
    }

    /// A cell without surrounding blanks and marks ([`columns::bare`]). Empty if the row is short, the column is not
    /// wanted or the cell is kept as a number.
    #[must_use]
    pub fn cell(&self, row: RowIndex, column: ColumnIndex) -> &str {
        let cell = match self.read.column(column.index()) {
            Some(Column::Text(cells)) => cells.get(row.0),
            Some(Column::Words(words)) => words.get(row.0),
            Some(Column::Numbers(numbers)) => numbers.word(row.0),
            None => None,
        };
        cell.map_or("", columns::bare)
    }

    /// A column kept as [`Keep::Number`].
    #[must_use]
    pub fn numbers(&self, column: ColumnIndex) -> Option<&Numbers> {
        match self.read.column(column.index())? {
            Column::Numbers(numbers) => Some(numbers),
            Column::Text(_) | Column::Words(_) => None,
        }
    }

    /// Takes out a column kept as [`Keep::Number`]. In a large file numbers use most of the memory, and each is needed
    /// only once. The column is empty afterwards.
    pub(crate) fn take_numbers(&mut self, column: ColumnIndex) -> Option<Numbers> {
        self.read.take_numbers(column.index())
    }

    /// Drops all columns except those kept as [`Keep::Number`], because in a large file they use much memory.
    pub(crate) fn forget_texts(&mut self) {
        self.read.forget_texts();
    }

    /// A column kept as [`Keep::Words`].
    #[must_use]
    pub fn words(&self, column: ColumnIndex) -> Option<&Words> {
        match self.read.column(column.index())? {
            Column::Words(words) => Some(words),
            Column::Text(_) | Column::Numbers(_) => None,
        }
    }

    /// The lines of rows that were left out because they repeat the header.
    pub(crate) fn repeated_headers(&self) -> &[u64] {
        self.read.repeated_headers()
    }

    /// The faults in the shape of rows, by line.
    pub fn faults(&self) -> impl Iterator<Item = (u64, Fault)> {
        self.read
            .faults()
            .iter()
            .map(|&(line, fault)| (line, fault_of_row(fault)))
    }
}

/// A fault in a row's shape, as reported.
const fn fault_of_row(fault: columns::Fault) -> Fault {
    match fault {
        columns::Fault::SpansLines { last_line } => Fault::SpansLines { last_line },
        columns::Fault::ShortRow { found, expected } => Fault::ShortRow { found, expected },
        columns::Fault::LongRow { found, expected } => Fault::LongRow { found, expected },
        columns::Fault::UnclosedQuote => Fault::UnclosedQuote,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Line and cells of every row.
    fn all(text: &Text<'_>) -> Vec<(u64, Vec<String>)> {
        let columns: Vec<_> = (0..text.header().len()).map(ColumnIndex).collect();
        let table = text.read(&columns);
        table
            .rows()
            .map(|row| {
                let cells = columns.iter().map(|&c| table.cell(row, c).to_owned()).collect();
                (table.line(row), cells)
            })
            .collect()
    }

    fn read(bytes: &[u8]) -> Vec<(u64, Vec<String>)> {
        all(&open(bytes).unwrap())
    }

    fn row(line: u64, cells: &[&str]) -> (u64, Vec<String>) {
        (line, cells.iter().map(|&cell| cell.to_owned()).collect())
    }

    #[test]
    fn every_line_end_gives_the_same_rows() {
        let expected = vec![row(2, &["1", "2"]), row(3, &["3", "4"])];
        assert_eq!(read(b"a,b\n1,2\n3,4\n"), expected);
        assert_eq!(read(b"a,b\r\n1,2\r\n3,4\r\n"), expected);
        assert_eq!(read(b"a,b\r1,2\r3,4"), expected);
        assert_eq!(read(b"\xEF\xBB\xBFa,b\r\n1,2\r\n3,4"), expected);
    }

    #[test]
    fn every_delimiter_gives_the_same_rows() {
        let expected = vec![row(2, &["1,5", "2"])];
        assert_eq!(read(b"a;b\n1,5;2\n"), expected);
        assert_eq!(read(b"a\tb\n1,5\t2\n"), expected);
        assert_eq!(read(b"a,b\n\"1,5\",2\n"), expected);
    }

    #[test]
    fn lines_are_counted_through_blank_lines_and_quoted_line_ends() {
        let text = b"a,b\n\n\"x\ny\",1\n\n\nz,2\n,\nw,3";
        let expected = vec![row(3, &["x\ny", "1"]), row(7, &["z", "2"]), row(9, &["w", "3"])];
        assert_eq!(read(text), expected);
    }

    #[test]
    fn ragged_rows_are_kept_and_reported() {
        let text = open(b"a,b\n1\n1,2,3\n1,2,\n").unwrap();
        assert_eq!(all(&text).len(), 3);
        let faults = text.read(&[]).faults().collect::<Vec<_>>();
        assert_eq!(
            faults,
            [
                (2, Fault::ShortRow { found: 1, expected: 2 }),
                (3, Fault::LongRow { found: 3, expected: 2 }),
            ]
        );
    }

    fn faults(bytes: &[u8]) -> Vec<(u64, Fault)> {
        open(bytes).unwrap().read(&[]).faults().collect()
    }

    #[test]
    fn a_quote_that_swallows_rows_is_reported_with_its_lines() {
        let spans = |last_line| (3, Fault::SpansLines { last_line });
        assert_eq!(faults(b"a,b\n1,2\n3,\"4\n5,6"), [spans(4), (3, Fault::UnclosedQuote)]);
        assert_eq!(faults(b"a,b\r1,2\r3,\"4\r5,6"), [spans(4), (3, Fault::UnclosedQuote)]);
        assert_eq!(faults(b"a,b\n1,2\n3,\"4\n5\"\n6,7\n"), [spans(4)]);
    }

    #[test]
    fn a_quote_within_a_cell_opens_nothing() {
        assert_eq!(faults(b"a,b\n1,5\" pipe\n2,3\" pipe"), []);
        assert_eq!(faults(b"a,b\n1,\"5\"\" pipe\"\n"), []);
        assert_eq!(faults(b"a,b\n1,\"\"\n"), []);
    }

    #[test]
    fn blank_lines_may_precede_the_header() {
        let text = open(b"\n\r\n\na,b\n1,2\n").unwrap();
        assert_eq!(text.header_line(), 4);
        assert_eq!(all(&text), [row(5, &["1", "2"])]);
    }
}
