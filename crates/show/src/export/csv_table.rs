//! Tables as CSV that is safe to open in a spreadsheet.

use std::borrow::Borrow;

use records::intake::starts_as_formula;
use records::terms::decimals::trimmed;

use crate::chart::{Cell, Column, Record, Table};

/// The byte order mark, by which Excel recognises UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// Decimals of figures for other programs: more than any source has, and none that are only rounding.
const DECIMALS: u32 = 4;

/// Writes rows as CSV with a byte order mark. Cells that a spreadsheet would treat as formulas get a leading
/// apostrophe.
///
/// ```
/// use show::export::csv_table::to_csv;
/// let csv = to_csv(&["name".into(), "figure".into()], &[vec!["=1+1".into(), "-0.93".into()]]);
/// assert_eq!(csv, "\u{feff}name,figure\n'=1+1,-0.93\n");
/// ```
#[must_use]
pub fn to_csv(head: &[String], rows: &[Vec<String>]) -> String {
    let all = std::iter::once(head).chain(rows.iter().map(Vec::as_slice));
    format!("{BYTE_ORDER_MARK}{}", guarded_text(all))
}

/// Rows as CSV text without a cell that a spreadsheet would treat as a formula.
fn guarded_text<'a>(rows: impl Iterator<Item = &'a [String]>) -> String {
    csv_text(rows.map(|row| row.iter().map(|cell| guarded(cell)).collect()))
}

/// Rows as CSV text, as RFC 4180 has it.
pub fn csv_text(rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for row in rows {
        // Memory takes whatever is written to it.
        if writer.write_record(row).is_err() {
            break;
        }
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

/// A table as CSV: its heads with their units, its numbers with the decimals that mean something, a reason wherever a
/// number is missing.
///
/// ```
/// use show::chart::{Cell, Column, Table};
/// use show::export::csv_table::of_table;
/// use records::terms::{Figure, Missing, Unit};
/// type Row = (&'static str, Result<f64, Missing>);
/// let columns = [
///     Column::words("Trust", |row: &Row| Cell::words(row.0)),
///     Column::numbers("Progress 8, grades", |row: &Row| match row.1 {
///         Ok(number) => Figure::new(number, Unit::Grades).into(),
///         Err(reason) => Cell::Missing(reason),
///     }),
/// ];
/// let rows = [("-A", Ok(-0.25)), ("B", Err(Missing::Suppressed))];
/// let table = Table::new("Trusts", &columns, rows);
/// assert_eq!(of_table(&table), "\u{feff}Trust,\"Progress 8, grades\"\n'-A,-0.25\nB,suppressed\n");
/// ```
#[must_use]
pub fn of_table(table: &Table) -> String {
    let mut file = CsvFile::default();
    file.push(table);
    file.finish()
}

/// A CSV file that is written table by table, all of them with the same columns.
///
/// ```
/// use show::chart::{Cell, Column, Table};
/// use show::export::csv_table::CsvFile;
/// let columns = [Column::numbers("Pupils", |of: &usize| Cell::Count(*of))];
/// let mut file = CsvFile::default();
/// for rows in [vec![12, 80], vec![7]] {
///     file.push(&Table::new("Schools", &columns, rows));
/// }
/// assert_eq!(file.finish(), "\u{feff}Pupils\n12\n80\n7\n");
/// ```
#[derive(Debug, Default)]
pub struct CsvFile {
    text: String,
}

impl CsvFile {
    /// Adds a table's rows, after its head if it is the first.
    pub fn push(&mut self, table: &Table) {
        let table = table.taken_away();
        if self.text.is_empty() {
            let head: Vec<String> = table.columns.iter().map(|column| column.name.clone()).collect();
            self.text = to_csv(&head, &[]);
        }
        let rows = table.rows.iter();
        let rows: Vec<Vec<String>> = rows.map(|row| row.iter().map(Cell::data).collect()).collect();
        self.text.push_str(&guarded_text(rows.iter().map(Vec::as_slice)));
    }

    /// The text of the file.
    #[must_use]
    pub fn finish(self) -> String {
        self.text
    }
}

/// Adds an apostrophe, which marks text in spreadsheets, to a cell that starts like a formula, except for negative
/// numbers. Some programs also accept full-width signs, and some ignore leading blanks.
pub(super) fn guarded(cell: &str) -> String {
    let starts_with_control = cell.starts_with(['\t', '\r', '\n']);
    let start = cell.trim_start_matches(|sign: char| sign.is_whitespace() || sign.is_control());
    if (starts_with_control || starts_as_formula(start)) && !is_number(cell) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

/// Whether a cell is a plain decimal number, perhaps below zero.
fn is_number(cell: &str) -> bool {
    let number = cell.strip_prefix('-').unwrap_or(cell);
    let (whole, decimals) = number.split_once('.').unwrap_or((number, "0"));
    let is_digits = |digits: &str| {
        let mut bytes = digits.bytes();
        !digits.is_empty() && bytes.all(|byte| byte.is_ascii_digit())
    };
    is_digits(whole) && is_digits(decimals)
}

/// Rows headed by the columns' keys, with blanks for missing values.
pub(super) fn of_columns<R>(columns: &[Column<'_, R>], rows: impl IntoIterator<Item: Borrow<R>>) -> String {
    let keys = columns.iter().filter_map(Column::key);
    let head: Vec<String> = keys.map(str::to_owned).collect();
    let records = Record::all(columns, rows).into_iter();
    let rows: Vec<Vec<String>> = records.map(|record| record.cells().map(plain).collect()).collect();
    to_csv(&head, &rows)
}

fn plain(cell: &Cell) -> String {
    match cell {
        Cell::Figure(figure) | Cell::Published(figure) => trimmed(figure.number(), DECIMALS),
        Cell::Number(number) => trimmed(*number, DECIMALS),
        Cell::Name(name) => name.clone(),
        Cell::Region(region) => region.map_or_else(String::new, |region| region.name().to_owned()),
        Cell::NoFigure | Cell::Nothing(_) | Cell::Missing(_) | Cell::Reason(_) => String::new(),
        cell => cell.data(),
    }
}
