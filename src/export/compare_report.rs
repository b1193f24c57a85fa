//! Two to six trusts side by side as one document.

use std::rc::Rc;

use serde::Serialize;

use crate::chart::{Record, pair_columns, pairs};
use crate::method::{ComparedFigure, ComparedMeasure, ComparedTrust, IntervalChoices, Rank};
use crate::terms::{AcademicYear, Figure, Region};
use crate::words::chart::pair::chosen_trusts;

use super::certainty::Ends;
use super::context_rows::ContextRow;
use super::profile_report::status;

/// The document. Missing numbers are null, percentages are 0 to 100.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CompareReport {
    /// The year of the results.
    pub year: Option<String>,
    /// `computed` from schools or as `published` for trusts.
    pub basis: &'static str,
    /// The level of intervals and comparisons, in percent.
    pub level: f64,
    /// The trusts, in the order in which they were named.
    pub trusts: Vec<ComparedTrustRow>,
    /// Every measure and group.
    pub measures: Vec<ComparedMeasureRow>,
}

/// A trust.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ComparedTrustRow {
    /// The Department's number.
    pub uid: Rc<str>,
    /// The name as published.
    pub name: Rc<str>,
    /// The lead region.
    pub region: Option<&'static str>,
    /// Pupils at the end of key stage 4.
    pub pupils: Option<f64>,
    /// Who they are.
    pub context: ContextRow,
}

/// The trusts in a measure for a group, or by their gaps.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ComparedMeasureRow {
    /// The measure's key.
    pub measure: &'static str,
    /// The group's key, or `gap`.
    pub group: &'static str,
    /// The trusts whose pairs the critical value is for: those named that have an interval.
    pub family: String,
    /// The family's critical value, in standard errors of a difference.
    pub critical: Option<f64>,
    /// Each trust's figure.
    pub figures: Vec<ComparedFigureRow>,
    /// Every pair.
    pub pairs: Vec<Record>,
}

/// A trust's figure.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ComparedFigureRow {
    /// The Department's number.
    pub uid: Rc<str>,
    /// The figure.
    pub figure: Option<Figure>,
    /// `published`, or the reason why there is none.
    pub status: &'static str,
    /// The interval.
    #[serde(flatten)]
    pub ends: Ends,
    /// The rank among all eligible trusts.
    pub rank: Option<Rank>,
    /// The rank in its region.
    pub regional_rank: Option<Rank>,
}

impl CompareReport {
    /// The document of trusts and what is compared of them.
    #[must_use]
    pub fn new(
        year: Option<AcademicYear>,
        basis: &'static str,
        trusts: &[ComparedTrust],
        measures: &[ComparedMeasure],
        interval_choices: &IntervalChoices,
    ) -> Self {
        Self {
            year: year.map(|year| year.to_string()),
            basis,
            level: interval_choices.level.percent(),
            trusts: trusts.iter().map(ComparedTrustRow::new).collect(),
            measures: measures
                .iter()
                .map(|measure| ComparedMeasureRow::new(measure, trusts))
                .collect(),
        }
    }
}

impl ComparedTrustRow {
    fn new(trust: &ComparedTrust) -> Self {
        Self {
            uid: Rc::clone(&trust.uid),
            name: Rc::clone(&trust.name),
            region: trust.region.map(Region::name),
            pupils: trust.pupils,
            context: ContextRow(trust.context.clone()),
        }
    }
}

impl ComparedMeasureRow {
    fn new(measure: &ComparedMeasure, trusts: &[ComparedTrust]) -> Self {
        let figures = measure.figures.iter().zip(trusts);
        Self {
            measure: measure.measure.key(),
            group: measure.focus.key(),
            family: chosen_trusts(measure.family),
            critical: measure.critical,
            figures: figures
                .map(|(figure, trust)| ComparedFigureRow::new(figure, trust))
                .collect(),
            pairs: Record::all(
                &pair_columns(measure.measure.unit()),
                pairs(trusts, measure),
            ),
        }
    }
}

impl ComparedFigureRow {
    fn new(figure: &ComparedFigure, trust: &ComparedTrust) -> Self {
        Self {
            uid: Rc::clone(&trust.uid),
            figure: figure.value.figure(),
            status: status(figure.value),
            ends: figure.precision.into(),
            rank: figure.rank,
            regional_rank: figure.regional_rank,
        }
    }
}
