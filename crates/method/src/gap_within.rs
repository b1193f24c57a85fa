//! How much of a gap is inside the same school, and how much between schools (method, section 13).

use records::terms::{Figure, Group};
use stats::{TwoGroups, gap_parts};

use super::trust_values::gap_of_figures;
use super::{Analysis, SchoolFigures, Scope, TrustFigures};

/// The gap of a trust or of a part of the country over the schools that have both groups' figures, in its two parts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GapWithin {
    /// The gap over these schools: the sum of the two parts.
    pub gap: Figure,
    /// How far apart the groups are in the same school, on average over disadvantaged pupils.
    pub within: Figure,
    /// How much comes of disadvantaged pupils being in schools where other pupils do worse, too; below 0 where they are
    /// in schools where others do better.
    pub between: Figure,
    /// The schools that have both groups' figures.
    pub schools: usize,
    /// The other schools that count: they have one group's figure alone, or none.
    pub left_out: usize,
    /// The gap that is shown elsewhere, under the rules in force, if there is one; it can differ, because schools with
    /// one group alone are in it.
    pub shown: Option<Figure>,
}

/// The gap of a trust within and between its schools, each group weighted as in the trust's figure. `None` if its
/// figures are as published, which do not say what its schools have, or no school has both groups' figures.
///
/// ```
/// use method::{Rules, analyse, trust_gap_within};
/// use read::layout::read_file;
/// use records::model::Library;
/// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,40%\n";
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let analysis = analyse(&library.newest().unwrap(), &Rules::default()).unwrap();
/// assert!(trust_gap_within(&analysis, &analysis.trusts[0]).is_none());
/// ```
#[must_use]
pub fn trust_gap_within(analysis: &Analysis, trust: &TrustFigures) -> Option<GapWithin> {
    let schools = trust.schools.iter();
    let weighted = |school: &SchoolFigures, group| school.parts.get(group).weighted();
    gap_within(analysis, schools, &weighted, trust.gap)
}

/// The gap of a part of the country within and between the schools in it that count in eligible trusts, wherever these
/// belong; each group weighted by its pupils. `None` as in [`trust_gap_within`].
#[must_use]
pub fn part_gap_within(analysis: &Analysis, scope: Scope<'_>) -> Option<GapWithin> {
    let schools = analysis.trusts.iter().flat_map(|trust| &*trust.schools);
    let pupils = |school: &SchoolFigures, group| {
        let part = school.parts.get(group);
        Some((part.pupils.ok()?, part.value.figure()?.number()))
    };
    let figures = analysis.figures_of(scope);
    let shown = figures.and_then(|of| of.pair).map(|pair| pair.gap);
    gap_within(
        analysis,
        schools.filter(|school| scope.has_school(school)),
        &pupils,
        shown,
    )
}

/// A group's weight and figure in a school; `None` if either is missing.
type OfGroup<'a> = dyn Fn(&SchoolFigures, Group) -> Option<(f64, f64)> + 'a;

fn gap_within<'a>(
    analysis: &Analysis,
    schools: impl Iterator<Item = &'a SchoolFigures>,
    of_group: &OfGroup<'_>,
    shown: Option<Figure>,
) -> Option<GapWithin> {
    let (mut units, mut left_out) = (Vec::new(), 0);
    for school in schools {
        let disadvantaged = of_group(school, Group::Disadvantaged);
        match disadvantaged.zip(of_group(school, Group::Other)) {
            Some(((first_weight, first), (second_weight, second))) => units.push(TwoGroups {
                first_weight,
                first,
                second_weight,
                second,
            }),
            None => left_out += 1,
        }
    }
    let parts = gap_parts(&units)?;
    // A gap above 0 is always at the expense of disadvantaged pupils.
    let measure = analysis.rules.measure;
    let gap = |difference: f64| {
        let unit = measure.unit();
        gap_of_figures(measure, Figure::new(0.0, unit)?, Figure::new(difference, unit)?)
    };
    Some(GapWithin {
        gap: gap(parts.gap)?,
        within: gap(parts.within)?,
        between: gap(parts.between)?,
        schools: units.len(),
        left_out,
        shown,
    })
}
