//! The wide school file, cell by cell. Each kind of cell is written with its expected value, so the column reader is
//! compared with something independent.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop"
)]

use std::borrow::Cow;

use proptest::prelude::*;
use trust_gap::layout::read_file;
use trust_gap::records::{Amount, Fault, PROBLEMS_KEPT, Records};
use trust_gap::terms::{Group, Measure, Missing};

/// A cell, its expected value, and its fault.
#[derive(Debug, Clone)]
struct Cell {
    text: String,
    says: Amount,
    fault: Option<Fault>,
}

fn cell(text: impl Into<String>, says: Amount, fault: Option<Fault>) -> Cell {
    let text = text.into();
    Cell { text, says, fault }
}

impl Cell {
    fn number(text: impl Into<String>, number: f64) -> Self {
        cell(text, Ok(number), None)
    }

    fn missing(text: &str, reason: Missing) -> Self {
        cell(text, Err(reason), None)
    }

    fn mistake(text: impl Into<String>) -> Self {
        cell(text, Err(Missing::Unreadable), Some(Fault::NotANumber))
    }

    fn beyond(text: impl Into<String>, lowest: i32, highest: i32) -> Self {
        cell(
            text,
            Err(Missing::Unreadable),
            Some(Fault::OutOfRange { lowest, highest }),
        )
    }

    /// As CSV, always in quotes, because a cell may contain a comma.
    fn quoted(&self) -> String {
        format!("\"{}\"", self.text.replace('"', "\"\""))
    }
}

/// Cells with the same meaning in any column.
fn word() -> impl Strategy<Value = Cell> {
    prop_oneof![
        prop::sample::select(vec![
            Cell::missing("SUPP", Missing::Suppressed),
            Cell::missing("supp", Missing::Suppressed),
            Cell::missing(" SUPPMAT ", Missing::Suppressed),
            Cell::missing("NE", Missing::NoEntries),
            Cell::missing("NP", Missing::NotPublished),
            Cell::missing("NA", Missing::NotApplicable),
            Cell::missing("z", Missing::NotApplicable),
            Cell::missing("x", Missing::NotAvailable),
            Cell::missing("LOWCOV", Missing::LowCoverage),
            Cell::missing("SP", Missing::BelowHalfPercent),
            Cell::missing("NEW", Missing::New),
            Cell::missing("RE", Missing::Redacted),
            Cell::missing("", Missing::Blank),
            Cell::missing("  ", Missing::Blank),
            Cell::missing("\u{a0}", Missing::Blank),
            Cell::missing("None", Missing::Blank),
            Cell::mistake("SUPPRESSED"),
            Cell::mistake("12x"),
            Cell::mistake("1.2.3"),
            Cell::mistake("1e1"),
            Cell::mistake("inf"),
            Cell::missing("NaN", Missing::NotAvailable),
            Cell::missing("-", Missing::Dash),
            Cell::mistake("."),
            Cell::mistake("--1"),
            Cell::mistake("1 2"),
            Cell::mistake("4\""),
            Cell::mistake("4 6"),
            Cell::mistake("four"),
            Cell::mistake("é"),
        ]),
        (0..10_000_u32).prop_map(|number| Cell::mistake(format!("mistake {number}"))),
    ]
}

/// Blanks that a spreadsheet leaves beside a number.
fn blank() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["", "", "", " ", "\t", "\u{a0}"])
}

/// A number of tenths, in one of the notations that files use.
fn decimal(tenths: std::ops::Range<i32>) -> impl Strategy<Value = Cell> {
    let forms = prop::sample::select(vec!["plain", "comma", "longer", "zeros", "plus", "minus"]);
    (tenths, forms, blank(), blank()).prop_map(|(tenths, form, before, after)| {
        let (sign, size) = (if tenths < 0 { "-" } else { "" }, tenths.abs());
        let (whole, part) = (size / 10, size % 10);
        let text = match form {
            "comma" => format!("{sign}{whole},{part}"),
            // More digits than a number is read with at once.
            "longer" => format!("{sign}{whole}.{part}00000000000000000"),
            "zeros" => format!("{sign}00{whole}.{part}"),
            "plus" if tenths >= 0 => format!("+{whole}.{part}"),
            "minus" => format!("{}{whole}.{part}", sign.replace('-', "\u{2212}")),
            _ => format!("{sign}{whole}.{part}"),
        };
        Cell::number(format!("{before}{text}{after}"), f64::from(tenths) / 10.0)
    })
}

