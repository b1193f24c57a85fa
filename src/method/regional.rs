//! The figure of a region, an area, or all trusts, under a regional rule (method, section 3).

use crate::layout::ByGroup;
use crate::terms::{Area, Figure, Focus, Group, Measure, Region, Value};

use super::case::{Case, gap_of_figures, value_for};
use super::figures::AreaFigures;
use super::precision::root_of_squares;
use super::weighting::weighted_mean;
use super::{Analysis, Measured, Part, RegionalRule, SchoolFigures};

/// The two ends of a gap and their difference, over the same trusts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// The disadvantaged pupils' figure.
    pub disadvantaged: Figure,
    /// The other pupils' figure.
    pub other: Figure,
    /// Other less disadvantaged.
    pub gap: Figure,
    /// How many trusts it is made of.
    pub trusts: usize,
}

/// What the Department publishes for schools, for the focus of an analysis: a group's value, or the
/// gap between two.
#[must_use]
pub fn published_for(analysis: &Analysis, values: &ByGroup<Value>) -> Value {
    value_for(analysis.rules.measure, analysis.rules.focus, values)
}

/// The ends of England's gap as the Department publishes them for state-funded schools; nothing
/// where the school file does not have them.
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

/// Which part of the country a figure is about.
#[derive(Debug, Clone, Copy)]
pub enum Scope<'a> {
    /// All of it.
    All,
    /// A region.
    Region(Region),
    /// An area of the user's own.
    Area(&'a Area),
}

impl Scope<'_> {
    /// Whether a trust belongs to it as a whole: by its lead region, or by more than half of its
    /// weight for an area.
    fn has_trust(&self, case: &Case) -> bool {
        match self {
            Self::All => true,
            Self::Region(region) => case.region == *region,
            Self::Area(area) => case.lies_in(area),
        }
    }

    /// How many schools lie in it that count in eligible trusts, wherever those belong.
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

    /// The trusts that belong to it.
    fn members<'c>(&self, measured: &'c Measured) -> Vec<&'c Case> {
        let cases = measured.cases.iter();
        cases.filter(|case| self.has_trust(case)).collect()
    }

    fn has_school(&self, school: &SchoolFigures) -> bool {
        match self {
            Self::All => true,
            Self::Region(region) => school.region == Some(*region),
            Self::Area(area) => school.authority.is_some_and(|code| area.contains(code)),
        }
    }
}

/// What is counted, for whom and by which rule.
#[derive(Debug, Clone, Copy)]
pub(super) struct Question {
    pub(super) measure: Measure,
    pub(super) focus: Focus,
    pub(super) rule: RegionalRule,
}

impl Question {
    /// Everything that is said of a part of the country.
    pub(super) fn area(self, measured: &Measured, scope: Scope<'_>) -> AreaFigures {
        let cases = &measured.cases;
        let members = scope.members(measured);
        let parts = self.parts(cases, &members, scope);
        AreaFigures {
            eligible: members.len(),
            published: count(&members, |case| self.value(case).figure().is_some()),
            schools: scope.schools(measured),
            figure: self.figure(&parts),
            pair: self.pair(&parts),
            with_both: count(&members, |case| case.gap(self.measure).is_some()),
            without_weight: self.without_weight(&members),
        }
    }

    /// The figure of the trusts that are kept of these, and that of every region that has one: gathered in one
    /// pass, as if there were no others.
    pub(super) fn figures(
        self,
        cases: &[Case],
        keeps: &dyn Fn(&Case) -> bool,
    ) -> (Option<Figure>, Vec<(Region, Figure)>) {
        let mut parts = AllParts::default();
        for case in cases.iter().filter(|case| keeps(case)) {
            match self.rule {
                RegionalRule::BySchool => parts.add_by_school(case),
                RegionalRule::SimpleMean | RegionalRule::PupilWeighted => parts.add_whole(case),
            }
        }
        let regions = Region::ALL.into_iter().zip(&parts.regions);
        let regions = regions.filter_map(|(region, parts)| Some((region, self.figure(parts)?)));
        (self.figure(&parts.all), regions.collect())
    }

