//! The trusts in the most similar contexts, in words and as a table.

use crate::method::{Analysis, Contexts, Neighbour, Similar, Standing, TrustFigures};
use crate::terms::{Missing, lead_region};
use crate::words::chart::similar as words;

pub use crate::words::chart::similar::{SIMILAR_BY_NUMBERS_ALONE, similarity_in_words};

use super::bounds::{Bounds, bound_cells, bound_columns};
use super::context::part_with_unit;
use super::of_loaded;
use super::table::{Cell, Column, Table};
use super::top_ten::figure_column;
use super::trust::{figure_in_sentence, unit_of};

/// The trust itself, then its neighbours, those that do better first, each with the parts of which distances are made.
#[must_use]
pub fn similar_table(
    analysis: &Analysis,
    contexts: &Contexts,
    place: usize,
    similar: &Similar,
) -> Table {
    let mut columns = words::TRUST_AND_REGION.map(Column::words).to_vec();
    columns.push(Column::numbers(words::DISTANCE));
    columns.push(Column::numbers(&figure_column(analysis)));
    columns.extend(bound_columns(
        analysis.level(),
        unit_of(analysis.rules.measure.unit(), analysis.rules.focus),
    ));
    columns.extend(words::DOES_BETTER_AND_APART.map(Column::words));
    for scale in &similar.parts {
        columns.push(Column::numbers(&part_with_unit(scale.part, analysis.year)));
    }
    let row = |place: usize, first: Option<&Neighbour>| {
        let trust = analysis.trusts.get(place)?;
        let mut row = vec![
            Cell::name(&trust.name),
            Cell::Words(lead_region(trust.region).to_owned()),
            Cell::standard(first.map_or(0.0, |one| one.distance)),
            Cell::of_trust(trust.value(), analysis.basis),
        ];
        row.extend(bound_cells(bounds(analysis, trust)));
        row.extend(
            match first {
                Some(neighbour) => [words::standing(neighbour), words::told_apart(neighbour)],
                None => words::TRUST_ITSELF,
            }
            .map(|words| Cell::Words(words.to_owned())),
        );
        let context = contexts.of(trust)?;
        let parts = similar.parts.iter();
        row.extend(parts.map(|scale| Cell::of_trust(context.value(scale.part), analysis.basis)));
        Some(row)
    };
    let neighbours = similar.better_first().into_iter();
    let neighbours = neighbours.filter_map(|one| row(one.place, Some(one)));
    Table {
        caption: of_loaded(analysis.trusts_of_part(), words::CAPTION.to_owned()),
        columns,
        rows: row(place, None).into_iter().chain(neighbours).collect(),
    }
}

fn bounds(analysis: &Analysis, trust: &TrustFigures) -> Option<Bounds> {
    Bounds::of_trust(trust.figure()?, analysis.basis, trust.precision?)
}

/// How many of the neighbours do better, and how many of those can be told apart from the trust.
#[must_use]
pub fn neighbours_in_words(analysis: &Analysis, similar: &Similar) -> String {
    let all = similar.neighbours.len();
    if all == 0 {
        return words::NO_OTHER.to_owned();
    }
    let better = || {
        let neighbours = similar.neighbours.iter();
        neighbours.filter(|one| one.standing == Standing::Better)
    };
    let apart = better().filter(|one| {
        let comparison = one.comparison.as_ref();
        comparison.is_some_and(|comparison| comparison.is_distinguishable)
    });
    let can_be_told = better().next().is_some() && similar.critical.is_some();
    words::neighbours(
        all,
        better().count(),
        can_be_told.then(|| apart.count()),
        analysis.level(),
    )
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
    let name = &trust.readable_name;
    Some(words::neighbour(name, trust.region, &figure, neighbour))
}
