//! The subject of a page in its address: parts of the country, or trusts by number or name.

use std::rc::Rc;

use records::terms::Region;
use records::terms::address::{decoded, encoded};

use crate::chart::area_id;

/// A part of the country that a page is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// A region.
    Region(Region),
    /// An area of the user's own, by its index among them.
    Area(usize),
    /// All of England.
    England,
}

impl About {
    /// The word for all of England.
    const ENGLAND: &'static str = "england";

    /// The region; `None` for all of England or an area.
    #[must_use]
    pub const fn region(self) -> Option<Region> {
        match self {
            Self::Region(region) => Some(region),
            Self::Area(_) | Self::England => None,
        }
    }

    /// A region, or all of England for `None`.
    #[must_use]
    pub const fn of(region: Option<Region>) -> Self {
        match region {
            Some(region) => Self::Region(region),
            None => Self::England,
        }
    }

    /// Its word in an address.
    #[must_use]
    pub fn slug(self) -> String {
        match self {
            Self::Region(region) => region.slug().to_owned(),
            Self::Area(index) => area_id(index),
            Self::England => Self::ENGLAND.to_owned(),
        }
    }

    /// The part of the country with this word in an address.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
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

/// What a page is about. Each trust is named by its number; a trust of the user's own that has none, by its name.
///
/// Any name can be in an address: a name is encoded once when the address is written and decoded once when it is read.
///
/// ```
/// use show::export::subject::Subject;
/// let two = Subject::Trusts(["Oak, Ash".into(), "100%".into()].into());
/// assert_eq!(two.address(), "Oak%2C%20Ash,100%25");
/// assert_eq!(Subject::from_address("Oak%2C%20Ash,100%25"), two);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A part of the country.
    Part(About),
    /// Two parts or more, in the order in which they were chosen.
    Parts(Rc<[About]>),
    /// Trusts, in the order in which they were chosen; perhaps none.
    Trusts(Rc<[Rc<str>]>),
}

impl Subject {
    /// Reads the part of an address after the page's name.
    #[must_use]
    pub fn from_address(text: &str) -> Self {
        if let Some(about) = About::from_slug(text) {
            return Self::Part(about);
        }
        if let Some(parts) = parts(text) {
            return Self::Parts(parts);
        }
        let names = text.split(',').filter(|name| !name.is_empty());
        Self::Trusts(names.map(|name| Rc::from(decoded(name))).collect())
    }

    /// The part of an address after the page's name; empty if the page has no subject.
    #[must_use]
    pub fn address(&self) -> String {
        match self {
            Self::Part(about) => about.slug(),
            Self::Parts(parts) => parts.iter().map(|of| of.slug()).collect::<Vec<_>>().join(","),
            Self::Trusts(names) => {
                let names: Vec<String> = names.iter().map(|name| encoded(name)).collect();
                let text = names.join(",");
                if parts(&text).is_some() {
                    apart_from_parts(&text)
                } else {
                    text
                }
            }
        }
    }
}

/// The parts of the country whose words these are.
fn parts(text: &str) -> Option<Rc<[About]>> {
    text.split(',').map(About::from_slug).collect()
}

/// A trust called "london" is not the region: its first letter is written as a code, which no region's word has.
fn apart_from_parts(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map_or(0, u32::from);
    format!("%{first:02X}{}", letters.as_str())
}
