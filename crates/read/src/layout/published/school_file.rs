//! The Department's school performance file to 2022/23: wide, one row per school, with totals below.

use std::borrow::Cow;

use records::terms::{AcademicYear, Admissions, Group, Measure, Region, SchoolType, Sexes};
use records::{Count, Fault, Numbers, Records, SchoolNumber, SchoolRecord, Schools, TotalOf, TotalRecord, department};
use stats::Interval;

use crate::layout::gather::{self, Meanings};
use crate::layout::other_rows::{self, Naming};
use crate::layout::reader::{Heading, Later, Noted, Reader, year_of_path};
use crate::layout::school_list::SchoolList;
use crate::layout::{Cells, Column, Columns, Layout, Spread, Variable, authority_cell, field};
use crate::source::{ColumnIndex, Header, RowIndex, Table};
use records::intake::Field;

use super::trust_file::{GROUP_SUFFIXES, PROGRESS, progress_interval};
use Cells::{Count as Number, NotRead, PriorAttainment, Text, Words};

/// The school performance file (`england_ks4final.csv`, `320_ks4revised.csv`) to 2022/23. Any columns that are present
/// are used, in any order.
#[derive(Debug, Clone, Copy)]
pub struct SchoolFile;

/// The possible cells of the first column.
const TYPE_OF_ROW: &str = "a row type: 1, 2, 4, 5 or 7";

static COLUMNS: [Column; 19] = [
    Column::required("RECTYPE", Variable::RecordType, Words),
    Column::required("URN", field(Field::Urn), Cells::Urn),
    Column::required("SCHNAME", field(Field::School), Text),
    Column::optional("TIME_PERIOD", field(Field::Year), Words),
    Column::optional("LEA", field(Field::Authority), Words),
    Column::optional("NFTYPE", field(Field::SchoolType), Words),
    // The current definition, that of 2017/18, and the school's own word.
    Column::renamed("ADMPOL_PT", &["ADMPOL_2017", "ADMPOL"], Variable::Admissions, Words),
    Column::optional("EGENDER", Variable::Sexes, Words),
    Column::optional("TPUP", field(Field::Pupils(Group::All)), Number),
    Column::optional("TFSM6CLA1A", field(Field::Pupils(Group::Disadvantaged)), Number),
    Column::optional("TNOTFSM6CLA1A", field(Field::Pupils(Group::Other)), Number),
    // Only the number of those pupils is read.
    Column::optional("PTFSM6CLA1A", field(Field::DisadvantagedShare), NotRead),
    Column::optional("P8PUP", field(Field::ProgressPupils(Group::All)), Number),
    Column::optional(
        "P8PUP_FSM6CLA1A",
        field(Field::ProgressPupils(Group::Disadvantaged)),
        Number,
    ),
    Column::optional("P8PUP_NFSM6CLA1A", field(Field::ProgressPupils(Group::Other)), Number),
    // Their names in the files of 2022/23 and 2017/18.
    Column::renamed("TEALGRP2", &[], Variable::Context(Count::Eal), Number),
    Column::renamed("SENE4", &["SENSE4"], Variable::Context(Count::SenPlan), Number),
    Column::renamed("SENK4", &["SENAPK4"], Variable::Context(Count::SenSupport), Number),
    Column::renamed(
        "KS2ASS",
        &["KS2APS"],
        Variable::Context(Count::PriorAttainment),
        PriorAttainment,
    ),
];

