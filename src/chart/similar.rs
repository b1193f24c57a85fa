//! The trusts in the most similar contexts, in words and as a table.

use crate::method::{
    Analysis, Contexts, Neighbour, PartLeftOut, Precisions, Similar, Standing, TrustFigures,
};
use crate::terms::decimals::with_decimals;
use crate::terms::letters::with_capital;
use crate::terms::{Missing, counted, grouped, listed, readable_name};

use super::bounds::{Bounds, bound_cells, bound_columns, in_short, level_in_words};
use super::context::part_with_unit;
use super::table::{Cell, Column, Table};
use super::top_ten::figure_column;
use super::trust::{figure_in_sentence, unit_of};

/// What similarity is not, to be said beside it.
pub const SIMILAR_BY_NUMBERS_ALONE: &str = "Similar by these numbers alone: they say nothing of how pupils were chosen, of \
     the schools\u{2019} history or of their neighbourhoods.";

/// The trust itself, then its neighbours, those that do better first, each with the parts of which distances are made.
#[must_use]
pub fn similar_table(
    analysis: &Analysis,
    precisions: &Precisions,
    contexts: &Contexts,
    place: usize,
    similar: &Similar,
) -> Table {
    let mut columns = vec![
        Column::words("Trust"),
        Column::words("Region"),
        Column::numbers("Distance, standard deviations"),
        Column::numbers(&figure_column(analysis)),
    ];
    columns.extend(bound_columns(
        precisions.level,
        unit_of(analysis.rules.measure.unit(), analysis.rules.focus),
    ));
    columns.push(Column::words("Does better"));
    columns.push(Column::words("Told apart"));
    for scale in &similar.parts {
        columns.push(Column::numbers(&part_with_unit(scale.part, analysis.year)));
    }
    let row = |place: usize, first: Option<&Neighbour>| {
        let trust = analysis.trusts.get(place)?;
        let mut row = vec![
            Cell::Words(readable_name(&trust.name)),
            Cell::Words(trust.region.name().to_owned()),
            Cell::standard(first.map_or(0.0, |one| one.distance)),
            Cell::of_trust(trust.value(), analysis.basis),
        ];
        row.extend(bound_cells(bounds(analysis, precisions, place, trust)));
        row.extend(match first {
            Some(neighbour) => [standing(neighbour), told_apart(neighbour)].map(words),
            None => ["the trust itself", "\u{2013}"].map(words),
        });
        let context = contexts.of(trust)?;
        let parts = similar.parts.iter();
        row.extend(parts.map(|scale| Cell::of_trust(context.value(scale.part), analysis.basis)));
        Some(row)
    };
    let neighbours = similar.better_first().into_iter();
    let neighbours = neighbours.filter_map(|one| row(one.place, Some(one)));
    Table {
        caption: "Trusts in the most similar contexts, those that do better first".to_owned(),
        columns,
        rows: row(place, None).into_iter().chain(neighbours).collect(),
    }
}

fn words(words: &str) -> Cell {
    Cell::Words(words.to_owned())
}

fn bounds(
    analysis: &Analysis,
    precisions: &Precisions,
    place: usize,
    trust: &TrustFigures,
) -> Option<Bounds> {
    Bounds::of_trust(trust.figure()?, analysis.basis, precisions.of(place)?)
}

const fn standing(neighbour: &Neighbour) -> &'static str {
    match neighbour.standing {
        Standing::Better => "better",
        Standing::Alike => "as well",
        Standing::Worse => "worse",
        Standing::Unknown => "no figure",
    }
}

fn told_apart(neighbour: &Neighbour) -> &'static str {
    match neighbour.comparison {
        Some(comparison) if comparison.is_distinguishable => "distinguishable",
        Some(_) => "not distinguishable",
        None => "no interval",
    }
}

