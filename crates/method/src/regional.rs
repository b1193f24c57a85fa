//! The figure of a region, an area, or all trusts, under a regional rule (method, section 3).

use records::terms::{Area, Figure, Focus, Group, Measure, Region, Value};
use records::{ByGroup, School};

use super::figures::AreaFigures;
use super::precision::{Estimator, Precision, root_of_squares};
use super::trust_values::{TrustValues, gap_of_figures, value_for};
use super::weighting::WeightedMean;
use super::{Analysis, Measured, RegionalRule, SchoolFigures, TrustFigures};

/// The two ends of a gap and their difference, over the same trusts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// The disadvantaged pupils' figure.
    pub disadvantaged: Figure,
    /// The other pupils' figure.
    pub other: Figure,
    /// Other minus disadvantaged.
    pub gap: Figure,
    /// The number of trusts in it.
    pub trusts: usize,
}

/// The Department's figures for schools, for the focus of an analysis: a group's value, or the gap
/// between two.
#[must_use]
pub fn published_for(analysis: &Analysis, values: &ByGroup<Value>) -> Value {
    value_for(analysis.rules.measure, analysis.rules.focus, values)
}

/// The ends of England's gap as the Department publishes them for state-funded schools; `None` if
/// the school file does not have them.
#[must_use]
pub fn england_pair(analysis: &Analysis) -> Option<Pair> {
    let values = analysis.england.state_funded?;
    let disadvantaged = values.get(Group::Disadvantaged).figure()?;
    let other = values.get(Group::Other).figure()?;
    Some(Pair {
        disadvantaged,
        other,
        gap: gap_of_figures(analysis.rules.measure, disadvantaged, other)?,
        trusts: 0,
    })
}

/// The part of the country that a figure is about.
#[derive(Debug, Clone, Copy)]
pub enum Scope<'a> {
    /// The whole country.
    All,
    /// A region.
    Region(Region),
    /// A user-defined area.
    Area(&'a Area),
}

impl Scope<'_> {
    /// Whether a trust belongs to it as a whole: by its lead region, or by more than half of its
    /// weight for an area.
    pub(super) fn has_trust(&self, case: &TrustValues) -> bool {
        match self {
            Self::All => true,
            Self::Region(region) => case.region == Some(*region),
            Self::Area(area) => case.location.is_in(area),
        }
    }

    /// The same for a trust of an analysis.
    #[must_use]
    pub fn is_of(&self, trust: &TrustFigures) -> bool {
        match self {
            Self::All => true,
            Self::Region(region) => trust.region == Some(*region),
            Self::Area(area) => trust.location.is_in(area),
        }
    }

    /// Whether a school in a school file is in it.
    pub(super) fn is_location_of(&self, school: School<'_>) -> bool {
        match self {
            Self::All => true,
            Self::Region(region) => school.region() == Some(*region),
            Self::Area(area) => school.authority().is_some_and(|code| area.contains(code)),
        }
    }

    /// The number of schools in it that count in eligible trusts, wherever these belong.
    fn schools(&self, measured: &Measured) -> usize {
        match self {
            Self::All => measured.judgement.schools(None),
            Self::Region(region) => measured.judgement.schools(Some(*region)),
            Self::Area(_) => {
                let schools = measured.cases.iter().flat_map(|case| &*case.schools);
                schools.filter(|school| self.has_school(school)).count()
            }
        }
    }

    /// Whether a school that counts in a trust is in it.
    pub(super) fn has_school(&self, school: &SchoolFigures) -> bool {
        match self {
            Self::All => true,
            Self::Region(region) => school.region == Some(*region),
            Self::Area(area) => school.authority.is_some_and(|code| area.contains(code)),
        }
    }
}

/// The figures of all trusts and of each region, with the precision of each trust's figure.
pub(super) struct Country {
    pub(super) all: AreaFigures,
    pub(super) regions: [(Region, AreaFigures); Region::ALL.len()],
    /// In the order of the trusts' values.
    pub(super) trusts: Vec<Option<Precision>>,
}

/// The measure, the focus and the rule of a regional figure.
#[derive(Debug, Clone, Copy)]
pub(super) struct Question {
    pub(super) measure: Measure,
    pub(super) focus: Focus,
    pub(super) rule: RegionalRule,
}

