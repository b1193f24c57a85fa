//! The measures of attainment at the end of key stage 4, and measures of a user's own.

use borsh::io::{Error, Read, Write};
use borsh::{BorshDeserialize, BorshSerialize};

use super::address::{decoded, encoded};
use super::letters::small;
use super::{Figure, Unit};

/// What an address begins with that tells a measure of the user's own, and its words for the better end.
const OWN: &str = "own";
const HIGHER: &str = "higher";
const LOWER: &str = "lower";

/// A measure of attainment or progress, published or a user's own.
///
/// ```
/// use trust_gap::terms::{Measure, Unit};
/// assert_eq!(Measure::from_key("em5"), Some(Measure::Grade5EnglishMaths));
/// assert_eq!(Measure::Attainment8.unit(), Unit::Points);
/// ```
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize,
)]
#[non_exhaustive]
pub enum Measure {
    /// Attainment 8, points.
    Attainment8,
    /// Progress 8, grades.
    Progress8,
    /// Grade 5 or above in English and maths, share of pupils.
    Grade5EnglishMaths,
    /// Grade 4 or above in English and maths, share of pupils.
    Grade4EnglishMaths,
    /// Entered for all subjects of the English Baccalaureate, share of pupils.
    EbaccEntry,
    /// English Baccalaureate at grade 5 or above, share of pupils.
    Ebacc5,
    /// English Baccalaureate at grade 4 or above, share of pupils.
    Ebacc4,
    /// English Baccalaureate average point score.
    EbaccAps,
    /// A measure that a user's own spreadsheet brings.
    Own(OwnMeasure),
}

/// A measure of the user's own: any column of numbers, with its name and what it is counted in.
///
/// Its facts are kept until the program ends, a few bytes for each name that a user maps, so that
/// it can be handed about like a published measure.
///
/// ```
/// use trust_gap::terms::{Better, Measure, OwnMeasure, Unit};
/// let absence = Measure::Own(OwnMeasure::new("Absence", Unit::Percent, Better::Lower));
/// assert_eq!((absence.name(), absence.key()), ("Absence", "own-absence"));
/// assert!(absence.lower_is_better());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OwnMeasure(&'static OwnFacts);

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct OwnFacts {
    name: String,
    key: String,
    unit: Unit,
    better: Better,
}

/// Which end of a scale is the better one.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Default,
    BorshSerialize,
    BorshDeserialize,
)]
pub enum Better {
    /// A higher figure, as with every published measure.
    #[default]
    Higher,
    /// A lower figure, as with absence.
    Lower,
}

impl OwnMeasure {
    /// A measure of that name.
    #[must_use]
    pub fn new(name: &str, unit: Unit, better: Better) -> Self {
        let name = name.trim().to_owned();
        let mut key = String::from("own-");
        for letter in name.chars().map(small) {
            match letter {
                ' ' => key.push('-'),
                letter if letter.is_ascii_alphanumeric() => key.push(letter),
                // So that two names that differ in signs alone have two keys.
                sign => key.push_str(&format!("{:x}", u32::from(sign))),
            }
        }
        Self(Box::leak(Box::new(OwnFacts {
            key,
            name,
            unit,
            better,
        })))
    }

    /// Its name.
    pub(crate) const fn name(self) -> &'static str {
        self.0.name.as_str()
    }
}

impl BorshSerialize for OwnMeasure {
    fn serialize<W: Write>(&self, writer: &mut W) -> Result<(), Error> {
        self.0.name.serialize(writer)?;
        self.0.unit.serialize(writer)?;
        self.0.better.serialize(writer)
    }
}

impl BorshDeserialize for OwnMeasure {
    fn deserialize_reader<R: Read>(reader: &mut R) -> Result<Self, Error> {
        let name = String::deserialize_reader(reader)?;
        let unit = Unit::deserialize_reader(reader)?;
        Ok(Self::new(&name, unit, Better::deserialize_reader(reader)?))
    }
}

impl Measure {
    /// How many published measures there are.
    pub const COUNT: usize = 8;

