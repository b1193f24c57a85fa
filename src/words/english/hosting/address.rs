//! Why a file of a name is not offered.

use std::fmt;

use crate::hosting::AddressFault;

impl AddressFault {
    /// What whoever hosts the page can do about it.
    pub(crate) const fn remedy(self) -> &'static str {
        match self {
            Self::Elsewhere => {
                "Put the file next to the page, and write its name, or folder/name: the page fetches nothing from \
                 anywhere else."
            }
            Self::NotPlain => {
                "Give the file a plain name: without ? # % and blanks at an end, and with single slashes between folders."
            }
            Self::Kind => {
                "Name a file that ends in .csv, .txt, .tsv or .zip, as it was downloaded."
            }
        }
    }
}

impl fmt::Display for AddressFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Elsewhere => "leads out of the page's folder",
            Self::NotPlain => "is not a plain name",
            Self::Kind => "is not a file that is read here",
        })
    }
}
