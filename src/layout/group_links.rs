//! The group links of Get Information About Schools: which school is in which trust since when.

use crate::source::{ColumnIndex, Fault, Header, RowIndex, Text};
use crate::terms::SchoolType;
use crate::terms::letters::in_small;

use super::reader::Reader;
use super::{Layout, MembershipRecord, Records, Tenure, TrustUid};

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
const SCHOOL: &str = "EstablishmentName";
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

    fn read(&self, file: &str, text: &Text<'_>) -> Records {
        let columns = Columns::find(text.header());
        let wanted = columns.all();
        let table = text.read(&wanted);
        let mut reader = Reader::new(file, text, &table, None);
        reader.report_repeated_columns(&wanted);
        reader.report_shapes(|_, _| false);
        let mut memberships = Vec::with_capacity(table.len() / 2);
        for row in table.rows() {
            if is_multi_academy(reader.text(row, columns.kind)) {
                memberships.extend(columns.membership(&mut reader, row));
            }
        }
        Records {
            rows: table.len(),
            memberships,
            problems: reader.problems,
            more_problems: reader.more_problems,
            ..Records::default()
        }
    }
}

/// "Multi-academy trust", however it is written.
fn is_multi_academy(kind: &str) -> bool {
    let folded = in_small(kind);
    folded.starts_with("multi-academy trust") || folded.starts_with("multi academy trust")
}

struct Columns {
    urn: Option<ColumnIndex>,
    uid: Option<ColumnIndex>,
    name: Option<ColumnIndex>,
    kind: Option<ColumnIndex>,
    joined: Option<ColumnIndex>,
    closed: Option<ColumnIndex>,
    school: Option<ColumnIndex>,
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
            school: header.find(SCHOOL),
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
            self.school,
            self.school_type,
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// One membership; nothing where school or trust has no number, or the trust no name.
    fn membership(&self, reader: &mut Reader<'_>, row: RowIndex) -> Option<MembershipRecord> {
        let urn = reader.urn(row, self.urn);
        let trust = TrustUid::new(reader.text(row, self.uid));
        if trust.is_none() {
            reader.report(row, self.uid, Fault::Blank);
        }
        let trust_name = reader.filled(row, self.name);
        let joined = reader.date(row, self.joined);
        Some(MembershipRecord {
            line: reader.line(row),
            urn: urn?,
            year: None,
            trust: trust?,
            trust_name: trust_name?.to_owned(),
            tenure: joined.map_or(Tenure::NotStated, Tenure::Joined),
            closed: reader.date(row, self.closed),
            school_name: reader.text(row, self.school).to_owned(),
            school_type: SchoolType::from_name(reader.text(row, self.school_type)),
        })
    }
}
