//! A user's own spreadsheet: the template filled in, or any table whose columns the user explains.

use records::intake::{Field, Mapping, ReadRequest, unguarded};
use records::terms::order::sorted;
use records::terms::{AcademicYear, Admissions, FEWEST_PUPILS, Group, Missing, SchoolType, Sexes};
use records::words::school_of_number;
use records::{
    Amount, Attainment, ByGroup, Fault, Membership, MembershipReader, OWN_SPREADSHEET, Recognised, Records,
    SchoolNumber, SchoolRecord, Tenure, TrustContext, TrustKind, TrustRecord, TrustUid,
};

use crate::layout::words::own_sheet as words;
use crate::source::{ColumnIndex, Header, Keep, RowIndex, Table};

use super::cell::Style;
use super::decisions::Styles;
use super::intake::Reading;
use super::merged::Merged;
use super::other_rows::{self, Naming};
use super::reader::{Heading, Reader, year_of_path};
use super::same_trust::Joined;
use super::school_list::SchoolList;
use super::trust_list::TrustList;
use super::{Cells, Column, Columns, FileError, Layout, authority_cell, cell, mapping};

/// The project's own template, with one row per school.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OwnSheet;

impl Layout for OwnSheet {
    fn name(&self) -> &'static str {
        OWN_SPREADSHEET
    }

    fn published_as(&self) -> &'static str {
        words::PUBLISHED_AS
    }

    fn columns(&self) -> Vec<Column> {
        let column = |field: Field| match (field, Cells::of(field)) {
            (Field::Urn, cells) => Column::required("", field.into(), cells),
            (Field::Figure(measure, group), _) => Column::figure("", measure, group),
            (_, cells) => Column::optional("", field.into(), cells),
        };
        let fields = Field::all().into_iter();
        let named = fields.map(|field| column(field).named(field.key()));
        named.collect()
    }

    fn read(&self, heading: Heading<'_>, table: Table) -> Records {
        read(heading, &table, &mapping::of_template(heading.header))
    }
}

/// Reads a table whose columns the user has explained.
///
/// # Errors
/// If the file is not a table, the mapping does not fit it, or none of its rows is usable.
pub fn read_mapped(file: &str, bytes: &[u8], mapping: &Mapping) -> Result<Recognised, FileError> {
    let request = ReadRequest::mapped(mapping.clone());
    let mut reading = Reading::begin(file, bytes.len() as u64, bytes, &request)?;
    reading.push_whole(bytes);
    reading.finish()
}

/// The columns that a mapping names.
pub(super) fn wanted(header: &Header, mapping: &Mapping) -> Vec<(ColumnIndex, Keep)> {
    explained(header, mapping).wanted(false)
}

/// Reads the records of a table with a mapping.
pub(super) fn read(heading: Heading<'_>, table: &Table, mapping: &Mapping) -> Records {
    let columns = explained(heading.header, mapping);
    let year_of_file = mapping.year.or_else(|| year_of_path(heading.file));
    let is_of_schools = mapping.is_of_schools();
    let mut reader = reader(heading, table, year_of_file, &columns);
    let rows = rows(&mut reader, &columns, is_of_schools);
    report_shapes(&mut reader, rows.last().copied());
    let shared = Shared::decide(&mut reader, &columns, &rows, is_of_schools, year_of_file.is_some());
    let mut own = Own {
        columns,
        reader,
        shared,
    };
    let records = if is_of_schools {
        own.schools(&rows)
    } else {
        own.trusts(&rows)
    };
    let found = own.reader.finish(table.len(), &own.columns);
    Records {
        trusts: records.trusts,
        schools: records.schools,
        memberships: records.memberships,
        ..found
    }
}

/// How the cells of a table's columns are read under a mapping.
pub(super) fn styles(heading: Heading<'_>, table: &Table, mapping: &Mapping) -> Styles {
    let columns = explained(heading.header, mapping);
    reader(heading, table, None, &columns).noted.styles
}

/// The indices of the columns in a mapping.
fn explained(header: &Header, mapping: &Mapping) -> Columns {
    let index = |field: Field| {
        let index = header.find(mapping.get(field)?)?;
        Some((field.into(), Cells::of(field), index))
    };
    Columns::of(mapping.fields().into_iter().filter_map(index))
}

