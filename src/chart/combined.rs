//! Several measures at once, in words and as tables: always named as the user's own construction.

use crate::method::{Combined, Ingredient, Standardised};
use crate::model::Basis;
use crate::terms::decimals::with_decimals;
use crate::terms::{Figure, Focus, Group, counted, listed, readable_name};

use super::bounds::in_short;
use super::gap::unit_name;
use super::table::{Cell, Column, Table};
use super::trust::unit_of;

/// What is said of a combined measure wherever it is shown.
pub const OWN_CONSTRUCTION: &str = "A combined measure of your own making, with weights that you chose. It is not published by \
     the Department, and other weights give other ranks.";

/// What is counted of whom: "Progress 8, disadvantaged pupils", "Attainment 8, gap".
fn of_whom(ingredient: &Ingredient) -> String {
    let of = ingredient.focus.group().map_or("gap", Group::pupils);
    format!("{}, {of}", ingredient.measure.name())
}

/// What the measure is made of, with the weights: "Made of Progress 8, disadvantaged pupils (weight 2) and …".
#[must_use]
pub fn combined_in_words(combined: &Combined) -> String {
    let parts: Vec<String> = combined
        .ingredients
        .iter()
        .map(|of| {
            let weight = in_short(of.ingredient.weight);
            let turned = if of.ingredient.is_turned() {
                ", the smaller the better"
            } else {
                ""
            };
            format!("{} (weight {weight}{turned})", of_whom(&of.ingredient))
        })
        .collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let mut words = format!(
        "Made of {}: the weighted mean of standard scores, over the {} that have all of it.",
        listed(&parts),
        counted(combined.trusts.len(), "trust")
    );
    let flat = combined.ingredients.iter().filter(|of| of.sd <= 1e-9);
    for of in flat {
        words.push_str(&format!(
            " {} decides nothing: all trusts have the same.",
            of_whom(&of.ingredient)
        ));
    }
    if !combined.lacking.is_empty() {
        words.push_str(&format!(
            " {} some of it and {} left out.",
            counted_verb(combined.lacking.len()),
            if combined.lacking.len() == 1 {
                "is"
            } else {
                "are"
            }
        ));
    }
    words
}

/// "1 eligible trust lacks", "4 eligible trusts lack".
fn counted_verb(count: usize) -> String {
    let verb = if count == 1 { "lacks" } else { "lack" };
    format!("{} {verb}", counted(count, "eligible trust"))
}

/// The first three, with the label: "By this measure first: X, Y and Z. A combined measure of your own making, …".
#[must_use]
pub fn combined_headline(combined: &Combined) -> String {
    let first: Vec<String> = combined
        .trusts
        .iter()
        .take(3)
        .map(|trust| readable_name(&trust.name))
        .collect();
    let first: Vec<&str> = first.iter().map(String::as_str).collect();
    format!(
        "Your measure puts first: {}. {OWN_CONSTRUCTION}",
        listed(&first)
    )
}

/// The trusts by their combined score, with every figure and standard score behind it.
#[must_use]
pub fn combined_table(combined: &Combined, basis: Basis) -> Table {
    let mut columns = vec![
        Column::words("Trust"),
        Column::words("Region"),
        Column::numbers("Rank"),
        Column::numbers("Rank in its region"),
        Column::numbers("Combined score, your own construction"),
    ];
    for of in &combined.ingredients {
        let ingredient = &of.ingredient;
        let unit = match ingredient.focus {
            Focus::Gap => ingredient.measure.unit().difference_word(),
            _ => unit_name(ingredient.measure.unit()),
        };
        let name = of_whom(ingredient);
        columns.push(Column::numbers(&format!("{name}, {unit}")));
        columns.push(Column::numbers(&format!("{name}, standard score")));
    }
    let rows = combined.trusts.iter().map(|trust| {
        let mut row = vec![
            Cell::Words(readable_name(&trust.name)),
            Cell::Words(trust.region.name().to_owned()),
            Cell::Count(trust.rank.place() as usize),
            Cell::Count(trust.regional_rank.place() as usize),
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
        caption: format!("Trusts by several measures at once. {OWN_CONSTRUCTION}"),
        columns,
        rows: rows.collect(),
    }
}

/// The trusts that lack some of the measures, with the reasons.
#[must_use]
pub fn lacking_table(combined: &Combined) -> Table {
    let rows = combined.lacking.iter().map(|trust| {
        let reasons: Vec<String> = trust
            .missing
            .iter()
            .map(|(measure, focus, reason)| {
                let of = Ingredient {
                    measure: *measure,
                    focus: *focus,
                    weight: 1.0,
                };
                format!("{}: {}", of_whom(&of), reason.reason())
            })
            .collect();
        vec![
            Cell::Words(readable_name(&trust.name)),
            Cell::Words(trust.region.name().to_owned()),
            Cell::Words(reasons.join("; ")),
        ]
    });
    Table {
        caption: format!(
            "{} without a combined score",
            counted(combined.lacking.len(), "eligible trust")
        ),
        columns: vec![
            Column::words("Trust"),
            Column::words("Region"),
            Column::words("What it lacks"),
        ],
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
            Cell::Words(of_whom(&of.ingredient)),
            Cell::Words(in_short(of.ingredient.weight)),
            Cell::Words(format!("{}%", with_decimals(share, 0))),
            Cell::Figure(of.mean),
            Figure::new(of.sd, unit).into(),
            Cell::Words(unit_of(unit, of.ingredient.focus).to_owned()),
        ]
    };
    Table {
        caption: "What the combined measure is made of. Mean and standard deviation are of the trusts that have all of it."
            .to_owned(),
        columns: vec![
            Column::words("Measure"),
            Column::numbers("Weight"),
            Column::numbers("Share"),
            Column::numbers("Mean"),
            Column::numbers("Standard deviation"),
            Column::words("Counted in"),
        ],
        rows: combined.ingredients.iter().map(row).collect(),
    }
}
