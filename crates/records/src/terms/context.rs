//! The context of a trust or a school: its pupils, their prior attainment, and the kind of school.

use borsh::{BorshDeserialize, BorshSerialize};

use super::Unit;
use super::keyed::keyed;

/// One part of the context.
///
/// ```
/// use records::terms::{ContextPart, Unit};
/// assert_eq!(ContextPart::from_key("eal"), Some(ContextPart::Eal));
/// assert_eq!(ContextPart::Eal.unit(), Unit::Percent);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum ContextPart {
    /// Pupils who are disadvantaged, in per cent.
    #[default]
    Disadvantaged,
    /// Pupils with English as an additional language, in per cent.
    Eal,
    /// Pupils with special educational needs, with or without a plan, in per cent.
    Sen,
    /// Those with an education, health and care plan, or earlier a statement, in per cent of all pupils.
    SenPlan,
    /// Those with support and no plan, in per cent of all pupils.
    SenSupport,
    /// The pupils' average result at the end of key stage 2: a scaled score (80 to 120) for tests from 2016 on, average
    /// points (up to 39) for earlier ones.
    PriorAttainment,
    /// Schools that are sponsored academies, in per cent.
    Sponsored,
    /// Pupils in schools that select by ability, in per cent.
    Selective,
}

keyed!(ContextPart {
    Disadvantaged => "disadvantaged",
    Eal => "eal",
    Sen => "sen",
    SenPlan => "sen_plan",
    SenSupport => "sen_support",
    PriorAttainment => "prior_attainment",
    Sponsored => "sponsored",
    Selective => "selective",
});

impl ContextPart {
    /// Its unit: per cent, except for prior attainment.
    #[must_use]
    pub const fn unit(self) -> Unit {
        match self {
            Self::PriorAttainment => Unit::OwnPoints,
            _ => Unit::Percent,
        }
    }
}

/// A value for each part of the context.
///
/// ```
/// use records::terms::{ByPart, ContextPart};
/// let keys = ByPart::make(ContextPart::key);
/// assert_eq!(*keys.get(ContextPart::PriorAttainment), "prior_attainment");
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ByPart<T>([T; ContextPart::ALL.len()]);

impl<T> ByPart<T> {
    /// The value that `make` returns for each part.
    #[must_use]
    pub fn make(make: impl FnMut(ContextPart) -> T) -> Self {
        Self(ContextPart::ALL.map(make))
    }

    /// The value for a part.
    #[must_use]
    pub const fn get(&self, part: ContextPart) -> &T {
        let [disadvantaged, eal, sen, plan, support, prior, sponsored, selective] = &self.0;
        match part {
            ContextPart::Disadvantaged => disadvantaged,
            ContextPart::Eal => eal,
            ContextPart::Sen => sen,
            ContextPart::SenPlan => plan,
            ContextPart::SenSupport => support,
            ContextPart::PriorAttainment => prior,
            ContextPart::Sponsored => sponsored,
            ContextPart::Selective => selective,
        }
    }

    /// Sets the value for a part.
    pub fn set(&mut self, part: ContextPart, value: T) {
        for (of, slot) in ContextPart::ALL.into_iter().zip(&mut self.0) {
            if of == part {
                *slot = value;
                return;
            }
        }
    }
}

/// Whether a school selects its pupils by ability.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, BorshSerialize, BorshDeserialize)]
pub enum Admissions {
    /// It selects.
    Selective,
    /// It does not.
    NonSelective,
    /// It does not, in an area where many others do.
    NonSelectiveAmongSelective,
    /// The file does not say, or it does not apply.
    #[default]
    NotStated,
}

impl Admissions {
    /// The admissions for a published code, from the columns `ADMPOL_PT` and `ADMPOL_2017` or the older `ADMPOL`.
    ///
    /// ```
    /// use records::terms::Admissions;
    /// assert_eq!(Admissions::from_code("SEL"), Admissions::Selective);
    /// assert_eq!(Admissions::from_code("OTHER NON SEL"), Admissions::NonSelective);
    /// assert_eq!(Admissions::from_code("NON SEL IN HIGHLY SEL AREA"), Admissions::NonSelectiveAmongSelective);
    /// assert_eq!(Admissions::from_code("NA"), Admissions::NotStated);
    /// ```
    #[must_use]
    pub fn from_code(code: &str) -> Self {
        // For a school in a highly selective area the code begins with this, and has several endings.
        const NON: &[u8] = b"NON SEL";
        const NON_SELECTIVE: [&str; 4] = ["OTHER NON SEL", "NSE", "COMP", "MOD"];
        let starts_with = |start: &[u8]| {
            let bytes = code.as_bytes().get(..start.len());
            bytes.is_some_and(|bytes| bytes.eq_ignore_ascii_case(start))
        };
        if code.eq_ignore_ascii_case("SEL") {
            Self::Selective
        } else if starts_with(NON) && code.len() > NON.len() {
            Self::NonSelectiveAmongSelective
        } else if starts_with(NON) || NON_SELECTIVE.iter().any(|known| code.eq_ignore_ascii_case(known)) {
            Self::NonSelective
        } else {
            Self::NotStated
        }
    }
}

/// Whether a school admits pupils of one sex or both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, BorshSerialize, BorshDeserialize)]
pub enum Sexes {
    /// Girls and boys.
    Both,
    /// Girls alone, or boys alone.
    One,
    /// The file does not say.
    #[default]
    NotStated,
}

impl Sexes {
    /// The sexes for a published code, from the column `EGENDER`.
    ///
    /// ```
    /// use records::terms::Sexes;
    /// assert_eq!(Sexes::from_code("MIXED"), Sexes::Both);
    /// assert_eq!(Sexes::from_code("Girls"), Sexes::One);
    /// assert_eq!(Sexes::from_code(""), Sexes::NotStated);
    /// ```
    #[must_use]
    pub fn from_code(code: &str) -> Self {
        let is = |known: &&str| code.eq_ignore_ascii_case(known);
        if ["MIXED", "MIX"].iter().any(is) {
            Self::Both
        } else if ["GIRLS", "BOYS"].iter().any(is) {
            Self::One
        } else {
            Self::NotStated
        }
    }
}
