//! The Department's trust performance file: one row per trust, already weighted.

use records::terms::{Group, Measure, Missing};
use records::{
    ByGroup, COUNTED_TYPES, Count, Fault, Records, TrustContext, TrustKind, TrustRecord, TrustUid, department,
};

use crate::layout::merged::Merged;
use crate::layout::other_rows::{self, Naming};
use crate::layout::reader::{Heading, Reader, year_of_path};
use crate::layout::trust_list::TrustList;
use crate::layout::{Cells, Column, Columns, Layout, Spread, Variable, field};
use crate::source::{RowIndex, Table};
use records::intake::Field;

use super::group_links::is_multi_academy;
use Cells::{Count as Number, NotRead, PriorAttainment, Share, Text};

/// The trust performance file (`england_ks4-mats-performance.csv`) of any year. Any columns that are present are used.
#[derive(Debug, Clone, Copy)]
pub struct TrustFile;

/// The suffix of each group's columns.
pub const GROUP_SUFFIXES: [(Group, &str); 3] = [
    (Group::All, ""),
    (Group::Disadvantaged, "_FSM6CLA1A"),
    (Group::Other, "_NFSM6CLA1A"),
];

/// The column that counts the schools of each type, in the order of [`COUNTED_TYPES`].
const TYPE_COLUMNS: [&str; COUNTED_TYPES.len()] = [
    "NUMINST_CONVERTER_MATPTINC",
    "NUMINST_SPONSOR_MATPTINC",
    "NUMINST_FREE_MATPTINC",
    "NUMINST_STUDIO_MATPTINC",
    "NUMINST_UTC_MATPTINC",
];

static COLUMNS: [Column; 12] = [
    Column::required("TRUST_NAME", field(Field::Trust), Text),
    Column::required("TRUST_UID", field(Field::TrustUid), Text),
    Column::required("TRUST_LEADREGION", field(Field::Region), Text),
    Column::optional("TRUST_GROUP_TYPE", Variable::TrustKind, Text),
    Column::optional("TIME_PERIOD", field(Field::Year), Text),
    Column::optional("NUMINST_MATPTINC", field(Field::Schools), Number),
    Column::optional("TPUP_MATPTINC", field(Field::Pupils(Group::All)), Number),
    Column::optional("PFSM6CLA1A_MATPTINC", field(Field::DisadvantagedShare), Share),
    Column::optional("PNOTFSM6CLA1A_MATPTINC", Variable::OtherShare, Share),
    Column::optional("PEALGRP2_MATPTINC", Variable::EalShare, Share),
    Column::optional("PSEN_ALL4_MATPTINC", Variable::SenShare, Share),
    Column::optional(
        "KS2ASS_MATPTINC",
        Variable::Context(Count::PriorAttainment),
        PriorAttainment,
    ),
];

