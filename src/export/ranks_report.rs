//! Ranks with intervals of any estimates, as rows.

use serde::Serialize;

use crate::stats::ranks::{MarginalRank, RankInterval};

/// An estimate's line.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RankRow {
    /// The estimate's name.
    pub label: String,
    /// Its rank, 1 for the greatest value; equal values share one.
    pub rank: u32,
    /// The best rank that cannot be ruled out.
    pub low: u32,
    /// The worst rank that cannot be ruled out.
    pub high: u32,
    /// The critical value of its comparisons, in standard errors of a difference; left out where one value is for all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub critical: Option<f64>,
}

/// The lines of marginal intervals, each with its critical value.
///
/// ```
/// use trust_gap::export::ranks_report;
/// use trust_gap::stats::{Level, ranks::{Estimate, marginal}};
/// let estimates = [9.0, 2.0].map(|value| Estimate::new(value, 1.0).unwrap());
/// let labels = ["one", "two"].map(str::to_owned);
/// let rows = ranks_report::marginal(&labels, &marginal(&estimates, Level::P95));
/// assert_eq!((&*rows[1].label, rows[1].rank, rows[1].low), ("two", 2, 2));
/// ```
#[must_use]
pub fn marginal(labels: &[String], ranks: &[MarginalRank]) -> Vec<RankRow> {
    let rows = labels.iter().zip(ranks);
    rows.map(|(label, rank)| RankRow {
        critical: Some(rank.critical),
        ..RankRow::new(label, rank.interval)
    })
    .collect()
}

/// The lines of intervals that hold together.
#[must_use]
pub fn simultaneous(labels: &[String], intervals: &[RankInterval]) -> Vec<RankRow> {
    let rows = labels.iter().zip(intervals);
    rows.map(|(label, interval)| RankRow::new(label, *interval))
        .collect()
}

impl RankRow {
    fn new(label: &str, interval: RankInterval) -> Self {
        Self {
            label: label.to_owned(),
            rank: interval.rank(),
            low: interval.low(),
            high: interval.high(),
            critical: None,
        }
    }
}
