//! Turns records into rows: the kept cells of each, and its faults.

use crate::Keep;
use crate::blank::plain_bytes;
use crate::cell::{Cell, are_blank, content};
use crate::column::ColumnBuilder;
use crate::marks::{Marks, Span};
use crate::{Fault, Projection, Table, TableParts};

/// Whether a row is kept, from one of its cells.
type IsKept = fn(&[u8]) -> bool;

/// The rows so far.
#[derive(Debug)]
pub(crate) struct Rows {
    delimiter: u8,
    expected: usize,
    columns: Vec<Kept>,
    /// The mark after which a row has more cells than the header.
    surplus: Option<usize>,
    is_past_header: bool,
    /// The first line on which the header may be.
    header_line: u64,
    /// The header, if rows that repeat it are left out.
    header: Option<Vec<u8>>,
    /// The lines of rows to leave out.
    skipped: Vec<u64>,
    /// The lines of rows that repeat the header.
    repeated: Vec<u64>,
    lines: Vec<u32>,
    faults: Vec<(u64, Fault)>,
    /// The column that decides whether a row is kept, and the test.
    only: Option<(Span, IsKept)>,
    left_out: usize,
}

#[derive(Debug)]
struct Kept {
    index: usize,
    span: Span,
    cells: ColumnBuilder,
}

/// A record of the file, without the line end that ends it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Record<'a> {
    pub(crate) bytes: &'a [u8],
    /// The line on which it starts.
    pub(crate) line: u64,
    /// The line on which it ends.
    pub(crate) last_line: u64,
}

/// The wanted columns by index, each once. If an index occurs more than once, its first form counts.
///
/// They are inserted one by one: they are few, and the standard library's sort has more code than this whole file.
fn by_index(wanted: Vec<(usize, Keep)>) -> Vec<(usize, Keep)> {
    let mut sorted: Vec<(usize, Keep)> = Vec::with_capacity(wanted.len());
    for (index, keep) in wanted {
        if let Err(at) = sorted.binary_search_by(|(known, _)| known.cmp(&index)) {
            sorted.insert(at, (index, keep));
        }
    }
    sorted
}

impl Rows {
    /// No rows yet, and the marks that the projection requires.
    pub(crate) fn new(projection: Projection) -> (Self, Marks) {
        let Projection {
            delimiter,
            columns: expected,
            wanted,
        } = projection;
        let wanted = by_index(wanted);
        let separators = wanted
            .iter()
            .flat_map(|&(index, _)| [index.checked_sub(1), Some(index)]);
        let last = expected.checked_sub(1);
        let mut separators: Vec<usize> = separators.flatten().collect();
        if let Some(last) = last {
            let at = separators.partition_point(|&separator| separator < last);
            separators.insert(at, last);
        }
        let marks = Marks::new(separators);
        let kept = wanted.iter().filter_map(|&(index, keep)| {
            Some(Kept {
                index,
                span: marks.span(index)?,
                cells: ColumnBuilder::new(keep),
            })
        });
        let rows = Self {
            delimiter,
            expected,
            columns: kept.collect(),
            surplus: last.and_then(|last| marks.mark(last)),
            is_past_header: false,
            header_line: 0,
            header: None,
            skipped: Vec::new(),
            repeated: Vec::new(),
            lines: Vec::new(),
            faults: Vec::new(),
            only: None,
            left_out: 0,
        };
        (rows, marks)
    }

    pub(crate) fn len(&self) -> usize {
        self.lines.len()
    }

    /// How many more rows fit without reserving room.
    pub(crate) fn room(&self) -> usize {
        self.lines.capacity() - self.lines.len()
    }

    /// Reserves room for this many more rows.
    pub(crate) fn reserve(&mut self, rows: usize) {
        self.lines.reserve_exact(rows);
        for column in &mut self.columns {
            column.cells.reserve(rows);
        }
    }

    /// Keeps only rows whose cell in a wanted column passes a test.
    pub(crate) fn only(&mut self, index: usize, is_kept: IsKept) {
        let mut columns = self.columns.iter();
        let column = columns.find(|column| column.index == index);
        self.only = column.map(|column| (column.span, is_kept));
    }

