//! A file's rows as they come, in pieces of any size.

use columns::Reader;

use super::encoding::{self, Mark, Utf16};
use super::{ColumnIndex, Encoding, Table};

/// How much of a file that is there as a whole is read at once, in bytes.
const PIECE: usize = 1 << 18;

/// Takes a file's bytes and keeps the wanted columns.
#[derive(Debug)]
pub struct Rows {
    mark: Option<Mark>,
    /// Bytes of the mark that are still to come.
    of_mark: usize,
    utf16: Option<Utf16>,
    reader: Reader,
}

impl Rows {
    pub(super) fn new(mark: Option<Mark>, reader: Reader) -> Self {
        Self {
            mark,
            of_mark: mark.map_or(0, Mark::len),
            utf16: match mark {
                Some(Mark::Utf16(order)) => Some(Utf16::new(order)),
                _ => None,
            },
            reader,
        }
    }

    /// Keeps only the rows whose cell in a wanted column is as it should be: the cell comes without ASCII
    /// blanks around it, in the file's own bytes.
    pub fn only(&mut self, column: ColumnIndex, is_kept: fn(&[u8]) -> bool) {
        self.reader.only(column.place(), is_kept);
    }

    /// Takes the next bytes of the file.
    pub fn push(&mut self, bytes: &[u8]) {
        let skipped = self.of_mark.min(bytes.len());
        self.of_mark -= skipped;
        let bytes = bytes.get(skipped..).unwrap_or_default();
        match &mut self.utf16 {
            Some(utf16) => self.reader.push(utf16.push(bytes).as_bytes()),
            None => self.reader.push(bytes),
        }
    }

    /// Takes all of the file's bytes. They are read in pieces: the first tells how much room the columns
    /// need, and each is still near in memory when it is looked at again.
    pub fn push_whole(&mut self, bytes: &[u8]) {
        self.expect(bytes.len() as u64);
        for piece in bytes.chunks(PIECE) {
            self.push(piece);
        }
    }

    /// The file has so many bytes: room is taken for all its rows at once, as far as can be guessed.
    pub fn expect(&mut self, bytes: u64) {
        // UTF-16 is read as UTF-8, of which there is less.
        let shrinks = self.utf16.is_some();
        self.reader.expect(if shrinks { bytes / 2 } else { bytes });
    }

    /// How many rows are kept so far.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.reader.rows() as u64
    }

    /// The table, once the whole file has been pushed.
    #[must_use]
    pub fn finish(mut self) -> Table {
        if let Some(utf16) = self.utf16.take() {
            self.reader.push(utf16.finish().as_bytes());
        }
        let read = self.reader.finish(encoding::decode_windows_1252);
        let encoding = match self.mark {
            Some(Mark::Utf16(order)) => Encoding::of_utf16(order),
            _ if read.is_utf8() => Encoding::Utf8,
            _ => Encoding::Windows1252,
        };
        Table::new(read, encoding)
    }
}