    /// The published ones, in the order in which they are offered.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Grade5EnglishMaths,
        Self::Grade4EnglishMaths,
        Self::Attainment8,
        Self::Progress8,
        Self::EbaccEntry,
        Self::Ebacc4,
        Self::Ebacc5,
        Self::EbaccAps,
    ];

    /// Whether a lower figure is the better one, which no published measure has.
    #[must_use]
    pub const fn lower_is_better(self) -> bool {
        matches!(
            self,
            Self::Own(OwnMeasure(OwnFacts {
                better: Better::Lower,
                ..
            }))
        )
    }

    /// Whether it is a user's own.
    #[must_use]
    pub const fn is_own(self) -> bool {
        matches!(self, Self::Own(_))
    }

    /// The word used in addresses and on the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Attainment8 => "att8",
            Self::Progress8 => "p8",
            Self::Grade5EnglishMaths => "em5",
            Self::Grade4EnglishMaths => "em4",
            Self::EbaccEntry => "ebacc_entry",
            Self::Ebacc5 => "ebacc5",
            Self::Ebacc4 => "ebacc4",
            Self::EbaccAps => "ebacc_aps",
            Self::Own(own) => own.0.key.as_str(),
        }
    }

    /// The published measure with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.key() == key)
    }

    /// What tells it in an address, with the facts of one of the user's own: `em5`, `own.percent.lower.Absence`.
    ///
    /// ```
    /// use trust_gap::terms::{Better, Measure, OwnMeasure, Unit};
    /// let absence = Measure::Own(OwnMeasure::new("Absence, all", Unit::Percent, Better::Lower));
    /// assert_eq!(absence.address(), "own.percent.lower.Absence%2C%20all");
    /// assert_eq!(Measure::from_address(&absence.address()), Some(absence));
    /// assert_eq!(Measure::from_address("em5"), Some(Measure::Grade5EnglishMaths));
    /// ```
    #[must_use]
    pub fn address(self) -> String {
        match self {
            Self::Own(OwnMeasure(own)) => {
                let better = match own.better {
                    Better::Higher => HIGHER,
                    Better::Lower => LOWER,
                };
                let name = encoded(&own.name);
                format!("{OWN}.{}.{better}.{name}", own.unit.key())
            }
            published => published.key().to_owned(),
        }
    }

    /// The measure that an address tells; nothing where it tells none.
    #[must_use]
    pub fn from_address(text: &str) -> Option<Self> {
        let Some(own) = text.strip_prefix(OWN).and_then(|own| own.strip_prefix('.')) else {
            return Self::from_key(text);
        };
        let mut parts = own.splitn(3, '.');
        let unit = Unit::from_key(parts.next()?)?;
        let better = match parts.next()? {
            HIGHER => Better::Higher,
            LOWER => Better::Lower,
            _ => return None,
        };
        let name = decoded(parts.next()?);
        let is_name = !name.trim().is_empty() && name.trim() == name;
        is_name.then(|| Self::Own(OwnMeasure::new(&name, unit, better)))
    }

    /// What it is counted in.
    #[must_use]
    pub const fn unit(self) -> Unit {
        match self {
            Self::Attainment8 => Unit::Points,
            Self::Progress8 => Unit::Grades,
            Self::Grade5EnglishMaths
            | Self::Grade4EnglishMaths
            | Self::EbaccEntry
            | Self::Ebacc5
            | Self::Ebacc4 => Unit::Percent,
            Self::EbaccAps => Unit::AveragePoints,
            Self::Own(own) => own.0.unit,
        }
    }

    /// A figure of this measure, or nothing where the number is not finite.
    #[must_use]
    pub fn figure(self, number: f64) -> Option<Figure> {
        Figure::new(number, self.unit())
    }

    /// Its place in a table of the published measures; nothing for a user's own.
    pub(crate) const fn index(self) -> Option<usize> {
        Some(match self {
            Self::Attainment8 => 0,
            Self::Progress8 => 1,
            Self::Grade5EnglishMaths => 2,
            Self::Grade4EnglishMaths => 3,
            Self::EbaccEntry => 4,
            Self::Ebacc5 => 5,
            Self::Ebacc4 => 6,
            Self::EbaccAps => 7,
            Self::Own(_) => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_distinct_and_read_back() {
        for measure in Measure::ALL {
            assert_eq!(Measure::from_key(measure.key()), Some(measure));
        }
        let mut places: Vec<usize> = Measure::ALL
            .into_iter()
            .filter_map(Measure::index)
            .collect();
        places.sort_unstable();
        assert!(places.into_iter().eq(0..Measure::COUNT));
        assert_eq!(Measure::from_key("EM5"), None);
    }
}
