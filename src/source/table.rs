//! From text to columns: the delimiter found, records read by the csv crate, only wanted columns kept.

use std::borrow::Cow;

use super::{ColumnIndex, Encoding, Fault, FileKind, Header, LARGEST_FILE, OpenError, encoding};

/// The delimiters that are tried, the likeliest first.
const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// A file opened as text, its header read, its rows not yet.
#[derive(Debug)]
pub struct Text<'a> {
    text: Cow<'a, str>,
    encoding: Encoding,
    delimiter: u8,
    header: Header,
}

/// Opens bytes as a table of text: tells what else the file may be, decodes it, finds the
/// delimiter and reads the header.
///
/// # Errors
/// When the file is empty, of another kind, or larger than [`LARGEST_FILE`].
///
/// ```
/// use trust_gap::source::{open, OpenError};
/// let text = open("name;figure\nA;1\n".as_bytes()).unwrap();
/// assert_eq!(text.header().names().collect::<Vec<_>>(), ["name", "figure"]);
/// assert!(matches!(open(b" \n"), Err(OpenError::Empty)));
/// ```
pub fn open(bytes: &[u8]) -> Result<Text<'_>, OpenError> {
    let size = bytes.len() as u64;
    if size > LARGEST_FILE {
        return Err(OpenError::TooLarge { bytes: size });
    }
    if let Some(kind) = FileKind::of(bytes) {
        return Err(OpenError::NotATable(kind));
    }
    let (text, encoding) = encoding::decode(bytes);
    if text.trim().is_empty() {
        return Err(OpenError::Empty);
    }
    let (delimiter, names) = first_record(&text);
    Ok(Text {
        text,
        encoding,
        delimiter,
        header: Header::new(names),
    })
}

/// Reads the first record with each delimiter; the one that finds most cells is the file's.
fn first_record(text: &str) -> (u8, Vec<String>) {
    let mut best = (b',', Vec::new());
    for delimiter in DELIMITERS {
        let mut record = csv::ByteRecord::new();
        // Reading from memory without an encoding to check cannot fail.
        let _ = reader(text, delimiter).read_byte_record(&mut record);
        if record.len() > best.1.len() {
            best = (delimiter, record.iter().map(lossy).collect());
        }
    }
    best
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes())
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

impl Text<'_> {
    /// The names of the columns.
    #[must_use]
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// How the file's letters were written.
    #[must_use]
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Reads every row, keeping only the wanted columns.
    ///
    /// ```
    /// use trust_gap::source::open;
    /// let text = open(b"a,b,c\n1,2,3\n\n4,5\n").unwrap();
    /// let wanted = text.header().find("C").unwrap();
    /// let table = text.read(&[wanted]);
    /// let rows: Vec<_> = table.rows().map(|row| (table.line(row), table.cell(row, wanted))).collect();
    /// assert_eq!(rows, [(2, "3"), (4, "")]);
    /// assert_eq!(table.faults().len(), 1, "the last row is short");
    /// ```
    #[must_use]
    pub fn read(&self, wanted: &[ColumnIndex]) -> Table {
        let mut table = Table::new(wanted);
        let mut reader = reader(&self.text, self.delimiter);
        let mut lines = LineCounter::new(self.text.as_bytes());
        let mut record = csv::ByteRecord::new();
        let mut is_header = true;
        // Reading from memory without an encoding to check cannot fail.
        while matches!(reader.read_byte_record(&mut record), Ok(true)) {
            let line = record
                .position()
                .map_or(0, |start| lines.line_of_record_at(start.byte()));
            if !is_header {
                table.push(&record, line, self.header.len());
            }
            is_header = false;
        }
        if lines.ends_inside_quotes(self.delimiter) {
            table.faults.push((lines.line, Fault::UnclosedQuote));
        }
        table
    }

    /// The line on which the header stands: blank lines may go before it.
    #[must_use]
    pub fn header_line(&self) -> u64 {
        LineCounter::new(self.text.as_bytes()).line_of_record_at(0)
    }
}

