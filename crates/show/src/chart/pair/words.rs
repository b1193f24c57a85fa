//! Two trusts of a family: distinguishable or not.

use records::terms::counted;

use crate::chart::compared::words::apart;

/// The two trusts with their figures, the family that they are of, and their difference with its unit and its
/// interval.
pub(crate) fn pair(
    [one, two]: [&str; 2],
    is_distinguishable: bool,
    (level, family): (&str, &str),
    (difference, unit): (&str, &str),
    [low, high]: [&str; 2],
) -> String {
    let apart = apart(is_distinguishable);
    format!(
        "{one} and {two}: {apart} at {level} among {family}. The difference is {difference} {unit} (from {low} to {high})"
    )
}

pub(crate) fn chosen_trusts(count: usize) -> String {
    format!("the {}", counted(count, "chosen trust"))
}

/// "the South West's 28 trusts".
pub(crate) fn trusts_of(whose: &str, count: usize) -> String {
    format!("{whose} {}", counted(count, "trust"))
}
