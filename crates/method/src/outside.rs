//! The schools of a part of the country that are not in an eligible trust, compared with those that
//! are.

use records::terms::order::sorted;
use records::terms::{Group, Measure, Missing, SchoolType, Urn, Value};
use records::{Amount, ByGroup, School};

use super::trust_values::value_for;
use super::weighting::weighted_mean;
use super::{Analysis, Measured, Scope};

/// The state-funded mainstream schools of a part of the country: those in eligible trusts, and all others.
///
/// Both figures are computed in the same way so that they can be compared: means of schools by
/// where they are, weighted by their pupils of the group whatever the weights in force, each for
/// one year's pupils and not for years in a trust.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OutsideTrusts {
    /// The schools that count in an eligible trust, wherever that belongs.
    pub inside: SchoolsTogether,
    /// The others: maintained schools, and academies that are not in an eligible trust.
    pub outside: SchoolsTogether,
}

/// Schools taken together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SchoolsTogether {
    /// The number of them.
    pub schools: usize,
    /// The number of them in the figure.
    pub with_figure: usize,
    /// Their pupils of the group at the end of key stage 4; of the disadvantaged for the gap.
    pub pupils: f64,
    /// The figure, weighted by pupils, or the gap between two; missing if no school has a value and
    /// pupils.
    pub figure: Value,
}

/// The schools of a part of the country inside and outside of eligible trusts; `None` if the
/// figures are not computed from schools, or it has no school of either kind.
#[must_use]
pub fn outside_trusts(measured: &Measured, analysis: &Analysis, scope: Scope<'_>) -> Option<OutsideTrusts> {
    let table = measured.judgement.data.schools.as_ref()?;
    let counting = analysis.trusts.iter().flat_map(|trust| trust.schools.iter());
    let counting: Vec<Urn> = sorted(counting.map(|school| school.urn).collect(), Ord::cmp);
    let here = table.schools.iter();
    let here = here.filter(|school| scope.is_location_of(*school));
    let (inside, others): (Vec<School<'_>>, Vec<School<'_>>) =
        here.partition(|school| counting.binary_search(&school.urn()).is_ok());
    let outside: Vec<School<'_>> = others.into_iter().filter(is_mainstream).collect();
    if counting.is_empty() || inside.is_empty() && outside.is_empty() {
        return None;
    }
    Some(OutsideTrusts {
        inside: SchoolsTogether::of(&inside, analysis),
        outside: SchoolsTogether::of(&outside, analysis),
    })
}

/// Whether the state pays for a school that is neither special, alternative provision nor a college, and it has pupils
/// and results of key stage 4.
fn is_mainstream(school: &School<'_>) -> bool {
    let is_of_type = matches!(
        school.school_type(),
        SchoolType::Sponsored
            | SchoolType::Converter
            | SchoolType::Free
            | SchoolType::Studio
            | SchoolType::TechnicalCollege
            | SchoolType::Academy
            | SchoolType::Maintained
    );
    is_of_type && Group::ALL.into_iter().any(|group| school.has_any(group))
}

impl SchoolsTogether {
    fn of(schools: &[School<'_>], analysis: &Analysis) -> Self {
        let (measure, focus) = (analysis.rules.measure, analysis.rules.focus);
        let of_group = |school: &School<'_>, group| -> Option<(f64, f64)> {
            let figure = school.value(measure, group).figure()?;
            Some((pupils(*school, measure, group).ok()?, figure.number()))
        };
        let has_figure = |school: &&School<'_>| match focus.group() {
            Some(group) => of_group(school, group).is_some(),
            // Both ends of a gap are of the same schools.
            None => of_group(school, Group::Disadvantaged).is_some() && of_group(school, Group::Other).is_some(),
        };
        let used: Vec<&School<'_>> = schools.iter().filter(has_figure).collect();
        let mean = |group| {
            let parts = used.iter().filter_map(|school| of_group(school, group));
            weighted_mean(parts)
        };
        let values = ByGroup::make(|group| {
            let mean = mean(group).ok_or(Missing::NotAvailable);
            Value::of(mean, measure.unit())
        });
        let group = focus.weighing_group();
        let counted = used.iter().filter_map(|school| of_group(school, group));
        Self {
            schools: schools.len(),
            with_figure: used.len(),
            pupils: counted.map(|(pupils, _)| pupils).sum(),
            figure: value_for(measure, focus, &values),
        }
    }
}

/// Pupils of a group; for Progress 8 those included in it.
fn pupils(school: School<'_>, measure: Measure, group: Group) -> Amount {
    if measure == Measure::Progress8 {
        school.progress_pupils(group)
    } else {
        school.pupils(group)
    }
}
