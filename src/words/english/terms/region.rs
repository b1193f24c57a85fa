//! Regions within sentences and in narrow places.

use crate::terms::Region;

/// The name of a trust's lead region in a list, or that it is not known.
#[must_use]
pub(crate) fn lead_region(region: Option<Region>) -> &'static str {
    region.map_or("not known", Region::name)
}

/// The same within a sentence.
#[must_use]
pub(crate) fn lead_region_in_sentence(region: Option<Region>) -> &'static str {
    region.map_or("its region, which is not known", Region::in_sentence)
}

impl Region {
    /// A name for narrow places: at most fifteen characters.
    #[must_use]
    pub const fn short_name(self) -> &'static str {
        match self {
            Self::YorkshireAndTheHumber => "Yorks & Humber",
            other => other.name(),
        }
    }

    /// The name within a sentence, with its article where it has one.
    #[must_use]
    pub const fn in_sentence(self) -> &'static str {
        match self {
            Self::EastMidlands => "the East Midlands",
            Self::EastOfEngland => "the East of England",
            Self::London => "London",
            Self::NorthEast => "the North East",
            Self::NorthWest => "the North West",
            Self::SouthEast => "the South East",
            Self::SouthWest => "the South West",
            Self::WestMidlands => "the West Midlands",
            Self::YorkshireAndTheHumber => "Yorkshire and the Humber",
        }
    }
}
