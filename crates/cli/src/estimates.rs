//! Estimates with standard errors from any text table, in any delimiter and encoding that `source` reads.

use std::fmt;

use trust_gap::records::{Fault, Problem, excerpt};
use trust_gap::source::{self, ColumnIndex, Header, OpenError, RowIndex, Table};
use trust_gap::stats::ranks::Estimate;

/// The names of the columns of a table of estimates.
pub(crate) struct Names<'a> {
    pub(crate) value: &'a str,
    pub(crate) error: &'a str,
    pub(crate) label: &'a str,
}

/// The contents of a table.
pub(crate) struct Estimates {
    /// The usable rows, each with its name, in file order.
    pub(crate) rows: Vec<(String, Estimate)>,
    /// The faults of the other rows and of the table, in words with file and line.
    pub(crate) problems: Vec<String>,
}

/// Why a table cannot be read.
pub(crate) enum Unreadable {
    /// It is not a text table.
    NotOpened(OpenError),
    /// It does not have the wanted column. `names` are its columns.
    NoColumn { wanted: String, names: Vec<String> },
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotOpened(error) => write!(f, "{error}. {}", error.remedy()),
            Self::NoColumn { wanted, names } if names.is_empty() => write!(
                f,
                "there is no column \u{201c}{wanted}\u{201d}: the first row does not contain column names"
            ),
            Self::NoColumn { wanted, names } => write!(
                f,
                "there is no column \u{201c}{wanted}\u{201d}; the columns are {}",
                names.join(", ")
            ),
        }
    }
}

/// Reads the estimates of a table. A row without a name, a number or a standard error above 0 is left out.
pub(crate) fn read(file: &str, bytes: &[u8], names: &Names<'_>) -> Result<Estimates, Unreadable> {
    let text = source::open(bytes).map_err(Unreadable::NotOpened)?;
    let header = text.header();
    let columns = Columns {
        value: find(header, names.value)?,
        error: find(header, names.error)?,
        label: find(header, names.label)?,
    };
    let table = text.read(&columns.all());
    let mut problems = columns.repeated(file, header, text.header_line());
    problems.extend(
        table
            .faults()
            .map(|(line, fault)| problem(file, line, fault).to_string()),
    );
    let mut rows = Vec::new();
    for row in table.rows() {
        match columns.row(&table, row) {
            Ok(estimate) => rows.push(estimate),
            Err((column, fault)) => problems.push(fault.in_words(
                &format!("{file}, line {}", table.line(row)),
                header.name(column),
                table.cell(row, column),
            )),
        }
    }
    Ok(Estimates { rows, problems })
}

fn find(header: &Header, wanted: &str) -> Result<ColumnIndex, Unreadable> {
    header.find(wanted).ok_or_else(|| Unreadable::NoColumn {
        wanted: wanted.to_owned(),
        names: header.names().map(excerpt).collect(),
    })
}

fn problem(file: &str, line: u64, fault: Fault) -> Problem {
    Problem {
        file: file.to_owned(),
        line,
        column: None,
        value: None,
        fault,
    }
}

/// The positions of the columns.
struct Columns {
    value: ColumnIndex,
    error: ColumnIndex,
    label: ColumnIndex,
}

impl Columns {
    const fn all(&self) -> [ColumnIndex; 3] {
        [self.value, self.error, self.label]
    }

    /// Problems for wanted columns that the file has twice.
    fn repeated(&self, file: &str, header: &Header, line: u64) -> Vec<String> {
        let repeated = header.repeated().into_iter();
        let wanted = repeated.filter(|(_, name)| {
            let first = header.find(name);
            first.is_some_and(|first| self.all().contains(&first))
        });
        wanted
            .map(|(_, name)| {
                let mut problem = problem(file, line, Fault::RepeatedColumn);
                problem.column = Some(name.to_owned());
                problem.to_string()
            })
            .collect()
    }

    /// A row's name and estimate, or the faulty column.
    fn row(&self, table: &Table, row: RowIndex) -> Result<(String, Estimate), (ColumnIndex, RowFault)> {
        let number = |column| number(table.cell(row, column)).map_err(|fault| (column, fault));
        let label = table.cell(row, self.label);
        if label.is_empty() {
            return Err((self.label, RowFault::Blank));
        }
        let (value, error) = (number(self.value)?, number(self.error)?);
        if error <= 0.0 {
            return Err((self.error, RowFault::NotAboveZero));
        }
        // A standard error of 1 is valid, so the fault is in the value.
        let of_value = Estimate::new(value, 1.0).ok_or((self.value, RowFault::TooLarge))?;
        let estimate = Estimate::new(of_value.value(), error);
        let estimate = estimate.ok_or((self.error, RowFault::TooLarge))?;
        Ok((label.to_owned(), estimate))
    }
}

/// Why a row is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum RowFault {
    Blank,
    NotANumber,
    NotAboveZero,
    TooLarge,
}

impl RowFault {
    /// The fault with its location, the cell and what to do, in the same words as a problem of `source`.
    fn in_words(self, location: &str, column: &str, cell: &str) -> String {
        let (fault, remedy) = match self {
            Self::Blank => ("The cell is blank", "Fill in the cell"),
            Self::NotANumber => ("This is not a number", "Enter a plain number such as 46.6"),
            Self::NotAboveZero => ("A standard error must be above 0", "Correct it, or leave the row out"),
            Self::TooLarge => (
                "The number is too large or too small to calculate with",
                "Give the column in a different unit",
            ),
        };
        let value = match self {
            Self::Blank => String::new(),
            _ => format!(" (\u{201c}{}\u{201d})", excerpt(cell)),
        };
        format!("{location}, {column}: {fault}{value}. {remedy}. The row is left out.")
    }
}

/// A number in any notation that programs write. A comma is a decimal comma, as in spreadsheets from other countries.
fn number(text: &str) -> Result<f64, RowFault> {
    if text.is_empty() {
        return Err(RowFault::Blank);
    }
    let plain = text.replace('\u{2212}', "-").replace(',', ".");
    let number = plain.parse().ok();
    number
        .filter(|number: &f64| number.is_finite())
        .ok_or(RowFault::NotANumber)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_programs_write_them() {
        for (text, expected) in [
            ("46.6", 46.6),
            ("-3", -3.0),
            ("\u{2212}3,5", -3.5),
            ("1.25e-04", 0.000_125),
            ("+7", 7.0),
        ] {
            assert_eq!(number(text), Ok(expected), "{text}");
        }
        assert_eq!(number(""), Err(RowFault::Blank));
        for text in ["SUPP", "nan", "inf", "1e999", "1,234.5", "46.6%"] {
            assert_eq!(number(text), Err(RowFault::NotANumber), "{text}");
        }
    }
}