impl Question {
    /// All figures of a part of the country, without precision.
    pub(super) fn area(self, measured: &Measured, scope: Scope<'_>) -> AreaFigures {
        self.tally(measured, scope, &|_| None)
            .area(self, scope.schools(measured))
    }

    /// All figures of a part of the country.
    pub(super) fn precise_area(self, measured: &Measured, scope: Scope<'_>, estimator: &Estimator<'_>) -> AreaFigures {
        let tally = self.tally(measured, scope, &|weighed| estimator.error_of(weighed));
        tally.precise_area(self, (measured, scope), estimator)
    }

    fn tally(self, measured: &Measured, scope: Scope<'_>, error: &ErrorOf<'_>) -> Tally {
        let mut tally = Tally::default();
        for case in &*measured.cases {
            tally.count(self, case, scope, error);
        }
        tally
    }

    /// The same for all trusts and for each region, and the precision of each trust's figure. One pass, because
    /// fetching a trust from memory costs more than counting it.
    pub(super) fn country(self, measured: &Measured, estimator: &Estimator<'_>) -> Country {
        let mut all = Tally::default();
        let mut regions = Region::ALL.map(|region| (region, Tally::default()));
        let mut trusts = Vec::with_capacity(measured.cases.len());
        for case in &*measured.cases {
            // Found once: a trust counts in its region's figure and in that of all.
            let of_groups = estimator.of_groups(case);
            let error = |weighed: Weighed<'_>| match weighed {
                Weighed::Trust(_, group) => of_groups.get(group).map(|of| of.error),
                Weighed::School(..) => estimator.error_of(weighed),
            };
            all.count(self, case, Scope::All, &error);
            let counts_in = self.regions_of(case);
            for (region, tally) in regions.iter_mut().filter(|(region, _)| counts_in(*region)) {
                tally.count(self, case, Scope::Region(*region), &error);
            }
            trusts.push(estimator.of_trust(case, &of_groups));
        }
        let area = |tally: Tally, scope: Scope<'_>| tally.precise_area(self, (measured, scope), estimator);
        Country {
            all: area(all, Scope::All),
            regions: regions.map(|(region, tally)| (region, area(tally, Scope::Region(region)))),
            trusts,
        }
    }

    /// The figure of the selected trusts, and of every region that has one, in one pass.
    pub(super) fn figures(
        self,
        cases: &[TrustValues],
        keeps: &dyn Fn(&TrustValues) -> bool,
    ) -> (Option<Figure>, Vec<(Region, Figure)>) {
        let mut all = Tally::default();
        let mut regions = Region::ALL.map(|region| (region, Tally::default()));
        for case in cases.iter().filter(|case| keeps(case)) {
            all.weigh_focus(self, case, Scope::All, &|_| None);
            let counts_in = self.regions_of(case);
            for (region, tally) in regions.iter_mut().filter(|(region, _)| counts_in(*region)) {
                tally.weigh_focus(self, case, Scope::Region(*region), &|_| None);
            }
        }
        let regions = regions.into_iter();
        let regions = regions.filter_map(|(region, tally)| Some((region, tally.figure(self)?)));
        (all.figure(self), regions.collect())
    }

    /// Whether a trust counts in a region: in its own; under the rule by school also where it has a school. The other
    /// regions, most of them, need not look at its schools.
    fn regions_of(self, case: &TrustValues) -> impl Fn(Region) -> bool + use<> {
        let mut counts_in = [false; Region::ALL.len()];
        let by_school = self.rule == RegionalRule::BySchool;
        let of_schools = case.schools.iter().filter(|_| by_school);
        for region in case
            .region
            .into_iter()
            .chain(of_schools.filter_map(|school| school.region))
        {
            if let Some(counts) = counts_in.get_mut(region as usize) {
                *counts = true;
            }
        }
        move |region| counts_in.get(region as usize).is_some_and(|counts| *counts)
    }

    /// The standard error of the figure of a part of the country, from the errors of its parts;
    /// `None` if one of these has none.
    pub(super) fn error_of(self, measured: &Measured, scope: Scope<'_>, error: &ErrorOf<'_>) -> Option<f64> {
        self.tally(measured, scope, error).error(self)
    }

    /// Both ends of the gap of a part of the country, with their standard errors.
    pub(super) fn pair_with_errors(
        self,
        measured: &Measured,
        scope: Scope<'_>,
        error: &ErrorOf<'_>,
    ) -> Option<(Pair, f64, f64)> {
        let tally = self.tally(measured, scope, error);
        let [disadvantaged, other] = tally.errors_of_ends()?;
        Some((tally.pair(self.measure)?, disadvantaged, other))
    }

    /// A trust's value for the focus.
    pub(super) fn value(self, case: &TrustValues) -> Value {
        value_for(self.measure, self.focus, &case.values)
    }

    /// Whether a trust has both ends of the gap, and a weight for each.
    pub(super) fn has_both_ends(self, case: &TrustValues, scope: Scope<'_>) -> bool {
        let has_weight = |group| self.weighing(case, scope, group).next().is_some();
        case.gap(self.measure).is_some() && has_weight(Group::Disadvantaged) && has_weight(Group::Other)
    }

    /// Whether a trust has a figure but no pupil count where the rule weights by pupils.
    fn lacks_weight(self, case: &TrustValues) -> bool {
        let groups: &[Group] = match self.focus {
            _ if self.rule != RegionalRule::PupilWeighted => &[],
            Focus::Gap => &[Group::Disadvantaged, Group::Other],
            Focus::Disadvantaged => &[Group::Disadvantaged],
            Focus::Other => &[Group::Other],
            Focus::All => &[Group::All],
        };
        groups
            .iter()
            .any(|&group| case.values.get(group).figure().is_some() && case.group_pupils.get(group).is_none())
    }

    /// The parts of a trust that the rule counts, with weights: the trust itself, or its schools in
    /// the scope.
    pub(super) fn weighing<'c>(
        self,
        case: &'c TrustValues,
        scope: Scope<'c>,
        group: Group,
    ) -> impl Iterator<Item = (f64, Weighed<'c>)> {
        // A trust that the rules leave without a figure has no school in any.
        let has_figure = case.values.get(group).figure().is_some();
        let (weight, schools): (_, &[SchoolFigures]) = match self.rule {
            _ if !has_figure => (None, &[]),
            RegionalRule::SimpleMean => (Some(1.0), &[]),
            RegionalRule::PupilWeighted => (*case.group_pupils.get(group), &[]),
            RegionalRule::BySchool => (None, &case.schools),
        };
        let of_trust = weight.map(|weight| (weight, Weighed::Trust(case, group)));
        let of_schools = schools
            .iter()
            .filter(move |school| scope.has_school(school))
            .filter_map(move |school| Some((school.parts.get(group).weight?, Weighed::School(school, group))));
        of_trust.into_iter().chain(of_schools)
    }
}

