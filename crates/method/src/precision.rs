//! The precision of a figure (method, section 4).

use records::ByGroup;
use records::model::{Basis, DataSet};
use records::terms::{Figure, Focus, Group, Measure, Unit};
use stats::{Interval, Sample, wilson_of_z};

use super::regional::{Question, Scope, Weighed};
use super::trust_values::TrustValues;
use super::{IntervalChoices, Measured, RegionalRule};

/// The precision of a figure, in the figure's unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Precision {
    /// The interval at the chosen level.
    pub interval: Interval,
    /// The standard error: half the interval's width over the level's z, so never zero.
    pub error: f64,
    /// The effective number of pupils; for a gap, of disadvantaged pupils. `None` for the figures
    /// of regions, and where no file counts pupils.
    pub effective_pupils: Option<f64>,
}

/// The precision of the gap of a region or of all trusts, and of its two ends: pupil sampling only.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PairPrecision {
    /// The precision of the disadvantaged pupils' figure.
    pub disadvantaged: Precision,
    /// The precision of the other pupils' figure.
    pub other: Precision,
    /// The precision of the difference of the two.
    pub gap: Precision,
}

/// The ground of the intervals of an analysis, shown with them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum IntervalBasis {
    /// Shares of pupils, based on their numbers alone.
    Pupils,
    /// Progress 8 as published with its intervals.
    Published,
    /// Progress 8, based on the standard deviation implied by the published intervals.
    ProgressSpread(f64),
    /// Scores, based on an assumed standard deviation.
    Assumed(f64),
    /// There are no intervals.
    Nothing,
}

/// The settings and the ground of the intervals of an analysis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Intervals {
    /// Their settings.
    pub choices: IntervalChoices,
    /// Their ground.
    pub ground: IntervalBasis,
    /// Whether the numbers of pupils are an upper bound of the effective ones: a file of trusts
    /// does not say how unevenly pupils are weighted.
    pub is_upper_bound: bool,
    /// The standard deviation of single pupils' scores that they are based on, in the figures'
    /// unit. None for shares of pupils.
    pub pupil_sd: Option<f64>,
}

/// Makes the precision of every figure of an analysis.
pub(super) struct Estimator<'a> {
    question: Question,
    scale: Scale<'a>,
    basis: Basis,
}

impl<'a> Estimator<'a> {
    pub(super) fn new(measured: &'a Measured, question: Question, interval_choices: &'a IntervalChoices) -> Self {
        Self {
            question,
            scale: Scale::new(measured, interval_choices),
            basis: measured.judgement.basis,
        }
    }

    pub(super) fn intervals(&self) -> Intervals {
        let ground = self.scale.ground;
        Intervals {
            choices: *self.scale.interval_choices,
            ground,
            is_upper_bound: self.basis == Basis::Published && ground != IntervalBasis::Published,
            pupil_sd: self.scale.pupil_sd(),
        }
    }

    /// The precision of a trust's figures for the groups of the focus.
    pub(super) fn of_groups(&self, case: &TrustValues) -> ByGroup<Option<Precision>> {
        let is_asked = |group| match self.question.focus.group() {
            Some(only) => group == only,
            None => group != Group::All,
        };
        ByGroup::make(|group| is_asked(group).then(|| self.scale.of_group(case, group)).flatten())
    }

    /// The precision of a trust's figure, from those for the groups of the focus.
    pub(super) fn of_trust(&self, case: &TrustValues, of_groups: &ByGroup<Option<Precision>>) -> Option<Precision> {
        if let Some(group) = self.question.focus.group() {
            return *of_groups.get(group);
        }
        let disadvantaged = (*of_groups.get(Group::Disadvantaged))?;
        let other = (*of_groups.get(Group::Other))?;
        let error = root_of_squares(disadvantaged.error, other.error);
        let gap = case.gap(self.question.measure)?.number();
        self.scale.normal(gap, error, disadvantaged.effective_pupils, true)
    }

    /// The precision of the figure of a part of the country with this standard error.
    pub(super) fn of_part(&self, figure: Figure, error: f64) -> Option<Precision> {
        let is_gap = self.question.focus.group().is_none();
        self.scale.normal(figure.number(), error, None, is_gap)
    }

    /// The standard error of a trust's or a school's part in the figure of a part of the country: pupil sampling only.
    pub(super) fn error_of(&self, weighed: Weighed<'_>) -> Option<f64> {
        self.scale.error_of(weighed)
    }
}

