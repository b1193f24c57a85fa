//! The establishment links of Get Information About Schools: a school's earlier number.

use records::{Records, Succession, department};

use crate::layout::gather::Meanings;
use crate::layout::reader::{Heading, Reader};
use crate::layout::{Cells, Column, Layout, RowFilter, Variable, field};
use crate::source::{ColumnIndex, Header, Table};
use records::intake::Field;

/// The establishment links. A pair of schools may occur once or twice: as predecessor and as successor. Other links,
/// such as those to sixth form centres, are ignored. So are schools that were split, because no part has the results of
/// the whole.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SchoolLinks;

static COLUMNS: [Column; 3] = [
    Column::required("URN", field(Field::Urn), Cells::Urn),
    Column::one_of("LinkURN", &[], Variable::LinkedUrn, Cells::Urn),
    Column::required("LinkType", Variable::LinkType, Cells::Words),
];

impl Layout for SchoolLinks {
    fn name(&self) -> &'static str {
        department::SCHOOL_LINKS
    }

    fn published_as(&self) -> &'static str {
        "links_edubasealldata.csv"
    }

    fn columns(&self) -> Vec<Column> {
        COLUMNS.to_vec()
    }

    fn is_large(&self) -> bool {
        true
    }

    fn row_filter(&self, header: &Header) -> Option<(ColumnIndex, RowFilter)> {
        let filter: RowFilter = |kind| std::str::from_utf8(kind).is_ok_and(|kind| side(kind).is_some());
        Some((self.find(header).get(Variable::LinkType)?, filter))
    }

    fn read(&self, heading: Heading<'_>, table: Table) -> Records {
        let columns = self.find(heading.header);
        let (urn, linked) = (columns.get(Field::Urn), columns.get(Variable::LinkedUrn));
        let mut reader = Reader::of(heading, &table, None, &columns);
        reader.report_shapes(&|_, _| false);
        let sides = Meanings::new(&table, columns.get(Variable::LinkType), side);
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
            successions,
            ..reader.finish(table.rows_in_all(), &columns)
        }
    }
}

/// Whether the linked school came before or after.
#[derive(Debug, Clone, Copy)]
enum Side {
    Before,
    After,
}

/// The meaning of a link's type. `None` if it is not about one school that followed another.
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
