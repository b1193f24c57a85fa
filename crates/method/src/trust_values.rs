//! A trust's values for one measure, from any kind of file.

use std::rc::Rc;

use records::terms::{Figure, Focus, Group, Measure, Missing, Region, Urn, Value};
use records::{Amount, ByGroup};

use super::Location;

/// A school's part in its trust's figure for one group.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    /// Pupils of the group; for Progress 8 those included in it.
    pub pupils: Amount,
    /// The school's figure.
    pub value: Value,
    /// The weight; `None` if the school has no value or the rule lacks its pupils or years.
    pub weight: Option<f64>,
}

impl Part {
    /// Weight and number, if the school is part of the sums.
    pub(super) fn weighted(&self) -> Option<(f64, f64)> {
        Some((self.weight?, self.value.figure()?.number()))
    }

    /// Whether it has a figure based on no pupils.
    pub(super) fn is_of_nobody(&self) -> bool {
        self.value.figure().is_some() && self.pupils == Ok(0.0)
    }

    /// Why the school is not part of the sums: it has no value, or its weight is not known.
    #[must_use]
    pub fn missing(&self) -> Option<Missing> {
        match (self.value, self.weight) {
            (Value::Missing(reason), _) => Some(reason),
            (Value::Published(_), Some(_)) => None,
            (Value::Published(_), None) => Some(match self.pupils {
                Err(Missing::NoColumn | Missing::Blank) => Missing::PupilsNotKnown,
                Err(reason) => reason,
                Ok(_) => Missing::YearsNotKnown,
            }),
        }
    }
}

/// A school that counts, with its part in each group's figure of the measure in question.
#[derive(Debug, Clone, PartialEq)]
pub struct SchoolFigures {
    /// The school's number.
    pub urn: Urn,
    /// Its name as published.
    pub name: Rc<str>,
    /// Its region; `None` if its authority is unknown.
    pub region: Option<Region>,
    /// The code of its authority.
    pub authority: Option<u16>,
    /// Years in the trust; `None` if no file states it and no rule asks.
    pub years: Option<u32>,
    /// Its part in each group's figure.
    pub parts: ByGroup<Part>,
    /// Its row in the table of schools.
    pub(super) row: usize,
}

impl SchoolFigures {
    /// The school's own attainment gap, where it has both ends.
    #[must_use]
    pub fn gap(&self, measure: Measure) -> Option<Figure> {
        let value = |group| self.parts.get(group).value;
        gap(measure, value(Group::Disadvantaged), value(Group::Other))
    }
}

/// An eligible trust, for one measure.
#[derive(Debug, Clone)]
pub(super) struct TrustValues {
    /// The trust's index among those of its file or of the links, whatever the rules.
    pub(super) index: usize,
    pub(super) uid: Rc<str>,
    pub(super) name: Rc<str>,
    pub(super) region: Option<Region>,
    pub(super) pupils: Option<f64>,
    pub(super) group_pupils: ByGroup<Option<f64>>,
    pub(super) values: ByGroup<Value>,
    /// The pupils behind each value: the effective number from schools, or all pupils in a file of
    /// trusts, which is its upper bound.
    pub(super) effective_pupils: ByGroup<Option<f64>>,
    /// The standard errors of values that are adjusted for context; none of those that are as they were.
    pub(super) adjusted_errors: ByGroup<Option<f64>>,
    /// The schools that count; empty if the figures are as published.
    pub(super) schools: Rc<[SchoolFigures]>,
    /// Where its schools are.
    pub(super) location: Location,
}

impl TrustValues {
    /// The attainment gap: other minus disadvantaged, if both are known. If lower figures are
    /// better it is reversed, so that a gap above zero is always at the expense of the
    /// disadvantaged pupils.
    pub(super) fn gap(&self, measure: Measure) -> Option<Figure> {
        gap(
            measure,
            *self.values.get(Group::Disadvantaged),
            *self.values.get(Group::Other),
        )
    }
}

/// The gap between two values of a measure.
pub(super) fn gap(measure: Measure, disadvantaged: Value, other: Value) -> Option<Figure> {
    gap_of_figures(measure, disadvantaged.figure()?, other.figure()?)
}

/// The value of a focus among those of the groups: a group's own, or the gap; a gap without one end
/// has that end's reason.
pub(super) fn value_for(measure: Measure, focus: Focus, values: &ByGroup<Value>) -> Value {
    let (disadvantaged, other) = (*values.get(Group::Disadvantaged), *values.get(Group::Other));
    match focus.group() {
        Some(group) => *values.get(group),
        None => gap(measure, disadvantaged, other).map_or_else(
            || {
                let reason = disadvantaged.missing().or(other.missing());
                Value::Missing(reason.unwrap_or(Missing::NotAvailable))
            },
            Value::Published,
        ),
    }
}

/// The gap between two figures of a measure.
pub(super) fn gap_of_figures(measure: Measure, disadvantaged: Figure, other: Figure) -> Option<Figure> {
    if measure.lower_is_better() {
        disadvantaged.minus(other)
    } else {
        other.minus(disadvantaged)
    }
}