/// The precision of both ends of the gap of a part of the country, and of the gap; `None` if it has
/// no gap, or a trust in it has no interval. It is computed on each call, so call it only for what
/// is shown on request.
///
/// ```
/// use method::{IntervalChoices, Measured, RegionalRule, Rules, Scope, pair_precision};
/// use read::layout::read_file;
/// use records::model::Library;
/// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,PNOTFSM6CLA1A_MATPTINC,\
///            PTL2BASICS_95_WGTAVG_FSM6CLA1A,PTL2BASICS_95_WGTAVG_NFSM6CLA1A\n1,ONE,London,400,25%,75%,40%,60%\n";
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let measured = Measured::after(None, &library.newest().unwrap(), &Rules::default()).unwrap();
/// let (rule, interval_choices) = (RegionalRule::SimpleMean, IntervalChoices::default());
/// let found = pair_precision(&measured, rule, Scope::All, &interval_choices).unwrap();
/// assert!(found.gap.interval.contains(20.0) && found.gap.error > found.disadvantaged.error);
/// ```
#[must_use]
pub fn pair_precision(
    measured: &Measured,
    rule: RegionalRule,
    scope: Scope<'_>,
    interval_choices: &IntervalChoices,
) -> Option<PairPrecision> {
    let scale = Scale::new(measured, interval_choices);
    let question = Question {
        measure: measured.measure,
        focus: Focus::Gap,
        rule,
    };
    let error = |weighed: Weighed<'_>| scale.error_of(weighed);
    let (pair, disadvantaged, other) = question.pair_with_errors(measured, scope, &error)?;
    let of_end = |figure: Figure, error| scale.normal(figure.number(), error, None, false);
    let error = root_of_squares(disadvantaged, other);
    Some(PairPrecision {
        disadvantaged: of_end(pair.disadvantaged, disadvantaged)?,
        other: of_end(pair.other, other)?,
        gap: scale.normal(pair.gap.number(), error, None, true)?,
    })
}

/// The precision of a trust's second gap (see [`SecondGap`](super::SecondGap)): its disadvantaged
/// pupils and the other pupils of all trusts are different pupils, so their errors combine as for
/// any gap.
pub(super) fn second_gap_precision(
    measured: &Measured,
    rule: RegionalRule,
    case: &TrustValues,
    gap: Figure,
    interval_choices: &IntervalChoices,
) -> Option<Precision> {
    let scale = Scale::new(measured, interval_choices);
    let others = Question {
        measure: measured.measure,
        focus: Focus::Other,
        rule,
    };
    let own = scale.of_group(case, Group::Disadvantaged)?;
    let others = others.error_of(measured, Scope::All, &|weighed| scale.error_of(weighed))?;
    let error = root_of_squares(own.error, others);
    scale.normal(gap.number(), error, own.effective_pupils, true)
}

/// How numbers of pupils become standard errors.
pub(super) struct Scale<'a> {
    data: &'a DataSet,
    measure: Measure,
    interval_choices: &'a IntervalChoices,
    /// The z of the level.
    z: f64,
    ground: IntervalBasis,
}

impl<'a> Scale<'a> {
    pub(super) fn new(measured: &'a Measured, interval_choices: &'a IntervalChoices) -> Self {
        let judgement = &measured.judgement;
        let (data, measure) = (&judgement.data, measured.measure);
        Self {
            data,
            measure,
            interval_choices,
            z: interval_choices.level.z(),
            ground: ground(data, judgement.basis, measure, interval_choices),
        }
    }

    /// The precision of a figure or a gap with this standard error, by a normal interval.
    fn normal(&self, number: f64, error: f64, effective_pupils: Option<f64>, is_gap: bool) -> Option<Precision> {
        let unit = self.measure.unit();
        Some(Precision {
            interval: interval_of_figure(number, error, self.z, unit, is_gap)?,
            error: (error > 0.0).then_some(error)?,
            effective_pupils,
        })
    }

    /// The same of an adjusted figure or a difference, which may be beyond what figures can be.
    pub(super) fn unbounded(&self, number: f64, error: f64, effective_pupils: Option<f64>) -> Option<Precision> {
        Some(Precision {
            interval: Interval::normal(number, error, self.z)?,
            error: (error > 0.0).then_some(error)?,
            effective_pupils,
        })
    }

    /// The variance of a figure of this many pupils as a regression takes it: of a share, at the share of all pupils
    /// together, since Wilson's own error would give low figures too much weight (method, section 10).
    pub(super) fn variance_for_fit(&self, pooled: Option<f64>, number: f64, pupils: f64) -> Option<f64> {
        match pooled {
            Some(share) => (pupils > 0.0).then(|| share * (100.0 - share) / pupils),
            None => {
                let error = self.of_sample(number, pupils)?.error;
                Some(error * error)
            }
        }
    }

