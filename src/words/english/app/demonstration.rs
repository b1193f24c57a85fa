//! The demonstration as loaded files, in steps.

use std::fmt::Display;

pub(crate) const DEMONSTRATION_GROUP_LINKS: &str = "demonstration, group links";

pub(crate) fn demonstration_trusts(year: impl Display) -> String {
    format!("demonstration, {year}")
}

pub(crate) fn demonstration_schools(year: impl Display) -> String {
    format!("demonstration, schools {year}")
}
