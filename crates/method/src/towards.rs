//! Trusts' figures shrunken towards what is to be expected of each, with intervals (method, section 12).
//!
//! [`shrunken`](super::shrunken) is the older answer, without intervals and by another estimate of how much trusts
//! differ (section 6); the charts of ranks show that one. This one is what the chances of ranks rest on.

use records::terms::{Figure, Focus};
use stats::meta_regression::Regression;
use stats::ranks::rankability;
use stats::{Interval, Level as Confidence, Measurement, ShrunkenTowards, Towards};

use super::precision::possible_figures;
use super::{Analysis, IntervalBasis, UnitKind};

/// What trusts' figures are shrunken towards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Line {
    /// The mean of all trusts.
    Mean,
    /// What trusts in a like context have on average.
    Context,
}

/// The figures of an analysis's trusts, each shrunken towards what is to be expected of it.
///
/// ```
/// use method::{FiguresTowards, Line, Rules, analyse};
/// use read::layout::read_file;
/// use records::model::Library;
/// let mut csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,\
///                PTL2BASICS_95_WGTAVG_FSM6CLA1A\n".to_owned();
/// for (uid, share) in [10, 20, 30, 60].iter().enumerate() {
///     csv.push_str(&format!("{uid},TRUST {uid},London,400,25%,{share}%\n"));
/// }
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let analysis = analyse(&library.newest().unwrap(), &Rules::default()).unwrap();
/// let towards = FiguresTowards::mean(&analysis).unwrap();
/// assert_eq!(towards.line, Line::Mean);
/// assert!((towards.mean.number() - 30.0).abs() < 1e-9);
/// let best = towards.of(0).unwrap();
/// assert!(best.figure.number() < 60.0 && best.interval.unwrap().contains(best.figure.number()));
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct FiguresTowards {
    /// What they are shrunken towards.
    pub line: Line,
    /// The mean of the line: the figure of trusts with an average context.
    pub mean: Figure,
    /// How much true figures differ about the line: their standard deviation (tau), in the figures' unit; 0 if chance
    /// alone could explain the differences.
    pub spread: Figure,
    /// How much of the differences about the line is not chance, 0 to 1: `tau^2 / (tau^2 + median s^2)`.
    pub rankability: f64,
    /// The trusts', in the order of the analysis; `None` if one has no figure, no interval, or no context.
    pub trusts: Vec<Option<TrustTowards>>,
}

/// A trust's figure shrunken towards what is to be expected of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TrustTowards {
    /// The shrunken figure, between the trust's own and the one to be expected.
    pub figure: Figure,
    /// The share of its distance from that which is kept, 0 to 1.
    pub kept: f64,
    /// What is to be expected of trusts in such a context; without one the mean.
    pub expected: Figure,
    /// The interval if true figures are normal about the line; `None` if all are on it.
    pub interval: Option<Interval>,
    /// The standard error that this interval rests on.
    pub error: f64,
    shrunken: ShrunkenTowards,
    range: Interval,
}

impl TrustTowards {
    /// The interval that holds whatever the distribution of true figures about the line; `None` if all are on it. It is
    /// worked out when it is asked for.
    #[must_use]
    pub fn robust_interval(&self, level: Confidence) -> Option<Interval> {
        Some(self.shrunken.robust_interval(level)?.clamped(self.range))
    }
}

/// A trust's index in the analysis, its figure, and what is to be expected of it with the variance of that.
type Unit = (usize, Measurement, (f64, f64));

impl FiguresTowards {
    /// The figures of all trusts of an analysis shrunken towards their mean; `None` if fewer than two have an interval,
    /// or their figures are all alike. Of an adjusted analysis these are the adjusted figures.
    #[must_use]
    pub fn mean(analysis: &Analysis) -> Option<Self> {
        let (indices, figures): (Vec<usize>, Vec<Measurement>) = fit_units(analysis).into_iter().unzip();
        let regression = Regression::new(&figures, &[]).ok()?;
        let units = indices.into_iter().zip(figures).zip(&regression.fitted);
        let units = units.map(|((index, figure), of)| (index, figure, (of.expected, of.expected_variance)));
        let units: Vec<Unit> = units.collect();
        Self::new(
            analysis,
            Line::Mean,
            regression.intercept.value,
            regression.between,
            &units,
        )
    }

