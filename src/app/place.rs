//! Where in the page the user is: the part of the address after `#`.

use std::rc::Rc;

use crate::chart::area_id;
use crate::terms::Region;
use crate::words::app::place as words;

/// A page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Page {
    Regions,
    TopTen,
    Trusts,
    /// One trust; a region's or a trust's name leads there.
    Trust,
    /// One region.
    Region,
    Compare,
    Funnel,
    Robustness,
    Spread,
    Trend,
    Combined,
    Data,
    Method,
    /// A trust or a region, made for printing.
    Report,
}

impl Page {
    pub(super) const ALL: [Self; 14] = [
        Self::Regions,
        Self::TopTen,
        Self::Trusts,
        Self::Trust,
        Self::Region,
        Self::Compare,
        Self::Funnel,
        Self::Robustness,
        Self::Spread,
        Self::Trend,
        Self::Combined,
        Self::Data,
        Self::Method,
        Self::Report,
    ];

    /// Whether it stands in the list of pages; the others are led to from these.
    pub(super) const fn is_listed(self) -> bool {
        !matches!(self, Self::Trust | Self::Region | Self::Report)
    }

    /// Whether it has nothing to show without figures; the first page says then what is missing.
    pub(super) const fn shows_figures(self) -> bool {
        !matches!(self, Self::Regions | Self::Data | Self::Method)
    }

    const fn address(self) -> &'static str {
        match self {
            Self::Regions => "#regions",
            Self::TopTen => "#top-ten",
            Self::Trusts => "#trusts",
            Self::Trust => "#trust",
            Self::Region => "#region",
            Self::Compare => "#compare",
            Self::Funnel => "#funnel",
            Self::Robustness => "#robustness",
            Self::Spread => "#spread",
            Self::Trend => "#trend",
            Self::Combined => "#combined",
            Self::Data => "#data",
            Self::Method => "#method",
            Self::Report => "#report",
        }
    }
}

/// What a page is about, where it is about a part of the country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum About {
    Region(Region),
    /// An area of the user's own, by its place among them.
    Area(usize),
    England,
}

impl About {
    /// The word for all of England.
    const ENGLAND: &'static str = "england";

    /// The region; nothing for all of England, or an area.
    pub(super) const fn region(self) -> Option<Region> {
        match self {
            Self::Region(region) => Some(region),
            Self::Area(_) | Self::England => None,
        }
    }

    pub(super) const fn of(region: Option<Region>) -> Self {
        match region {
            Some(region) => Self::Region(region),
            None => Self::England,
        }
    }

    pub(super) fn slug(self) -> String {
        match self {
            Self::Region(region) => region.slug().to_owned(),
            Self::Area(place) => area_id(place),
            Self::England => Self::ENGLAND.to_owned(),
        }
    }

    pub(super) fn from_slug(slug: &str) -> Option<Self> {
        if slug == Self::ENGLAND {
            return Some(Self::England);
        }
        let mut regions = Region::ALL.into_iter();
        let region = regions.find(|of| of.slug() == slug).map(Self::Region);
        region.or_else(|| {
            let number: usize = slug.strip_prefix("area-")?.parse().ok()?;
            number.checked_sub(1).map(Self::Area)
        })
    }
}

/// A page and what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) page: Page,
    pub(super) about: Option<About>,
    /// The numbers of the trusts that it is about.
    pub(super) trusts: Rc<[Rc<str>]>,
}

impl Place {
    /// Reads the part of the address after `#`; what is unknown leads to the first page.
    pub(super) fn from_hash(hash: &str) -> Self {
        let (path, _) = parts(hash);
        let mut parts = path.split('/');
        let first = parts.next().unwrap_or_default();
        let rest = parts.next().unwrap_or_default();
        let about = About::from_slug(rest);
        let is_number =
            |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let trusts = rest
            .split(',')
            .filter(|_| about.is_none())
            .filter(is_number);
        Self {
            page: Page::ALL
                .into_iter()
                .find(|page| page.address() == first)
                .unwrap_or(Page::Regions),
            about,
            trusts: trusts.map(Rc::from).collect(),
        }
    }

    /// The address of a page.
    pub(super) fn of(page: Page) -> Self {
        Self {
            page,
            about: None,
            trusts: Rc::from([]),
        }
    }

    /// The address of a page about a part of the country.
    pub(super) fn about(page: Page, about: About) -> Self {
        Self {
            about: Some(about),
            ..Self::of(page)
        }
    }

    /// The address of a page about trusts.
    pub(super) fn of_trusts(page: Page, trusts: &[Rc<str>]) -> Self {
        Self {
            trusts: Rc::from(trusts),
            ..Self::of(page)
        }
    }

    /// The address of a region's top ten on the first page.
    pub(super) fn of_region(region: Region) -> Self {
        Self::about(Page::Regions, About::Region(region))
    }

    /// The part of the address from `#` on, under what `query` says.
    pub(super) fn address(&self, query: &str) -> String {
        let mut address = self.page.address().to_owned();
        if !self.trusts.is_empty() {
            address.push('/');
            address.push_str(&self.trusts.join(","));
        }
        if let Some(about) = self.about {
            address.push('/');
            address.push_str(&about.slug());
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

/// What of an address before its `?` leads nowhere, in words; nothing where all is understood.
pub(super) fn not_understood(hash: &str) -> Option<String> {
    let (path, _) = parts(hash);
    let (first, rest) = path.split_once('/').unwrap_or((path, ""));
    let place = Place::from_hash(path);
    if place.page.address() != first && !first.is_empty() {
        let name = first.trim_start_matches('#');
        return Some(words::no_such_page(name));
    }
    let is_understood = place.about.is_some() || !place.trusts.is_empty() || rest.is_empty();
    (!is_understood).then(|| words::neither_region_nor_trust(rest))
}
