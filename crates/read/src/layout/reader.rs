//! Reads rows for all layouts: cells become values, faults become problems.

use std::borrow::Cow;

use records::terms::order::sorted;
use records::terms::{AcademicYear, Date, Group, Measure, Missing, Region, Urn, Value};
use records::{Amount, Attainment, Choices, Doubts, EVIDENCE_KEPT, Fault, PROBLEMS_KEPT, Problem, Records, excerpt};
use stats::Interval;

use crate::layout::words::reader as words;
use crate::source::{ColumnIndex, Header, RowIndex, Table};

use super::cell::{self, Style};
use super::decisions::Styles;
use super::gather::ReadWord;
use super::{Columns, Variable};

/// A file's name and header, without its rows.
#[derive(Debug, Clone, Copy)]
pub struct Heading<'a> {
    /// The file's name.
    pub file: &'a str,
    /// The names of its columns.
    pub header: &'a Header,
    /// Their line.
    pub header_line: u64,
    /// What the user chose where the file can be read in several ways.
    pub choices: &'a Choices,
}

/// A fault of a cell. It is reported after those of earlier rows, and after those in its row with a lower `order`.
pub(super) struct Later {
    pub(super) row: RowIndex,
    pub(super) order: usize,
    pub(super) column: Option<ColumnIndex>,
    /// The text of the cell.
    pub(super) text: Option<String>,
    pub(super) fault: Fault,
}

/// The findings of a reader, without the rows.
#[derive(Default)]
pub(super) struct Noted {
    year_of_file: Option<AcademicYear>,
    problems: Vec<Problem>,
    more_problems: usize,
    /// The decisions where the file can be read in several ways.
    pub(super) doubts: Doubts,
    /// How the cells of each column are read.
    pub(super) styles: Styles,
    /// Whether faults of cells are reported only after all rows are read.
    defers: bool,
    pub(super) later: Vec<Later>,
}

impl Noted {
    /// A reader that continues with these findings.
    pub(super) const fn resume<'a>(self, heading: Heading<'a>, table: &'a Table) -> Reader<'a> {
        Reader {
            heading,
            table,
            noted: self,
        }
    }
}

/// Reads the rows of one file and collects their problems.
pub(super) struct Reader<'a> {
    pub(super) heading: Heading<'a>,
    /// The wanted columns of the rows.
    pub(super) table: &'a Table,
    pub(super) noted: Noted,
}

impl<'a> Reader<'a> {
    /// Creates a reader of these columns that knows how their numbers are written. Rows without a year have
    /// `year_of_file`.
    pub(super) fn of(
        heading: Heading<'a>,
        table: &'a Table,
        year_of_file: Option<AcademicYear>,
        columns: &Columns,
    ) -> Self {
        let noted = Noted {
            year_of_file,
            doubts: Doubts::of(heading.file, heading.choices),
            ..Noted::default()
        };
        let mut reader = noted.resume(heading, table);
        reader.report_repeated_columns(&columns.all());
        reader.decide_numbers(columns);
        reader
    }

    /// The problems, the doubts and the columns of figures that were found.
    pub(super) fn finish(self, rows: usize, columns: &Columns) -> Records {
        Records {
            rows,
            columns: columns.measures(),
            problems: self.noted.problems,
            more_problems: self.noted.more_problems,
            doubts: self.noted.doubts.finish(),
            ..Records::default()
        }
    }

    /// Delays the faults of cells until [`Reader::report_delayed`].
    pub(super) const fn defer(&mut self) {
        self.noted.defers = true;
    }

    /// Reports the delayed faults, by row.
    pub(super) fn report_delayed(&mut self) {
        self.noted.defers = false;
        let later = sorted(std::mem::take(&mut self.noted.later), |one, two| {
            (one.row, one.order).cmp(&(two.row, two.order))
        });
        for one in later {
            self.report_text(one.row, one.column, one.text, one.fault);
        }
    }

    /// Reports wanted columns that the file has twice.
    pub(super) fn report_repeated_columns(&mut self, wanted: &[ColumnIndex]) {
        for (_, name) in self.heading.header.repeated() {
            if self
                .heading
                .header
                .find(name)
                .is_some_and(|first| wanted.contains(&first))
            {
                self.note(Problem {
                    file: self.heading.file.to_owned(),
                    line: self.heading.header_line,
                    column: Some(name.to_owned()),
                    value: None,
                    fault: Fault::RepeatedColumn,
                });
            }
        }
    }

