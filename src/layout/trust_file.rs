//! The Department's trust performance file: one row a trust, already weighted.

use crate::source::{ColumnIndex, Fault, Header, Keep, RowIndex, Table};
use crate::terms::{Group, Measure, Missing, SchoolType};
use crate::words::layout::trust_file as words;

use super::decisions::NumberColumns;
use super::group_links::is_multi_academy;
use super::merged::Merged;
use super::other_rows::{self, Naming};
use super::reader::{Heading, Reader, year_of_path};
use super::trust_list::TrustList;
use super::{
    ByGroup, Field, Layout, Records, Spread, TrustContext, TrustKind, TrustRecord, TrustUid,
    as_text, cell,
};

/// The trust performance file (`england_ks4-mats-performance.csv`) of any year: the columns that
/// are there are used.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TrustFile;

/// The columns of the measures that the file has, to which a group's suffix is added (method, section 9).
pub const MEASURE_STEMS: [(Measure, &str); 8] = [
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

/// The ends of the interval of Progress 8, to which a group's suffix is added, here and in school files.
pub(super) const PROGRESS_INTERVAL: [&str; 2] = ["P8CILOW", "P8CIUPP"];
/// The share of the pupils who are in Progress 8.
const PROGRESS_SHARE: &str = "P8MEACOV";
const NAME: &str = "TRUST_NAME";
const UID: &str = "TRUST_UID";
const REGION: &str = "TRUST_LEADREGION";
const KIND: &str = "TRUST_GROUP_TYPE";
const YEAR: &str = "TIME_PERIOD";
const SCHOOLS: &str = "NUMINST_MATPTINC";
const PUPILS: &str = "TPUP_MATPTINC";
const DISADVANTAGED_SHARE: &str = "PFSM6CLA1A_MATPTINC";
const OTHER_SHARE: &str = "PNOTFSM6CLA1A_MATPTINC";
const EAL_SHARE: &str = "PEALGRP2_MATPTINC";
const SEN_SHARE: &str = "PSEN_ALL4_MATPTINC";
const PRIOR_ATTAINMENT: &str = "KS2ASS_MATPTINC";

/// How many of the schools are of each type.
pub(crate) const TYPE_COUNTS: [(SchoolType, &str); 5] = [
    (SchoolType::Converter, "NUMINST_CONVERTER_MATPTINC"),
    (SchoolType::Sponsored, "NUMINST_SPONSOR_MATPTINC"),
    (SchoolType::Free, "NUMINST_FREE_MATPTINC"),
    (SchoolType::Studio, "NUMINST_STUDIO_MATPTINC"),
    (SchoolType::TechnicalCollege, "NUMINST_UTC_MATPTINC"),
];

impl Layout for TrustFile {
    fn name(&self) -> &'static str {
        words::NAME
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

    fn fields(&self) -> Vec<(String, Field)> {
        let figures = measure_columns();
        let figures = figures.map(|(measure, group, name)| (name, Field::Figure(measure, group)));
        let others = [
            (UID, Field::TrustUid),
            (NAME, Field::Trust),
            (REGION, Field::Region),
            (YEAR, Field::Year),
            (SCHOOLS, Field::Schools),
            (PUPILS, Field::Pupils(Group::All)),
            (DISADVANTAGED_SHARE, Field::DisadvantagedShare),
        ];
        let others = others.map(|(name, field)| (name.to_owned(), field));
        figures.chain(others).collect()
    }

    fn wanted(&self, header: &Header) -> Vec<(ColumnIndex, Keep)> {
        as_text(Columns::find(header).all())
    }

    fn read(&self, heading: Heading<'_>, table: Table) -> Records {
        let sheet = heading.above(&table);
        let columns = Columns::find(sheet.header);
        let mut reader = Reader::new(sheet, year_of_path(sheet.file));
        reader.report_repeated_columns(&columns.all());
        reader.decide_numbers(&columns.numbers());
        let naming = Naming {
            number: columns.uid,
            is_of_schools: false,
            names: vec![columns.name, columns.uid],
            pupils: columns.pupils,
            region: columns.region,
            year: columns.year,
            schools: columns.schools,
        };
        let rows: Vec<RowIndex> = sheet.table.rows().collect();
        let totals = other_rows::totals(&mut reader, &naming, &columns.all(), &rows);
        // That a note or a total is short goes without saying.
        let lines: Vec<u64> = totals.iter().map(|&row| reader.line(row)).collect();
        reader.report_shapes(|line, _| lines.contains(&line));
        let mut trusts = TrustList::default();
        let mut spread = Spread::default();
        let rows = sheet.table.rows().filter(|row| !totals.contains(row));
        let rows: Vec<RowIndex> = rows.collect();
        let has_year = year_of_path(sheet.file).is_some();
        let years = Merged::decide(&mut reader, columns.year, &rows, !has_year);
        let regions = Merged::decide(&mut reader, columns.region, &rows, false);
        for row in rows {
            if let Some(trust) = columns.trust(&mut reader, row, [&years, &regions]) {
                match trusts.first_line(&trust) {
                    Some(first_line) => {
                        reader.report(row, columns.uid, Fault::Repeated { first_line });
                    }
                    None => {
                        let share = reader.amount(row, columns.progress_share, cell::share);
                        spread.note_trust(&trust, share);
                        trusts.push(trust);
                    }
                }
            }
        }
        Records {
            rows: sheet.table.len(),
            trusts: trusts.finish(),
            columns: columns
                .figures
                .iter()
                .map(|&(measure, group, _)| (measure, group))
                .collect(),
            progress_spread: spread.by_year(),
            problems: reader.problems,
            more_problems: reader.more_problems,
            doubts: reader.doubts.finish(),
            ..Records::default()
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
    eal_share: Option<ColumnIndex>,
    sen_share: Option<ColumnIndex>,
    prior_attainment: Option<ColumnIndex>,
    types: [Option<ColumnIndex>; TYPE_COUNTS.len()],
    progress_share: Option<ColumnIndex>,
    progress_interval: ByGroup<[Option<ColumnIndex>; 2]>,
    figures: Vec<(Measure, Group, ColumnIndex)>,
}

impl Columns {
    fn find(header: &Header) -> Self {
        let mut progress_interval = ByGroup::of([None; 2]);
        for (group, suffix) in GROUP_SUFFIXES {
            let end = |stem| header.find(&format!("{stem}{suffix}"));
            progress_interval.set(group, PROGRESS_INTERVAL.map(end));
        }
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
            eal_share: header.find(EAL_SHARE),
            sen_share: header.find(SEN_SHARE),
            prior_attainment: header.find(PRIOR_ATTAINMENT),
            types: TYPE_COUNTS.map(|(_, name)| header.find(name)),
            progress_share: header.find(PROGRESS_SHARE),
            progress_interval,
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
            self.eal_share,
            self.sen_share,
            self.prior_attainment,
            self.progress_share,
        ];
        let figures = self.figures.iter().map(|&(_, _, column)| column);
        let ends = Group::ALL.into_iter();
        let ends = ends.flat_map(|group| *self.progress_interval.get(group));
        let described = described
            .into_iter()
            .chain(self.types)
            .chain(ends)
            .flatten();
        described.chain(figures).collect()
    }
}

impl Columns {
    /// The columns of numbers about which is decided.
    fn numbers(&self) -> NumberColumns {
        let groups = Group::ALL.into_iter();
        let ends = groups.flat_map(|group| *self.progress_interval.get(group));
        NumberColumns::default()
            .figures(&self.figures)
            .whole([self.disadvantaged_share, self.other_share])
            .shares([self.eal_share, self.sen_share, self.progress_share])
            .decimals([self.prior_attainment], (0, cell::BEST_START))
            .decimals(ends, Measure::Progress8.unit().range())
            .counts([self.schools, self.pupils].into_iter().chain(self.types))
    }

    /// One trust; nothing where the row has no number, name, or readable year.
    fn trust(
        &self,
        reader: &mut Reader<'_>,
        row: RowIndex,
        [years, regions]: [&Merged; 2],
    ) -> Option<TrustRecord> {
        let uid = TrustUid::new(cell::unprotected(reader.text(row, self.uid)));
        if uid.is_none() {
            reader.report(row, self.uid, Fault::Blank);
        }
        let name = reader.filled(row, self.name);
        let (uid, name) = (uid?, name?.to_owned());
        Some(TrustRecord {
            line: reader.line(row),
            uid,
            name,
            kind: kind(reader.text(row, self.kind)),
            year: reader.year(years.row(row), self.year)?,
            region: reader.region(regions.row(row), self.region),
            schools: reader.amount(row, self.schools, cell::count),
            pupils: reader.amount(row, self.pupils, cell::count),
            disadvantaged_share: reader.amount(row, self.disadvantaged_share, cell::share),
            other_share: reader.amount(row, self.other_share, cell::share),
            attainment: reader.attainment(row, &self.figures),
            progress_interval: ByGroup::make(|group| {
                reader.interval(row, *self.progress_interval.get(group))
            }),
            context: TrustContext {
                eal_share: reader.amount(row, self.eal_share, cell::share),
                sen_share: reader.amount(row, self.sen_share, cell::share),
                prior_attainment: reader.amount(row, self.prior_attainment, cell::start),
                types: self
                    .types
                    .map(|column| reader.amount(row, column, cell::count)),
            },
        })
    }
}

/// A file without the column holds multi-academy trusts alone, and so do rows that say nothing there.
fn kind(text: &str) -> TrustKind {
    if Missing::from_code(text).is_some() || is_multi_academy(text.as_bytes()) {
        TrustKind::MultiAcademy
    } else {
        TrustKind::Another(text.to_owned())
    }
}
