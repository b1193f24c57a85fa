//! Where in the page the user is: the part of the address after `#`.

use crate::terms::Region;

/// A page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Page {
    Regions,
    Data,
    Method,
}

impl Page {
    pub(super) const ALL: [Self; 3] = [Self::Regions, Self::Data, Self::Method];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Regions => "Regions",
            Self::Data => "Data",
            Self::Method => "Method",
        }
    }

    pub(super) const fn address(self) -> &'static str {
        match self {
            Self::Regions => "#regions",
            Self::Data => "#data",
            Self::Method => "#method",
        }
    }
}

/// A page and, on the first one, the region to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) page: Page,
    pub(super) region: Option<Region>,
}

impl Place {
    /// Reads the part of the address after `#`; what is unknown leads to the first page.
    pub(super) fn from_hash(hash: &str) -> Self {
        let mut parts = hash.split('/');
        let first = parts.next().unwrap_or_default();
        let region = parts.next();
        Self {
            page: Page::ALL
                .into_iter()
                .find(|page| page.address() == first)
                .unwrap_or(Page::Regions),
            region: Region::ALL.into_iter().find(|of| Some(of.slug()) == region),
        }
    }
}

/// The address that shows a region's top ten.
pub(super) fn region_address(region: Region) -> String {
    format!("{}/{}", Page::Regions.address(), region.slug())
}
