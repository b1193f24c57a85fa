//! Findings about trusts, and about a school.

use method::{
    Analysis, Combined, EachSchool, Family, FamilyRanks, SchoolProfile, TrustFigures, TrustRank, compared_pairs,
};
use records::model::DataSet;
use records::terms::{Region, Value, full_name, lead_region_in_sentence};

use crate::chart::bounds::level_in_words;
use crate::chart::combined::{OWN_CONSTRUCTION, combined_first, combined_in_words};
use crate::chart::could_be::{could_be_in_all, could_be_sentence};
use crate::chart::funnel::FunnelChart;
use crate::chart::pair::{family_in_words, pair_sentence};
use crate::chart::precision::could_be_in_words;
use crate::chart::school::school_in_words;
use crate::chart::trust::{Trust, focus_in_sentence};
use crate::chart::{Chart as _, of_analysis, source_line};

use super::{in_one, with_source, words};

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
    let mut said = vec![figure_of(analysis, of)];
    let here = analysis
        .regional_rank_among(of)
        .map(|rank| (rank, lead_region_in_sentence(of.region)));
    said.extend(here.map(|((rank, among), region)| {
        of_analysis(analysis, words::rank(rank, among, region, possible(index, ranks)))
    }));
    Some(with_source(said, data, analysis, words::NOT_OF_TRUST))
}

/// A trust with its figure and its interval, or why it has none.
fn figure_of(analysis: &Analysis, of: &TrustFigures) -> String {
    let trust = Trust::new(analysis, of);
    let figure = match of.value() {
        Value::Published(figure) => Ok(focus_in_sentence(figure, analysis.basis, analysis.rules.focus)),
        Value::Missing(reason) => Err(reason.reason()),
    };
    let figure = figure.as_deref().map_err(|reason| *reason);
    words::trust(trust.readable_name(), figure, trust.interval().as_deref())
}

/// The ranks that a trust could have in a family.
fn possible(index: usize, ranks: Option<&(Family, FamilyRanks)>) -> Option<TrustRank> {
    let (family, ranks) = ranks?;
    let mut each = family.indices().zip(&ranks.ranks);
    each.find(|(of, _)| *of == index).map(|(_, rank)| *rank)
}

/// The first of a part of the country, with the ranks that they could have, and how many could be in its top ten;
/// `None` if no trust there has an interval. `regional` are all regions' families.
#[must_use]
pub fn quote_of_top_ten(
    data: &DataSet,
    analysis: &Analysis,
    (family, ranks): (&Family, &FamilyRanks),
    regional: &[(Family, FamilyRanks)],
) -> Option<String> {
    let each = family.indices().zip(&ranks.ranks);
    let first: Vec<(usize, TrustRank)> = each.filter(|(_, of)| of.rank == 1).map(|(at, of)| (at, *of)).collect();
    let (index, _) = first.first()?;
    let of = analysis.trusts.get(*index)?;
    let named: Option<Vec<&str>> = first
        .iter()
        .map(|(at, _)| Some(&*analysis.trusts.get(*at)?.readable_name))
        .collect();
    let low = first.iter().map(|(_, of)| of.low).min()?;
    let high = first.iter().map(|(_, of)| of.high).max()?;
    let figure = focus_in_sentence(of.figure()?, analysis.basis, analysis.rules.focus);
    let interval = Trust::new(analysis, of).interval().filter(|_| first.len() == 1);
    let figure = words::with_interval(&figure, interval.as_deref());
    let mut said = vec![
        words::first(&named?, &figure, &family_in_words(family), (low, high)),
        words::sentence(&could_be_sentence(family, ranks)),
    ];
    said.extend(could_be_in_all(regional).map(|words| words::sentence(&words)));
    said.push(could_be_in_words(&analysis.intervals.choices));
    Some(with_source(said, data, analysis, words::NOT_OF_TOP_TEN))
}

/// How many trusts are beyond the limits of chance, and the farthest of them.
#[must_use]
pub fn quote_of_funnel(data: &DataSet, analysis: &Analysis, funnel: &FunnelChart) -> String {
    let mut said = vec![words::sentence(funnel.title())];
    said.extend(funnel.farthest_in_words());
    with_source(said, data, analysis, words::NOT_OF_FUNNEL)
}

/// The figures of the trusts with these indices, and which or how many pairs of them are distinguishable, each in its
/// family (see [`compared_pairs`]), once these are ranked; `None` if there are not two trusts.
#[must_use]
pub fn quote_of_compared<'a>(
    data: &DataSet,
    analysis: &Analysis,
    indices: &[usize],
    family_of: impl Fn(Option<Region>) -> Option<(&'a Family, f64)>,
) -> Option<String> {
    let trusts = indices.iter().filter_map(|index| analysis.trusts.get(*index));
    let mut said: Vec<String> = trusts.map(|of| figure_of(analysis, of)).collect();
    if said.len() < 2 {
        return None;
    }
    if let [one, two] = indices {
        said.extend(pair_sentence(analysis, (*one, *two), family_of));
    } else {
        let pairs = compared_pairs(analysis, indices, family_of);
        let known = || pairs.iter().filter_map(|pair| pair.difference);
        if known().next().is_some() {
            let apart = known().filter(|of| of.is_distinguishable).count();
            said.push(words::pairs(apart, known().count(), &level_in_words(analysis.level())));
        }
    }
    Some(with_source(said, data, analysis, words::NOT_OF_COMPARED))
}

/// The first by several measures at once, and how these are combined: a construction of whoever chose the weights.
#[must_use]
pub fn quote_of_combined(data: &DataSet, analysis: &Analysis, combined: &Combined) -> String {
    let said = vec![
        words::sentence(&combined_first(combined)),
        combined_in_words(combined),
        words::year(&data.year_in_words()),
    ];
    in_one(said, [&source_line(data, analysis), OWN_CONSTRUCTION, ""])
}

/// A school's figure with its ranks, and its part in its trust's figure.
#[must_use]
pub fn quote_of_school(data: &DataSet, each: &EachSchool, of: &SchoolProfile) -> String {
    let mut said = vec![words::school(&full_name(&of.name), &full_name(&of.trust.1))];
    said.extend(school_in_words(each, of));
    with_source(said, data, &each.trusts, words::NOT_OF_SCHOOL)
}
