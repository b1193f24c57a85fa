//! A user's own spreadsheet: the template filled in, or any table whose columns the user explains.

use crate::source::{ColumnIndex, Fault, Header, Keep, RowIndex, Table, unguarded};
use crate::terms::order::sorted;
use crate::terms::{AcademicYear, FEWEST_PUPILS, Group, Missing, SchoolType};
use crate::words::layout::own_sheet as words;

use super::cell::Style;
use super::decisions::Styles;
use super::intake::Reading;
use super::memberships::{MembershipReader, MembershipRecord};
use super::merged::Merged;
use super::other_rows::{self, Naming};
use super::reader::{Heading, Reader, Sheet, year_of_path};
use super::same_trust::Joined;
use super::school_list::SchoolList;
use super::trust_list::TrustList;
use super::{
    Amount, Ask, ByGroup, Cells, Column, Columns, Field, FileError, Layout, Mapping, Recognised,
    Records, SchoolContext, SchoolRecord, Tenure, TrustContext, TrustKind, TrustRecord, TrustUid,
    authority_cell, cell,
};

/// The project's own template, one row a school.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OwnSheet;

pub use crate::words::layout::own_sheet::OWN_SPREADSHEET;

impl Layout for OwnSheet {
    fn name(&self) -> &'static str {
        OWN_SPREADSHEET
    }

    fn published_as(&self) -> &'static str {
        words::PUBLISHED_AS
    }

    fn columns(&self) -> Vec<Column> {
        let column = |field: Field| match (field, Cells::of(field)) {
            (Field::Urn, cells) => Column::required(&field.key(), field, cells),
            (Field::Figure(..), cells) => Column::one_of(&field.key(), field, cells),
            (_, cells) => Column::optional(&field.key(), field, cells),
        };
        Field::all().into_iter().map(column).collect()
    }

    fn read(&self, heading: Heading<'_>, table: Table) -> Records {
        let sheet = heading.above(&table);
        read(sheet, &Mapping::of_template(sheet.header))
    }
}

/// The template: its column names and nothing else.
///
/// ```
/// use trust_gap::layout::{template, read_file};
/// let sheet = template() + "136572,The Roseland Academy,ACC,908,,1,The Roseland MAT,,5,2022/23,,129\n";
/// let file = read_file("mine.csv", sheet.as_bytes()).unwrap();
/// assert_eq!(file.records.schools.len(), 1);
/// ```
#[must_use]
pub fn template() -> String {
    let keys: Vec<String> = Field::all().into_iter().map(Field::key).collect();
    keys.join(",") + "\n"
}

/// Reads a table whose columns the user has explained.
///
/// # Errors
/// When the file is no table, the mapping does not fit it, or no row can be used.
pub fn read_mapped(file: &str, bytes: &[u8], mapping: &Mapping) -> Result<Recognised, FileError> {
    let ask = Ask::mapped(mapping.clone());
    let mut reading = Reading::begin(file, bytes.len() as u64, bytes, &ask)?;
    reading.push_whole(bytes);
    reading.finish()
}

/// The columns that a mapping names.
pub(super) fn wanted(header: &Header, mapping: &Mapping) -> Vec<(ColumnIndex, Keep)> {
    explained(header, mapping).wanted(false)
}

/// The records of a table by a mapping.
pub(super) fn read(sheet: Sheet<'_>, mapping: &Mapping) -> Records {
    let columns = Own(explained(sheet.header, mapping));
    let year_of_file = mapping.year.or_else(|| year_of_path(sheet.file));
    let mut reader = columns.reader(sheet, year_of_file);
    let mut records = Records::default();
    let rows = columns.rows(&mut reader, mapping.is_of_schools());
    let shorter = |(line, fault)| matches!(fault, Fault::ShortRow { .. }).then_some(line);
    let short: Vec<u64> = sheet.table.faults().filter_map(shorter).collect();
    let last = rows.last().map(|row| sheet.table.line(*row));
    // Blank cells at a row's end are left out by some programs; a last row that alone is short was cut off.
    let is_cut = |line: u64| short == [line] && last == Some(line);
    reader.report_shapes(|line, fault| matches!(fault, Fault::ShortRow { .. }) && !is_cut(line));
    let has_year = year_of_file.is_some();
    let shared = columns.shared(&mut reader, &rows, mapping.is_of_schools(), has_year);
    let joined = columns.joined(&mut reader, &rows, mapping.is_of_schools());
    let names = Names {
        joined: &joined,
        shared: &shared,
    };
    if mapping.is_of_schools() {
        columns.read_schools(&mut reader, &rows, names, &mut records);
    } else {
        columns.read_trusts(&mut reader, &rows, names, &mut records);
    }
    Records {
        trusts: records.trusts,
        schools: records.schools,
        memberships: records.memberships,
        ..reader.finish(sheet.table.len(), &columns.0)
    }
}

