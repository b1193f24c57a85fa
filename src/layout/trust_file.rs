//! The Department's trust performance file: one row a trust, already weighted.

use std::collections::HashMap;

use crate::source::{ColumnIndex, Fault, Header, Problem, RowIndex, Table, Text, excerpt};
use crate::terms::letters::in_small;
use crate::terms::{AcademicYear, Group, Measure, Missing, Region};

use super::record::PROBLEMS_KEPT;
use super::{Amount, Attainment, Layout, Records, TrustKind, TrustRecord, TrustUid, cell};

/// The trust performance file (`england_ks4-mats-performance.csv`) of any year: the columns that
/// are there are used.
#[derive(Debug, Clone, Copy)]
pub struct TrustFile;

/// The columns of each measure, to which a group's suffix is added (method, section 9).
pub const MEASURE_STEMS: [(Measure, &str); Measure::COUNT] = [
    (Measure::Attainment8, "ATT8SCR_WGTAVG"),
    (Measure::Progress8, "P8MEA_WGTAVG"),
    (Measure::Grade5EnglishMaths, "PTL2BASICS_95_WGTAVG"),
    (Measure::Grade4EnglishMaths, "PTL2BASICS_94_WGTAVG"),
    (Measure::EbaccEntry, "PTEBACC_E_PTQ_EE_WGTAVG"),
    (Measure::Ebacc5, "PTEBACC_95_WGTAVG"),
    (Measure::Ebacc4, "PTEBACC_94_WGTAVG"),
    (Measure::EbaccAps, "EBACCAPS_WGTAVG"),
];

/// The suffix of each group's columns.
pub const GROUP_SUFFIXES: [(Group, &str); 3] = [
    (Group::All, ""),
    (Group::Disadvantaged, "_FSM6CLA1A"),
    (Group::Other, "_NFSM6CLA1A"),
];

const NAME: &str = "TRUST_NAME";
const UID: &str = "TRUST_UID";
const REGION: &str = "TRUST_LEADREGION";
const KIND: &str = "TRUST_GROUP_TYPE";
const YEAR: &str = "TIME_PERIOD";
const SCHOOLS: &str = "NUMINST_MATPTINC";
const PUPILS: &str = "TPUP_MATPTINC";
const DISADVANTAGED_SHARE: &str = "PFSM6CLA1A_MATPTINC";
const OTHER_SHARE: &str = "PNOTFSM6CLA1A_MATPTINC";

impl Layout for TrustFile {
    fn name(&self) -> &'static str {
        "the trust performance file"
    }

    fn published_as(&self) -> &'static str {
        "england_ks4-mats-performance.csv"
    }

    fn required(&self) -> &'static [&'static str] {
        &[NAME, UID, REGION]
    }

    fn any_of(&self) -> Vec<String> {
        measure_columns().map(|(_, _, column)| column).collect()
    }

    fn read(&self, file: &str, text: &Text<'_>) -> Records {
        let columns = Columns::find(text.header());
        let table = text.read(&columns.all());
        let mut reader = Reader {
            file,
            header: text.header(),
            table: &table,
            year_of_name: year_of_path(file),
            header_line: text.header_line(),
            problems: Vec::new(),
            more_problems: 0,
        };
        reader.problems_of_shape(&columns);
        let mut trusts = Vec::with_capacity(table.len());
        let mut first_lines = HashMap::new();
        for row in table.rows() {
            if let Some(trust) = reader.trust(row, &columns) {
                let key = (trust.uid.clone(), trust.year);
                match first_lines.get(&key) {
                    Some(&first_line) => {
                        reader.report(row, columns.uid, Fault::Repeated { first_line });
                    }
                    None => {
                        first_lines.insert(key, trust.line);
                        trusts.push(trust);
                    }
                }
            }
        }
        Records {
            rows: table.len(),
            trusts,
            columns: columns
                .figures
                .iter()
                .map(|&(measure, group, _)| (measure, group))
                .collect(),
            problems: reader.problems,
            more_problems: reader.more_problems,
        }
    }
}

/// Every measure and group with the name of its column.
fn measure_columns() -> impl Iterator<Item = (Measure, Group, String)> {
    MEASURE_STEMS.into_iter().flat_map(|(measure, stem)| {
        GROUP_SUFFIXES
            .into_iter()
            .map(move |(group, suffix)| (measure, group, format!("{stem}{suffix}")))
    })
}

/// Where the columns stand in one file.
struct Columns {
    name: Option<ColumnIndex>,
    uid: Option<ColumnIndex>,
    region: Option<ColumnIndex>,
    kind: Option<ColumnIndex>,
    year: Option<ColumnIndex>,
    schools: Option<ColumnIndex>,
    pupils: Option<ColumnIndex>,
    disadvantaged_share: Option<ColumnIndex>,
    other_share: Option<ColumnIndex>,
    figures: Vec<(Measure, Group, ColumnIndex)>,
}

impl Columns {
    fn find(header: &Header) -> Self {
        Self {
            name: header.find(NAME),
            uid: header.find(UID),
            region: header.find(REGION),
            kind: header.find(KIND),
            year: header.find(YEAR),
            schools: header.find(SCHOOLS),
            pupils: header.find(PUPILS),
            disadvantaged_share: header.find(DISADVANTAGED_SHARE),
            other_share: header.find(OTHER_SHARE),
            figures: measure_columns()
                .filter_map(|(measure, group, name)| Some((measure, group, header.find(&name)?)))
                .collect(),
        }
    }

