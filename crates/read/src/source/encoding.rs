//! Decodes bytes: UTF-8, UTF-16 with or without a mark, otherwise Windows-1252 or MacRoman.

use std::borrow::Cow;

use columns::{Letters, StrayCell};
use records::{DoubtKind, Encoding, Evidence, Grounds, Question, Reading, excerpt};

/// The characters of the bytes 0x80 to 0x9F in Windows-1252. The five undefined bytes are the control characters of the
/// same number, as in the WHATWG's Encoding Standard.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The characters of the bytes 0x80 to 0xFF in MacRoman (the WHATWG's `macintosh`).
const MAC_ROMAN: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

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

/// The beginning of a file: no byte order mark, one, or several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Opening {
    /// The length of the marks, in bytes.
    pub(super) length: usize,
    /// Whether the mark is that of UTF-8.
    pub(super) is_utf8: bool,
    /// The byte order of UTF-16, from its mark or, without one, from the positions of zero bytes.
    pub(super) utf16: Option<Order>,
}

impl Opening {
    /// The beginning of a file, and the bytes after its marks.
    pub(super) fn of(bytes: &[u8]) -> (Self, &[u8]) {
        let (mark, mut rest) = Mark::found_in(bytes);
        let mut length = bytes.len() - rest.len();
        // Some programs put a mark before a text that already has one.
        while let (Some(again), after) = Mark::found_in(rest)
            && Some(again) == mark
        {
            length += again.bytes().len();
            rest = after;
        }
        let opening = Self {
            length,
            is_utf8: mark == Some(Mark::Utf8),
            utf16: match mark {
                Some(Mark::Utf16(order)) => Some(order),
                Some(Mark::Utf8) => None,
                None => unmarked_utf16(rest),
            },
        };
        (opening, rest)
    }
}

/// How many bytes of a file are checked for zeros.
const LOOKED_AT: usize = 4096;

/// The byte order of UTF-16 without a mark: in most characters of a table, the same byte is zero.
fn unmarked_utf16(bytes: &[u8]) -> Option<Order> {
    let start = bytes.get(..LOOKED_AT).unwrap_or(bytes);
    let (pairs, _) = start.as_chunks::<2>();
    let zeros = |of: fn([u8; 2]) -> u8| pairs.iter().filter(|pair| of(**pair) == 0).count();
    let (first, second) = (zeros(|[one, _]| one), zeros(|[_, two]| two));
    let is_most = |zeros: usize| zeros * 2 > pairs.len();
    // Some blanks of other scripts have their zero in the other byte.
    match (is_most(first), is_most(second)) {
        (_, true) if first * 2 < second => Some(Order::LowFirst),
        (true, _) if second * 2 < first => Some(Order::HighFirst),
        _ => None,
    }
}

/// A text with blanks instead of zero bytes, which are invisible and do not belong in text.
pub(super) fn without_zeros(bytes: &[u8]) -> Cow<'_, [u8]> {
    if !bytes.contains(&0) {
        return Cow::Borrowed(bytes);
    }
    let blank = |byte: &u8| if *byte == 0 { b' ' } else { *byte };
    Cow::Owned(bytes.iter().map(blank).collect())
}

/// A byte order mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Utf8,
    Utf16(Order),
}

