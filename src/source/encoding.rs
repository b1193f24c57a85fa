//! From bytes to text: UTF-8, UTF-16 with a byte order mark, else Windows-1252.

use std::borrow::Cow;

/// How a file's letters are written as bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16 with a byte order mark, low byte first.
    Utf16LittleEndian,
    /// UTF-16 with a byte order mark, high byte first.
    Utf16BigEndian,
    /// Windows-1252, as many of the Department's files are.
    Windows1252,
}

impl Encoding {
    /// The name that people know it by.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16LittleEndian | Self::Utf16BigEndian => "UTF-16",
            Self::Windows1252 => "Windows-1252",
        }
    }
}

/// The letters of the bytes 0x80 to 0x9F in Windows-1252; the five that it leaves free stand for
/// the control characters of the same number, as the WHATWG's Encoding Standard has it.
/// A table, because a general decoder would add 127 KB to the page.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Decodes bytes to text without a byte order mark.
///
/// UTF-8 text is borrowed. Nothing fails: bytes that are no UTF-8 are Windows-1252, in which every
/// byte is a letter; half a UTF-16 unit becomes U+FFFD.
pub(super) fn decode(bytes: &[u8]) -> (Cow<'_, str>, Encoding) {
    if let Some(rest) = bytes.strip_prefix(&[0xFF, 0xFE]) {
        let text = decode_utf16(rest, u16::from_le_bytes);
        return (Cow::Owned(text), Encoding::Utf16LittleEndian);
    }
    if let Some(rest) = bytes.strip_prefix(&[0xFE, 0xFF]) {
        let text = decode_utf16(rest, u16::from_be_bytes);
        return (Cow::Owned(text), Encoding::Utf16BigEndian);
    }
    let unmarked = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
    match std::str::from_utf8(unmarked) {
        Ok(text) => (Cow::Borrowed(text), Encoding::Utf8),
        Err(_) => (
            Cow::Owned(decode_windows_1252(unmarked)),
            Encoding::Windows1252,
        ),
    }
}

fn decode_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks(2).map(|pair| match *pair {
        [one, two] => unit([one, two]),
        _ => 0xFFFD,
    });
    char::decode_utf16(units)
        .map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

fn decode_windows_1252(bytes: &[u8]) -> String {
    bytes
        .iter()
        .map(|&byte| windows_1252_letter(byte))
        .collect()
}

fn windows_1252_letter(byte: u8) -> char {
    usize::from(byte)
        .checked_sub(0x80)
        .and_then(|place| WINDOWS_1252.get(place).copied())
        .unwrap_or(char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> (String, Encoding) {
        let (text, encoding) = decode(bytes);
        (text.into_owned(), encoding)
    }

    #[test]
    fn every_encoding_is_told_apart() {
        assert_eq!(
            decoded(b"ARET\xC9"),
            ("ARETÉ".into(), Encoding::Windows1252)
        );
        assert_eq!(
            decoded("ARETÉ".as_bytes()),
            ("ARETÉ".into(), Encoding::Utf8)
        );
        assert_eq!(
            decoded(b"\xEF\xBB\xBFARET\xC3\x89"),
            ("ARETÉ".into(), Encoding::Utf8)
        );
        assert_eq!(
            decoded(b"\xFF\xFEA\0\xC9\0"),
            ("AÉ".into(), Encoding::Utf16LittleEndian)
        );
        assert_eq!(
            decoded(b"\xFE\xFF\0A\0\xC9"),
            ("AÉ".into(), Encoding::Utf16BigEndian)
        );
        assert_eq!(
            decoded(b"\xFF\xFEA\0\xC9"),
            ("A\u{FFFD}".into(), Encoding::Utf16LittleEndian)
        );
    }

    #[test]
    fn windows_1252_has_its_own_quotes_and_the_letters_of_latin_1() {
        assert_eq!(decoded(b"\x93\x80\x94 \xA3\xFF").0, "“€” £ÿ");
    }
}
