//! The beginning of a file: its kind and encoding are detected, the delimiter is found, and the header is read.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::io::Read;

use columns::{Keep, Letters, Projection, Reader, with_plain_blanks};
use records::{Encoding, Evidence, excerpt};

use crate::source::encoding::decoded;

use super::encoding::{self, Opening, Verdict, without_zeros};
use super::rows::Rows;
use super::{ColumnIndex, FileKind, Header, OpenError};

/// The delimiters to try, the likeliest first.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// How many records are used to find the delimiter and the header.
const RECORDS: usize = 80;

/// The bytes at the beginning of a file that are used to detect what it is.
pub const START: usize = 256 * 1024;

/// The beginning of a text table: what is known before its rows are read.
///
/// ```
/// use read::source::{Keep, Start};
/// let start = Start::of(b"name;figure\nA;1\n").unwrap();
/// let figure = start.header().find("figure").unwrap();
/// let mut rows = start.rows(&[(figure, Keep::Text)]);
/// // As it comes from a disk or a network: in pieces.
/// rows.push(b"name;fig");
/// rows.push(b"ure\nA;1\n");
/// let table = rows.finish();
/// assert_eq!(table.rows().map(|row| table.cell(row, figure)).collect::<Vec<_>>(), ["1"]);
/// ```
#[derive(Debug)]
pub struct Start {
    opening: Opening,
    /// The first records, split by each delimiter.
    cuts: Vec<Cut>,
    /// The index of the file's delimiter.
    cut: usize,
    /// The index of the header.
    record: usize,
    header: Header,
}

/// The first records of a text, split by a delimiter.
#[derive(Debug)]
struct Cut {
    delimiter: u8,
    records: Vec<FirstRecord>,
}

impl Cut {
    fn has_columns(&self) -> bool {
        self.records.iter().any(|record| record.cells.len() > 1)
    }
}

/// One of a file's first records.
#[derive(Debug)]
pub(crate) struct FirstRecord {
    /// The line on which it starts.
    pub(crate) line: u64,
    /// Its cells.
    pub(crate) cells: Vec<String>,
}

impl FirstRecord {
    /// The number of filled cells.
    pub(crate) fn filled(&self) -> usize {
        let filled = |cell: &&String| !columns::trimmed(cell).is_empty();
        self.cells.iter().filter(filled).count()
    }

    /// The record as evidence: its first filled cell.
    pub(crate) fn evidence(&self) -> Evidence {
        let is_filled = |cell: &&String| !columns::trimmed(cell).is_empty();
        let first = self.cells.iter().find(is_filled);
        Evidence {
            line: Some(self.line),
            column: None,
            value: first.map(|cell| excerpt(cell)).unwrap_or_default(),
        }
    }

    /// Whether it could contain column names: several, and at least as many as blank cells.
    fn may_be_header(&self) -> bool {
        let filled = self.filled();
        filled >= 2 && filled * 2 >= self.cells.len()
    }

    /// Whether it could be a row below a header: with as many cells, ignoring extra blank ones, or slightly fewer.
    fn fits(&self, header: &Self) -> bool {
        let is_blank = |cell: &String| columns::trimmed(cell).is_empty();
        match self.cells.get(header.cells.len()..) {
            Some(surplus) => surplus.iter().all(is_blank),
            None => self.cells.len() * 2 > header.cells.len(),
        }
    }

    /// The number of its cells that begin with a blank, as after a comma within a name.
    fn beginning_with_blank(&self) -> usize {
        let begins = |cell: &&String| cell.starts_with(' ');
        self.cells.iter().filter(begins).count()
    }
}

impl Start {
    /// Reads a file's beginning: its first [`START`] bytes, or all of a shorter file.
    ///
    /// # Errors
    /// If the file is empty or of another kind.
    pub fn of(bytes: &[u8]) -> Result<Self, OpenError> {
        Self::in_encoding(bytes, None)
    }

