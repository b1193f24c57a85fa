//! The Department's school performance file to 2022/23: one row a school, wide, with totals below.

use std::borrow::Cow;

use crate::source::{ColumnIndex, Fault, Header, Keep, RowIndex, Table};
use crate::stats::Interval;
use crate::terms::{AcademicYear, Admissions, Group, Measure, Region, SchoolType, Urn};
use crate::words::layout::school_file as words;

use super::cell::{self, Style};
use super::context::Count;
use super::decisions::NumberColumns;
use super::gather::{self, Meanings};
use super::other_rows;
use super::reader::{Heading, Later, Paused, Reader, year_of_path};
use super::seen::{Seen, hash_of_number};
use super::trust_file::PROGRESS_INTERVAL;
use super::{
    Amount, ByGroup, Field, FigureColumn, GROUP_SUFFIXES, Layout, Records, SchoolColumns, Schools,
    Spread, TotalOf, TotalRecord, authority_cell,
};

/// The school performance file (`england_ks4final.csv`, `320_ks4revised.csv`) of the years to
/// 2022/23: the columns that are there are used, wherever they stand.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SchoolFile;

/// The columns of the measures that the file has, for all, disadvantaged and other pupils (method, section 9).
pub const SCHOOL_COLUMNS: [(Measure, [&str; 3]); 8] = [
    (
        Measure::Attainment8,
        ["ATT8SCR", "ATT8SCR_FSM6CLA1A", "ATT8SCR_NFSM6CLA1A"],
    ),
    (
        Measure::Progress8,
        ["P8MEA", "P8MEA_FSM6CLA1A", "P8MEA_NFSM6CLA1A"],
    ),
    (
        Measure::Grade4EnglishMaths,
        [
            "PTL2BASICS_94",
            "PTFSM6CLA1ABASICS_94",
            "PTNOTFSM6CLA1ABASICS_94",
        ],
    ),
    (
        Measure::Grade5EnglishMaths,
        [
            "PTL2BASICS_95",
            "PTFSM6CLA1ABASICS_95",
            "PTNOTFSM6CLA1ABASICS_95",
        ],
    ),
    (
        Measure::EbaccEntry,
        [
            "PTEBACC_E_PTQ_EE",
            "PTEBACC_EFSM6CLA1A_PTQ_EE",
            "PTEBACC_ENFSM6CLA1A_PTQ_EE",
        ],
    ),
    (
        Measure::Ebacc4,
        [
            "PTEBACC_94",
            "PTEBACC_94_FSM6CLA1A",
            "PTEBACC_94_NFSM6CLA1A",
        ],
    ),
    (
        Measure::Ebacc5,
        [
            "PTEBACC_95",
            "PTEBACC_95_FSM6CLA1A",
            "PTEBACC_95_NFSM6CLA1A",
        ],
    ),
    (
        Measure::EbaccAps,
        ["EBACCAPS", "EBACCAPS_FSM6CLA1A", "EBACCAPS_NFSM6CLA1A"],
    ),
];

/// Pupils at the end of key stage 4, in the order of [`GROUP_SUFFIXES`].
const PUPILS: [&str; 3] = ["TPUP", "TFSM6CLA1A", "TNOTFSM6CLA1A"];
/// The share of the pupils who are disadvantaged. The file has their number, too, which is what is read.
const DISADVANTAGED_SHARE: &str = "PTFSM6CLA1A";
/// Pupils in Progress 8, to which a group's suffix is added.
const PROGRESS_PUPILS: &str = "P8PUP";
const RECORD_TYPE: &str = "RECTYPE";
const URN: &str = "URN";
const NAME: &str = "SCHNAME";
const TYPE: &str = "NFTYPE";
const AUTHORITY: &str = "LEA";
const YEAR: &str = "TIME_PERIOD";
/// How the school admits pupils: the present definition, that of 2017/18, and the school's own word.
const ADMISSIONS: [&str; 3] = ["ADMPOL_PT", "ADMPOL_2017", "ADMPOL"];