    /// Reports faults in the shape of rows, except those that are normal for the layout.
    pub(super) fn report_shapes(&mut self, is_normal: &dyn Fn(u64, &Fault) -> bool) {
        let faults = self.table.faults();
        let faults = faults.filter(|(line, fault)| !is_normal(*line, fault));
        for (line, fault) in grouped_by_length(faults) {
            self.note(Problem {
                file: self.heading.file.to_owned(),
                line,
                column: None,
                value: None,
                fault,
            });
        }
    }

    /// The cell's text without surrounding blanks. Empty if the column is missing.
    pub(super) fn text(&self, row: RowIndex, column: Option<ColumnIndex>) -> &'a str {
        column.map_or("", |column| self.table.cell(row, column))
    }

    /// The number of a cell that is kept as a number.
    pub(super) fn number(&self, row: RowIndex, column: ColumnIndex) -> Option<f64> {
        self.table.numbers(column)?.number(row.index())
    }

    /// Whether a cell is kept as a number.
    pub(super) fn is_number(&self, row: RowIndex, column: ColumnIndex) -> bool {
        self.number(row, column).is_some()
    }

    pub(super) fn is_filled(&self, row: RowIndex, column: ColumnIndex) -> bool {
        self.is_number(row, column) || !self.text(row, Some(column)).is_empty()
    }

    pub(super) fn line(&self, row: RowIndex) -> u64 {
        self.table.line(row)
    }

    /// Keeps a problem, or only counts it if enough are kept.
    fn note(&mut self, problem: Problem) {
        if self.noted.problems.len() < PROBLEMS_KEPT {
            self.noted.problems.push(problem);
        } else {
            self.noted.more_problems += 1;
        }
    }

    /// Reports a fault of a cell, or of the row if the column is missing.
    pub(super) fn report(&mut self, row: RowIndex, column: Option<ColumnIndex>, fault: Fault) {
        let text = column.map(|column| excerpt(self.table.cell(row, column)));
        if self.noted.defers {
            self.noted.later.push(Later {
                row,
                order: 0,
                column,
                text,
                fault,
            });
            return;
        }
        self.report_text(row, column, text, fault);
    }

    fn report_text(&mut self, row: RowIndex, column: Option<ColumnIndex>, value: Option<String>, fault: Fault) {
        let problem = Problem {
            file: self.heading.file.to_owned(),
            line: self.table.line(row),
            column: column.map(|column| self.heading.header.name(column).to_owned()),
            value,
            fault,
        };
        self.note(problem);
    }

    /// The text of a cell that must be filled; a blank cell is a fault.
    pub(super) fn filled(&mut self, row: RowIndex, column: Option<ColumnIndex>) -> Option<&'a str> {
        let text = self.text(row, column);
        if text.is_empty() {
            self.report(row, column, Fault::Blank);
            return None;
        }
        Some(text)
    }

    /// A school's number; `None` and a fault if it is missing.
    pub(super) fn urn(&mut self, row: RowIndex, column: Option<ColumnIndex>) -> Option<Urn> {
        if let Some(number) = column.and_then(|column| self.number(row, column)) {
            return Some(Urn::new(number as u32));
        }
        let text = self.filled(row, column)?;
        let urn = cell::urn(text);
        if urn.is_none() {
            let expected = Cow::Borrowed(words::SCHOOL_NUMBER);
            self.report(row, column, Fault::Unknown { expected });
        }
        urn
    }

    /// The row's year, or else the file's. The outer `None` means that the year cannot be read.
    pub(super) fn year(&mut self, row: RowIndex, column: Option<ColumnIndex>) -> Option<Option<AcademicYear>> {
        let text = self.text(row, column);
        if text.is_empty() {
            return Some(self.noted.year_of_file);
        }
        let year = AcademicYear::parse(text);
        if year.is_none() {
            let expected = Cow::Borrowed(words::ACADEMIC_YEAR);
            self.report(row, column, Fault::Unknown { expected });
        }
        year.map(Some)
    }

    /// A region by its name; a fault if it is not one of the nine.
    pub(super) fn region(&mut self, row: RowIndex, column: Option<ColumnIndex>) -> Option<Region> {
        let text = self.text(row, column);
        if Missing::from_code(text).is_some() {
            return None;
        }
        let region = Region::parse(text);
        if region.is_none() {
            let expected = Cow::Borrowed(words::REGION);
            self.report(row, column, Fault::Unknown { expected });
        }
        region
    }

    /// A date, if the cell is filled; a fault if it cannot be read.
    pub(super) fn date(&mut self, row: RowIndex, column: Option<ColumnIndex>) -> Option<Date> {
        let text = self.text(row, column);
        if Missing::from_code(text).is_some() {
            return None;
        }
        let style = column.map_or(Style::PUBLISHED, |column| self.noted.styles.of(column));
        let date = cell::day(text, style);
        if date.is_none() {
            self.report(row, column, Fault::NotADate);
        }
        date
    }

    /// A date read from a cell's text; a fault if it could not be read.
    pub(super) fn stated_day(
        &mut self,
        row: RowIndex,
        column: Option<ColumnIndex>,
        day: Result<Option<Date>, ()>,
    ) -> Option<Date> {
        day.unwrap_or_else(|()| {
            self.report(row, column, Fault::NotADate);
            None
        })
    }

    /// A count or a share.
    pub(super) fn amount(&mut self, row: RowIndex, column: Option<ColumnIndex>, read: ReadWord<'_>) -> Amount {
        let Some(at) = column else {
            return Err(Missing::NoColumn);
        };
        if let Some(number) = self.number(row, at) {
            return Ok(number);
        }
        let (amount, fault) = read(self.text(row, column), self.noted.styles.of(at));
        if let Some(fault) = fault {
            self.report(row, column, fault);
        }
        amount
    }

    /// The count or share in the column with this variable.
    pub(super) fn amount_of(&mut self, row: RowIndex, columns: &Columns, holds: impl Into<Variable>) -> Amount {
        let Some((cells, column)) = columns.cells(holds.into()) else {
            return Err(Missing::NoColumn);
        };
        self.amount(row, Some(column), &|text, style| cells.read(text, style))
    }

    /// A figure of a measure.
    pub(super) fn value(&mut self, row: RowIndex, column: ColumnIndex, measure: Measure) -> Value {
        let style = self.noted.styles.of(column);
        if let Some(number) = self.number(row, column) {
            let numbers = self.table.numbers(column);
            let has_sign = numbers.is_some_and(|numbers| numbers.has_percent_sign(row.index()));
            let number = style.number(number, has_sign);
            return Value::of(number, measure.unit());
        }
        let (value, fault) = cell::figure(self.table.cell(row, column), measure, style);
        if let Some(fault) = fault {
            self.report(row, Some(column), fault);
        }
        value
    }

    /// The interval of Progress 8 between two ends; `None` if one of them is missing.
    pub(super) fn interval(&mut self, row: RowIndex, ends: [Option<ColumnIndex>; 2]) -> Option<Interval> {
        // Both are read, so that a fault in either is reported.
        let [low, high] = ends.map(|column| Some(self.value(row, column?, Measure::Progress8)));
        let (low, high) = (low?.number().ok()?, high?.number().ok()?);
        let interval = Interval::new(low, high);
        if interval.is_none() {
            let [_, column] = ends;
            self.report(row, column, Fault::CrossedInterval);
        }
        interval
    }

    /// The figures of a row, each by its measure and group.
    pub(super) fn attainment(&mut self, row: RowIndex, figures: &[(Measure, Group, ColumnIndex)]) -> Attainment {
        let mut attainment = Attainment::default();
        for &(measure, group, column) in figures {
            attainment.set(measure, group, self.value(row, column, measure));
        }
        attainment
    }
}

