//! The trusts, or schools, over which figures are adjusted: those with a figure and with every part of the context that
//! the files offer.

use records::School;
use records::model::{Basis, Extent};
use records::terms::{Admissions, Focus, Group, Measure, Region, SchoolType, Sexes};
use stats::Measurement;
use stats::meta_regression::{NothingNew, Regression};

use crate::context::context_of;
use crate::precision::Scale;
use crate::{IntervalChoices, Measured};

use super::part::{AdjustPart, AdjustParts};
use super::refusal::{NotAdjusted, PartNotUsed, UnitKind};

/// The fewest units for each part.
const UNITS_FOR_A_PART: usize = 10;

/// Figures that are fitted over the same units: those of a group, or both ends of a gap and the gap itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target {
    Group(Group),
    Gap,
}

impl Target {
    /// What is fitted together for a focus.
    pub(super) fn of(focus: Focus) -> &'static [Self] {
        match focus {
            Focus::Disadvantaged => &[Self::Group(Group::Disadvantaged)],
            Focus::Other => &[Self::Group(Group::Other)],
            Focus::All => &[Self::Group(Group::All)],
            Focus::Gap => &[Self::Group(Group::Disadvantaged), Self::Group(Group::Other), Self::Gap],
        }
    }

    /// That of the focus itself.
    pub(super) const fn chief(focus: Focus) -> Self {
        match focus.group() {
            Some(group) => Self::Group(group),
            None => Self::Gap,
        }
    }
}

/// Units with their figures and contexts, whatever is adjusted for.
#[derive(Debug)]
pub(crate) struct Units {
    pub(super) kind: UnitKind,
    /// The index among the units of each trust of the file, or of each row of the table of schools.
    places: Vec<Option<usize>>,
    /// The parts that the files offer.
    pub(crate) offered: AdjustParts,
    /// The columns of each of them.
    columns: Vec<(AdjustPart, Vec<Vec<f64>>)>,
    figures: Vec<(Target, Vec<Measurement>)>,
}

/// Figures fitted on some parts.
#[derive(Debug)]
pub(crate) struct Fit {
    pub(super) asked: AdjustParts,
    pub(super) not_used: Vec<(AdjustPart, PartNotUsed)>,
    /// The part of each column.
    parts: Vec<AdjustPart>,
    regressions: Vec<(Target, Regression)>,
}

/// A unit before it is known which parts the files offer.
struct Candidate {
    place: usize,
    region: Option<Region>,
    /// For each group of the targets.
    figures: Vec<Seen>,
    parts: Vec<Option<Vec<f64>>>,
}

impl Units {
    /// The units of a measure for what is fitted together.
    pub(crate) fn new(measured: &Measured, focus: Focus, choices: &IntervalChoices) -> Result<Self, NotAdjusted> {
        let targets = Target::of(focus);
        let groups: Vec<Group> = targets.iter().filter_map(|target| target.group()).collect();
        let scale = Scale::new(measured, choices);
        let kind = match measured.judgement.basis {
            Basis::Published => UnitKind::Trusts,
            Basis::Computed => UnitKind::Schools,
        };
        if measured.judgement.data.coverage(measured.judgement.basis).extent == Extent::Part {
            return Err(NotAdjusted::PartOfCountry(kind));
        }
        let mut candidates = match kind {
            UnitKind::Trusts => trusts(measured, &scale, &groups),
            UnitKind::Schools => schools(measured, &groups),
        };
        let mut regions = candidates.iter().filter_map(|unit| unit.region);
        let first = regions.next();
        if first.is_some() && regions.all(|region| Some(region) == first) {
            return Err(NotAdjusted::OneRegion(kind));
        }
        let offered: AdjustParts = AdjustPart::ALL
            .into_iter()
            .filter(|part| {
                let known = candidates.iter().filter(|unit| unit.part(*part).is_some());
                2 * known.count() > candidates.len()
            })
            .collect();
        candidates.retain(|unit| offered.iter().all(|part| unit.part(part).is_some()));
        let places = candidates.iter().map(|unit| unit.place + 1).max().unwrap_or(0);
        let mut places: Vec<Option<usize>> = vec![None; places];
        for (index, unit) in candidates.iter().enumerate() {
            if let Some(place) = places.get_mut(unit.place) {
                *place = Some(index);
            }
        }
        let columns = offered.iter().map(|part| (part, columns_of(part, &candidates)));
        Ok(Self {
            kind,
            places,
            offered,
            columns: columns.collect(),
            figures: figures(measured, &scale, (kind, targets), &candidates)?,
        })
    }

    /// The number of units.
    pub(super) fn len(&self) -> usize {
        self.figures.first().map_or(0, |(_, figures)| figures.len())
    }

    /// The index among the units of a trust of the file or a row of the table of schools.
    pub(super) fn place(&self, index: usize) -> Option<usize> {
        self.places.get(index).copied().flatten()
    }

    /// A unit's numbers in the columns of a fit.
    pub(super) fn context(&self, fit: &Fit, place: usize) -> Vec<f64> {
        let columns = self.columns.iter().filter(|(part, _)| fit.asked.contains(*part));
        let columns = columns.flat_map(|(_, columns)| columns);
        columns
            .map(|column| column.get(place).copied().unwrap_or(f64::NAN))
            .collect()
    }

