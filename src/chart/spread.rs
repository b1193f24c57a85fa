//! Differences within regions against differences between them, in words and as a table.

use crate::method::{Analysis, RegionSpread, RegionsApart, TrustSpread};
use crate::terms::decimals::with_decimals;
use crate::terms::letters::with_capital;
use crate::terms::order::sorted_by_key;
use crate::terms::{Figure, Region, counted, grouped, readable_name};

use super::of_trust;
use super::region_words::region_figure;
use super::table::{Cell, Column, Table};
use super::trust::{figure_in_sentence, shown, unit_of};

/// The finding: how much of the differences lies within regions.
///
/// ```
/// use trust_gap::chart::spread_headline;
/// use trust_gap::{layout::read_file, method::{analyse, spread, Rules}, model::Library};
/// let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n\
///            1,ONE,London,60%\n2,TWO,London,40%\n3,THREE,South West,20%\n4,FOUR,South West,40%\n";
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let analysis = analyse(&library.newest().unwrap(), &Rules::default()).unwrap();
/// let found = spread(&analysis).unwrap();
/// assert_eq!(spread_headline(&found), "50% of the differences between trusts lie within regions, 50% between them");
/// ```
#[must_use]
pub fn spread_headline(spread: &TrustSpread) -> String {
    match spread.unweighted.share_between() {
        None => "All trusts have the same figure".to_owned(),
        Some(_) if spread.regions.len() < 2 => {
            "All differences between trusts lie within one region".to_owned()
        }
        Some(between) => {
            let [within, between] = shares(between);
            format!(
                "{within} of the differences between trusts lie within regions, {between} between them"
            )
        }
    }
}

/// The shares within and between as percentages that are together 100.
fn shares(between: f64) -> [String; 2] {
    let between = (between * 100.0).round();
    [100.0 - between, between].map(|share| format!("{}%", with_decimals(share, 0)))
}

/// What differs by how much, a sentence each: the two regional figures that are farthest apart, the region whose trusts
/// are, in how many regions trusts differ by more than regions do, and the division with each trust's pupils counted.
#[must_use]
pub fn spread_in_words(analysis: &Analysis, spread: &TrustSpread) -> Vec<String> {
    let mut said = Vec::new();
    if let Some(apart) = &spread.between {
        said.push(between_in_words(analysis, apart));
        said.push(wider_in_words(spread, apart));
    }
    said.extend(
        spread
            .widest()
            .map(|widest| widest_in_words(analysis, widest)),
    );
    if let Some(between) = spread.weighted.and_then(|of| of.share_between()) {
        let [within, between] = shares(between);
        let mut words = format!(
            "With each trust counted by its pupils of the group, {within} lie within regions and {between} between them"
        );
        if spread.without_pupils > 0 {
            let without = counted(spread.without_pupils, "trust");
            words.push_str(&format!("; {without} without a number of pupils left out"));
        }
        said.push(words + ".");
    }
    said
}

fn between_in_words(analysis: &Analysis, apart: &RegionsApart) -> String {
    let end = |(region, figure): (Region, Figure)| {
        format!("{} ({})", region.in_sentence(), told(analysis, figure))
    };
    format!(
        "Between regions: {} from {} to {}.",
        apart.range.as_difference(),
        end(apart.lowest),
        end(apart.highest)
    )
}

/// A computed figure; a gap without its unit, which stands beside it.
fn told(analysis: &Analysis, figure: Figure) -> String {
    match analysis.rules.focus.group() {
        Some(_) => figure.in_sentence(),
        None => figure.plain(),
    }
}

fn wider_in_words(spread: &TrustSpread, apart: &RegionsApart) -> String {
    let is_wider = |of: &&RegionSpread| of.range.steps() > apart.range.steps();
    let wider = spread.regions.iter().filter(is_wider).count();
    let regions = spread.regions.len();
    let than = "the trusts of a region differ by more than that";
    match wider {
        0 => "In no region do its trusts differ by more than that.".to_owned(),
        all if all == regions => format!("In every region {than}."),
        some => format!(
            "In {} of {} {than}.",
            grouped(some),
            counted(regions, "region")
        ),
    }
}

fn widest_in_words(analysis: &Analysis, widest: &RegionSpread) -> String {
    let region = widest.region.in_sentence();
    format!(
        "Within {region}, where trusts differ most: {}.",
        ends_in_words(analysis, widest)
    )
}

/// "52 percentage points from A (6%) to B (58%)".
fn ends_in_words(analysis: &Analysis, of: &RegionSpread) -> String {
    let end = |place: usize| {
        let trust = analysis.trusts.get(place)?;
        let figure = trust.figure()?;
        let shown = match analysis.rules.focus.group() {
            Some(_) => figure_in_sentence(figure, analysis.basis),
            None => of_trust(figure, analysis.basis),
        };
        Some(format!("{} ({shown})", readable_name(&trust.name)))
    };
    let ends = end(of.lowest).zip(end(of.highest));
    let range = of.range.as_difference();
    ends.map_or(range.clone(), |(lowest, highest)| {
        format!("{range} from {lowest} to {highest}")
    })
}

/// How a region's trusts differ, in a sentence without its full stop: "29 percentage points from A (5%) to B (34%)";
/// nothing where fewer than two of its trusts have a figure.
#[must_use]
pub fn extremes_in_words(
    analysis: &Analysis,
    spread: &TrustSpread,
    region: Region,
) -> Option<String> {
    let of = spread.regions.iter().find(|of| of.region == region)?;
    (of.trusts > 1).then(|| ends_in_words(analysis, of))
}

/// Each region's figure beside how its trusts differ, those that differ most first.
#[must_use]
pub fn spread_table(analysis: &Analysis, spread: &TrustSpread) -> Table {
    let unit = analysis.rules.measure.unit();
    let figures = unit_of(unit, analysis.rules.focus);
    let differences = unit.difference_word();
    let rows = sorted_by_key(spread.regions.iter().collect(), |of| -of.range.steps());
    let name = |place: usize| {
        let trust = analysis.trusts.get(place);
        Cell::Words(trust.map_or_else(String::new, |trust| readable_name(&trust.name)))
    };
    let value = |place: usize| match analysis.trusts.get(place) {
        Some(trust) => Cell::of_trust(trust.value(), analysis.basis),
        None => Cell::NoFigure,
    };
    let rows = rows.into_iter().map(|of| {
        vec![
            Cell::Words(of.region.name().to_owned()),
            Cell::Count(of.trusts),
            region_figure(analysis, of.region).into(),
            value(of.lowest),
            name(of.lowest),
            value(of.highest),
            name(of.highest),
            Cell::Figure(of.range),
            Figure::new(of.sd, unit).into(),
        ]
    });
    Table {
        caption: format!(
            "How trusts differ within each region. {}. The standard deviation is that of the trusts' figures, each counting \
             alike.",
            with_capital(&shown(analysis))
        ),
        columns: vec![
            Column::words("Region"),
            Column::numbers("Trusts with a figure"),
            Column::numbers(&format!("Region's figure, {figures}")),
            Column::numbers(&format!("Lowest, {figures}")),
            Column::words("Trust with the lowest"),
            Column::numbers(&format!("Highest, {figures}")),
            Column::words("Trust with the highest"),
            Column::numbers(&format!("Range, {differences}")),
            Column::numbers(&format!("Standard deviation, {differences}")),
        ],
        rows: rows.collect(),
    }
}
