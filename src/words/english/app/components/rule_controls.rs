//! The rules behind a trust's figure.

use crate::terms::DayOfYear;

pub(crate) const RULES: &str = "Rules";
pub(crate) const MONTH: &str = "Joined by: month";
pub(crate) const DAY: &str = "Joined by: day";

/// The month in which a day lies.
pub(crate) fn month(day: DayOfYear) -> String {
    let words = day.to_string();
    let name = words.split_once(' ').map_or("", |(_, name)| name);
    name.to_owned()
}