    /// The figures fitted on those of the parts that the files offer.
    pub(crate) fn fit(&self, asked: AdjustParts) -> Result<Fit, NotAdjusted> {
        let used = asked.and(self.offered);
        let columns = self.columns.iter().filter(|(part, _)| used.contains(*part));
        let (mut parts, mut numbers) = (Vec::new(), Vec::new());
        for (part, columns) in columns {
            for column in columns {
                parts.push(*part);
                numbers.push(column.clone());
            }
        }
        let needed = UNITS_FOR_A_PART * parts.len();
        let too_few = NotAdjusted::TooFew {
            kind: self.kind,
            units: self.len(),
            needed: needed.max(2),
        };
        if self.len() < needed {
            return Err(too_few);
        }
        let regressions = self.figures.iter().map(|(target, figures)| {
            let found = Regression::new(figures, &numbers);
            let found = found.map_err(|reason| NotAdjusted::of_fit(reason, self.kind, too_few))?;
            Ok((*target, found))
        });
        let regressions: Vec<(Target, Regression)> = regressions.collect::<Result<_, NotAdjusted>>()?;
        let lacking = asked.iter().filter(|part| !used.contains(*part));
        let mut not_used: Vec<(AdjustPart, PartNotUsed)> = lacking.map(|part| (part, PartNotUsed::NotInFile)).collect();
        if let Some((_, regression)) = regressions.first() {
            not_used.extend(left_out(&parts, regression));
        }
        Ok(Fit {
            asked: used,
            not_used,
            parts,
            regressions,
        })
    }
}

/// The parts of which no column is used.
fn left_out(parts: &[AdjustPart], regression: &Regression) -> Vec<(AdjustPart, PartNotUsed)> {
    let is_used = |part: AdjustPart| {
        let mut slopes = regression.slopes.iter();
        slopes.any(|slope| parts.get(slope.index) == Some(&part))
    };
    let mut found: Vec<(AdjustPart, PartNotUsed)> = Vec::new();
    for left_out in &regression.left_out {
        let Some(&part) = parts.get(left_out.index) else {
            continue;
        };
        let reason = match left_out.reason {
            NothingNew::Constant => PartNotUsed::Constant,
            NothingNew::SaysTheSame => PartNotUsed::SaysTheSame,
        };
        if !is_used(part) && found.iter().all(|(known, _)| *known != part) {
            found.push((part, reason));
        }
    }
    found
}

impl Fit {
    /// The regression of these figures; `None` if they were not fitted.
    pub(crate) fn regression(&self, target: Target) -> Option<&Regression> {
        let mut regressions = self.regressions.iter();
        regressions.find(|(of, _)| *of == target).map(|(_, found)| found)
    }

    /// The part of a column.
    pub(super) fn part(&self, column: usize) -> Option<AdjustPart> {
        self.parts.get(column).copied()
    }
}

impl Target {
    pub(super) const fn group(self) -> Option<Group> {
        match self {
            Self::Group(group) => Some(group),
            Self::Gap => None,
        }
    }
}

impl Candidate {
    fn part(&self, part: AdjustPart) -> Option<&Vec<f64>> {
        self.parts.get(part as usize)?.as_ref()
    }
}

/// A unit's figure for a group.
#[derive(Clone, Copy)]
struct Seen {
    value: f64,
    /// The pupils behind it; 0 if they are not counted.
    pupils: f64,
    /// Its published standard error.
    error: Option<f64>,
}

fn columns_of(part: AdjustPart, candidates: &[Candidate]) -> Vec<Vec<f64>> {
    let width = match part {
        AdjustPart::Selective => 2,
        _ => 1,
    };
    let column = |index: usize| {
        let numbers = candidates
            .iter()
            .filter_map(|unit| unit.part(part)?.get(index).copied());
        numbers.collect()
    };
    (0..width).map(column).collect()
}

/// The figures of the targets with their variances.
fn figures(
    measured: &Measured,
    scale: &Scale<'_>,
    (kind, targets): (UnitKind, &[Target]),
    candidates: &[Candidate],
) -> Result<Vec<(Target, Vec<Measurement>)>, NotAdjusted> {
    let mut found: Vec<(Target, Vec<Measurement>)> = Vec::new();
    for (index, target) in targets.iter().enumerate() {
        if target.group().is_none() {
            let ends = found.iter().map(|(_, figures)| figures.as_slice());
            let ends: Vec<&[Measurement]> = ends.collect();
            if let [disadvantaged, other] = ends.as_slice() {
                let sign = if measured.measure.lower_is_better() { -1.0 } else { 1.0 };
                let gaps = disadvantaged
                    .iter()
                    .zip(*other)
                    .map(|(disadvantaged, other)| Measurement {
                        value: sign * (other.value - disadvantaged.value),
                        variance: disadvantaged.variance + other.variance,
                    });
                let gaps = gaps.collect();
                found.push((*target, gaps));
            }
            continue;
        }
        let of_group = || candidates.iter().filter_map(|unit| unit.figures.get(index).copied());
        let pupils: f64 = of_group().map(|of| of.pupils).sum();
        let pooled = of_group().map(|of| of.value * of.pupils).sum::<f64>() / pupils;
        let pooled = scale.is_of_shares().then_some(pooled);
        let measurements = of_group().map(|of| {
            let variance = match of.error {
                Some(error) => error * error,
                None => scale
                    .variance_for_fit(pooled, of.value, of.pupils)
                    .ok_or(NotAdjusted::NoPrecision)?,
            };
            let value = of.value;
            Ok(Measurement { value, variance })
        });
        let measurements: Vec<Measurement> = measurements.collect::<Result<_, NotAdjusted>>()?;
        if measurements.iter().any(|of| of.variance <= 0.0) {
            // All pupils of all units succeed, or none.
            return Err(NotAdjusted::PerfectFit(kind));
        }
        found.push((*target, measurements));
    }
    Ok(found)
}

