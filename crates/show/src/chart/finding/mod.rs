//! The finding in a sentence, and whether it holds under other rules.

pub(super) mod words;

pub use words::claim_in_words;
pub(crate) use words::{best_word, counter_in_words, last_word, with_unit};

use method::weighting::Weight;
use method::{Analysis, Claim, Measured, Rules, Verdict, verdicts};
use records::model::DataSet;
use records::terms::{Focus, Group, Unit};

use crate::chart::coverage::words::not_of_the_country;

use super::extremes::{Extremes, Named, names_at};
use super::of_analysis;

/// The main finding from the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The finding.
    pub headline: String,
    /// The figures behind it.
    pub detail: String,
    /// Whether it holds under the other rules.
    pub checks: Vec<Check>,
    /// The weight under which there would be figures, if the weight in force gives none.
    pub remedy: Option<Weight>,
}

/// A claim of the finding under all regional rules on offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// The result in words.
    pub text: String,
    /// Whether it holds under all of them.
    pub holds: bool,
}

impl Finding {
    /// The finding of an analysis of a data set.
    #[must_use]
    pub fn new(data: &DataSet, analysis: &Analysis) -> Self {
        let measured = Measured::after(None, data, &analysis.rules).ok();
        Self::with_verdicts(
            analysis,
            &measured.map_or_else(Vec::new, |measured| verdicts(&measured, analysis)),
        )
    }

    /// The finding of an analysis of these values, which need not be computed again.
    #[must_use]
    pub fn of(measured: &Measured, analysis: &Analysis) -> Self {
        Self::with_verdicts(analysis, &verdicts(measured, analysis))
    }

    fn with_verdicts(analysis: &Analysis, verdicts: &[Verdict]) -> Self {
        let checks = verdicts.iter().map(|verdict| check(verdict, analysis));
        Self {
            headline: of_analysis(analysis, headline(analysis)),
            detail: detail_of_loaded(analysis),
            checks: checks.collect(),
            remedy: analysis.lacks_weight().map(|_| Weight::Equal),
        }
    }
}

fn headline(analysis: &Analysis) -> String {
    let measure = analysis.rules.measure;
    let focus = analysis.rules.focus;
    let pupils = focus.group().map_or(words::PUPILS, Group::pupils);
    if let Some(Claim::OnlyAbove { region, share }) = Claim::leading(analysis) {
        let region = region.in_sentence();
        return words::only_above(region, share.words, pupils, measure.achievement());
    }
    let regions = regions_best_first(analysis);
    let Some(ends) = Extremes::of(&regions) else {
        return without_figure(analysis);
    };
    if let [(only, figure)] = regions.as_slice() {
        return words::only_region(only, &with_unit(*figure, focus));
    }
    match focus {
        Focus::Gap => gap_headline(&ends),
        _ => group_headline(&ends, analysis, pupils),
    }
}

fn without_figure(analysis: &Analysis) -> String {
    let measure = analysis.rules.measure.name();
    if analysis.all.eligible == 0 {
        return words::NONE_ELIGIBLE.to_owned();
    }
    if let Some(words) = no_weight(analysis) {
        return words;
    }
    if analysis.all.published == 0 {
        return words::none_published(measure);
    }
    if analysis.regions.is_empty() {
        return words::NO_REGION_KNOWN.to_owned();
    }
    words::no_regional_figure(measure)
}

/// The missing weights, if there are figures but they cannot be weighted.
pub(super) fn no_weight(analysis: &Analysis) -> Option<String> {
    let Rules { measure, focus, .. } = analysis.rules;
    let lacking = analysis.lacks_weight()?;
    Some(words::no_weight(measure.name(), focus, lacking))
}

/// The regions that have a figure, the best first, by their names in a sentence.
pub(super) fn regions_best_first(analysis: &Analysis) -> Vec<Named<'static>> {
    let regions = analysis.regions_best_first().into_iter();
    regions.map(|(of, figure)| (of.region.in_sentence(), figure)).collect()
}

