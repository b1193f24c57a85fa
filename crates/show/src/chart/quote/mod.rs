//! A finding as a few sentences to quote: figure, year, tie, range and source, and what it does not show.

mod words;

use method::{Analysis, Family, FamilyRanks, Measured, Scope, TrustRank, each_rule};
use records::model::DataSet;
use records::terms::letters::with_capital;
use records::terms::{Value, lead_region_in_sentence};

use super::finding::Finding;
use super::trust::{Trust, focus_in_sentence, shown};
use super::{of_analysis, part_in_words, source_line, standing_in_words};

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

/// The figure of the trust with this number, with its interval, its rank and, once the ranks of its region are
/// computed, the ranks that it could have.
#[must_use]
pub fn quote_of_trust(
    data: &DataSet,
    analysis: &Analysis,
    uid: &str,
    ranks: Option<&(Family, FamilyRanks)>,
) -> Option<String> {
    let (index, of) = analysis.trusts.iter().enumerate().find(|(_, of)| &*of.uid == uid)?;
    let trust = Trust::new(analysis, of);
    let figure = match of.value() {
        Value::Published(figure) => Ok(focus_in_sentence(figure, analysis.basis, analysis.rules.focus)),
        Value::Missing(reason) => Err(reason.reason()),
    };
    let figure = figure.as_deref().map_err(|reason| *reason);
    let mut said = vec![words::trust(trust.readable_name(), figure, trust.interval().as_deref())];
    let here = analysis
        .regional_rank_among(of)
        .map(|rank| (rank, lead_region_in_sentence(of.region)));
    said.extend(here.map(|((rank, among), region)| {
        of_analysis(analysis, words::rank(rank, among, region, possible(index, ranks)))
    }));
    Some(with_source(said, data, analysis, words::NOT_OF_TRUST))
}

/// The ranks that a trust could have in a family.
fn possible(index: usize, ranks: Option<&(Family, FamilyRanks)>) -> Option<TrustRank> {
    let (family, ranks) = ranks?;
    let mut each = family.indices().zip(&ranks.ranks);
    each.find(|(of, _)| *of == index).map(|(_, rank)| *rank)
}

/// What the figures are, where they come from, and what they do not show.
fn with_source(mut said: Vec<String>, data: &DataSet, analysis: &Analysis, caution: &str) -> String {
    said.push(words::figures(&shown(analysis), &data.year_in_words()));
    said.push(source_line(data, analysis));
    said.push(caution.to_owned());
    said.join(" ")
}
