//! The trusts in the most similar contexts as a part of a document.

use std::rc::Rc;

use serde::Serialize;

use crate::method::{Analysis, Neighbour, Similar, Standing};
use crate::terms::{Figure, Region};
use crate::words::chart::similar::left_out_because;
use crate::words::export::similar_rows as words;

use super::context_rows::PartNumbers;

/// A trust's nearest trusts by context.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SimilarRow {
    /// The measure by which they do better or worse.
    pub measure: &'static str,
    /// The group's key, or `gap`.
    pub group: &'static str,
    /// The parts of which distances are made.
    pub parts: Vec<ScaleRow>,
    /// Parts that have a weight and are left out.
    pub left_out: Vec<LeftOutRow>,
    /// Trusts too little known to be compared.
    pub without: usize,
    /// Whose comparisons the critical value is for.
    pub family: String,
    /// The critical value of this trust's comparisons with those listed, in standard errors of a difference.
    pub critical: Option<f64>,
    /// The trusts, the nearest first.
    pub trusts: Vec<NeighbourRow>,
}

/// A part of the distances.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ScaleRow {
    /// Its key.
    pub part: &'static str,
    /// Its weight.
    pub weight: f64,
    /// Its standard deviation over the eligible trusts, in its own unit.
    pub sd: f64,
}

/// A part that is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct LeftOutRow {
    /// Its key.
    pub part: &'static str,
    /// Why.
    pub reason: &'static str,
}

/// A neighbour's line.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NeighbourRow {
    /// The Department's number.
    pub uid: Rc<str>,
    /// The name as published.
    pub name: Rc<str>,
    /// The lead region.
    pub region: Option<&'static str>,
    /// How far its context is, in standard deviations.
    pub distance: f64,
    /// Its figure of the measure.
    pub figure: Option<Figure>,
    /// `better`, `alike`, `worse`, or `unknown` where one of the two has no figure.
    pub standing: &'static str,
    /// Its figure less the trust's own.
    pub difference: Option<Figure>,
    /// The lower end of the difference's interval at the critical value.
    pub low: Option<f64>,
    /// The upper end.
    pub high: Option<f64>,
    /// Whether the two can be told apart; nothing where one has no interval.
    pub distinguishable: Option<bool>,
    /// Each part less the trust's own.
    pub differences: PartNumbers,
    /// The parts that it does not tell.
    pub lacking: Vec<LeftOutRow>,
}

impl SimilarRow {
    /// The rows of a trust's neighbours in an analysis.
    #[must_use]
    pub fn new(analysis: &Analysis, similar: &Similar) -> Self {
        let parts = similar.parts.iter().map(|scale| ScaleRow {
            part: scale.part.key(),
            weight: scale.weight,
            sd: scale.sd,
        });
        let left_out = similar.left_out.iter().map(|(part, why)| LeftOutRow {
            part: part.key(),
            reason: left_out_because(*why),
        });
        let neighbours = similar.neighbours.iter();
        Self {
            measure: analysis.rules.measure.key(),
            group: analysis.rules.focus.key(),
            parts: parts.collect(),
            left_out: left_out.collect(),
            without: similar.without,
            family: words::family(similar.neighbours.len()),
            critical: similar.critical,
            trusts: neighbours
                .filter_map(|one| NeighbourRow::new(analysis, one))
                .collect(),
        }
    }
}

impl NeighbourRow {
    fn new(analysis: &Analysis, neighbour: &Neighbour) -> Option<Self> {
        let trust = analysis.trusts.get(neighbour.place)?;
        let comparison = neighbour.comparison;
        let interval = comparison.map(|comparison| comparison.interval);
        let differences = neighbour.differences.iter();
        let lacking = neighbour.lacking.iter();
        Some(Self {
            uid: Rc::clone(&trust.uid),
            name: Rc::clone(&trust.name),
            region: trust.region.map(Region::name),
            distance: neighbour.distance,
            figure: trust.figure(),
            standing: match neighbour.standing {
                Standing::Better => "better",
                Standing::Alike => "alike",
                Standing::Worse => "worse",
                Standing::Unknown => "unknown",
            },
            difference: comparison.map(|comparison| comparison.difference),
            low: interval.map(|interval| interval.low()),
            high: interval.map(|interval| interval.high()),
            distinguishable: comparison.map(|comparison| comparison.is_distinguishable),
            differences: PartNumbers(differences.map(|one| (one.part, one.difference)).collect()),
            lacking: lacking
                .map(|(part, reason)| LeftOutRow {
                    part: part.key(),
                    reason: reason.reason(),
                })
                .collect(),
        })
    }
}
