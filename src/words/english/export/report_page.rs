//! A printable report.

use crate::method::Rank;
use crate::terms::Region;

/// What must stand beside every comparison of trusts.
pub(crate) const NOT_TO_CONCLUDE: &str = "A trust ranked above another need not teach better: intakes, contexts and selection \
    differ, and many figures rest on few pupils.";

/// What it is about: a trust or a part of the country, a measure, a group of pupils and a year.
pub(crate) fn title(about: &str, measure: &str, focus: &str, year: &str) -> String {
    format!("{about}: {measure}, {}, {year}", focus.to_ascii_lowercase())
}

/// The caption of a trust's own table.
pub(crate) const EVERY_MEASURE: &str = "The trust in every measure";

/// The caption of the table of a part of the country.
pub(crate) fn every_trust(part: &str) -> String {
    format!("{part}: every eligible trust, the best first")
}

/// What stands where it is said what a file is.
pub(crate) use crate::words::chart::source_line::MADE_UP;

/// A trust's ranks, each among so many.
pub(crate) fn ranks(
    (regional, here): (Rank, usize),
    region: Region,
    (rank, all): (Rank, usize),
) -> String {
    format!(
        "By rank it is {} in {} and {} in England.",
        regional.among(here),
        region.in_sentence(),
        rank.among(all)
    )
}
