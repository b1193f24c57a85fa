//! The published layouts. Each is a file with the table of its columns and the code that reads a row.

mod group_links;
mod school_file;
mod school_links;
mod tidy_school_file;
mod trust_file;

pub use group_links::GroupLinks;
pub use school_file::SchoolFile;
pub use tidy_school_file::TidySchoolFile;
pub use trust_file::GROUP_SUFFIXES;
pub use trust_file::TrustFile;

use super::Layout;
use super::own_sheet::OwnSheet;
use school_links::SchoolLinks;

/// Every layout. The first one whose columns are all present is used, so a layout that needs more columns comes before
/// one that needs fewer.
pub(crate) static LAYOUTS: &[&dyn Layout] = &[
    &TrustFile,
    &SchoolFile,
    &TidySchoolFile::OF_2024,
    &TidySchoolFile::OF_2025,
    &SchoolLinks,
    &GroupLinks,
    &OwnSheet,
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::{Variable, columns, recognise};
    use crate::source::{Header, open};
    use records::intake::Field;

    fn header(names: &[&str]) -> Header {
        let text = format!("{},\n1,\n", names.join(","));
        open(text.as_bytes()).unwrap().header().clone()
    }

    #[test]
    fn a_file_is_recognised_only_if_it_has_every_required_column() {
        for layout in LAYOUTS {
            let table = layout.columns();
            let nothing = header(&["x"]);
            let needed = columns::missing(&table, &nothing);
            let needed: Vec<&str> = needed.iter().map(String::as_str).collect();
            assert!(needed.len() > 1, "{}", layout.name());
            let recognised = recognise(&header(&needed)).map(Layout::name);
            assert_eq!(recognised, Some(layout.name()));
            for &lacking in &needed {
                let others: Vec<&str> = needed.iter().copied().filter(|of| *of != lacking).collect();
                assert_eq!(columns::missing(&table, &header(&others)), [lacking]);
            }
        }
    }

    #[test]
    fn no_layout_repeats_a_name_or_variable() {
        for layout in LAYOUTS {
            let table = layout.columns();
            for (index, column) in table.iter().enumerate() {
                for other in &table[index + 1..] {
                    let is_same = column.holds() == other.holds()
                        || column.names().any(|name| other.names().any(|of| of == name));
                    assert!(!is_same, "{}: {column:?}, {other:?}", layout.name());
                }
            }
        }
    }

    #[test]
    fn each_published_column_name_is_guessed_as_its_field() {
        let mut guessed = 0;
        for column in LAYOUTS.iter().flat_map(|layout| layout.columns()) {
            let Variable::Field(field) = column.holds() else {
                continue;
            };
            for name in column.names() {
                let header = header(&[name]);
                let samples = [(header.find(name).unwrap(), Vec::new())];
                let mapping = crate::layout::mapping::guess(&header, &samples);
                assert_eq!(mapping.fields(), [field], "{name}");
                guessed += 1;
            }
        }
        assert!(guessed > 100, "{guessed}");
        assert!(Field::all().len() < guessed);
    }
}
