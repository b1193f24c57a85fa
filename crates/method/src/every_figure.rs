//! All figures of a year: every measure for every group of pupils and the gap, under the same rules.

use std::rc::Rc;

use records::model::DataSet;
use records::terms::{Area, Focus, Measure};

use super::profile::offered_or_simple;
use super::{Analysis, AnalysisError, IntervalChoices, Judgement, Measured, RegionalRule, Rules, Surveyed};

/// The analyses of a data set's measures for every group that it offers, one in each step: trusts and schools are
/// judged once, and a measure's values are computed once.
///
/// ```
/// use std::rc::Rc;
/// use method::{EveryFigure, IntervalChoices, Judgement, RegionalRule, Rules};
/// use read::layout::read_file;
/// use records::model::Library;
/// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,ATT8SCR_WGTAVG,P8MEA_WGTAVG\n1,ONE,London,40,0.1\n";
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let judgement = Rc::new(Judgement::new(&library.newest().unwrap(), &Rules::default()).unwrap());
/// let mut every = EveryFigure::new(&judgement, RegionalRule::SimpleMean, &[], &IntervalChoices::default());
/// assert_eq!((every.surveyed().steps, every.surveyed().of), (0, 2));
/// while every.advance().is_some() {}
/// let measures: Vec<_> = every.finish().iter().map(|analysis| analysis.rules.measure.key()).collect();
/// assert_eq!(measures, ["att8", "p8"]);
/// ```
#[derive(Debug)]
pub struct EveryFigure {
    judgement: Rc<Judgement>,
    regional: RegionalRule,
    areas: Vec<Area>,
    choices: IntervalChoices,
    /// What is still to be analysed, in reverse order.
    ahead: Vec<(Measure, Focus)>,
    /// The values of the measure in hand.
    measured: Option<Measured>,
    found: Vec<Analysis>,
}

impl EveryFigure {
    /// All figures under a judgement's rules, before the first step. Where the files lack what the regional rule needs,
    /// regions have the simple mean.
    #[must_use]
    pub fn new(judgement: &Rc<Judgement>, regional: RegionalRule, areas: &[Area], choices: &IntervalChoices) -> Self {
        let (data, basis) = (&judgement.data, judgement.basis);
        let measures = data.measures(basis).into_iter();
        let each = measures.flat_map(|measure| {
            let focuses = data.focuses(basis, measure).into_iter();
            focuses.map(move |focus| (measure, focus))
        });
        let mut ahead: Vec<(Measure, Focus)> = each.collect();
        ahead.reverse();
        Self {
            judgement: Rc::clone(judgement),
            regional,
            areas: areas.to_vec(),
            choices: *choices,
            ahead,
            measured: None,
            found: Vec::new(),
        }
    }

    /// How many analyses are made, and of how many.
    #[must_use]
    pub fn surveyed(&self) -> Surveyed {
        Surveyed {
            steps: self.found.len(),
            of: self.found.len() + self.ahead.len(),
        }
    }

    /// Makes the next analysis; `None` if all are made.
    pub fn advance(&mut self) -> Option<Surveyed> {
        let (measure, focus) = self.ahead.pop()?;
        let measured = self.measured.take().filter(|of| of.measure == measure);
        let measured = measured.or_else(|| Measured::new(&self.judgement, measure).ok());
        if let Some(measured) = &measured {
            let rule = offered_or_simple(measured, focus, self.regional);
            self.found
                .extend(measured.analysis(focus, rule, &self.areas, &self.choices));
        }
        self.measured = measured;
        Some(self.surveyed())
    }

    /// The analyses that are made, measure by measure.
    #[must_use]
    pub fn finish(self) -> Vec<Analysis> {
        self.found
    }
}

/// All of them at once, with the usual intervals and without areas.
///
/// # Errors
/// As [`Judgement::new`].
pub fn every_measure(data: &DataSet, rules: &Rules) -> Result<Vec<Analysis>, AnalysisError> {
    let judgement = Rc::new(Judgement::new(data, rules)?);
    let mut every = EveryFigure::new(&judgement, rules.regional, &[], &IntervalChoices::default());
    while every.advance().is_some() {}
    Ok(every.finish())
}