    /// The standard error of the figure of a part of the country, from those of what it is made of;
    /// nothing where one of these has none.
    pub(super) fn error_of(
        self,
        measured: &Measured,
        scope: Scope<'_>,
        error: &ErrorOf<'_>,
    ) -> Option<f64> {
        let Some(group) = self.focus.group() else {
            let (_, disadvantaged, other) = self.pair_with_errors(measured, scope, error)?;
            return Some(root_of_squares(disadvantaged, other));
        };
        let members = scope.members(measured);
        let parts = self.parts(&measured.cases, &members, scope);
        self.error_of_group(parts.iter(), group, error)
    }

    /// Both ends of the gap of a part of the country, with the standard error of either.
    pub(super) fn pair_with_errors(
        self,
        measured: &Measured,
        scope: Scope<'_>,
        error: &ErrorOf<'_>,
    ) -> Option<(Pair, f64, f64)> {
        let members = scope.members(measured);
        let parts = self.parts(&measured.cases, &members, scope);
        let both = self.with_both_ends(&parts);
        let of_group = |group| self.error_of_group(both.iter().copied(), group, error);
        Some((
            self.pair(&parts)?,
            of_group(Group::Disadvantaged)?,
            of_group(Group::Other)?,
        ))
    }

    fn error_of_group<'p, 'c: 'p>(
        self,
        parts: impl Iterator<Item = &'p TrustParts<'c>>,
        group: Group,
        error: &ErrorOf<'_>,
    ) -> Option<f64> {
        let (mut sum, mut squares) = (0.0, 0.0);
        for (weight, weighed) in parts.flat_map(|part| part.weighing(self.rule, group)) {
            let error = weight * error(weighed)?;
            sum += weight;
            squares += error * error;
        }
        (sum > 0.0).then(|| squares.sqrt() / sum)
    }

    /// A trust's value for the focus.
    pub(super) fn value(self, case: &Case) -> Value {
        value_for(self.measure, self.focus, &case.values)
    }

    /// The parts of which figures are made: trusts, or under the rule by school every eligible
    /// trust's schools in the scope.
    fn parts<'c>(
        self,
        cases: &'c [Case],
        members: &[&'c Case],
        scope: Scope<'_>,
    ) -> Vec<TrustParts<'c>> {
        match self.rule {
            RegionalRule::BySchool => cases
                .iter()
                .map(|case| TrustParts {
                    case,
                    schools: case
                        .schools
                        .iter()
                        .filter(|school| scope.has_school(school))
                        .collect(),
                })
                .filter(|parts| !parts.schools.is_empty())
                .collect(),
            _ => members
                .iter()
                .map(|&case| TrustParts {
                    case,
                    schools: Vec::new(),
                })
                .collect(),
        }
    }

    /// The figure for the focus; trusts without a published figure are left out.
    fn figure(self, parts: &[TrustParts<'_>]) -> Option<Figure> {
        match self.focus.group() {
            Some(group) => self.group_figure(parts.iter(), group),
            None => self.pair(parts).map(|pair| pair.gap),
        }
    }

    /// The parts that have both ends of the gap, with a weight for each.
    fn with_both_ends<'p, 'c>(self, parts: &'p [TrustParts<'c>]) -> Vec<&'p TrustParts<'c>> {
        let has_weight =
            |part: &TrustParts<'_>, group| part.weighted(self.rule, group).next().is_some();
        parts
            .iter()
            .filter(|part| part.case.gap(self.measure).is_some())
            .filter(|part| has_weight(part, Group::Disadvantaged) && has_weight(part, Group::Other))
            .collect()
    }

    /// Both ends of the gap, each with its own weights, over the trusts that have both.
    fn pair(self, parts: &[TrustParts<'_>]) -> Option<Pair> {
        let both = self.with_both_ends(parts);
        let disadvantaged = self.group_figure(both.iter().copied(), Group::Disadvantaged)?;
        let other = self.group_figure(both.iter().copied(), Group::Other)?;
        Some(Pair {
            disadvantaged,
            other,
            gap: gap_of_figures(self.measure, disadvantaged, other)?,
            trusts: both.len(),
        })
    }

    fn group_figure<'p, 'c: 'p>(
        self,
        parts: impl Iterator<Item = &'p TrustParts<'c>>,
        group: Group,
    ) -> Option<Figure> {
        let weighted = parts.flat_map(|part| part.weighted(self.rule, group));
        weighted_mean(weighted).and_then(|number| self.measure.figure(number))
    }

    /// Trusts that have a figure but no pupil count where the rule weights by pupils.
    fn without_weight(self, members: &[&Case]) -> usize {
        if self.rule != RegionalRule::PupilWeighted {
            return 0;
        }
        let groups: &[Group] = match self.focus {
            Focus::Gap => &[Group::Disadvantaged, Group::Other],
            Focus::Disadvantaged => &[Group::Disadvantaged],
            Focus::Other => &[Group::Other],
            Focus::All => &[Group::All],
        };
        count(members, |case| {
            groups.iter().any(|&group| {
                case.values.get(group).figure().is_some() && case.group_pupils.get(group).is_none()
            })
        })
    }
}