impl Layout for SchoolFile {
    fn name(&self) -> &'static str {
        department::SCHOOL_FILE
    }

    fn published_as(&self) -> &'static str {
        "england_ks4final.csv"
    }

    fn columns(&self) -> Vec<Column> {
        let mut columns = COLUMNS.to_vec();
        columns.extend(Measure::IN_FILES.into_iter().flat_map(|measure| {
            let names = measure.columns().school_file.into_iter().flatten();
            let groups = GROUP_SUFFIXES.into_iter().zip(names);
            groups.map(move |((group, _), name)| Column::figure(name, measure, group))
        }));
        columns.extend(GROUP_SUFFIXES.into_iter().flat_map(|of| {
            let is_read = matches!(of, (Group::All, _));
            progress_interval(of, if is_read { PROGRESS } else { NotRead })
        }));
        columns
    }

    fn is_large(&self) -> bool {
        true
    }

    fn read(&self, heading: Heading<'_>, mut table: Table) -> Records {
        let columns = self.find(heading.header);
        let year = year_of_header(heading.header).or_else(|| year_of_path(heading.file));
        let mut reader = Reader::of(heading, &table, year, &columns);
        // Rows are classified first, then numbers are gathered by column. Faults are reported by row.
        reader.defer();
        let mut found = Found::with_room_for(table.len());
        let about = About::of(&columns);
        about.classify_rows(&mut reader, &mut found);
        let mut noted = reader.noted;
        // In a large file, each of these takes megabytes that the numbers need.
        let schools = std::mem::take(&mut found.list).finish();
        table.forget_texts();
        let (schools, spread) = gather(&columns, &mut table, &mut noted, (schools, &found.rows));
        let mut reader = noted.resume(heading, &table);
        reader.report_delayed();
        // Totals end after 26 cells, and blank cells at a row's end are left out. So only a school that ends before a
        // wanted column has lost something.
        let last_wanted = columns.all().into_iter().max();
        let last_wanted = last_wanted.map_or(0, |last| last.index() + 1);
        reader.report_shapes(&|line, fault| {
            matches!(fault, Fault::ShortRow { found: cells, .. }
                if *cells >= last_wanted || found.lines.binary_search(&short(line)).is_err())
        });
        Records {
            progress_spread: spread.by_year(),
            schools,
            totals: found.totals,
            ..reader.finish(table.len(), &columns)
        }
    }
}

/// The rows of a file by kind.
#[derive(Default)]
struct Found {
    list: SchoolList,
    /// The row of each school.
    rows: Vec<RowIndex>,
    /// The lines of all rows about schools, including unusable ones.
    lines: Vec<u32>,
    totals: Vec<TotalRecord>,
}

impl Found {
    fn with_room_for(rows: usize) -> Self {
        let mut found = Self::default();
        found.list.schools.reserve(rows);
        found.rows.reserve(rows);
        found.lines.reserve(rows);
        found
    }
}

/// A line number in less memory. All line numbers fit.
fn short(line: u64) -> u32 {
    u32::try_from(line).unwrap_or(u32::MAX)
}

/// The year after the newest earlier year in the columns' names: `ATT8SCR_22` and `PTEBACC_E_22_PTQ_EE` are in a file
/// of 2022/23. 94 and 95 are grades (method, section 9).
///
/// Only columns that are read count. Others may have the file's own year, such as `PT5EM_94_18` in the file of 2017/18.
fn year_of_header(header: &Header) -> Option<AcademicYear> {
    let columns = SchoolFile.columns();
    let read: Vec<&str> = columns
        .iter()
        .filter(|column| {
            let Variable::Field(field) = column.holds() else {
                return false;
            };
            matches!(field, Field::Figure(..) | Field::Pupils(_))
        })
        .flat_map(Column::names)
        .collect();
    // The name without the ending after the year.
    let is = |stem: &str, name: &str| {
        stem.eq_ignore_ascii_case(name) || stem.eq_ignore_ascii_case(name.strip_suffix("_PTQ_EE").unwrap_or(name))
    };
    let earlier = header.names().filter_map(|name| {
        let (stem, number) = year_suffix(name)?;
        read.iter().any(|name| is(stem, name)).then_some(number)
    });
    AcademicYear::ending(2001 + earlier.max()?)
}

/// A column's name without its year, with the year's last two digits.
fn year_suffix(name: &str) -> Option<(&str, u16)> {
    const END: &str = "_PTQ_EE";
    let before_end = name.len().saturating_sub(END.len());
    let whole = match name.split_at_checked(before_end) {
        Some((start, end)) if end.eq_ignore_ascii_case(END) => start,
        _ => name,
    };
    let (stem, digits) = whole.rsplit_once('_')?;
    let is_suffix = digits.len() == 2 && !stem.is_empty();
    let number: u16 = digits.parse().ok()?;
    (is_suffix && (10..60).contains(&number)).then_some((stem, number))
}

/// The kind of a row.
#[derive(Clone, Copy)]
enum RowKind {
    School,
    SpecialSchool,
    Authority,
    AllSchools,
    StateFunded,
    Unknown,
}

