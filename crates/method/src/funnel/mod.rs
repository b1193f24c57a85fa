//! Trusts by the number of pupils behind their figures, with limits for chance variation (method,
//! section 5).

mod limits;
mod rule;

pub use limits::{FunnelError, Limits, Omitted};

use records::model::Basis;
use records::terms::{Figure, Focus, Unit, Value};
use stats::funnel::{Bands, FunnelZone, INNER, OUTER, OverDispersion, exact_limits};
use stats::{Interval, Sample};

use super::{Analysis, Rules, TrustFigures};
use rule::{Rule, of_scores, of_shares};

/// A trust in a funnel.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FunnelPoint {
    /// The trust's index among those of the analysis.
    pub trust: usize,
    /// The effective number of pupils behind the figure, or its upper bound.
    pub effective_pupils: f64,
    /// The figure.
    pub figure: Figure,
    /// The limits at its size, in the figure's unit.
    pub limits: Bands,
    /// Where the figure is relative to them.
    pub verdict: FunnelZone,
    /// How far it is from the target, the outer limit on its side being at 1.
    pub distance: f64,
}

/// The number of trusts beyond the outer limits, compared with what chance explains.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FarOut {
    /// Trusts in the funnel.
    pub trusts: usize,
    /// Those above the upper outer limit.
    pub above: usize,
    /// Those below the lower outer limit.
    pub below: usize,
    /// How many trusts the limits would leave outside if they covered everything that makes trusts
    /// differ: 0.2% of them.
    pub expected: f64,
    /// Whether more are outside than that explains: this many or more would be there with a chance
    /// of at most 2.5%.
    pub is_more: bool,
}

impl FarOut {
    fn new(points: &[FunnelPoint]) -> Self {
        let count = |verdict| points.iter().filter(|of| of.verdict == verdict).count();
        let (above, below) = (count(FunnelZone::FarAbove), count(FunnelZone::FarBelow));
        let trusts = points.len() as f64;
        let usual = exact_limits(OUTER.alpha(), trusts, INNER.alpha() / 2.0);
        // The limit is between whole numbers of trusts, and the greater of the two is still usual.
        let most = usual.map(|usual| (usual.high() * trusts).ceil());
        Self {
            trusts: points.len(),
            above,
            below,
            expected: OUTER.alpha() * trusts,
            is_more: most.is_some_and(|most| (above + below) as f64 > most),
        }
    }

    /// The number outside, on both sides together.
    #[must_use]
    pub const fn outside(self) -> usize {
        self.above + self.below
    }
}

/// Trusts by their effective size, with the limits for chance variation around all trusts.
///
/// The limits are for a trust's expected position and never an interval around its figure. For
/// shares of pupils they are the formulas of the method, section 5, around all trusts' pupils taken
/// together. For mean scores (Attainment 8, Progress 8, the EBacc average point score) they are
/// this project's extension of it, because section 5 covers only shares: `target +/- z sd /
/// sqrt(n)`, with the mean weighted by effective size as target, and the standard deviation of
/// single pupils' scores that the intervals are based on, published or assumed.
#[derive(Debug, Clone, PartialEq)]
pub struct Funnel {
    rule: Rule,
    /// The target, which the limits are around: the figure of the pupils of all trusts in the
    /// funnel taken together.
    pub target: Figure,
    /// Whether the numbers of pupils are an upper bound of the effective ones: a file of trusts
    /// does not say how unevenly pupils are weighted.
    pub is_upper_bound: bool,
    /// The trusts in the funnel, in the order of the analysis.
    pub points: Vec<FunnelPoint>,
    /// The trusts of the analysis that are not in it, each by its index there and with the reason.
    pub omitted: Vec<(usize, Omitted)>,
}

impl Funnel {
    /// The funnel of an analysis.
    ///
    /// # Errors
    /// If the focus is the gap, the limits are not for the measure, the spread of scores is not
    /// known, or no trust has both a figure and pupils.
    ///
    /// ```
    /// use read::layout::read_file;
    /// use records::model::Library;
    /// use stats::funnel::FunnelZone;
    /// use method::{IntervalChoices, Funnel, Limits, Measured, Rules};
    /// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,\
    ///            PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,400,25%,65%\n2,TWO,London,4000,25%,25%\n";
    /// let mut library = Library::default();
    /// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
    /// let rules = Rules::default();
    /// let measured = Measured::after(None, &library.newest().unwrap(), &rules).unwrap();
    /// let analysis = measured.analysis(rules.focus, rules.regional, &[], &IntervalChoices::default()).unwrap();
    /// let funnel = Funnel::new(&analysis, Limits::Normal).unwrap();
    /// // 65 of 100 and 250 of 1,000.
    /// assert_eq!(funnel.target.in_sentence(), "28.6%");
    /// assert_eq!(funnel.points[0].verdict, FunnelZone::FarAbove);
    /// ```
    pub fn new(analysis: &Analysis, limits: Limits) -> Result<Self, FunnelError> {
        let Rules { measure, focus, .. } = analysis.rules;
        match Limits::offered(measure, focus) {
            [] if focus == Focus::Gap => return Err(FunnelError::Gap),
            [] => return Err(FunnelError::SpreadNotKnown),
            offered if !offered.contains(&limits) => return Err(FunnelError::NotOfShares(limits)),
            _ => {}
        }
        let (mut observed, mut omitted) = (Vec::new(), Vec::new());
        for (index, trust) in analysis.trusts.iter().enumerate() {
            let pupils = trust.precision.and_then(|precision| precision.effective_pupils);
            match Observation::of(trust, pupils) {
                Ok(observation) => observed.push((index, observation)),
                Err(reason) => omitted.push((index, reason)),
            }
        }
        let observations: Vec<Observation> = observed.iter().map(|(_, observation)| *observation).collect();
        let rule = match measure.unit() {
            Unit::Percent => of_shares(&observations, limits)?,
            unit => of_scores(&observations, unit, analysis.intervals.pupil_sd)?,
        };
        Ok(Self {
            rule,
            target: measure.figure(rule.target()).ok_or(FunnelError::NoTrusts)?,
            is_upper_bound: analysis.basis == Basis::Published,
            points: observed
                .into_iter()
                .filter_map(|(trust, observation)| observation.point(trust, rule))
                .collect(),
            omitted,
        })
    }

