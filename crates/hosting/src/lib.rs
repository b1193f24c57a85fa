//! The data sets that a hosted copy of the page offers. The host puts them next to the page and lists them with their
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

/// The list's file name. It is next to `index.html`, and file names in it are relative to that folder.
pub const LIST: &str = "datasets.json";

/// A data set on offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Its title.
    pub title: String,
    /// Its year or years, in words.
    pub year: String,
    /// Who published it, in words.
    pub source: String,
    /// Under which licence it may be used, in words.
    pub licence: String,
    /// Its files, which belong together, each in or below the page's folder.
    pub files: Vec<String>,
}

impl Offer {
    /// Its title with its year.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}, {}", self.title, self.year)
    }

    /// The credit that must be shown with its figures: "Trusts, 2022/23; source: the Department; licence: open".
    #[must_use]
    pub fn credit(&self) -> String {
        let Self { source, licence, .. } = self;
        // The full stop is that of the surrounding sentence.
        let licence = licence.trim_end_matches('.');
        words::credit(&self.name(), source, licence)
    }
}

/// The data sets on offer, and the faults of the list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Offers {
    /// The data sets, in the list's order.
    pub offers: Vec<Rc<Offer>>,
    /// Why other entries are not offered, for the host of the page.
    pub faults: Vec<Fault>,
}

impl Offers {
    /// Reads the list. An entry with a fault is left out and named; the others are offered.
    #[must_use]
    pub fn read(text: &str) -> Self {
        list::read(text)
    }

    /// No data sets, because the list could not be read for this reason.
    #[must_use]
    pub fn none(fault: Fault) -> Self {
        Self {
            offers: Vec::new(),
            faults: vec![fault],
        }
    }
}