    /// The same, with the columns' names in a chosen encoding if the bytes leave it open.
    ///
    /// # Errors
    /// If the file is empty or of another kind.
    pub(crate) fn in_encoding(bytes: &[u8], chosen: Option<Encoding>) -> Result<Self, OpenError> {
        if let Some(kind) = FileKind::of(bytes) {
            return Err(OpenError::NotATable(kind));
        }
        let is_all = bytes.len() <= START;
        let bytes = bytes.get(..START).unwrap_or(bytes);
        let (opening, unmarked) = Opening::of(bytes);
        let text = match opening.utf16 {
            Some(order) => Cow::Owned(encoding::decode_utf16(unmarked, order).into_bytes()),
            None => Cow::Borrowed(unmarked),
        };
        let text = without_zeros(&text);
        if text.trim_ascii_start().is_empty() {
            return Err(OpenError::Empty);
        }
        let stated = stated_delimiter(&text);
        let delimiters = match &stated {
            Some((delimiter, _)) => vec![*delimiter],
            None => delimiters_in(&text),
        };
        let letters = Letters::of(&text, b',');
        let encoding = Verdict::of(&letters, opening.is_utf8).with_choice(chosen);
        let after = stated.map_or(0, |(_, line)| line);
        let cut = |&delimiter: &u8| Cut {
            delimiter,
            records: first_records(&text, delimiter, is_all, encoding, after),
        };
        let mut cuts: Vec<Cut> = delimiters.iter().map(cut).collect();
        // The line may name a delimiter that the file does not use.
        if after > 0 && !cuts.iter().any(Cut::has_columns) {
            cuts = delimiters_in(&text).iter().map(cut).collect();
        }
        let (cut, record) = likeliest(&cuts);
        let mut start = Self {
            opening,
            cuts,
            cut,
            record,
            header: Header::new(&[]),
        };
        start.go_to(cut, record);
        Ok(start)
    }

    fn go_to(&mut self, cut: usize, record: usize) {
        (self.cut, self.record) = (cut, record);
        let cells = self.records().get(record).map(|record| &record.cells[..]);
        self.header = Header::new(cells.unwrap_or_default());
    }

    fn records(&self) -> &[FirstRecord] {
        self.cuts.get(self.cut).map_or(&[], |cut| &cut.records)
    }

    /// Looks for a header that passes a test: the current one, or else the first with any delimiter. If there is none,
    /// the current one stays.
    pub(crate) fn look_for(&mut self, is_right: impl Fn(&Header) -> bool) -> bool {
        if is_right(&self.header) {
            return true;
        }
        let found = self.cuts.iter().enumerate().find_map(|(cut, of)| {
            let mut records = of.records.iter().enumerate();
            let record = records.find(|(_, record)| record.filled() >= 2 && is_right(&Header::new(&record.cells)))?;
            Some((cut, record.0))
        });
        if let Some((cut, record)) = found {
            self.go_to(cut, record);
        }
        found.is_some()
    }

    /// Uses the record that starts on this line as the header.
    pub(crate) fn look_on_line(&mut self, line: u64) {
        let at = self.records().iter().position(|record| record.line == line);
        if let Some(record) = at {
            self.go_to(self.cut, record);
        }
    }

    /// The records above the header, except one that gives the delimiter.
    pub(crate) fn above(&self) -> &[FirstRecord] {
        self.records().get(..self.record).unwrap_or_default()
    }

    /// The first records below the header.
    pub(crate) fn below(&self) -> &[FirstRecord] {
        self.records().get(self.record + 1..).unwrap_or_default()
    }

    /// The names of the columns.
    #[must_use]
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// The line of the header, which blank lines and notes may precede.
    #[must_use]
    pub fn header_line(&self) -> u64 {
        self.records().get(self.record).map_or(1, |record| record.line)
    }

    /// Reads the rows of these columns, each kept as requested. The whole file must be pushed, from its first byte.
    #[must_use]
    pub fn rows(&self, wanted: &[(ColumnIndex, Keep)]) -> Rows {
        let projection = Projection {
            delimiter: self.cuts.get(self.cut).map_or(b',', |cut| cut.delimiter),
            columns: self.header.len(),
            wanted: wanted.iter().map(|&(column, keep)| (column.index(), keep)).collect(),
        };
        let mut reader = Reader::new(projection);
        reader.header_on(self.header_line());
        reader.leave_out_repeated_headers();
        Rows::new(self.opening, reader)
    }
}

/// The delimiters that occur in a text, or else the first.
fn delimiters_in(text: &[u8]) -> Vec<u8> {
    let mut found = DELIMITERS.to_vec();
    found.retain(|delimiter| text.contains(delimiter));
    if found.is_empty() {
        found.extend(DELIMITERS.first());
    }
    found
}

