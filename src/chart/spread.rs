//! Differences within regions against differences between them, in words and as a table.

use crate::method::{Analysis, TrustSpread};
use crate::terms::{Figure, readable_name};
use crate::words::chart::spread as words;

pub use crate::words::chart::spread::spread_headline;

use super::of_trust;
use super::table::{Cell, Column, Table};
use super::top_ten::figure_column;
use super::trust::figure_in_sentence;

/// The rest of it, a sentence each: weighted by pupils, the regions that are farthest apart, and the region whose trusts
/// are.
#[must_use]
pub fn spread_sentences(analysis: &Analysis, spread: &TrustSpread) -> Vec<String> {
    let mut sentences = Vec::new();
    if let Some(between) = spread.weighted.and_then(|of| of.share_between()) {
        sentences.push(words::weighted(between, spread.without_pupils));
    }
    if let Some(apart) = spread.between {
        sentences.push(words::between(apart.range, apart.lowest, apart.highest));
    }
    if let Some(widest) = spread.widest() {
        let trust = |place: usize| {
            let trust = analysis.trusts.get(place)?;
            let figure = figure_in_sentence(trust.figure()?, analysis.basis);
            Some((readable_name(&trust.name), figure))
        };
        if let (Some((lowest, low)), Some((highest, high))) =
            (trust(widest.within.lowest), trust(widest.within.highest))
        {
            let range = widest.within.range;
            sentences.push(words::within(
                widest.region,
                (&of_trust(range, analysis.basis), range.unit()),
                (&lowest, &low),
                (&highest, &high),
            ));
        }
    }
    sentences
}

/// Each region's figure, and how far its trusts lie apart.
#[must_use]
pub fn spread_table(analysis: &Analysis, spread: &TrustSpread) -> Table {
    let unit = analysis.rules.measure.unit();
    let trust = |place: usize| analysis.trusts.get(place);
    let cells = |place: usize| {
        [
            trust(place).map_or(Cell::NoFigure, |trust| {
                Cell::of_trust(trust.value(), analysis.basis)
            }),
            Cell::Words(trust(place).map_or_else(String::new, |trust| readable_name(&trust.name))),
        ]
    };
    let rows = spread.regions.iter().map(|region| {
        let mut figures = analysis.regions.iter();
        let figure = figures.find(|of| of.region == region.region);
        let mut row = vec![
            Cell::Words(region.region.name().to_owned()),
            Cell::Count(region.within.trusts),
            figure.and_then(|of| of.area.figure).into(),
        ];
        row.extend(cells(region.within.lowest));
        row.extend(cells(region.within.highest));
        row.push(Cell::Figure(region.within.range));
        row.push(Figure::new(region.within.sd, unit).into());
        row
    });
    let mut columns = vec![
        Column::words(words::REGION),
        Column::numbers(words::TRUSTS),
        Column::numbers(&words::of_region(&figure_column(analysis))),
    ];
    for [figure, name] in words::ends(unit) {
        columns.extend([Column::numbers(&figure), Column::words(&name)]);
    }
    columns.extend(words::apart(unit).iter().map(|name| Column::numbers(name)));
    Table {
        caption: words::CAPTION.to_owned(),
        columns,
        rows: rows.collect(),
    }
}
