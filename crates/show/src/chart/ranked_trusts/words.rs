//! The words of the list of ranked trusts.

use method::Scope;

use crate::chart::words::heads;

/// The heading; `part` is the part of the country in a sentence.
pub(super) fn trusts_in(part: &str) -> String {
    format!("Trusts in {part}")
}

/// The heading of the column of ranks.
pub(super) const fn rank_in(scope: Scope<'_>) -> &'static str {
    match scope {
        Scope::All => heads::RANK_IN_ENGLAND,
        Scope::Region(_) => heads::RANK_IN_REGION,
        Scope::Area(_) => "Rank in area",
    }
}

/// Why the possible ranks of a trust are missing: nobody's are known yet.
pub(super) const NOT_WORKED_OUT: &str = "not worked out";

/// The heading of the column of the best rank that cannot be ruled out.
pub(in crate::chart) const BEST_POSSIBLE_RANK: &str = "Best possible rank";

pub(in crate::chart) const WORST_POSSIBLE_RANK: &str = "Worst possible rank";

pub(super) const COULD_BE_TOP_TEN: &str = "Could be in the top ten";

pub(super) const fn yes_or_no(is_so: bool) -> &'static str {
    if is_so { "yes" } else { "no" }
}