    fn all(&self) -> Vec<ColumnIndex> {
        let described = [
            self.name,
            self.uid,
            self.region,
            self.kind,
            self.year,
            self.schools,
            self.pupils,
            self.disadvantaged_share,
            self.other_share,
        ];
        let figures = self.figures.iter().map(|&(_, _, column)| column);
        described.into_iter().flatten().chain(figures).collect()
    }
}

/// Reads rows and collects what is wrong with them.
struct Reader<'a> {
    file: &'a str,
    header: &'a Header,
    table: &'a Table,
    year_of_name: Option<AcademicYear>,
    header_line: u64,
    problems: Vec<Problem>,
    more_problems: usize,
}

impl Reader<'_> {
    /// What is wrong with the header and the shape of rows.
    fn problems_of_shape(&mut self, columns: &Columns) {
        let wanted = columns.all();
        for (_, name) in self.header.repeated() {
            if self
                .header
                .find(name)
                .is_some_and(|first| wanted.contains(&first))
            {
                self.note(Problem {
                    file: self.file.to_owned(),
                    line: self.header_line,
                    column: Some(name.to_owned()),
                    value: None,
                    fault: Fault::RepeatedColumn,
                });
            }
        }
        for (line, fault) in self.table.faults() {
            self.note(Problem {
                file: self.file.to_owned(),
                line: *line,
                column: None,
                value: None,
                fault: fault.clone(),
            });
        }
    }

    fn text(&self, row: RowIndex, column: Option<ColumnIndex>) -> &str {
        column.map_or("", |column| self.table.cell(row, column))
    }

    /// Keeps a problem, or counts it where enough are kept.
    fn note(&mut self, problem: Problem) {
        if self.problems.len() < PROBLEMS_KEPT {
            self.problems.push(problem);
        } else {
            self.more_problems += 1;
        }
    }

    fn report(&mut self, row: RowIndex, column: Option<ColumnIndex>, fault: Fault) {
        let problem = Problem {
            file: self.file.to_owned(),
            line: self.table.line(row),
            column: column.map(|column| self.header.name(column).to_owned()),
            value: column.map(|column| excerpt(self.table.cell(row, column))),
            fault,
        };
        self.note(problem);
    }

    /// One trust; nothing where the row has no number, name, or readable year.
    fn trust(&mut self, row: RowIndex, columns: &Columns) -> Option<TrustRecord> {
        let uid = TrustUid::new(self.text(row, columns.uid));
        let name = self.text(row, columns.name).to_owned();
        if uid.is_none() {
            self.report(row, columns.uid, Fault::Blank);
        }
        if name.is_empty() {
            self.report(row, columns.name, Fault::Blank);
        }
        let uid = uid.filter(|_| !name.is_empty())?;
        Some(TrustRecord {
            line: self.table.line(row),
            uid,
            name,
            kind: kind(self.text(row, columns.kind)),
            year: self.year(row, columns.year)?,
            region: self.region(row, columns.region),
            schools: self.amount(row, columns.schools, cell::count),
            pupils: self.amount(row, columns.pupils, cell::count),
            disadvantaged_share: self.amount(row, columns.disadvantaged_share, cell::share),
            other_share: self.amount(row, columns.other_share, cell::share),
            attainment: self.attainment(row, columns),
        })
    }

    /// The row's year, else the one in the file's name; the outer `None` for a year that cannot be read.
    fn year(&mut self, row: RowIndex, column: Option<ColumnIndex>) -> Option<Option<AcademicYear>> {
        let text = self.text(row, column);
        if text.is_empty() {
            return Some(self.year_of_name);
        }
        let year = AcademicYear::parse(text);
        if year.is_none() {
            let expected = "an academic year such as 202223";
            self.report(row, column, Fault::Unknown { expected });
        }
        year.map(Some)
    }

    fn region(&mut self, row: RowIndex, column: Option<ColumnIndex>) -> Option<Region> {
        let region = Region::parse(self.text(row, column));
        if region.is_none() {
            let expected = "one of England's nine regions";
            self.report(row, column, Fault::Unknown { expected });
        }
        region
    }

    fn amount(
        &mut self,
        row: RowIndex,
        column: Option<ColumnIndex>,
        read: fn(&str) -> (Amount, Option<Fault>),
    ) -> Amount {
        if column.is_none() {
            return Err(Missing::NoColumn);
        }
        let (amount, fault) = read(self.text(row, column));
        if let Some(fault) = fault {
            self.report(row, column, fault);
        }
        amount
    }

    fn attainment(&mut self, row: RowIndex, columns: &Columns) -> Attainment {
        let mut attainment = Attainment::missing(Missing::NoColumn);
        for &(measure, group, column) in &columns.figures {
            let (value, fault) = cell::figure(self.table.cell(row, column), measure);
            if let Some(fault) = fault {
                self.report(row, Some(column), fault);
            }
            attainment.set(measure, group, value);
        }
        attainment
    }
}

/// A year in the file's name, else in the nearest folder's.
fn year_of_path(path: &str) -> Option<AcademicYear> {
    path.rsplit(['/', '\\']).find_map(AcademicYear::found_in)
}

/// A file without the column holds multi-academy trusts alone.
fn kind(text: &str) -> TrustKind {
    let folded = in_small(text);
    if text.is_empty()
        || folded.starts_with("multi-academy trust")
        || folded.starts_with("multi academy trust")
    {
        TrustKind::MultiAcademy
    } else {
        TrustKind::Another(text.to_owned())
    }
}
