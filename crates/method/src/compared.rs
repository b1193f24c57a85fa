//! Two to six trusts side by side, and for each pair whether the two can be distinguished.

use std::rc::Rc;

use records::terms::{Focus, Measure, Region, Value};
use stats::ranks::family_critical;

use super::profile::of_analysis;
use super::{
    Analysis, Context, Contexts, Family, IntervalChoices, Judgement, LookupError, Measured, Precision, Rank,
    RegionalRule, TrustDifference, trust_difference,
};

/// The fewest and the most trusts that can be compared.
pub const COMPARED: (usize, usize) = (2, 6);

/// A trust among those compared.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparedTrust {
    /// The Department's number.
    pub uid: Rc<str>,
    /// The name as published.
    pub name: Rc<str>,
    /// The lead region.
    pub region: Option<Region>,
    /// Pupils at the end of key stage 4.
    pub pupils: Option<f64>,
    /// The context of the pupils.
    pub context: Context,
}

/// A trust's figure in a comparison.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ComparedFigure {
    /// Its value.
    pub value: Value,
    /// Its precision.
    pub precision: Option<Precision>,
    /// The rank among all eligible trusts.
    pub rank: Option<Rank>,
    /// The rank in its region.
    pub regional_rank: Option<Rank>,
}

/// Two of the trusts, by their indices among those compared.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ComparedPair {
    /// The index of the first.
    pub one: usize,
    /// The index of the second, which comes after it.
    pub two: usize,
    /// The first's figure minus the second's, and whether the two can be distinguished; `None` if
    /// one has no interval.
    pub difference: Option<TrustDifference>,
}

/// The trusts in one measure for one group, or by their gaps.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparedMeasure {
    /// The measure.
    pub measure: Measure,
    /// The group, or the gap.
    pub focus: Focus,
    /// Each trust's index in the analysis, in the order in which they were named.
    pub indices: Vec<usize>,
    /// Each trust's figure, in the order in which they were named.
    pub figures: Vec<ComparedFigure>,
    /// The number that have an interval: the family of the comparisons.
    pub family: usize,
    /// The family's critical value, in standard errors of a difference; `None` if there is no pair.
    pub critical: Option<f64>,
    /// Every pair.
    pub pairs: Vec<ComparedPair>,
}

/// The trusts with these numbers, in this order.
///
/// # Errors
/// When fewer than two or more than six are named, one twice, or one that is not eligible.
pub fn compared_trusts(
    judgement: &Judgement,
    contexts: &Contexts,
    uids: &[&str],
) -> Result<Vec<ComparedTrust>, LookupError> {
    let (least, most) = COMPARED;
    if !(least..=most).contains(&uids.len()) {
        return Err(LookupError::Count(uids.len()));
    }
    let mut trusts: Vec<ComparedTrust> = Vec::with_capacity(uids.len());
    for uid in uids {
        if trusts.iter().any(|known| &*known.uid == *uid) {
            return Err(LookupError::Twice((*uid).to_owned()));
        }
        let (_, trust) = judgement.find(uid)?;
        let context = contexts.at(trust.index).cloned();
        trusts.push(ComparedTrust {
            uid: Rc::clone(&trust.uid),
            name: Rc::clone(&trust.name),
            region: trust.region,
            pupils: trust.pupils,
            context: context.unwrap_or_else(Context::unknown),
        });
    }
    Ok(trusts)
}

/// Compares trusts by one measure, for a group or by their gaps. The family of the pairs is the
/// trusts named here that have an interval: two can be distinguished where the interval of their
/// difference, at the family's critical value, excludes zero (method, section 7).
///
/// # Errors
/// When a trust is not eligible, or the files lack the measure for the group.
///
/// ```
/// use method::{IntervalChoices, Measured, Rules, compared};
/// use read::layout::read_file;
/// use records::model::Library;
/// use records::terms::Focus;
/// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,\
///            PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,400,25%,20%\n2,TWO,London,400,25%,60%\n";
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let measured = Measured::after(None, &library.newest().unwrap(), &Rules::default()).unwrap();
/// let found = compared(&measured, Focus::Disadvantaged, &["1", "2"], &IntervalChoices::default()).unwrap();
/// let difference = found.pairs[0].difference.unwrap();
/// assert_eq!(difference.difference.number(), -40.0);
/// assert!(difference.is_distinguishable);
/// ```
pub fn compared(
    measured: &Measured,
    focus: Focus,
    uids: &[&str],
    interval_choices: &IntervalChoices,
) -> Result<ComparedMeasure, LookupError> {
    for uid in uids {
        measured.judgement.find(uid)?;
    }
    // No regional figure is shown, and this rule is always available.
    let analysis = measured.analysis(focus, RegionalRule::SimpleMean, &[], interval_choices)?;
    let (mut indices, mut figures) = (Vec::new(), Vec::new());
    for uid in uids {
        let (index, trust) = of_analysis(&analysis, uid)?;
        indices.push(index);
        figures.push(ComparedFigure {
            value: trust.value(),
            precision: trust.precision,
            rank: trust.rank(),
            regional_rank: trust.regional_rank(),
        });
    }
    let family = Family::chosen(&analysis, &indices);
    let estimates = family.estimates();
    let critical = (estimates.len() > 1).then(|| family_critical(&estimates, interval_choices.level));
    let pairs = compared_pairs(&analysis, &indices, |_| Some((&family, critical?)));
    Ok(ComparedMeasure {
        measure: measured.measure,
        focus,
        indices,
        figures,
        family: estimates.len(),
        critical,
        pairs,
    })
}

/// The lead region whose trusts are the family in which two trusts are compared, given their lead regions; `None` for
/// all of England's trusts. It depends on these two alone and not on what else is on the screen, so they have one
/// interval and one answer on every page.
///
/// ```
/// use method::region_of_pair;
/// use records::terms::Region::{London, SouthWest};
/// assert_eq!(region_of_pair(Some(London), Some(London)), Some(London));
/// assert_eq!(region_of_pair(Some(London), Some(SouthWest)), None);
/// assert_eq!(region_of_pair(None, None), None);
/// ```
#[must_use]
pub fn region_of_pair(one: Option<Region>, two: Option<Region>) -> Option<Region> {
    one.filter(|_| one == two)
}

/// Every pair of the trusts with these indices in an analysis, each in its family with that family's critical value
/// (see [`FamilyRanks::critical`](super::FamilyRanks::critical)), which is asked for by [`region_of_pair`]. A family
/// can be of more trusts than these.
pub fn compared_pairs<'a>(
    analysis: &Analysis,
    indices: &[usize],
    family_of: impl Fn(Option<Region>) -> Option<(&'a Family, f64)>,
) -> Vec<ComparedPair> {
    let region = |index: usize| analysis.trusts.get(index).and_then(|trust| trust.region);
    let pairs = pairs(indices).map(|(one, two, (first, second))| {
        let family = family_of(region_of_pair(region(first), region(second)));
        let difference =
            family.and_then(|(family, critical)| trust_difference(analysis, family, critical, first, second));
        ComparedPair { one, two, difference }
    });
    pairs.collect()
}

/// Every pair of these indices, with the two of them.
fn pairs(indices: &[usize]) -> impl Iterator<Item = (usize, usize, (usize, usize))> {
    let firsts = indices.iter().enumerate();
    firsts.flat_map(move |(one, &first)| {
        let others = indices.iter().enumerate().skip(one + 1);
        others.map(move |(two, &second)| (one, two, (first, second)))
    })
}
