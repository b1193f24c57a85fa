//! The route: the current page and what it is about, from the part of the address after `#`.

pub(super) use show::export::subject::About;

use std::rc::Rc;

use records::terms::Region;
use show::export::subject::Subject;

use crate::words::route as words;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Page {
    Regions,
    TopTen,
    Trusts,
    /// One trust, reached by the name of a region or a trust.
    Trust,
    /// One school, reached from its trust or its region.
    School,
    Region,
    Compare,
    Funnel,
    Robustness,
    Spread,
    Trend,
    Combined,
    Data,
    Method,
    /// A trust or a region, laid out for printing.
    Report,
}

impl Page {
    /// All pages, with their addresses.
    pub(super) const ALL: [(Self, &'static str); 15] = [
        (Self::Regions, "#regions"),
        (Self::TopTen, "#top-ten"),
        (Self::Trusts, "#trusts"),
        (Self::Trust, "#trust"),
        (Self::School, "#school"),
        (Self::Region, "#region"),
        (Self::Compare, "#compare"),
        (Self::Funnel, "#funnel"),
        (Self::Robustness, "#robustness"),
        (Self::Spread, "#spread"),
        (Self::Trend, "#trend"),
        (Self::Combined, "#combined"),
        (Self::Data, "#data"),
        (Self::Method, "#method"),
        (Self::Report, "#report"),
    ];

    /// The entries of the navigation, each with its pages. An entry leads to the first of them, and that page links to
    /// the others. Pages without a place here are reached from those that have one.
    pub(super) const ENTRIES: [&'static [Self]; 7] = [
        &[Self::Regions],
        &[Self::Trusts, Self::Combined],
        &[Self::Compare],
        &[Self::Trend],
        &[Self::TopTen, Self::Funnel, Self::Robustness, Self::Spread],
        &[Self::Data],
        &[Self::Method],
    ];

    /// Whether this page belongs to an entry with these pages.
    pub(super) fn is_under(self, pages: &[Self]) -> bool {
        let listed = match self {
            Self::Trust | Self::School => Self::Trusts,
            Self::Region => Self::Regions,
            other => other,
        };
        pages.contains(&listed)
    }

    /// Whether the page is in the first part of the program (`later.rs`): those that most visitors see.
    pub(super) const fn is_in_first_part(self) -> bool {
        matches!(self, Self::Regions | Self::Trusts)
    }

    /// Whether the page needs figures. Without any, the first page is shown and says what is missing.
    pub(super) const fn shows_figures(self) -> bool {
        !matches!(self, Self::Regions | Self::Data | Self::Method)
    }

    /// Whether the address can name trusts; or a school by its number; or, on the page Method, a term.
    const fn names_trusts(self) -> bool {
        matches!(
            self,
            Self::Trust
                | Self::School
                | Self::Trusts
                | Self::Compare
                | Self::Trend
                | Self::Spread
                | Self::Report
                | Self::Method
        )
    }

    fn address(self) -> &'static str {
        let mut all = Self::ALL.into_iter();
        all.find(|(page, _)| *page == self).map_or("", |(_, address)| address)
    }

    fn from_address(address: &str) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|(_, of)| *of == address).map(|(page, _)| page)
    }
}

/// A page and what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Route {
    pub(super) page: Page,
    /// The parts of the country in the address.
    pub(super) parts: Rc<[About]>,
    /// The trusts in the address, by number, or by name if they have no number.
    pub(super) trusts: Rc<[Rc<str>]>,
}

impl Route {
    /// Parses the part of the address after `#`. Anything unknown leads to the first page.
    pub(super) fn from_hash(hash: &str) -> Self {
        let (path, _) = parts(hash);
        let (first, rest) = path.split_once('/').unwrap_or((path, ""));
        let (parts, trusts) = match Subject::from_address(rest) {
            Subject::Part(about) => (Rc::from([about]), Rc::from([])),
            Subject::Parts(parts) => (parts, Rc::from([])),
            Subject::Trusts(trusts) => (Rc::from([]), trusts),
        };
        Self {
            page: Page::from_address(first).unwrap_or(Page::Regions),
            parts,
            trusts,
        }
    }

    /// The part of the country that the page is about, if it is about one.
    pub(super) fn about_part(&self) -> Option<About> {
        match &*self.parts {
            [about] => Some(*about),
            _ => None,
        }
    }

    /// A page without anything that it is about.
    pub(super) fn of(page: Page) -> Self {
        Self {
            page,
            parts: Rc::from([]),
            trusts: Rc::from([]),
        }
    }

    /// A page about a part of the country.
    pub(super) fn about(page: Page, about: About) -> Self {
        Self::of_parts(page, &[about])
    }

    /// A page about parts of the country.
    pub(super) fn of_parts(page: Page, parts: &[About]) -> Self {
        Self {
            parts: Rc::from(parts),
            ..Self::of(page)
        }
    }

    /// A page about trusts.
    pub(super) fn of_trusts(page: Page, trusts: &[Rc<str>]) -> Self {
        Self {
            trusts: Rc::from(trusts),
            ..Self::of(page)
        }
    }

    /// The addresses of pages of one kind, each about one trust or school, with this query.
    pub(super) fn addresses<'a>(page: Page, numbers: impl Iterator<Item = &'a Rc<str>>, query: &str) -> Vec<String> {
        let routes = numbers.map(|number| Self::of_trusts(page, &[Rc::clone(number)]));
        routes.map(|route| route.address(query)).collect()
    }

    /// A region's top ten on the first page.
    pub(super) fn of_region(region: Region) -> Self {
        Self::about(Page::Regions, About::Region(region))
    }

    /// The address from `#` on, with this query.
    pub(super) fn address(&self, query: &str) -> String {
        let subject = match &*self.parts {
            [] => Subject::Trusts(Rc::clone(&self.trusts)),
            [about] => Subject::Part(*about),
            _ => Subject::Parts(Rc::clone(&self.parts)),
        };
        let mut address = self.page.address().to_owned();
        let subject = subject.address();
        if !subject.is_empty() {
            address.push('/');
            address.push_str(&subject);
        }
        if !query.is_empty() {
            address.push('?');
            address.push_str(query);
        }
        address
    }
}

/// The path and the query of an address's part from `#` on.
pub(super) fn parts(hash: &str) -> (&str, &str) {
    hash.split_once('?').unwrap_or((hash, ""))
}

/// The part of an address before `?` that leads nowhere, in words. Returns `None` if everything is understood.
pub(super) fn not_understood(hash: &str) -> Option<String> {
    let (path, _) = parts(hash);
    let (first, rest) = path.split_once('/').unwrap_or((path, ""));
    let Some(page) = Page::from_address(first) else {
        let name = first.trim_start_matches('#');
        return (!first.is_empty()).then(|| words::no_such_page(name));
    };
    let route = Route::from_hash(path);
    let names_trusts = page.names_trusts() && !route.trusts.is_empty();
    let names_parts = route.about_part().is_some() || page == Page::Compare && !route.parts.is_empty();
    let is_understood = names_parts || names_trusts || rest.is_empty();
    (!is_understood).then(|| words::neither_region_nor_trust(rest))
}
