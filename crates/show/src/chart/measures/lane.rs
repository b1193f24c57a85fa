//! One of those compared, in a measure: a trust beside its region's figure, or a part of the country beside England's.

use method::{Analysis, Scope};
use records::model::Basis;
use records::terms::{Figure, Value};
use stats::Interval;

use crate::chart::comparison_chart::Row;
use crate::chart::comparison_chart::words::no_figure;
use crate::chart::part::{PartOf, part_in_words};
use crate::chart::{of_analysis, of_trust};

use super::words;

/// What a line of a row shows.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Lane {
    /// The trust's number or the part's word.
    pub(super) id: String,
    pub(super) name: String,
    /// The figure and how it is written beside its dot, or why there is none.
    pub(super) figure: Result<(Figure, String), String>,
    pub(super) interval: Option<Interval>,
    /// The figure of the trust's region, or of all England.
    pub(super) against: Option<Figure>,
    /// The figure in steps, the better the greater.
    pub(super) steps: Option<i64>,
    /// All of it in words, without the measure.
    pub(super) words: String,
}

impl Lane {
    /// A trust.
    pub(super) fn of_trust(analysis: &Analysis, row: &Row) -> Self {
        let trust = row.trust();
        Self {
            id: trust.of.uid.to_string(),
            name: trust.readable_name().to_owned(),
            figure: match trust.of.value() {
                Value::Published(figure) => Ok((figure, of_trust(figure, trust.basis))),
                Value::Missing(reason) => Err(no_figure(reason.reason())),
            },
            interval: trust.of.precision.map(|of| of.interval),
            against: row.of_region,
            steps: trust.of.figure().map(|figure| steps(analysis, figure)),
            words: row.words(),
        }
    }

    /// A part of the country; `None` if it has no eligible trust.
    pub(super) fn of_part(analysis: &Analysis, part: &PartOf) -> Option<Self> {
        let scope = part.scope(analysis)?;
        let of = analysis.figures_of(scope)?;
        Some(Self {
            id: part.id(),
            name: part.name().to_owned(),
            figure: match of.figure {
                Some(figure) => Ok((figure, of_trust(figure, Basis::Computed))),
                None => Err(of_analysis(analysis, words::NO_FIGURE)),
            },
            interval: of.precision.map(|of| of.interval),
            against: analysis.figure_of(Scope::All),
            steps: of.figure.map(|figure| steps(analysis, figure)),
            words: part_in_words(analysis, scope)?,
        })
    }
}

fn steps(analysis: &Analysis, figure: Figure) -> i64 {
    let steps = figure.steps();
    if analysis.rules.smaller_is_better() {
        -steps
    } else {
        steps
    }
}
