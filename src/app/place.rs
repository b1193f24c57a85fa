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

    const fn address(self) -> &'static str {
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
        let (path, _) = parts(hash);
        let mut parts = path.split('/');
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

    /// The address of a page.
    pub(super) const fn of(page: Page) -> Self {
        Self { page, region: None }
    }

    /// The address of a region's top ten.
    pub(super) const fn of_region(region: Region) -> Self {
        Self {
            page: Page::Regions,
            region: Some(region),
        }
    }

    /// The part of the address from `#` on, under the rules and areas that `query` holds.
    pub(super) fn address(self, query: &str) -> String {
        let mut address = self.page.address().to_owned();
        if let Some(region) = self.region {
            address.push('/');
            address.push_str(region.slug());
        }
        if !query.is_empty() {
            address.push('?');
            address.push_str(query);
        }
        address
    }
}

/// The place and the query of an address's part from `#` on.
pub(super) fn parts(hash: &str) -> (&str, &str) {
    hash.split_once('?').unwrap_or((hash, ""))
}