impl Layout for SchoolFile {
    fn name(&self) -> &'static str {
        words::NAME
    }

    fn published_as(&self) -> &'static str {
        "england_ks4final.csv"
    }

    fn required(&self) -> &'static [&'static str] {
        &[RECORD_TYPE, URN, NAME]
    }

    fn any_of(&self) -> Vec<String> {
        measure_columns()
            .map(|(_, _, name)| name.to_owned())
            .collect()
    }

    fn fields(&self) -> Vec<(String, Field)> {
        let figures = measure_columns()
            .map(|(measure, group, name)| (name.to_owned(), Field::Figure(measure, group)));
        let pupils = GROUP_SUFFIXES
            .into_iter()
            .zip(PUPILS)
            .flat_map(|((group, suffix), name)| {
                [
                    (name.to_owned(), Field::Pupils(group)),
                    (
                        format!("{PROGRESS_PUPILS}{suffix}"),
                        Field::ProgressPupils(group),
                    ),
                ]
            });
        let others = [
            (URN, Field::Urn),
            (NAME, Field::School),
            (TYPE, Field::SchoolType),
            (AUTHORITY, Field::Authority),
            (YEAR, Field::Year),
            (DISADVANTAGED_SHARE, Field::DisadvantagedShare),
        ];
        let others = others.map(|(name, field)| (name.to_owned(), field));
        figures.chain(pupils).chain(others).collect()
    }

    fn wanted(&self, header: &Header) -> Vec<(ColumnIndex, Keep)> {
        Columns::find(header).wanted()
    }

    fn read(&self, heading: Heading<'_>, mut table: Table) -> Records {
        let columns = Columns::find(heading.header);
        let wanted: Vec<ColumnIndex> = columns.wanted().into_iter().map(|(at, _)| at).collect();
        let year = year_of_header(heading.header).or_else(|| year_of_path(heading.file));
        let mut reader = Reader::new(heading.above(&table), year);
        reader.report_repeated_columns(&wanted);
        reader.decide_numbers(&columns.numbers());
        // Rows are told apart first and numbers then gathered by column; faults come by row.
        reader.defer();
        let mut found = Found::with_room_for(table.len());
        columns.tell_rows_apart(&mut reader, &mut found);
        let mut paused = reader.pause();
        // Of a large file each of these is megabytes that the numbers need.
        found.seen = Seen::default();
        table.forget_texts();
        let spread = columns.gather(&mut table, &mut paused, &mut found);
        let mut reader = paused.resume(heading.above(&table));
        reader.settle();
        // Totals are cut off after 26 cells and blank cells at a row's end are left out: only a
        // school that is cut off before a wanted column has lost something.
        let last_wanted = wanted.iter().max().map_or(0, |last| last.place() + 1);
        reader.report_shapes(|line, fault| {
            matches!(fault, Fault::ShortRow { found: cells, .. }
                if *cells >= last_wanted || found.lines.binary_search(&short(line)).is_err())
        });
        let figures = columns.figures.iter();
        Records {
            rows: table.len(),
            columns: figures
                .map(|&(measure, group, _)| (measure, group))
                .collect(),
            progress_spread: spread.by_year(),
            problems: reader.problems,
            more_problems: reader.more_problems,
            doubts: reader.doubts.finish(),
            schools: Schools::from_columns(found.schools).unwrap_or_default(),
            totals: found.totals,
            ..Records::default()
        }
    }
}

/// What the rows of a file are.
#[derive(Default)]
struct Found {
    schools: SchoolColumns,
    /// The row of each school.
    rows: Vec<RowIndex>,
    seen: Seen,
    /// The lines of all rows about schools, the unusable ones included.
    lines: Vec<u32>,
    totals: Vec<TotalRecord>,
}

impl Found {
    fn with_room_for(rows: usize) -> Self {
        let mut found = Self::default();
        found.schools.reserve(rows);
        found.rows.reserve(rows);
        found.lines.reserve(rows);
        found
    }

    /// The line of the school, where an earlier row has it.
    fn first_line(&self, urn: Urn, year: Option<AcademicYear>) -> Option<u64> {
        let schools = &self.schools;
        let is_same = |place: usize| {
            schools.urns.get(place) == Some(&urn) && schools.years.get(place) == Some(&year)
        };
        let first = self
            .seen
            .find(hash_of_number(urn.number(), year), &is_same)?;
        schools.lines.get(first).copied().map(u64::from)
    }
}

/// A line in less room; no file has so many that they would not fit.
fn short(line: u64) -> u32 {
    u32::try_from(line).unwrap_or(u32::MAX)
}

