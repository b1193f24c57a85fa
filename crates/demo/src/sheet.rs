//! Formats figures as cells, and rows as CSV text.

use read::layout::{Column, Layout, Variable};
use records::intake::Field;
use records::terms::{Measure, Unit};
use show::export::csv_table::csv_text;

/// The content of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    /// A variable that the layout reads, under the layout's name.
    Read(Variable),
    /// A column that no layout reads, under this name.
    Other(&'static str),
    /// The share of the pupils whom another column counts.
    Share(Variable),
    /// Another column's value for this year, in the year before.
    YearBefore(Variable),
}

/// A column that a user's own spreadsheet can have, too.
pub(super) const fn field(field: Field) -> Of {
    Of::Read(Variable::Field(field))
}

/// The subject of a row.
pub(super) trait Row {
    /// Its cell in a column.
    fn cell(&self, of: Of) -> String;
}

/// A file's columns, each with its name.
pub(super) struct Columns {
    known: Vec<Column>,
    columns: Vec<(String, Of)>,
}

impl Columns {
    /// Starts without columns, for a file in this layout.
    pub(super) fn of(layout: &dyn Layout) -> Self {
        Self {
            known: layout.columns(),
            columns: Vec::new(),
        }
    }

    /// The names of the column with this content, the current name first. Empty if the layout does not have it.
    pub(super) fn names(&self, holds: Variable) -> impl Iterator<Item = &str> {
        let mut known = self.known.iter();
        let column = known.find(|column| column.holds() == holds);
        column.into_iter().flat_map(Column::names)
    }

    /// Adds these columns, except those without a name of their own or in the layout.
    pub(super) fn add(&mut self, columns: &[Of]) {
        for &of in columns {
            let name = match of {
                Of::Other(name) => Some(name),
                Of::Read(holds) => self.names(holds).next(),
                Of::Share(_) | Of::YearBefore(_) => None,
            };
            if let Some(name) = name.map(str::to_owned) {
                self.columns.push((name, of));
            }
        }
    }

    /// Adds a column with a name that is not in the layout.
    pub(super) fn add_named(&mut self, name: String, of: Of) {
        self.columns.push((name, of));
    }

    pub(super) fn header(&self) -> Vec<String> {
        let names = self.columns.iter().map(|(name, _)| name.clone());
        names.collect()
    }

    pub(super) fn row(&self, row: &dyn Row) -> Vec<String> {
        let cells = self.columns.iter().map(|&(_, of)| row.cell(of));
        cells.collect()
    }

    /// The CSV text of these rows.
    pub(super) fn text<R: Row>(&self, rows: impl Iterator<Item = R>) -> String {
        text(self.header(), &mut rows.map(|row| self.row(&row)))
    }
}

/// The CSV text of a header and rows.
pub(super) fn text(header: Vec<String>, rows: &mut dyn Iterator<Item = Vec<String>>) -> String {
    csv_text(std::iter::once(header).chain(rows))
}

/// A cell with a published number, or the code for a missing value.
pub(super) fn or_code(number: Result<f64, &'static str>, cell: impl FnOnce(f64) -> String) -> String {
    number.map_or_else(str::to_owned, cell)
}

/// A figure with the Department's number of decimals.
pub(super) fn cell(number: f64, measure: Measure) -> String {
    let digits = decimals(number, decimals_of(measure));
    match measure.unit() {
        Unit::Percent => digits + "%",
        _ => digits,
    }
}

/// The Department's number of decimals for a measure.
pub(super) const fn decimals_of(measure: Measure) -> usize {
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
pub(super) fn decimals(number: f64, decimals: usize) -> String {
    let (steps, whole_scale) = in_steps(number, decimals);
    // Integers are formatted many times faster than fractions.
    let sign = if steps < 0 { "-" } else { "" };
    let (whole, part) = (steps.abs() / whole_scale, steps.abs() % whole_scale);
    match decimals {
        0 => format!("{sign}{whole}"),
        1 => format!("{sign}{whole}.{part}"),
        _ => format!("{sign}{whole}.{part:02}"),
    }
}

/// The number in units of its last decimal, and how many such units make 1.
fn in_steps(number: f64, decimals: usize) -> (i64, i64) {
    let (scale, whole_scale) = match decimals {
        0 => (1.0, 1),
        1 => (10.0, 10),
        _ => (100.0, 100),
    };
    ((number * scale).round() as i64, whole_scale)
}

/// The 95% confidence interval of a Progress 8 figure.
pub(super) fn interval(figure: f64, pupils: f64, ends: u16) -> [f64; 2] {
    // The standard deviation of pupils' scores. The real one was 1.26 in 2017/18 and 1.41 in 2022/23.
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
