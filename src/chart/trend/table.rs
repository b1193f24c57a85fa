//! A trend as a table.

use crate::chart::bounds::{Bounds, bound_cells, bound_columns};
use crate::chart::gap::unit_name;
use crate::chart::table::{Cell, Column, Table};
use crate::method::{Precision, Trend, TrendLine, TrendSubject};
use crate::model::Basis;
use crate::terms::{Figure, Focus, full_name};
use crate::words::chart::trend::{ALL_TRUSTS, schools_in_words, table as words, verdict_in_words};

use super::teller::subtitle;

/// A trend's chosen lines, and all trusts, as a table: first and last figure, the change with its interval, what it is
/// worth, and how schools changed.
#[must_use]
pub fn trend_table(trend: &Trend, lines: &[&TrendLine]) -> Table {
    let all = std::iter::once(&trend.all);
    let lines_and_all = lines.iter().copied().chain(all);
    Table {
        caption: subtitle(trend, lines),
        columns: columns(trend, lines),
        rows: lines_and_all.map(|line| row(trend, line)).collect(),
    }
}

fn columns(trend: &Trend, lines: &[&TrendLine]) -> Vec<Column> {
    let has_trusts = lines.iter().any(|line| is_trust(line));
    let has_areas = lines.iter().any(|line| is_area(line));
    let unit = trend.rules.measure.unit();
    let unit_of_figures = match trend.rules.focus {
        Focus::Gap => unit.difference_word(),
        _ => unit_name(unit),
    };
    let year = |place: usize| {
        let year = trend.years.get(place);
        year.map_or_else(String::new, |year| year.year.to_string())
    };
    let mut columns = vec![Column::words(words::line(has_trusts, has_areas))];
    for place in [trend.first, trend.last] {
        columns.push(Column::numbers(&format!(
            "{}, {unit_of_figures}",
            year(place)
        )));
    }
    columns.push(Column::numbers(&words::change(unit.difference_word())));
    columns.extend(bound_columns(trend.level, unit.difference_word()));
    columns.extend(words::VERDICT_AND_SCHOOLS.map(Column::words));
    columns
}

fn row(trend: &Trend, line: &TrendLine) -> Vec<Cell> {
    let name = match &line.subject {
        TrendSubject::All => ALL_TRUSTS.to_owned(),
        TrendSubject::Region(region) => region.name().to_owned(),
        TrendSubject::Area { name, .. } => name.clone(),
        TrendSubject::Trust { name, .. } => full_name(name),
    };
    let mut cells = vec![Cell::Words(name)];
    for place in [trend.first, trend.last] {
        cells.push(figure(trend, line, place));
    }
    let verdict = match &line.change {
        None => {
            cells.extend([Cell::none(), Cell::none(), Cell::none()]);
            Cell::none()
        }
        Some(change) => {
            cells.push(of(trend, line, change.difference));
            cells.extend(bound_cells(change_bounds(line)));
            Cell::Words(verdict_in_words(trend.rules.focus, change.movement).to_owned())
        }
    };
    cells.push(verdict);
    cells.push(Cell::Words(schools_in_words(&line.schools)));
    cells
}

/// The interval of a line's change.
pub(super) fn change_bounds(line: &TrendLine) -> Option<Bounds> {
    let change = line.change?;
    let precision = Precision {
        interval: change.interval?,
        error: change.error?,
        effective_pupils: None,
    };
    Bounds::computed(change.difference, precision)
}

fn figure(trend: &Trend, line: &TrendLine, place: usize) -> Cell {
    match line.points.get(place).map(|point| &point.figure) {
        Some(Ok(figure)) => of(trend, line, *figure),
        Some(Err(absence)) => Cell::Words(absence.to_string()),
        None => Cell::none(),
    }
}

/// A trust's published figure has no decimals that its source does not have; regions' figures are computed.
fn of(trend: &Trend, line: &TrendLine, figure: Figure) -> Cell {
    if is_trust(line) && trend.basis == Basis::Published {
        Cell::Published(figure)
    } else {
        Cell::Figure(figure)
    }
}

pub(super) const fn is_area(line: &TrendLine) -> bool {
    matches!(line.subject, TrendSubject::Area { .. })
}

pub(crate) const fn is_trust(line: &TrendLine) -> bool {
    matches!(line.subject, TrendSubject::Trust { .. })
}