/// Every measure and group with the name of its column.
fn measure_columns() -> impl Iterator<Item = (Measure, Group, &'static str)> {
    SCHOOL_COLUMNS.into_iter().flat_map(|(measure, names)| {
        GROUP_SUFFIXES
            .into_iter()
            .zip(names)
            .map(move |((group, _), name)| (measure, group, name))
    })
}

/// The year after the newest earlier year of which there are columns: `ATT8SCR_22` and
/// `PTEBACC_E_22_PTQ_EE` stand in a file of 2022/23. 94 and 95 are grades (method, section 9).
///
/// Only columns that are read here tell: others may bear their file's own year (`PT5EM_94_18` in
/// that of 2017/18).
fn year_of_header(header: &Header) -> Option<AcademicYear> {
    let earlier = header.names().filter_map(|name| {
        let (stem, number) = year_suffix(name)?;
        is_read(stem).then_some(number)
    });
    AcademicYear::ending(2001 + earlier.max()?)
}

/// Whether a column of this name, without its year, is one of those that are read.
fn is_read(stem: &str) -> bool {
    let is = |name: &str| {
        stem.eq_ignore_ascii_case(name)
            || stem.eq_ignore_ascii_case(name.strip_suffix("_PTQ_EE").unwrap_or(name))
    };
    measure_columns().any(|(_, _, name)| is(name)) || PUPILS.into_iter().any(is)
}

/// A column's name without its year, and the year's last two digits.
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

/// What a row is about.
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

/// Where the columns stand in one file.
struct Columns {
    record_type: Option<ColumnIndex>,
    urn: Option<ColumnIndex>,
    name: Option<ColumnIndex>,
    school_type: Option<ColumnIndex>,
    authority: Option<ColumnIndex>,
    year: Option<ColumnIndex>,
    admissions: Option<ColumnIndex>,
    context: [(Count, Option<ColumnIndex>); Count::ALL.len()],
    pupils: ByGroup<Option<ColumnIndex>>,
    progress_pupils: ByGroup<Option<ColumnIndex>>,
    /// The ends of the interval of Progress 8 for all pupils.
    progress_interval: [Option<ColumnIndex>; 2],
    figures: Vec<(Measure, Group, ColumnIndex)>,
}

/// What a school's row says by words that many rows share: its type, its admissions, its authority with the region.
type Told = (SchoolType, Admissions, (Option<u16>, Option<Region>));

impl Columns {
    fn find(header: &Header) -> Self {
        let mut pupils = ByGroup::of(None);
        let mut progress_pupils = ByGroup::of(None);
        for ((group, suffix), name) in GROUP_SUFFIXES.into_iter().zip(PUPILS) {
            pupils.set(group, header.find(name));
            progress_pupils.set(group, header.find(&format!("{PROGRESS_PUPILS}{suffix}")));
        }
        Self {
            record_type: header.find(RECORD_TYPE),
            urn: header.find(URN),
            name: header.find(NAME),
            school_type: header.find(TYPE),
            authority: header.find(AUTHORITY),
            year: header.find(YEAR),
            admissions: ADMISSIONS.into_iter().find_map(|name| header.find(name)),
            context: Count::ALL.map(|count| {
                let mut names = count.columns().into_iter();
                (count, names.find_map(|name| header.find(name)))
            }),
            pupils,
            progress_pupils,
            progress_interval: PROGRESS_INTERVAL.map(|name| header.find(name)),
            figures: measure_columns()
                .filter_map(|(measure, group, name)| Some((measure, group, header.find(name)?)))
                .collect(),
        }
    }

    /// Every column that is read: words of which there are few, names, and numbers.
    fn wanted(&self) -> Vec<(ColumnIndex, Keep)> {
        let words = [
            self.record_type,
            self.school_type,
            self.authority,
            self.year,
            self.admissions,
        ];
        let words = words.into_iter().flatten().map(|at| (at, Keep::Words));
        let name = self.name.map(|at| (at, Keep::Text));
        let counts = Group::ALL
            .into_iter()
            .flat_map(|group| [*self.pupils.get(group), *self.progress_pupils.get(group)])
            .chain([self.urn])
            .flatten()
            .map(|at| (at, gather::count()));
        let figures = self.figures.iter();
        let figures = figures.map(|&(measure, _, at)| (at, gather::figure(measure)));
        let context = self.context.into_iter();
        let context = context.filter_map(|(count, at)| Some((at?, count.keep())));
        let ends = self.progress_interval.into_iter().flatten();
        let ends = ends.map(|at| (at, gather::figure(Measure::Progress8)));
        let numbers = counts.chain(context).chain(figures).chain(ends);
        words.chain(name).chain(numbers).collect()
    }