/// The standard error of what a figure is made of.
pub(super) type ErrorOf<'a> = dyn Fn(Weighed<'_>) -> Option<f64> + 'a;

/// A trust's part in a figure; under the rule by school, its schools in the scope.
struct TrustParts<'c> {
    case: &'c Case,
    schools: Vec<&'c SchoolFigures>,
}

/// What the figures of all trusts and of each region are made of.
#[derive(Default)]
struct AllParts<'c> {
    all: Vec<TrustParts<'c>>,
    /// In the order of the regions.
    regions: [Vec<TrustParts<'c>>; Region::ALL.len()],
}

impl<'c> AllParts<'c> {
    /// A trust that counts as a whole, in its region.
    fn add_whole(&mut self, case: &'c Case) {
        let part = || TrustParts {
            case,
            schools: Vec::new(),
        };
        self.all.push(part());
        if let Some(parts) = self.regions.get_mut(case.region as usize) {
            parts.push(part());
        }
    }

    /// A trust of which each school counts in its own region.
    fn add_by_school(&mut self, case: &'c Case) {
        let schools: Vec<&SchoolFigures> = case.schools.iter().collect();
        for &school in &schools {
            let region = school.region.map(|region| region as usize);
            let Some(parts) = region.and_then(|region| self.regions.get_mut(region)) else {
                continue;
            };
            match parts.last_mut() {
                Some(part) if std::ptr::eq(part.case, case) => part.schools.push(school),
                _ => parts.push(TrustParts {
                    case,
                    schools: vec![school],
                }),
            }
        }
        if !schools.is_empty() {
            self.all.push(TrustParts { case, schools });
        }
    }
}

/// What a regional figure is made of: a group's figure of a trust, or of a school.
#[derive(Debug, Clone, Copy)]
pub(super) enum Weighed<'c> {
    Trust(&'c Case, Group),
    School(&'c Part),
}

impl Weighed<'_> {
    fn figure(&self) -> Option<Figure> {
        match self {
            Self::Trust(case, group) => case.values.get(*group).figure(),
            Self::School(part) => part.value.figure(),
        }
    }
}

impl<'c> TrustParts<'c> {
    /// Everything that the rule counts, with its weight.
    fn weighing(
        &self,
        rule: RegionalRule,
        group: Group,
    ) -> impl Iterator<Item = (f64, Weighed<'c>)> {
        let case = self.case;
        let has_figure = case.values.get(group).figure().is_some();
        let weight = match rule {
            RegionalRule::SimpleMean => Some(1.0),
            RegionalRule::PupilWeighted => *case.group_pupils.get(group),
            RegionalRule::BySchool => None,
        };
        let of_trust = weight.filter(|_| has_figure);
        let of_trust = of_trust.map(|weight| (weight, Weighed::Trust(case, group)));
        // A trust that the rules leave without a figure has no school in any.
        let of_schools = self
            .schools
            .iter()
            .filter(move |_| has_figure)
            .map(move |school| school.parts.get(group))
            .filter_map(|part| Some((part.weight?, Weighed::School(part))));
        of_trust.into_iter().chain(of_schools)
    }

    /// Weight and number of each thing that the rule counts.
    fn weighted(&self, rule: RegionalRule, group: Group) -> impl Iterator<Item = (f64, f64)> {
        let weighing = self.weighing(rule, group);
        weighing.filter_map(|(weight, weighed)| Some((weight, weighed.figure()?.number())))
    }
}

fn count(members: &[&Case], is_so: impl Fn(&Case) -> bool) -> usize {
    members.iter().filter(|case| is_so(case)).count()
}
