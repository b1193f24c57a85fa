//! Figures adjusted for context: as they would be if every trust had an average context (method, section 10).
//!
//! `part.rs` has the parts of a context, `units.rs` the trusts or schools over which figures are fitted, `refusal.rs`
//! why they are not. This module makes of a fit the adjusted values of trusts and schools, which everything else
//! (ranks, regions, intervals, areas) takes for values like any others.

mod described;
mod part;
mod refusal;
mod units;

pub use described::{AdjustedTrust, Adjustment, PartSlope};
pub use part::{AdjustPart, AdjustParts};
pub use refusal::{NotAdjusted, PartNotUsed, UnitKind};
pub(crate) use units::{Fit, Units};

use std::cell::RefCell;
use std::rc::Rc;

use records::ByGroup;
use records::terms::{Focus, Group, Missing, Value};

use super::measured::value_from_schools;
use super::precision::root_of_squares;
use super::regional::{Question, Scope, Weighed};
use super::trust_values::TrustValues;
use super::{IntervalChoices, Measured, RegionalRule, Rules, SchoolFigures};

use units::Target;

/// What the values of trusts are adjusted for.
#[derive(Debug)]
pub(super) struct Adjusted {
    pub(super) asked: AdjustParts,
    pub(super) focus: Focus,
    /// The values as the files have them.
    pub(super) before: Rc<Vec<TrustValues>>,
    /// What was fitted for the focus first, then for the other groups that are shown beside it.
    pub(super) fitted: Vec<Fitted>,
    /// What is between the units of the focus without any context.
    pub(super) between_without: Option<f64>,
}

/// The units of some values for a focus, or why these cannot be adjusted.
#[derive(Debug)]
pub(super) struct KnownUnits {
    focus: Focus,
    choices: IntervalChoices,
    units: Result<Rc<Units>, NotAdjusted>,
}

/// Units and a fit of them.
#[derive(Debug, Clone)]
pub(super) struct Fitted {
    pub(super) units: Rc<Units>,
    pub(super) fit: Rc<Fit>,
}

impl Measured {
    /// The same values as they would be if every trust had an average context, for a focus; those of the other groups
    /// that are shown beside it are adjusted for the same parts.
    ///
    /// # Errors
    /// If they cannot be adjusted for any of the parts.
    ///
    /// ```
    /// use read::layout::read_file;
    /// use method::{AdjustPart, AdjustParts, IntervalChoices, Measured, NotAdjusted, Rules, UnitKind};
    /// use records::model::Library;
    /// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,\
    ///            PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,400,25%,40%\n2,TWO,South West,400,35%,30%\n";
    /// let mut library = Library::default();
    /// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
    /// let rules = Rules::default();
    /// let measured = Measured::after(None, &library.newest().unwrap(), &rules).unwrap();
    /// let parts = AdjustParts::NONE.with(AdjustPart::Disadvantaged, true);
    /// let refused = measured.adjusted(rules.focus, parts, &IntervalChoices::default()).unwrap_err();
    /// assert_eq!(refused, NotAdjusted::TooFew { kind: UnitKind::Trusts, units: 2, needed: 10 });
    /// ```
    pub fn adjusted(&self, focus: Focus, parts: AdjustParts, choices: &IntervalChoices) -> Result<Self, NotAdjusted> {
        let chief = Fitted::new(self, focus, parts, choices)?;
        if chief.fit.asked.is_empty() && !parts.is_empty() {
            return Err(NotAdjusted::NotInFile {
                parts,
                year: self.judgement.data.year,
            });
        }
        let without = chief.units.fit(AdjustParts::NONE).ok();
        let between_without = without.and_then(|fit| Some(fit.regression(Target::chief(focus))?.between));
        // Both ends are shown beside any focus.
        let others = [Focus::Disadvantaged, Focus::Other].into_iter();
        let others = others.filter(|other| focus != Focus::Gap && *other != focus);
        let others = others.filter_map(|other| Fitted::new(self, other, parts, choices).ok());
        let fitted: Vec<Fitted> = std::iter::once(chief.clone()).chain(others).collect();
        let mut adjusted = self.with_fits((focus, parts), fitted, between_without);
        // Surveys, which try thousands of combinations, have no use for these.
        if let (Some(cases), Some(of)) = (Rc::get_mut(&mut adjusted.cases), &adjusted.adjusted) {
            for case in cases.iter_mut().filter(|case| !case.schools.is_empty()) {
                let error = |group| error_from_schools(&case.schools, group, &of.fitted);
                case.adjusted_errors = ByGroup::make(error);
            }
        }
        Ok(adjusted)
    }

