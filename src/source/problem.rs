//! What is wrong with one row or cell, and where.

use std::borrow::Cow;

use borsh::{BorshDeserialize, BorshSerialize};

/// What was found wrong. Every fault has words and a remedy.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
#[non_exhaustive]
pub enum Fault {
    /// The row has fewer cells than the header; the rest count as blank.
    ShortRow {
        /// Cells in the row.
        found: usize,
        /// Cells in the header.
        expected: usize,
    },
    /// The row has more cells than the header; the rest are passed over.
    LongRow {
        /// Cells in the row.
        found: usize,
        /// Cells in the header.
        expected: usize,
    },
    /// Two columns of one name; the first is used.
    RepeatedColumn,
    /// A quote that is opened in this row is never closed: the rest of the file is one cell.
    UnclosedQuote,
    /// A quoted cell of this row goes on over further lines, which may be rows gone astray.
    SpansLines {
        /// The line on which the row ends.
        last_line: u64,
    },
    /// A cell that should hold a number does not.
    NotANumber,
    /// A cell that should hold a day of the calendar does not.
    NotADate,
    /// A number that the measure cannot take.
    OutOfRange {
        /// The smallest value it can take.
        lowest: i32,
        /// The largest value it can take.
        highest: i32,
    },
    /// A cell that has to be filled is blank: the row is left out.
    Blank,
    /// A cell should hold one of a few words and does not: the row is left out.
    Unknown {
        /// What it should be, such as "one of England's nine regions".
        expected: Cow<'static, str>,
    },
    /// Two rows are about the whole of one group: that with the larger count is used.
    RepeatedGroup {
        /// The line of the earlier row.
        first_line: u64,
    },
    /// The lower end of an interval is above its upper end.
    CrossedInterval,
    /// The row repeats an earlier one: the earlier is used.
    Repeated {
        /// The line of the earlier row.
        first_line: u64,
    },
}

/// A fault at its place: file, line, column and what was found there.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Problem {
    /// The file's name.
    pub file: String,
    /// The line, counted from 1 at the file's first.
    pub line: u64,
    /// The column's name as the file has it, where the fault is of one cell.
    pub column: Option<String>,
    /// What the cell holds, shortened where it is long.
    pub value: Option<String>,
    /// What is wrong with it.
    pub fault: Fault,
}

/// Letters of a file's own text that a message quotes at most.
const EXCERPT: usize = 60;

/// A text from a file, shortened for a message: a cell can be a whole file gone astray.
///
/// ```
/// assert_eq!(trust_gap::source::excerpt("  short "), "short");
/// assert_eq!(trust_gap::source::excerpt(&"x".repeat(100)).chars().count(), 61);
/// ```
#[must_use]
pub fn excerpt(text: &str) -> String {
    let trimmed = text.trim();
    match trimmed.char_indices().nth(EXCERPT) {
        Some((end, _)) => format!("{}\u{2026}", trimmed.get(..end).unwrap_or_default()),
        None => trimmed.to_owned(),
    }
}