/// Turns byte places into line numbers, going through the text once.
///
/// The csv crate's own count starts a record before the blank lines above it and passes over
/// lone carriage returns.
struct LineCounter<'a> {
    bytes: &'a [u8],
    place: usize,
    line: u64,
}

impl<'a> LineCounter<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            place: 0,
            line: 1,
        }
    }

    /// The line on which the record starts whose place is given, blank lines passed over.
    fn line_of_record_at(&mut self, byte: u64) -> u64 {
        let target = usize::try_from(byte).unwrap_or(usize::MAX).max(self.place);
        while self.place < target && self.step() {}
        while matches!(self.bytes.get(self.place), Some(b'\n' | b'\r')) && self.step() {}
        self.line
    }

    fn step(&mut self) -> bool {
        let Some(&byte) = self.bytes.get(self.place) else {
            return false;
        };
        let next = self.bytes.get(self.place + 1);
        if byte == b'\n' || (byte == b'\r' && next != Some(&b'\n')) {
            self.line += 1;
        }
        self.place += 1;
        true
    }

    /// Whether the text ends within quotes, once the last record's start has been asked for. A quote
    /// opens only at the start of a cell; within quotes, two stand for one.
    fn ends_inside_quotes(&self, delimiter: u8) -> bool {
        let last = self.bytes.get(self.place..).unwrap_or_default();
        let mut inside = false;
        let mut at_start = true;
        for &byte in last {
            if byte == b'"' && (inside || at_start) {
                inside = !inside;
                // A second quote at once opens again: the two stood for one.
                at_start = !inside;
            } else {
                at_start = !inside && (byte == delimiter || matches!(byte, b'\n' | b'\r'));
            }
        }
        inside
    }
}

/// The place of a row in a table, counted from 0. Not a line, not a rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowIndex(usize);

/// The wanted columns of a file, with each row's line.
#[derive(Debug)]
pub struct Table {
    columns: Vec<Column>,
    /// Where each of the file's columns is kept, if it is.
    slots: Vec<Option<usize>>,
    lines: Vec<u64>,
    faults: Vec<(u64, Fault)>,
}

/// One column's cells, end to end in one string.
#[derive(Debug)]
struct Column {
    index: ColumnIndex,
    cells: String,
    ends: Vec<usize>,
}

impl Column {
    fn push(&mut self, cell: &[u8]) {
        self.cells.push_str(&String::from_utf8_lossy(cell));
        self.ends.push(self.cells.len());
    }

    fn cell(&self, row: usize) -> Option<&str> {
        let end = *self.ends.get(row)?;
        let start = match row.checked_sub(1) {
            Some(before) => *self.ends.get(before)?,
            None => 0,
        };
        self.cells.get(start..end)
    }
}

impl Table {
    fn new(wanted: &[ColumnIndex]) -> Self {
        let mut table = Self {
            columns: Vec::with_capacity(wanted.len()),
            slots: Vec::new(),
            lines: Vec::new(),
            faults: Vec::new(),
        };
        for &index in wanted {
            if table.slots.len() <= index.0 {
                table.slots.resize(index.0 + 1, None);
            }
            if let Some(slot @ None) = table.slots.get_mut(index.0) {
                *slot = Some(table.columns.len());
                table.columns.push(Column {
                    index,
                    cells: String::new(),
                    ends: Vec::new(),
                });
            }
        }
        table
    }

    fn push(&mut self, record: &csv::ByteRecord, line: u64, expected: usize) {
        if record.iter().all(|cell| cell.trim_ascii().is_empty()) {
            return;
        }
        for column in &mut self.columns {
            column.push(record.get(column.index.0).unwrap_or_default());
        }
        self.lines.push(line);
        let more_lines: u64 = record.iter().map(line_ends).sum();
        if more_lines > 0 {
            let last_line = line + more_lines;
            self.faults.push((line, Fault::SpansLines { last_line }));
        }
        let found = record.len();
        let surplus_is_blank = record
            .iter()
            .skip(expected)
            .all(|cell| cell.trim_ascii().is_empty());
        if found < expected {
            self.faults
                .push((line, Fault::ShortRow { found, expected }));
        } else if !surplus_is_blank {
            self.faults.push((line, Fault::LongRow { found, expected }));
        }
    }

