//! The displayed names of the demonstration's files.

use std::fmt::Display;

pub(crate) const GROUP_LINKS: &str = "demonstration, group links";

pub(crate) fn trusts(year: impl Display) -> String {
    format!("demonstration, {year}")
}

pub(crate) fn schools(year: impl Display) -> String {
    format!("demonstration, schools {year}")
}