    /// How the limits are computed.
    #[must_use]
    pub const fn limits(&self) -> Limits {
        match self.rule {
            Rule::Normal { .. } | Rule::Scores { .. } => Limits::Normal,
            Rule::Exact { .. } => Limits::Exact,
            Rule::OverDispersed(_) => Limits::OverDispersed,
        }
    }

    /// How much more trusts differ than by chance, winsorised at 10%: phi, the mean squared score,
    /// and tau squared, the variance between trusts on the arcsine scale. Only for over-dispersed
    /// limits.
    #[must_use]
    pub const fn over_dispersion(&self) -> Option<OverDispersion> {
        match self.rule {
            Rule::OverDispersed(spread) => Some(spread),
            _ => None,
        }
    }

    /// The standard deviation of single pupils' scores that the limits are based on, in the
    /// figure's unit: only for scores, for which this funnel extends the method.
    #[must_use]
    pub const fn pupil_sd(&self) -> Option<f64> {
        match self.rule {
            Rule::Scores { sd, .. } => Some(sd),
            _ => None,
        }
    }

    /// The limits at sizes from 1 to the largest, at most this many and closer together where they
    /// are small, since limits run steepest there. Exact limits move in small steps, each of a
    /// whole number of pupils; the sizes are whole numbers, and all of them where they are few
    /// enough.
    ///
    /// ```
    /// # use {read::layout::read_file, records::model::Library};
    /// # use method::{IntervalChoices, Funnel, Limits, Measured, Rules};
    /// # let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,\
    /// #            PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,400,25%,65%\n2,TWO,London,4000,25%,25%\n";
    /// # let mut library = Library::default();
    /// # library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
    /// # let rules = Rules::default();
    /// # let measured = Measured::after(None, &library.newest().unwrap(), &rules).unwrap();
    /// # let analysis = measured.analysis(rules.focus, rules.regional, &[], &IntervalChoices::default()).unwrap();
    /// let funnel = Funnel::new(&analysis, Limits::Exact).unwrap();
    /// let curve = funnel.curve(1000.0, 200);
    /// assert_eq!((curve[0].0, curve.last().unwrap().0), (1.0, 1000.0));
    /// ```
    #[must_use]
    pub fn curve(&self, largest: f64, most: u32) -> Vec<(f64, Bands)> {
        let mut sizes: Vec<f64> = Vec::new();
        for step in 0..=most {
            let part = f64::from(step) / f64::from(most.max(1));
            let size = (part * part * largest).round().max(1.0);
            if sizes.last().is_none_or(|last| size > *last) {
                sizes.push(size);
            }
        }
        let bands = sizes.into_iter();
        bands.filter_map(|size| Some((size, self.rule.bands(size)?))).collect()
    }

    /// The number of trusts beyond the outer limits.
    #[must_use]
    pub fn far_out(&self) -> FarOut {
        FarOut::new(&self.points)
    }
}

/// A figure and the pupils behind it.
#[derive(Debug, Clone, Copy)]
struct Observation {
    figure: Figure,
    pupils: f64,
}

impl Observation {
    fn of(trust: &TrustFigures, pupils: Option<f64>) -> Result<Self, Omitted> {
        /// More than any country has; the limits of more are not computed.
        const MOST: f64 = 1e8;
        let figure = match trust.value() {
            Value::Published(figure) => figure,
            Value::Missing(reason) => return Err(Omitted::NoFigure(reason)),
        };
        let is_share = Interval::SHARES.contains(figure.number() / 100.0);
        if figure.unit() == Unit::Percent && !is_share {
            return Err(Omitted::NoShare);
        }
        // Limits count whole pupils, and less than half of one is none.
        match pupils.filter(|pupils| (0.5..=MOST).contains(pupils)) {
            Some(pupils) => Ok(Self { figure, pupils }),
            None => Err(Omitted::NoPupils),
        }
    }

    fn sample(self) -> Option<Sample> {
        Sample::of_share(self.figure.number() / 100.0, self.pupils)
    }

    fn point(self, trust: usize, rule: Rule) -> Option<FunnelPoint> {
        let limits = rule.bands(self.pupils)?;
        let number = self.figure.number();
        let distance = distance(number, rule.target(), limits.outer);
        // Where all of the pupils succeed, or none, exact limits are short of the target itself.
        let is_target = (number - rule.target()).abs() < 1e-9;
        Some(FunnelPoint {
            trust,
            effective_pupils: self.pupils,
            figure: self.figure,
            limits,
            verdict: if is_target {
                FunnelZone::Within
            } else {
                limits.zone(number)
            },
            distance,
        })
    }
}

/// How far a number is from the target, the limit on its side being at 1.
fn distance(number: f64, target: f64, limits: Interval) -> f64 {
    let away = number - target;
    let whole = if away > 0.0 {
        limits.high() - target
    } else {
        limits.low() - target
    };
    // Where all have the same figure, 0 or everything, the limits have no width.
    if away == 0.0 { 0.0 } else { away / whole }
}
