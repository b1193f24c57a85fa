//! Findings about several years.

use method::{Trend, TrendLine};
use records::model::Library;

use crate::chart::trend::{line_in_words, trend_in_words, trend_source_line};
use crate::chart::trust::shown_under;

use super::{in_one, words};

/// Whose figures rise or whose gap closes among these lines, the figures of all trusts, and those of chosen trusts.
#[must_use]
pub fn quote_of_trend(library: &Library, trend: &Trend, lines: &[&TrendLine], chosen: &[&TrendLine]) -> String {
    let mut said = vec![words::sentence(&trend_in_words(trend, lines))];
    let each = std::iter::once(&trend.all).chain(chosen.iter().copied());
    said.extend(each.map(|line| line_in_words(trend, line)));
    let years = trend.ends().map(|(first, last)| words::years(first, last));
    let figures = words::figures(&shown_under(&trend.rules), &years.unwrap_or_default());
    in_one(
        said,
        [&figures, &trend_source_line(library, trend), words::NOT_OF_TREND],
    )
}