/// The delimiter that the first line gives Excel (`sep=;`), and the number of that line.
fn stated_delimiter(text: &[u8]) -> Option<(u8, u64)> {
    let line_ends = text.iter().take_while(|byte| matches!(byte, b'\n' | b'\r'));
    let start = line_ends.count();
    let first = text.get(start..)?.split(|byte| matches!(byte, b'\n' | b'\r'));
    let line = first.into_iter().next()?.trim_ascii_end();
    let line = line.strip_prefix(b"\"").unwrap_or(line);
    let (word, rest) = line.split_at_checked(4)?;
    let is_quote_or_blank = |byte: &u8| matches!(byte, b'"' | b' ');
    let start_of_rest = rest.iter().take_while(|byte| is_quote_or_blank(byte)).count();
    match (word.eq_ignore_ascii_case(b"sep="), rest.get(start_of_rest..)?) {
        // Programs that treat the line as a record add delimiters.
        (true, [delimiter, others @ ..]) if others.iter().all(|byte| byte == delimiter || is_quote_or_blank(byte)) => {
            Some((*delimiter, line_at(text, start)))
        }
        // The tab was removed with the blanks at the end.
        (true, []) => Some((b'\t', line_at(text, start))),
        _ => None,
    }
}

/// The most likely delimiter and header, as indices of a cut and a record. In order of importance: more of the
/// following records have as many cells, the header is further up, fewer of its cells begin with a blank, and it has
/// more cells.
fn likeliest(cuts: &[Cut]) -> (usize, usize) {
    let mut best = (0, 0);
    let mut most = None;
    for (index, cut) in cuts.iter().enumerate() {
        let (record, agreement) = header_of(&cut.records);
        let header = cut.records.get(record);
        let cells = header.map_or(0, |header| header.cells.len());
        let merit = (
            agreement,
            Reverse(record),
            Reverse(header.map_or(0, FirstRecord::beginning_with_blank)),
            cells,
        );
        if most.is_none_or(|most| merit > most) {
            most = Some(merit);
            best = (index, record);
        }
    }
    best
}

/// How many records below a header have the same number of cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Agreement {
    /// Fewer than half of them.
    None,
    /// Half of them or more.
    Most,
    /// All of them.
    All,
}

/// The first record that could name columns and has as many cells as most following records. Otherwise the first.
fn header_of(records: &[FirstRecord]) -> (usize, Agreement) {
    let agreed = records.iter().enumerate().find_map(|(index, header)| {
        let above = records.get(..index)?;
        let following = records.get(index + 1..)?;
        // Notes are mostly blank, or much narrower than the table.
        let are_notes = above
            .iter()
            .all(|note| !note.may_be_header() || note.cells.len() * 2 <= header.cells.len());
        if !header.may_be_header() || !are_notes {
            return None;
        }
        let filled = following.iter().filter(|record| record.filled() > 0);
        let (mut all, mut fitting) = (0, 0);
        for record in filled {
            all += 1;
            fitting += usize::from(record.fits(header));
        }
        // The last row is not a header, unless it is the only row.
        let is_agreed = fitting * 2 >= all && (all > 0 || index == 0);
        let agreement = match fitting == all {
            true => Agreement::All,
            false => Agreement::Most,
        };
        is_agreed.then_some((index, agreement))
    });
    agreed.unwrap_or((0, Agreement::None))
}

/// The first records of a text. An incomplete last record counts only if the text is the whole file.
fn first_records(text: &[u8], delimiter: u8, is_all: bool, encoding: Encoding, after: u64) -> Vec<FirstRecord> {
    let mut reader = reader(text, delimiter);
    let mut record = csv::ByteRecord::new();
    let mut records = Vec::new();
    let mut lines = Lines::default();
    let mut passed = 0;
    // Reading text in memory with records of any length cannot fail.
    while records.len() < RECORDS && reader.read_byte_record(&mut record).unwrap_or(false) {
        let offset =
            |position: Option<&csv::Position>| position.and_then(|position| usize::try_from(position.byte()).ok());
        let start = offset(record.position()).unwrap_or(text.len());
        let from = text.get(start..).unwrap_or_default();
        let blank = from.iter().take_while(|byte| matches!(byte, b'\n' | b'\r'));
        let start = start + blank.count();
        let end = offset(Some(reader.position())).unwrap_or(text.len());
        lines.pass(text.get(passed..start).unwrap_or_default());
        passed = start;
        let is_last = end >= text.len();
        if is_last && !is_all && !records.is_empty() && !is_complete(text, start, delimiter) {
            break;
        }
        if lines.line() > after {
            let cell = |cell| {
                let text = decoded(cell, encoding);
                match with_plain_blanks(&text) {
                    Cow::Owned(plain) => plain,
                    Cow::Borrowed(_) => text,
                }
            };
            records.push(FirstRecord {
                line: lines.line(),
                cells: record.iter().map(cell).collect(),
            });
        }
    }
    records
}

