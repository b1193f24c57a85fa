//! The content of a raw cell, by the rules of the csv crate.

use std::borrow::Cow;

use crate::blank::trimmed_bytes;
use crate::bytes::side_by_side;

/// A cell within its record.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Cell<'a> {
    /// The record, starting at the cell's first byte.
    ahead: &'a [u8],
    /// The length of the cell.
    length: usize,
}

impl<'a> From<&'a [u8]> for Cell<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self {
            ahead: bytes,
            length: bytes.len(),
        }
    }
}

impl<'a> Cell<'a> {
    /// The text between two offsets of a record, if the offsets are valid.
    #[inline]
    pub(crate) fn between(record: &'a [u8], start: usize, end: usize) -> Option<Self> {
        let ahead = record.get(start..)?;
        let length = end.checked_sub(start)?;
        (length <= ahead.len()).then_some(Self { ahead, length })
    }

    pub(crate) fn len(self) -> usize {
        self.length
    }

    #[inline]
    pub(crate) fn bytes(self) -> &'a [u8] {
        self.ahead.get(..self.length).unwrap_or_default()
    }

    /// The bytes of a cell of up to eight bytes in one number, the first lowest, with zeros above.
    ///
    /// If the record continues for eight bytes, as most do, they are loaded together.
    #[inline]
    pub(crate) fn side_by_side(self) -> Option<u64> {
        match self.ahead.first_chunk() {
            _ if self.length > 8 => None,
            Some(_) if self.length == 0 => Some(0),
            Some(eight) => Some(u64::from_le_bytes(*eight) & u64::MAX >> (64 - self.length * 8)),
            None => side_by_side(self.bytes()),
        }
    }
}

/// The content of a raw cell: without the quotes around it, and with doubled quotes as one.
///
/// What follows a closing quote belongs to the cell, including quotes.
#[inline]
pub(crate) fn content(raw: &[u8]) -> Cow<'_, [u8]> {
    match raw {
        [b'"', quoted @ ..] => unquoted(quoted),
        _ => Cow::Borrowed(raw),
    }
}

/// The content of a cell from the text after its opening quote.
fn unquoted(quoted: &[u8]) -> Cow<'_, [u8]> {
    match quoted.iter().position(|&byte| byte == b'"') {
        None => Cow::Borrowed(quoted),
        Some(quote) if quote + 1 == quoted.len() => Cow::Borrowed(quoted.get(..quote).unwrap_or_default()),
        Some(_) => Cow::Owned(unescaped(quoted)),
    }
}

fn unescaped(quoted: &[u8]) -> Vec<u8> {
    let mut content = Vec::with_capacity(quoted.len());
    let mut bytes = quoted.iter().copied();
    while let Some(byte) = bytes.next() {
        if byte != b'"' {
            content.push(byte);
            continue;
        }
        // The quote closes unless it is doubled.
        let Some(next) = bytes.next() else { break };
        content.push(next);
        if next != b'"' {
            content.extend(bytes);
            break;
        }
    }
    content
}

/// Whether all cells, with separators between them, contain only blanks.
pub(crate) fn are_blank(cells: &[u8], delimiter: u8) -> bool {
    let is_nothing = |byte: &u8| *byte == delimiter || byte.is_ascii_whitespace();
    // One check is enough, except for rows that begin with blank or quoted cells.
    match cells.iter().find(|byte| !is_nothing(byte)) {
        None => true,
        Some(b'"' | 0 | 0x1A | 0x80..) => split(cells, delimiter).all(|raw| trimmed_bytes(&content(raw)).is_empty()),
        Some(_) => false,
    }
}

/// The raw cells of a record, one byte at a time.
fn split(record: &[u8], delimiter: u8) -> impl Iterator<Item = &[u8]> {
    let mut may_open = true;
    let mut inside = false;
    record.split(move |&byte| {
        let is_quote = byte == b'"' && (inside || may_open);
        let is_separator = !inside && byte == delimiter;
        inside ^= is_quote;
        may_open = is_separator || (is_quote && !inside);
        is_separator
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn content_of(raw: &str) -> String {
        String::from_utf8(content(raw.as_bytes()).into_owned()).unwrap()
    }

    #[test]
    fn quotes_around_a_cell_are_removed_and_doubled_ones_become_one() {
        assert_eq!(content_of("\"a,b\""), "a,b");
        assert_eq!(content_of("\"a\"\"b\""), "a\"b");
        assert_eq!(content_of("\"\"\"\""), "\"");
        assert_eq!(content_of("\"\""), "");
        assert_eq!(content_of("\"open"), "open");
        assert_eq!(content_of("\"open\"\""), "open\"");
    }

    #[test]
    fn other_quotes_stay() {
        assert_eq!(content_of("5\" pipe"), "5\" pipe");
        assert_eq!(content_of(" \"a\""), " \"a\"");
        assert_eq!(content_of("\"a\"b\"\"c"), "ab\"\"c");
    }

    #[test]
    fn cells_of_blanks_and_empty_quotes_are_blank() {
        for blank in ["", ",", " ,\t", "\"\",\" \"", "\" \n\",", "\"", "\"\" "] {
            assert!(are_blank(blank.as_bytes(), b','), "{blank:?}");
        }
        for filled in ["a", ",,a", "\",\"", "\"\"\"\"", " \"\"", "\"\"\"", "\"\",a"] {
            assert!(!are_blank(filled.as_bytes(), b','), "{filled:?}");
        }
    }
}
