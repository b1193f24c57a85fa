//! Several measures at once, in words and as tables: always named as the user's own construction.

use crate::method::{Combined, Rank, Standardised};
use crate::model::Basis;
use crate::terms::decimals::with_decimals;
use crate::terms::{Figure, Focus, lead_region};
use crate::words::chart::combined as words;

pub use crate::words::chart::combined::{OWN_CONSTRUCTION, combined_first, combined_in_words};

use super::bounds::in_short;
use super::gap::unit_name;
use super::table::{Cell, Column, Table};
use super::trust::unit_of;

/// The trusts by their combined score, with every figure and standard score behind it.
#[must_use]
pub fn combined_table(combined: &Combined, basis: Basis) -> Table {
    let mut columns = words::TRUST_AND_REGION.map(Column::words).to_vec();
    columns.extend(words::RANKS_AND_SCORE.map(Column::numbers));
    for of in &combined.ingredients {
        let ingredient = &of.ingredient;
        let unit = match ingredient.focus {
            Focus::Gap => ingredient.measure.unit().difference_word(),
            _ => unit_name(ingredient.measure.unit()),
        };
        let name = words::of_whom(ingredient.measure, ingredient.focus);
        columns.push(Column::numbers(&format!("{name}, {unit}")));
        columns.push(Column::numbers(&words::standard_score(&name)));
    }
    let rows = combined.trusts.iter().map(|trust| {
        let mut row = vec![
            Cell::name(&trust.name),
            Cell::Words(lead_region(trust.region).to_owned()),
            Cell::Count(trust.rank.place() as usize),
            Cell::rank(trust.regional_rank.map(Rank::place)),
            Cell::standard(trust.score.number()),
        ];
        for score in &trust.scores {
            row.push(match basis {
                Basis::Published => Cell::Published(score.figure),
                Basis::Computed => Cell::Figure(score.figure),
            });
            row.push(Cell::standard(score.standard));
        }
        row
    });
    Table {
        caption: words::several_at_once(combined.of_part),
        columns,
        rows: rows.collect(),
    }
    .with_rounding(4, 2)
}

/// The trusts that lack some of the measures, with the reasons.
#[must_use]
pub fn lacking_table(combined: &Combined) -> Table {
    let rows = combined.lacking.iter().map(|trust| {
        let reasons: Vec<String> = trust
            .missing
            .iter()
            .map(|(measure, focus, reason)| {
                format!("{}: {}", words::of_whom(*measure, *focus), reason.reason())
            })
            .collect();
        vec![
            Cell::name(&trust.name),
            Cell::Words(lead_region(trust.region).to_owned()),
            Cell::Words(reasons.join("; ")),
        ]
    });
    let mut columns = words::TRUST_AND_REGION.map(Column::words).to_vec();
    columns.push(Column::words(words::LACKS));
    Table {
        caption: words::without_score(combined.lacking.len()),
        columns,
        rows: rows.collect(),
    }
}

/// The scale of each measure: its weight, mean and standard deviation.
#[must_use]
pub fn combined_scales_table(combined: &Combined) -> Table {
    let total: f64 = combined
        .ingredients
        .iter()
        .map(|of| of.ingredient.weight)
        .sum();
    let row = |of: &Standardised| {
        let unit = of.ingredient.measure.unit();
        let share = of.ingredient.weight / total * 100.0;
        vec![
            Cell::Words(words::of_whom(of.ingredient.measure, of.ingredient.focus)),
            Cell::Words(in_short(of.ingredient.weight)),
            Cell::Words(format!("{}%", with_decimals(share, 0))),
            Cell::Figure(of.mean),
            Figure::new(of.sd, unit).into(),
            Cell::Words(unit_of(unit, of.ingredient.focus).to_owned()),
        ]
    };
    let mut columns = vec![Column::words(words::MEASURE)];
    columns.extend(words::SCALE.map(Column::numbers));
    columns.push(Column::words(words::COUNTED_IN));
    Table {
        caption: words::SCALES.to_owned(),
        columns,
        rows: combined.ingredients.iter().map(row).collect(),
    }
}