/// By what trusts are compared, and what is left out and why.
#[must_use]
pub fn similarity_in_words(analysis: &Analysis, similar: &Similar) -> String {
    let named: Vec<String> = similar
        .parts
        .iter()
        .map(|scale| {
            let name = scale.part.in_sentence();
            if (scale.weight - 1.0).abs() < 1e-9 {
                name.to_owned()
            } else {
                format!("{name} (weight {})", in_short(scale.weight))
            }
        })
        .collect();
    let named: Vec<&str> = named.iter().map(String::as_str).collect();
    let mut words = format!(
        "Nearest by {}, each in standard deviations over the {}.",
        listed(&named),
        counted(analysis.all.eligible, "eligible trust")
    );
    let left_out: Vec<String> = similar
        .left_out
        .iter()
        .map(|(part, why)| {
            let why = match why {
                PartLeftOut::Missing(reason) => reason.reason(),
                PartLeftOut::Alike => "the same in all trusts",
            };
            format!("{} ({why})", part.in_sentence())
        })
        .collect();
    if !left_out.is_empty() {
        let left_out: Vec<&str> = left_out.iter().map(String::as_str).collect();
        words.push_str(&format!(" Left out: {}.", listed(&left_out)));
    }
    if similar.without > 0 {
        words.push_str(&format!(
            " {} too little known to be compared.",
            if similar.without == 1 {
                "1 trust is".to_owned()
            } else {
                format!("{} trusts are", grouped(similar.without))
            }
        ));
    }
    words
}

/// How many of the neighbours do better, and how many of those can be told apart from the trust.
#[must_use]
pub fn neighbours_in_words(precisions: &Precisions, similar: &Similar) -> String {
    let all = similar.neighbours.len();
    if all == 0 {
        return "No other trust can be compared.".to_owned();
    }
    let better = || {
        let neighbours = similar.neighbours.iter();
        neighbours.filter(|one| one.standing == Standing::Better)
    };
    let apart = better().filter(|one| {
        let comparison = one.comparison.as_ref();
        comparison.is_some_and(|comparison| comparison.is_distinguishable)
    });
    let mut words = format!(
        "Of the {} in the most similar contexts, {} better",
        counted(all, "trust"),
        match better().count() {
            0 => "none does".to_owned(),
            1 if all > 1 => "1 does".to_owned(),
            count if count == all => "all do".to_owned(),
            count => format!("{count} do"),
        }
    );
    if better().next().is_some() && similar.critical.is_some() {
        words.push_str(&format!(
            "; {} distinguishable from this trust at {}, all comparisons with them together",
            match apart.count() {
                0 => "none is".to_owned(),
                1 => "1 is".to_owned(),
                count => format!("{count} are"),
            },
            level_in_words(precisions.level)
        ));
    }
    words + "."
}

/// A neighbour, for those who do not see the table: "Our Lady of Lourdes Catholic Multi-Academy Trust, the East Midlands:
/// distance 0.52, 34%, worse, distinguishable. Pupils with English as an additional language …".
#[must_use]
pub fn neighbour_in_words(analysis: &Analysis, neighbour: &Neighbour) -> Option<String> {
    let trust = analysis.trusts.get(neighbour.place)?;
    let figure = match trust.figure() {
        Some(figure) => figure_in_sentence(figure, analysis.basis),
        None => trust
            .value()
            .missing()
            .map_or("", Missing::reason)
            .to_owned(),
    };
    let differences: Vec<String> = neighbour
        .differences
        .iter()
        .map(|difference| {
            let (by, name) = (difference.difference, difference.part.in_sentence());
            if by.steps() == 0 {
                return format!("{name} the same");
            }
            let more = if by.number() < 0.0 { "less" } else { "more" };
            format!(
                "{name} {} {more}",
                by.plain().trim_start_matches('\u{2212}')
            )
        })
        .collect();
    Some(format!(
        "{}, {}: distance {}, {figure}, {}, {}. {}.",
        readable_name(&trust.name),
        trust.region.in_sentence(),
        with_decimals(neighbour.distance, 2),
        standing(neighbour),
        told_apart(neighbour),
        with_capital(&differences.join(", "))
    ))
}
