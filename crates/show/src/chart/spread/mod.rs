//! Differences within regions against differences between them, in words and as a table.

mod words;

pub use words::{spread_headline, spread_lead};

use method::{Analysis, RegionSpread, Scope, TrustFigures, TrustSpread};
use records::terms::{Figure, Region, full_name, readable_name};

use crate::chart::strip_row::words::shared_name;
use crate::chart::words::heads;

use super::adjusted::{adjusted_for, head_of_figures};
use super::extremes::names_at;
use super::finding::regions_best_first;
use super::gap::unit_name;
use super::table::{self, Cell, Table, in_unit};
use super::top_ten::figure_column;
use super::trust::figure_in_sentence;
use super::{of_loaded, of_trust};

/// The rest of it, a sentence each: weighted by pupils, the regions that are farthest apart, and the region whose
/// trusts are.
#[must_use]
pub fn spread_sentences(analysis: &Analysis, spread: &TrustSpread) -> Vec<String> {
    let mut sentences = Vec::new();
    if let Some(between) = spread.weighted.and_then(|of| of.share_between()) {
        sentences.push(words::weighted(between, spread.without_pupils));
    }
    if let Some(apart) = spread.between {
        let figures = regions_best_first(analysis);
        let regions = figures.len();
        let at = |(_, figure): (Region, Figure)| (names_at(&figures, figure), figure);
        let (lowest, highest) = (at(apart.lowest), at(apart.highest));
        match apart.range.steps() {
            0 if regions > 1 => sentences.push(words::all_alike(regions, apart.highest.1)),
            0 => {}
            _ => sentences.push(words::between(
                apart.range,
                (&lowest.0, lowest.1),
                (&highest.0, highest.1),
            )),
        }
    }
    let widest = spread.widest();
    if let Some(widest) = widest.filter(|widest| widest.within.range.steps() != 0) {
        let trust = |index: usize| named(analysis, Scope::Region(widest.region), index);
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
    let sentences = sentences.into_iter();
    sentences.map(|of| of_loaded(spread.of_part, of)).collect()
}

/// A trust by its index, with how many more of a part of the country have its figure, and the figure.
pub(super) fn named(analysis: &Analysis, scope: Scope<'_>, index: usize) -> Option<(String, String)> {
    let (name, figure) = with_those_alike(analysis, scope, index, &readable_name)?;
    let shown = match analysis.rules.focus.group() {
        Some(_) => figure_in_sentence(figure, analysis.basis),
        None => of_trust(figure, analysis.basis),
    };
    Some((name, shown))
}

/// The same with the name as it is to be.
fn with_those_alike(
    analysis: &Analysis,
    scope: Scope<'_>,
    index: usize,
    name: &dyn Fn(&str) -> String,
) -> Option<(String, Figure)> {
    let trust = analysis.trusts.get(index)?;
    let figure = trust.figure()?;
    let here = analysis.trusts.iter().filter(|trust| scope.is_of(trust));
    let figures = here.filter_map(TrustFigures::figure);
    let equal = figures.filter(|other| other.steps() == figure.steps());
    Some((shared_name(&name(&trust.name), equal.count() - 1), figure))
}

/// Each region's figure, and the range of its trusts.
#[must_use]
pub fn spread_table(analysis: &Analysis, spread: &TrustSpread) -> Table {
    type Column<'a> = table::Column<'a, RegionSpread>;
    let unit = analysis.rules.measure.unit();
    let figure = |index: usize| {
        let trust = analysis.trusts.get(index);
        trust.map_or(Cell::NoFigure, |trust| Cell::of_trust(trust.value(), analysis.basis))
    };
    let names = |region, index: usize| {
        let named = with_those_alike(analysis, Scope::Region(region), index, &full_name);
        Cell::Words(named.map_or_else(String::new, |(name, _)| name))
    };
    let of_region = |of: &RegionSpread| {
        let mut figures = analysis.regions.iter();
        let figure = figures.find(|known| known.region == of.region);
        figure.and_then(|of| of.area.figure).into()
    };
    let end = |head: &str| head_of_figures(in_unit(head, unit_name(unit)), analysis.adjustment.is_some());
    let columns = [
        Column::words(heads::REGION, |of| Cell::words(of.region.name())),
        Column::numbers(words::TRUSTS, |of| Cell::Count(of.within.trusts)),
        Column::numbers(&words::of_region(&figure_column(analysis)), of_region),
        Column::numbers(&end(words::LOWEST), |of| figure(of.within.lowest)),
        Column::words(words::LOWEST, |of| names(of.region, of.within.lowest)),
        Column::numbers(&end(words::HIGHEST), |of| figure(of.within.highest)),
        Column::words(words::HIGHEST, |of| names(of.region, of.within.highest)),
        Column::numbers(words::RANGE, |of| Cell::Figure(of.within.range)).in_unit(unit.difference_word()),
        Column::numbers(heads::STANDARD_DEVIATION, |of| Figure::new(of.within.sd, unit).into())
            .in_unit(unit.difference_word()),
    ];
    let caption = of_loaded(spread.of_part, words::CAPTION.to_owned());
    Table::new(caption, &columns, &spread.regions).adjusted_for(adjusted_for(analysis))
}
