//! The group links of Get Information About Schools: which school is in which trust, and since when.

use records::terms::{Authority, Date, Missing, SchoolType};
use records::{Fault, Membership, MembershipReader, Memberships, Reading, Records, Tenure, department};

use crate::layout::Cells::Words;
use crate::layout::cell::{self, Style};
use crate::layout::gather::Meanings;
use crate::layout::reader::{Heading, Reader};
use crate::layout::{Cells, Column, Columns, Layout, RowFilter, Variable, field};
use crate::source::{ColumnIndex, Header, RowIndex, Table, Words as Dictionary};
use records::intake::Field;

/// The group links: the download itself (`dd-mm-yyyy`), or a copy saved by another program (a nameless first column,
/// ISO dates). Only multi-academy trusts count.
#[derive(Debug, Clone, Copy)]
pub struct GroupLinks;

static COLUMNS: [Column; 12] = [
    Column::required("URN", field(Field::Urn), Cells::Urn),
    // The name in "All group links", and the name in older downloads and the extract service.
    Column::one_of("Group UID", &["Linked UID"], field(Field::TrustUid), Words),
    Column::required("Group Name", field(Field::Trust), Words),
    Column::required("Group Type", Variable::TrustKind, Words),
    Column::required("Joined date", field(Field::Joined), Words),
    Column::optional("Closed Date", Variable::Closed, Words),
    Column::optional("TypeOfEstablishment (name)", field(Field::SchoolType), Words),
    Column::optional("EstablishmentName", field(Field::School), Words),
    Column::optional("PhaseOfEducation (name)", Variable::Phase, Words),
    Column::optional("LA (code)", field(Field::Authority), Words),
    // These dates are not used, but may show the order of day and month.
    Column::optional("Open date", Variable::Opened, Words),
    Column::optional("Incorporated on (open date)", Variable::Incorporated, Words),
];

impl Layout for GroupLinks {
    fn name(&self) -> &'static str {
        department::GROUP_LINKS
    }

    fn published_as(&self) -> &'static str {
        "the download \u{201c}All group links\u{201d}"
    }

    fn columns(&self) -> Vec<Column> {
        COLUMNS.to_vec()
    }

    fn is_large(&self) -> bool {
        true
    }

    fn row_filter(&self, header: &Header) -> Option<(ColumnIndex, RowFilter)> {
        let kind = self.find(header).get(Variable::TrustKind)?;
        Some((kind, is_multi_academy))
    }

    fn read(&self, heading: Heading<'_>, table: Table) -> Records {
        let columns = self.find(heading.header);
        let mut reader = Reader::of(heading, &table, None, &columns);
        // Some downloads have one more heading than cells, but it is after the last wanted column.
        let last_wanted = columns.all().into_iter().max();
        let last_wanted = last_wanted.map_or(0, |last| last.index() + 1);
        reader
            .report_shapes(&|_, fault| matches!(fault, Fault::ShortRow { found: cells, .. } if *cells >= last_wanted));
        let days = [columns.get(Field::Joined), columns.get(Variable::Closed)];
        let days: Vec<ColumnIndex> = days.into_iter().flatten().collect();
        let others = [Variable::Opened, Variable::Incorporated].map(|day| columns.get(day));
        let other_days: Vec<ColumnIndex> = others.into_iter().flatten().collect();
        reader.decide_dates(&days, &other_days, true);
        Records {
            memberships: memberships(&columns, &mut reader),
            ..reader.finish(table.rows_in_all(), &columns)
        }
    }
}

/// Whether a text means "Multi-academy trust": by its letters only, with any blanks and dashes, or as "MAT".
pub(super) fn is_multi_academy(kind: &[u8]) -> bool {
    if kind.eq_ignore_ascii_case(b"MAT") || kind.eq_ignore_ascii_case(b"MATs") {
        return true;
    }
    let wanted = b"multiacademytrust".iter();
    let mut letters = kind.iter().filter(|byte| byte.is_ascii_alphabetic());
    wanted.into_iter().all(|wanted| {
        let letter = letters.next();
        letter.is_some_and(|letter| letter.eq_ignore_ascii_case(wanted))
    })
}

