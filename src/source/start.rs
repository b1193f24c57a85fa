//! How a file begins: its kind told, its letters' encoding marked or not, the delimiter found, the
//! header read.

use std::borrow::Cow;

use columns::{Keep, Projection, Reader};
use csv_core::ReadRecordResult;

use super::encoding::{self, Mark};
use super::rows::Rows;
use super::{ColumnIndex, FileKind, Header, OpenError};

/// The delimiters that are tried, the likeliest first.
const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];

/// Bytes from a file's beginning that tell what it is, however long the file.
pub const START: usize = 256 * 1024;

/// The beginning of a table of text: all that is known before its rows are read.
///
/// ```
/// use trust_gap::source::{Keep, Start};
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
    mark: Option<Mark>,
    delimiter: u8,
    header: Header,
    header_line: u64,
}

impl Start {
    /// Looks at a file's beginning: its first [`START`] bytes, or all of a shorter one.
    ///
    /// # Errors
    /// When the file is empty or of another kind.
    pub fn of(bytes: &[u8]) -> Result<Self, OpenError> {
        if let Some(kind) = FileKind::of(bytes) {
            return Err(OpenError::NotATable(kind));
        }
        let bytes = bytes.get(..START).unwrap_or(bytes);
        let (mark, unmarked) = Mark::found_in(bytes);
        let text = match mark {
            Some(Mark::Utf16(order)) => {
                Cow::Owned(encoding::decode_utf16(unmarked, order).into_bytes())
            }
            _ => Cow::Borrowed(unmarked),
        };
        if text.trim_ascii_start().is_empty() {
            return Err(OpenError::Empty);
        }
        let (delimiter, names) = first_record(&text);
        Ok(Self {
            mark,
            delimiter,
            header: Header::new(&names),
            header_line: line_of_first_record(&text),
        })
    }

    /// The names of the columns.
    #[must_use]
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// The line on which the header stands: blank lines may go before it.
    #[must_use]
    pub fn header_line(&self) -> u64 {
        self.header_line
    }

    /// Reads the rows of these columns, each kept as is said of it. The whole file is to be pushed,
    /// from its first byte.
    #[must_use]
    pub fn rows(&self, wanted: &[(ColumnIndex, Keep)]) -> Rows {
        let projection = Projection {
            delimiter: self.delimiter,
            columns: self.header.len(),
            wanted: wanted
                .iter()
                .map(|&(column, keep)| (column.place(), keep))
                .collect(),
        };
        Rows::new(self.mark, Reader::new(projection))
    }
}

/// Reads the first record with each delimiter; the one that finds most cells is the file's.
fn first_record(text: &[u8]) -> (u8, Vec<String>) {
    let mut best = (b',', Vec::new());
    for delimiter in DELIMITERS {
        let cells = cells_of_first_record(text, delimiter);
        if cells.len() > best.1.len() {
            best = (delimiter, cells);
        }
    }
    best
}

/// The cells of the first record; most headers end within a few thousand letters.
fn cells_of_first_record(text: &[u8], delimiter: u8) -> Vec<String> {
    const SHORT: usize = 16 * 1024;
    text.get(..SHORT)
        .and_then(|start| cells_of_record(start, delimiter, false))
        .or_else(|| cells_of_record(text, delimiter, true))
        .unwrap_or_default()
}

/// The cells of the first record; nothing where the text ends within it, but where that is all the text
/// there is.
fn cells_of_record(text: &[u8], delimiter: u8, is_all: bool) -> Option<Vec<String>> {
    let mut reader = csv_core::ReaderBuilder::new().delimiter(delimiter).build();
    // Room for one more than there can be: the reader stops where it is used up.
    let mut letters = vec![0; text.len() + 1];
    let delimiters = text.iter().filter(|byte| **byte == delimiter).count();
    let mut ends = vec![0; delimiters + 2];
    let (state, _, written, mut count) = reader.read_record(text, &mut letters, &mut ends);
    if state == ReadRecordResult::InputEmpty {
        if !is_all {
            return None;
        }
        // The end of the text ends the record.
        let letters = letters.get_mut(written..).unwrap_or_default();
        let ends = ends.get_mut(count..).unwrap_or_default();
        count += reader.read_record(&[], letters, ends).3;
    }
    let mut start = 0;
    let mut cells = Vec::with_capacity(count);
    for &end in ends.iter().take(count) {
        cells.push(encoding::decode(
            letters.get(start..end).unwrap_or_default(),
        ));
        start = end;
    }
    Some(cells)
}

/// Counts the line ends that go before the first record.
fn line_of_first_record(text: &[u8]) -> u64 {
    let blank = text.iter().take_while(|byte| matches!(byte, b'\n' | b'\r'));
    let mut line = 1;
    let mut former = None;
    for &byte in blank {
        if byte == b'\r' || former != Some(b'\r') {
            line += 1;
        }
        former = Some(byte);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_before_the_header_are_counted_whatever_ends_them() {
        for (text, line) in [
            ("a", 1),
            ("\na", 2),
            ("\r\n\r\na", 3),
            ("\r\ra", 3),
            ("\n\r\n\na", 4),
        ] {
            assert_eq!(line_of_first_record(text.as_bytes()), line, "{text:?}");
        }
    }
}
