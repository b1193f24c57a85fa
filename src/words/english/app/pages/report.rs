//! A report: one trust, region or area as a page made for printing and for saving as PDF.

use std::fmt::Display;

use crate::words::export::svg::made_on;

pub(crate) const NO_REPORT: &str = "No report";
pub(crate) const NO_SUCH_TRUST_OR_AREA: &str = "No eligible trust has this number or name under the rules in force, or no area of yours is the one of this \
                     link.";
pub(crate) const ABOUT_WHAT: &str =
    "A report is about one region, area or trust: open it from there.";
pub(crate) const PRINT: &str = "Print or save as PDF";
pub(crate) const CAUTIONS: &str = "To be read with this";
pub(crate) const RULES_IN_FORCE: &str = "Rules in force";
pub(crate) const FILES: &str = "Files";

pub(crate) fn source_line(source: &str, day: &str) -> String {
    format!("{source} {}", made_on(day))
}

pub(crate) fn last_changed_on(day: impl Display) -> String {
    format!(", last changed on {day}")
}

pub(crate) fn fingerprint(of: impl Display) -> String {
    format!(", fingerprint {of}")
}