    /// The columns of numbers about which is decided.
    fn numbers(&self) -> NumberColumns {
        let groups = Group::ALL.into_iter();
        let counts =
            groups.flat_map(|group| [*self.pupils.get(group), *self.progress_pupils.get(group)]);
        let context = |wanted: bool| {
            let context = self.context.into_iter();
            let of_kind = move |(count, at): (Count, Option<ColumnIndex>)| {
                at.filter(|_| (count == Count::PriorAttainment) == wanted)
            };
            context.map(of_kind)
        };
        NumberColumns::default()
            .figures(&self.figures)
            .counts(counts.chain(context(false)))
            .decimals(context(true), (0, cell::BEST_START))
            .decimals(self.progress_interval, Measure::Progress8.unit().range())
    }

    /// Finds the schools, with all that is said of them but their numbers, and the totals.
    fn tell_rows_apart(&self, reader: &mut Reader<'_>, found: &mut Found) {
        let table = reader.sheet().table;
        let mut kinds = Meanings::new(table, self.record_type, RowKind::of);
        let mut types = Meanings::new(table, self.school_type, SchoolType::from_code);
        let mut places = Meanings::new(table, self.authority, authority_cell::told);
        let mut admissions = Meanings::new(table, self.admissions, Admissions::from_code);
        let totals = self.totals_below(reader, &mut kinds);
        for row in table.rows().filter(|row| !totals.contains(row)) {
            match kinds.of(row) {
                RowKind::School => {
                    let told = (types.of(row), admissions.of(row), places.of(row));
                    self.school(reader, row, told, found);
                }
                RowKind::SpecialSchool => {
                    let told = (SchoolType::Special, admissions.of(row), places.of(row));
                    self.school(reader, row, told, found);
                }
                RowKind::Authority => {
                    if let (Some(code), _) = authority_cell::read(reader, row, self.authority) {
                        self.total(reader, row, TotalOf::Authority(code), found);
                    }
                }
                RowKind::AllSchools => self.total(reader, row, TotalOf::AllSchools, found),
                RowKind::StateFunded => self.total(reader, row, TotalOf::StateFunded, found),
                RowKind::Unknown => {
                    let expected = Cow::Borrowed(words::TYPE_OF_ROW);
                    reader.report(row, self.record_type, Fault::Unknown { expected });
                }
            }
        }
    }

    /// The rows that are totals or notes, of those that are no school's and, by their type, none of the file's own totals.
    fn totals_below(
        &self,
        reader: &mut Reader<'_>,
        kinds: &mut Meanings<'_, RowKind>,
    ) -> Vec<RowIndex> {
        let table = reader.sheet().table;
        let urns = self.urn.and_then(|column| table.numbers(column));
        let is_numbered =
            |row: RowIndex| urns.is_some_and(|urns| urns.number(row.place()).is_some());
        let rows: Vec<RowIndex> = table
            .rows()
            .filter(|&row| {
                use RowKind::{School, SpecialSchool, Unknown};
                !is_numbered(row) && matches!(kinds.of(row), School | SpecialSchool | Unknown)
            })
            .collect();
        let naming = other_rows::Naming {
            number: self.urn,
            is_of_schools: true,
            names: vec![self.name, self.urn, self.record_type],
            pupils: *self.pupils.get(Group::All),
            region: None,
            year: None,
            schools: None,
        };
        let wanted: Vec<ColumnIndex> = self.wanted().into_iter().map(|(at, _)| at).collect();
        other_rows::totals(reader, &naming, &wanted, &rows)
    }

    /// One school; nothing where the row has no number, no name or no readable year, or repeats a
    /// school.
    fn school(
        &self,
        reader: &mut Reader<'_>,
        row: RowIndex,
        (school_type, admissions, place): Told,
        found: &mut Found,
    ) {
        let line = reader.line(row);
        found.lines.push(short(line));
        let urn = reader.urn(row, self.urn);
        let name = reader.filled(row, self.name);
        let (Some(year), Some(urn), Some(name)) = (reader.year(row, self.year), urn, name) else {
            return;
        };
        if let Some(first_line) = found.first_line(urn, year) {
            reader.report(row, self.urn, Fault::Repeated { first_line });
            return;
        }
        // What is no authority's code has to be reported.
        let (authority, region) = match place {
            (_, Some(_)) => place,
            _ => authority_cell::read(reader, row, self.authority),
        };
        let schools = &mut found.schools;
        found
            .seen
            .note(hash_of_number(urn.number(), year), schools.urns.len());
        schools.urns.push(urn);
        schools.lines.push(short(line));
        schools.names.push(name.into());
        schools.years.push(year);
        schools.types.push(school_type);
        schools.authorities.push(authority);
        schools.regions.push(region);
        schools.context.admissions.push(admissions);
        found.rows.push(row);
    }

