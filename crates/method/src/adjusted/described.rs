//! What an adjusted analysis says of its adjustment, and of each trust in it.

use records::terms::{Figure, Focus, Group};
use stats::meta_regression::Coefficient;

use crate::precision::Scale;
use crate::trust_values::{TrustValues, value_for};
use crate::{IntervalChoices, Measured, Precision, TrustFigures};

use super::part::{AdjustPart, AdjustParts};
use super::refusal::{PartNotUsed, UnitKind};
use super::units::Target;
use super::{Adjusted, Fitted, own_and_context};

/// How the figures of an analysis are adjusted.
#[derive(Debug, Clone, PartialEq)]
pub struct Adjustment {
    /// The parts that were asked for.
    pub asked: AdjustParts,
    /// The parts that figures are adjusted for.
    pub used: AdjustParts,
    /// The parts that were asked for and are not adjusted for, with the reason.
    pub not_used: Vec<(AdjustPart, PartNotUsed)>,
    /// The parts that the files offer.
    pub offered: AdjustParts,
    /// What the figures were fitted over.
    pub units: UnitKind,
    /// How many of these there are: those with a figure and with every part that the files offer.
    pub count: usize,
    /// The share of the true variance between them that the parts explain, 0 to 1; `None` if chance alone could explain
    /// the differences without any part.
    pub share_explained: Option<f64>,
    /// What is left between them: a standard deviation (tau), in the figures' unit.
    pub left: f64,
    /// How a figure changes with each part; of a gap, how the gap does.
    pub slopes: Vec<PartSlope>,
    /// Every trust that has an adjusted figure, by its index.
    trusts: Vec<(usize, AdjustedTrust)>,
}

/// How a figure changes with a part of the context.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PartSlope {
    /// The part; `selective` has two, first for schools that select.
    pub part: AdjustPart,
    /// The mean of the part over the units: what figures are adjusted to.
    pub mean: f64,
    /// How much a figure changes with 1 of the part, in the figure's unit.
    pub coefficient: Coefficient,
}

/// A trust whose figure is adjusted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AdjustedTrust {
    /// Its figure before, as published or computed.
    pub before: Figure,
    /// Its adjusted figure.
    pub adjusted: Figure,
    /// The figure to be expected of trusts with such an intake.
    pub expected: Figure,
    /// How much more than that it has.
    pub difference: Figure,
    /// The precision of the difference.
    pub precision: Option<Precision>,
    /// The variance of the figure before, as it was fitted.
    pub(crate) own_variance: f64,
    /// The variance of what is to be expected: how well the line is known.
    pub(crate) expected_variance: f64,
}

impl Adjustment {
    /// A trust of the adjusted analysis.
    #[must_use]
    pub fn of(&self, trust: &TrustFigures) -> Option<&AdjustedTrust> {
        let found = self.trusts.binary_search_by_key(&trust.index, |(index, _)| *index);
        self.trusts.get(found.ok()?).map(|(_, trust)| trust)
    }
}

/// What is expected of units with a context, with the variance of that and of the figure itself.
struct Expected {
    expected: f64,
    expected_variance: f64,
    own_variance: f64,
    effect: f64,
}

impl Adjusted {
    /// The adjustment of the figures of a focus.
    pub(crate) fn described(&self, measured: &Measured, focus: Focus, choices: &IntervalChoices) -> Adjustment {
        let chief = self.fitted.first();
        let target = Target::chief(self.focus);
        let regression = chief.and_then(|fitted| fitted.fit.regression(target));
        let between = regression.map_or(f64::NAN, |regression| regression.between);
        let without = self.between_without.filter(|without| *without > 0.0);
        let not_used: &[(AdjustPart, PartNotUsed)] = chief.map_or(&[], |fitted| &fitted.fit.not_used);
        let slopes = regression.map_or(&[][..], |regression| &regression.slopes);
        let slopes = slopes.iter().filter_map(|slope| {
            Some(PartSlope {
                part: chief?.fit.part(slope.index)?,
                mean: slope.mean,
                coefficient: slope.coefficient,
            })
        });
        let mut trusts: Vec<(usize, AdjustedTrust)> = Vec::new();
        if focus == self.focus {
            let scale = Scale::new(measured, choices);
            let cases = self.before.iter().zip(&*measured.cases);
            trusts.extend(cases.filter_map(|(before, case)| {
                let value = |values| value_for(measured.measure, focus, values).figure();
                let (before_figure, adjusted) = (value(&before.values)?, value(&case.values)?);
                let expected = self.expected_of(case, focus, measured.measure.lower_is_better())?;
                let difference = adjusted.number() + expected.effect - expected.expected;
                let error = (expected.own_variance + expected.expected_variance).sqrt();
                let trust = AdjustedTrust {
                    before: before_figure,
                    adjusted,
                    expected: measured.measure.figure(expected.expected)?,
                    difference: measured.measure.figure(difference)?,
                    precision: scale.unbounded(difference, error, None),
                    own_variance: expected.own_variance,
                    expected_variance: expected.expected_variance,
                };
                Some((case.index, trust))
            }));
            trusts.sort_by_key(|(index, _)| *index);
        }
        Adjustment {
            asked: self.asked,
            used: not_used
                .iter()
                .fold(self.asked, |used, (part, _)| used.with(*part, false)),
            not_used: not_used.to_vec(),
            offered: chief.map_or(AdjustParts::NONE, |fitted| fitted.units.offered),
            units: chief.map_or(UnitKind::Trusts, |fitted| fitted.units.kind),
            count: chief.map_or(0, |fitted| fitted.units.len()),
            share_explained: without.map(|without| (1.0 - between / without).max(0.0)),
            left: between.sqrt(),
            slopes: slopes.collect(),
            trusts,
        }
    }

    fn expected_of(&self, case: &TrustValues, focus: Focus, lower_is_better: bool) -> Option<Expected> {
        let of = |group: Group| {
            let fitted = super::of_group(&self.fitted, group)?;
            expected_of_group(fitted, case, group)
        };
        if let Some(group) = focus.group() {
            return of(group);
        }
        let (one, other) = (of(Group::Disadvantaged)?, of(Group::Other)?);
        let sign = if lower_is_better { -1.0 } else { 1.0 };
        Some(Expected {
            expected: sign * (other.expected - one.expected),
            expected_variance: one.expected_variance + other.expected_variance,
            own_variance: one.own_variance + other.own_variance,
            effect: sign * (other.effect - one.effect),
        })
    }
}

fn expected_of_group(fitted: &Fitted, case: &TrustValues, group: Group) -> Option<Expected> {
    let regression = fitted.fit.regression(Target::Group(group))?;
    let (own_variance, context) = if case.schools.is_empty() {
        let place = fitted.units.place(case.index)?;
        let own = regression.units().get(place)?.variance;
        (own, fitted.units.context(&fitted.fit, place))
    } else {
        own_and_context(&case.schools, group, fitted)?
    };
    let effect = regression.effect(&context)?;
    Some(Expected {
        expected: effect.expected,
        expected_variance: effect.expected_variance,
        own_variance,
        effect: effect.value,
    })
}
