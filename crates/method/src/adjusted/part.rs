//! The parts of a context that figures can be adjusted for, and sets of them.

use records::terms::ContextPart;
use records::terms::keyed::keyed;

/// A part of the context that figures can be adjusted for.
///
/// ```
/// use method::AdjustPart;
/// assert_eq!(AdjustPart::from_key("eal"), Some(AdjustPart::Eal));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AdjustPart {
    /// Pupils who are disadvantaged, in per cent.
    Disadvantaged,
    /// Pupils with English as an additional language, in per cent.
    Eal,
    /// Pupils with special educational needs, with or without a plan, in per cent.
    Sen,
    /// The pupils' average result at the end of key stage 2.
    PriorAttainment,
    /// Sponsored academies, in per cent of a trust's schools.
    Sponsored,
    /// Schools that select by ability, and, as a level of its own, those that do not among many that do.
    Selective,
    /// Schools for girls or boys alone.
    SingleSex,
}

keyed!(AdjustPart {
    Disadvantaged => "disadvantaged",
    Eal => "eal",
    Sen => "sen",
    PriorAttainment => "prior_attainment",
    Sponsored => "sponsored",
    Selective => "selective",
    SingleSex => "single_sex",
});

impl AdjustPart {
    /// The same as a part of a trust's context; `None` if only schools have it.
    #[must_use]
    pub const fn of_trusts(self) -> Option<ContextPart> {
        match self {
            Self::Disadvantaged => Some(ContextPart::Disadvantaged),
            Self::Eal => Some(ContextPart::Eal),
            Self::Sen => Some(ContextPart::Sen),
            Self::PriorAttainment => Some(ContextPart::PriorAttainment),
            Self::Sponsored => Some(ContextPart::Sponsored),
            Self::Selective | Self::SingleSex => None,
        }
    }

    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// A set of parts, in their order.
///
/// ```
/// use method::{AdjustPart, AdjustParts};
/// let both = AdjustParts::parse("prior_attainment,eal").unwrap();
/// assert_eq!(both.keys(), "eal,prior_attainment");
/// assert!(both.contains(AdjustPart::Eal) && !both.contains(AdjustPart::Sen));
/// assert_eq!(both.subsets().count(), 4);
/// assert_eq!(AdjustParts::parse("none"), Some(AdjustParts::NONE));
/// assert_eq!(AdjustParts::parse("weather"), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct AdjustParts(u8);

impl AdjustParts {
    /// No part: figures as they are published or computed.
    pub const NONE: Self = Self(0);

    /// The five that robustness tries in every combination; from schools with and without selective ones, too.
    pub const TRIED: Self = Self(0b1_1111);

    /// The set with or without a part.
    #[must_use]
    pub const fn with(self, part: AdjustPart, is_in: bool) -> Self {
        if is_in {
            Self(self.0 | part.bit())
        } else {
            Self(self.0 & !part.bit())
        }
    }

    /// Whether a part is in it.
    #[must_use]
    pub const fn contains(self, part: AdjustPart) -> bool {
        self.0 & part.bit() > 0
    }

    /// Whether no part is in it.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The number of parts in it.
    #[must_use]
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// The parts that are in both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Its parts, in their order.
    pub fn iter(self) -> impl Iterator<Item = AdjustPart> {
        AdjustPart::ALL.into_iter().filter(move |part| self.contains(*part))
    }

    /// Every set of its parts, the empty one first, itself last.
    pub fn subsets(self) -> impl Iterator<Item = Self> {
        (0..=self.0).filter(move |bits| bits & !self.0 == 0).map(Self)
    }

    /// The parts' keys, as addresses and the command line write them.
    #[must_use]
    pub fn keys(self) -> String {
        if self.is_empty() {
            return crate::NONE.to_owned();
        }
        let keys: Vec<&str> = self.iter().map(AdjustPart::key).collect();
        keys.join(",")
    }

    /// The set with these keys; `None` if one is no part's.
    #[must_use]
    pub fn parse(keys: &str) -> Option<Self> {
        if keys == crate::NONE {
            return Some(Self::NONE);
        }
        let mut keys = keys.split(',').map(str::trim).filter(|key| !key.is_empty());
        keys.try_fold(Self::NONE, |set, key| Some(set.with(AdjustPart::from_key(key)?, true)))
    }
}

impl FromIterator<AdjustPart> for AdjustParts {
    fn from_iter<T: IntoIterator<Item = AdjustPart>>(parts: T) -> Self {
        parts.into_iter().fold(Self::NONE, |set, part| set.with(part, true))
    }
}
