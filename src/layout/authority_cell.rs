//! A cell that names a local authority to its code and region.

use std::borrow::Cow;

use crate::source::{ColumnIndex, Fault, RowIndex};
use crate::terms::{Authority, Region};
use crate::words::layout::authority_cell as words;

use super::reader::Reader;

/// The authority's code and region. An unknown code is a fault; a blank cell is the caller's matter.
pub(super) fn read(
    reader: &mut Reader<'_>,
    row: RowIndex,
    column: Option<ColumnIndex>,
) -> (Option<u16>, Option<Region>) {
    let text = reader.text(row, column);
    if text.is_empty() {
        return (None, None);
    }
    let told = told(text);
    if told.1.is_none() {
        let expected = Cow::Borrowed(words::AUTHORITY_CODE);
        reader.report(row, column, Fault::Unknown { expected });
    }
    told
}

/// The code that a cell's text is or whose authority it names, and the region where it is an authority's.
pub(super) fn told(text: &str) -> (Option<u16>, Option<Region>) {
    let code = Authority::parse_code(text);
    let authority = match code {
        Some(code) => Authority::of_code(code),
        None => Authority::of_name(text),
    };
    let code = code.or_else(|| authority.map(|authority| authority.code));
    (code, authority.map(|authority| authority.region))
}