    /// The same for the parts that the user chose, or for all that the files offer if none is chosen.
    ///
    /// # Errors
    /// If they cannot be adjusted for any of these parts.
    pub fn adjusted_as_chosen(
        &self,
        focus: Focus,
        chosen: AdjustParts,
        choices: &IntervalChoices,
    ) -> Result<Self, NotAdjusted> {
        if !chosen.is_empty() {
            return self.adjusted(focus, chosen, choices);
        }
        let offered = self.adjustable(focus, choices)?;
        if offered.is_empty() {
            return Err(NotAdjusted::NotInFile {
                parts: AdjustParts::TRIED,
                year: self.judgement.data.year,
            });
        }
        self.adjusted(focus, offered, choices)
    }

    /// The parts of the context that the files offer for a focus.
    ///
    /// # Errors
    /// If figures cannot be adjusted for any part.
    pub fn adjustable(&self, focus: Focus, choices: &IntervalChoices) -> Result<AdjustParts, NotAdjusted> {
        self.units(focus, choices).map(|units| units.offered)
    }

    /// The trusts or schools over which a focus is adjusted, found once for these values.
    pub(super) fn units(&self, focus: Focus, choices: &IntervalChoices) -> Result<Rc<Units>, NotAdjusted> {
        let is_it = |known: &&KnownUnits| known.focus == focus && known.choices == *choices;
        if let Some(known) = self.units.borrow().iter().find(is_it) {
            return known.units.clone();
        }
        let units = Units::new(self, focus, choices).map(Rc::new);
        self.units.borrow_mut().push(KnownUnits {
            focus,
            choices: *choices,
            units: units.clone(),
        });
        units
    }

    /// The values adjusted by what was fitted before; from schools without their errors.
    pub(super) fn with_fits(
        &self,
        (focus, asked): (Focus, AdjustParts),
        fitted: Vec<Fitted>,
        between_without: Option<f64>,
    ) -> Self {
        let rules = Rules {
            measure: self.measure,
            ..self.judgement.rules
        };
        let cases = self.cases.iter();
        let cases: Vec<TrustValues> = cases.map(|case| adjusted_case(case, &fitted, &rules)).collect();
        Self {
            judgement: Rc::clone(&self.judgement),
            measure: self.measure,
            cases: Rc::new(cases),
            units: RefCell::default(),
            adjusted: Some(Rc::new(Adjusted {
                asked,
                focus,
                before: Rc::clone(&self.cases),
                fitted,
                between_without,
            })),
        }
    }
}

impl Fitted {
    fn new(
        measured: &Measured,
        focus: Focus,
        parts: AdjustParts,
        choices: &IntervalChoices,
    ) -> Result<Self, NotAdjusted> {
        let units = measured.units(focus, choices)?;
        let fit = units.fit(parts)?;
        Ok(Self {
            units,
            fit: Rc::new(fit),
        })
    }

    /// A unit's adjusted figure of a group, with its standard error.
    fn unit(&self, group: Group, index: usize) -> Option<(f64, f64)> {
        let place = self.units.place(index)?;
        let fitted = self.fit.regression(Target::Group(group))?.fitted.get(place)?;
        Some((fitted.adjusted, fitted.adjusted_variance.sqrt()))
    }
}

