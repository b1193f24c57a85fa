//! Turns chunks of bytes into records.

use crate::block::{BLOCK, Masks, carriage_returns};
use crate::lines::Lines;
use crate::marks::Marks;
use crate::quotes::{Quotes, Separators};
use crate::rows::{Record, Rows};
use crate::utf8::{Letters, Utf8};
use crate::{Fault, Projection, Table};

/// The longest record, in bytes: 32 MiB. A longer one counts as an unclosed quote and ends the reading, so it cannot
/// fill the memory.
///
/// ```
/// assert_eq!(columns::LONGEST_RECORD, 33_554_432);
/// ```
pub const LONGEST_RECORD: usize = 32 << 20;

/// The most rows for which room is reserved on an estimate: for 40 columns it is 380 MB.
const MOST_GUESSED: u64 = 1 << 20;

/// Reads delimited text chunk by chunk and keeps only the wanted columns.
///
/// The chunks are the whole file, including its header but not a byte order mark, and may be split anywhere. Only the
/// incomplete last record of a chunk is kept.
///
/// ```
/// use columns::{Column, Keep, Projection, Reader};
/// let wanted = vec![(1, Keep::Text)];
/// let mut reader = Reader::new(Projection { delimiter: b';', columns: 2, wanted });
/// for chunk in [&b"a;b\r"[..], b"\n1;\"x", b";y\"\r\n2;caf\xE9\r\n"] {
///     reader.push(chunk);
/// }
/// assert_eq!((reader.bytes_read(), reader.rows()), (22, 2));
/// let table = reader.finish(|bytes| bytes.iter().copied().map(char::from).collect());
/// let Some(Column::Text(cells)) = table.column(1) else { unreachable!() };
/// assert_eq!(cells.iter().collect::<Vec<_>>(), ["x;y", "café"]);
/// ```
#[derive(Debug)]
pub struct Reader {
    delimiter: u8,
    utf8: Utf8,
    quotes: Quotes,
    lines: Lines,
    marks: Marks,
    rows: Rows,
    /// The distance from the open record's start to the next block. It wraps around while the block in which the record
    /// starts is processed.
    open: usize,
    /// The line on which the record starts.
    line: u64,
    /// The record's bytes from earlier chunks.
    carry: Vec<u8>,
    bytes_read: u64,
    /// The file's size in bytes if it is known, otherwise 0.
    size: u64,
    /// Whether reading has stopped because a record was too long.
    is_stopped: bool,
}

/// Some bytes of a chunk, with their position in it.
#[derive(Debug, Clone, Copy)]
struct Block<'a> {
    chunk: &'a [u8],
    start: usize,
    /// Padded beyond `length`.
    bytes: &'a [u8; BLOCK],
    /// At least 1.
    length: usize,
}

impl Reader {
    /// Creates a reader at the start of a file.
    #[must_use]
    pub fn new(projection: Projection) -> Self {
        let delimiter = projection.delimiter;
        let (rows, marks) = Rows::new(projection);
        Self {
            delimiter,
            utf8: Utf8::new(delimiter),
            quotes: Quotes::new(),
            lines: Lines::new(),
            marks,
            rows,
            open: 0,
            line: 1,
            carry: Vec::new(),
            bytes_read: 0,
            size: 0,
            is_stopped: false,
        }
    }

    /// Keeps only rows whose cell in a wanted column passes a test. Other rows are counted, and their faults are
    /// reported. The test gets the bare cell ([`bare_bytes`](crate::bare_bytes)). An unwanted column has no effect.
    ///
    /// ```
    /// use columns::{Keep, Projection, Reader};
    /// let wanted = vec![(0, Keep::Text), (1, Keep::Words)];
    /// let mut reader = Reader::new(Projection { delimiter: b',', columns: 2, wanted });
    /// reader.only(1, |kind| kind == b"MAT");
    /// reader.push(b"name,kind\nAsh,MAT\nElm,SAT\nYew, \"MAT\"\nOak,\"MAT\"\n");
    /// let table = reader.finish(|_| String::new());
    /// assert_eq!(table.lines().collect::<Vec<_>>(), [2, 4, 5]);
    /// assert_eq!(table.left_out(), 1);
    /// ```
    pub fn only(&mut self, index: usize, is_kept: fn(&[u8]) -> bool) {
        self.rows.only(index, is_kept);
    }

    /// Sets the line of the header, which is the first record that starts on this line or below it. Rows above it are
    /// not part of the table.
    ///
    /// ```
    /// use columns::{Column, Keep, Projection, Reader};
    /// let wanted = vec![(0, Keep::Text)];
    /// let mut reader = Reader::new(Projection { delimiter: b',', columns: 2, wanted });
    /// reader.header_on(3);
    /// reader.push(b"Notes, of any kind,\n\nname,kind\nAsh,MAT\n");
    /// let table = reader.finish(|_| String::new());
    /// assert_eq!(table.lines().collect::<Vec<_>>(), [4]);
    /// assert_eq!(table.faults(), []);
    /// ```
    pub fn header_on(&mut self, line: u64) {
        self.rows.header_on(line);
    }

