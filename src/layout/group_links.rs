//! The group links of Get Information About Schools: which school is in which trust since when.

use crate::source::{ColumnIndex, Header, RowIndex};
use crate::terms::SchoolType;

use super::memberships::{MembershipReader, MembershipRecord};
use super::reader::{Reader, Sheet};
use super::{Layout, Records, Tenure};

/// The group links: the download itself (`dd-mm-yyyy`) or a copy saved by another program (a
/// nameless first column, ISO days). Only multi-academy trusts count.
#[derive(Debug, Clone, Copy)]
pub struct GroupLinks;

const URN: &str = "URN";
const UID: &str = "Group UID";
const NAME: &str = "Group Name";
const KIND: &str = "Group Type";
const JOINED: &str = "Joined date";
const CLOSED: &str = "Closed Date";
const SCHOOL_TYPE: &str = "TypeOfEstablishment (name)";

impl Layout for GroupLinks {
    fn name(&self) -> &'static str {
        "the group links of Get Information About Schools"
    }

    fn published_as(&self) -> &'static str {
        "the download \u{201c}All group links\u{201d}"
    }

    fn required(&self) -> &'static [&'static str] {
        &[URN, UID, NAME, KIND]
    }

    fn any_of(&self) -> Vec<String> {
        vec![JOINED.to_owned()]
    }

    fn wanted(&self, header: &Header) -> Vec<ColumnIndex> {
        Columns::find(header).all()
    }

    fn read(&self, sheet: Sheet<'_>) -> Records {
        let columns = Columns::find(sheet.header);
        let mut reader = Reader::new(sheet, None);
        reader.report_repeated_columns(&columns.all());
        reader.report_shapes(|_, _| false);
        let mut memberships = MembershipReader::default();
        let mut types = Types::default();
        for row in sheet.table.rows() {
            if is_multi_academy(reader.text(row, columns.kind))
                && let Some(membership) = columns.membership(&mut reader, row, &mut types)
            {
                memberships.push(membership);
            }
        }
        Records {
            rows: sheet.table.len(),
            memberships: memberships.finish(),
            problems: reader.problems,
            more_problems: reader.more_problems,
            ..Records::default()
        }
    }
}

/// "Multi-academy trust", however it is written.
fn is_multi_academy(kind: &str) -> bool {
    ["multi-academy trust", "multi academy trust"]
        .into_iter()
        .any(|known| {
            let start = kind.get(..known.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(known))
        })
}

/// The types of school by the names that the file has for them, of which there are a few dozen: to
/// tell a type by its name anew in each row would take most of the time.
#[derive(Default)]
struct Types<'a>(Vec<(&'a str, SchoolType)>);

impl<'a> Types<'a> {
    fn of(&mut self, name: &'a str) -> SchoolType {
        if let Some((_, known)) = self.0.iter().find(|(known, _)| *known == name) {
            return *known;
        }
        let of = SchoolType::from_name(name);
        // A file of another kind may have a new word in each row.
        if self.0.len() < 100 {
            self.0.push((name, of));
        }
        of
    }
}

struct Columns {
    urn: Option<ColumnIndex>,
    uid: Option<ColumnIndex>,
    name: Option<ColumnIndex>,
    kind: Option<ColumnIndex>,
    joined: Option<ColumnIndex>,
    closed: Option<ColumnIndex>,
    school_type: Option<ColumnIndex>,
}

impl Columns {
    fn find(header: &Header) -> Self {
        Self {
            urn: header.find(URN),
            uid: header.find(UID),
            name: header.find(NAME),
            kind: header.find(KIND),
            joined: header.find(JOINED),
            closed: header.find(CLOSED),
            school_type: header.find(SCHOOL_TYPE),
        }
    }

    fn all(&self) -> Vec<ColumnIndex> {
        [
            self.urn,
            self.uid,
            self.name,
            self.kind,
            self.joined,
            self.closed,
            self.school_type,
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// One membership; nothing where school or trust has no number, or the trust no name.
    fn membership<'a>(
        &self,
        reader: &mut Reader<'a>,
        row: RowIndex,
        types: &mut Types<'a>,
    ) -> Option<MembershipRecord<'a>> {
        let urn = reader.urn(row, self.urn);
        let uid = reader.filled(row, self.uid);
        let trust_name = reader.filled(row, self.name);
        let joined = reader.date(row, self.joined);
        Some(MembershipRecord {
            line: reader.line(row),
            urn: urn?,
            year: None,
            uid: uid?,
            trust_name: trust_name?,
            tenure: joined.map_or(Tenure::NotStated, Tenure::Joined),
            closed: reader.date(row, self.closed),
            school_type: types.of(reader.text(row, self.school_type)),
        })
    }
}
