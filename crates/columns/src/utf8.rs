//! Detects non-ASCII characters, and whether a file is UTF-8, while it arrives.

use crate::block::is_ascii;

/// The number of bytes processed together. If all are ASCII, nothing else is done.
const PIECE: usize = 512;

/// The most stray bytes that are kept with their cell.
const KEPT: usize = 64;

/// The distance around a stray byte in which its cell is searched for.
const AROUND: usize = 200;

/// The non-ASCII characters of a file.
///
/// ```
/// use columns::Letters;
/// let letters = Letters::of("a,b\nARETÉ,".as_bytes(), b',');
/// assert_eq!((letters.whole, letters.stray), (1, 0));
/// let letters = Letters::of(b"a,b\n1,CAF\xC9\n", b',');
/// assert_eq!((letters.whole, letters.stray, letters.lines), (0, 1, 1));
/// assert_eq!((letters.cells[0].line, &*letters.cells[0].bytes), (2, &b"CAF\xC9"[..]));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Letters {
    /// Non-ASCII characters that are UTF-8.
    pub whole: u64,
    /// Bytes that are not part of a UTF-8 character.
    pub stray: u64,
    /// The number of lines with such bytes.
    pub lines: u64,
    /// The first of those bytes, each with its cell.
    pub cells: Vec<StrayCell>,
}

/// A cell with a byte that is not part of a UTF-8 character.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StrayCell {
    /// The line, counted from 1.
    pub line: u64,
    /// The cell, or its part near that byte.
    pub bytes: Vec<u8>,
}

impl Letters {
    /// The characters of a text with this delimiter.
    #[must_use]
    pub fn of(text: &[u8], delimiter: u8) -> Self {
        let mut utf8 = Utf8::new(delimiter);
        utf8.push(text, 1, false);
        utf8.letters()
    }
}

/// Processes bytes across the borders of chunks.
#[derive(Debug)]
pub(crate) struct Utf8 {
    delimiter: u8,
    /// The first bytes of a character that is not complete yet.
    begun: Vec<u8>,
    found: Letters,
    /// The line of the last stray byte.
    line: u64,
}

/// A chunk, and the position up to which its lines were counted.
struct Counted<'a> {
    chunk: &'a [u8],
    to: usize,
    line: u64,
    after_return: bool,
}

impl Counted<'_> {
    /// The line of an offset.
    fn line_at(&mut self, offset: usize) -> u64 {
        for &byte in self.chunk.get(self.to..offset).unwrap_or_default() {
            let completes = byte == b'\n' && self.after_return;
            self.line += u64::from(matches!(byte, b'\n' | b'\r') && !completes);
            self.after_return = byte == b'\r';
        }
        self.to = self.to.max(offset);
        self.line
    }

    /// The part of the cell at an offset that is in the chunk.
    fn cell_at(&self, offset: usize, delimiter: u8) -> &[u8] {
        let is_end = |byte: &u8| *byte == delimiter || matches!(byte, b'\n' | b'\r');
        let from = offset.saturating_sub(AROUND);
        let before = self.chunk.get(from..offset).unwrap_or_default();
        let start = before.iter().rposition(is_end).map_or(from, |at| from + at + 1);
        let most = (offset + AROUND).min(self.chunk.len());
        let after = self.chunk.get(offset..most).unwrap_or_default();
        let end = after.iter().position(is_end).map_or(most, |at| offset + at);
        self.chunk.get(start..end).unwrap_or_default()
    }
}

impl Utf8 {
    pub(crate) fn new(delimiter: u8) -> Self {
        Self {
            delimiter,
            begun: Vec::new(),
            found: Letters::default(),
            line: 0,
        }
    }

    /// Whether all bytes so far are UTF-8 and the last character is complete.
    pub(crate) fn is_valid(&self) -> bool {
        self.found.stray == 0 && self.begun.is_empty()
    }

    /// The findings if the file ended here.
    pub(crate) fn letters(&self) -> Letters {
        let mut found = self.found.clone();
        if !self.begun.is_empty() {
            found.stray += 1;
            found.lines += 1;
            if found.cells.len() < KEPT {
                found.cells.push(StrayCell {
                    line: self.line.max(1),
                    bytes: self.begun.clone(),
                });
            }
        }
        found
    }

