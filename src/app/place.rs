//! Where in the page the user is: the part of the address after `#`.

use crate::terms::Region;

/// A page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Page {
    Regions,
    TopTen,
    Funnel,
    Robustness,
    Data,
    Method,
}

impl Page {
    pub(super) const ALL: [Self; 6] = [
        Self::Regions,
        Self::TopTen,
        Self::Funnel,
        Self::Robustness,
        Self::Data,
        Self::Method,
    ];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Regions => "Regions",
            Self::TopTen => "Top ten",
            Self::Funnel => "Funnel",
            Self::Robustness => "Robustness",
            Self::Data => "Data",
            Self::Method => "Method",
        }
    }

    const fn address(self) -> &'static str {
        match self {
            Self::Regions => "#regions",
            Self::TopTen => "#top-ten",
            Self::Funnel => "#funnel",
            Self::Robustness => "#robustness",
            Self::Data => "#data",
            Self::Method => "#method",
        }
    }
}

/// What a page is about, where it is about a part of the country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    Region(Region),
    England,
}

impl About {
    /// The word for all of England.
    const ENGLAND: &'static str = "england";

    /// The region; nothing for all of England.
    pub(super) const fn region(self) -> Option<Region> {
        match self {
            Self::Region(region) => Some(region),
            Self::England => None,
        }
    }

    pub(super) const fn of(region: Option<Region>) -> Self {
        match region {
            Some(region) => Self::Region(region),
            None => Self::England,
        }
    }

    pub(super) const fn slug(self) -> &'static str {
        match self {
            Self::Region(region) => region.slug(),
            Self::England => Self::ENGLAND,
        }
    }

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Region(region) => region.name(),
            Self::England => "All of England",
        }
    }

    pub(super) fn from_slug(slug: &str) -> Option<Self> {
        if slug == Self::ENGLAND {
            return Some(Self::England);
        }
        let mut regions = Region::ALL.into_iter();
        regions.find(|of| of.slug() == slug).map(Self::Region)
    }
}

/// A page and what it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) page: Page,
    pub(super) about: Option<About>,
}

impl Place {
    /// Reads the part of the address after `#`; what is unknown leads to the first page.
    pub(super) fn from_hash(hash: &str) -> Self {
        let (path, _) = parts(hash);
        let mut parts = path.split('/');
        let first = parts.next().unwrap_or_default();
        Self {
            page: Page::ALL
                .into_iter()
                .find(|page| page.address() == first)
                .unwrap_or(Page::Regions),
            about: parts.next().and_then(About::from_slug),
        }
    }

    /// The address of a page.
    pub(super) const fn of(page: Page) -> Self {
        Self { page, about: None }
    }

    /// The address of a region's top ten on the first page.
    pub(super) const fn of_region(region: Region) -> Self {
        Self {
            page: Page::Regions,
            about: Some(About::Region(region)),
        }
    }

    /// The part of the address from `#` on, under what `query` says.
    pub(super) fn address(self, query: &str) -> String {
        let mut address = self.page.address().to_owned();
        if let Some(about) = self.about {
            address.push('/');
            address.push_str(about.slug());
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
