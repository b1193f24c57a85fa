//! A finding as a few sentences to quote: figure, year, tie, range and source, and what it does not show. Each page's
//! finding has a function; all of them end alike.

mod parts;
mod trusts;
mod words;
mod years;

pub use parts::{quote_of_part, quote_of_regions, quote_of_robustness, quote_of_spread};
pub use trusts::{
    quote_of_combined, quote_of_compared, quote_of_funnel, quote_of_school, quote_of_top_ten, quote_of_trust,
};
pub use years::quote_of_trend;

use method::Analysis;
use records::model::DataSet;

use super::source_line;
use super::trust::shown;

/// What is said, what the figures are, where they come from, and what they do not show.
fn with_source(said: Vec<String>, data: &DataSet, analysis: &Analysis, caution: &str) -> String {
    let figures = words::figures(&shown(analysis), &data.year_in_words());
    in_one(said, [&figures, &source_line(data, analysis), caution])
}

fn in_one(said: Vec<String>, end: [&str; 3]) -> String {
    let said = said.iter().map(String::as_str).chain(end);
    said.filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")
}