fn count() -> impl Strategy<Value = Cell> {
    let number = (0..2_000_u32, blank(), blank(), 0..4_usize).prop_map(|(many, before, after, form)| {
        let text = match form {
            0 if many >= 1_000 => format!("{},{:03}", many / 1_000, many % 1_000),
            1 => format!("{many}.0"),
            _ => many.to_string(),
        };
        Cell::number(format!("{before}{text}{after}"), f64::from(many))
    });
    let others = prop::sample::select(vec![
        Cell::mistake("12.5"),
        Cell::mistake("1,23"),
        Cell::mistake("1,234.5"),
        Cell::mistake("20%"),
        Cell::beyond("-1", 0, 10_000_000),
        Cell::beyond("10000001", 0, 10_000_000),
    ]);
    prop_oneof![4 => number, 1 => others, 1 => word()]
}

fn points() -> impl Strategy<Value = Cell> {
    let others = prop::sample::select(vec![
        Cell::number("90", 90.0),
        Cell::mistake("46%"),
        Cell::beyond("1,234.5", 0, 90),
        Cell::beyond("1234", 0, 90),
        Cell::beyond("90.1", 0, 90),
        Cell::beyond("-0.1", 0, 90),
        // Not a thousand: figures have no thousands, and other countries a comma for a point.
        Cell::number("1,234", 1.234),
    ]);
    prop_oneof![4 => decimal(0..901), 1 => others, 1 => word()]
}

fn grades() -> impl Strategy<Value = Cell> {
    let others = prop::sample::select(vec![
        Cell::mistake("0.1%"),
        Cell::beyond("10.01", -10, 10),
        Cell::beyond("\u{2212}11", -10, 10),
    ]);
    prop_oneof![4 => decimal(-100..101), 1 => others, 1 => word()]
}

fn percentage() -> impl Strategy<Value = Cell> {
    let sign = prop::sample::select(vec!["", "%", " %"]);
    let number = (decimal(0..1001), sign).prop_map(|(number, sign)| {
        // Without a sign it could be a fraction, which is decided by the whole column.
        let is_small = number.says.is_ok_and(|says| says <= 1.0);
        let sign = if is_small { "%" } else { sign };
        cell(number.text + sign, number.says, None)
    });
    let others = prop::sample::select(vec![
        Cell::mistake("%"),
        cell("%20", Ok(20.0), None),
        Cell::beyond("120%", 0, 100),
        Cell::beyond("-1%", 0, 100),
        Cell::beyond("100.1", 0, 100),
    ]);
    prop_oneof![4 => number, 1 => others, 1 => word()]
}

/// The columns of figures, in the order in which their faults are listed.
const FIGURES: [(Measure, &str); 3] = [
    (Measure::Attainment8, "ATT8SCR"),
    (Measure::Progress8, "P8MEA"),
    (Measure::Grade5EnglishMaths, "PTL2BASICS_95"),
];

/// A row: its kind (`RECTYPE`), its pupils and its figures in the order of [`FIGURES`].
#[derive(Debug, Clone)]
struct Row {
    kind: &'static str,
    pupils: Cell,
    figures: [Cell; 3],
}

impl Row {
    fn plain() -> Self {
        Self {
            kind: "1",
            pupils: Cell::number("100", 100.0),
            figures: [("45.0", 45.0), ("0.10", 0.1), ("40%", 40.0)].map(|(text, number)| Cell::number(text, number)),
        }
    }

    fn is_school(&self) -> bool {
        matches!(self.kind, "1" | "2")
    }

    fn is_total(&self) -> bool {
        matches!(self.kind, "4" | "5" | "7")
    }

    /// The faults of the row in order: column, text and fault.
    fn faults(&self) -> Vec<(&'static str, String, Fault)> {
        if !self.is_school() && !self.is_total() {
            let expected = Cow::Borrowed("a row type: 1, 2, 4, 5 or 7");
            return vec![("RECTYPE", self.kind.to_owned(), Fault::Unknown { expected })];
        }
        // The pupils of a total are of no use.
        let pupils = self.is_school().then_some(("TPUP", &self.pupils));
        let figures = FIGURES.map(|(_, column)| column).into_iter().zip(&self.figures);
        let cells = pupils.into_iter().chain(figures);
        cells
            .filter_map(|(column, cell)| Some((column, cell.text.trim().to_owned(), cell.fault.clone()?)))
            .collect()
    }
}

fn row() -> impl Strategy<Value = Row> {
    let kind = prop::sample::select(vec!["1", "1", "1", "1", "2", "4", "5", "7", "9"]);
    let figures = (points(), grades(), percentage());
    (kind, count(), figures).prop_map(|(kind, pupils, (points, grades, percentage))| Row {
        kind,
        pupils,
        figures: [points, grades, percentage],
    })
}

const FIRST_URN: u32 = 100_000;

