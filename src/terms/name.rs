//! Names as people read them.

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
    if name.chars().any(char::is_lowercase) {
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
        .filter(|&c| c.is_alphabetic() || c.is_ascii_digit())
        .collect();
    if CAPITALS.contains(&letters.as_str()) || letters.chars().any(|c| c.is_ascii_digit()) {
        return word.to_owned();
    }
    let lower = word.to_lowercase();
    if !first && SMALL.contains(&lower.as_str()) {
        return lower;
    }
    let mut readable = String::with_capacity(word.len());
    let mut starts = true;
    for letter in word.chars() {
        if starts {
            readable.push(letter);
        } else {
            readable.extend(letter.to_lowercase());
        }
        starts =
            matches!(letter, '-' | '(' | '/' | '.' | '&') || (starts && !letter.is_alphabetic());
    }
    readable
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