    /// Leaves out rows that repeat the header, ignoring case, blanks, quotes and byte order marks. Their lines are kept
    /// ([`Table::repeated_headers`]).
    ///
    /// ```
    /// use columns::{Keep, Projection, Reader};
    /// let wanted = vec![(0, Keep::Text)];
    /// let mut reader = Reader::new(Projection { delimiter: b',', columns: 2, wanted });
    /// reader.leave_out_repeated_headers();
    /// reader.push(b"name,kind\nAsh,MAT\nNAME,KIND\nOak,MAT\n\xEF\xBB\xBF\"name\", kind\n");
    /// let table = reader.finish(|_| String::new());
    /// assert_eq!(table.lines().collect::<Vec<_>>(), [2, 4]);
    /// assert_eq!(table.repeated_headers(), [3, 5]);
    /// ```
    pub fn leave_out_repeated_headers(&mut self) {
        self.rows.leave_out_repeated_headers();
    }

    /// Leaves out the rows that start on these lines.
    ///
    /// ```
    /// use columns::{Keep, Projection, Reader};
    /// let wanted = vec![(0, Keep::Text)];
    /// let mut reader = Reader::new(Projection { delimiter: b',', columns: 2, wanted });
    /// reader.leave_out(vec![2]);
    /// reader.push(b"share,kind\n(percent),\n20,MAT\n");
    /// assert_eq!(reader.finish(|_| String::new()).lines().collect::<Vec<_>>(), [3]);
    /// ```
    pub fn leave_out(&mut self, lines: Vec<u64>) {
        self.rows.leave_out(lines);
    }

    /// The non-ASCII characters of the bytes pushed so far.
    #[must_use]
    pub fn letters(&self) -> Letters {
        self.utf8.letters()
    }

    /// Sets the file's approximate size in bytes. Room for all its rows is then reserved, estimated from the rows read
    /// so far. Columns that double whenever they are full may leave half of their memory unused.
    ///
    /// ```
    /// use columns::{Keep, Projection, Reader};
    /// let wanted = vec![(0, Keep::Text)];
    /// let mut reader = Reader::new(Projection { delimiter: b',', columns: 1, wanted });
    /// reader.expect(13);
    /// reader.push(b"name\nAsh\n");
    /// reader.push(b"Oak\n");
    /// assert_eq!(reader.finish(|_| String::new()).rows(), 2);
    /// ```
    pub fn expect(&mut self, bytes: u64) {
        self.size = bytes;
    }

    /// Reserves room for the rest of the file if there is too little for the next bytes.
    fn make_room(&mut self, next: usize) {
        let rows = self.rows.len() as u64;
        let guess = |bytes: u64| rows.saturating_mul(bytes) / self.bytes_read.max(1);
        if self.size == 0 || self.rows.room() as u64 >= guess(2 * next as u64) {
            return;
        }
        let rest = guess(self.size.saturating_sub(self.bytes_read)).min(MOST_GUESSED);
        // Adds some reserve, because reserving again means moving everything.
        let room = rest + rest / 16;
        self.rows.reserve(usize::try_from(room).unwrap_or_default());
    }

    /// Reads the next bytes.
    // Inlined into a caller that is compiled for size, its loops would be four times slower.
    #[inline(never)]
    pub fn push(&mut self, chunk: &[u8]) {
        self.make_room(chunk.len());
        self.bytes_read += chunk.len() as u64;
        self.utf8.push(chunk, self.lines.line(), self.lines.is_after_return());
        let (blocks, rest) = chunk.as_chunks::<BLOCK>();
        for (index, bytes) in blocks.iter().enumerate() {
            self.read(Block {
                chunk,
                start: index * BLOCK,
                bytes,
                length: BLOCK,
            });
        }
        if !rest.is_empty() {
            let mut bytes = [0; BLOCK];
            bytes.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
            self.read(Block {
                chunk,
                start: chunk.len() - rest.len(),
                bytes: &bytes,
                length: rest.len(),
            });
        }
        self.keep_open_record(chunk);
    }

    /// The number of bytes pushed.
    #[must_use]
    pub fn bytes_read(&self) -> u64 {
        self.bytes_read
    }