fn group_headline(ends: &Extremes<'_>, analysis: &Analysis, pupils: &str) -> String {
    let measure = analysis.rules.measure;
    // What a user's own measure counts has no verb.
    let is_share = measure.unit() == Unit::Percent && !measure.is_own();
    match (ends.are_alike(), is_share) {
        (true, true) => words::same_share(pupils, measure.achievement()),
        (true, false) => words::same_score(measure.name(), pupils),
        (false, true) => words::largest_share(&ends.at_first, pupils, measure.achievement()),
        (false, false) => words::scores(&analysis.rules, pupils, &ends.at_first, &ends.at_last),
    }
}

/// A gap below zero is one in favour of the disadvantaged pupils.
fn gap_headline(ends: &Extremes<'_>) -> String {
    let (best, last) = (ends.at_first.as_slice(), ends.at_last.as_slice());
    if ends.are_alike() {
        words::SAME_GAP.to_owned()
    } else if ends.last.number() <= 0.0 {
        words::NO_GAP.to_owned()
    } else if ends.first.number() < 0.0 {
        words::gap_in_favour(best, last)
    } else {
        words::gaps(best, last)
    }
}

fn detail_of_loaded(analysis: &Analysis) -> String {
    let detail = detail(analysis);
    match analysis.trusts_of_part() {
        Some(trusts) => format!("{detail} {}", not_of_the_country(trusts)),
        None => detail,
    }
}

/// "37.2% in London against 24.0% across all trusts. The South West is lowest at 20.1%, then the
/// South East at 21.8%."
fn detail(analysis: &Analysis) -> String {
    let regions = regions_best_first(analysis);
    let focus = analysis.rules.focus;
    if analysis.all.eligible == 0 {
        return words::WHERE_REASONS_ARE.to_owned();
    }
    if analysis.lacks_weight().is_some() {
        return words::WEIGH_ALIKE.to_owned();
    }
    let (Some(ends), Some(all)) = (Extremes::of(&regions), analysis.all.figure) else {
        return if analysis.regions.is_empty() && analysis.all.published > 0 {
            words::RANKED_AMONG_ALL.to_owned()
        } else {
            words::CHOOSE_ANOTHER.to_owned()
        };
    };
    if ends.are_alike() && regions.len() > 1 {
        return words::in_each_region(&with_unit(ends.first, focus));
    }
    if regions.len() == 1 {
        return words::rests_on(analysis.all.published);
    }
    let first = words::best_against_all(&with_unit(ends.first, focus), &ends.at_first, &with_unit(all, focus));
    match last_in_words(&ends, &regions, &analysis.rules) {
        Some(last) => format!("{first} {last}"),
        None => first,
    }
}

fn last_in_words(ends: &Extremes<'_>, regions: &[Named<'_>], rules: &Rules) -> Option<String> {
    let before = regions.len().checked_sub(ends.at_last.len() + 1)?;
    let (_, before) = *regions.get(before)?;
    let figure = with_unit(before, rules.focus);
    let before = names_at(regions, before);
    let before = (before.as_slice(), figure.as_str());
    let last = with_unit(ends.last, rules.focus);
    let before = (regions.len() > 2).then_some(before);
    Some(words::last(rules, &ends.at_last, &last, before))
}

fn check(verdict: &Verdict, analysis: &Analysis) -> Check {
    let rules = &analysis.rules;
    let broken_by = verdict.broken_by.map(|(rule, counter)| {
        let counter = counter_in_words(verdict.claim, counter, rules);
        (rule.as_condition(), counter)
    });
    let claim = claim_in_words(verdict.claim, rules);
    let text = words::check(&claim, verdict.holds, verdict.of, broken_by);
    Check {
        text: of_analysis(analysis, text),
        holds: verdict.holds == verdict.of,
    }
}
