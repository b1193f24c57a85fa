//! What a sentence needs of grammar: plurals, lists, capitals.

use crate::terms::letters::{capital, small};

/// What "&" stands for in a name.
pub(crate) const AND: &str = "and";

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

/// A text with its first letter as a capital.
pub(crate) fn with_capital(text: &str) -> String {
    with_first(text, capital)
}

/// A text with its first letter small.
pub(crate) fn with_small(text: &str) -> String {
    with_first(text, small)
}

fn with_first(text: &str, change: fn(char) -> char) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map(change)
        .into_iter()
        .chain(letters)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_letter_alone_changes() {
        assert_eq!(with_capital("the South West"), "The South West");
        assert_eq!(with_small("Élan"), "élan");
        assert_eq!(with_capital(""), "");
    }
}
