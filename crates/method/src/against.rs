//! Trusts' figures against a part of their context, with a line through them (method, section 10, with one part).

use records::terms::{ContextPart, Figure};
use stats::Interval;
use stats::meta_regression::{Coefficient, Regression};

use super::towards::fit_units_among;
use super::{Analysis, Contexts, NotAdjusted, UnitKind};

/// The fewest trusts that a line is drawn through: those that one part of the context needs.
const FEWEST: usize = 10;

/// The trusts of an analysis that have a figure and a part of the context, and a line through them.
///
/// The line is over trusts whatever their figures come from. Adjusted figures from school files rest on a line over
/// schools, so that the two differ a little.
///
/// ```
/// use method::{Contexts, FiguresAgainst, IntervalChoices, Measured, Rules};
/// use read::layout::read_file;
/// use records::model::Library;
/// use records::terms::ContextPart;
/// let mut csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,\
///                PTL2BASICS_95_WGTAVG_FSM6CLA1A\n".to_owned();
/// for uid in 0..24 {
///     let region = if uid % 2 > 0 { "London" } else { "South West" };
///     csv.push_str(&format!("{uid},TRUST {uid},{region},400,{}%,{}%\n", 10 + uid, 40 - uid + uid % 3));
/// }
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let rules = Rules::default();
/// let measured = Measured::after(None, &library.newest().unwrap(), &rules).unwrap();
/// let analysis = measured.analysis(rules.focus, rules.regional, &[], &IntervalChoices::default()).unwrap();
/// let contexts = Contexts::new(measured.judgement());
/// let against = FiguresAgainst::new(&analysis, &contexts, ContextPart::Disadvantaged);
/// assert_eq!((against.points.len(), against.without), (24, 0));
/// let line = against.line.unwrap();
/// assert!((line.slope().value + 1.0).abs() < 0.05);
/// let (expected, band) = line.at(20.0).unwrap();
/// assert!(band.contains(expected) && (30.0..32.0).contains(&expected));
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct FiguresAgainst {
    /// The part.
    pub part: ContextPart,
    /// The trusts that have both, in the order of the analysis.
    pub points: Vec<PointAgainst>,
    /// How many other trusts have a figure: the part is not known for them.
    pub without: usize,
    /// The line, or why there is none.
    pub line: Result<ContextLine, NoLine>,
}

/// A trust with its part of the context and its figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PointAgainst {
    /// Its index among the trusts of the analysis.
    pub trust: usize,
    /// The part of its context.
    pub context: Figure,
    /// Its figure.
    pub figure: Figure,
    /// What trusts with such a context have on average; `None` without a line.
    pub expected: Option<Figure>,
}

/// Why no line is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoLine {
    /// What keeps figures from being adjusted for the part, too.
    NotAdjusted(NotAdjusted),
    /// All trusts have the same of the part.
    Constant,
}

/// What trusts have on average, by a part of their context.
#[derive(Debug, Clone, PartialEq)]
pub struct ContextLine {
    regression: Regression,
    slope: Coefficient,
    z: f64,
    /// The number of trusts that it is fitted to.
    pub trusts: usize,
    /// The share of the true variance between them that the part explains, 0 to 1; `None` if chance alone could explain
    /// the differences.
    pub share_explained: Option<f64>,
}

impl FiguresAgainst {
    /// The trusts of an analysis against a part of their contexts.
    #[must_use]
    pub fn new(analysis: &Analysis, contexts: &Contexts, part: ContextPart) -> Self {
        let unit = analysis.rules.measure.unit();
        let known = analysis.trusts.iter().enumerate();
        let known = known.filter_map(|(index, trust)| Some((index, trust, trust.figure()?)));
        let (mut points, mut without) = (Vec::new(), 0);
        for (trust, of, figure) in known {
            match contexts.of(of).and_then(|context| context.value(part).figure()) {
                Some(context) => points.push(PointAgainst {
                    trust,
                    context,
                    figure,
                    expected: None,
                }),
                None => without += 1,
            }
        }
        let line = ContextLine::new(analysis, &points);
        if let Ok(line) = &line {
            for point in &mut points {
                let at = line.at(point.context.number());
                point.expected = at.and_then(|(expected, _)| Figure::new(expected, unit));
            }
        }
        Self {
            part,
            points,
            without,
            line,
        }
    }
}

impl ContextLine {
    fn new(analysis: &Analysis, points: &[PointAgainst]) -> Result<Self, NoLine> {
        let refused = |reason| Err(NoLine::NotAdjusted(reason));
        if analysis.trusts_of_part().is_some() {
            return refused(NotAdjusted::PartOfCountry(UnitKind::Trusts));
        }
        let has_part = |trust: usize| points.binary_search_by_key(&trust, |point| point.trust).is_ok();
        let figures = fit_units_among(analysis, &has_part);
        if figures.is_empty() && !points.is_empty() {
            return refused(NotAdjusted::NoPrecision);
        }
        let (mut units, mut context, mut regions) = (Vec::new(), Vec::new(), Vec::new());
        for point in points {
            let found = figures.binary_search_by_key(&point.trust, |(index, _)| *index);
            if let Some((index, figure)) = found.ok().and_then(|place| figures.get(place)) {
                units.push(*figure);
                context.push(point.context.number());
                regions.extend(analysis.trusts.get(*index).and_then(|trust| trust.region));
            }
        }
        let kind = UnitKind::Trusts;
        let too_few = NotAdjusted::TooFew {
            kind,
            units: units.len(),
            needed: FEWEST,
        };
        if units.len() < FEWEST {
            return refused(too_few);
        }
        regions.dedup();
        if regions.len() == 1 {
            return refused(NotAdjusted::OneRegion(kind));
        }
        let no_line = |reason| NoLine::NotAdjusted(NotAdjusted::of_fit(reason, kind, too_few));
        let without = Regression::new(&units, &[]).map_err(no_line)?.between;
        let regression = Regression::new(&units, &[context]).map_err(no_line)?;
        let slope = regression.slopes.first().ok_or(NoLine::Constant)?.coefficient;
        let share_explained = (without > 0.0).then(|| (1.0 - regression.between / without).max(0.0));
        Ok(Self {
            regression,
            slope,
            z: analysis.level().z(),
            trusts: units.len(),
            share_explained,
        })
    }

    /// How much a figure changes with 1 of the part.
    #[must_use]
    pub const fn slope(&self) -> Coefficient {
        self.slope
    }

    /// The interval of that, at the level of the analysis.
    #[must_use]
    pub fn slope_interval(&self) -> Option<Interval> {
        Interval::normal(self.slope.value, self.slope.error, self.z)
    }

    /// What trusts with this much of the part have on average, with the interval of that at the level of the analysis.
    #[must_use]
    pub fn at(&self, context: f64) -> Option<(f64, Interval)> {
        let effect = self.regression.effect(&[context])?;
        let interval = Interval::normal(effect.expected, effect.expected_variance.sqrt(), self.z)?;
        Some((effect.expected, interval))
    }
}