    /// Processes the next bytes. The first is on this line, and may follow a carriage return.
    pub(crate) fn push(&mut self, bytes: &[u8], line: u64, after_return: bool) {
        let mut counted = Counted {
            chunk: bytes,
            to: 0,
            line,
            after_return,
        };
        for (index, piece) in bytes.chunks(PIECE).enumerate() {
            if !self.begun.is_empty() || !is_ascii(piece) {
                self.check(piece, index * PIECE, &mut counted);
            }
        }
    }

    fn check(&mut self, piece: &[u8], start: usize, counted: &mut Counted<'_>) {
        if self.begun.is_empty() {
            self.scan(piece, start, counted);
        } else {
            let mut joined = std::mem::take(&mut self.begun);
            let before = joined.len();
            joined.extend_from_slice(piece);
            self.scan(&joined, start.saturating_sub(before), counted);
        }
    }

    fn scan(&mut self, mut bytes: &[u8], mut start: usize, counted: &mut Counted<'_>) {
        loop {
            let Err(error) = std::str::from_utf8(bytes) else {
                self.found.whole += letters_in(bytes);
                return;
            };
            let (whole, rest) = bytes.split_at(error.valid_up_to());
            self.found.whole += letters_in(whole);
            start += whole.len();
            let Some(length) = error.error_len() else {
                self.begun = rest.to_vec();
                self.line = counted.line_at(start);
                return;
            };
            self.note_stray(start, length, counted);
            bytes = rest.get(length..).unwrap_or_default();
            start += length;
        }
    }

    #[cold]
    fn note_stray(&mut self, offset: usize, length: usize, counted: &mut Counted<'_>) {
        let line = counted.line_at(offset);
        let is_same_line = self.found.lines > 0 && self.line == line;
        self.found.lines += u64::from(!is_same_line);
        self.line = line;
        self.found.stray += length as u64;
        if self.found.cells.len() < KEPT {
            let bytes = counted.cell_at(offset, self.delimiter);
            let last = self.found.cells.last();
            if last.is_none_or(|last| last.line != line || last.bytes != bytes) {
                let bytes = bytes.to_vec();
                self.found.cells.push(StrayCell { line, bytes });
            }
        }
    }
}

/// The number of non-ASCII characters in a text: each has one first byte.
fn letters_in(text: &[u8]) -> u64 {
    text.iter().filter(|byte| **byte >= 0xC0).count() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pushed(chunks: &[&[u8]]) -> Utf8 {
        let mut utf8 = Utf8::new(b',');
        for chunk in chunks {
            utf8.push(chunk, 1, false);
        }
        utf8
    }

    #[test]
    fn letters_may_be_cut_anywhere() {
        let text = "a\u{e9}\u{20ac}\u{1f333}z".as_bytes();
        for first in 0..text.len() {
            for second in first..text.len() {
                let utf8 = pushed(&[&text[..first], &text[first..second], &text[second..]]);
                assert!(utf8.is_valid(), "{first} {second}");
                assert_eq!(utf8.letters().whole, 3);
            }
        }
    }

    #[test]
    fn stray_bytes_are_counted_wherever_chunks_are_cut() {
        for chunks in [
            &[&b"caf\xe9"[..], b" au lait"][..],
            &[b"caf\xe9"],
            &[b"\xc3", b"\xc3", b"\xa9"],
            &[b"\xe9\xe8"],
        ] {
            let utf8 = pushed(chunks);
            assert!(!utf8.is_valid());
            let expected = if chunks[0].len() == 2 { 2 } else { 1 };
            assert_eq!(utf8.letters().stray, expected, "{chunks:?}");
        }
    }

    #[test]
    fn the_lines_of_stray_bytes_are_known() {
        let letters = Letters::of(b"a\r\nb\xe9,\xe9\rc\xe9\n\n\xc3\xa9x\xe9,y", b',');
        let lines: Vec<u64> = letters.cells.iter().map(|cell| cell.line).collect();
        assert_eq!(lines, [2, 2, 3, 5]);
        assert_eq!((letters.whole, letters.stray, letters.lines), (1, 4, 3));
        assert_eq!(letters.cells[3].bytes, b"\xc3\xa9x\xe9");
    }
}
