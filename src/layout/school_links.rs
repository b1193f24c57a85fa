//! The establishment links of Get Information About Schools: under which number a school was known before.

use borsh::{BorshDeserialize, BorshSerialize};

use crate::source::{ColumnIndex, Header, Keep, Table};
use crate::terms::Urn;
use crate::words::layout::school_links as words;

use super::gather::{self, Meanings};
use super::reader::{Heading, Reader};
use super::{IsOfUse, Layout, Records};

/// A school's number and one that it, or a school that it was made of, had before.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize,
)]
pub struct Succession {
    /// The number since.
    pub urn: Urn,
    /// The number before.
    pub earlier: Urn,
}

/// The establishment links. A pair of schools may be in them once or twice: as predecessor and as successor. Other links,
/// as those to sixth form centres, are not read, nor are schools that were split: no part has the results of the whole.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SchoolLinks;

const URN: &str = "URN";
const LINKED: &str = "LinkURN";
const KIND: &str = "LinkType";

impl Layout for SchoolLinks {
    fn name(&self) -> &'static str {
        words::NAME
    }

    fn published_as(&self) -> &'static str {
        words::PUBLISHED_AS
    }

    fn required(&self) -> &'static [&'static str] {
        &[URN, KIND]
    }

    fn any_of(&self) -> Vec<String> {
        vec![LINKED.to_owned()]
    }

    fn wanted(&self, header: &Header) -> Vec<(ColumnIndex, Keep)> {
        let urns = [URN, LINKED].into_iter();
        let urns = urns.filter_map(|name| Some((header.find(name)?, gather::count())));
        let kind = header.find(KIND).map(|at| (at, Keep::Words));
        urns.chain(kind).collect()
    }

    fn rows_of_use(&self, header: &Header) -> Option<(ColumnIndex, IsOfUse)> {
        let is_of_use: IsOfUse =
            |kind| std::str::from_utf8(kind).is_ok_and(|kind| side(kind).is_some());
        Some((header.find(KIND)?, is_of_use))
    }

    fn read(&self, heading: Heading<'_>, table: Table) -> Records {
        let sheet = heading.above(&table);
        let [urn, linked, kind] = [URN, LINKED, KIND].map(|name| sheet.header.find(name));
        let wanted: Vec<ColumnIndex> = [urn, linked, kind].into_iter().flatten().collect();
        let mut reader = Reader::new(sheet, None);
        reader.report_repeated_columns(&wanted);
        reader.report_shapes(|_, _| false);
        let mut sides = Meanings::new(&table, kind, side);
        let mut successions = Vec::with_capacity(table.len());
        for row in table.rows() {
            let Some(side) = sides.of(row) else { continue };
            let (urn, linked) = (reader.urn(row, urn), reader.urn(row, linked));
            if let Some((urn, linked)) = urn.zip(linked) {
                let (urn, earlier) = match side {
                    Side::Before => (urn, linked),
                    Side::After => (linked, urn),
                };
                successions.push(Succession { urn, earlier });
            }
        }
        Records {
            rows: table.rows_in_all(),
            successions,
            problems: reader.problems,
            more_problems: reader.more_problems,
            doubts: reader.doubts.finish(),
            ..Records::default()
        }
    }
}

/// On which side of a school the linked one is.
#[derive(Debug, Clone, Copy)]
enum Side {
    Before,
    After,
}

/// What a link's type says; nothing where it is about no one school that followed another.
fn side(kind: &str) -> Option<Side> {
    let kind = kind.trim().to_ascii_lowercase();
    if kind.contains("split") {
        None
    } else if kind.starts_with("predecessor") {
        Some(Side::Before)
    } else {
        kind.starts_with("successor").then_some(Side::After)
    }
}
