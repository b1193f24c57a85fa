//! Intervals.

use records::terms::Unit;

/// "30 to 38".
pub(crate) fn from_to(low: &str, high: &str) -> String {
    format!("{low} to {high}")
}

/// "30% to 38%", "44.1 to 48.0 points".
pub(crate) fn with_unit(low: &str, high: &str, unit: Unit) -> String {
    match unit {
        Unit::Percent => format!("{low}% to {high}%"),
        Unit::Grades => format!("{low} to {high} grades"),
        Unit::Points | Unit::AveragePoints | Unit::OwnPoints => {
            format!("{low} to {high} points")
        }
    }
}

/// "95% interval 26% to 34%".
pub(crate) fn interval(level: &str, ends: &str) -> String {
    format!("{level} interval {ends}")
}

pub(crate) const NO_INTERVAL: &str = "no interval";

/// What an interval is called: "95% interval".
pub(crate) fn both(level: &str) -> String {
    format!("{level} interval")
}

/// The column heading for an interval's lower end.
pub(crate) fn low(level: &str) -> String {
    format!("{level} low")
}

/// The column heading for its upper end.
pub(crate) fn high(level: &str) -> String {
    format!("{level} high")
}
