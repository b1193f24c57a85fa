//! Turns tables into records. Published layouts are recognised by the names of their columns.
//!
//! This module knows the layouts of the Department's files and does not depend on rules. Each layout is one file and
//! one registration in `published`.

mod authority_cell;
mod cell;
mod columns;
mod decisions;
mod error;
mod gather;
mod intake;
mod labels;
mod lookalike;
mod mapping;
mod merged;
mod other_rows;
mod own_sheet;
mod preview;
mod published;
mod reader;
mod same_trust;
mod school_list;
mod spread;
mod trust_list;
pub mod words;

pub use columns::{Cells, Column, Columns, Variable, field};
pub(crate) use error::COLUMNS_NAMED;
pub use error::{FileError, Nearest};
pub use intake::{Demand, Intake, Opened, open_file, open_file_as};
pub use own_sheet::read_mapped;
pub use preview::preview;
pub use published::GROUP_SUFFIXES;
pub(crate) use published::LAYOUTS;
pub use published::{GroupLinks, SchoolFile, TidySchoolFile, TrustFile};
pub use reader::Heading;
pub(crate) use spread::Spread;

use records::intake::ReadRequest;
use records::{Encoding, Recognised, Records};

use crate::source::{ColumnIndex, Header, Table};

use intake::Reading;

/// Whether a row is needed, from the bytes of one of its cells without blanks around them.
pub(crate) type RowFilter = fn(&[u8]) -> bool;

/// A published layout: how it is recognised and what is read from it.
pub trait Layout: Sync {
    /// The name of the file in a sentence: "the trust performance file".
    fn name(&self) -> &'static str;

    /// The name under which the Department publishes it.
    fn published_as(&self) -> &'static str;

    /// The columns of its files that are known here.
    fn columns(&self) -> Vec<Column>;

    /// Whether its files are so large that cells are kept by type instead of as text.
    fn is_large(&self) -> bool {
        false
    }

    /// Where the columns are in a file with this header.
    fn find(&self, header: &Header) -> Columns {
        Columns::find(&self.columns(), header)
    }

    /// Which rows are needed, if many are not: a column and a test for its cells.
    fn row_filter(&self, header: &Header) -> Option<(ColumnIndex, RowFilter)> {
        let _ = header;
        None
    }

    /// Reads the records of a file and its faults. The table contains the wanted columns.
    fn read(&self, heading: Heading<'_>, table: Table) -> Records;
}

/// Opens a file, recognises its layout and reads its records.
///
/// # Errors
/// If it is not a table, its layout is unknown, or none of its rows is usable. The error says what the file looks like
/// and which files can be used.
///
/// ```
/// use read::layout::{read_file, FileError};
/// let csv = "trust_name, TRUST_UID ,TRUST_LEADREGION,TIME_PERIOD,ATT8SCR_WGTAVG\nARETÉ TRUST,1,London,202223,46.6\n";
/// let file = read_file("mats.csv", csv.as_bytes()).unwrap();
/// assert_eq!(file.records.trusts.len(), 1);
/// assert!(matches!(read_file("empty.csv", b""), Err(FileError::NotOpened { .. })));
/// ```
pub fn read_file(name: &str, bytes: &[u8]) -> Result<Recognised, FileError> {
    read_file_as(name, bytes, &ReadRequest::default())
}

fn read_file_as(name: &str, bytes: &[u8], request: &ReadRequest) -> Result<Recognised, FileError> {
    let size = bytes.len() as u64;
    let mut reading = Reading::begin(name, size, bytes, request)?;
    reading.push_whole(bytes);
    reading.finish()
}

/// A file whose rows were read, if some are usable.
fn recognised(name: &str, layout: &'static str, encoding: Encoding, records: Records) -> Result<Recognised, FileError> {
    if records.rows == 0 {
        return Err(FileError::HeaderOnly {
            file: name.to_owned(),
            layout,
        });
    }
    if records.is_empty() {
        return Err(FileError::NoUsableRow {
            file: name.to_owned(),
            layout,
            problems: records.problems,
        });
    }
    Ok(Recognised {
        file: name.to_owned(),
        layout: layout.into(),
        encoding,
        records,
        explained_by: None,
        fingerprint: None,
        credit: None,
    })
}

fn recognise(header: &Header) -> Option<&'static dyn Layout> {
    LAYOUTS
        .iter()
        .copied()
        .find(|layout| columns::missing(&layout.columns(), header).is_empty())
}