impl Mark {
    /// The mark at the beginning of a file, and the bytes after it.
    fn found_in(bytes: &[u8]) -> (Option<Self>, &[u8]) {
        const MARKS: [Mark; 3] = [Mark::Utf8, Mark::Utf16(Order::LowFirst), Mark::Utf16(Order::HighFirst)];
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
}

/// UTF-16 of this order.
pub(super) const fn utf16(order: Order) -> Encoding {
    match order {
        Order::LowFirst => Encoding::Utf16LittleEndian,
        Order::HighFirst => Encoding::Utf16BigEndian,
    }
}

/// The text of bytes that are not UTF-16. Valid UTF-8 is read as UTF-8. In a file that is, or should be, UTF-8, invalid
/// bytes are characters of Windows-1252.
pub(super) fn decoded(bytes: &[u8], encoding: Encoding) -> String {
    match encoding {
        Encoding::Windows1252 => bytes.iter().copied().map(windows_1252_letter).collect(),
        Encoding::MacRoman => bytes.iter().copied().map(mac_roman_letter).collect(),
        Encoding::Utf8 | Encoding::Utf16LittleEndian | Encoding::Utf16BigEndian => {
            let mut text = String::with_capacity(bytes.len());
            for chunk in bytes.utf8_chunks() {
                text.push_str(chunk.valid());
                text.extend(chunk.invalid().iter().copied().map(windows_1252_letter));
            }
            text
        }
    }
}

/// The encoding suggested by a file's non-ASCII characters.
#[derive(Debug)]
pub(super) struct Verdict {
    /// The likeliest encoding.
    pub(super) likeliest: Encoding,
    /// Other possible encodings.
    others: Vec<Encoding>,
}

impl Verdict {
    /// The encoding of a file, which may have the mark of UTF-8.
    pub(super) fn of(letters: &Letters, is_marked: bool) -> Self {
        /// Up to this many stray bytes for each UTF-8 character are mistakes in a UTF-8 file.
        const STRAY_FOR_EACH: u64 = 4;
        let only = |likeliest| Self {
            likeliest,
            others: Vec::new(),
        };
        if letters.stray == 0 {
            return only(Encoding::Utf8);
        }
        if is_marked || letters.whole * STRAY_FOR_EACH >= letters.stray {
            return Self {
                likeliest: Encoding::Utf8,
                others: vec![Encoding::Windows1252],
            };
        }
        let windows = plausibility(&letters.cells, windows_1252_letter);
        let mac = plausibility(&letters.cells, mac_roman_letter);
        // The Department and most spreadsheets write Windows-1252. It is assumed if all its characters are plausible.
        let (likeliest, other) = match !windows.is_whole && mac.total > windows.total {
            true => (Encoding::MacRoman, Encoding::Windows1252),
            false => (Encoding::Windows1252, Encoding::MacRoman),
        };
        // If MacRoman's characters are all plausible, it is as good.
        let is_as_good = mac.is_whole && mac.total >= windows.total;
        let may_be_mac = mac.total > 0 && (is_as_good || !windows.is_whole);
        let is_clear = likeliest == Encoding::Windows1252 && !may_be_mac;
        let mut others = Vec::new();
        if !is_clear {
            others.push(other);
        }
        if letters.whole > 0 {
            others.push(Encoding::Utf8);
        }
        Self { likeliest, others }
    }

    /// The chosen encoding if it is possible, otherwise the likeliest.
    pub(super) fn with_choice(&self, chosen: Option<Encoding>) -> Encoding {
        let allowed = chosen.filter(|chosen| self.others.contains(chosen));
        allowed.unwrap_or(self.likeliest)
    }

