//! Grammar for sentences: plurals, lists, capitals.

use crate::terms::letters::lower_case;

/// The word for "&" in a name.
pub(crate) const AND: &str = "and";

/// A count with its noun: "1 trust", "3 trusts".
#[must_use]
pub fn counted(count: usize, noun: &str) -> String {
    match count {
        1 => format!("1 {noun}"),
        _ => format!("{} {}", grouped(count), plural(noun)),
    }
}

/// The plural of a noun: "trusts", "authorities", but "days".
pub fn plural(noun: &str) -> String {
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ => format!("{noun}s"),
    }
}

/// All of several things: "both regions", "all 4 regions".
pub fn all_of(count: usize, noun: &str) -> String {
    match count {
        2 => format!("both {noun}s"),
        _ => format!("all {}", counted(count, noun)),
    }
}

/// An integer with commas between thousands, as British readers expect.
///
/// ```
/// use records::terms::{counted, grouped};
/// assert_eq!(grouped(1_234_567), "1,234,567");
/// assert_eq!(counted(2, "authority"), "2 authorities");
/// ```
#[must_use]
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// "London", "London and the South West", "London, the North East and the South West".
///
/// ```
/// assert_eq!(records::terms::listed(&["a.csv", "b.csv", "c.csv"]), "a.csv, b.csv and c.csv");
/// ```
#[must_use]
pub fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}

/// "1st", "22nd".
pub fn ordinal(number: usize) -> String {
    let ending = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{}{ending}", grouped(number))
}

/// A rank, which may be shared: "first", "joint first", "joint 3rd".
pub fn in_order(rank: usize, is_joint: bool) -> String {
    let joint = if is_joint { "joint " } else { "" };
    match rank {
        1 => format!("{joint}first"),
        _ => format!("{joint}{}", ordinal(rank)),
    }
}

/// A text with a capital first letter.
pub fn with_capital(text: &str) -> String {
    with_first(text, |letter| letter.to_ascii_uppercase())
}

/// A text with a lower-case first letter.
pub fn with_small(text: &str) -> String {
    with_first(text, lower_case)
}

fn with_first(text: &str, change: fn(char) -> char) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(change).into_iter();
    first.chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_are_ordinals_and_say_when_they_are_shared() {
        for (rank, is_joint, words) in [
            (1, false, "first"),
            (1, true, "joint first"),
            (2, false, "2nd"),
            (3, true, "joint 3rd"),
            (11, false, "11th"),
            (112, true, "joint 112th"),
            (1022, false, "1,022nd"),
        ] {
            assert_eq!(in_order(rank, is_joint), words);
        }
    }

    #[test]
    fn only_the_first_letter_changes() {
        assert_eq!(with_capital("the South West"), "The South West");
        assert_eq!(with_small("Élan"), "élan");
        assert_eq!(with_capital(""), "");
    }
}
