//! Pasted text: whether it is a table, and the file name it is read under.

/// The file name for pasted text; `None` if it is not a table.
///
/// Cells copied from a spreadsheet come with tabs between them. A table has two columns at least
/// and, below their names, a row of as many cells: so a sentence with a comma in it is not read as
/// a table.
///
/// ```
/// use worker::name_of_pasted;
/// assert_eq!(name_of_pasted("urn\tpupils\n100001\t12\n"), Some("pasted.txt"));
/// assert_eq!(name_of_pasted("urn,pupils\n100001,12\n"), Some("pasted.csv"));
/// assert_eq!(name_of_pasted("Dear all,\nhere they are."), None);
/// ```
#[must_use]
pub fn name_of_pasted(text: &str) -> Option<&'static str> {
    [
        (b'\t', "pasted.txt"),
        (b',', "pasted.csv"),
        (b';', "pasted.csv"),
        (b'|', "pasted.csv"),
    ]
    .into_iter()
    .find(|(delimiter, _)| is_table(text, *delimiter))
    .map(|(_, name)| name)
}

/// Whether the first two lines have the same number of cells, at least two.
fn is_table(text: &str, delimiter: u8) -> bool {
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut lines = reader.records().map(|line| line.map_or(0, |line| line.len()));
    lines
        .next()
        .is_some_and(|columns| columns >= 2 && lines.next() == Some(columns))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_has_columns_and_a_row_is_a_table() {
        for (text, name) in [
            ("a\tb\r\n1\t2\r\n", Some("pasted.txt")),
            ("\n\na,b\n1,2", Some("pasted.csv")),
            ("a;b\n1;2", Some("pasted.csv")),
            ("\"a, of all\",b\n1,2", Some("pasted.csv")),
            ("a\tb", None),
            ("a\n1\n2", None),
            ("a,b\n1,2,3", None),
            ("", None),
            ("{\"a\": 1,\n\"b\": 2}", None),
            ("<table>\n<tr>", None),
        ] {
            assert_eq!(name_of_pasted(text), name, "{text:?}");
        }
    }
}
