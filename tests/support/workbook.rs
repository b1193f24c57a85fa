//! A workbook's first sheet saved as CSV, as a spreadsheet program saves it: each cell as its number or its text.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

/// The first sheet of a workbook as CSV.
pub(crate) fn as_csv(workbook: &[u8]) -> String {
    let mut workbook = Xlsx::new(Cursor::new(workbook)).expect("a workbook");
    let sheet = workbook.worksheet_range_at(0).expect("a first sheet");
    let sheet = sheet.expect("a sheet that can be read");
    let rows = sheet.rows().map(|row| {
        let cells: Vec<String> = row.iter().map(cell).collect();
        cells.join(",") + "\n"
    });
    rows.collect()
}

fn cell(cell: &Data) -> String {
    let text = match cell {
        Data::Empty => String::new(),
        other => other.to_string(),
    };
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}