/// A reader that knows how numbers and days are written.
fn reader<'a>(
    heading: Heading<'a>,
    table: &'a Table,
    year_of_file: Option<AcademicYear>,
    columns: &Columns,
) -> Reader<'a> {
    let mut reader = Reader::of(heading, table, year_of_file, columns);
    let joined: Vec<ColumnIndex> = columns.get(Field::Joined).into_iter().collect();
    reader.decide_dates(&joined, &[], false);
    reader
}

/// The rows that are about a school or a trust.
fn rows(reader: &mut Reader<'_>, columns: &Columns, is_of_schools: bool) -> Vec<RowIndex> {
    let naming = if is_of_schools {
        let names = [Field::School, Field::Trust].map(|field| columns.get(field));
        Naming::of_schools(columns, names.to_vec()).with_description(columns)
    } else {
        Naming::of_trusts(columns)
    };
    let rows: Vec<RowIndex> = reader.table.rows().collect();
    let all = sorted(columns.all(), Ord::cmp);
    let totals = other_rows::totals(reader, &naming, &all, &rows);
    let rows = rows.into_iter();
    rows.filter(|row| !totals.contains(row)).collect()
}

/// Reports rows whose length differs from the header's. Some programs leave out blank cells at the end of a row. If
/// only the last row is short, the file was cut off.
fn report_shapes(reader: &mut Reader<'_>, last: Option<RowIndex>) {
    let table = reader.table;
    let shorter = |(line, fault)| matches!(fault, Fault::ShortRow { .. }).then_some(line);
    let short: Vec<u64> = table.faults().filter_map(shorter).collect();
    let last = last.map(|row| table.line(row));
    let is_cut = |line: u64| short == [line] && last == Some(line);
    reader.report_shapes(&|line, fault| matches!(fault, Fault::ShortRow { .. }) && !is_cut(line));
}

/// The column by which trusts are distinguished.
fn trust_column(columns: &Columns) -> Option<ColumnIndex> {
    columns.get(Field::TrustUid).or_else(|| columns.get(Field::Trust))
}

/// What several rows share.
struct Shared<'a> {
    /// The columns with a trust's number and name, and the column that distinguishes trusts.
    trust: Merged,
    year: Merged,
    region: Merged,
    /// Names of the same trust, in a table without trusts' numbers.
    joined: Joined<'a>,
}

impl<'a> Shared<'a> {
    fn decide(
        reader: &mut Reader<'a>,
        columns: &Columns,
        rows: &[RowIndex],
        is_of_schools: bool,
        has_year: bool,
    ) -> Self {
        // A row without a number is not a school.
        let number = columns.get(Field::Urn);
        let is_usable = |row: &RowIndex| !is_of_schools || cell::urn(reader.text(*row, number)).is_some();
        let usable: Vec<RowIndex> = rows.iter().copied().filter(is_usable).collect();
        let mut merged = |column, loses| Merged::decide(reader, column, &usable, loses);
        let year = columns.get(Field::Year);
        Self {
            // In a table of trusts, each trust has its own row and name.
            trust: match is_of_schools {
                true => merged(trust_column(columns), true),
                false => Merged::default(),
            },
            year: merged(year, !has_year),
            region: merged(columns.get(Field::Region), false),
            joined: match (columns.get(Field::TrustUid), columns.get(Field::Trust)) {
                (None, Some(column)) => Joined::decide(reader, column, rows, year, !is_of_schools),
                _ => Joined::default(),
            },
        }
    }
}

/// Parses a number of years: `5`, `5+`, `5 years`.
fn years(text: &str, style: Style) -> (Amount, Option<Fault>) {
    /// A larger number is the year of joining.
    const MOST: i32 = 99;
    let is_suffix = |sign: char| sign.is_ascii_alphabetic() || matches!(sign, '+' | ' ');
    let number = match text.trim_end_matches(is_suffix) {
        "" => text,
        number => number,
    };
    match cell::count(number, style) {
        (Ok(years), _) if years > f64::from(MOST) => {
            let (lowest, highest) = (0, MOST);
            let fault = Fault::OutOfRange { lowest, highest };
            (Err(Missing::Unreadable), Some(fault))
        }
        read => read,
    }
}

