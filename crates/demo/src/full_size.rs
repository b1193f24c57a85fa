//! A made-up country of the size of England, for measuring.

use super::country::Scale;
use super::{Demonstration, full_links, full_school_file};

/// A made-up country as large as the published files of 2022/23, with their irregularities: 5,700 schools, 1,400
/// trusts, one year.
///
/// [`Demonstration`] is small and tidy, for looking around. This one is for measuring: rows of unequal length, hundreds
/// of unused columns, group links of every kind, and bytes that are not UTF-8.
///
/// ```
/// use demo::FullSize;
/// let links = FullSize::generate().group_links();
/// assert!(std::str::from_utf8(&links).is_err(), "Windows-1252, as published");
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct FullSize(Demonstration);

impl FullSize {
    /// Makes the data set, which is the same every time and everywhere.
    #[must_use]
    pub fn generate() -> Self {
        Self(Demonstration::of_scale(Scale::FULL))
    }

    /// The school performance file of 2022/23, in the wide layout: 515 columns. Columns that the method does not use
    /// have typical contents.
    #[must_use]
    pub fn school_file(&self) -> Vec<u8> {
        let newest = self.0.years.last();
        newest.map_or_else(Vec::new, |&year| windows_1252(&full_school_file::write(&self.0, year)))
    }

    /// Which school is in which trust, and since when. It also has sponsors, federations, single-academy trusts,
    /// children's centres, and primary schools that are not in this school file.
    #[must_use]
    pub fn group_links(&self) -> Vec<u8> {
        windows_1252(&full_links::write(&self.0))
    }

    /// Both files with their names.
    #[must_use]
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        vec![
            ("england_ks4final.csv".to_owned(), self.school_file()),
            ("group_links.csv".to_owned(), self.group_links()),
        ]
    }
}

/// The text in the Department's encoding. Every character here is in Latin-1, where Windows-1252 has it too.
fn windows_1252(text: &str) -> Vec<u8> {
    text.chars()
        .map(|letter| u8::try_from(u32::from(letter)).unwrap_or(b'?'))
        .collect()
}
