//! What may leave the page: a type of its own, which alone can be downloaded, copied or printed.

use method::{Suppression, cleared};
use records::intake::template;
use records::model::Library;

use crate::chart::Table;
use crate::chart::words::source_line::WITHHELD;
use crate::export::words::withheld::KEPT;

use super::origin::Origin;
use super::tab_table;

/// A value that may leave the page, with the origin of its figures and its caution.
///
/// It starts from a library, from which figures for few pupils are withheld unless the user allows them, and continues
/// with everything derived from it. It cannot be made in any other way:
///
/// ```compile_fail
/// use show::export::cleared::Cleared;
/// use show::export::origin::Origin;
/// let _ = Cleared { what: "whatever", origin: Origin::default(), remark: None };
/// ```
///
/// ```
/// use show::export::cleared::Cleared;
/// use read::layout::read_file;
/// use method::Suppression;
/// use records::model::Library;
/// let sheet = "urn,trust_id,trust,region,year,pupils_all,pupils_disadvantaged,em5_disadvantaged\n\
///              136572,1,One,London,2022/23,100,5,30%\n";
/// let mut library = Library::default();
/// library.add(read_file("mine.csv", sheet.as_bytes()).unwrap());
/// let leaving = Cleared::library(&library, Suppression::Withhold);
/// assert!(leaving.is_withheld() && leaving.what() != &library);
/// assert!(!leaving.remark().unwrap().is_empty());
/// assert_eq!(Cleared::library(&library, Suppression::Keep).what(), &library);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cleared<T> {
    what: T,
    origin: Origin,
    remark: Option<&'static str>,
}

impl Cleared<Library> {
    /// Clears a library.
    #[must_use]
    pub fn library(library: &Library, suppression: Suppression) -> Self {
        let (what, remark) = match (cleared(library), suppression) {
            (None, _) => (library.clone(), None),
            (Some(_), Suppression::Keep) => (library.clone(), Some(KEPT)),
            (Some(without), Suppression::Withhold) => (without, Some(WITHHELD)),
        };
        Self {
            what,
            origin: Origin::default(),
            remark,
        }
    }
}

impl Cleared<String> {
    /// The template for a user's own spreadsheet, which contains no user data.
    #[must_use]
    pub fn template() -> Self {
        Self {
            what: template(),
            origin: Origin::default(),
            remark: None,
        }
    }
}

impl<T> Cleared<T> {
    /// The value.
    pub const fn what(&self) -> &T {
        &self.what
    }

    /// The caution to show with it.
    pub const fn remark(&self) -> Option<&'static str> {
        self.remark
    }

    /// Whether figures for few pupils are withheld.
    #[must_use]
    pub fn is_withheld(&self) -> bool {
        self.remark == Some(WITHHELD)
    }

    /// Whether figures for few pupils are included because the user allowed it.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        self.remark == Some(KEPT)
    }

    /// Applies a function to the value.
    #[must_use]
    pub fn map<U>(&self, make: impl FnOnce(&T) -> U) -> Cleared<U> {
        Cleared {
            what: make(&self.what),
            origin: self.origin.clone(),
            remark: self.remark,
        }
    }

    /// Adds the origin of its figures.
    #[must_use]
    pub fn of(self, origin: Origin) -> Self {
        Self { origin, ..self }
    }

    /// The origin of its figures.
    pub const fn origin(&self) -> &Origin {
        &self.origin
    }
}

impl Cleared<Table> {
    /// The text of a CSV file.
    #[must_use]
    pub fn csv(&self) -> Cleared<String> {
        self.map(|table| self.origin.csv(table))
    }

    /// A text to paste into a spreadsheet.
    #[must_use]
    pub fn tabbed(&self) -> Cleared<String> {
        self.map(tab_table::of_table)
    }
}