/// A reader of records of any length, without a special first record.
fn reader<R: Read>(text: R, delimiter: u8) -> csv::Reader<R> {
    csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text)
}

/// Whether the last record of a text is complete, because another record follows.
fn is_complete(text: &[u8], start: usize, delimiter: u8) -> bool {
    let record = text.get(start..).unwrap_or_default();
    let more = reader(record.chain(&b"x"[..]), delimiter);
    more.into_byte_records().count() > 1
}

/// Counts lines with any kind of line end.
#[derive(Debug, Default)]
struct Lines {
    ended: u64,
    is_after_return: bool,
}

impl Lines {
    fn pass(&mut self, text: &[u8]) {
        for &byte in text {
            let completes = byte == b'\n' && self.is_after_return;
            self.ended += u64::from(matches!(byte, b'\n' | b'\r') && !completes);
            self.is_after_return = byte == b'\r';
        }
    }

    /// The current line, counted from 1.
    fn line(&self) -> u64 {
        self.ended + 1
    }
}

/// The line of an offset in a text.
fn line_at(text: &[u8], offset: usize) -> u64 {
    let mut lines = Lines::default();
    lines.pass(text.get(..offset).unwrap_or_default());
    lines.line()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_before_the_header_are_counted_whatever_ends_them() {
        for (text, line) in [("a", 1), ("\na", 2), ("\r\n\r\na", 3), ("\r\ra", 3), ("\n\r\n\na", 4)] {
            assert_eq!(Start::of(text.as_bytes()).unwrap().header_line(), line, "{text:?}");
        }
    }

    /// The delimiter, the header's line and the number of columns.
    fn found(text: &str) -> (char, u64, usize) {
        let start = Start::of(text.as_bytes()).unwrap();
        let delimiter = start.cuts[start.cut].delimiter;
        (char::from(delimiter), start.header_line(), start.header().len())
    }

    #[test]
    fn the_delimiter_and_the_header_are_those_that_make_a_table() {
        for (text, expected) in [
            ("a,b\n1,2\n", (',', 1, 2)),
            ("a;b\n1,5;2,5\n3,5;4,5\n", (';', 1, 2)),
            ("a, of b, c;d, e;f\n1;2;3\n", (';', 1, 3)),
            ("a, of b;c, of d;e\n1,5;2,5;3\n", (';', 1, 3)),
            ("a,b,c,d\n1,2,x\n3,4,y\n", (',', 1, 4)),
            ("a|b|c, d, e, f\n1|2|x, y\n", ('|', 1, 3)),
            ("a\tb\nx, y\t2\n", ('\t', 1, 2)),
            ("\"a;b;c\",d\n\"1;2;3\",4\n", (',', 1, 2)),
            ("Results, made up\n\na;b;c\n1,5;2;3\n4,5;5;6\n", (';', 3, 3)),
            ("Results,,\nof 2023,,\na,b,c\n1,2,3\n", (',', 3, 3)),
            ("sep=;\na,b,c;d\n", (';', 2, 2)),
            ("\"sep=|\"\r\na|b\r\n", ('|', 2, 2)),
            ("sep=\t\na\tb\n", ('\t', 2, 2)),
            ("SEP= ;\na,b;c\n", (';', 2, 2)),
            ("sep=,,,\na,b;c\n", (',', 2, 2)),
            ("sep=;\na,b,c\n1,2,3\n", (',', 2, 3)),
            ("a\n1\n2\n", (',', 1, 1)),
            ("a,b\n1\n1,2,3\n", (',', 1, 2)),
            ("a,b,c\n", (',', 1, 3)),
        ] {
            assert_eq!(found(text), expected, "{text:?}");
        }
    }

    #[test]
    fn lines_are_counted_through_quotes() {
        let start = Start::of(b"a,\"b\r\nc\"\r\n\r\n1,2\r3,4\n5,6").unwrap();
        let lines: Vec<u64> = start.below().iter().map(|record| record.line).collect();
        assert_eq!(lines, [4, 5, 6]);
    }
}