/// The cells that several rows share.
struct Shared {
    /// Number and name of a trust; of several columns the one by which trusts are told apart.
    trust: Merged,
    year: Merged,
    region: Merged,
}

/// Which trust, year and region a row names.
#[derive(Clone, Copy)]
struct Names<'n, 'a> {
    joined: &'n Joined<'a>,
    shared: &'n Shared,
}

/// Reads a number of years: `5`, `5+`, `5 years`.
fn years(text: &str, style: Style) -> (Amount, Option<Fault>) {
    /// A larger number is the year of joining.
    const MOST: i32 = 99;
    let is_behind = |sign: char| sign.is_ascii_alphabetic() || matches!(sign, '+' | ' ');
    let number = match text.trim_end_matches(is_behind) {
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

/// How the cells of a table's columns are read by a mapping.
pub(super) fn styles(sheet: Sheet<'_>, mapping: &Mapping) -> Styles {
    let columns = Own(explained(sheet.header, mapping));
    columns.reader(sheet, None).styles
}

/// Where the columns are that a mapping names.
fn explained(header: &Header, mapping: &Mapping) -> Columns {
    let place = |field: Field| {
        let place = header.find(mapping.get(field)?)?;
        Some((field.into(), Cells::of(field), place))
    };
    Columns::of(mapping.fields().into_iter().filter_map(place))
}

/// The columns of a user's own spreadsheet.
struct Own(Columns);

impl Own {
    fn get(&self, field: Field) -> Option<ColumnIndex> {
        self.0.get(field)
    }

    /// A reader that knows how numbers and days are written.
    fn reader<'a>(&self, sheet: Sheet<'a>, year_of_file: Option<AcademicYear>) -> Reader<'a> {
        let mut reader = Reader::of(sheet, year_of_file, &self.0);
        let joined: Vec<ColumnIndex> = self.get(Field::Joined).into_iter().collect();
        reader.decide_dates(&joined, &[], false);
        reader
    }

    fn trust_column(&self) -> Option<ColumnIndex> {
        self.get(Field::TrustUid).or(self.get(Field::Trust))
    }

    /// The rows that are about a school or a trust.
    fn rows(&self, reader: &mut Reader<'_>, is_of_schools: bool) -> Vec<RowIndex> {
        let (number, names) = if is_of_schools {
            (Field::Urn, [Field::School, Field::Trust])
        } else {
            (Field::TrustUid, [Field::Trust, Field::TrustUid])
        };
        let naming = Naming {
            number: self.get(number),
            is_of_schools,
            names: names.map(|field| self.get(field)).to_vec(),
            pupils: self.get(Field::Pupils(Group::All)),
            region: self.get(Field::Region),
            year: self.get(Field::Year),
            schools: self.get(Field::Schools),
        };
        let rows: Vec<RowIndex> = reader.sheet().table.rows().collect();
        let all = sorted(self.0.all(), Ord::cmp);
        let totals = other_rows::totals(reader, &naming, &all, &rows);
        let rows = rows.into_iter();
        rows.filter(|row| !totals.contains(row)).collect()
    }

    /// The cells that several rows share.
    fn shared(
        &self,
        reader: &mut Reader<'_>,
        rows: &[RowIndex],
        is_of_schools: bool,
        has_year: bool,
    ) -> Shared {
        // What has no number is no school.
        let number = self.get(Field::Urn);
        let is_usable =
            |row: &RowIndex| !is_of_schools || cell::urn(reader.text(*row, number)).is_some();
        let rows: Vec<RowIndex> = rows.iter().copied().filter(is_usable).collect();
        let mut decide = |column, loses| Merged::decide(reader, column, &rows, loses);
        Shared {
            // A trust has a row in a table of trusts, and no other shares its name.
            trust: match is_of_schools {
                true => decide(self.trust_column(), true),
                false => Merged::default(),
            },
            year: decide(self.get(Field::Year), !has_year),
            region: decide(self.get(Field::Region), false),
        }
    }

    /// Which names are one trust, in a table without numbers of trusts.
    fn joined<'a>(
        &self,
        reader: &mut Reader<'a>,
        rows: &[RowIndex],
        is_of_schools: bool,
    ) -> Joined<'a> {
        match (self.get(Field::TrustUid), self.get(Field::Trust)) {
            (None, Some(column)) => {
                let year = self.get(Field::Year);
                Joined::decide(reader, column, rows, year, !is_of_schools)
            }
            _ => Joined::default(),
        }
    }

    /// Every school, and its trust where the sheet names it.
    fn read_schools<'a>(
        &self,
        reader: &mut Reader<'a>,
        rows: &[RowIndex],
        names: Names<'_, 'a>,
        records: &mut Records,
    ) {
        let columns = self.0.figures();
        let mut schools = SchoolList::new(&self.0.measures(), rows.len());
        let mut memberships = MembershipReader::default();
        let mut figures = Vec::with_capacity(columns.len());
        for &row in rows {
            let Some(school) = self.school(reader, row, names) else {
                continue;
            };
            reader.figures(row, columns, &mut figures);
            if let Some(first_line) = schools.first_line(school.urn, school.year) {
                reader.report(row, self.get(Field::Urn), Fault::Repeated { first_line });
                continue;
            }
            if let Some(membership) = self.membership(reader, row, names, &school) {
                memberships.push(&membership);
            }
            schools.push(school, &figures);
        }
        records.schools = schools.finish();
        records.memberships = memberships.finish();
    }

    /// Every trust.
    fn read_trusts<'a>(
        &self,
        reader: &mut Reader<'a>,
        rows: &[RowIndex],
        names: Names<'_, 'a>,
        records: &mut Records,
    ) {
        let mut trusts = TrustList::default();
        for &row in rows {
            if let Some(trust) = self.trust(reader, row, names) {
                match trusts.first_line(&trust) {
                    Some(first_line) => {
                        reader.report(row, self.trust_column(), Fault::Repeated { first_line });
                    }
                    None => trusts.push(trust),
                }
            }
        }
        records.trusts = trusts.finish();
    }

    fn school(
        &self,
        reader: &mut Reader<'_>,
        row: RowIndex,
        names: Names<'_, '_>,
    ) -> Option<SchoolRecord> {
        let urn = reader.urn(row, self.get(Field::Urn))?;
        let year = reader.year(names.shared.year.row(row), self.get(Field::Year))?;
        let (authority, of_authority) =
            authority_cell::read(reader, row, self.get(Field::Authority));
        let region_column = self.get(Field::Region);
        let in_region = names.shared.region.row(row);
        let region = match of_authority {
            None if !reader.text(in_region, region_column).is_empty() => {
                reader.region(in_region, region_column)
            }
            region => region,
        };
        let name = unguarded(reader.text(row, self.get(Field::School)));
        let pupils = self.pupils(reader, row);
        Some(SchoolRecord {
            line: reader.line(row),
            urn,
            name: if name.is_empty() {
                words::school_of_number(urn).into()
            } else {
                name.into()
            },
            year,
            school_type: SchoolType::from_name(reader.text(row, self.get(Field::SchoolType))),
            authority,
            region,
            pupils,
            progress_pupils: ByGroup::make(|group| {
                match self.get(Field::ProgressPupils(group)) {
                    // Few spreadsheets count them apart; all pupils are nearly the same.
                    None => *pupils.get(group),
                    column => reader.amount(row, column, cell::count),
                }
            }),
            context: SchoolContext::default(),
        })
    }

    /// The numbers of pupils. Where a row has the share of the disadvantaged in place of their number, that follows, and
    /// the other pupils are the rest.
    fn pupils(&self, reader: &mut Reader<'_>, row: RowIndex) -> ByGroup<Amount> {
        let counts =
            ByGroup::make(|group| reader.amount(row, self.get(Field::Pupils(group)), cell::count));
        let all = *counts.get(Group::All);
        let share = self.disadvantaged_share(reader, row);
        // A share is of whole pupils.
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

    /// The share of the pupils who are disadvantaged, 0 to 100.
    fn disadvantaged_share(&self, reader: &mut Reader<'_>, row: RowIndex) -> Amount {
        reader.amount(row, self.get(Field::DisadvantagedShare), cell::share)
    }

    /// The school's trust, where the sheet names it.
    fn membership<'a>(
        &self,
        reader: &mut Reader<'a>,
        row: RowIndex,
        names: Names<'_, 'a>,
        school: &SchoolRecord,
    ) -> Option<MembershipRecord<'a>> {
        let (uid, trust_name) = self.trust_named(reader, row, names)?;
        let years = match self.get(Field::Years) {
            Some(column) => reader.amount(row, Some(column), years).ok(),
            None => None,
        };
        let joined = reader.date(row, self.get(Field::Joined));
        Some(MembershipRecord {
            line: school.line,
            urn: school.urn,
            year: school.year,
            uid,
            trust_name,
            tenure: match (years, joined) {
                (Some(years), _) => Tenure::Years(years as u32),
                (None, Some(joined)) => Tenure::Joined(joined),
                (None, None) => Tenure::NotStated,
            },
            closed: None,
            school_type: school.school_type,
            authority: school.authority,
            is_secondary: None,
            school: reader.text(row, self.get(Field::School)),
        })
    }

    /// A trust's number and name, of which one may stand for the other.
    fn trust_named<'a>(
        &self,
        reader: &Reader<'a>,
        row: RowIndex,
        names: Names<'_, 'a>,
    ) -> Option<(&'a str, &'a str)> {
        let row = names.shared.trust.row(row);
        let name = unguarded(names.joined.name(reader.text(row, self.get(Field::Trust))));
        let uid = cell::unprotected(reader.text(row, self.get(Field::TrustUid)));
        match (uid.is_empty(), name.is_empty()) {
            (true, true) => None,
            (true, false) => Some((name, name)),
            (false, true) => Some((uid, uid)),
            (false, false) => Some((uid, name)),
        }
    }

    fn trust<'a>(
        &self,
        reader: &mut Reader<'a>,
        row: RowIndex,
        names: Names<'_, 'a>,
    ) -> Option<TrustRecord> {
        let Some((uid, name)) = self.trust_named(reader, row, names) else {
            reader.report(row, self.trust_column(), Fault::Blank);
            return None;
        };
        let pupils = reader.amount(row, self.get(Field::Pupils(Group::All)), cell::count);
        let mut share = |group| {
            let of_group = reader.amount(row, self.get(Field::Pupils(group)), cell::count)?;
            // Without all pupils there is no share; that the group is small has to be known all the same.
            let is_few = 0.0 < of_group && of_group < FEWEST_PUPILS;
            let share = pupils.map(|pupils| 100.0 * of_group / pupils.max(1.0));
            share.map_err(|reason| {
                if is_few {
                    Missing::TooFewPupils
                } else {
                    reason
                }
            })
        };
        let (disadvantaged_share, other_share) = (share(Group::Disadvantaged), share(Group::Other));
        let stated = self.disadvantaged_share(reader, row);
        // A share says nothing of how many they are.
        let or_stated = |counted: Amount, stated: Amount| match (counted, stated) {
            (Err(Missing::TooFewPupils), _) | (Ok(_), _) | (_, Err(_)) => counted,
            (Err(_), Ok(share)) => Ok(share),
        };
        let disadvantaged_share = or_stated(disadvantaged_share, stated);
        let other_share = or_stated(other_share, stated.map(|share| 100.0 - share));
        Some(TrustRecord {
            line: reader.line(row),
            uid: TrustUid::of(uid),
            name: name.to_owned(),
            kind: TrustKind::MultiAcademy,
            year: reader.year(names.shared.year.row(row), self.get(Field::Year))?,
            region: reader.region(names.shared.region.row(row), self.get(Field::Region)),
            schools: reader.amount(row, self.get(Field::Schools), cell::count),
            pupils,
            disadvantaged_share,
            other_share,
            attainment: reader.attainment(row, self.0.figures()),
            progress_interval: ByGroup::of(None),
            context: TrustContext::default(),
        })
    }
}
