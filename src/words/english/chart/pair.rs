//! Two trusts of a family: distinguishable or not.

use crate::terms::counted;

use super::compared::apart;

/// The two trusts with their figures, the family that they are of, and their difference with its unit and its interval.
pub(crate) fn pair(
    [one, two]: [&str; 2],
    is_distinguishable: bool,
    (level, family): (&str, &str),
    (difference, unit): (&str, &str),
    [low, high]: [&str; 2],
) -> String {
    let told_apart = apart(is_distinguishable);
    format!(
        "{one} and {two}: {told_apart} at {level} among {family}: the difference is {difference} {unit}, between {low} \
         and {high}"
    )
}

pub(crate) fn chosen_trusts(count: usize) -> String {
    format!("the {}", counted(count, "chosen trust"))
}

/// "the South West's 28 trusts".
pub(crate) fn trusts_of(whose: &str, count: usize) -> String {
    format!("{whose} {}", counted(count, "trust"))
}
