//! Names as displayed.

use super::letters::{lower_case, short_name};

/// Words that stay in lower case inside a name.
const LOWER_CASE: [&str; 9] = ["of", "and", "the", "for", "in", "at", "with", "on", "to"];

const ABBREVIATIONS: [&str; 12] = [
    "CE", "CIO", "CIT", "COFE", "II", "III", "MAT", "RC", "SEN", "TLC", "UTC", "VI",
];

/// A trust's or school's name for sentences, headings, labels and lists. Many names in the files are in capitals.
///
/// A name in mixed case is left unchanged. An unreasonably long one is shortened; tables show it in full.
///
/// ```
/// use records::terms::readable_name;
/// assert_eq!(readable_name("ARETÉ LEARNING TRUST"), "Areté Learning Trust");
/// assert_eq!(readable_name("KING EDWARD VI ACADEMY TRUST"), "King Edward VI Academy Trust");
/// assert_eq!(readable_name("The Kemnal Academies Trust"), "The Kemnal Academies Trust");
/// ```
#[must_use]
pub fn readable_name(name: &str) -> String {
    full_name(&short_name(name.trim()))
}

/// The same name in full, for downloaded tables and for text that a page shortens itself.
pub fn full_name(name: &str) -> String {
    if name.chars().any(char::is_lowercase) {
        return name.trim().to_owned();
    }
    let mut readable = String::with_capacity(name.len());
    for (index, word) in name.split_whitespace().enumerate() {
        if index > 0 {
            readable.push(' ');
        }
        readable.push_str(&readable_word(word, index == 0));
    }
    readable
}

fn readable_word(word: &str, first: bool) -> String {
    let letters: String = word
        .chars()
        .filter(|&c| c.is_alphabetic() || c.is_ascii_digit())
        .collect();
    if ABBREVIATIONS.contains(&letters.as_str()) || letters.chars().any(|c| c.is_ascii_digit()) {
        return word.to_owned();
    }
    let lower: String = word.chars().map(lower_case).collect();
    if !first && LOWER_CASE.contains(&lower.as_str()) {
        return lower;
    }
    let mut readable = String::with_capacity(word.len());
    let mut starts = true;
    for letter in word.chars() {
        if starts {
            readable.push(letter);
        } else {
            readable.push(lower_case(letter));
        }
        starts = matches!(letter, '-' | '(' | '/' | '.' | '&') || (starts && !letter.is_alphabetic());
    }
    readable
}

#[cfg(test)]
mod tests {
    use super::{full_name, readable_name};
    use crate::terms::letters::MOST_OF_NAME;

    #[test]
    fn names_in_capitals_become_readable() {
        for (published, shown) in [
            ("E-ACT", "E-Act"),
            ("GIRLS' LEARNING TRUST", "Girls' Learning Trust"),
            (
                "TWYFORD CHURCH OF ENGLAND ACADEMIES TRUST",
                "Twyford Church of England Academies Trust",
            ),
            ("THE TED WRAGG MULTI ACADEMY TRUST", "The Ted Wragg Multi Academy Trust"),
            ("LOXFORD SCHOOL TRUST LIMITED", "Loxford School Trust Limited"),
            ("  ST  MARY'S (CE)  ", "St Mary's (CE)"),
            ("", ""),
        ] {
            assert_eq!(readable_name(published), shown);
            assert_eq!(full_name(published), shown);
        }
    }

    #[test]
    fn an_unreasonably_long_name_is_shortened_except_in_full_names() {
        let long = "AREA ".repeat(20_000);
        let short = readable_name(&long);
        assert_eq!(short.chars().count(), MOST_OF_NAME);
        assert!(short.starts_with("Area Area") && short.ends_with('\u{2026}'));
        assert_eq!(full_name(&long), "Area ".repeat(20_000).trim());
    }
}