/// The memberships of multi-academy trusts, except those without a number of school or trust, or without the trust's
/// name.
fn memberships(columns: &Columns, reader: &mut Reader<'_>) -> Memberships {
    let table = reader.table;
    let [urn, uid, name] = [Field::Urn, Field::TrustUid, Field::Trust].map(|of| columns.get(of));
    let (joined_at, closed_at) = (columns.get(Field::Joined), columns.get(Variable::Closed));
    let school = columns.get(Field::School);
    let types = Meanings::new(table, columns.get(Field::SchoolType), SchoolType::from_name);
    let phases = Meanings::new(table, columns.get(Variable::Phase), is_secondary);
    let authorities = Meanings::new(table, columns.get(Field::Authority), Authority::parse_code);
    let days = |column| {
        let is_month_first = reader.noted.styles.column(column).dates == Reading::MonthFirst;
        let meaning = if is_month_first { month_first } else { day_first };
        Meanings::new(table, column, meaning)
    };
    let (joined, closed) = (days(joined_at), days(closed_at));
    let mut known = Named::new(table, [uid, name]);
    let mut memberships = MembershipReader::default();
    memberships.reserve(table.len());
    for row in table.rows() {
        let urn = reader.urn(row, urn);
        let mut named = known.index(row);
        let mut new = None;
        if named.is_none() {
            let uid = reader.filled(row, uid);
            new = uid.zip(reader.filled(row, name));
        }
        let joined = reader.stated_day(row, joined_at, joined.of(row));
        if let (Some((uid, name)), Some(_)) = (new, urn) {
            let index = memberships.index_of(uid, name);
            known.note(row, index);
            named = Some(index);
        }
        let (Some(urn), Some(named)) = (urn, named) else {
            continue;
        };
        memberships.push(Membership {
            urn,
            since: None,
            line: reader.line(row),
            year: None,
            tenure: joined.map_or(Tenure::NotStated, Tenure::Joined),
            closed: reader.stated_day(row, closed_at, closed.of(row)),
            school_type: types.of(row),
            authority: authorities.of(row),
            is_secondary: phases.of(row),
            school: reader.text(row, school).into(),
            named,
            trust: 0,
        });
    }
    memberships.finish()
}

/// Whether a school of this phase teaches at key stage 4; `None` if the phase is not given.
fn is_secondary(phase: &str) -> Option<bool> {
    let phase = phase.to_ascii_lowercase();
    (!phase.is_empty()).then_some(matches!(phase.as_str(), "secondary" | "all-through"))
}

/// The date in a cell: `None` if it is blank, an error if it cannot be read.
fn day(text: &str, style: Style) -> Result<Option<Date>, ()> {
    if Missing::from_code(text).is_some() {
        return Ok(None);
    }
    cell::day(text, style).map(Some).ok_or(())
}

fn day_first(text: &str) -> Result<Option<Date>, ()> {
    day(text, Style::PUBLISHED)
}

fn month_first(text: &str) -> Result<Option<Date>, ()> {
    let dates = Reading::MonthFirst;
    let style = Style {
        dates,
        ..Style::PUBLISHED
    };
    day(text, style)
}

/// The indices of trusts in the list, by the words for their numbers and names. Most rows name a trust that occurred
/// earlier.
struct Named<'a> {
    uids: Option<&'a Dictionary>,
    names: Option<&'a Dictionary>,
    /// For each number's word: the word of the name that came with it, and the trust's index.
    indices: Vec<Option<(u32, u32)>>,
}

impl<'a> Named<'a> {
    fn new(table: &'a Table, columns: [Option<ColumnIndex>; 2]) -> Self {
        let [uids, names] = columns.map(|column| table.words(column?));
        Self {
            uids,
            names,
            indices: Vec::new(),
        }
    }

    /// The words for number and name in a row.
    fn words(&self, row: RowIndex) -> Option<(usize, u32)> {
        let code = |words: Option<&Dictionary>| words?.codes().get(row.index()).copied();
        Some((code(self.uids)? as usize, code(self.names)?))
    }

    /// The trust's index, if an earlier row has the same words.
    fn index(&self, row: RowIndex) -> Option<u32> {
        let (uid, name) = self.words(row)?;
        let (known, index) = (*self.indices.get(uid)?)?;
        (known == name).then_some(index)
    }

    /// Stores the index of a row's trust.
    fn note(&mut self, row: RowIndex, index: u32) {
        let Some((uid, name)) = self.words(row) else {
            return;
        };
        if self.indices.len() <= uid {
            self.indices.resize(uid + 1, None);
        }
        if let Some(slot) = self.indices.get_mut(uid) {
            *slot = Some((name, index));
        }
    }
}
