//! From bytes to text: UTF-8, UTF-16 with a byte order mark, else Windows-1252.

use borsh::{BorshDeserialize, BorshSerialize};

/// How a file's letters are written as bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, BorshSerialize, BorshDeserialize)]
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

/// The order of the two bytes of a UTF-16 unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    LowFirst,
    HighFirst,
}

impl Order {
    fn unit(self, pair: [u8; 2]) -> u16 {
        match self {
            Self::LowFirst => u16::from_le_bytes(pair),
            Self::HighFirst => u16::from_be_bytes(pair),
        }
    }
}

/// A byte order mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Utf8,
    Utf16(Order),
}

impl Mark {
    /// The mark at the beginning of a file, and what follows it.
    pub(super) fn found_in(bytes: &[u8]) -> (Option<Self>, &[u8]) {
        const MARKS: [Mark; 3] = [
            Mark::Utf8,
            Mark::Utf16(Order::LowFirst),
            Mark::Utf16(Order::HighFirst),
        ];
        MARKS
            .into_iter()
            .find_map(|mark| Some((Some(mark), bytes.strip_prefix(mark.bytes())?)))
            .unwrap_or((None, bytes))
    }

    const fn bytes(self) -> &'static [u8] {
        match self {
            Self::Utf8 => &[0xEF, 0xBB, 0xBF],
            Self::Utf16(Order::LowFirst) => &[0xFF, 0xFE],
            Self::Utf16(Order::HighFirst) => &[0xFE, 0xFF],
        }
    }

    pub(super) const fn len(self) -> usize {
        self.bytes().len()
    }
}

impl Encoding {
    pub(super) const fn of_utf16(order: Order) -> Self {
        match order {
            Order::LowFirst => Self::Utf16LittleEndian,
            Order::HighFirst => Self::Utf16BigEndian,
        }
    }
}

/// Text of a file without a byte order mark: UTF-8, else Windows-1252, in which every byte is a
/// letter, so that nothing fails.
pub(super) fn decode(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => decode_windows_1252(bytes),
    }
}

/// Text of UTF-16 without its mark; half a unit becomes U+FFFD.
pub(super) fn decode_utf16(bytes: &[u8], order: Order) -> String {
    let mut utf16 = Utf16::new(order);
    let mut text = utf16.push(bytes);
    text.push_str(&utf16.finish());
    text
}

/// UTF-16 as it comes, in pieces of any size.
#[derive(Debug)]
pub(super) struct Utf16 {
    order: Order,
    /// Bytes whose letter is not whole: at most three.
    rest: Vec<u8>,
}

impl Utf16 {
    pub(super) const fn new(order: Order) -> Self {
        Self {
            order,
            rest: Vec::new(),
        }
    }

    /// The letters that are whole.
    pub(super) fn push(&mut self, bytes: &[u8]) -> String {
        let mut all = std::mem::take(&mut self.rest);
        all.extend_from_slice(bytes);
        let mut whole = all.len() - all.len() % 2;
        let last = whole.checked_sub(2).and_then(|at| all.get(at..whole));
        if let Some(&[one, two]) = last
            && (0xD800..0xDC00).contains(&self.order.unit([one, two]))
        {
            // The first half of a letter outside the basic plane.
            whole -= 2;
        }
        self.rest = all.split_off(whole);
        self.text(&all)
    }

    /// What is left when nothing more comes.
    pub(super) fn finish(self) -> String {
        self.text(&self.rest)
    }

    fn text(&self, bytes: &[u8]) -> String {
        let units = bytes.chunks(2).map(|pair| match *pair {
            [one, two] => self.order.unit([one, two]),
            _ => 0xFFFD,
        });
        char::decode_utf16(units)
            .map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect()
    }
}

/// Text of Windows-1252.
pub(super) fn decode_windows_1252(bytes: &[u8]) -> String {
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

    #[test]
    fn text_is_utf_8_or_else_windows_1252() {
        assert_eq!(decode(b"ARET\xC9"), "ARETÉ");
        assert_eq!(decode("ARETÉ".as_bytes()), "ARETÉ");
        assert_eq!(decode(b"\x93\x80\x94 \xA3\xFF"), "“€” £ÿ");
    }

    #[test]
    fn marks_are_told_apart() {
        let marks = [
            (&b"\xEF\xBB\xBFA"[..], Some(Mark::Utf8)),
            (b"\xFF\xFEA", Some(Mark::Utf16(Order::LowFirst))),
            (b"\xFE\xFFA", Some(Mark::Utf16(Order::HighFirst))),
        ];
        for (bytes, mark) in marks {
            assert_eq!(Mark::found_in(bytes), (mark, &b"A"[..]));
        }
        assert_eq!(Mark::found_in(b"A"), (None, &b"A"[..]));
    }

    #[test]
    fn utf_16_is_the_same_in_pieces_of_any_size() {
        let text = "AÉ\u{1F600}b\u{FFFD}";
        let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for size in 1..=bytes.len() {
            let mut utf16 = Utf16::new(Order::LowFirst);
            let mut read: String = bytes.chunks(size).map(|piece| utf16.push(piece)).collect();
            read.push_str(&utf16.finish());
            assert_eq!(read, text, "in pieces of {size}");
        }
        assert_eq!(decode_utf16(b"A\0\xC9", Order::LowFirst), "A\u{FFFD}");
        assert_eq!(decode_utf16(b"\0A\0\xC9", Order::HighFirst), "AÉ");
        assert_eq!(
            decode_utf16(b"\0\xD8A\0", Order::LowFirst),
            "\u{FFFD}A",
            "half a letter"
        );
    }
}
