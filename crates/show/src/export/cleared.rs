//! What may leave the page: a type of its own, which alone can be downloaded, copied or printed.

use method::{Suppression, cleared};
use read::layout::template;
use records::model::Library;

use crate::chart::Table;
use crate::chart::words::source_line::WITHHELD;
use crate::export::words::withheld::KEPT;

use super::origin::Origin;
use super::tab_table;

/// Something that may leave the page, with what its figures are and what has to be said of it.
///
/// It begins with a library, from which figures of few pupils are withheld unless the user says otherwise, and goes on
/// with what is made of that. There is no other way to one:
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
    /// A library as it may leave.
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
    /// The text of the template for a user's own spreadsheet, in which nothing is the user's.
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
    /// What may leave.
    pub const fn what(&self) -> &T {
        &self.what
    }

    /// What has to be said of it.
    pub const fn remark(&self) -> Option<&'static str> {
        self.remark
    }

    /// Whether figures of few pupils are withheld.
    #[must_use]
    pub fn is_withheld(&self) -> bool {
        self.remark == Some(WITHHELD)
    }

    /// Whether figures of few pupils leave because the user says so.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        self.remark == Some(KEPT)
    }

    /// What is made of it.
    #[must_use]
    pub fn map<U>(&self, make: impl FnOnce(&T) -> U) -> Cleared<U> {
        Cleared {
            what: make(&self.what),
            origin: self.origin.clone(),
            remark: self.remark,
        }
    }

    /// The same with what its figures are.
    #[must_use]
    pub fn of(self, origin: Origin) -> Self {
        Self { origin, ..self }
    }

    /// What its figures are.
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
