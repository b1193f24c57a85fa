//! Where the figures come from and how they were made.

use crate::terms::counted;

/// What stands where names of files do.
pub(crate) const MADE_UP: &str = "made-up demonstration data";

pub(crate) fn source(files: &str, year: &str, rule: &str) -> String {
    format!("Source: {files}, {year}. {rule}.")
}

pub(crate) fn computed(weight: &str) -> String {
    format!("Computed from schools, {weight}.")
}

pub(crate) fn without_weight(trusts: usize) -> String {
    format!(
        "{} left out of the weighted figures: the file gives no pupils for them.",
        counted(trusts, "trust")
    )
}

/// How many trusts have no published figure, with the reason where it is the same for all.
pub(crate) fn unpublished(count: usize, of: usize, reason: Option<&str>) -> String {
    let what = reason.unwrap_or("without a published figure");
    format!("{count} of {of} trusts {what}")
}

/// That figures of few pupils are withheld.
pub(crate) const WITHHELD: &str = "Figures that rest on fewer than 6 pupils, and those that would give one away, are \
                                   withheld; all others are computed without them.";
