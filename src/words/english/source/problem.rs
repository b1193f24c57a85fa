//! What is wrong with one row or cell, and what can be done about it.

use std::fmt;

use crate::source::{Fault, Problem, ProblemKind};
use crate::words::grammar::{counted, listed};

impl Fault {
    /// What a user can do about it.
    #[must_use]
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::ShortRow { .. } => "Check the end of this row; the missing cells count as blank.",
            Self::LongRow { .. } => {
                "Check the row for a delimiter inside a name that is not in quotes; the surplus cells are passed over."
            }
            Self::RowsOfOneLength {
                found, expected, ..
            } if found < expected => {
                "Check the header for names too many, or the end of these rows; the missing cells count as blank."
            }
            Self::RowsOfOneLength { .. } => {
                "Check the header for names that are missing; the surplus cells are passed over."
            }
            Self::RepeatedColumn => "Rename or remove one of them; the first is used.",
            Self::UnclosedQuote => {
                "Add the closing quote; all that follows it was read as one cell."
            }
            Self::SpansLines { .. } => {
                "If those lines are rows of their own, remove or close the quote; they were read as one row."
            }
            Self::NotANumber => {
                "Put a number or one of the published codes (SUPP, NE, NP, NA, LOWCOV) there; the value counts as missing."
            }
            Self::NotADate => {
                "Write the day as 01-09-2018 (day, month, year); until then it counts as not stated."
            }
            Self::OutOfRange { .. } => "Correct the number; the value counts as missing.",
            Self::Blank => "Fill the cell in; the row is left out.",
            Self::Unknown { .. } => {
                "Correct it; until then it counts as not stated, and a row that cannot do without it is left out."
            }
            Self::RepeatedGroup { .. } => {
                "The file may split groups by a column that is not known here: remove that column\u{2019}s rows. The row with the larger count is used."
            }
            Self::CrossedInterval => {
                "Correct the two ends of the interval; until then it counts as missing."
            }
            Self::Repeated { .. } => "Remove one of the two rows; the first is used.",
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ShortRow { found, expected } => {
                write!(
                    f,
                    "The row has {found} cells where the header has {expected}"
                )
            }
            Self::LongRow { found, expected } => {
                write!(
                    f,
                    "The row has {found} cells where the header has {expected}"
                )
            }
            Self::RowsOfOneLength {
                found,
                expected,
                rows,
                lines,
            } => {
                write!(
                    f,
                    "{} have {found} cells where the header has {expected} ({})",
                    counted(*rows, "row"),
                    on_lines(lines, *rows)
                )
            }
            Self::RepeatedColumn => f.write_str("The file has two columns of this name"),
            Self::UnclosedQuote => f.write_str("A quote is opened here and never closed"),
            Self::SpansLines { last_line } => {
                write!(f, "A quoted cell goes on to line {last_line}")
            }
            Self::NotANumber => f.write_str("Not a number, and not a published code"),
            Self::NotADate => f.write_str("Not a day of the calendar since 1990"),
            Self::OutOfRange { lowest, highest } => {
                write!(f, "Outside the possible values, {lowest} to {highest}")
            }
            Self::Blank => f.write_str("The cell is blank"),
            Self::Unknown { expected } => write!(f, "This is not {expected}"),
            Self::RepeatedGroup { first_line } => write!(
                f,
                "Line {first_line} has another row for the whole of this group"
            ),
            Self::CrossedInterval => {
                f.write_str("The upper end of the interval is below its lower end")
            }
            Self::Repeated { first_line } => {
                write!(f, "The row repeats the one on line {first_line}")
            }
        }
    }
}

/// "lines 2, 3 and 6", "lines 2, 3, 4, 5, 6 and 12 more".
fn on_lines(lines: &[u64], count: usize) -> String {
    let mut named: Vec<String> = lines.iter().map(ToString::to_string).collect();
    if count > lines.len() {
        named.push(format!("{} more", count - lines.len()));
    }
    let named: Vec<&str> = named.iter().map(String::as_str).collect();
    format!("lines {}", listed(&named))
}

impl ProblemKind<'_> {
    /// Where they are: "2", "lines 2, 3 and 6".
    #[must_use]
    pub fn where_they_are(&self) -> String {
        match self.count {
            1 => self.first.line.to_string(),
            count => on_lines(&self.lines, count),
        }
    }
}

impl fmt::Display for ProblemKind<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.count == 1 {
            return self.first.fmt(f);
        }
        let Problem {
            file,
            column,
            value,
            fault,
            ..
        } = self.first;
        write!(f, "{file}")?;
        if let Some(column) = column {
            write!(f, ", {column}")?;
        }
        write!(
            f,
            ", {} times ({}): {fault}",
            self.count,
            self.where_they_are()
        )?;
        if let Some(value) = value {
            write!(f, " (\u{201c}{value}\u{201d} at first)")?;
        }
        write!(f, ". {}", fault.remedy())
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, line {}", self.file, self.line)?;
        if let Some(column) = &self.column {
            write!(f, ", {column}")?;
        }
        write!(f, ": {}", self.fault)?;
        if let Some(value) = &self.value {
            write!(f, " (\u{201c}{value}\u{201d})")?;
        }
        write!(f, ". {}", self.fault.remedy())
    }
}
