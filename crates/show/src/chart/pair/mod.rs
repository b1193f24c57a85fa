//! Two trusts of a family in words: distinguishable or not.

pub(crate) mod words;

use method::{Analysis, Family, FamilyOf, region_of_pair, trust_difference};
use records::model::Basis;
use records::terms::letters::with_capital;
use records::terms::{Figure, Region};

use crate::chart::could_be::words::whose;

use super::bounds::level_in_words;
use super::trust::figure_in_sentence;

/// Two trusts of an analysis in a sentence, in the family of such a pair ([`region_of_pair`]). Returns `None` until
/// that family is ranked, or if one of them has no interval.
#[must_use]
pub fn pair_sentence<'a>(
    analysis: &Analysis,
    (one, two): (usize, usize),
    family_of: impl Fn(Option<Region>) -> Option<(&'a Family, f64)>,
) -> Option<String> {
    let region = |index: usize| Some(analysis.trusts.get(index)?.region);
    let (family, critical) = family_of(region_of_pair(region(one)?, region(two)?))?;
    let words = pair_in_words(analysis, family, critical, one, two)?;
    Some(format!("{}.", with_capital(&words)))
}

/// The trusts of two indices in an analysis as members of a family: "X (34%) and Y (28%): not distinguishable at 95%
/// among the South West's 28 trusts. The difference is 6 percentage points (from −3 to 15)".
///
/// Returns `None` if one of them is not a member. `critical` is the family's, for every pair of it.
#[must_use]
pub fn pair_in_words(analysis: &Analysis, family: &Family, critical: f64, one: usize, two: usize) -> Option<String> {
    let found = trust_difference(analysis, family, critical, one, two)?;
    let trust = |index: usize| {
        let trust = analysis.trusts.get(index)?;
        let figure = figure_in_sentence(trust.figure()?, analysis.basis);
        Some(format!("{} ({figure})", trust.readable_name))
    };
    let unit = found.difference.unit();
    let (low, high) = (found.interval.low(), found.interval.high());
    let (low, high) = (Figure::new(low, unit)?, Figure::new(high, unit)?);
    let is_whole = analysis.basis == Basis::Published && found.difference.is_whole_percent();
    // An end near zero is not to look as if it were zero.
    let nearest = low.number().abs().min(high.number().abs());
    let shown: fn(Figure) -> String = if is_whole && nearest >= 0.5 {
        Figure::whole
    } else {
        Figure::plain
    };
    let difference = if is_whole {
        found.difference.whole()
    } else {
        found.difference.plain()
    };
    Some(words::pair(
        [&trust(one)?, &trust(two)?],
        found.is_distinguishable,
        (&level_in_words(analysis.level()), &family_in_words(family)),
        (&difference, unit.difference_word()),
        [&shown(low), &shown(high)],
    ))
}

/// The family whose pairs are compared: "the South West's 28 trusts", "the 3 chosen trusts".
#[must_use]
pub fn family_in_words(family: &Family) -> String {
    let count = family.indices().count();
    match &family.of {
        FamilyOf::Chosen => words::chosen_trusts(count),
        of => words::trusts_of(&whose(of), count),
    }
}
