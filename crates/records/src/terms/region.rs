//! The nine regions of England.

use borsh::{BorshDeserialize, BorshSerialize};

use super::folded;

/// One of the nine English regions. A trust has one *lead region*.
///
/// ```
/// use records::terms::Region;
/// assert_eq!(Region::parse(" yorkshire and THE humber "), Some(Region::YorkshireAndTheHumber));
/// assert_eq!(Region::SouthWest.in_sentence(), "the South West");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub enum Region {
    /// East Midlands.
    EastMidlands,
    /// East of England.
    EastOfEngland,
    /// London.
    London,
    /// North East.
    NorthEast,
    /// North West.
    NorthWest,
    /// South East.
    SouthEast,
    /// South West.
    SouthWest,
    /// West Midlands.
    WestMidlands,
    /// Yorkshire and the Humber.
    YorkshireAndTheHumber,
}

impl Region {
    /// All nine, in order of name.
    pub const ALL: [Self; 9] = [
        Self::EastMidlands,
        Self::EastOfEngland,
        Self::London,
        Self::NorthEast,
        Self::NorthWest,
        Self::SouthEast,
        Self::SouthWest,
        Self::WestMidlands,
        Self::YorkshireAndTheHumber,
    ];

    /// The Department's name, the word for addresses, and the code of the Office for National Statistics.
    const fn row(self) -> [&'static str; 3] {
        match self {
            Self::EastMidlands => ["East Midlands", "east-midlands", "e12000004"],
            Self::EastOfEngland => ["East of England", "east-of-england", "e12000006"],
            Self::London => ["London", "london", "e12000007"],
            Self::NorthEast => ["North East", "north-east", "e12000001"],
            Self::NorthWest => ["North West", "north-west", "e12000002"],
            Self::SouthEast => ["South East", "south-east", "e12000008"],
            Self::SouthWest => ["South West", "south-west", "e12000009"],
            Self::WestMidlands => ["West Midlands", "west-midlands", "e12000005"],
            Self::YorkshireAndTheHumber => ["Yorkshire and the Humber", "yorkshire-and-the-humber", "e12000003"],
        }
    }

    /// The Department's name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        let [name, ..] = self.row();
        name
    }

    /// A stable word for addresses and ids, such as `south-west`.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        let [_, slug, _] = self.row();
        slug
    }

    /// The code of the Office for National Statistics.
    const fn code(self) -> &'static str {
        let [.., code] = self.row();
        code
    }

    /// Parses a region's name, ignoring case, blanks and articles, with or without "region" at its end. `&` means
    /// `and`. Parts of London are London. The code of the Office for National Statistics is accepted, too.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let folded = fold(text);
        let parts = ["greater", "inner", "outer"].into_iter();
        let mut parts = parts.filter_map(|part| folded.strip_prefix(part));
        let whole = parts.find(|rest| *rest == "london").unwrap_or(&folded);
        Self::ALL
            .into_iter()
            .find(|region| fold(region.name()) == whole || region.code() == whole)
    }
}

fn fold(text: &str) -> String {
    let words = folded(text);
    let significant = words.split(' ').filter(|word| !matches!(*word, "the" | "region"));
    significant.collect::<Vec<_>>().concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_region_reads_its_own_names() {
        for region in Region::ALL {
            assert_eq!(Region::parse(region.name()), Some(region));
            assert_eq!(Region::parse(&region.name().to_uppercase()), Some(region));
            assert!(region.short_name().len() <= 15);
        }
        assert_eq!(Region::parse("Yorkshire & Humber"), Some(Region::YorkshireAndTheHumber));
        for (text, region) in [
            ("E12000009", Region::SouthWest),
            ("the South-West region", Region::SouthWest),
            ("Greater London", Region::London),
            ("Yorkshire and Humber", Region::YorkshireAndTheHumber),
        ] {
            assert_eq!(Region::parse(text), Some(region), "{text}");
        }
        assert_eq!(Region::parse("Outer Wales"), None);
        assert_eq!(Region::parse("Wales"), None);
        assert_eq!(Region::parse(""), None);
    }
}
