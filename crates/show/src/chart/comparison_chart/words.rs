//! Trusts side by side.

use method::words::adjusted::parts_in_sentence;
use method::{AdjustParts, Rank};
use records::grammar::all_of;
use records::terms::listed;

/// A measure whose figures are adjusted.
pub(crate) fn adjusted(measure: &str, parts: AdjustParts) -> String {
    format!("{measure}, adjusted for {}", parts_in_sentence(parts))
}

/// A trust with its figure or the reason for its absence, its interval, its rank, and its region's figure.
pub(crate) fn trust(
    name: &str,
    figure: Result<&str, &str>,
    interval: Option<&str>,
    rank: Option<(Rank, usize)>,
    region: Option<(&str, &str)>,
) -> String {
    let mut words = match figure {
        Ok(figure) => format!("{name}: {figure}"),
        Err(reason) => format!("{name}: no figure ({reason})"),
    };
    if let Some(interval) = interval {
        words.push_str(&format!(" ({interval})"));
    }
    if let Some((rank, all)) = rank {
        words.push_str(&format!(", {} in its region", rank.among(all)));
    }
    if let Some((region, figure)) = region {
        words.push_str(&format!(", {region} {figure}"));
    }
    words
}

/// `shown` is what the figures are, as a phrase.
pub(crate) fn subtitle(shown: &str) -> String {
    format!("Each row is a trust: {shown}.")
}

pub(crate) const OF_REGION: &str = "Region\u{2019}s figure";

pub(crate) fn none_has_figure(measure: &str) -> String {
    format!("{measure}: none of these trusts has a figure")
}

/// `what` is what is counted of whom.
pub(crate) fn only(what: &str, name: &str, figure: &str) -> String {
    format!("{what}: {name} {figure}")
}

pub(crate) fn all_have(what: &str, trusts: usize, figure: &str) -> String {
    format!("{what}: {} have {figure}", all_of(trusts, "trust"))
}

pub(crate) fn highest_and_lowest(
    what: &str,
    (highest, high): (&[&str], &str),
    (lowest, low): (&[&str], &str),
) -> String {
    let is = |names: &[&str]| if names.len() == 1 { "is" } else { "are" };
    let (above, below) = (is(highest), is(lowest));
    let (highest, lowest) = (listed(highest), listed(lowest));
    format!("{what}: {highest} {above} highest ({high}) and {lowest} {below} lowest ({low})")
}

pub(crate) const EVERY_MEASURE: &str = "The trusts side by side on every measure";

/// The column heading for what the figures of a row are counted in.
pub(crate) const UNIT: &str = "Unit";

/// Whose figures those of the gap are.
pub(crate) const GAP: &str = "other minus disadvantaged pupils";

/// The text in place of a trust's dot.
pub(crate) fn no_figure(reason: &str) -> String {
    format!("no figure: {reason}")
}