impl RowKind {
    fn of(code: &str) -> Self {
        // A column with blanks in it is often written as decimals.
        match code.strip_suffix(".0").unwrap_or(code) {
            "1" => Self::School,
            "2" => Self::SpecialSchool,
            "4" => Self::Authority,
            "5" => Self::AllSchools,
            "7" => Self::StateFunded,
            _ => Self::Unknown,
        }
    }
}

/// Properties of a school that many schools share: type, admissions and sexes, authority and region.
type SchoolCategories = (SchoolType, (Admissions, Sexes), (Option<u16>, Option<Region>));

/// The columns that describe a row, which are checked for each row.
struct About<'a> {
    columns: &'a Columns,
    record_type: Option<ColumnIndex>,
    urn: Option<ColumnIndex>,
    name: Option<ColumnIndex>,
    authority: Option<ColumnIndex>,
    year: Option<ColumnIndex>,
}

impl<'a> About<'a> {
    fn of(columns: &'a Columns) -> Self {
        Self {
            columns,
            record_type: columns.get(Variable::RecordType),
            urn: columns.get(Field::Urn),
            name: columns.get(Field::School),
            authority: columns.get(Field::Authority),
            year: columns.get(Field::Year),
        }
    }

    /// Finds the schools, with everything but their numbers, and the totals.
    fn classify_rows(&self, reader: &mut Reader<'_>, found: &mut Found) {
        let table = reader.table;
        let kinds = Meanings::new(table, self.record_type, RowKind::of);
        let types = Meanings::new(table, self.columns.get(Field::SchoolType), SchoolType::from_code);
        let locations = Meanings::new(table, self.authority, authority_cell::parse);
        let admissions = Meanings::new(table, self.columns.get(Variable::Admissions), Admissions::from_code);
        let sexes = Meanings::new(table, self.columns.get(Variable::Sexes), Sexes::from_code);
        let totals = self.totals_below(reader, &kinds);
        for row in table.rows().filter(|row| !totals.contains(row)) {
            match kinds.of(row) {
                RowKind::School => {
                    let categories = (types.of(row), (admissions.of(row), sexes.of(row)), locations.of(row));
                    self.school(reader, row, categories, found);
                }
                RowKind::SpecialSchool => {
                    let categories = (
                        SchoolType::Special,
                        (admissions.of(row), sexes.of(row)),
                        locations.of(row),
                    );
                    self.school(reader, row, categories, found);
                }
                RowKind::Authority => {
                    if let (Some(code), _) = authority_cell::read(reader, row, self.authority) {
                        self.total(reader, row, TotalOf::Authority(code), found);
                    }
                }
                RowKind::AllSchools => self.total(reader, row, TotalOf::AllSchools, found),
                RowKind::StateFunded => self.total(reader, row, TotalOf::StateFunded, found),
                RowKind::Unknown => {
                    let expected = Cow::Borrowed(TYPE_OF_ROW);
                    reader.report(row, self.record_type, Fault::Unknown { expected });
                }
            }
        }
    }

    /// The rows that are totals or notes, among rows that are neither schools nor, by their type, the file's own
    /// totals.
    fn totals_below(&self, reader: &mut Reader<'_>, kinds: &Meanings<'_, RowKind>) -> Vec<RowIndex> {
        let table = reader.table;
        let urns = self.urn.and_then(|column| table.numbers(column));
        let is_numbered = |row: RowIndex| urns.is_some_and(|urns| urns.number(row.index()).is_some());
        let rows: Vec<RowIndex> = table
            .rows()
            .filter(|&row| {
                use RowKind::{School, SpecialSchool, Unknown};
                !is_numbered(row) && matches!(kinds.of(row), School | SpecialSchool | Unknown)
            })
            .collect();
        let names = vec![self.name, self.urn, self.record_type];
        let naming = Naming::of_schools(self.columns, names);
        other_rows::totals(reader, &naming, &self.columns.all(), &rows)
    }

