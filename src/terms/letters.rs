//! Small and capital letters of English and of Western Europe's names (ASCII and Latin-1).
//!
//! The standard library's tables for every script hold some 24 KB before compression, and the
//! published files are in Windows-1252.

use std::borrow::Cow;

use crate::words::grammar::AND;
pub(crate) use crate::words::grammar::{with_capital, with_small};

/// The small form of a letter.
pub(crate) fn small(letter: char) -> char {
    match letter {
        'À'..='Ö' | 'Ø'..='Þ' => char::from_u32(letter as u32 + 0x20).unwrap_or(letter),
        other => other.to_ascii_lowercase(),
    }
}

/// The capital form of a letter.
pub(crate) fn capital(letter: char) -> char {
    match letter {
        'à'..='ö' | 'ø'..='þ' => char::from_u32(letter as u32 - 0x20).unwrap_or(letter),
        other => other.to_ascii_uppercase(),
    }
}

/// Whether it is a letter; everything beyond ASCII is taken for one but for signs of Latin-1.
pub(crate) const fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphabetic() || letter as u32 >= 0xC0
}

/// A text in small letters.
pub(crate) fn in_small(text: &str) -> String {
    text.chars().map(small).collect()
}

/// A text as it is searched for: in small letters, without accents, apostrophes and full stops, with "and" for
/// "&" and single blanks for all other signs. "ST. JOHN\u{2019}S" and "st johns" are the same, and so are "Oak & Ash" and
/// "oak and ash", however an accent is encoded.
///
/// Every search folds both what it looks for and what it looks in by this function.
///
/// ```
/// use trust_gap::terms::folded;
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
    // An accent may follow its letter as a sign of its own.
    let letters = text.chars().filter(|letter| !ACCENTS.contains(letter));
    let plain: String = letters.map(|letter| plain(small(letter))).collect();
    let plain = plain.replace(['\'', '\u{2019}', '\u{2018}', '`', '.'], "");
    plain
        .replace('&', &format!(" {AND} "))
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .for_each(&mut word);
    folded
}

/// Accents that follow their letters.
const ACCENTS: std::ops::RangeInclusive<char> = '\u{300}'..='\u{36f}';

/// A small letter of Windows-1252, in which the published files are, without its accent.
const fn plain(letter: char) -> char {
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

/// A text of at most so many letters, the last of them an ellipsis where it is longer.
pub(crate) fn shortened(text: &str, most: usize) -> Cow<'_, str> {
    match text.char_indices().nth(most) {
        None => Cow::Borrowed(text),
        Some(_) => {
            let letters = text.chars().take(most.saturating_sub(1));
            Cow::Owned(letters.chain(['\u{2026}']).collect())
        }
    }
}

/// Letters of a name that are shown: no trust or school has a name so long, but a cell can be a whole file gone astray.
pub(crate) const MOST_OF_NAME: usize = 120;

/// A name as it stands in a file, shortened where it is longer than any should be.
pub(crate) fn short_name(name: &str) -> Cow<'_, str> {
    shortened(name, MOST_OF_NAME)
}

/// Whether a text has a part. The standard library's search is made for long texts, and takes 3 KB.
pub(crate) fn has_part(text: &str, part: &str) -> bool {
    (0..=text.len()).any(|place| {
        text.as_bytes()
            .get(place..)
            .is_some_and(|rest| rest.starts_with(part.as_bytes()))
    })
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

    #[test]
    fn a_part_is_found_as_by_the_standard_library() {
        for text in ["", "a", "ab", "aab", "free school", "Areté"] {
            for part in ["", "a", "ab", "b", "school", "schools", "é"] {
                assert_eq!(
                    has_part(text, part),
                    text.contains(part),
                    "{part} in {text}"
                );
            }
        }
    }

    #[test]
    fn the_letters_of_latin_1_change_as_in_unicode() {
        for letter in (0..=0xFF_u8)
            .map(char::from)
            .filter(|letter| !matches!(letter, 'ß' | 'µ' | 'ÿ'))
        {
            assert_eq!(small(letter).to_string(), letter.to_lowercase().to_string());
            assert_eq!(
                capital(letter).to_string(),
                letter.to_uppercase().to_string()
            );
        }
        assert_eq!(in_small("ARETÉ"), "areté");
    }
}
