//! Findings about parts of the country.

use method::{Analysis, ClaimRobustness, Measured, Scope, TrustSpread, each_rule};
use records::model::DataSet;
use records::terms::letters::with_capital;

use crate::chart::finding::Finding;
use crate::chart::robustness::claim_robustness_in_words;
use crate::chart::spread::{spread_headline, spread_lead, spread_sentences};
use crate::chart::{part_in_words, standing_in_words};

use super::{with_source, words};

/// The finding about all regions, with the intervals of the first and the last.
#[must_use]
pub fn quote_of_regions(data: &DataSet, analysis: &Analysis, finding: &Finding) -> String {
    let mut said = vec![words::sentence(&finding.headline), finding.detail.clone()];
    let ordered = analysis.regions_best_first();
    let last = ordered.last().filter(|_| ordered.len() > 1);
    let ends = ordered.first().into_iter().chain(last);
    let ends = ends.filter_map(|(of, _)| part_in_words(analysis, Scope::Region(of.region)));
    said.extend(ends.map(|words| words::sentence(&words)));
    with_source(said, data, analysis, words::NOT_OF_REGIONS)
}

/// The figure of a part of the country with its interval and its rank among the regions.
#[must_use]
pub fn quote_of_part(data: &DataSet, measured: &Measured, analysis: &Analysis, scope: Scope<'_>) -> Option<String> {
    let mut said = vec![words::sentence(&part_in_words(analysis, scope)?)];
    let under = each_rule(measured, analysis.rules.focus, scope);
    let standing = standing_in_words(analysis, &under, scope);
    said.extend(standing.map(|words| words::sentence(&with_capital(&words))));
    Some(with_source(said, data, analysis, words::NOT_OF_PART))
}

/// How far apart trusts are within regions, and regions from one another.
#[must_use]
pub fn quote_of_spread(data: &DataSet, analysis: &Analysis, spread: &TrustSpread) -> String {
    let mut said = vec![words::sentence(&spread_headline(spread)), spread_lead(spread)];
    let sentences = spread_sentences(analysis, spread);
    said.extend(sentences.iter().map(|words| words::sentence(words)));
    with_source(said, data, analysis, words::NOT_OF_SPREAD)
}

/// Under how many combinations of rules each headline holds, and what breaks it; `None` if there is no headline.
#[must_use]
pub fn quote_of_robustness(data: &DataSet, analysis: &Analysis, claims: &[ClaimRobustness]) -> Option<String> {
    let said = claims.iter();
    let said: Vec<String> = said
        .flat_map(|claim| claim_robustness_in_words(claim, &analysis.rules))
        .collect();
    (!said.is_empty()).then(|| with_source(said, data, analysis, words::NOT_OF_ROBUSTNESS))
}