    /// The open question, if any.
    pub(super) fn question(&self, letters: &Letters) -> Option<Question> {
        if self.others.is_empty() {
            return None;
        }
        let evidence = letters.cells.iter().map(|cell| Evidence {
            line: Some(cell.line),
            column: None,
            value: excerpt(&decoded(&cell.bytes, self.likeliest)),
        });
        Some(Question {
            kind: DoubtKind::Encoding,
            column: None,
            likeliest: Reading::Encoded(self.likeliest),
            others: self.others.iter().copied().map(Reading::Encoded).collect(),
            grounds: Grounds::Assumed,
            evidence: evidence.collect(),
            rows: usize::try_from(letters.lines).unwrap_or(usize::MAX),
            lines: letters.cells.iter().map(|cell| cell.line).collect(),
        })
    }
}

/// How plausible the words are when the bytes are read in some encoding.
struct Plausibility {
    /// The number of plausible characters minus the number of implausible ones.
    total: i64,
    /// Whether no letter is implausible.
    is_whole: bool,
}

fn plausibility(cells: &[StrayCell], letter: fn(u8) -> char) -> Plausibility {
    let mut total = 0;
    let mut is_whole = true;
    for cell in cells {
        let text: Vec<char> = cell.bytes.iter().copied().map(letter).collect();
        // A byte with the same character in both is not evidence.
        let differs = |byte: u8| windows_1252_letter(byte) != mac_roman_letter(byte);
        let beyond = text.iter().zip(&cell.bytes).enumerate();
        let beyond = beyond.filter(|(_, (letter, byte))| !letter.is_ascii() && differs(**byte));
        for (index, (&letter, _)) in beyond {
            let at = |index: Option<usize>| index.and_then(|index| text.get(index).copied());
            let score = plausible_between(at(index.checked_sub(1)), letter, at(Some(index + 1)));
            total += score;
            is_whole &= score >= 0;
        }
    }
    Plausibility { total, is_whole }
}

/// Whether a non-ASCII character is likely between these: 1 if it is, -1 if it is not, 0 if there is no evidence.
fn plausible_between(before: Option<char>, letter: char, after: Option<char>) -> i64 {
    let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphabetic);
    let is_small = |letter: Option<char>| letter.is_some_and(char::is_lowercase);
    let is_capital = |letter: Option<char>| letter.is_some_and(char::is_uppercase);
    match letter {
        '\u{a0}' => i64::from(is_word(before) && is_word(after)),
        // It opens a quotation.
        '\u{2018}' if is_word(before) => 0,
        '\u{2019}' | '\u{2018}' => i64::from(is_word(before) || is_word(after)),
        '\u{2013}' | '\u{2014}' => i64::from(is_word(before) == is_word(after)),
        '\u{201c}' => {
            if is_word(before) {
                -1
            } else {
                1
            }
        }
        '\u{201d}' => {
            if is_word(after) {
                -1
            } else {
                1
            }
        }
        '\u{2026}' | '\u{2022}' => -i64::from(is_word(after)),
        '\u{b0}' => i64::from(before.is_some_and(|before| before.is_ascii_digit())),
        // A word on its own: "St Thomas à Becket".
        'à' | 'À' if !is_word(before) && !is_word(after) => 1,
        // Characters that never occur in names, and symbols that Unicode calls letters.
        'ƒ' | 'ª' | 'º' | 'µ' | 'ı' | 'ﬁ' | 'ﬂ' | 'ˆ' | 'ˇ' | 'Ω' | 'π' | 'Õ' | 'Ð' | 'Þ' => -1,
        _ if letter.is_lowercase() => {
            // "ARTé" is odd, but possible.
            if is_capital(before) && !is_word(after) {
                return 0;
            }
            if (is_capital(before) && is_capital(after)) || !(is_word(before) || is_word(after)) {
                -1
            } else {
                1
            }
        }
        _ if letter.is_uppercase() => {
            if is_small(before) || !(is_word(before) || is_word(after)) {
                -1
            } else {
                1
            }
        }
        _ if is_word(before) && is_word(after) => -1,
        _ => 0,
    }
}

/// Text of UTF-16 without a mark. Half a unit becomes U+FFFD.
pub(super) fn decode_utf16(bytes: &[u8], order: Order) -> String {
    let mut utf16 = Utf16::new(order);
    let mut text = utf16.push(bytes);
    text.push_str(&utf16.finish());
    text
}

/// UTF-16 in pieces of any size.
#[derive(Debug)]
pub(super) struct Utf16 {
    order: Order,
    /// Bytes of an incomplete character: at most three.
    rest: Vec<u8>,
}

impl Utf16 {
    pub(super) const fn new(order: Order) -> Self {
        Self {
            order,
            rest: Vec::new(),
        }
    }

    /// The complete characters.
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

