//! The ranks of a family.

use method::{Scope, TrustRank};
use records::grammar::in_order;
use records::terms::{counted, grouped};

/// "4 (1 to 11)".
pub(crate) fn rank(of: TrustRank) -> String {
    format!("{} ({} to {})", of.rank, of.low, of.high)
}

/// A trust with its figure, its interval, its shrunken figure where the dots show those, and its rank, which others
/// may share.
pub(crate) fn row(
    [name, figure]: [&str; 2],
    interval: &str,
    shrunken: Option<&str>,
    (of, is_joint): (TrustRank, bool),
) -> String {
    let shrunken = shrunken.map_or_else(String::new, |figure| format!(", shrunken {figure}"));
    let could = if of.could_be_top_ten { "could" } else { "could not" };
    let possible = if of.low == of.high {
        "no other rank possible".to_owned()
    } else {
        format!("ranks {} to {} possible", of.low, of.high)
    };
    format!(
        "{name}: {figure} ({interval}){shrunken}, {} ({possible}), {could} be in the top ten",
        in_order(of.rank as usize, is_joint)
    )
}

/// `shown` is what the figures are, as a phrase.
pub(crate) fn subtitle(shown: &str, is_shrunken: bool) -> String {
    let moved = if is_shrunken { ", moved towards the mean" } else { "" };
    format!(
        "Each row is a trust: {shown}{moved}. The rank follows, with the ranks that cannot be ruled out in brackets."
    )
}

/// What the vertical line is: the figure of the trusts' part of the country.
pub(crate) fn figure_of_part(scope: Scope<'_>, figure: &str) -> String {
    let whose = match scope {
        Scope::All => "All trusts together",
        Scope::Region(_) => "The region\u{2019}s figure",
        Scope::Area(_) => "The area\u{2019}s figure",
    };
    format!("{whose}: {figure}")
}

/// What follows what is said of any one trust that is picked beforehand.
pub(crate) const NOT_IF_PICKED_BY_PLACE: &str =
    "This does not apply to a trust you picked because of where it is in the list.";

pub(crate) fn without_interval(trusts: usize) -> String {
    let are = if trusts == 1 { "is" } else { "are" };
    let trusts = counted(trusts, "trust");
    format!("{trusts} with a figure but without an interval {are} left out.")
}

pub(crate) fn first(row: &str) -> String {
    format!("First: {row}.")
}

pub(crate) fn last(row: &str) -> String {
    format!("Last: {row}.")
}

pub(crate) fn in_table_alone(trusts: usize) -> String {
    format!("The table has {} more.", grouped(trusts))
}

pub(crate) fn shrunken(figure: &str) -> String {
    format!("Shrunken: {figure}")
}

pub(crate) const NOT_COUNTED: &str = "not counted";

pub(crate) const NOT_SHRUNKEN: &str = "not shrunken";

/// The heading of the ranks beside the rows.
pub(crate) const RANK: &str = "Rank";

/// The note below the rows of a picture that does not show all trusts.
pub(crate) fn more_in_table(trusts: usize) -> String {
    format!("{} in the table", counted(trusts, "more trust"))
}

pub(crate) const TOP_TEN_ABOVE: &str = "Top ten above";
