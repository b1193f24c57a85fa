//! The regional gap chart.

use records::terms::{Figure, Measure, Unit, listed};

use crate::chart::words::PUPIL_SAMPLING_ONLY;

/// The measure, the pupils and the regional rule.
pub(crate) fn subtitle(measure: Measure, rule: &str) -> String {
    let (measure, rule) = (measure.description("pupils"), rule.to_ascii_lowercase());
    format!("{measure}: {rule}, by lead region")
}

pub(crate) fn caption(subtitle: &str, level: &str) -> String {
    format!("{subtitle}. {level} intervals: {PUPIL_SAMPLING_ONLY}.")
}

pub(crate) const DISADVANTAGED: &str = "Disadvantaged pupils";

pub(crate) const OTHERS: &str = "Other pupils";

/// The difference between these two.
pub(crate) const BETWEEN: &str = "Gap";

pub(crate) const WITH_BOTH: &str = "Trusts with both figures";

/// The noun for the rows that it is ranked among.
pub(crate) const GAP: &str = "gap";

pub(crate) const NO_FIGURE: &str = "no figure";

/// The unit for a column heading.
pub(crate) const fn unit_name(unit: Unit) -> &'static str {
    match unit {
        Unit::Percent => "%",
        Unit::Points | Unit::AveragePoints | Unit::OwnPoints => "points",
        Unit::Grades => "grades",
    }
}

pub(crate) const NO_REGIONAL_GAP: &str =
    "No regional gap can be worked out: the file does not give each trust\u{2019}s pupils";

pub(crate) const NONE_PUBLISHED: &str = "No region has published figures for both groups of pupils";

pub(crate) fn only_gap(region: &str, gap: Figure) -> String {
    format!("The gap in {region} is {}", gap.as_difference())
}

pub(crate) fn same_gap(gap: Figure) -> String {
    format!("The gap is the same in every region, {}", gap.as_difference())
}

pub(crate) const NO_GAP: &str = "Other pupils do not do better than disadvantaged pupils in any region";

/// The regions with the smallest gap and those with the widest.
pub(crate) fn gaps((smallest, small): (&[&str], Figure), (widest, wide): (&[&str], Figure)) -> String {
    format!(
        "The gap is smallest in {}, {}, and widest in {}, {}",
        listed(smallest),
        small.as_difference(),
        listed(widest),
        wide.plain()
    )
}
