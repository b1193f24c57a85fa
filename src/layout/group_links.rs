//! The group links of Get Information About Schools: which school is in which trust since when.

use crate::source::{ColumnIndex, Fault, Header, Keep, Reading, RowIndex, Table, Words};
use crate::terms::{Authority, Date, Missing, SchoolType};
use crate::words::layout::group_links as words;

use super::cell::{self, Style};
use super::gather::{self, Meanings};
use super::memberships::{MembershipReader, Placed};
use super::reader::{Heading, Reader};
use super::{Field, IsOfUse, Layout, Memberships, Records, Tenure};

/// The group links: the download itself (`dd-mm-yyyy`) or a copy saved by another program (a
/// nameless first column, ISO days). Only multi-academy trusts count.
#[derive(Debug, Clone, Copy)]
pub(crate) struct GroupLinks;

const URN: &str = "URN";
/// The trust's number, by the name in "All group links" and by that in older downloads and the extract service.
const UIDS: [&str; 2] = [GROUP_UID, LINKED_UID];
const GROUP_UID: &str = "Group UID";
const LINKED_UID: &str = "Linked UID";
const NAME: &str = "Group Name";
const KIND: &str = "Group Type";
const JOINED: &str = "Joined date";
const CLOSED: &str = "Closed Date";
/// Days that are not read, but may show in which order day and month are.
const OTHER_DAYS: [&str; 2] = [OPENED, INCORPORATED];
const OPENED: &str = "Open date";
const INCORPORATED: &str = "Incorporated on (open date)";
const SCHOOL_TYPE: &str = "TypeOfEstablishment (name)";
const SCHOOL: &str = "EstablishmentName";
const PHASE: &str = "PhaseOfEducation (name)";
const AUTHORITY: &str = "LA (code)";

impl Layout for GroupLinks {
    fn name(&self) -> &'static str {
        words::NAME
    }

    fn published_as(&self) -> &'static str {
        words::PUBLISHED_AS
    }

    fn required(&self) -> &'static [&'static str] {
        &[URN, NAME, KIND, JOINED]
    }

    fn any_of(&self) -> Vec<String> {
        UIDS.map(str::to_owned).to_vec()
    }

    fn fields(&self) -> Vec<(String, Field)> {
        let fields = [
            (URN, Field::Urn),
            (NAME, Field::Trust),
            (JOINED, Field::Joined),
            (SCHOOL_TYPE, Field::SchoolType),
        ];
        let uids = UIDS.map(|name| (name, Field::TrustUid));
        fields
            .into_iter()
            .chain(uids)
            .map(|(name, field)| (name.to_owned(), field))
            .collect()
    }

    fn wanted(&self, header: &Header) -> Vec<(ColumnIndex, Keep)> {
        Columns::find(header).wanted()
    }

    fn rows_of_use(&self, header: &Header) -> Option<(ColumnIndex, IsOfUse)> {
        Some((header.find(KIND)?, is_multi_academy))
    }

    fn read(&self, heading: Heading<'_>, table: Table) -> Records {
        let sheet = heading.above(&table);
        let columns = Columns::find(sheet.header);
        let wanted: Vec<ColumnIndex> = columns.wanted().into_iter().map(|(at, _)| at).collect();
        let mut reader = Reader::new(sheet, None);
        reader.report_repeated_columns(&wanted);
        // Some downloads have a heading more than cells: nothing is lost behind the last wanted column.
        let last_wanted = wanted.iter().max().map_or(0, |last| last.place() + 1);
        reader.report_shapes(|_, fault| {
            matches!(fault, Fault::ShortRow { found: cells, .. } if *cells >= last_wanted)
        });
        let days: Vec<ColumnIndex> = [columns.joined, columns.closed]
            .into_iter()
            .flatten()
            .collect();
        reader.decide_dates(&days, &columns.other_days, true);
        Records {
            rows: sheet.table.rows_in_all(),
            memberships: columns.memberships(&mut reader),
            problems: reader.problems,
            more_problems: reader.more_problems,
            doubts: reader.doubts.finish(),
            ..Records::default()
        }
    }
}

/// "Multi-academy trust", however it is written: by its letters alone, whatever blanks and dashes are around and
/// between them, or as "MAT".
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

struct Columns {
    urn: Option<ColumnIndex>,
    uid: Option<ColumnIndex>,
    name: Option<ColumnIndex>,
    kind: Option<ColumnIndex>,
    joined: Option<ColumnIndex>,
    closed: Option<ColumnIndex>,
    school_type: Option<ColumnIndex>,
    school: Option<ColumnIndex>,
    phase: Option<ColumnIndex>,
    authority: Option<ColumnIndex>,
    other_days: Vec<ColumnIndex>,
}

