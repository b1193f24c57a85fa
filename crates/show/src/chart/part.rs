//! A part of the country by its names: a region, or an area of the user's own.

use records::terms::Region;

/// The key of the mark for all trusts.
pub const ALL_TRUSTS: &str = "all-trusts";

/// The part of the country whose trusts a row or a list shows.
#[derive(Debug, Clone, PartialEq)]
pub enum PartOf {
    /// A region.
    Region(Region),
    /// An area of the user's own, by its index among them and its name.
    Area(usize, String),
}

impl PartOf {
    /// Its name in a head.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Region(region) => region.name(),
            Self::Area(_, name) => name,
        }
    }

    /// Its name where room is short.
    #[must_use]
    pub fn short_name(&self) -> &str {
        match self {
            Self::Region(region) => region.short_name(),
            Self::Area(_, name) => name,
        }
    }

    /// Its name in a sentence.
    #[must_use]
    pub fn in_sentence(&self) -> &str {
        match self {
            Self::Region(region) => region.in_sentence(),
            Self::Area(_, name) => name,
        }
    }

    /// Its key in marks and addresses.
    #[must_use]
    pub fn id(&self) -> String {
        match self {
            Self::Region(region) => region.slug().to_owned(),
            Self::Area(index, _) => area_id(*index),
        }
    }

    /// The region, where it is one.
    #[must_use]
    pub const fn region(&self) -> Option<Region> {
        match self {
            Self::Region(region) => Some(*region),
            Self::Area(..) => None,
        }
    }
}

/// The key of the user's area with this index in marks and addresses: "area-1" for the first.
#[must_use]
pub fn area_id(index: usize) -> String {
    format!("area-{}", index + 1)
}
