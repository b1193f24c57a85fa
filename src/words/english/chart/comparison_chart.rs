//! Trusts side by side.

use crate::method::Rank;
use crate::terms::listed;
use crate::words::grammar::all_of;

/// A trust with its figure or why there is none, its interval, its rank among so many, and its region with that one's figure.
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
pub(crate) fn subtitle(shown: &str, level: &str) -> String {
    format!(
        "Each row is a trust: {shown}. The dot is the figure, the line its {level} interval, the upright stroke the \
         figure of the trust\u{2019}s region."
    )
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
    let is = if highest.len() == 1 { "is" } else { "are" };
    let (highest, lowest) = (listed(highest), listed(lowest));
    format!("{what}: {highest} {is} highest, {high}, {lowest} lowest, {low}")
}

pub(crate) const EVERY_MEASURE: &str = "The trusts side by side, in every measure";

/// The head of the column of what the figures of a row are counted in.
pub(crate) const UNIT: &str = "Unit";

/// Whose figures those of the gap are.
pub(crate) const GAP: &str = "other less disadvantaged pupils";

/// What a trust's row says where a dot would be.
pub(crate) fn no_figure(reason: &str) -> String {
    format!("no figure: {reason}")
}
