//! Names of files in the list. Each must stay in the page's folder, however a browser interprets it.

/// The file extensions that are read.
const KINDS: [&str; 4] = [".csv", ".txt", ".tsv", ".zip"];

/// Why a file of this name is not offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressFault {
    /// It is or may be outside the folder: it has a scheme, begins with a slash or contains "..".
    Elsewhere,
    /// An address with this name would not lead to this file.
    NotPlain,
    /// It is not of a kind that is read.
    Kind,
}

/// Checks that a browser finds exactly this file in the page's folder.
pub(super) fn check(file: &str) -> Result<(), AddressFault> {
    // A browser reads \ as /.
    let is_outside = |letter: char| matches!(letter, ':' | '\\');
    let mut parts = file.split('/');
    if file.starts_with('/') || file.contains(is_outside) || parts.any(|part| part == "..") {
        return Err(AddressFault::Elsewhere);
    }
    // It reads %2e%2e as "..".
    let has_meaning = |letter: char| letter.is_control() || matches!(letter, '?' | '#' | '%');
    let is_plain = |part: &str| !matches!(part, "" | ".") && part.trim() == part;
    if file.contains(has_meaning) || !file.split('/').all(is_plain) {
        return Err(AddressFault::NotPlain);
    }
    let ending = file.get(file.len().saturating_sub(4)..);
    let is_read = |ending: &str| KINDS.iter().any(|kind| ending.eq_ignore_ascii_case(kind));
    if !ending.is_some_and(is_read) {
        return Err(AddressFault::Kind);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_in_the_folder_are_offered() {
        for file in [
            "schools.csv",
            "2022-23/england_ks4final.csv",
            "All group links, March 2022.CSV",
            "a..b/ärger.zip",
            "x.tsv",
            "x.txt",
        ] {
            assert_eq!(check(file), Ok(()), "{file}");
        }
    }

    #[test]
    fn names_outside_the_folder_are_refused() {
        for file in [
            "https://example.org/a.csv",
            "HTTPS:a.csv",
            "//example.org/a.csv",
            "\\\\example.org\\a.csv",
            "/a.csv",
            "/\\example.org/a.csv",
            "../a.csv",
            "data/../../a.csv",
            "data\\..\\a.csv",
            "data\\a.csv",
            "blob:a.csv",
            "C:/a.csv",
        ] {
            assert_eq!(check(file), Err(AddressFault::Elsewhere), "{file}");
        }
    }

    #[test]
    fn names_that_an_address_changes_are_refused() {
        for file in [
            "%2e%2e/a.csv",
            "%2E./a.csv",
            "data//a.csv",
            "./a.csv",
            "a.csv?b.csv",
            "a#b.csv",
            "a\n.csv",
            "\u{1}/a.csv",
            " /a.csv",
            " a.csv",
            "data /a.csv",
            "",
        ] {
            assert_eq!(check(file), Err(AddressFault::NotPlain), "{file:?}");
        }
    }

    #[test]
    fn other_kinds_of_files_are_refused() {
        for file in ["a.xlsx", "index.html", "datasets.json", "csv", "data.csv/ü", "ü"] {
            assert_eq!(check(file), Err(AddressFault::Kind), "{file}");
        }
    }
}
