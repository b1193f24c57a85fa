//! Differences within regions against differences between them, in words and as a table.

use crate::method::{Analysis, TrustSpread};
use crate::terms::decimals::with_decimals;
use crate::terms::{Figure, Region, Unit, counted, readable_name};

use super::gap::unit_name;
use super::of_trust;
use super::table::{Cell, Column, Table};
use super::top_ten::figure_column;
use super::trust::figure_in_sentence;

/// A share as a whole percentage: "24%"; "under 1%" where it is not nothing.
fn share(share: f64) -> String {
    if share > 0.0 && share < 0.005 {
        return "under 1%".to_owned();
    }
    format!("{}%", with_decimals(share * 100.0, 0))
}

/// What share of the differences between trusts lies between regions.
///
/// ```
/// use trust_gap::{chart::spread_headline, layout::read_file, method::{analyse, spread, Rules}, model::Library};
/// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n\
///            1,ONE,London,60%\n2,TWO,London,40%\n3,THREE,South West,20%\n4,FOUR,South West,40%\n";
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let analysis = analyse(&library.newest().unwrap(), &Rules::default()).unwrap();
/// assert_eq!(
///     spread_headline(&spread(&analysis).unwrap()),
///     "50% of the variance between trusts lies between regions, 50% within them"
/// );
/// ```
#[must_use]
pub fn spread_headline(spread: &TrustSpread) -> String {
    match spread.unweighted.share_between() {
        Some(between) => format!(
            "{} of the variance between trusts lies between regions, {} within them",
            share(between),
            share(1.0 - between)
        ),
        None => "The trusts that have a figure all have the same".to_owned(),
    }
}

/// The rest of it, a sentence each: weighted by pupils, the regions that are farthest apart, and the region whose trusts
/// are.
#[must_use]
pub fn spread_sentences(analysis: &Analysis, spread: &TrustSpread) -> Vec<String> {
    let mut sentences = Vec::new();
    if let Some(between) = spread.weighted.and_then(|of| of.share_between()) {
        let mut sentence = format!(
            "Weighted by each trust\u{2019}s pupils, {} lies between regions",
            share(between)
        );
        if spread.without_pupils > 0 {
            sentence.push_str(&format!(
                " ({} left out for want of a number of pupils)",
                counted(spread.without_pupils, "trust")
            ));
        }
        sentences.push(sentence + ".");
    }
    if let Some(apart) = spread.between {
        let of = |(region, figure): (Region, Figure)| {
            format!("{} ({})", region.in_sentence(), figure.in_sentence())
        };
        sentences.push(format!(
            "The regional figures lie {} apart, from {} to {}.",
            apart.range.as_difference(),
            of(apart.lowest),
            of(apart.highest)
        ));
    }
    if let Some(widest) = spread.widest() {
        let trust = |place: usize| {
            let trust = analysis.trusts.get(place)?;
            let figure = figure_in_sentence(trust.figure()?, analysis.basis);
            Some(format!("{} ({figure})", readable_name(&trust.name)))
        };
        if let (Some(lowest), Some(highest)) =
            (trust(widest.within.lowest), trust(widest.within.highest))
        {
            sentences.push(format!(
                "Within {} alone the trusts lie {} {} apart, from {lowest} to {highest}.",
                widest.region.in_sentence(),
                of_trust(widest.within.range, analysis.basis),
                widest.within.range.unit().difference_word(),
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
    let in_unit =
        |words: &str, unit: Unit| Column::numbers(&format!("{words}, {}", unit_name(unit)));
    let apart = |words: &str| Column::numbers(&format!("{words}, {}", unit.difference_word()));
    Table {
        caption: "How far trusts lie apart within each region".to_owned(),
        columns: vec![
            Column::words("Region"),
            Column::numbers("Trusts with a figure"),
            Column::numbers(&format!("Region: {}", figure_column(analysis))),
            in_unit("Lowest trust", unit),
            Column::words("Lowest trust"),
            in_unit("Highest trust", unit),
            Column::words("Highest trust"),
            apart("Range"),
            apart("Standard deviation"),
        ],
        rows: rows.collect(),
    }
}
