//! What a hosted copy of the page offers: data sets that whoever hosts it has put next to the page, named with their
//! source and licence in `datasets.json`.
//!
//! ```
//! use hosting::Offers;
//! let offers = Offers::read(
//!     r#"[{
//!         "title": "Trusts as published",
//!         "year": "2022/23",
//!         "source": "Department for Education",
//!         "licence": "Open Government Licence v3.0",
//!         "file": "england_ks4-mats-performance.csv"
//!     }]"#,
//! );
//! assert_eq!((offers.offers.len(), offers.faults.len()), (1, 0));
//! ```

mod address;
mod fault;
mod list;
pub(crate) mod words;

pub use address::AddressFault;
pub use fault::{EntryFault, Fault};
pub(crate) use list::{LARGEST, LONGEST};
pub use list::{MOST_FILES, MOST_OFFERS};

use std::rc::Rc;

/// The list's name. It lies beside `index.html`, and names of files in it start from there.
pub const LIST: &str = "datasets.json";

/// A data set that is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What it is called.
    pub title: String,
    /// The year or years that it is of, in words.
    pub year: String,
    /// Who published it, in words.
    pub source: String,
    /// Under which licence it may be used, in words.
    pub licence: String,
    /// Its files, which belong together, each below the page's folder.
    pub files: Vec<String>,
}

impl Offer {
    /// What it is called, with its year.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}, {}", self.title, self.year)
    }

    /// What has to be said wherever its figures are: "Trusts, 2022/23; source: the Department; licence: open".
    #[must_use]
    pub fn credit(&self) -> String {
        let Self {
            source, licence, ..
        } = self;
        // The full stop is that of the sentence it stands in.
        let licence = licence.trim_end_matches('.');
        words::credit(&self.name(), source, licence)
    }
}

/// Everything that is offered, and what is wrong with the list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Offers {
    /// The data sets, in the list's order.
    pub offers: Vec<Rc<Offer>>,
    /// What keeps others from being offered, for whoever hosts the page.
    pub faults: Vec<Fault>,
}

impl Offers {
    /// Reads the list. An entry that is at fault is left out and named; the others are offered.
    #[must_use]
    pub fn read(text: &str) -> Self {
        list::read(text)
    }

    /// Nothing, since the list could not be read for this reason.
    #[must_use]
    pub fn none(fault: Fault) -> Self {
        Self {
            offers: Vec::new(),
            faults: vec![fault],
        }
    }
}
