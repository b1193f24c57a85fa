//! The ranks of a family.

use crate::method::TrustRank;
use crate::terms::{counted, grouped};
use crate::words::grammar::in_order;

/// "4 (1 to 11)".
pub(crate) fn rank(of: TrustRank) -> String {
    format!("{} ({} to {})", of.rank, of.low, of.high)
}

/// A trust with its figure, its interval, its shrunken figure where the dots stand at those, and its rank, which others
/// may share.
pub(crate) fn row(
    [name, figure]: [&str; 2],
    interval: &str,
    shrunken: Option<&str>,
    (of, is_joint): (TrustRank, bool),
) -> String {
    let shrunken = shrunken.map_or_else(String::new, |figure| format!(", shrunken {figure}"));
    let could = if of.could_be_top_ten {
        "could"
    } else {
        "could not"
    };
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
pub(crate) fn subtitle(shown: &str, level: &str, is_shrunken: bool) -> String {
    let dot = if is_shrunken {
        "The large dot is the figure drawn towards the mean, the small ring the figure itself, the line its"
    } else {
        "The dot is the figure, the line its"
    };
    format!(
        "Each row is a trust: {shown}. {dot} {level} interval; then the rank, and in brackets the ranks that cannot be \
         ruled out. Filled: could be in the top ten. Ring: could not."
    )
}

/// What follows what is said of any one trust that is picked beforehand.
pub(crate) const NOT_IF_PICKED_BY_PLACE: &str =
    "It need not for one picked because of its place in the list.";

pub(crate) fn without_interval(trusts: usize) -> String {
    let trusts = counted(trusts, "trust");
    format!("{trusts} with a figure but without an interval left out.")
}

pub(crate) fn first(row: &str) -> String {
    format!("First: {row}.")
}

pub(crate) fn last(row: &str) -> String {
    format!("Last: {row}.")
}

pub(crate) fn in_table_alone(trusts: usize) -> String {
    format!("{} more in the table.", grouped(trusts))
}

/// The head of the column of the least of the ranks that cannot be ruled out.
pub(crate) const LOWEST_RANK: &str = "Lowest rank";

pub(crate) const HIGHEST_RANK: &str = "Highest rank";

pub(crate) fn shrunken(figure: &str) -> String {
    format!("Shrunken: {figure}")
}

pub(crate) const COULD_BE_TOP_TEN: &str = "Could be in the top ten";

pub(crate) const NOT_COUNTED: &str = "not counted";

pub(crate) const NOT_SHRUNKEN: &str = "not shrunken";

pub(crate) const fn yes_or_no(is_so: bool) -> &'static str {
    if is_so { "yes" } else { "no" }
}

/// The head of the ranks beside the rows.
pub(crate) const RANK: &str = "Rank";

/// What stands below the rows of a picture that does not hold them all.
pub(crate) fn more_in_table(trusts: usize) -> String {
    format!("{} more in the table", counted(trusts, "trust"))
}

pub(crate) const TOP_TEN_ABOVE: &str = "Top ten above";