impl Layout for TrustFile {
    fn name(&self) -> &'static str {
        department::TRUST_FILE
    }

    fn published_as(&self) -> &'static str {
        "england_ks4-mats-performance.csv"
    }

    fn columns(&self) -> Vec<Column> {
        let mut columns = COLUMNS.to_vec();
        let counts = COUNTED_TYPES.into_iter().zip(TYPE_COLUMNS);
        columns
            .extend(counts.map(|(school_type, name)| Column::optional(name, Variable::SchoolsOf(school_type), Number)));
        columns.extend(GROUP_SUFFIXES.map(|(group, suffix)| {
            let cells = if group == Group::All { Share } else { NotRead };
            let share = Column::optional("", Variable::ProgressShare(group), cells);
            share.named(format!("P8MEACOV{suffix}"))
        }));
        let ends = GROUP_SUFFIXES.map(|group| progress_interval(group, PROGRESS));
        columns.extend(ends.into_iter().flatten());
        let measures = Measure::IN_FILES.into_iter();
        columns.extend(measures.flat_map(|measure| {
            let stem = measure.columns().trust_file.into_iter();
            stem.flat_map(move |stem| {
                GROUP_SUFFIXES
                    .map(|(group, suffix)| Column::figure(stem, measure, group).named(format!("{stem}{suffix}")))
            })
        }));
        columns
    }

    fn read(&self, heading: Heading<'_>, table: Table) -> Records {
        let columns = self.find(heading.header);
        let mut reader = Reader::of(heading, &table, year_of_path(heading.file), &columns);
        let number = columns.get(Field::TrustUid);
        let naming = Naming::of_trusts(&columns);
        let rows: Vec<RowIndex> = table.rows().collect();
        let totals = other_rows::totals(&mut reader, &naming, &columns.all(), &rows);
        // Short notes and totals are normal.
        let lines: Vec<u64> = totals.iter().map(|&row| reader.line(row)).collect();
        reader.report_shapes(&|line, _| lines.contains(&line));
        let mut trusts = TrustList::default();
        let mut spread = Spread::default();
        let rows = table.rows().filter(|row| !totals.contains(row));
        let rows: Vec<RowIndex> = rows.collect();
        let has_year = year_of_path(heading.file).is_some();
        let years = Merged::decide(&mut reader, naming.year, &rows, !has_year);
        let regions = Merged::decide(&mut reader, naming.region, &rows, false);
        for row in rows {
            if let Some(trust) = trust(&columns, &mut reader, row, [&years, &regions]) {
                match trusts.first_line(&trust) {
                    Some(first_line) => reader.report(row, number, Fault::Repeated { first_line }),
                    None => {
                        let share = Variable::ProgressShare(Group::All);
                        spread.note_trust(&trust, reader.amount_of(row, &columns, share));
                        trusts.push(trust);
                    }
                }
            }
        }
        Records {
            trusts: trusts.finish(),
            progress_spread: spread.by_year(),
            ..reader.finish(table.len(), &columns)
        }
    }
}

/// The type of the ends of an interval of Progress 8.
pub(super) const PROGRESS: Cells = Cells::Figure(Measure::Progress8);

/// The ends of a group's interval of Progress 8, here and in school files.
pub(super) fn progress_interval((group, suffix): (Group, &str), cells: Cells) -> [Column; 2] {
    let end = |stem, end| Column::optional(stem, end, cells).named(format!("{stem}{suffix}"));
    [
        end("P8CILOW", Variable::ProgressLow(group)),
        end("P8CIUPP", Variable::ProgressHigh(group)),
    ]
}

/// One trust; `None` if the row has no number, name or readable year.
fn trust(
    columns: &Columns,
    reader: &mut Reader<'_>,
    row: RowIndex,
    [years, regions]: [&Merged; 2],
) -> Option<TrustRecord> {
    let number = columns.get(Field::TrustUid);
    let uid = TrustUid::new(reader.text(row, number));
    if uid.is_none() {
        reader.report(row, number, Fault::Blank);
    }
    let name = reader.filled(row, columns.get(Field::Trust));
    let (uid, name) = (uid?, name?.to_owned());
    let year = reader.year(years.row(row), columns.get(Field::Year))?;
    let region = reader.region(regions.row(row), columns.get(Field::Region));
    let kind = kind(reader.text(row, columns.get(Variable::TrustKind)));
    Some(TrustRecord {
        line: reader.line(row),
        uid,
        name,
        kind,
        year,
        region,
        schools: reader.amount_of(row, columns, Field::Schools),
        pupils: reader.amount_of(row, columns, Field::Pupils(Group::All)),
        disadvantaged_share: reader.amount_of(row, columns, Field::DisadvantagedShare),
        other_share: reader.amount_of(row, columns, Variable::OtherShare),
        attainment: reader.attainment(row, columns.figures()),
        progress_interval: ByGroup::make(|group| reader.interval(row, columns.interval(group))),
        context: TrustContext {
            eal_share: reader.amount_of(row, columns, Variable::EalShare),
            sen_share: reader.amount_of(row, columns, Variable::SenShare),
            prior_attainment: reader.amount_of(row, columns, Variable::Context(Count::PriorAttainment)),
            types: COUNTED_TYPES.map(|of| reader.amount_of(row, columns, Variable::SchoolsOf(of))),
        },
    })
}

/// A file without the column contains only multi-academy trusts. Rows with a blank cell are multi-academy trusts, too.
fn kind(text: &str) -> TrustKind {
    if Missing::from_code(text).is_some() || is_multi_academy(text.as_bytes()) {
        TrustKind::MultiAcademy
    } else {
        TrustKind::Another(text.to_owned())
    }
}
