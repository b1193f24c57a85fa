//! Several measures at once, as tables that say whose construction they are.

use crate::method::{Combined, CombinedTrust, Ingredient, Standardised};
use crate::model::Basis;
use crate::terms::decimals::with_decimals;
use crate::terms::{Figure, Focus, Group, Measure, Value, counted, listed, readable_name};

use super::bounds::in_short;
use super::table::{Cell, Column, Table};
use super::trust::unit_of;

/// What is said wherever a combined measure is shown.
pub const OWN_CONSTRUCTION: &str = "Your own construction: the Department publishes no such measure, and other weights give other ranks.";

/// The finding: who comes first, and what by.
#[must_use]
pub fn combined_headline(combined: &Combined) -> String {
    let first: Vec<&CombinedTrust> = combined
        .trusts
        .iter()
        .take_while(|trust| trust.rank.place() == 1)
        .collect();
    let measures = counted(combined.ingredients.len(), "measure");
    match first.as_slice() {
        [] => format!("No trust has all {measures}"),
        [only] => format!(
            "{} comes first by your weights of {measures}",
            readable_name(&only.name)
        ),
        several => format!(
            "{} share the first place by your weights of {measures}",
            counted(several.len(), "trust")
        ),
    }
}

/// What the score is made of: "Grade 5+ in English and maths (weight 1), Attainment 8 (weight 2)".
#[must_use]
pub fn combined_in_words(combined: &Combined) -> String {
    let parts: Vec<String> = combined
        .ingredients
        .iter()
        .map(|of| {
            let turned = if of.ingredient.is_turned() {
                ", turned round since less is better"
            } else {
                ""
            };
            let name = of.ingredient.measure.name();
            format!("{name} (weight {}{turned})", in_short(of.ingredient.weight))
        })
        .collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    format!(
        "The score is the weighted mean of {}, {}: each as the number of standard deviations by which a trust is better than \
         the mean of the trusts that have all of them. It has no interval.",
        listed(&parts),
        of_whom(combined)
    )
}

/// The pupils or the gap that all ingredients are about.
fn of_whom(combined: &Combined) -> &'static str {
    let focus = combined.ingredients.first().map(|of| of.ingredient.focus);
    match focus.and_then(Focus::group) {
        Some(group) => match group {
            Group::Disadvantaged => "of disadvantaged pupils",
            Group::Other => "of other pupils",
            Group::All => "of all pupils",
        },
        None => "the gap in each",
    }
}

/// The trusts that have all measures, the best first, with their figures and standard scores.
#[must_use]
pub fn combined_table(combined: &Combined, basis: Basis) -> Table {
    let mut columns = vec![
        Column::words("Trust"),
        Column::words("Lead region"),
        Column::numbers("Rank"),
        Column::numbers("Rank in region"),
        Column::numbers("Combined score"),
    ];
    for of in &combined.ingredients {
        columns.push(Column::numbers(&head(&of.ingredient)));
        let name = of.ingredient.measure.short_name();
        columns.push(Column::numbers(&format!("{name}, standard deviations")));
    }
    let row = |trust: &CombinedTrust| {
        let mut cells = vec![
            Cell::Words(readable_name(&trust.name)),
            Cell::Words(trust.region.name().to_owned()),
            Cell::Count(trust.rank.place() as usize),
            Cell::Count(trust.regional_rank.place() as usize),
            score(trust.score.number()),
        ];
        for one in &trust.scores {
            cells.push(Cell::of_trust(Value::Published(one.figure), basis));
            cells.push(score(one.standard));
        }
        cells
    };
    Table {
        caption: format!("Trusts by the combined measure. {OWN_CONSTRUCTION}"),
        columns,
        rows: combined.trusts.iter().map(row).collect(),
    }
}

/// A score in standard deviations, with the two decimals of grades.
fn score(number: f64) -> Cell {
    Figure::new(number, Measure::Progress8.unit()).into()
}

fn head(of: &Ingredient) -> String {
    let unit = of.measure.unit();
    format!("{}, {}", of.measure.short_name(), unit_of(unit, of.focus))
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
            Cell::Words(of.ingredient.measure.name().to_owned()),
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

/// The eligible trusts that lack a measure, and so have no rank.
#[must_use]
pub fn combined_lacking_table(combined: &Combined) -> Table {
    let rows = combined.lacking.iter().map(|trust| {
        let missing: Vec<String> = trust
            .missing
            .iter()
            .map(|(measure, _, reason)| format!("{}: {}", measure.short_name(), reason.reason()))
            .collect();
        vec![
            Cell::Words(readable_name(&trust.name)),
            Cell::Words(trust.region.name().to_owned()),
            Cell::Words(missing.join("; ")),
        ]
    });
    Table {
        caption: "Eligible trusts that lack a measure, and so have no rank".to_owned(),
        columns: ["Trust", "Lead region", "What it lacks, and why"]
            .map(Column::words)
            .to_vec(),
        rows: rows.collect(),
    }
}
