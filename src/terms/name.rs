//! Names as people read them.

use super::letters::{capital, in_small, is_letter};

/// Words that stay small inside a name.
const SMALL: [&str; 9] = ["of", "and", "the", "for", "in", "at", "with", "on", "to"];

/// Words that are letters, not words.
const CAPITALS: [&str; 12] = [
    "CE", "CIO", "CIT", "COFE", "II", "III", "MAT", "RC", "SEN", "TLC", "UTC", "VI",
];

/// A trust's name for the page: the files print many in capitals.
///
/// A name that already mixes cases is left as it is.
///
/// ```
/// use trust_gap::terms::readable_name;
/// assert_eq!(readable_name("ARETÉ LEARNING TRUST"), "Areté Learning Trust");
/// assert_eq!(readable_name("KING EDWARD VI ACADEMY TRUST"), "King Edward VI Academy Trust");
/// assert_eq!(readable_name("The Kemnal Academies Trust"), "The Kemnal Academies Trust");
/// ```
#[must_use]
pub fn readable_name(name: &str) -> String {
    if name.chars().any(|letter| capital(letter) != letter) {
        return name.trim().to_owned();
    }
    let mut readable = String::with_capacity(name.len());
    for (place, word) in name.split_whitespace().enumerate() {
        if place > 0 {
            readable.push(' ');
        }
        readable.push_str(&readable_word(word, place == 0));
    }
    readable
}

fn readable_word(word: &str, first: bool) -> String {
    let letters: String = word
        .chars()
        .filter(|&c| is_letter(c) || c.is_ascii_digit())
        .collect();
    if CAPITALS.contains(&letters.as_str()) || letters.chars().any(|c| c.is_ascii_digit()) {
        return word.to_owned();
    }
    let lower = in_small(word);
    if !first && SMALL.contains(&lower.as_str()) {
        return lower;
    }
    let mut readable = String::with_capacity(word.len());
    let mut starts = true;
    for letter in lower.chars() {
        if starts {
            readable.push(capital(letter));
        } else {
            readable.push(letter);
        }
        starts = matches!(letter, '-' | '(' | '/' | '.' | '&') || (starts && !is_letter(letter));
    }
    readable
}

/// A count with its noun: "1 trust", "3 trusts".
#[must_use]
pub fn counted(count: usize, noun: &str) -> String {
    let count_in_words = grouped(count);
    match (count, noun.strip_suffix('y')) {
        (1, _) => format!("{count_in_words} {noun}"),
        // Authorities, but days.
        (_, Some(stem)) if !stem.ends_with(['a', 'e', 'o', 'u']) => {
            format!("{count_in_words} {stem}ies")
        }
        _ => format!("{count_in_words} {noun}s"),
    }
}

/// A whole number with commas between thousands, as British readers expect.
///
/// ```
/// use trust_gap::terms::{counted, grouped};
/// assert_eq!(grouped(1_234_567), "1,234,567");
/// assert_eq!(counted(2, "authority"), "2 authorities");
/// ```
#[must_use]
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// "London", "London and the South West", "London, the North East and the South West".
///
/// ```
/// assert_eq!(trust_gap::terms::listed(&["a.csv", "b.csv", "c.csv"]), "a.csv, b.csv and c.csv");
/// ```
#[must_use]
pub fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::readable_name;

    #[test]
    fn names_in_capitals_become_readable() {
        for (published, shown) in [
            ("E-ACT", "E-Act"),
            ("GIRLS' LEARNING TRUST", "Girls' Learning Trust"),
            (
                "TWYFORD CHURCH OF ENGLAND ACADEMIES TRUST",
                "Twyford Church of England Academies Trust",
            ),
            (
                "THE TED WRAGG MULTI ACADEMY TRUST",
                "The Ted Wragg Multi Academy Trust",
            ),
            (
                "LOXFORD SCHOOL TRUST LIMITED",
                "Loxford School Trust Limited",
            ),
            ("  ST  MARY'S (CE)  ", "St Mary's (CE)"),
            ("", ""),
        ] {
            assert_eq!(readable_name(published), shown);
        }
    }
}
