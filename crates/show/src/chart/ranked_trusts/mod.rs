//! The trusts of a part of the country as one list: figure, rank, the ranks that chance allows, and the top ten.

pub(super) mod words;

use std::rc::Rc;

use method::{Analysis, Family, FamilyRanks, Rank, Scope, TrustRank, possible_ranks};

use super::adjusted::adjusted_for;
use super::bounds::words as bounds_words;
use super::of_analysis;
use super::part::in_sentence;
use super::table::{Caption, Cell, Column, Table};
use super::top_ten::{figure_column, summary};
use super::trust::{Trust, TrustColumn, figure_columns, unit_of};

/// A trust with its rank in the part of the country and the ranks that it could have there.
struct Row {
    trust: Trust,
    rank: Option<Rank>,
    possible: Possible,
}

/// The ranks that a trust could have, or why they are missing.
type Possible = Result<TrustRank, Cell>;

impl Row {
    const fn trust(&self) -> &Trust {
        &self.trust
    }
}

/// The trusts of a part of the country as a table, the best first and those without a figure last, and the number of
/// each. The ranks that a trust could have are those of its family, which may not be known yet.
#[must_use]
pub fn ranked_trusts(
    analysis: &Analysis,
    scope: Scope<'_>,
    ranks: Option<&(Family, FamilyRanks)>,
) -> (Table, Vec<Rc<str>>) {
    let known = possible_ranks(analysis, ranks.map_or(&[], std::slice::from_ref));
    let possible = |index: usize, trust: &Trust| -> Possible {
        let missing = match trust.of.figure() {
            None => Cell::rank(None),
            Some(_) if ranks.is_none() => Cell::Nothing(words::NOT_WORKED_OUT),
            Some(_) => Cell::Nothing(bounds_words::NO_INTERVAL),
        };
        known.get(index).copied().flatten().ok_or(missing)
    };
    let rows = analysis.ranked_in(scope).map(|(index, trust, rank)| {
        let trust = Trust::new(analysis, trust);
        let possible = possible(index, &trust);
        Row { trust, rank, possible }
    });
    let rows: Vec<Row> = rows.collect();
    let figure = figure_column(analysis);
    let unit = unit_of(analysis.rules.measure.unit(), analysis.rules.focus);
    let is_england = matches!(scope, Scope::All);

    let mut columns = vec![TrustColumn::NAME.of(Row::trust)];
    if is_england {
        columns.push(TrustColumn::REGION.of(Row::trust));
    }
    columns.extend(figure_columns(&figure, unit, analysis.level(), Row::trust));
    let rank_in = words::rank_in(scope);
    columns.push(Column::numbers(rank_in, |row: &Row| {
        Cell::rank(row.rank.map(Rank::number))
    }));
    columns.extend(possible_columns(|row: &Row| row.possible.clone()));
    if !is_england {
        columns.push(TrustColumn::RANK.of(Row::trust));
    }

    let heading = of_analysis(analysis, words::trusts_in(in_sentence(scope)));
    let in_list = rows.iter().filter(|row| row.rank.is_some_and(Rank::is_top_ten));
    let with_figure = rows.iter().filter(|row| row.rank.is_some());
    let ranks = ranks.map(|(family, ranks)| (family, ranks));
    let summary = summary(in_list.count(), with_figure.count(), ranks);
    let table = Table::new(Caption::new(heading, summary), &columns, &rows)
        .adjusted_for(adjusted_for(analysis))
        .with_rounding(&figure, rank_in);
    let uids = rows.into_iter().map(|row| row.trust.of.uid).collect();
    (table, uids)
}

/// The columns of the ranks that a trust could have: the best, the worst, and whether it could be in the top ten.
pub(super) fn possible_columns<'a, R: 'a>(possible: fn(&R) -> Possible) -> [Column<'a, R>; 3] {
    let cell = move |row: &R, cell: fn(TrustRank) -> Cell| possible(row).map_or_else(|missing| missing, cell);
    [
        Column::numbers(words::BEST_POSSIBLE_RANK, move |row| cell(row, |of| of.low.into())),
        Column::numbers(words::WORST_POSSIBLE_RANK, move |row| cell(row, |of| of.high.into())),
        Column::words(words::COULD_BE_TOP_TEN, move |row| {
            cell(row, |of| Cell::words(words::yes_or_no(of.could_be_top_ten)))
        }),
    ]
}
