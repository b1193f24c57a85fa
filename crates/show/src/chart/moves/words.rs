//! Regions' moves from their figures as they are to those adjusted for context.

use method::RegionRank;
use records::grammar::ordinal;
use records::terms::letters::with_capital;

/// "The South West is 9th of 9 unadjusted, and 2nd adjusted for context".
pub(crate) fn title(region: &str, (before, of): (usize, usize), rank: RegionRank) -> String {
    let [before, after] = [before, rank.rank as usize].map(ordinal);
    let region = with_capital(region);
    if before == after {
        return format!("{region} is {before} of {of} both unadjusted and adjusted for context");
    }
    format!("{region} is {before} of {of} unadjusted, and {after} adjusted for context")
}

pub(crate) fn subtitle(figures: &str, parts: &str) -> String {
    format!("{figures}. Unadjusted, and adjusted for {parts}.")
}

/// The adjusted rank beside a row: "2nd (could be 1st to 7th)".
pub(crate) fn rank(rank: RegionRank) -> String {
    format!("{}{}", ordinal(rank.rank as usize), could_be(rank))
}

fn could_be(rank: RegionRank) -> String {
    if rank.low == rank.high {
        return String::new();
    }
    let [low, high] = [rank.low, rank.high].map(|rank| ordinal(rank as usize));
    format!(" (could be {low} to {high})")
}

/// A region with its figure and rank, unadjusted and adjusted, and both intervals.
pub(crate) fn row(
    name: &str,
    (before, rank_before): (&str, usize),
    (adjusted, rank): (&str, RegionRank),
    [inner, outer]: [[String; 2]; 2],
) -> String {
    let ([low, high], [widest_low, widest_high]) = (inner, outer);
    format!(
        "{name}: {before} unadjusted, {}; {adjusted} adjusted, {}{}; interval {low} to {high} from the sampling of \
        pupils, {widest_low} to {widest_high} with other trusts",
        ordinal(rank_before),
        ordinal(rank.rank as usize),
        could_be(rank)
    )
}