    fn total(&self, reader: &mut Reader<'_>, row: RowIndex, of: TotalOf, found: &mut Found) {
        if let Some(year) = reader.year(row, self.year) {
            found.totals.push(TotalRecord {
                line: reader.line(row),
                of,
                year,
                attainment: reader.attainment(row, &self.figures),
            });
        }
    }

    /// Gathers the schools' numbers, a column at a time, and gives each school's interval of Progress 8, of
    /// which nothing is kept but what follows from all together.
    fn gather(&self, table: &mut Table, paused: &mut Paused, found: &mut Found) -> Spread {
        let (styles, later) = (&paused.styles, &mut paused.later);
        let (rows, schools) = (&found.rows, &mut found.schools);
        let mut order = 0;
        for counts in [
            (&self.pupils, &mut schools.pupils),
            (&self.progress_pupils, &mut schools.progress_pupils),
        ] {
            let (columns, numbers) = counts;
            for group in Group::ALL {
                order += 1;
                let column = *columns.get(group);
                let taken = (column, column.and_then(|column| table.take_numbers(column)));
                let style = styles.column(column);
                let gathered = gather::gather(taken, rows, (order, style), &cell::count, later);
                numbers.set(group, gathered);
            }
        }
        for (count, column) in self.context {
            order += 1;
            let taken = (column, column.and_then(|column| table.take_numbers(column)));
            let read = |word: &str, style| count.read(word, style);
            let style = styles.column(column);
            let gathered = gather::gather(taken, rows, (order, style), &read, later);
            *schools.context.numbers_of(count) = gathered;
        }
        for &(measure, group, column) in &self.figures {
            order += 1;
            let read = |word: &str, style| figure(word, measure, style);
            let taken = (Some(column), table.take_numbers(column));
            let style = styles.of(column);
            schools.figures.push(FigureColumn {
                measure,
                group,
                numbers: gather::gather(taken, rows, (order, style), &read, later),
            });
        }
        let [low, high] = self.progress_interval.map(|column| {
            order += 1;
            let read = |word: &str, style| figure(word, Measure::Progress8, style);
            let taken = (column, column.and_then(|column| table.take_numbers(column)));
            gather::gather(taken, rows, (order, styles.column(column)), &read, later)
        });
        let [_, column] = self.progress_interval;
        let mut interval = |(place, &row): (usize, &RowIndex)| {
            let (low, high) = (low.get(place).ok()?, high.get(place).ok()?);
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
        let mut intervals = rows.iter().enumerate().map(&mut interval);
        Spread::of_schools(schools, &mut intervals)
    }
}

/// Reads a figure of a measure that is no plain number.
fn figure(word: &str, measure: Measure, style: Style) -> (Amount, Option<Fault>) {
    let (value, fault) = cell::figure_as(word, measure, style);
    (value.number(), fault)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_own_year_and_other_columns_do_not_tell() {
        let year = |names: &str| {
            let text = format!("{names}\n1\n");
            year_of_header(crate::source::open(text.as_bytes()).unwrap().header())
        };
        let of_2018 = AcademicYear::ending(2018);
        assert_eq!(
            year("PT5EM_94_18,PT5EM_94_17,ATT8SCR_17,ATT8SCR_16"),
            of_2018
        );
        assert_eq!(year("PT5EM_94_18,PTL2BASICS_94_17_PTQ_EE"), of_2018);
        assert_eq!(year("att8scr_fsm6cla1a_17,x"), of_2018);
        assert_eq!(year("ptebacc_e_17_ptq_ee,x"), of_2018);
        assert_eq!(year("PT5EM_94_18,PTL2BASICS_95"), None);
    }

    #[test]
    fn the_newest_earlier_year_is_told_from_grades() {
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