/// A user's own spreadsheet that is being read.
struct Own<'a> {
    columns: Columns,
    reader: Reader<'a>,
    shared: Shared<'a>,
}

impl<'a> Own<'a> {
    fn text(&self, row: RowIndex, field: Field) -> &'a str {
        self.reader.text(row, self.columns.get(field))
    }

    fn amount(&mut self, row: RowIndex, field: Field) -> Amount {
        self.reader.amount_of(row, &self.columns, field)
    }

    fn attainment(&mut self, row: RowIndex) -> Attainment {
        self.reader.attainment(row, self.columns.figures())
    }

    /// The outer `None` means that the year cannot be read.
    fn year(&mut self, row: RowIndex) -> Option<Option<AcademicYear>> {
        let column = self.columns.get(Field::Year);
        self.reader.year(self.shared.year.row(row), column)
    }

    /// Reads every school, and its trust if the sheet names it.
    fn schools(&mut self, rows: &[RowIndex]) -> Records {
        let mut list = SchoolList::new(&self.columns.measures(), rows.len());
        let mut memberships = MembershipReader::default();
        for &row in rows {
            let Some((school, pupils)) = self.school(row) else {
                continue;
            };
            let attainment = self.attainment(row);
            if let Some(first_line) = list.first_line(school.urn, school.year) {
                let fault = Fault::Repeated { first_line };
                self.reader.report(row, self.columns.get(Field::Urn), fault);
                continue;
            }
            self.membership(row, &school, &mut memberships);
            let index = list.push(school);
            for (holds, pupils) in pupils {
                list.schools.set(index, holds, pupils);
            }
            for &(measure, group, _) in self.columns.figures() {
                let figure = attainment.value(measure, group).number();
                list.schools.set(index, SchoolNumber::Figure(measure, group), figure);
            }
        }
        Records {
            schools: list.finish(),
            memberships: memberships.finish(),
            ..Records::default()
        }
    }

    fn trusts(&mut self, rows: &[RowIndex]) -> Records {
        let mut trusts = TrustList::default();
        for &row in rows {
            if let Some(trust) = self.trust(row) {
                match trusts.first_line(&trust) {
                    Some(first_line) => {
                        let fault = Fault::Repeated { first_line };
                        self.reader.report(row, trust_column(&self.columns), fault);
                    }
                    None => trusts.push(trust),
                }
            }
        }
        Records {
            trusts: trusts.finish(),
            ..Records::default()
        }
    }

    /// One school, and its numbers of pupils.
    fn school(&mut self, row: RowIndex) -> Option<(SchoolRecord, Vec<(SchoolNumber, Amount)>)> {
        let urn = self.reader.urn(row, self.columns.get(Field::Urn))?;
        let year = self.year(row)?;
        let region_row = self.shared.region.row(row);
        let (authority, region) = authority_cell::of_school(&mut self.reader, &self.columns, row, region_row);
        let name = unguarded(self.text(row, Field::School));
        let counted = self.pupils(row);
        let mut pupils = Vec::new();
        for group in Group::ALL {
            let counted = *counted.get(group);
            let holds = SchoolNumber::ProgressPupils(group);
            // Few spreadsheets count these pupils separately. The number of all pupils is nearly the same.
            let in_progress = match self.columns.get(holds) {
                None => counted,
                Some(_) => self.amount(row, Field::ProgressPupils(group)),
            };
            pupils.extend([(SchoolNumber::Pupils(group), counted), (holds, in_progress)]);
        }
        let school = SchoolRecord {
            line: self.reader.line(row),
            urn,
            name: if name.is_empty() {
                school_of_number(urn).into()
            } else {
                name.into()
            },
            year,
            school_type: SchoolType::from_name(self.text(row, Field::SchoolType)),
            authority,
            region,
            admissions: Admissions::NotStated,
            sexes: Sexes::NotStated,
        };
        Some((school, pupils))
    }

    /// The numbers of pupils. If a row has the share of disadvantaged pupils instead of their number, the number is
    /// computed. The other pupils are the rest.
    fn pupils(&mut self, row: RowIndex) -> ByGroup<Amount> {
        let counts = ByGroup::make(|group| self.amount(row, Field::Pupils(group)));
        let all = *counts.get(Group::All);
        let share = self.amount(row, Field::DisadvantagedShare);
        // A share corresponds to a whole number of pupils.
        let from_share = all.and_then(|all| Ok((all * share? / 100.0).round()));
        ByGroup::make(|group| {
            let counted = *counts.get(group);
            let derived = match group {
                Group::All => counted,
                Group::Disadvantaged => from_share,
                Group::Other => all.and_then(|all| Ok(all - from_share?)),
            };
            counted.or_else(|missing| derived.map_err(|_| missing))
        })
    }

    /// Adds the school's trust, if the sheet names it.
    fn membership(&mut self, row: RowIndex, school: &SchoolRecord, memberships: &mut MembershipReader) {
        let Some((uid, trust_name)) = self.trust_named(row) else {
            return;
        };
        let years = match self.columns.get(Field::Years) {
            Some(column) => self.reader.amount(row, Some(column), &years).ok(),
            None => None,
        };
        let joined = self.reader.date(row, self.columns.get(Field::Joined));
        let named = memberships.index_of(uid, trust_name);
        memberships.push(Membership {
            urn: school.urn,
            since: None,
            line: school.line,
            year: school.year,
            tenure: match (years, joined) {
                (Some(years), _) => Tenure::Years(years as u32),
                (None, Some(joined)) => Tenure::Joined(joined),
                (None, None) => Tenure::NotStated,
            },
            closed: None,
            school_type: school.school_type,
            authority: school.authority,
            is_secondary: None,
            school: self.text(row, Field::School).into(),
            named,
            trust: 0,
        });
    }

    /// A trust's number and name. If one is missing, the other is used for both.
    fn trust_named(&self, row: RowIndex) -> Option<(&'a str, &'a str)> {
        let row = self.shared.trust.row(row);
        let name = unguarded(self.shared.joined.name(self.text(row, Field::Trust)));
        let uid = self.text(row, Field::TrustUid);
        match (uid.is_empty(), name.is_empty()) {
            (true, true) => None,
            (true, false) => Some((name, name)),
            (false, true) => Some((uid, uid)),
            (false, false) => Some((uid, name)),
        }
    }

    fn trust(&mut self, row: RowIndex) -> Option<TrustRecord> {
        let Some((uid, name)) = self.trust_named(row) else {
            self.reader.report(row, trust_column(&self.columns), Fault::Blank);
            return None;
        };
        let pupils = self.amount(row, Field::Pupils(Group::All));
        let [disadvantaged, other] =
            [Group::Disadvantaged, Group::Other].map(|group| share_of(self.amount(row, Field::Pupils(group)), pupils));
        let stated = self.amount(row, Field::DisadvantagedShare);
        // A share does not give the number of pupils.
        let or_stated = |counted: Amount, stated: Amount| match (counted, stated) {
            (Err(Missing::TooFewPupils), _) | (Ok(_), _) | (_, Err(_)) => counted,
            (Err(_), Ok(share)) => Ok(share),
        };
        let region_row = self.shared.region.row(row);
        Some(TrustRecord {
            line: self.reader.line(row),
            uid: TrustUid::of(uid),
            name: name.to_owned(),
            kind: TrustKind::MultiAcademy,
            year: self.year(row)?,
            region: self.reader.region(region_row, self.columns.get(Field::Region)),
            schools: self.amount(row, Field::Schools),
            pupils,
            disadvantaged_share: or_stated(disadvantaged, stated),
            other_share: or_stated(other, stated.map(|share| 100.0 - share)),
            attainment: self.attainment(row),
            progress_interval: ByGroup::of(None),
            context: TrustContext::default(),
        })
    }
}

/// The share of this many pupils among all, 0 to 100.
fn share_of(pupils: Amount, all: Amount) -> Amount {
    let of_group = pupils?;
    // Without all pupils there is no share, but it must still be known that the group is small.
    let is_few = 0.0 < of_group && of_group < FEWEST_PUPILS;
    let share = all.map(|all| 100.0 * of_group / all.max(1.0));
    share.map_err(|reason| if is_few { Missing::TooFewPupils } else { reason })
}