/// The eligible trusts as published that have the figures.
fn trusts(measured: &Measured, scale: &Scale<'_>, groups: &[Group]) -> Vec<Candidate> {
    let judgement = &measured.judgement;
    let trusts = judgement.eligible.iter().zip(&*measured.cases);
    let trusts = trusts.filter_map(|(trust, case)| {
        let figures = groups.iter().map(|&group| {
            let pupils = (*case.effective_pupils.get(group)).filter(|pupils| *pupils > 0.0);
            let error = scale.published(case, group).map(|published| published.error);
            let seen = Seen {
                value: case.values.get(group).figure()?.number(),
                pupils: pupils.unwrap_or(0.0),
                error,
            };
            (pupils.is_some() || error.is_some()).then_some(seen)
        });
        let figures: Vec<Seen> = figures.collect::<Option<_>>()?;
        let context = context_of(trust, judgement);
        let parts = AdjustPart::ALL.map(|part| {
            let figure = context.value(part.of_trusts()?).figure()?;
            Some(vec![figure.number()])
        });
        Some(Candidate {
            place: case.index,
            region: case.region,
            figures,
            parts: parts.into(),
        })
    });
    trusts.collect()
}

/// All state-funded mainstream schools that have the figures, whether or not a trust has them.
fn schools(measured: &Measured, groups: &[Group]) -> Vec<Candidate> {
    let Some(table) = measured.judgement.data.schools.as_deref() else {
        return Vec::new();
    };
    let schools = table
        .schools
        .iter()
        .filter(|school| is_state_mainstream(school.school_type()));
    let schools = schools.filter_map(|school| {
        let figures = groups.iter().map(|&group| figure(school, measured.measure, group));
        let figures: Vec<Seen> = figures.collect::<Option<_>>()?;
        Some(Candidate {
            place: school.row(),
            region: school.region(),
            figures,
            parts: AdjustPart::ALL.map(|part| number(school, part)).into(),
        })
    });
    schools.collect()
}

/// A school's figure with its pupils.
fn figure(school: School<'_>, measure: Measure, group: Group) -> Option<Seen> {
    let pupils = match measure {
        Measure::Progress8 => school.progress_pupils(group),
        _ => school.pupils(group),
    };
    let pupils = pupils.ok().filter(|pupils| *pupils > 0.0)?;
    Some(Seen {
        value: school.value(measure, group).figure()?.number(),
        pupils,
        error: None,
    })
}

/// Whether a school is mainstream and paid for by the state; one of unknown type is taken for such a school.
const fn is_state_mainstream(of: SchoolType) -> bool {
    !matches!(
        of,
        SchoolType::Special | SchoolType::Alternative | SchoolType::Independent | SchoolType::College
    )
}

/// A school's part of the context, in its columns.
fn number(school: School<'_>, part: AdjustPart) -> Option<Vec<f64>> {
    let context = school.context();
    let pupils = school.pupils(Group::All).ok().filter(|pupils| *pupils > 0.0);
    let share = |count: Option<f64>| Some(vec![100.0 * count? / pupils?]);
    let percent = |is_so: bool| if is_so { 100.0 } else { 0.0 };
    match part {
        AdjustPart::Disadvantaged => share(school.pupils(Group::Disadvantaged).ok()),
        AdjustPart::Eal => share(context.eal.ok()),
        AdjustPart::Sen => share(
            context
                .sen_plan
                .ok()
                .zip(context.sen_support.ok())
                .map(|(plan, support)| plan + support),
        ),
        AdjustPart::PriorAttainment => Some(vec![context.prior_attainment.ok()?]),
        AdjustPart::Sponsored => match school.school_type() {
            SchoolType::NotStated | SchoolType::Academy => None,
            of => Some(vec![percent(of == SchoolType::Sponsored)]),
        },
        AdjustPart::Selective => match context.admissions {
            Admissions::NotStated => None,
            of => Some(vec![
                percent(of == Admissions::Selective),
                percent(of == Admissions::NonSelectiveAmongSelective),
            ]),
        },
        AdjustPart::SingleSex => match context.sexes {
            Sexes::NotStated => None,
            of => Some(vec![percent(of == Sexes::One)]),
        },
    }
}