/// The standard error of a part of a figure.
pub(super) type ErrorOf<'a> = dyn Fn(Weighed<'_>) -> Option<f64> + 'a;

/// The sums for a part of the country.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    eligible: usize,
    published: usize,
    with_both: usize,
    without_weight: usize,
    /// For the group in question.
    mean: RegionalMean,
    /// For both ends of the gap, each with its own weights, over the trusts that have both.
    ends: [RegionalMean; 2],
    in_pair: usize,
}

impl Tally {
    fn count(&mut self, question: Question, case: &TrustValues, scope: Scope<'_>, error: &ErrorOf<'_>) {
        if scope.has_trust(case) {
            self.eligible += 1;
            self.published += usize::from(question.value(case).figure().is_some());
            self.with_both += usize::from(case.gap(question.measure).is_some());
            self.without_weight += usize::from(question.lacks_weight(case));
        } else if question.rule != RegionalRule::BySchool {
            return;
        }
        self.weigh_focus(question, case, scope, error);
        if question.focus.group().is_some() {
            self.weigh_ends(question, case, scope, &|_| None);
        }
    }

    /// Only what the figure of the focus needs.
    fn weigh_focus(&mut self, question: Question, case: &TrustValues, scope: Scope<'_>, error: &ErrorOf<'_>) {
        match question.focus.group() {
            Some(group) => self.mean.extend(question.weighing(case, scope, group), error),
            None => self.weigh_ends(question, case, scope, error),
        }
    }

