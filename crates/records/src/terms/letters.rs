//! Folding text for searches, and shortening it.

use std::borrow::Cow;

use crate::grammar::AND;
pub use crate::grammar::{with_capital, with_small};

/// Folds a text for searching: in lower case, without accents, apostrophes and full stops, with "and" for "&" and a
/// single blank for any other punctuation. "ST. JOHN\u{2019}S" and "st johns" are the same, and so are "Oak & Ash" and
/// "oak and ash", however accents are encoded.
///
/// Every search uses this function for both the search term and the text.
///
/// ```
/// use records::terms::folded;
/// assert_eq!(folded("\u{c9}LAN St. Mary\u{2019}s &  Oak"), "elan st marys and oak");
/// assert_eq!(folded("E\u{301}lan"), folded("\u{c9}lan"));
/// ```
#[must_use]
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut word = |letters: &str| {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(letters);
    };
    // An accent may be a separate character after its letter.
    let letters = text.chars().filter(|letter| !ACCENTS.contains(letter));
    let plain: String = letters.map(|letter| without_accent(lower_case(letter))).collect();
    let plain = plain.replace(['\'', '\u{2019}', '\u{2018}', '`', '.'], "");
    plain
        .replace('&', &format!(" {AND} "))
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .for_each(&mut word);
    folded
}

/// The lower case of a letter of Windows-1252, the published files' encoding. The standard library's table of all
/// scripts would add 3 KB to the download.
pub(crate) fn lower_case(letter: char) -> char {
    match letter {
        'À'..='Ö' | 'Ø'..='Þ' => char::from_u32(u32::from(letter) + 0x20).unwrap_or(letter),
        'Š' => 'š',
        'Ž' => 'ž',
        'Œ' => 'œ',
        'Ÿ' => 'ÿ',
        other => other.to_ascii_lowercase(),
    }
}

/// Combining accents.
const ACCENTS: std::ops::RangeInclusive<char> = '\u{300}'..='\u{36f}';

/// A lower-case letter of Windows-1252, the published files' encoding, without its accent.
const fn without_accent(letter: char) -> char {
    match letter {
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' | 'ø' => 'o',
        'š' => 's',
        'ù'..='ü' => 'u',
        'ý' | 'ÿ' => 'y',
        'ž' => 'z',
        other => other,
    }
}

/// A text of at most this many characters. A longer text is cut and ends with an ellipsis.
pub fn shortened(text: &str, most: usize) -> Cow<'_, str> {
    match text.char_indices().nth(most) {
        None => Cow::Borrowed(text),
        Some(_) => {
            let letters = text.chars().take(most.saturating_sub(1));
            Cow::Owned(letters.chain(['\u{2026}']).collect())
        }
    }
}

/// The most characters of a name that are shown. No trust or school has a longer name, but a broken file can have very
/// long cells.
pub const MOST_OF_NAME: usize = 120;

/// A name as in the file, shortened if it is unreasonably long.
pub fn short_name(name: &str) -> Cow<'_, str> {
    shortened(name, MOST_OF_NAME)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_too_long_is_shortened() {
        for (text, expected) in [
            ("", ""),
            ("Areté", "Areté"),
            ("Areté!", "Aret\u{2026}"),
            ("ÉÉÉÉÉÉÉ", "ÉÉÉÉ\u{2026}"),
        ] {
            assert_eq!(shortened(text, 5), expected);
        }
    }
}