    /// Every row, in the file's order; rows without any filled cell are left out.
    pub fn rows(&self) -> impl Iterator<Item = RowIndex> + use<> {
        (0..self.lines.len()).map(RowIndex)
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The line of the file on which a row starts, counted from 1 at the file's first line.
    #[must_use]
    pub fn line(&self, row: RowIndex) -> u64 {
        self.lines.get(row.0).copied().unwrap_or(0)
    }

    /// A cell without the blanks around it; empty where the row is short or the column unwanted.
    #[must_use]
    pub fn cell(&self, row: RowIndex, column: ColumnIndex) -> &str {
        let slot = self.slots.get(column.0).copied().flatten();
        slot.and_then(|slot| self.columns.get(slot))
            .and_then(|kept| kept.cell(row.0))
            .map_or("", str::trim)
    }

    /// What is wrong with the shape of rows, by line.
    #[must_use]
    pub fn faults(&self) -> &[(u64, Fault)] {
        &self.faults
    }
}

/// How many lines end within a cell.
fn line_ends(cell: &[u8]) -> u64 {
    let after = cell.iter().skip(1).map(Some).chain(std::iter::once(None));
    let ends = cell
        .iter()
        .zip(after)
        .filter(|&(byte, next)| *byte == b'\n' || (*byte == b'\r' && next != Some(&b'\n')));
    ends.count() as u64
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
                let cells = columns
                    .iter()
                    .map(|&c| table.cell(row, c).to_owned())
                    .collect();
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
        let expected = vec![
            row(3, &["x\ny", "1"]),
            row(7, &["z", "2"]),
            row(9, &["w", "3"]),
        ];
        assert_eq!(read(text), expected);
    }

    #[test]
    fn ragged_rows_are_kept_and_named() {
        let text = open(b"a,b\n1\n1,2,3\n1,2,\n").unwrap();
        assert_eq!(all(&text).len(), 3);
        let faults = text.read(&[]).faults().to_vec();
        assert_eq!(
            faults,
            [
                (
                    2,
                    Fault::ShortRow {
                        found: 1,
                        expected: 2
                    }
                ),
                (
                    3,
                    Fault::LongRow {
                        found: 3,
                        expected: 2
                    }
                ),
            ]
        );
    }

    fn faults(bytes: &[u8]) -> Vec<(u64, Fault)> {
        open(bytes).unwrap().read(&[]).faults().to_vec()
    }

    #[test]
    fn a_quote_that_swallows_rows_is_named_with_its_lines() {
        let spans = |last_line| (3, Fault::SpansLines { last_line });
        assert_eq!(
            faults(b"a,b\n1,2\n3,\"4\n5,6"),
            [spans(4), (3, Fault::UnclosedQuote)]
        );
        assert_eq!(
            faults(b"a,b\r1,2\r3,\"4\r5,6"),
            [spans(4), (3, Fault::UnclosedQuote)]
        );
        assert_eq!(faults(b"a,b\n1,2\n3,\"4\n5\"\n6,7\n"), [spans(4)]);
    }

    #[test]
    fn a_quote_within_a_cell_opens_nothing() {
        assert_eq!(faults(b"a,b\n1,5\" pipe\n2,3\" pipe"), []);
        assert_eq!(faults(b"a,b\n1,\"5\"\" pipe\"\n"), []);
        assert_eq!(faults(b"a,b\n1,\"\"\n"), []);
    }

    #[test]
    fn the_header_may_stand_below_blank_lines() {
        let text = open(b"\n\r\n\na,b\n1,2\n").unwrap();
        assert_eq!(text.header_line(), 4);
        assert_eq!(all(&text), [row(5, &["1", "2"])]);
    }
}
