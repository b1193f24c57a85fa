//! Preview of a mapping: the values of a table's first rows, before the user accepts it.

use records::intake::{CellPreview, Field, Mapping, Preview};
use records::terms::decimals::{trimmed, with_decimals};
use records::terms::{AcademicYear, Authority, Missing, Region, SchoolType, Unit};
use records::{Choices, Doubts, excerpt};

use crate::layout::words::preview as words;
use crate::source::{ColumnIndex, Keep, Start};

use super::cell::{self, Style};
use super::intake::decide_header;
use super::labels::Labels;
use super::reader::Heading;
use super::{Cells, FileError, authority_cell, mapping as guessing, own_sheet};

/// How many rows are used for a guess and shown in a preview.
pub(crate) const ROWS_SHOWN: usize = 5;

/// Applies a mapping, or else the best guess, to a file's first rows. Cells are read as in the whole file, with the
/// user's choices of readings.
///
/// # Errors
/// If the file is not a table.
pub fn preview(file: &str, bytes: &[u8], mapping: Option<&Mapping>, choices: &Choices) -> Result<Preview, FileError> {
    let bytes = first_lines(bytes);
    let start = Start::in_encoding(bytes, choices.encoding_of(file));
    let mut start = start.map_err(|reason| FileError::NotOpened {
        file: file.to_owned(),
        reason,
    })?;
    let mut doubts = Doubts::of(file, choices);
    decide_header(&mut start, false, &mut doubts);
    let header = start.header();
    let columns: Vec<ColumnIndex> = header.names().filter_map(|name| header.find(name)).collect();
    let kept: Vec<_> = columns.iter().map(|&column| (column, Keep::Text)).collect();
    let mut rows = start.rows(&kept);
    let labels = Labels::below(&start);
    if labels.are_skipped(header, &mut doubts.clone()) {
        rows.leave_out(labels.lines());
    }
    rows.push_whole(bytes);
    let table = rows.decide(&mut doubts);
    let first = || table.rows().take(ROWS_SHOWN);
    let mapping = mapping.cloned().unwrap_or_else(|| {
        let samples: Vec<(ColumnIndex, Vec<&str>)> = columns
            .iter()
            .map(|&column| (column, first().map(|row| table.cell(row, column)).collect()))
            .collect();
        guessing::guess(header, &samples)
    });
    let fields = mapping.fields();
    let heading = Heading {
        file,
        header,
        header_line: start.header_line(),
        choices,
    };
    let styles = own_sheet::styles(heading, &table, &mapping);
    let rows = first()
        .map(|row| {
            fields
                .iter()
                .map(|&field| {
                    let column = mapping.get(field).and_then(|name| header.find(name));
                    let raw = column.map_or("", |column| table.cell(row, column));
                    let cell_preview = cell_preview(field, raw, styles.column(column));
                    (excerpt(raw), cell_preview)
                })
                .collect()
        })
        .collect();
    Ok(Preview {
        columns: header.names().map(str::to_owned).collect(),
        verdict: guessing::check(&mapping, header),
        mapping,
        fields,
        rows,
        doubts: doubts.finish(),
    })
}

/// The beginning of a file up to the end of a line, long enough for its first rows.
fn first_lines(bytes: &[u8]) -> &[u8] {
    const ENOUGH: usize = 256 * 1024;
    let Some(start) = bytes.get(..ENOUGH) else {
        return bytes;
    };
    let end = start.iter().rposition(|&byte| byte == b'\n');
    end.and_then(|end| start.get(..end)).unwrap_or(start)
}

fn cell_preview(field: Field, raw: &str, style: Style) -> CellPreview {
    // Regions and dates may be codes for missing values.
    if let (Field::Region | Field::Joined, Some(reason)) = (field, Missing::from_code(raw)) {
        return CellPreview::Missing(reason.reason().to_owned());
    }
    let shown = match field {
        Field::Urn => cell::urn(raw).map(|urn| urn.to_string()),
        Field::School | Field::TrustUid | Field::Trust => Some(raw.to_owned()),
        Field::SchoolType => {
            return CellPreview::Read(SchoolType::from_name(raw).in_sentence().to_owned());
        }
        Field::Authority => authority_cell::parse(raw)
            .0
            .and_then(Authority::of_code)
            .map(|of| of.name.to_owned()),
        Field::Region => Region::parse(raw).map(|of| of.name().to_owned()),
        Field::Joined => cell::day(raw, style).map(|day| day.to_string()),
        Field::Year => AcademicYear::parse(raw).map(|year| year.to_string()),
        field => return number_preview(Cells::of(field), raw, style),
    };
    match shown {
        _ if raw.is_empty() => CellPreview::Missing(Missing::Blank.reason().to_owned()),
        Some(shown) => CellPreview::Read(shown),
        None => CellPreview::Fault(words::not_read_as(field)),
    }
}

fn number_preview(cells: Cells, raw: &str, style: Style) -> CellPreview {
    match cells.read(raw, style) {
        (_, Some(fault)) => CellPreview::Fault(fault.to_string()),
        (Err(reason), None) => CellPreview::Missing(reason.reason().to_owned()),
        (Ok(number), None) => CellPreview::Read(match cells {
            Cells::Figure(measure) => match measure.figure(number) {
                Some(figure) if measure.unit() == Unit::Percent => {
                    format!("{}%", figure.as_published())
                }
                Some(figure) => figure.in_sentence(),
                None => String::new(),
            },
            Cells::Share => format!("{}%", trimmed(number, 1)),
            // Counts are integers.
            _ => with_decimals(number, 0),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_read_as_in_the_whole_file() {
        let read = |words: &str| CellPreview::Read(words.to_owned());
        let missing = |reason: Missing| CellPreview::Missing(reason.reason().to_owned());
        for (field, raw, expected) in [
            (Field::Urn, "136,572", read("136572")),
            (Field::Authority, "908", read("Cornwall")),
            (Field::Authority, "Cornwall", read("Cornwall")),
            (Field::Region, "NA", missing(Missing::NotApplicable)),
            (Field::Joined, "-", missing(Missing::Dash)),
            (Field::Joined, "", missing(Missing::Blank)),
        ] {
            assert_eq!(cell_preview(field, raw, Style::PUBLISHED), expected, "{raw}");
        }
    }
}