/// What was fitted for a group.
fn of_group(fitted: &[Fitted], group: Group) -> Option<&Fitted> {
    fitted
        .iter()
        .find(|fitted| fitted.fit.regression(Target::Group(group)).is_some())
}

/// An adjusted number in place of a value; a value that cannot be adjusted is missing.
fn adjusted_value(value: Value, number: Option<f64>, rules: &Rules) -> Value {
    if value.figure().is_none() {
        return value;
    }
    let figure = number.and_then(|number| rules.measure.figure(number));
    figure.map_or(Value::Missing(Missing::ContextNotKnown), Value::Published)
}

fn adjusted_case(case: &TrustValues, fitted: &[Fitted], rules: &Rules) -> TrustValues {
    if case.schools.is_empty() {
        let adjusted = ByGroup::make(|group| of_group(fitted, group)?.unit(group, case.index));
        return TrustValues {
            values: ByGroup::make(|group| {
                let number = adjusted.get(group).map(|(number, _)| number);
                adjusted_value(*case.values.get(group), number, rules)
            }),
            adjusted_errors: ByGroup::make(|group| adjusted.get(group).map(|(_, error)| error)),
            ..case.clone()
        };
    }
    let schools: Rc<[SchoolFigures]> = case
        .schools
        .iter()
        .map(|school| adjusted_school(school, fitted, rules))
        .collect();
    let values = ByGroup::make(|group| match case.values.get(group) {
        Value::Published(_) => value_from_schools(&schools, None, group, rules),
        missing @ Value::Missing(_) => *missing,
    });
    TrustValues {
        values,
        schools,
        ..case.clone()
    }
}

fn adjusted_school(school: &SchoolFigures, fitted: &[Fitted], rules: &Rules) -> SchoolFigures {
    let mut school = school.clone();
    for group in Group::ALL {
        let adjusted = of_group(fitted, group).and_then(|fitted| fitted.unit(group, school.row));
        let part = school.parts.get_mut(group);
        part.value = adjusted_value(part.value, adjusted.map(|(number, _)| number), rules);
        if part.value.figure().is_none() {
            part.weight = None;
        }
    }
    school
}

/// The schools of a trust that are in a group's figure: their places among the units, their shares of the weight.
pub(super) fn shares(schools: &[SchoolFigures], group: Group, units: &Units) -> Vec<(usize, f64)> {
    let weighed = schools.iter().filter_map(|school| {
        let part = school.parts.get(group);
        part.value.figure()?;
        Some((units.place(school.row)?, part.weight?))
    });
    let weighed: Vec<(usize, f64)> = weighed.collect();
    let total: f64 = weighed.iter().map(|(_, weight)| weight).sum();
    let shares = weighed.into_iter().map(|(place, weight)| (place, weight / total));
    shares.filter(|(_, share)| share.is_finite()).collect()
}

/// The standard error of a trust's adjusted figure from schools: `sqrt(s_T^2 + xc_T' Cc xc_T)`, its schools' own errors
/// and those of the slopes at its weighted context.
fn error_from_schools(schools: &[SchoolFigures], group: Group, fitted: &[Fitted]) -> Option<f64> {
    let fitted = of_group(fitted, group)?;
    let (own, context) = own_and_context(schools, group, fitted)?;
    let effect = fitted.fit.regression(Target::Group(group))?.effect(&context)?;
    Some((own + effect.variance).sqrt())
}

