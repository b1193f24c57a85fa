//! Figures to cells and rows to CSV text.

use crate::export::csv_table::csv_text;
use crate::layout::{Column, Layout, Variable};
use crate::terms::{Measure, Unit};

/// A file's columns, each with its name and what is written below it: the names of those that a layout reads are the
/// layout's own.
pub(super) struct Columns<'a, R> {
    known: Vec<Column>,
    columns: Vec<(String, Cell<'a, R>)>,
}

/// What a row has in a column.
type Cell<'a, R> = Box<dyn Fn(&R) -> String + 'a>;

impl<'a, R> Columns<'a, R> {
    /// None yet, of a file in this layout.
    pub(super) fn of(layout: &dyn Layout) -> Self {
        Self {
            known: layout.columns(),
            columns: Vec::new(),
        }
    }

    /// The name of the column that holds this; nothing where the layout has none.
    pub(super) fn name(&self, holds: impl Into<Variable>) -> Option<String> {
        let column = self.known(holds.into())?;
        column.names().next().map(str::to_owned)
    }

    /// The name that it has in older files.
    pub(super) fn former_name(&self, holds: impl Into<Variable>) -> Option<String> {
        let column = self.known(holds.into())?;
        column.names().last().map(str::to_owned)
    }

    fn known(&self, holds: Variable) -> Option<&Column> {
        self.known.iter().find(|column| column.holds() == holds)
    }

    /// With the column that holds this, where the layout has one.
    pub(super) fn read(&mut self, holds: impl Into<Variable>, cell: impl Fn(&R) -> String + 'a) {
        if let Some(name) = self.name(holds) {
            self.other(&name, cell);
        }
    }

    /// With a column of a name of its own.
    pub(super) fn other(&mut self, name: &str, cell: impl Fn(&R) -> String + 'a) {
        self.columns.push((name.to_owned(), Box::new(cell)));
    }

    /// The names.
    pub(super) fn header(&self) -> Vec<String> {
        let names = self.columns.iter().map(|(name, _)| name.clone());
        names.collect()
    }

    /// The cells of a row.
    pub(super) fn row(&self, of: &R) -> Vec<String> {
        self.columns.iter().map(|(_, cell)| cell(of)).collect()
    }

    /// CSV text of these rows.
    pub(super) fn text(&self, rows: impl Iterator<Item = R>) -> String {
        text(self.header(), rows.map(|row| self.row(&row)))
    }
}

/// CSV text of a header and rows.
pub(super) fn text(header: Vec<String>, rows: impl Iterator<Item = Vec<String>>) -> String {
    csv_text(std::iter::once(header).chain(rows))
}

/// A figure with the decimals that the Department publishes.
pub(super) fn cell(number: f64, measure: Measure) -> String {
    let digits = decimals(number, places(measure));
    match measure.unit() {
        Unit::Percent => digits + "%",
        _ => digits,
    }
}

/// The decimals of a measure, as the Department publishes it.
pub(super) const fn places(measure: Measure) -> usize {
    match measure.unit() {
        Unit::Percent => 0,
        Unit::Points | Unit::OwnPoints => 1,
        Unit::Grades | Unit::AveragePoints => 2,
    }
}

/// A whole percentage.
pub(super) fn percent(number: f64) -> String {
    decimals(number, 0) + "%"
}

/// A number rounded half away from zero; zero has no sign.
pub(super) fn decimals(number: f64, places: usize) -> String {
    let (steps, whole_scale) = in_steps(number, places);
    // Whole numbers are written many times faster than fractions.
    let sign = if steps < 0 { "-" } else { "" };
    let (whole, part) = (steps.abs() / whole_scale, steps.abs() % whole_scale);
    match places {
        0 => format!("{sign}{whole}"),
        1 => format!("{sign}{whole}.{part}"),
        _ => format!("{sign}{whole}.{part:02}"),
    }
}

/// The number in steps of its last decimal, and how many of them make a whole.
fn in_steps(number: f64, places: usize) -> (i64, i64) {
    let (scale, whole_scale) = match places {
        0 => (1.0, 1),
        1 => (10.0, 10),
        _ => (100.0, 100),
    };
    ((number * scale).round() as i64, whole_scale)
}

/// The 95% confidence interval of a Progress 8 figure.
pub(super) fn interval(figure: f64, pupils: f64, ends: u16) -> [f64; 2] {
    // The standard deviation of pupils' scores; the real one was 1.26 in 2017/18 and 1.41 in 2022/23.
    let spread = if ends < 2020 { 1.28 } else { 1.41 };
    let half = 1.96 * spread / pupils.sqrt();
    [figure - half, figure + half]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_as_published() {
        assert_eq!(cell(19.6, Measure::Grade5EnglishMaths), "20%");
        assert_eq!(cell(46.62, Measure::Attainment8), "46.6");
        assert_eq!(cell(-0.001, Measure::Progress8), "0.00");
        assert_eq!(cell(-0.934, Measure::Progress8), "-0.93");
        assert_eq!(cell(3.9, Measure::EbaccAps), "3.90");
    }
}
