//! Ranks with intervals of any estimates, as rows.

use stats::ranks::{MarginalRank, RankInterval};

use crate::chart::{Cell, Record};

/// The lines of marginal intervals, each with its critical value, in standard errors of a difference.
///
/// ```
/// use show::chart::Cell;
/// use show::export::ranks_report;
/// use stats::Level;
/// use stats::ranks::{Estimate, marginal};
/// let estimates = [9.0, 2.0].map(|value| Estimate::new(value, 1.0).unwrap());
/// let labels = ["one", "two"].map(str::to_owned);
/// let rows = ranks_report::marginal(&labels, &marginal(&estimates, Level::P95));
/// assert_eq!(rows[1].get("label"), Some(&Cell::words("two")));
/// assert_eq!((rows[1].get("rank"), rows[1].get("low")), (Some(&Cell::Count(2)), Some(&Cell::Count(2))));
/// ```
#[must_use]
pub fn marginal(labels: &[String], ranks: &[MarginalRank]) -> Vec<Record> {
    let rows = labels.iter().zip(ranks);
    let critical = |rank: &MarginalRank| [("critical", rank.critical.into())];
    rows.map(|(label, rank)| row(label, rank.interval).and(critical(rank)))
        .collect()
}

/// The lines of intervals that hold together: one critical value is for all.
#[must_use]
pub fn simultaneous(labels: &[String], intervals: &[RankInterval]) -> Vec<Record> {
    let rows = labels.iter().zip(intervals);
    rows.map(|(label, interval)| row(label, *interval)).collect()
}

/// An estimate's name, its rank, 1 for the greatest value, and the best and the worst that cannot be ruled out.
fn row(label: &str, interval: RankInterval) -> Record {
    Record::from([
        ("label", Cell::words(label)),
        ("rank", interval.rank().into()),
        ("low", interval.low().into()),
        ("high", interval.high().into()),
    ])
}
