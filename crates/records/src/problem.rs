//! A fault of one row or cell, and its location.

use std::borrow::Cow;
use std::mem::discriminant;

use borsh::{BorshDeserialize, BorshSerialize};

use super::EVIDENCE_KEPT;

/// A fault. Every fault has a message and a remedy.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Fault {
    /// The row has fewer cells than the header. The missing ones count as blank.
    ShortRow {
        /// Cells in the row.
        found: usize,
        /// Cells in the header.
        expected: usize,
    },
    /// The row has more cells than the header. The extra cells are ignored.
    LongRow {
        /// Cells in the row.
        found: usize,
        /// Cells in the header.
        expected: usize,
    },
    /// Several rows have the same number of cells, which differs from the header's.
    RowsOfOneLength {
        /// Cells in each of the rows.
        found: usize,
        /// Cells in the header.
        expected: usize,
        /// The number of rows.
        rows: usize,
        /// The first of their lines.
        lines: Vec<u64>,
    },
    /// Two columns have the same name. The first is used.
    RepeatedColumn,
    /// A quote that opens in this row is never closed, so the rest of the file is one cell.
    UnclosedQuote,
    /// A quoted cell of this row continues over further lines, which may be separate rows.
    SpansLines {
        /// The line on which the row ends.
        last_line: u64,
    },
    /// A cell that should contain a number does not.
    NotANumber,
    /// A cell that should contain a date does not.
    NotADate,
    /// A number outside the measure's range.
    OutOfRange {
        /// The smallest value it can take.
        lowest: i32,
        /// The largest value it can take.
        highest: i32,
    },
    /// A required cell is blank, so the row is left out.
    Blank,
    /// A cell should contain one of a few words and does not, so the row is left out.
    Unknown {
        /// The expected value, such as "one of England's nine regions".
        expected: Cow<'static, str>,
    },
    /// Two rows are about the whole of one group. The one with the larger count is used.
    RepeatedGroup {
        /// The line of the earlier row.
        first_line: u64,
    },
    /// The lower end of an interval is above its upper end.
    CrossedInterval,
    /// The row repeats an earlier one. The earlier one is used.
    Repeated {
        /// The line of the earlier row.
        first_line: u64,
    },
}

/// A fault and its location: file, line, column and value.
#[derive(Debug, Clone, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Problem {
    /// The file's name.
    pub file: String,
    /// The line, counted from 1.
    pub line: u64,
    /// The column's name in the file, if the fault is about one cell.
    pub column: Option<String>,
    /// The content of the cell, shortened if it is long.
    pub value: Option<String>,
    /// The fault.
    pub fault: Fault,
}

/// Problems of one kind in one column of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct ProblemKind<'a> {
    /// The first of them.
    pub first: &'a Problem,
    /// The number of them.
    pub count: usize,
    /// The first of their lines.
    pub lines: Vec<u64>,
}

impl<'a> ProblemKind<'a> {
    /// Problems by kind, in the order in which the kinds first occur.
    ///
    /// ```
    /// use records::{Fault, Problem, ProblemKind};
    /// let problem = |line| Problem {
    ///     file: "mats.csv".to_owned(),
    ///     line,
    ///     column: Some("ATT8SCR".to_owned()),
    ///     value: Some("forty".to_owned()),
    ///     fault: Fault::NotANumber,
    /// };
    /// let problems = [problem(2), problem(3), problem(7)];
    /// let kinds = ProblemKind::of(&problems);
    /// assert_eq!((kinds.len(), kinds[0].count, &kinds[0].lines[..]), (1, 3, &[2, 3, 7][..]));
    /// ```
    #[must_use]
    pub fn of(problems: impl IntoIterator<Item = &'a Problem>) -> Vec<Self> {
        let mut kinds: Vec<Self> = Vec::new();
        for problem in problems {
            let known = kinds.iter_mut().find(|kind| {
                let first = kind.first;
                first.file == problem.file
                    && first.column == problem.column
                    && discriminant(&first.fault) == discriminant(&problem.fault)
            });
            match known {
                Some(kind) => {
                    kind.count += 1;
                    if kind.lines.len() < EVIDENCE_KEPT {
                        kind.lines.push(problem.line);
                    }
                }
                None => kinds.push(Self {
                    first: problem,
                    count: 1,
                    lines: vec![problem.line],
                }),
            }
        }
        kinds
    }
}

/// The most characters of a file's text that a message quotes.
const EXCERPT: usize = 60;

/// A text from a file, shortened for a message, because a broken file's cell can be very long.
///
/// ```
/// assert_eq!(records::excerpt("  short "), "short");
/// assert_eq!(records::excerpt(&"x".repeat(100)).chars().count(), 61);
/// ```
#[must_use]
pub fn excerpt(text: &str) -> String {
    let trimmed = text.trim();
    match trimmed.char_indices().nth(EXCERPT) {
        Some((end, _)) => format!("{}\u{2026}", trimmed.get(..end).unwrap_or_default()),
        None => trimmed.to_owned(),
    }
}
