//! An analysis adjusted for context as a part of a document: beside the figures as they are, never in their place.

use method::{AdjustParts, Adjustment, Analysis, NotAdjusted};

use crate::chart::{
    AdjustedRegion, Cell, Record, adjustment_in_words, region_columns, trust_beside_columns, trusts_beside,
};

use super::csv_table::of_columns;

/// What is adjusted for, the regions and the trusts; or why nothing is.
#[must_use]
pub fn adjusted_record(before: &Analysis, adjusted: Result<&Analysis, &NotAdjusted>, asked: AdjustParts) -> Record {
    let parts = Record::from([("asked", keys(asked))]);
    let (analysis, adjustment) = match adjusted.map(|analysis| (analysis, analysis.adjustment.as_deref())) {
        Ok((analysis, Some(adjustment))) => (analysis, adjustment),
        Ok((_, None)) => return parts,
        Err(reason) => return parts.and([("refused", Cell::Words(reason.to_string()))]),
    };
    let regions = AdjustedRegion::all(before, analysis);
    let sentences = adjustment_in_words(analysis).into_iter();
    parts.and(fit(adjustment)).and([
        ("regions", Cell::Records(Record::all(&region_columns(""), regions))),
        (
            "trusts",
            Cell::Records(Record::all(&trust_beside_columns(analysis), trusts_beside(analysis))),
        ),
        // What has to be said beside every one of these figures.
        ("notes", Cell::List(sentences.map(Cell::Words).collect())),
    ])
}

/// The trusts of an adjusted analysis as the text of a CSV file, one row each.
#[must_use]
pub fn adjusted_csv(adjusted: &Analysis) -> String {
    of_columns(&trust_beside_columns(adjusted), trusts_beside(adjusted))
}

fn keys(parts: AdjustParts) -> Cell {
    Cell::List(parts.iter().map(|part| Cell::words(part.key())).collect())
}

/// The fit behind adjusted figures.
fn fit(adjustment: &Adjustment) -> Record {
    let slopes = adjustment.slopes.iter().map(|slope| {
        Record::from([
            ("part", slope.part.key().into()),
            // What figures are adjusted to.
            ("mean", Cell::Number(slope.mean)),
            // How much a figure changes with 1 of the part.
            ("slope", Cell::Number(slope.coefficient.value)),
            ("error", Cell::Number(slope.coefficient.error)),
        ])
    });
    let not_used = adjustment
        .not_used
        .iter()
        .map(|(part, reason)| Record::from([("part", part.key().into()), ("reason", reason.reason().into())]));
    Record::from([
        ("used", keys(adjustment.used)),
        ("not_used", Cell::Records(not_used.collect())),
        ("units", adjustment.units.several().into()),
        ("count", adjustment.count.into()),
        // 0 to 1; null where chance alone could explain the differences.
        (
            "share_explained",
            adjustment.share_explained.map_or_else(Cell::none, Cell::Share),
        ),
        // The standard deviation of what is left between units, in the figures' unit.
        ("left", Cell::Number(adjustment.left)),
        ("slopes", Cell::Records(slopes.collect())),
    ])
}
