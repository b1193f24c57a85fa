//! The Department's school performance file to 2022/23: one row a school, wide, with totals below.

use crate::source::{ColumnIndex, Fault, Header, RowIndex};
use crate::terms::{AcademicYear, Group, Measure, SchoolType, Value};

use super::reader::{Reader, Sheet, year_of_path};
use super::school_list::SchoolList;
use super::{
    ByGroup, GROUP_SUFFIXES, Layout, Records, SchoolRecord, TotalOf, TotalRecord, authority_cell,
    cell,
};

/// The school performance file (`england_ks4final.csv`, `320_ks4revised.csv`) of the years to
/// 2022/23: the columns that are there are used, wherever they stand.
#[derive(Debug, Clone, Copy)]
pub struct SchoolFile;

/// The columns of each measure for all, disadvantaged and other pupils (method, section 9).
pub const SCHOOL_COLUMNS: [(Measure, [&str; 3]); Measure::COUNT] = [
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
/// Pupils in Progress 8, to which a group's suffix is added.
const PROGRESS_PUPILS: &str = "P8PUP";
const RECORD_TYPE: &str = "RECTYPE";
const URN: &str = "URN";
const NAME: &str = "SCHNAME";
const TYPE: &str = "NFTYPE";
const AUTHORITY: &str = "LEA";
const YEAR: &str = "TIME_PERIOD";

impl Layout for SchoolFile {
    fn name(&self) -> &'static str {
        "the school performance file"
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

    fn wanted(&self, header: &Header) -> Vec<ColumnIndex> {
        Columns::find(header).all()
    }

    fn read(&self, sheet: Sheet<'_>) -> Records {
        let columns = Columns::find(sheet.header);
        let wanted = columns.all();
        let table = sheet.table;
        let year = year_of_header(sheet.header).or_else(|| year_of_path(sheet.file));
        let mut reader = Reader::new(sheet, year);
        reader.report_repeated_columns(&wanted);
        let figures = columns.figures.iter();
        let mut records = Records {
            rows: table.len(),
            columns: figures
                .map(|&(measure, group, _)| (measure, group))
                .collect(),
            ..Records::default()
        };
        let mut school_lines = Vec::with_capacity(table.len());
        let mut schools = SchoolList::new(&records.columns, table.len());
        let mut figures = Vec::with_capacity(columns.figures.len());
        for row in table.rows() {
            match columns.kind(&mut reader, row) {
                Some(RowKind::School { is_special }) => {
                    school_lines.push(reader.line(row));
                    let school = columns.school(&mut reader, row, is_special, &mut figures);
                    if let Some(school) = school {
                        match schools.first_line(school.urn, school.year) {
                            Some(first_line) => {
                                reader.report(row, columns.urn, Fault::Repeated { first_line });
                            }
                            None => schools.push(school, &figures),
                        }
                    }
                }
                Some(RowKind::Total(of)) => {
                    records.totals.extend(columns.total(&mut reader, row, of));
                }
                None => {}
            }
        }
        // Totals are cut off after 26 cells and blank cells at a row's end are left out: only a
        // school that is cut off before a wanted column has lost something.
        let last_wanted = wanted.iter().max().map_or(0, |last| last.place() + 1);
        reader.report_shapes(|line, fault| {
            matches!(fault, Fault::ShortRow { found, .. }
                if *found >= last_wanted || school_lines.binary_search(&line).is_err())
        });
        records.schools = schools.finish();
        records.problems = reader.problems;
        records.more_problems = reader.more_problems;
        records
    }
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
enum RowKind {
    School { is_special: bool },
    Total(TotalKind),
}

enum TotalKind {
    Authority,
    AllSchools,
    StateFunded,
}

/// Where the columns stand in one file.
struct Columns {
    record_type: Option<ColumnIndex>,
    urn: Option<ColumnIndex>,
    name: Option<ColumnIndex>,
    school_type: Option<ColumnIndex>,
    authority: Option<ColumnIndex>,
    year: Option<ColumnIndex>,
    pupils: ByGroup<Option<ColumnIndex>>,
    progress_pupils: ByGroup<Option<ColumnIndex>>,
    figures: Vec<(Measure, Group, ColumnIndex)>,
}

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
            pupils,
            progress_pupils,
            figures: measure_columns()
                .filter_map(|(measure, group, name)| Some((measure, group, header.find(name)?)))
                .collect(),
        }
    }

    fn all(&self) -> Vec<ColumnIndex> {
        let described = [
            self.record_type,
            self.urn,
            self.name,
            self.school_type,
            self.authority,
            self.year,
        ];
        let counts = Group::ALL
            .into_iter()
            .flat_map(|group| [*self.pupils.get(group), *self.progress_pupils.get(group)]);
        let figures = self.figures.iter().map(|&(_, _, column)| column);
        described
            .into_iter()
            .chain(counts)
            .flatten()
            .chain(figures)
            .collect()
    }

    fn kind(&self, reader: &mut Reader<'_>, row: RowIndex) -> Option<RowKind> {
        Some(match reader.text(row, self.record_type) {
            "1" => RowKind::School { is_special: false },
            "2" => RowKind::School { is_special: true },
            "4" => RowKind::Total(TotalKind::Authority),
            "5" => RowKind::Total(TotalKind::AllSchools),
            "7" => RowKind::Total(TotalKind::StateFunded),
            _ => {
                let expected = "a type of row: 1, 2, 4, 5 or 7";
                reader.report(row, self.record_type, Fault::Unknown { expected });
                return None;
            }
        })
    }

    /// One school, its figures put into a list that is kept from row to row; nothing where the row
    /// has no number, no name or no readable year.
    fn school(
        &self,
        reader: &mut Reader<'_>,
        row: RowIndex,
        is_special: bool,
        figures: &mut Vec<Value>,
    ) -> Option<SchoolRecord> {
        let urn = reader.urn(row, self.urn);
        let name = reader.filled(row, self.name);
        let year = reader.year(row, self.year)?;
        let (urn, name) = (urn?, name?.into());
        let of_code = SchoolType::from_code(reader.text(row, self.school_type));
        let (authority, region) = authority_cell::read(reader, row, self.authority);
        let school = SchoolRecord {
            line: reader.line(row),
            urn,
            name,
            year,
            school_type: if is_special {
                SchoolType::Special
            } else {
                of_code
            },
            authority,
            region,
            pupils: ByGroup::make(|group| reader.amount(row, *self.pupils.get(group), cell::count)),
            progress_pupils: ByGroup::make(|group| {
                reader.amount(row, *self.progress_pupils.get(group), cell::count)
            }),
        };
        reader.figures(row, &self.figures, figures);
        Some(school)
    }

    fn total(
        &self,
        reader: &mut Reader<'_>,
        row: RowIndex,
        kind: TotalKind,
    ) -> Option<TotalRecord> {
        let of = match kind {
            TotalKind::AllSchools => TotalOf::AllSchools,
            TotalKind::StateFunded => TotalOf::StateFunded,
            TotalKind::Authority => {
                TotalOf::Authority(authority_cell::read(reader, row, self.authority).0?)
            }
        };
        Some(TotalRecord {
            line: reader.line(row),
            of,
            year: reader.year(row, self.year)?,
            attainment: reader.attainment(row, &self.figures),
        })
    }
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