    /// The figures before they were adjusted, shrunken towards what trusts with a like intake have; the ranks that
    /// follow are those of the figures as they are. `None` if the analysis is not adjusted, or by schools and not by
    /// trusts: how much schools differ does not say how much trusts do.
    #[must_use]
    pub fn context(analysis: &Analysis) -> Option<Self> {
        let adjustment = analysis.adjustment.as_ref()?;
        if adjustment.units != UnitKind::Trusts {
            return None;
        }
        let units = analysis.trusts.iter().enumerate().filter_map(|(index, trust)| {
            let of = adjustment.of(trust)?;
            let figure = Measurement {
                value: of.before.number(),
                variance: of.own_variance,
            };
            Some((index, figure, (of.expected.number(), of.expected_variance)))
        });
        let units: Vec<Unit> = units.collect();
        let adjusted = analysis.trusts.iter().filter_map(|trust| adjustment.of(trust));
        // Adjusting moves figures about their mean and leaves it where it is.
        let sum: f64 = adjusted.map(|of| of.expected.number()).sum();
        let mean = sum / units.len() as f64;
        Self::new(analysis, Line::Context, mean, adjustment.left * adjustment.left, &units)
    }

    fn new(analysis: &Analysis, line: Line, mean: f64, between: f64, units: &[Unit]) -> Option<Self> {
        let rules = &analysis.rules;
        let unit = rules.measure.unit();
        let level = analysis.level();
        let range = possible_figures(unit, rules.focus == Focus::Gap)?;
        let mut trusts = vec![None; analysis.trusts.len()];
        for (index, figure, (value, variance)) in units {
            let towards = Towards {
                value: *value,
                variance: *variance,
                between,
            };
            let shrunken = towards.shrink(*figure)?;
            if let Some(trust) = trusts.get_mut(*index) {
                *trust = Some(TrustTowards {
                    figure: Figure::new(shrunken.value, unit)?,
                    kept: shrunken.kept,
                    expected: Figure::new(*value, unit)?,
                    interval: shrunken.interval(level).map(|interval| interval.clamped(range)),
                    error: shrunken.variance.sqrt(),
                    shrunken,
                    range,
                });
            }
        }
        let variances: Vec<f64> = units.iter().map(|(_, figure, _)| figure.variance).collect();
        Some(Self {
            line,
            mean: Figure::new(mean, unit)?,
            spread: Figure::new(between.sqrt(), unit)?,
            rankability: rankability(between, &variances)?,
            trusts,
        })
    }

    /// The shrunken figure of the trust with this index in the analysis.
    #[must_use]
    pub fn of(&self, index: usize) -> Option<TrustTowards> {
        self.trusts.get(index).copied().flatten()
    }

    /// Whether chance alone could explain how figures differ about the line: then all shrunken figures are on it, and
    /// none has an interval, nor its rank a chance.
    #[must_use]
    pub fn is_chance_alone(&self) -> bool {
        self.spread.number() == 0.0
    }
}

/// The figures that a line is fitted to, each with its trust's index in the analysis: those that have an interval.
///
/// The variance of a share is the one at the pooled share, `p0 (1 - p0) / n` with `p0 = sum n y / sum n`: at the share
/// itself low ones would have too much weight. Of scores, gaps and adjusted figures it is the square of the interval's
/// own standard error (method, section 10).
#[must_use]
pub fn fit_units(analysis: &Analysis) -> Vec<(usize, Measurement)> {
    fit_units_among(analysis, &|_| true)
}

/// The same of some trusts, by their indices: the pooled share is theirs.
pub(super) fn fit_units_among(analysis: &Analysis, is_in: &dyn Fn(usize) -> bool) -> Vec<(usize, Measurement)> {
    let trusts = analysis.trusts.iter().enumerate().filter(|(index, _)| is_in(*index));
    let known = trusts.filter_map(|(index, trust)| Some((index, trust.figure()?.number(), trust.precision?)));
    let known: Vec<_> = known.collect();
    let is_plain = analysis.rules.focus != Focus::Gap && analysis.adjustment.is_none();
    let of_pupils = is_plain && analysis.intervals.ground == IntervalBasis::Pupils;
    let (mut sum, mut all) = (0.0, 0.0);
    for (_, figure, precision) in &known {
        let pupils = precision.effective_pupils.unwrap_or(0.0);
        sum += pupils * figure;
        all += pupils;
    }
    let pooled = sum / all;
    let pupil_variance = pooled * (100.0 - pooled);
    let units = known.into_iter().filter_map(|(index, value, precision)| {
        let variance = match precision.effective_pupils {
            Some(pupils) if of_pupils && pupil_variance > 0.0 => pupil_variance / pupils,
            _ => precision.error * precision.error,
        };
        (variance > 0.0).then_some((index, Measurement { value, variance }))
    });
    units.collect()
}
