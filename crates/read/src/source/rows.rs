//! A file's rows, read in pieces of any size.

use columns::Reader;
use records::{Choices, Doubts, Reading};

use crate::source::encoding::{decoded, utf16};

use super::encoding::{Opening, Utf16, Verdict, without_zeros};
use super::{ColumnIndex, Table};

/// The bytes read at once from a file that is in memory.
const PIECE: usize = 1 << 18;

/// Reads a file's bytes and keeps the wanted columns.
#[derive(Debug)]
pub struct Rows {
    opening: Opening,
    mark_bytes_left: usize,
    utf16: Option<Utf16>,
    reader: Reader,
}

impl Rows {
    pub(super) fn new(opening: Opening, reader: Reader) -> Self {
        Self {
            opening,
            mark_bytes_left: opening.length,
            utf16: opening.utf16.map(Utf16::new),
            reader,
        }
    }

    /// Keeps only rows whose cell in a wanted column passes a test. The test gets the cell without surrounding blanks,
    /// in the file's own bytes.
    pub fn only(&mut self, column: ColumnIndex, is_kept: fn(&[u8]) -> bool) {
        self.reader.only(column.index(), is_kept);
    }

    /// Leaves out the rows that start on these lines.
    pub(crate) fn leave_out(&mut self, lines: Vec<u64>) {
        self.reader.leave_out(lines);
    }

    /// Takes the next bytes of the file.
    pub fn push(&mut self, bytes: &[u8]) {
        let skipped = self.mark_bytes_left.min(bytes.len());
        self.mark_bytes_left -= skipped;
        let bytes = bytes.get(skipped..).unwrap_or_default();
        match &mut self.utf16 {
            Some(utf16) => {
                let text = utf16.push(bytes);
                self.reader.push(&without_zeros(text.as_bytes()));
            }
            None => self.reader.push(&without_zeros(bytes)),
        }
    }

    /// Takes all of the file's bytes, and reads them in pieces: the first shows how much room the columns need, and
    /// each is still in the cache when it is read again.
    pub fn push_whole(&mut self, bytes: &[u8]) {
        self.expect(bytes.len() as u64);
        for piece in bytes.chunks(PIECE) {
            self.push(piece);
        }
    }

    /// Sets the file's size in bytes. Room for all its rows is then reserved, as far as it can be estimated.
    pub fn expect(&mut self, bytes: u64) {
        // UTF-16 is converted to UTF-8, which is shorter.
        let shrinks = self.utf16.is_some();
        self.reader.expect(if shrinks { bytes / 2 } else { bytes });
    }

    /// The number of rows kept so far.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.reader.rows() as u64
    }

    /// The table, once the whole file has been pushed.
    #[must_use]
    pub fn finish(self) -> Table {
        self.decide(&mut Doubts::of("", &Choices::default()))
    }

    /// The table, with the decision about its encoding.
    pub(crate) fn decide(mut self, doubts: &mut Doubts) -> Table {
        if let Some(utf16) = self.utf16.take() {
            self.reader.push(utf16.finish().as_bytes());
        }
        let encoding = match self.opening.utf16 {
            Some(order) => utf16(order),
            None => {
                let letters = self.reader.letters();
                let verdict = Verdict::of(&letters, self.opening.is_utf8);
                let question = verdict.question(&letters);
                match question.map(|question| doubts.decide(question)) {
                    Some(Reading::Encoded(encoding)) => encoding,
                    _ => verdict.likeliest,
                }
            }
        };
        let read = self.reader.finish(|bytes| decoded(bytes, encoding));
        Table::new(read, encoding)
    }
}
