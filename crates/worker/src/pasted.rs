//! Pasted text: whether it is a table, and the file name it is read under.

const DELIMITERS: [char; 4] = ['\t', ',', ';', '|'];

/// The file name for pasted text; `None` if it is not a table.
///
/// Cells copied from a spreadsheet have tabs between them. A table has at least two columns and, below their names, a
/// row with as many cells. A sentence with a comma is therefore not a table.
///
/// ```
/// use worker::name_of_pasted;
/// assert_eq!(name_of_pasted("urn\tpupils\n100001\t12\n"), Some("pasted.txt"));
/// assert_eq!(name_of_pasted("urn,pupils\n100001,12\n"), Some("pasted.csv"));
/// assert_eq!(name_of_pasted("Dear all,\nhere they are."), None);
/// ```
#[must_use]
pub fn name_of_pasted(text: &str) -> Option<&'static str> {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let (names, row) = (lines.next()?, lines.next()?);
    let divides = |delimiter: &char| {
        let columns = cells(names, *delimiter);
        columns > 1 && columns == cells(row, *delimiter)
    };
    match DELIMITERS.into_iter().find(divides)? {
        '\t' => Some("pasted.txt"),
        _ => Some("pasted.csv"),
    }
}

/// How many cells a line has. A delimiter between quotes is part of a cell.
fn cells(line: &str, delimiter: char) -> usize {
    let outside = line.split('"').step_by(2);
    1 + outside.flat_map(str::chars).filter(|&sign| sign == delimiter).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_text_with_columns_and_a_row_is_a_table() {
        for (text, name) in [
            ("a\tb\r\n1\t2\r\n", Some("pasted.txt")),
            ("\n\na,b\n1,2", Some("pasted.csv")),
            ("a;b\n1;2", Some("pasted.csv")),
            ("a;b\n1,5;2,5", Some("pasted.csv")),
            ("a\tb, c\n1\t2", Some("pasted.txt")),
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