    fn weigh_ends(&mut self, question: Question, case: &TrustValues, scope: Scope<'_>, error: &ErrorOf<'_>) {
        if question.has_both_ends(case, scope) {
            for (group, end) in [Group::Disadvantaged, Group::Other].into_iter().zip(&mut self.ends) {
                end.extend(question.weighing(case, scope, group), error);
            }
            self.in_pair += 1;
        }
    }

    /// Both ends of the gap, each with its own weights, over the trusts that have both.
    fn pair(&self, measure: Measure) -> Option<Pair> {
        let [disadvantaged, other] = self.ends;
        let disadvantaged = measure.figure(disadvantaged.mean.value()?)?;
        let other = measure.figure(other.mean.value()?)?;
        Some(Pair {
            disadvantaged,
            other,
            gap: gap_of_figures(measure, disadvantaged, other)?,
            trusts: self.in_pair,
        })
    }

    /// The figure for the focus; trusts without a published figure are left out.
    fn figure(&self, question: Question) -> Option<Figure> {
        match question.focus.group() {
            Some(_) => question.measure.figure(self.mean.mean.value()?),
            None => self.pair(question.measure).map(|pair| pair.gap),
        }
    }

    /// The standard error of that figure; `None` if one of its parts has none.
    fn error(&self, question: Question) -> Option<f64> {
        match question.focus.group() {
            Some(_) => self.mean.error(),
            None => {
                let [disadvantaged, other] = self.errors_of_ends()?;
                Some(root_of_squares(disadvantaged, other))
            }
        }
    }

    fn errors_of_ends(&self) -> Option<[f64; 2]> {
        let [disadvantaged, other] = self.ends;
        Some([disadvantaged.error()?, other.error()?])
    }

    fn precise_area(
        &self,
        question: Question,
        (measured, scope): (&Measured, Scope<'_>),
        estimator: &Estimator<'_>,
    ) -> AreaFigures {
        // Adjusted figures share the slopes, so that their errors do not add up as those of others do.
        let adjusted = measured.adjusted.as_ref();
        let errors = match adjusted {
            Some(adjusted) => adjusted.errors_of(question, &measured.cases, scope),
            None => self.error(question).map(|error| (error, None)),
        };
        let figure = self.figure(question);
        let precision = |error| estimator.of_part(figure?, error);
        AreaFigures {
            precision: errors.and_then(|(error, _)| precision(error)),
            wider: errors.and_then(|(_, wider)| precision(wider?)),
            ..self.area(question, scope.schools(measured))
        }
    }

    fn area(&self, question: Question, schools: usize) -> AreaFigures {
        AreaFigures {
            eligible: self.eligible,
            published: self.published,
            schools,
            figure: self.figure(question),
            precision: None,
            wider: None,
            pair: self.pair(question.measure),
            with_both: self.with_both,
            without_weight: self.without_weight,
        }
    }
}

/// Accumulates a regional figure and its standard error.
#[derive(Debug, Clone, Copy, Default)]
struct RegionalMean {
    mean: WeightedMean,
    /// The squares of the errors, each times its weight.
    squares: f64,
    /// Whether a part with weight has no error.
    lacks_error: bool,
}

impl RegionalMean {
    fn extend<'c>(&mut self, parts: impl Iterator<Item = (f64, Weighed<'c>)>, error: &ErrorOf<'_>) {
        for (weight, weighed) in parts {
            let Some(figure) = weighed.figure() else {
                continue;
            };
            self.mean.add(weight, figure.number());
            match error(weighed) {
                Some(error) => self.squares += (weight * error) * (weight * error),
                None => self.lacks_error = true,
            }
        }
    }

    fn error(&self) -> Option<f64> {
        let weight = self.mean.weight();
        (!self.lacks_error && weight > 0.0).then(|| self.squares.sqrt() / weight)
    }
}

/// A part of a regional figure: a group's figure for a trust or a school.
#[derive(Debug, Clone, Copy)]
pub(super) enum Weighed<'c> {
    Trust(&'c TrustValues, Group),
    School(&'c SchoolFigures, Group),
}

impl Weighed<'_> {
    fn figure(&self) -> Option<Figure> {
        match self {
            Self::Trust(case, group) => case.values.get(*group).figure(),
            Self::School(school, group) => school.parts.get(*group).value.figure(),
        }
    }
}