    /// Adds a school, unless the row lacks a number, a name or a readable year, or repeats a school.
    fn school(
        &self,
        reader: &mut Reader<'_>,
        row: RowIndex,
        (school_type, (admissions, sexes), location): SchoolCategories,
        found: &mut Found,
    ) {
        let line = reader.line(row);
        found.lines.push(short(line));
        let urn = reader.urn(row, self.urn);
        let name = reader.filled(row, self.name);
        let (Some(year), Some(urn), Some(name)) = (reader.year(row, self.year), urn, name) else {
            return;
        };
        if let Some(first_line) = found.list.first_line(urn, year) {
            reader.report(row, self.urn, Fault::Repeated { first_line });
            return;
        }
        // An invalid authority code must be reported.
        let (authority, region) = match location {
            (_, Some(_)) => location,
            _ => authority_cell::read(reader, row, self.authority),
        };
        found.list.push(SchoolRecord {
            line,
            urn,
            name: name.into(),
            year,
            school_type,
            authority,
            region,
            admissions,
            sexes,
        });
        found.rows.push(row);
    }

    fn total(&self, reader: &mut Reader<'_>, row: RowIndex, of: TotalOf, found: &mut Found) {
        if let Some(year) = reader.year(row, self.year) {
            found.totals.push(TotalRecord {
                line: reader.line(row),
                of,
                year,
                attainment: reader.attainment(row, self.columns.figures()),
            });
        }
    }
}

/// The schools with their numbers, which are gathered column by column. Also returns the standard deviation from all
/// schools' intervals of Progress 8; the intervals themselves are not kept.
fn gather(
    columns: &Columns,
    table: &mut Table,
    noted: &mut Noted,
    (schools, rows): (Schools, &[RowIndex]),
) -> (Schools, Spread) {
    let (styles, later) = (&noted.styles, &mut noted.later);
    let mut order = 0;
    let mut gather = |holds: Variable, later: &mut Vec<Later>| {
        order += 1;
        let Some((cells, column)) = columns.cells(holds) else {
            return Numbers::default();
        };
        let taken = (Some(column), table.take_numbers(column));
        let read = |word: &str, style| cells.read(word, style);
        gather::gather(taken, rows, (order, styles.of(column)), &read, later)
    };
    let figures = columns.measures();
    let of_figures = figures.iter();
    let of_figures = of_figures.map(|&(measure, group)| SchoolNumber::Figure(measure, group));
    let numbers = Schools::beside_figures().chain(of_figures);
    let numbers = numbers.map(|holds| gather(holds.into(), later)).collect();
    let [low, high] = [Variable::ProgressLow, Variable::ProgressHigh].map(|end| gather(end(Group::All), later));
    let column = columns.get(Variable::ProgressHigh(Group::All));
    let mut interval = |(index, &row): (usize, &RowIndex)| {
        let (low, high) = (low.get(index).ok()?, high.get(index).ok()?);
        let interval = Interval::new(low, high);
        if interval.is_none() {
            later.push(Later {
                row,
                order,
                column,
                text: None,
                fault: Fault::CrossedInterval,
            });
        }
        interval
    };
    let schools = schools.with(figures, numbers);
    let mut intervals = rows.iter().enumerate().map(&mut interval);
    let spread = Spread::of_schools(&schools, &mut intervals);
    (schools, spread)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_own_year_and_unread_columns_do_not_give_the_year() {
        let year = |names: &str| {
            let text = format!("{names}\n1\n");
            year_of_header(crate::source::open(text.as_bytes()).unwrap().header())
        };
        let of_2018 = AcademicYear::ending(2018);
        assert_eq!(year("PT5EM_94_18,PT5EM_94_17,ATT8SCR_17,ATT8SCR_16"), of_2018);
        assert_eq!(year("PT5EM_94_18,PTL2BASICS_94_17_PTQ_EE"), of_2018);
        assert_eq!(year("att8scr_fsm6cla1a_17,x"), of_2018);
        assert_eq!(year("ptebacc_e_17_ptq_ee,x"), of_2018);
        assert_eq!(year("PT5EM_94_18,PTL2BASICS_95"), None);
    }

    #[test]
    fn year_suffixes_are_distinguished_from_grades() {
        for (name, expected) in [
            ("ATT8SCR_22", Some(("ATT8SCR", 22))),
            ("PTEBACC_E_17_PTQ_EE", Some(("PTEBACC_E", 17))),
            ("PTL2BASICS_95", None),
            ("PTEBACC_E_PTQ_EE", None),
            ("TOTPUPS", None),
            ("_22", None),
            ("ADMPOL_2017", None),
        ] {
            assert_eq!(year_suffix(name), expected, "{name}");
        }
    }
}