/// The variance of a trust's figure from its schools' own errors, and its weighted context.
pub(super) fn own_and_context(schools: &[SchoolFigures], group: Group, fitted: &Fitted) -> Option<(f64, Vec<f64>)> {
    let regression = fitted.fit.regression(Target::Group(group))?;
    let mut context: Vec<f64> = Vec::new();
    let mut own = 0.0;
    for (place, share) in shares(schools, group, &fitted.units) {
        let of_school = fitted.units.context(&fitted.fit, place);
        context.resize(of_school.len(), 0.0);
        for (sum, number) in context.iter_mut().zip(of_school) {
            *sum += share * number;
        }
        own += share * share * regression.units().get(place)?.variance;
    }
    (own > 0.0).then_some((own, context))
}

impl Adjusted {
    /// The two standard errors of the adjusted figure of a part of the country: from the sampling of pupils alone, and
    /// from which trusts there happen to be as well. `None` if no trust in it has a figure.
    pub(super) fn errors_of(
        &self,
        question: Question,
        cases: &[TrustValues],
        scope: Scope<'_>,
    ) -> Option<(f64, Option<f64>)> {
        let square = |number: f64| number * number;
        let of_group = |group: Group, needs_both: bool| {
            let fitted = of_group(&self.fitted, group)?;
            let weights = weights(question, (cases, scope), (group, needs_both), &fitted.units)?;
            let combined = fitted.fit.regression(Target::Group(group))?.combined(&weights);
            Some((weights, combined, fitted))
        };
        if let Some(group) = question.focus.group() {
            let (_, combined, _) = of_group(group, false)?;
            return Some((combined.sampling.sqrt(), Some(combined.with_between.sqrt())));
        }
        let (disadvantaged, of_disadvantaged, fitted) = of_group(Group::Disadvantaged, true)?;
        let (other, of_other, _) = of_group(Group::Other, true)?;
        let sampling = root_of_squares(of_disadvantaged.sampling.sqrt(), of_other.sampling.sqrt());
        // What is left of both ends of a gap goes together, as far as what is left of the gap itself tells.
        let between = |target| Some(fitted.fit.regression(target)?.between);
        let wider = || {
            let ends = [Group::Disadvantaged, Group::Other].map(|group| between(Target::Group(group)));
            let [Some(one), Some(two)] = ends else { return None };
            let most = (one * two).sqrt();
            let shared = ((one + two - between(Target::Gap)?) / 2.0).max(-most).min(most);
            let products: f64 = disadvantaged.iter().zip(&other).map(|(one, other)| one * other).sum();
            let extra = (of_disadvantaged.with_between - of_disadvantaged.sampling)
                + (of_other.with_between - of_other.sampling)
                - 2.0 * shared * products;
            Some((square(sampling) + extra.max(0.0)).sqrt())
        };
        Some((sampling, wider()))
    }
}

/// The weights of units in the figure of a part of the country, which add up to 1; `None` if none has one.
fn weights(
    question: Question,
    (cases, scope): (&[TrustValues], Scope<'_>),
    (group, needs_both): (Group, bool),
    units: &Units,
) -> Option<Vec<f64>> {
    let mut weights = vec![0.0; units.len()];
    let mut total = 0.0;
    let mut add = |place: usize, weight: f64| {
        if let Some(slot) = weights.get_mut(place) {
            *slot += weight;
            total += weight;
        }
    };
    for case in cases {
        let counts = question.rule == RegionalRule::BySchool || scope.has_trust(case);
        if !counts || needs_both && !question.has_both_ends(case, scope) {
            continue;
        }
        for (weight, weighed) in question.weighing(case, scope, group) {
            match weighed {
                Weighed::School(school, _) => {
                    if let Some(place) = units.place(school.row) {
                        add(place, weight);
                    }
                }
                Weighed::Trust(case, _) if case.schools.is_empty() => {
                    if let Some(place) = units.place(case.index) {
                        add(place, weight);
                    }
                }
                Weighed::Trust(case, _) => {
                    for (place, share) in shares(&case.schools, group, units) {
                        add(place, weight * share);
                    }
                }
            }
        }
    }
    (total > 0.0).then(|| weights.iter().map(|weight| weight / total).collect())
}
