//! The trusts in the most similar contexts, in words and as a table.

pub(crate) mod words;

pub use words::{SIMILAR_BY_NUMBERS_ALONE, similarity_in_words};

use method::{Analysis, Context, Contexts, Neighbour, Similar, Standing};
use records::terms::{Measure, Missing};

use crate::chart::words::heads;

use super::context::part_with_unit;
use super::of_analysis;
use super::table::{self, Cell, Table};
use super::top_ten::figure_column;
use super::trust::{Trust, TrustColumn, figure_columns, figure_in_sentence, focus_in_sentence, unit_of};

/// The trust itself, then its neighbours, those that do better first, each with the parts of which distances are made.
#[must_use]
pub fn similar_table(analysis: &Analysis, contexts: &Contexts, index: usize, similar: &Similar) -> Table {
    type Column<'a> = table::Column<'a, Line<'a>>;
    let basis = analysis.basis;
    let mut columns = vec![
        TrustColumn::NAME.of(Line::trust),
        TrustColumn::REGION.headed(heads::REGION, Line::trust),
        Column::numbers(words::DISTANCE, |line| {
            Cell::standard(line.neighbour.map_or(0.0, |one| one.distance))
        }),
    ];
    let unit = unit_of(analysis.rules.measure.unit(), analysis.rules.focus);
    let head = figure_column(analysis);
    columns.extend(figure_columns(&head, unit, analysis.level(), Line::trust));
    columns.extend([
        Column::words(words::DOES_BETTER, |line| {
            Cell::words(line.neighbour.map_or(words::TRUST_ITSELF, words::standing))
        }),
        Column::words(heads::DISTINGUISHABLE, |line| {
            Cell::words(line.neighbour.map_or(words::FROM_ITSELF, words::distinguishable))
        }),
    ]);
    for scale in &similar.parts {
        let head = part_with_unit(scale.part, analysis.year);
        columns.push(Column::numbers(&head, |line| {
            Cell::of_trust(line.context.value(scale.part), basis)
        }));
    }
    let line = |index: usize, neighbour| {
        let trust = analysis.trusts.get(index)?;
        Some(Line {
            trust: Trust::new(analysis, trust),
            neighbour,
            context: contexts.of(trust)?,
        })
    };
    let mut lines: Vec<Line<'_>> = line(index, None).into_iter().collect();
    for one in similar.better_first() {
        lines.extend(line(one.index, Some(one)));
    }
    let caption = of_analysis(analysis, words::CAPTION);
    Table::new(caption, &columns, lines)
}

/// A row of the table: the trust itself, or one of its neighbours.
struct Line<'a> {
    trust: Trust,
    neighbour: Option<&'a Neighbour>,
    context: &'a Context,
}

impl Line<'_> {
    const fn trust(&self) -> &Trust {
        &self.trust
    }
}

/// How many of the neighbours do better, and how many of those are distinguishable from the trust.
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
    let is_known = better().next().is_some() && similar.critical.is_some();
    words::neighbours(all, better().count(), is_known.then(|| apart.count()), analysis.level())
}

/// A neighbour, for those who do not see the table: "Our Lady of Lourdes Catholic Multi-Academy Trust, the East
/// Midlands: distance 0.52, 34%, worse, distinguishable. Pupils with English as an additional language …".
#[must_use]
pub fn neighbour_in_words(analysis: &Analysis, neighbour: &Neighbour) -> Option<String> {
    let trust = analysis.trusts.get(neighbour.index)?;
    let words = neighbour_after_name(analysis, neighbour)?;
    Some(format!("{}{words}", trust.readable_name))
}

/// What [`neighbour_in_words`] says after the trust's name.
#[must_use]
pub fn neighbour_after_name(analysis: &Analysis, neighbour: &Neighbour) -> Option<String> {
    let trust = analysis.trusts.get(neighbour.index)?;
    let figure = match trust.figure() {
        Some(figure) => figure_in_sentence(figure, analysis.basis),
        None => trust.value().missing().map_or("", Missing::reason).to_owned(),
    };
    Some(words::neighbour(trust.region, &figure, neighbour))
}

/// What is said of a neighbour that does better after its name: its figure, and in which measures its figure is better,
/// of how many in which both have one (see [`method::better_in`]).
#[must_use]
pub fn better_after_name(analysis: &Analysis, neighbour: &Neighbour, better: &[Measure], of: usize) -> Option<String> {
    let figure = analysis.trusts.get(neighbour.index)?.figure()?;
    let figure = focus_in_sentence(figure, analysis.basis, analysis.rules.focus);
    Some(words::better(&figure, words::distinguishable(neighbour), better, of))
}
