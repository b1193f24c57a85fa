//! Tables to records: published layouts are recognised by the names of their columns.
//!
//! This room knows what the Department's files look like and nothing of rules. Each layout is one
//! file and one registration in `published`.

mod answer;
mod authority_cell;
mod cell;
mod columns;
mod decisions;
mod error;
mod field;
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

pub use answer::{Answer, Refusal};
pub use columns::{Cells, Column, Columns, Variable, field};
pub(crate) use error::COLUMNS_NAMED;
pub use error::{FileError, Nearest};
pub use field::Field;
pub use intake::{
    Demand, Intake, Opened, Purpose, ReadRequest, SkippedFile, open_file, open_file_as,
};
pub use mapping::{Mapping, MappingError, SavedMapping};
pub use own_sheet::{read_mapped, template};
pub use preview::{CellPreview, Preview, preview};
pub use published::GROUP_SUFFIXES;
pub(crate) use published::LAYOUTS;
pub use published::{GroupLinks, SchoolFile, TidySchoolFile, TrustFile};
pub use reader::Heading;
pub(crate) use spread::Spread;

use records::{Encoding, Recognised, Records};

use crate::source::{ColumnIndex, Header, Table};

use intake::Reading;

/// Whether a row is of use, by the bytes of one of its cells without blanks around them.
pub(crate) type RowFilter = fn(&[u8]) -> bool;

/// A published layout: how it is recognised and what is read from it.
pub trait Layout: Sync {
    /// What the file is, in a sentence: "the trust performance file".
    fn name(&self) -> &'static str;

    /// The name under which the Department publishes it.
    fn published_as(&self) -> &'static str;

    /// The columns that its files have, as far as they are known here.
    fn columns(&self) -> Vec<Column>;

    /// Whether its files are so large that their cells are kept as what they are rather than as text.
    fn is_large(&self) -> bool {
        false
    }

    /// Where the columns are in a file with this header.
    fn find(&self, header: &Header) -> Columns {
        Columns::find(&self.columns(), header)
    }

    /// The rows that are of use, where others are many: the column that tells, and how its cells tell.
    fn row_filter(&self, header: &Header) -> Option<(ColumnIndex, RowFilter)> {
        let _ = header;
        None
    }

    /// Reads the records of a file and what is wrong with them. Its table holds the columns that are
    /// wanted of it.
    fn read(&self, heading: Heading<'_>, table: Table) -> Records;
}

/// Opens a file, recognises its layout and reads its records.
///
/// # Errors
/// When it is no table, of no known layout, or holds no row that can be used. The error says what
/// the file looks like and which files would do.
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

/// A file whose rows were read, where some of them can be used.
fn recognised(
    name: &str,
    layout: &'static str,
    encoding: Encoding,
    records: Records,
) -> Result<Recognised, FileError> {
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
