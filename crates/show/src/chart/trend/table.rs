//! A trend as a table.

use method::{Precision, Trend, TrendLine, TrendSubject};
use records::model::Basis;
use records::terms::{Figure, Value};

use crate::chart::adjusted::{head_of_figures, in_list};
use crate::chart::bounds::{Bounds, bound_columns};
use crate::chart::table::{Cell, Column, Table, in_unit};
use crate::chart::trust::unit_of;

use super::breaks::trend_breaks;
use super::narration::{subtitle, with_all};
use super::words::{ALL_TRUSTS, NOT_COUNTED, disadvantaged_in, schools_in_words, table as words, verdict_in_words};

/// A trend's chosen lines, and all trusts, as a table: first and last figure, the change with its interval, what it is
/// worth, and how schools changed.
#[must_use]
pub fn trend_table(trend: &Trend, lines: &[&TrendLine]) -> Table {
    let columns = columns(trend, lines);
    let mut caption = vec![subtitle(trend, lines)];
    caption.extend(trend_breaks(trend));
    Table::new(caption.join(" "), &columns, with_all(trend, lines)).adjusted_for(in_list(trend.adjusted))
}

fn columns<'a>(trend: &'a Trend, lines: &[&TrendLine]) -> Vec<Column<'a, TrendLine>> {
    type Column<'a> = crate::chart::Column<'a, TrendLine>;
    let has_trusts = lines.iter().any(|line| is_trust(line));
    let has_areas = lines.iter().any(|line| is_area(line));
    let unit = trend.rules.measure.unit();
    let figures_of = |index: usize| {
        let year = trend.years.get(index);
        let year = year.map_or_else(String::new, |year| year.year.to_string());
        let head = in_unit(&year, unit_of(unit, trend.rules.focus));
        let head = head_of_figures(head, !trend.adjusted.is_empty());
        Column::numbers(&head, move |line| figure(trend, line, index))
    };
    let share_of = |index: usize| {
        let year = trend.years.get(index)?.year;
        let share = move |line: &TrendLine| line.points.get(index)?.disadvantaged_share;
        let is_known = lines.iter().any(|line| share(line).is_some());
        is_known.then(|| {
            Column::numbers(&disadvantaged_in(year), move |line| {
                share(line).map_or(Cell::Nothing(NOT_COUNTED), |share| Cell::Share(share / 100.0))
            })
        })
    };
    let mut columns = vec![
        Column::words(words::line(has_trusts, has_areas), name),
        figures_of(trend.first),
        figures_of(trend.last),
        Column::numbers(words::CHANGE, |line| {
            let change = line.change.as_ref();
            change.map_or_else(Cell::none, |change| of(trend, line, change.difference))
        })
        .in_unit(unit.difference_word()),
    ];
    let [low, high] = bound_columns(trend.level, unit.difference_word(), change_bounds);
    // Without a change there is no interval of it.
    columns.extend([low, high].map(|end| end.except(|line| line.change.is_none().then(Cell::none))));
    columns.extend([trend.first, trend.last].into_iter().filter_map(share_of));
    columns.extend([
        Column::words(words::VERDICT, |line| match &line.change {
            None => Cell::none(),
            Some(change) => Cell::words(verdict_in_words(trend.rules.focus, change.movement)),
        }),
        Column::words(words::SCHOOLS_CHANGED, |line| {
            Cell::Words(schools_in_words(&line.schools))
        }),
    ]);
    columns
}

fn name(line: &TrendLine) -> Cell {
    match &line.subject {
        TrendSubject::All => Cell::words(ALL_TRUSTS),
        TrendSubject::Region(region) => Cell::words(region.name()),
        TrendSubject::Area { name, .. } => Cell::words(&**name),
        TrendSubject::Trust { name, .. } => Cell::name(name),
    }
}

/// The interval of a line's change.
pub(super) fn change_bounds(line: &TrendLine) -> Option<Bounds> {
    let change = line.change?;
    let precision = Precision {
        interval: change.interval?,
        error: change.error?,
        effective_pupils: None,
    };
    Bounds::new(Some(change.difference), Basis::Computed, Some(precision))
}

fn figure(trend: &Trend, line: &TrendLine, index: usize) -> Cell {
    match line.points.get(index).map(|point| &point.figure) {
        Some(Ok(figure)) => of(trend, line, *figure),
        Some(Err(absence)) => Cell::Words(absence.to_string()),
        None => Cell::none(),
    }
}

/// Whose arithmetic a line's figures are: regions' are always computed.
pub(super) const fn basis_of(trend: &Trend, line: &TrendLine) -> Basis {
    if is_trust(line) { trend.basis } else { Basis::Computed }
}

const fn of(trend: &Trend, line: &TrendLine, figure: Figure) -> Cell {
    Cell::of_trust(Value::Published(figure), basis_of(trend, line))
}

pub(super) const fn is_area(line: &TrendLine) -> bool {
    matches!(line.subject, TrendSubject::Area { .. })
}

pub(crate) const fn is_trust(line: &TrendLine) -> bool {
    matches!(line.subject, TrendSubject::Trust { .. })
}