/// Faults in the shape of rows. Rows of the same length have one fault together.
fn grouped_by_length(faults: impl Iterator<Item = (u64, Fault)>) -> Vec<(u64, Fault)> {
    let mut grouped: Vec<(u64, Fault)> = Vec::new();
    // The lengths in order, each with the index of its first row.
    let mut indices: Vec<(usize, usize)> = Vec::new();
    for (line, fault) in faults {
        let (Fault::ShortRow { found, expected } | Fault::LongRow { found, expected }) = fault else {
            grouped.push((line, fault));
            continue;
        };
        let known = indices.binary_search_by_key(&found, |&(length, _)| length);
        let first = known.ok().and_then(|at| indices.get(at));
        match first.and_then(|&(_, index)| grouped.get_mut(index)) {
            None => {
                let at = known.unwrap_or_else(|at| at);
                indices.insert(at, (found, grouped.len()));
                grouped.push((line, fault));
            }
            Some((_, Fault::RowsOfOneLength { rows, lines, .. })) => {
                *rows += 1;
                if lines.len() < EVIDENCE_KEPT {
                    lines.push(line);
                }
            }
            Some((first, single)) => {
                *single = Fault::RowsOfOneLength {
                    found,
                    expected,
                    rows: 2,
                    lines: vec![*first, line],
                };
            }
        }
    }
    grouped
}

/// The year in the file's name, or else in the nearest folder's name.
pub(super) fn year_of_path(path: &str) -> Option<AcademicYear> {
    path.rsplit(['/', '\\']).find_map(AcademicYear::found_in)
}
