//! A row of the regional gap chart.

use method::Pair;

use crate::chart::words::PUPIL_SAMPLING_ONLY;

/// "gap 95% interval 17.0 to 20.6, pupil sampling only".
pub(crate) fn gap(interval: &str) -> String {
    format!("gap {interval}, {PUPIL_SAMPLING_ONLY}")
}

pub(crate) fn row(name: &str, pair: Pair) -> String {
    format!(
        "{name}: disadvantaged pupils {}, other pupils {}, gap {}",
        pair.disadvantaged.in_sentence(),
        pair.other.in_sentence(),
        pair.gap.as_difference()
    )
}

/// The name of the row of all trusts: whole, where room is short, in a sentence.
pub(crate) const ALL_TRUSTS: [&str; 3] = ["All trusts", "All trusts", "all trusts"];

/// The name of England's schools: whole, where room is short, in a sentence.
pub(crate) const ENGLAND: [&str; 3] = [
    "England\u{2019}s state schools",
    "England",
    "England\u{2019}s state-funded schools",
];

/// The text instead of a number of trusts.
pub(crate) const ALL_SCHOOLS: &str = "all schools";
