//! How each school contributes to a trust's figure: its share, and the figure without it.

use records::terms::order::sorted_by_key;
use records::terms::{Figure, Group, Missing, Unit, Value};
use records::{Amount, ByGroup};

use super::measured::value_from_schools;
use super::trust_values::value_for;
use super::{Analysis, Rules, SchoolFigures, TrustFigures};

/// A school's part in its trust's figure of the focus.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Contribution<'a> {
    /// The school.
    pub school: &'a SchoolFigures,
    /// Its own value of the focus: a group's figure, or its own gap.
    pub value: Value,
    /// Its pupils of the group used as weight; for a gap, disadvantaged pupils.
    pub pupils: Amount,
    /// Its share of the weight of that group, in per cent; `None` if it is not part of the sums.
    pub share: Option<Figure>,
    /// What the trust's figure would be without the school, with the same rules; `None` if it is
    /// not part of the sums, or there would be no figure.
    pub without: Option<Figure>,
}

impl Contribution<'_> {
    /// Why the school is not shown with a value and a share; `None` if it is.
    #[must_use]
    pub fn missing(&self, rules: &Rules) -> Option<Missing> {
        let part = self.school.parts.get(rules.focus.weighing_group());
        self.value.missing().or_else(|| part.missing())
    }
}

/// The schools of a trust of an analysis by their share of its figure, the greatest first; empty if
/// its figures are as published.
///
/// ```
/// use read::layout::read_file;
/// use method::{analyse, contributions, Rules};
/// use records::model::Library;
/// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,40%\n";
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let analysis = analyse(&library.newest().unwrap(), &Rules::default()).unwrap();
/// assert!(contributions(&analysis, &analysis.trusts[0]).is_empty());
/// ```
#[must_use]
pub fn contributions<'a>(analysis: &Analysis, trust: &'a TrustFigures) -> Vec<Contribution<'a>> {
    let rules = &analysis.rules;
    let shares = trust.school_shares(rules.focus).enumerate();
    let parts = shares.map(|(index, (school, part, share))| {
        let values = ByGroup::make(|group| school.parts.get(group).value);
        Contribution {
            school,
            value: value_for(rules.measure, rules.focus, &values),
            pupils: part.pupils,
            share: share.and_then(|share| Figure::new(share * 100.0, Unit::Percent)),
            without: share.and_then(|_| without(trust, index, rules)),
        }
    });
    sorted_by_key(parts.collect(), |part: &Contribution<'_>| {
        part.share.map_or(1, |share| -share.steps())
    })
}

/// The school whose removal would change a trust's figure most (the first if several), with that
/// figure and its difference from the trust's own; `None` if there is no figure without any one of
/// them.
pub fn greatest_influence<'p, 'a>(
    trust: &TrustFigures,
    parts: &'p [Contribution<'a>],
) -> Option<(&'p Contribution<'a>, Figure, Figure)> {
    let own = trust.figure()?;
    let moves = parts.iter().filter_map(|part| {
        let without = part.without?;
        Some((part, without, without.minus(own)?))
    });
    let by_size = sorted_by_key(moves.collect(), |(_, _, moved): &(_, _, Figure)| -moved.steps().abs());
    by_size.into_iter().next()
}

/// The trust's figure of the focus without the school of one index.
fn without(trust: &TrustFigures, index: usize, rules: &Rules) -> Option<Figure> {
    let of_others = |group: Group| value_from_schools(&trust.schools, Some(index), group, rules);
    let values = ByGroup::make(of_others);
    value_for(rules.measure, rules.focus, &values).figure()
}
