//! Reads a cell that names a local authority as a code and a region.

use records::intake::Field;
use std::borrow::Cow;

use records::Fault;
use records::terms::{Authority, Region};

use crate::layout::words::authority_cell as words;
use crate::source::{ColumnIndex, RowIndex};

use super::Columns;
use super::reader::Reader;

/// The authority's code and region. An unknown code is a fault. The caller handles blank cells.
pub(super) fn read(
    reader: &mut Reader<'_>,
    row: RowIndex,
    column: Option<ColumnIndex>,
) -> (Option<u16>, Option<Region>) {
    let text = reader.text(row, column);
    if text.is_empty() {
        return (None, None);
    }
    let found = parse(text);
    if found.1.is_none() {
        let expected = Cow::Borrowed(words::AUTHORITY_CODE);
        reader.report(row, column, Fault::Unknown { expected });
    }
    found
}

/// The same for a school. If its authority is unknown, its region is that in `region_row`: with merged cells, an
/// earlier row.
pub(super) fn of_school(
    reader: &mut Reader<'_>,
    columns: &Columns,
    row: RowIndex,
    region_row: RowIndex,
) -> (Option<u16>, Option<Region>) {
    let (authority, region) = read(reader, row, columns.get(Field::Authority));
    let column = columns.get(Field::Region);
    match region {
        None if !reader.text(region_row, column).is_empty() => (authority, reader.region(region_row, column)),
        region => (authority, region),
    }
}

/// A code as written, or the code of the authority that the text names, with the authority's region.
pub(super) fn parse(text: &str) -> (Option<u16>, Option<Region>) {
    let code = Authority::parse_code(text);
    let authority = match code {
        Some(code) => Authority::of_code(code),
        None => Authority::of_name(text),
    };
    let code = code.or_else(|| authority.map(|authority| authority.code));
    (code, authority.map(|authority| authority.region))
}
