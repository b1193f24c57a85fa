//! The field's workbooks, saved as CSV as a spreadsheet program saves them.

use calamine::{Data, Reader, Xlsx};

use super::shared_bytes;

/// The first sheet of a shared workbook as CSV: numbers in the format "General", texts unchanged.
pub(crate) fn as_csv(name: &str) -> Option<String> {
    let bytes = shared_bytes(name)?;
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).expect("a workbook");
    let sheet = book.worksheet_range_at(0).expect("a sheet").expect("its cells");
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in sheet.rows() {
        writer.write_record(row.iter().map(general)).expect("a row");
    }
    let bytes = writer.into_inner().expect("all rows");
    Some(String::from_utf8(bytes).expect("text"))
}

/// A cell in the format "General": numbers with at most ten decimals, without trailing zeros.
fn general(cell: &Data) -> String {
    match cell {
        Data::Float(number) => {
            let text = format!("{number:.10}");
            text.trim_end_matches('0').trim_end_matches('.').to_owned()
        }
        Data::Int(number) => number.to_string(),
        Data::DateTime(day) => day.as_f64().to_string(),
        Data::Bool(is) => if *is { "TRUE" } else { "FALSE" }.to_owned(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Error(error) => error.to_string(),
        Data::Empty => String::new(),
    }
}
