//! Several measures at once, in words and as tables: always named as the user's own construction.

pub(super) mod words;

pub use words::{OWN_CONSTRUCTION, combined_first, combined_in_words};

use method::{Combined, CombinedTrust, LackingTrust, Rank, Standardised};
use records::model::Basis;
use records::terms::decimals::with_decimals;
use records::terms::{Figure, Value, lead_region};

use crate::chart::words::heads;

use super::bounds::in_short;
use super::table::{Caption, Cell, Column, Table};
use super::trust::unit_of;

/// The trusts by their combined score, with every figure and standard score behind it.
#[must_use]
pub fn combined_table(combined: &Combined, basis: Basis) -> Table {
    type Column<'a> = super::table::Column<'a, CombinedTrust>;
    let mut columns = vec![
        Column::words(heads::TRUST, |trust| Cell::name(&trust.name)),
        Column::words(heads::REGION, |trust| Cell::words(lead_region(trust.region))),
        Column::numbers(heads::RANK, |trust| Cell::Count(trust.rank.number() as usize)),
        Column::numbers(words::RANK_IN_ITS_REGION, |trust| {
            Cell::rank(trust.regional_rank.map(Rank::number))
        }),
        Column::numbers(words::SCORE, |trust| Cell::standard(trust.score.number())),
    ];
    for (index, of) in combined.ingredients.iter().enumerate() {
        let ingredient = &of.ingredient;
        let unit = unit_of(ingredient.measure.unit(), ingredient.focus);
        let name = words::of_whom(ingredient.measure, ingredient.focus);
        let score = move |trust: &CombinedTrust| trust.scores.get(index).copied();
        columns.extend([
            Column::numbers(&name, move |trust| {
                let figure = score(trust).map(|score| Value::Published(score.figure));
                figure.map_or(Cell::NoFigure, |figure| Cell::of_trust(figure, basis))
            })
            .in_unit(unit),
            Column::numbers(&words::standard_score(&name), move |trust| {
                score(trust).map_or(Cell::NoFigure, |score| Cell::standard(score.standard))
            }),
        ]);
    }
    let caption = words::several_at_once(combined.of_part);
    Table::new(caption, &columns, &combined.trusts).with_rounding(words::SCORE, heads::RANK)
}

/// The trusts that lack some of the measures, with the reasons.
#[must_use]
pub fn lacking_table(combined: &Combined) -> Table {
    let lacks = |trust: &LackingTrust| {
        let reasons = trust
            .missing
            .iter()
            .map(|(measure, focus, reason)| format!("{}: {}", words::of_whom(*measure, *focus), reason.reason()));
        Cell::Words(reasons.collect::<Vec<_>>().join("; "))
    };
    let columns = [
        Column::words(heads::TRUST, |trust: &LackingTrust| Cell::name(&trust.name)),
        Column::words(heads::REGION, |trust: &LackingTrust| {
            Cell::words(lead_region(trust.region))
        }),
        Column::words(words::LACKS, lacks),
    ];
    let caption = words::without_score(combined.lacking.len());
    Table::new(caption, &columns, &combined.lacking)
}

/// The scale of each measure: its weight, mean and standard deviation.
#[must_use]
pub fn combined_scales_table(combined: &Combined) -> Table {
    type Column<'a> = super::table::Column<'a, Standardised>;
    let total: f64 = combined.ingredients.iter().map(|of| of.ingredient.weight).sum();
    let columns = [
        Column::words(heads::MEASURE, |of| {
            Cell::Words(words::of_whom(of.ingredient.measure, of.ingredient.focus))
        }),
        Column::numbers(heads::WEIGHT, |of| Cell::Words(in_short(of.ingredient.weight))),
        Column::numbers(words::SHARE, |of| {
            let share = of.ingredient.weight / total * 100.0;
            Cell::Words(format!("{}%", with_decimals(share, 0)))
        }),
        Column::numbers(words::MEAN, |of| Cell::Figure(of.mean)),
        Column::numbers(heads::STANDARD_DEVIATION, |of| {
            Figure::new(of.sd, of.ingredient.measure.unit()).into()
        }),
        Column::words(words::COUNTED_IN, |of| {
            Cell::words(unit_of(of.ingredient.measure.unit(), of.ingredient.focus))
        }),
    ];
    let caption = Caption::new(words::SCALES, words::SCALES_ARE_OF);
    Table::new(caption, &columns, &combined.ingredients)
}
