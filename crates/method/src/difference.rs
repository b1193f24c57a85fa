//! Two trusts of a family: how far apart they are, and whether they can be distinguished (method,
//! section 7).

use records::terms::Figure;
use stats::Interval;
use stats::ranks::distinguishable;

use super::precision::root_of_squares;
use super::{Analysis, Family};

/// The difference between two trusts of a family.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TrustDifference {
    /// The first trust's figure minus the second's.
    pub difference: Figure,
    /// The interval of the difference at the family's critical value, in the figures' unit.
    pub interval: Interval,
    /// Whether the two can be distinguished: whether the interval excludes zero.
    pub is_distinguishable: bool,
}

/// The difference between two trusts of an analysis by their indices, given the critical value for
/// every pair of the family (see [`FamilyRanks::critical`](super::FamilyRanks::critical)); `None`
/// if one of them is not in the family.
///
/// ```
/// use method::{IntervalChoices, Family, Measured, Rules, Scope, trust_difference};
/// use read::layout::read_file;
/// use records::model::Library;
/// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,\
///            PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,400,25%,20%\n2,TWO,London,400,25%,60%\n";
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let rules = Rules::default();
/// let measured = Measured::after(None, &library.newest().unwrap(), &rules).unwrap();
/// let analysis = measured.analysis(rules.focus, rules.regional, &[], &IntervalChoices::default()).unwrap();
/// let family = Family::of(&analysis, Scope::All);
/// // The best comes first. For two trusts the critical value is the level's z.
/// let found = trust_difference(&analysis, &family, 1.96, 0, 1).unwrap();
/// assert_eq!(found.difference.number(), 40.0);
/// assert!(found.is_distinguishable && found.interval.low() > 0.0);
/// ```
#[must_use]
pub fn trust_difference(
    analysis: &Analysis,
    family: &Family,
    critical: f64,
    one: usize,
    two: usize,
) -> Option<TrustDifference> {
    let figure = |index: usize| analysis.trusts.get(index)?.figure();
    let difference = figure(one)?.minus(figure(two)?)?;
    let (one, two) = (family.estimate_of(one)?, family.estimate_of(two)?);
    let error = root_of_squares(one.error(), two.error());
    Some(TrustDifference {
        difference,
        interval: Interval::normal(difference.number(), error, critical.max(0.0))?,
        is_distinguishable: distinguishable(one, two, critical),
    })
}
