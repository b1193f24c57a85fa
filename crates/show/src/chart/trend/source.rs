//! Where the figures of a trend come from.

use std::rc::Rc;

use method::Trend;
use records::model::{Basis, Library, SourceFile};
use records::terms::listed;

use crate::chart::coverage::words::not_of_the_country;
use crate::chart::words::source_line as words;
use crate::chart::{add_credits, files_in_words};

use super::words::adjusted_for;

/// Where the figures come from and how they were made, for the foot of a trend's charts.
#[must_use]
pub fn trend_source_line(library: &Library, trend: &Trend) -> String {
    let files = files_of(library, trend);
    let years = trend.years.iter().filter(|year| year.kind.has_results());
    let years: Vec<String> = years.map(|year| year.year.to_string()).collect();
    let years: Vec<&str> = years.iter().map(String::as_str).collect();
    let rules = &trend.rules;
    let files_in_words = files_in_words(library.origin(), &files.iter().collect::<Vec<_>>(), &listed(&years));
    let mut line = words::source(&files_in_words, rules.regional.name());
    if trend.basis == Basis::Computed {
        let computed = words::computed(&rules.weight.in_sentence());
        line.push_str(&format!(" {computed}"));
    }
    if let Some(trusts) = trend.of_part {
        line.push_str(&format!(" {}", not_of_the_country(trusts)));
    }
    add_credits(&mut line, &files.iter().collect::<Vec<_>>());
    if !trend.adjusted.is_empty() {
        line.push_str(&format!(" {}", adjusted_for(trend.adjusted)));
    }
    line
}

/// The files whose figures the trend uses.
fn files_of(library: &Library, trend: &Trend) -> Vec<Rc<SourceFile>> {
    let years = trend.years.iter().filter(|year| year.kind.has_results());
    let sets = years.filter_map(|year| library.data_set(Some(year.year)));
    sets.flat_map(|set| -> Vec<_> {
        let files = set.files_of(trend.basis).into_iter();
        files.cloned().collect()
    })
    .collect()
}
