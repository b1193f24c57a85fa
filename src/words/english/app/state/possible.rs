//! Rules that the files cannot follow give way, and the user is told.

use std::fmt::Display;

pub(crate) fn no_column_for(lacking: impl Display) -> String {
    format!("no column for {lacking}")
}

pub(crate) fn not_for(measure: impl Display, lacking: impl Display) -> String {
    format!("{measure} not for \u{201c}{lacking}\u{201d}")
}

pub(crate) fn what_regional_figure_needs(lacking: impl Display) -> String {
    format!("what the regional figure \u{201c}{lacking}\u{201d} needs")
}

pub(crate) fn the(default: impl Display) -> String {
    format!("the {default}")
}

pub(crate) fn shown_instead(
    files: impl Display,
    verb: impl Display,
    lacking: impl Display,
    instead: impl Display,
) -> String {
    format!("{files} {verb} {lacking}: {instead} is shown instead.")
}
