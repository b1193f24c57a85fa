//! What a mapping makes of a table's first rows, before the user takes it.

use crate::layout::Field;

/// That a cell is nothing that a field can hold.
pub(crate) fn not_read_as(field: Field) -> String {
    let expected = match field {
        Field::Urn => "a school's number",
        Field::Authority => "an authority's code",
        Field::Region => "a region",
        Field::Joined => "a day",
        Field::Year => "a year",
        _ => "a name",
    };
    format!("not {expected}")
}
