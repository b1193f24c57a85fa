//! The lines of regions and other parts of the country in the document of an analysis.

use serde::Serialize;

use crate::layout::ByGroup;
use crate::method::{Analysis, AreaFigures, LocalArea, RegionFigures, published_for};
use crate::terms::{Authority, Figure, Value};

use super::certainty::Ends;

/// A region's line.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RegionRow {
    /// Its name.
    pub name: &'static str,
    /// Trusts with a published figure.
    pub trusts: usize,
    /// Eligible trusts.
    pub eligible: usize,
    /// The figure of the focus.
    pub figure: Option<Figure>,
    /// Its interval: pupil sampling only.
    #[serde(flatten)]
    pub ends: Ends,
    /// The attainment gap.
    pub gap: Option<Figure>,
}

/// An area's line.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LocalAreaRow {
    /// Its name.
    pub name: String,
    /// The codes of its authorities.
    pub authorities: Vec<AuthorityRow>,
    /// Trusts with a published figure.
    pub trusts: usize,
    /// Eligible trusts.
    pub eligible: usize,
    /// The figure of the focus.
    pub figure: Option<Figure>,
    /// The attainment gap.
    pub gap: Option<Figure>,
}

/// An authority's line: all its schools, as the Department publishes them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AuthorityRow {
    /// Its code.
    pub code: u16,
    /// Its name.
    pub name: Option<&'static str>,
    /// The figure of the group, or the gap.
    pub figure: Option<Figure>,
}

/// The Department's figures of England, of the group or the gap.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EnglandRow {
    /// State-funded schools.
    pub state_funded: Option<Figure>,
    /// All schools.
    pub all_schools: Option<Figure>,
}

impl RegionRow {
    pub(super) fn new(figures: &RegionFigures, ends: Ends) -> Self {
        Self {
            name: figures.region.name(),
            trusts: figures.area.published,
            eligible: figures.area.eligible,
            figure: figures.area.figure,
            ends,
            gap: figures.area.pair.map(|pair| pair.gap),
        }
    }
}

impl LocalAreaRow {
    pub(super) fn new(local: &LocalArea, analysis: &Analysis) -> Self {
        let AreaFigures {
            published,
            eligible,
            figure,
            pair,
            ..
        } = local.figures;
        Self {
            name: local.area.name.clone(),
            authorities: local
                .authorities
                .iter()
                .map(|&(code, ref values)| AuthorityRow {
                    code,
                    name: Authority::of_code(code).map(|authority| authority.name),
                    figure: published_total(values.as_ref(), analysis),
                })
                .collect(),
            trusts: published,
            eligible,
            figure,
            gap: pair.map(|pair| pair.gap),
        }
    }
}

pub(super) fn published_total(
    values: Option<&ByGroup<Value>>,
    analysis: &Analysis,
) -> Option<Figure> {
    published_for(analysis, values?).figure()
}