    /// Whether figures are shares of pupils.
    pub(super) fn is_of_shares(&self) -> bool {
        self.ground == IntervalBasis::Pupils
    }

    /// A trust's precision for a group.
    fn of_group(&self, case: &TrustValues, group: Group) -> Option<Precision> {
        let number = case.values.get(group).figure()?.number();
        let pupils = *case.effective_pupils.get(group);
        if let Some(error) = *case.adjusted_errors.get(group) {
            return self.unbounded(number, error, pupils);
        }
        match self.published(case, group) {
            Some(precision) => Some(Precision {
                effective_pupils: pupils,
                ..precision
            }),
            None => self.of_sample(number, pupils?),
        }
    }

    /// A trust's interval as published, or as wide as its level asks.
    pub(super) fn published(&self, case: &TrustValues, group: Group) -> Option<Precision> {
        if self.ground != IntervalBasis::Published {
            return None;
        }
        let number = case.values.get(group).figure()?.number();
        let trust = self.data.trusts().get(case.index)?;
        let interval = (*trust.progress_interval.get(group))?;
        // The Department's intervals are of 95%.
        let of_publication = IntervalChoices::default().level;
        let error = interval.half_width() / of_publication.z();
        let wanted = self.normal(number, error, None, false)?;
        Some(if self.interval_choices.level == of_publication {
            Precision { interval, ..wanted }
        } else {
            wanted
        })
    }

    /// The standard deviation of single pupils' scores; `None` if there is none or it is not known.
    fn pupil_sd(&self) -> Option<f64> {
        match self.ground {
            IntervalBasis::ProgressSpread(sd) | IntervalBasis::Assumed(sd) => Some(sd),
            // Trusts' own intervals follow from it, and it is used instead of those that are
            // missing.
            IntervalBasis::Published => self.data.progress_sd(Basis::Published),
            IntervalBasis::Pupils | IntervalBasis::Nothing => None,
        }
    }

    /// The precision of a number that is based on a plain sample of this many pupils.
    fn of_sample(&self, number: f64, pupils: f64) -> Option<Precision> {
        let z = self.z;
        if self.ground == IntervalBasis::Pupils {
            let share = wilson_of_z(Sample::of_share(number / 100.0, pupils)?, z);
            let interval = share.times(100.0)?;
            return Some(Precision {
                interval,
                error: interval.half_width() / z,
                effective_pupils: Some(pupils),
            });
        }
        let sd = self.pupil_sd()?;
        let error = (pupils > 0.0).then(|| sd / pupils.sqrt())?;
        self.normal(number, error, Some(pupils), false)
    }

    /// The standard error of a trust's or a school's part in a regional figure.
    fn error_of(&self, weighed: Weighed<'_>) -> Option<f64> {
        let precision = match weighed {
            Weighed::Trust(case, group) => self.of_group(case, group),
            Weighed::School(school, group) => {
                let part = school.parts.get(group);
                self.of_sample(part.value.figure()?.number(), part.pupils.ok()?)
            }
        };
        precision.map(|precision| precision.error)
    }
}

/// The normal interval of a figure, or a gap, within the range that such a figure can take.
pub(super) fn interval_of_figure(number: f64, error: f64, z: f64, unit: Unit, is_gap: bool) -> Option<Interval> {
    Some(Interval::normal(number, error, z)?.clamped(possible_figures(unit, is_gap)?))
}

/// The range that a figure, or a gap, can take.
pub(super) fn possible_figures(unit: Unit, is_gap: bool) -> Option<Interval> {
    let (lowest, highest) = unit.range();
    let (lowest, highest) = (f64::from(lowest), f64::from(highest));
    let widest = highest - lowest;
    if is_gap {
        Interval::new(-widest, widest)
    } else {
        Interval::new(lowest, highest)
    }
}

fn ground(data: &DataSet, basis: Basis, measure: Measure, interval_choices: &IntervalChoices) -> IntervalBasis {
    match measure.unit() {
        Unit::Percent => IntervalBasis::Pupils,
        Unit::Grades => match (data.progress_sd(basis), basis) {
            (Some(_), Basis::Published) => IntervalBasis::Published,
            (Some(sd), Basis::Computed) => IntervalBasis::ProgressSpread(sd),
            (None, _) => IntervalBasis::Nothing,
        },
        unit => interval_choices
            .assumed
            .of(unit)
            .map_or(IntervalBasis::Nothing, IntervalBasis::Assumed),
    }
}

pub(super) fn root_of_squares(one: f64, other: f64) -> f64 {
    (one * one + other * other).sqrt()
}