    fn is_kept(&self, record: &[u8], marks: &Marks) -> bool {
        self.only.is_none_or(|(span, is_kept)| {
            let raw = marks.cell(record, span);
            is_kept(&plain_bytes(&content(raw.bytes())))
        })
    }

    /// Processes a record. The first one is the header.
    pub(crate) fn push(&mut self, record: Record<'_>, marks: &Marks) {
        if !self.is_past_header {
            self.begin(record);
            return;
        }
        if are_blank(record.bytes, self.delimiter) || self.is_left_out(record) {
            return;
        }
        if !self.is_kept(record.bytes, marks) {
            self.left_out += 1;
            self.check_shape(record, marks);
            return;
        }
        for column in &mut self.columns {
            let cell = marks.cell(record.bytes, column.span);
            match cell.bytes() {
                quoted @ [b'"', ..] => column.cells.push(Cell::from(&*content(quoted))),
                _ => column.cells.push(cell),
            }
        }
        self.lines.push(u32::try_from(record.line).unwrap_or(u32::MAX));
        self.check_shape(record, marks);
    }

    /// Processes a record at the top of the file: the header, or one above it.
    #[cold]
    fn begin(&mut self, record: Record<'_>) {
        if record.line >= self.header_line {
            self.is_past_header = true;
            if let Some(header) = &mut self.header {
                header.extend(letters(record.bytes));
            }
        }
    }

    /// Whether a row is left out, because it repeats the header or because of its line.
    #[inline]
    fn is_left_out(&mut self, record: Record<'_>) -> bool {
        let is_repeated = self.header.as_ref().is_some_and(|header| is_same(header, record.bytes));
        if is_repeated {
            self.repeated.push(record.line);
        }
        is_repeated || (!self.skipped.is_empty() && self.skipped.contains(&record.line))
    }

    /// Sets the line of the header, which is the first record that starts on this line or below it.
    pub(crate) fn header_on(&mut self, line: u64) {
        self.header_line = line;
    }

    /// Leaves out rows that repeat the header, and counts them.
    pub(crate) fn leave_out_repeated_headers(&mut self) {
        self.header = Some(Vec::new());
    }

    /// Leaves out the rows that start on these lines.
    pub(crate) fn leave_out(&mut self, lines: Vec<u64>) {
        self.skipped = lines;
    }

    pub(crate) fn push_fault(&mut self, line: u64, fault: Fault) {
        self.faults.push((line, fault));
    }

    fn check_shape(&mut self, record: Record<'_>, marks: &Marks) {
        let Record { line, last_line, .. } = record;
        if last_line > line {
            self.push_fault(line, Fault::SpansLines { last_line });
        }
        let (found, expected) = (marks.passed(), self.expected);
        if found < expected {
            self.push_fault(line, Fault::ShortRow { found, expected });
        } else if found > expected && !self.is_surplus_blank(record.bytes, marks) {
            self.push_fault(line, Fault::LongRow { found, expected });
        }
    }

    fn is_surplus_blank(&self, record: &[u8], marks: &Marks) -> bool {
        let surplus = match self.surplus {
            Some(mark) => marks.after(record, mark),
            None => record,
        };
        are_blank(surplus, self.delimiter)
    }

    pub(crate) fn finish(self, is_utf8: bool, decode: &impl Fn(&[u8]) -> String) -> Table {
        let columns = self.columns.into_iter();
        Table::new(TableParts {
            columns: columns
                .map(|column| (column.index, column.cells.finish(is_utf8, decode)))
                .collect(),
            lines: self.lines,
            faults: self.faults,
            left_out: self.left_out,
            repeated: self.repeated,
            is_utf8,
        })
    }
}

/// The visible characters of a header in lower case: without blanks, quotes and byte order marks.
fn letters(record: &[u8]) -> impl Iterator<Item = u8> {
    let visible = record
        .iter()
        .filter(|byte| !byte.is_ascii_whitespace() && !matches!(byte, b'"' | 0xEF | 0xBB | 0xBF));
    visible.map(u8::to_ascii_lowercase)
}

/// Whether a record has the same visible characters as the header.
#[inline]
fn is_same(header: &[u8], record: &[u8]) -> bool {
    // Few rows begin like the header.
    record.len() >= header.len() && letters(record).eq(header.iter().copied())
}
