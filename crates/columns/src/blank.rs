//! Blanks: all invisible characters.

use std::borrow::Cow;

use crate::bare::bare_bytes;

/// Whether a character is invisible: every Unicode blank, including those without a width (soft hyphens, direction
/// marks), NUL, and the character that ended texts in DOS (Ctrl-Z).
///
/// ```
/// assert!(" \t\u{a0}\u{ad}\u{2009}\u{200b}\u{200e}\u{3000}\u{feff}\0".chars().all(columns::is_blank));
/// assert!(!columns::is_blank('_'));
/// ```
#[must_use]
pub fn is_blank(letter: char) -> bool {
    matches!(letter, '\0' | '\x1A') || letter.is_whitespace() || has_no_width(letter)
}

const fn has_no_width(letter: char) -> bool {
    matches!(
        letter,
        '\u{AD}'
            | '\u{61C}'
            | '\u{180E}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'
            | '\u{2066}'..='\u{2069}'
            | '\u{FEFF}'
    )
}

/// A text without surrounding blanks.
///
/// ```
/// assert_eq!(columns::trimmed("\u{a0} 25\u{a0}% \u{200b}"), "25\u{a0}%");
/// ```
#[must_use]
pub fn trimmed(text: &str) -> &str {
    text.trim_matches(is_blank)
}

/// A text with a space for every non-ASCII blank, and without blanks that have no width.
///
/// ```
/// assert_eq!(columns::with_plain_blanks("South\u{a0}West"), "South West");
/// assert_eq!(columns::with_plain_blanks("Mid\u{feff}lands\u{3000}"), "Midlands ");
/// ```
#[must_use]
pub fn with_plain_blanks(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.contains(is_odd) {
        return Cow::Borrowed(text);
    }
    let letters = text.chars().filter_map(|letter| match letter {
        letter if has_no_width(letter) => None,
        letter if is_odd(letter) => Some(' '),
        letter => Some(letter),
    });
    Cow::Owned(letters.collect())
}

fn is_odd(letter: char) -> bool {
    !letter.is_ascii() && is_blank(letter)
}

/// A cell with plain blanks only and none around it, for use before the file's encoding is known.
pub(crate) fn plain_bytes(cell: &[u8]) -> Cow<'_, [u8]> {
    let cell = bare_bytes(cell);
    if cell.is_ascii() {
        return Cow::Borrowed(cell);
    }
    let mut plain = Vec::with_capacity(cell.len());
    for chunk in cell.utf8_chunks() {
        plain.extend_from_slice(with_plain_blanks(chunk.valid()).as_bytes());
        let stray = chunk.invalid().iter();
        plain.extend(stray.map(|&byte| if byte == NO_BREAK { b' ' } else { byte }));
    }
    Cow::Owned(plain)
}

/// The no-break space of Windows-1252, unless the byte is part of a UTF-8 character.
const NO_BREAK: u8 = 0xA0;

/// A cell without surrounding blanks, in UTF-8 or with one byte a character.
#[inline]
pub(crate) fn trimmed_bytes(cell: &[u8]) -> &[u8] {
    let cell = cell.trim_ascii();
    let may_be_blank = |byte: Option<&u8>| byte.is_some_and(|byte| *byte >= 0x80 || matches!(*byte, 0 | 0x1A));
    if may_be_blank(cell.first()) || may_be_blank(cell.last()) {
        trimmed_beyond_ascii(cell)
    } else {
        cell
    }
}

#[cold]
fn trimmed_beyond_ascii(mut cell: &[u8]) -> &[u8] {
    while let Some(length) = blank_at_start(cell) {
        cell = cell.get(length..).unwrap_or_default();
    }
    while let Some(length) = blank_at_end(cell) {
        let end = cell.len() - length;
        cell = cell.get(..end).unwrap_or_default();
    }
    cell
}

/// The length of the blank at the start of a cell.
fn blank_at_start(cell: &[u8]) -> Option<usize> {
    if let [NO_BREAK, ..] = cell {
        return Some(1);
    }
    (1..=3).find(|&length| cell.get(..length).is_some_and(is_one_blank))
}

/// The length of the blank at the end of a cell.
fn blank_at_end(cell: &[u8]) -> Option<usize> {
    let last = |length: usize| cell.get(cell.len().checked_sub(length)?..);
    if let Some(length) = (1..=3).find(|&length| last(length).is_some_and(is_one_blank)) {
        return Some(length);
    }
    let ends_a_letter = (2..=4).any(|length| last(length).is_some_and(is_one_letter));
    (cell.last() == Some(&NO_BREAK) && !ends_a_letter).then_some(1)
}

fn is_one_letter(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok_and(|text| text.chars().count() == 1)
}

fn is_one_blank(bytes: &[u8]) -> bool {
    is_one_letter(bytes) && std::str::from_utf8(bytes).is_ok_and(|text| text.chars().all(is_blank))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_around_a_cell_are_trimmed_in_either_encoding() {
        let cases: [(&[u8], &[u8]); 10] = [
            (b" a ", b"a"),
            (b"\xC2\xA0a\xE2\x80\x8B", b"a"),
            (b" \xE3\x80\x80a b\xEF\xBB\xBF ", b"a b"),
            (b"\xA0a\xA0", b"a"),
            (b"\xC3\xA0", b"\xC3\xA0"),
            (b"caf\xC3\xA9", b"caf\xC3\xA9"),
            (b"caf\xE9", b"caf\xE9"),
            (b"\0a\0", b"a"),
            (b"\xC2\xA0", b""),
            (b"", b""),
        ];
        for (cell, expected) in cases {
            assert_eq!(trimmed_bytes(cell), expected, "{cell:?}");
        }
    }
}
