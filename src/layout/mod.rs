//! Tables to records: published layouts are recognised by the names of their columns.
//!
//! This room knows what the Department's files look like and nothing of rules. Each layout is one
//! file and one line in `LAYOUTS`.

mod answer;
mod authority_cell;
mod cell;
mod context;
mod decisions;
mod error;
mod field;
mod gather;
mod group_links;
mod intake;
mod labels;
mod lookalike;
mod mapping;
mod memberships;
mod merged;
mod numbers;
mod other_rows;
mod own_sheet;
mod preview;
mod reader;
mod record;
mod same_trust;
mod school_file;
mod school_links;
mod school_list;
mod schools;
mod seen;
mod spread;
mod tidy_school_file;
mod trust_file;
mod trust_list;

pub use answer::{Answer, Refusal};
pub use context::{ContextColumns, SchoolContext, TrustContext};
pub(crate) use error::COLUMNS_NAMED;
pub use error::{FileError, Nearest};
pub use field::Field;
pub(crate) use group_links::GroupLinks;
pub use intake::{Ask, Going, Intake, Opened, PassedOver, Purpose, open_file, open_file_as};
pub use mapping::{Explained, Mapping, MappingError};
pub use memberships::{LinkedTrust, Membership, MembershipColumns, Memberships};
pub use numbers::Numbers;
pub(crate) use own_sheet::OwnSheet;
pub use own_sheet::{OWN_SPREADSHEET, read_mapped, template};
pub use preview::{Becomes, Preview, preview};
pub(crate) use reader::Heading;
pub use record::{
    Amount, Attainment, ByGroup, PROBLEMS_KEPT, Recognised, Records, SchoolRecord, Tenure, TotalOf,
    TotalRecord, TrustKind, TrustRecord, TrustUid,
};
pub use school_file::SCHOOL_COLUMNS;
pub(crate) use school_file::SchoolFile;
pub(crate) use school_links::SchoolLinks;
pub use school_links::Succession;
pub use schools::{FigureColumn, School, SchoolColumns, Schools};
pub(crate) use spread::Spread;
pub use spread::YearSpread;
pub(crate) use tidy_school_file::TidySchoolFile;
pub use trust_file::{GROUP_SUFFIXES, MEASURE_STEMS};
pub(crate) use trust_file::{TYPE_COUNTS, TrustFile};

use crate::source::{ColumnIndex, Encoding, Header, Keep, Table};

use intake::Reading;

/// Whether a row is of use, by the bytes of one of its cells without blanks around them.
pub(crate) type IsOfUse = fn(&[u8]) -> bool;

/// A published layout: how it is recognised and what is read from it.
pub(crate) trait Layout: Sync {
    /// What the file is, in a sentence: "the trust performance file".
    fn name(&self) -> &'static str;

    /// The name under which the Department publishes it.
    fn published_as(&self) -> &'static str;

    /// The columns without which a file is not of this layout.
    fn required(&self) -> &'static [&'static str];

    /// Columns of which a file of this layout has at least one.
    fn any_of(&self) -> Vec<String>;

    /// What its columns are called that mean what a column of a user's own spreadsheet can mean: such spreadsheets are
    /// made of published files, and keep their names.
    fn fields(&self) -> Vec<(String, Field)> {
        Vec::new()
    }

    /// The columns that are to be kept of a file with this header, each as is said of it.
    fn wanted(&self, header: &Header) -> Vec<(ColumnIndex, Keep)>;

    /// The rows that are of use, where others are many: the column that tells, and how its cells tell.
    fn rows_of_use(&self, header: &Header) -> Option<(ColumnIndex, IsOfUse)> {
        let _ = header;
        None
    }

    /// Reads the records of a file and what is wrong with them. Its table holds the columns that are
    /// wanted of it.
    fn read(&self, heading: Heading<'_>, table: Table) -> Records;
}

/// Every layout that is read. A new one is added here and nowhere else.
pub(crate) static LAYOUTS: &[&dyn Layout] = &[
    &TrustFile,
    &SchoolFile,
    &TidySchoolFile::OF_2024,
    &TidySchoolFile::OF_2025,
    &SchoolLinks,
    &GroupLinks,
    &OwnSheet,
];

/// Opens a file, recognises its layout and reads its records.
///
/// # Errors
/// When it is no table, of no known layout, or holds no row that can be used. The error says what
/// the file looks like and which files would do.
///
/// ```
/// use trust_gap::layout::{read_file, FileError};
/// let csv = "trust_name, TRUST_UID ,TRUST_LEADREGION,TIME_PERIOD,ATT8SCR_WGTAVG\nARETÉ TRUST,1,London,202223,46.6\n";
/// let file = read_file("mats.csv", csv.as_bytes()).unwrap();
/// assert_eq!(file.records.trusts.len(), 1);
/// assert!(matches!(read_file("empty.csv", b""), Err(FileError::NotOpened { .. })));
/// ```
pub fn read_file(name: &str, bytes: &[u8]) -> Result<Recognised, FileError> {
    read_file_as(name, bytes, &Ask::default())
}

fn read_file_as(name: &str, bytes: &[u8], ask: &Ask) -> Result<Recognised, FileError> {
    let size = bytes.len() as u64;
    let mut reading = Reading::begin(name, size, bytes, ask)?;
    reading.push_whole(bytes);
    reading.finish()
}

/// Columns kept as the text that stands in them.
fn as_text(columns: Vec<ColumnIndex>) -> Vec<(ColumnIndex, Keep)> {
    columns
        .into_iter()
        .map(|column| (column, Keep::Text))
        .collect()
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
        layout,
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
        .find(|layout| missing_columns(*layout, header).is_empty())
}

/// The columns that keep a file from being of a layout; of alternatives, the first stands for all.
fn missing_columns(layout: &dyn Layout, header: &Header) -> Vec<String> {
    let mut missing: Vec<String> = layout
        .required()
        .iter()
        .filter(|name| !header.has(name))
        .map(|name| (*name).to_owned())
        .collect();
    let alternatives = layout.any_of();
    if !alternatives.iter().any(|name| header.has(name)) {
        missing.extend(alternatives.into_iter().take(1));
    }
    missing
}