/// The file of these rows, with its columns in this order.
fn file(rows: &[Row], order: &[usize; 8]) -> String {
    let line = |cells: [String; 8]| order.map(|place| cells[place].clone()).join(",") + "\n";
    let names = [
        "RECTYPE",
        "LEA",
        "URN",
        "SCHNAME",
        "TPUP",
        FIGURES[0].1,
        FIGURES[1].1,
        FIGURES[2].1,
    ];
    let mut text = line(names.map(str::to_owned));
    for (row, urn) in rows.iter().zip(FIRST_URN..) {
        let [points, grades, percentage] = &row.figures;
        text += &line([
            row.kind.to_owned(),
            "908".to_owned(),
            urn.to_string(),
            format!("School {urn}"),
            row.pupils.quoted(),
            points.quoted(),
            grades.quoted(),
            percentage.quoted(),
        ]);
    }
    text
}

fn read(text: &str) -> Records {
    read_file("ks4.csv", text.as_bytes()).expect("a school file").records
}

/// Holds the records against the rows.
fn assert_says(records: &Records, rows: &[Row]) {
    let lines = || rows.iter().zip(2_u64..);
    let schools: Vec<_> = lines().filter(|(row, _)| row.is_school()).collect();
    assert_eq!(records.schools.len(), schools.len());
    for (school, (row, line)) in records.schools.iter().zip(schools) {
        assert_eq!(school.line(), line);
        assert_eq!(school.pupils(Group::All), row.pupils.says, "{row:?}");
        for ((measure, _), cell) in FIGURES.into_iter().zip(&row.figures) {
            let value = school.value(measure, Group::All);
            assert_eq!(value.number(), cell.says, "{cell:?}");
        }
    }
    let totals: Vec<_> = lines().filter(|(row, _)| row.is_total()).collect();
    assert_eq!(records.totals.len(), totals.len());
    for (total, (row, line)) in records.totals.iter().zip(totals) {
        assert_eq!(total.line, line);
        for ((measure, _), cell) in FIGURES.into_iter().zip(&row.figures) {
            let value = total.attainment.value(measure, Group::All);
            assert_eq!(value.number(), cell.says, "{cell:?}");
        }
    }
    assert_faults(records, rows);
}

/// Holds the problems against the rows' faults: by row, and in a row by column.
fn assert_faults(records: &Records, rows: &[Row]) {
    let faults = rows.iter().zip(2_u64..).flat_map(|(row, line)| {
        let faults = row.faults().into_iter();
        faults.map(move |(column, text, fault)| (line, column.to_owned(), text, fault))
    });
    let faults: Vec<_> = faults.collect();
    let found = records.problems.iter().map(|problem| {
        let (column, value) = (problem.column.clone(), problem.value.clone());
        let fault = problem.fault.clone();
        (problem.line, column.unwrap(), value.unwrap(), fault)
    });
    let kept = faults.len().min(PROBLEMS_KEPT);
    assert_eq!(found.collect::<Vec<_>>(), faults[..kept]);
    assert_eq!(records.more_problems, faults.len() - kept);
}

proptest! {
    #[test]
    fn a_file_says_what_its_cells_say(
        mut rows in prop::collection::vec(row(), 0..12),
        order in Just([0, 1, 2, 3, 4, 5, 6, 7]).prop_shuffle(),
    ) {
        // A file without any school is of no use.
        rows.push(Row::plain());
        assert_says(&read(&file(&rows, &order)), &rows);
    }
}

#[test]
fn a_column_with_more_mistakes_than_it_has_numbers_for_them_says_each() {
    // A column numbers its first words only; the rest it looks up by row.
    let rows: Vec<Row> = (0..700)
        .map(|place| Row {
            figures: ["a", "b", "c"].map(|column| match place % 3 {
                0 => Cell::mistake(format!("{column} {place}")),
                1 => Cell::missing("SUPP", Missing::Suppressed),
                _ => Cell::number("1", 1.0),
            }),
            ..Row::plain()
        })
        .collect();
    assert_says(&read(&file(&rows, &[0, 1, 2, 3, 4, 5, 6, 7])), &rows);
}

#[test]
fn of_more_problems_than_are_kept_the_first_rows_are_kept() {
    let rows: Vec<Row> = (0..600)
        .map(|place| Row {
            pupils: Cell::mistake(format!("many {place}")),
            figures: ["one", "two", "three"].map(Cell::mistake),
            ..Row::plain()
        })
        .collect();
    let records = read(&file(&rows, &[7, 6, 5, 4, 3, 2, 1, 0]));
    assert_says(&records, &rows);
    assert_eq!(records.more_problems, 600 * 4 - PROBLEMS_KEPT);
}