impl Columns {
    fn find(header: &Header) -> Self {
        Self {
            urn: header.find(URN),
            uid: UIDS.into_iter().find_map(|name| header.find(name)),
            name: header.find(NAME),
            kind: header.find(KIND),
            joined: header.find(JOINED),
            closed: header.find(CLOSED),
            school_type: header.find(SCHOOL_TYPE),
            school: header.find(SCHOOL),
            phase: header.find(PHASE),
            authority: header.find(AUTHORITY),
            other_days: OTHER_DAYS
                .into_iter()
                .filter_map(|name| header.find(name))
                .collect(),
        }
    }

    /// Every column that is read: schools' numbers, and words of which each stands in many rows.
    fn wanted(&self) -> Vec<(ColumnIndex, Keep)> {
        let words = [
            self.uid,
            self.name,
            self.kind,
            self.joined,
            self.closed,
            self.school_type,
            self.school,
            self.phase,
            self.authority,
        ];
        let urn = self.urn.map(|at| (at, gather::count()));
        let words = words.into_iter().flatten();
        let words = words.chain(self.other_days.iter().copied());
        let words = words.map(|at| (at, Keep::Words));
        urn.into_iter().chain(words).collect()
    }

    /// The memberships of multi-academy trusts, without those in which school or trust has no number,
    /// or the trust no name.
    fn memberships(&self, reader: &mut Reader<'_>) -> Memberships {
        let table = reader.sheet().table;
        let mut types = Meanings::new(table, self.school_type, SchoolType::from_name);
        let mut phases = Meanings::new(table, self.phase, is_secondary);
        let mut authorities = Meanings::new(table, self.authority, Authority::parse_code);
        let days = |column| {
            let is_month_first = reader.styles.column(column).dates == Reading::MonthFirst;
            let tell = if is_month_first {
                month_first
            } else {
                day_first
            };
            Meanings::new(table, column, tell)
        };
        let (mut joined, mut closed) = (days(self.joined), days(self.closed));
        let mut named = Named::new(table, self);
        let mut memberships = MembershipReader::default();
        memberships.reserve(table.len());
        for row in table.rows() {
            let urn = reader.urn(row, self.urn);
            let trust = match named.known(row) {
                Some(place) => Some(Trust::Known(place)),
                None => {
                    let uid = reader.filled(row, self.uid);
                    let name = reader.filled(row, self.name);
                    uid.zip(name).map(|(uid, name)| Trust::New(uid, name))
                }
            };
            let joined = reader.stated_day(row, self.joined, joined.of(row));
            let (Some(urn), Some(trust)) = (urn, trust) else {
                continue;
            };
            let trust = match trust {
                Trust::Known(place) => place,
                Trust::New(uid, name) => named.note(row, memberships.place_of(uid, name)),
            };
            memberships.push_placed(&Placed {
                line: reader.line(row),
                urn,
                year: None,
                trust,
                tenure: joined.map_or(Tenure::NotStated, Tenure::Joined),
                closed: reader.stated_day(row, self.closed, closed.of(row)),
                school_type: types.of(row),
                authority: authorities.of(row),
                is_secondary: phases.of(row),
                school: reader.text(row, self.school),
            });
        }
        memberships.finish()
    }
}

/// Whether a school of this phase teaches at key stage 4; nothing where the phase is not given.
fn is_secondary(phase: &str) -> Option<bool> {
    let phase = phase.to_ascii_lowercase();
    (!phase.is_empty()).then_some(matches!(phase.as_str(), "secondary" | "all-through"))
}

/// The day that a cell states: nothing where it states none, an error where it cannot be read.
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

/// A trust as a row names it.
enum Trust<'a> {
    /// As an earlier row did: its place in the list.
    Known(usize),
    /// By number and name.
    New(&'a str, &'a str),
}

/// The places of trusts in the list, by the words for their numbers and names: most rows name a trust
/// that an earlier one has named.
struct Named<'a> {
    uids: Option<&'a Words>,
    names: Option<&'a Words>,
    /// For each word of the numbers, the word of the name that came with it and the trust's place.
    places: Vec<Option<(u32, usize)>>,
}

impl<'a> Named<'a> {
    fn new(table: &'a Table, columns: &Columns) -> Self {
        Self {
            uids: columns.uid.and_then(|column| table.words(column)),
            names: columns.name.and_then(|column| table.words(column)),
            places: Vec::new(),
        }
    }

    /// The words for number and name in a row.
    fn words(&self, row: RowIndex) -> Option<(usize, u32)> {
        let code = |words: Option<&Words>| words?.codes().get(row.place()).copied();
        Some((code(self.uids)? as usize, code(self.names)?))
    }

    /// The trust's place, where an earlier row has the same words.
    fn known(&self, row: RowIndex) -> Option<usize> {
        let (uid, name) = self.words(row)?;
        let (known, place) = (*self.places.get(uid)?)?;
        (known == name).then_some(place)
    }

    /// Notes the place of a row's trust, and gives it back.
    fn note(&mut self, row: RowIndex, place: usize) -> usize {
        if let Some((uid, name)) = self.words(row) {
            if self.places.len() <= uid {
                self.places.resize(uid + 1, None);
            }
            if let Some(slot) = self.places.get_mut(uid) {
                *slot = Some((name, place));
            }
        }
        place
    }
}