    /// The number of complete rows.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.rows.len()
    }

    /// Ends the file and returns its table. If some bytes of the file were not UTF-8, `decode` converts each kept cell
    /// or word with non-ASCII bytes. Otherwise it is not called.
    #[must_use]
    pub fn finish(mut self, decode: impl Fn(&[u8]) -> String) -> Table {
        if !self.is_stopped {
            self.end_file();
        }
        self.rows.finish(self.utf8.is_valid(), &decode)
    }

    #[inline(always)]
    fn read(&mut self, block: Block<'_>) {
        if self.is_stopped {
            return;
        }
        let masks = Masks::of(block.bytes, self.delimiter).of_first(block.length);
        let separators = self.quotes.separators(masks, block.length);
        let rest = if masks.line_ends == 0 {
            self.lines.pass();
            separators.all
        } else {
            self.read_lines(block, masks, separators)
        };
        self.marks.pass(rest, self.open);
        self.open = self.open.wrapping_add(block.length);
    }

    /// Ends the records that end in a block. Returns the separators of the record that stays open.
    // In most blocks of a wide file no record ends. Out of line, this keeps the loop over all blocks small and fast.
    #[inline(never)]
    fn read_lines(&mut self, block: Block<'_>, masks: Masks, separators: Separators) -> u64 {
        let returns = carriage_returns(block.bytes) & masks.line_ends;
        let line_ends = self.lines.count(masks.line_ends, returns, block.length);
        let Separators { mut all, mut ends } = separators;
        while ends != 0 {
            let end = ends.trailing_zeros() as usize;
            let through_end = ends ^ (ends - 1);
            self.marks.pass(all & through_end, self.open);
            self.end_record(block, end, line_ends.line_after(through_end >> 1));
            self.line = line_ends.line_after(through_end);
            self.open = 0_usize.wrapping_sub(end + 1);
            all &= !through_end;
            ends &= !through_end;
        }
        all
    }

    /// Ends the open record at a byte of a block. A record without bytes is a blank line, or the line feed after a
    /// carriage return, and is ignored.
    fn end_record(&mut self, block: Block<'_>, end: usize, last_line: u64) {
        let length = self.open.wrapping_add(end);
        let end = block.start + end;
        if length > LONGEST_RECORD {
            self.stop();
        } else if length > 0 && !self.is_stopped {
            let start = if self.carry.is_empty() {
                end.saturating_sub(length)
            } else {
                0
            };
            let mut bytes = block.chunk.get(start..end).unwrap_or_default();
            if !self.carry.is_empty() {
                self.carry.extend_from_slice(bytes);
                bytes = &self.carry;
            }
            let record = Record {
                bytes,
                line: self.line,
                last_line,
            };
            self.rows.push(record, &self.marks);
            self.carry.clear();
        }
        self.marks.restart();
    }

    /// Keeps the chunk's part of the record that is open at its end.
    fn keep_open_record(&mut self, chunk: &[u8]) {
        if self.is_stopped {
            return;
        }
        if self.open > LONGEST_RECORD {
            self.stop();
            return;
        }
        let start = match self.carry.is_empty() {
            true => chunk.len().saturating_sub(self.open),
            false => 0,
        };
        self.carry.extend_from_slice(chunk.get(start..).unwrap_or_default());
    }

    /// Stops reading at the open record.
    fn stop(&mut self) {
        self.is_stopped = true;
        self.carry = Vec::new();
        self.rows.push_fault(self.line, Fault::UnclosedQuote);
    }

    /// Ends the open record, if any, at the end of the file.
    fn end_file(&mut self) {
        if self.open == 0 {
            return;
        }
        self.marks.pass(1, self.open);
        let record = Record {
            bytes: &self.carry,
            line: self.line,
            last_line: self.lines.line(),
        };
        self.rows.push(record, &self.marks);
        if self.quotes.are_open() {
            self.rows.push_fault(self.line, Fault::UnclosedQuote);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(chunks: &[&[u8]]) -> (usize, Vec<(u64, Fault)>) {
        let mut reader = Reader::new(Projection {
            delimiter: b',',
            columns: 1,
            wanted: Vec::new(),
        });
        for chunk in chunks {
            reader.push(chunk);
        }
        let table = reader.finish(|_| String::new());
        (table.rows(), table.faults().to_vec())
    }

    #[test]
    fn a_record_that_is_too_long_ends_the_reading_wherever_chunks_are_cut() {
        let mut file = b"a\n1\n\"".to_vec();
        file.resize(file.len() + LONGEST_RECORD - 1, b'x');
        file.extend_from_slice(b"\n2\"\n3\n");
        let stopped = (1, vec![(3, Fault::UnclosedQuote)]);
        assert_eq!(faults(&[&file]), stopped);
        assert_eq!(faults(&file.chunks(1 << 20).collect::<Vec<_>>()), stopped);
        let (head, tail) = file.split_at(LONGEST_RECORD);
        assert_eq!(faults(&[head, tail]), stopped);
    }

    #[test]
    fn the_longest_record_is_read() {
        let mut file = b"a\n".to_vec();
        file.resize(file.len() + LONGEST_RECORD, b'x');
        file.extend_from_slice(b"\n2\n");
        assert_eq!(faults(&[&file]), (2, Vec::new()));
    }

    #[test]
    fn a_chunk_read_whole_is_not_copied() {
        let mut reader = Reader::new(Projection {
            delimiter: b',',
            columns: 2,
            wanted: Vec::new(),
        });
        reader.push(&b"a,b\n1,2\n".repeat(1000));
        assert_eq!(reader.carry.capacity(), 0);
    }
}
