//! The rules under which figures were made, one by one.

use crate::method::weighting::Weight;
use crate::terms::SchoolTypes;
use crate::terms::letters::with_capital;

pub(crate) const MEASURE: &str = "Measure";

pub(crate) const PUPILS: &str = "Pupils";

/// What stands for the pupils where the gap is looked at.
pub(crate) const GAP: &str = "The gap: other pupils less disadvantaged pupils";

pub(crate) const REGIONAL: &str = "A region\u{2019}s figure";

pub(crate) const BASIS: &str = "A trust\u{2019}s figure";

pub(crate) const FEWEST_SCHOOLS: &str = "Fewest schools of a trust";

pub(crate) const LEVEL: &str = "Level of intervals";

pub(crate) const RANGES: &str = "Ranges of ranks";

pub(crate) const ASSUMED_SPREAD: &str = "Assumed standard deviation of pupils";

pub(crate) fn spread(sd: &str) -> String {
    format!("{sd} points")
}

pub(crate) const WEIGHT: &str = "A school\u{2019}s weight";

pub(crate) const FEWEST_YEARS: &str = "Fewest years of a school in its trust";

pub(crate) const CUT_OFF: &str = "Joined by, to count from that year";

pub(crate) const TYPES: &str = "Types of school that count";

pub(crate) const MISSING: &str = "A school without a value";

/// The weight and its cap.
pub(crate) fn weight(weight: Weight) -> String {
    let name = Weight::KINDS
        .into_iter()
        .find(|(key, _)| *key == weight.key())
        .map_or("", |(_, name)| name);
    match weight {
        Weight::PupilsYears { cap: Some(cap) } => format!("{name}, at most {cap}"),
        Weight::PupilsYears { cap: None } => format!("{name}, however many"),
        Weight::Pupils | Weight::Equal => name.to_owned(),
    }
}

/// "Sponsored academy, converter academy".
pub(crate) fn types(types: SchoolTypes) -> String {
    let counting = SchoolTypes::CHOICES
        .into_iter()
        .filter(|(of, _)| types.count(*of));
    let names: Vec<&str> = counting
        .map(|(of, _)| {
            let name = of.in_sentence();
            name.strip_prefix("a ").unwrap_or(name)
        })
        .collect();
    if names.is_empty() {
        return "None".to_owned();
    }
    with_capital(&names.join(", "))
}
