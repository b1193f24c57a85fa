//! A part of the country.

use crate::chart::PartOf;

impl PartOf {
    /// "region" or "area".
    pub(crate) const fn kind(&self) -> &'static str {
        match self {
            Self::Region(_) => "region",
            Self::Area(..) => "area",
        }
    }
}