    /// The rest at the end of the file.
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

fn windows_1252_letter(byte: u8) -> char {
    usize::from(byte)
        .checked_sub(0x80)
        .and_then(|index| WINDOWS_1252.get(index).copied())
        .unwrap_or(char::from(byte))
}

fn mac_roman_letter(byte: u8) -> char {
    usize::from(byte)
        .checked_sub(0x80)
        .and_then(|index| MAC_ROMAN.chars().nth(index))
        .unwrap_or(char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The likeliest encoding of a table, and the other possible ones.
    fn verdict(text: &[u8]) -> (Encoding, Vec<Encoding>) {
        let verdict = Verdict::of(&Letters::of(text, b','), false);
        (verdict.likeliest, verdict.others)
    }

    #[test]
    fn bytes_are_letters_of_their_encoding() {
        assert_eq!(decoded(b"ARET\xC9", Encoding::Windows1252), "ARETÉ");
        assert_eq!(decoded("ARETÉ".as_bytes(), Encoding::Utf8), "ARETÉ");
        assert_eq!(decoded(b"\xC3\x89T\xC9", Encoding::Utf8), "ÉTÉ");
        assert_eq!(decoded(b"\x93\x80\x94 \xA3\xFF", Encoding::Windows1252), "“€” £ÿ");
        assert_eq!(decoded(b"CAF\x83 \x8E\xA3\xFF", Encoding::MacRoman), "CAFÉ é£ˇ");
        assert_eq!(MAC_ROMAN.chars().count(), 128);
    }

    #[test]
    fn the_likeliest_encoding_makes_words_of_the_letters() {
        use Encoding::{MacRoman, Utf8, Windows1252};
        let cases: [(&[u8], Encoding, &[Encoding]); 18] = [
            (b"a,b", Utf8, &[]),
            ("ARETÉ".as_bytes(), Utf8, &[]),
            (b"ARET\xC9,ST JOHN\x92S,Ren\xE9e", Windows1252, &[]),
            (b"A \x96 B,\x93Oak\x94 House", Windows1252, &[]),
            (b"CAF\x83 TRUST", MacRoman, &[Windows1252]),
            (b"Caf\x8E,Ren\x8Ee", MacRoman, &[Windows1252]),
            (b"\xC3\x89cole,ARET\xC9", Utf8, &[Windows1252]),
            (b"\xC3\x89A,\xC9B,\xC9C,\xC9D,\xC9E,\xC9F", Windows1252, &[Utf8]),
            (b"10 \xA350", Windows1252, &[]),
            (b"St Thomas \xE0 Becket", Windows1252, &[]),
            (b"North Star 82\xB0", Windows1252, &[]),
            // "NOËL" or "NOÀL", "Mšller" or "Möller", "CÔTE" and no quotation mark.
            (b"NO\xCBL", Windows1252, &[MacRoman]),
            (b"M\x9Aller", Windows1252, &[MacRoman]),
            (b"NO\xCBL,Ren\xE9e", Windows1252, &[]),
            (b"NO\xCBL,St Thomas \xE0 Becket", Windows1252, &[]),
            (b"C\xD4TE", Windows1252, &[]),
            (b"ST JOHN\xD5S", MacRoman, &[Windows1252]),
            (b"OAK\xCATRUST", Windows1252, &[MacRoman]),
        ];
        for (text, likeliest, others) in cases {
            assert_eq!(verdict(text), (likeliest, others.to_vec()), "{text:?}");
        }
    }

    #[test]
    fn marks_are_distinguished_and_may_be_repeated() {
        let of = |length, is_utf8, utf16| Opening { length, is_utf8, utf16 };
        let marks = [
            (&b"\xEF\xBB\xBFA"[..], of(3, true, None)),
            (b"\xEF\xBB\xBF\xEF\xBB\xBFA", of(6, true, None)),
            (b"\xFF\xFEA", of(2, false, Some(Order::LowFirst))),
            (b"\xFE\xFFA", of(2, false, Some(Order::HighFirst))),
            (b"A", Opening::default()),
        ];
        for (bytes, opening) in marks {
            assert_eq!(Opening::of(bytes), (opening, &b"A"[..]));
        }
        let unmarked = [
            (&b"a\0,\0b\0\n\0"[..], Some(Order::LowFirst)),
            (b"\0a\0,\0b\0\n", Some(Order::HighFirst)),
            (b"name\0 of", None),
            (b"", None),
        ];
        for (bytes, order) in unmarked {
            assert_eq!(Opening::of(bytes).0.utf16, order, "{bytes:?}");
        }
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
