//! The context of pupils and schools in files: everything except their results.

use borsh::{BorshDeserialize, BorshSerialize};

use crate::terms::{Admissions, Missing, SchoolType, Sexes};

use super::Amount;
use super::packed::packed_by_column;

/// The context of a school, as far as its file states it. The number of its disadvantaged pupils is stored with its
/// pupils.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SchoolContext {
    /// Pupils at the end of key stage 4 with English as an additional language.
    pub eal: Amount,
    /// Pupils with an education, health and care plan; before 2018, with a plan or a statement.
    pub sen_plan: Amount,
    /// Pupils with special educational needs and no plan.
    pub sen_support: Amount,
    /// Their average result at the end of key stage 2.
    pub prior_attainment: Amount,
    /// Whether the school selects its pupils.
    pub admissions: Admissions,
    /// Whether it admits pupils of one sex or both.
    pub sexes: Sexes,
}

/// A number about the context in the wide school file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// Those with English as an additional language.
    Eal,
    /// Those with an education, health and care plan.
    SenPlan,
    /// Those with special educational needs and no plan.
    SenSupport,
    /// Their average result at the end of key stage 2.
    PriorAttainment,
}

impl Count {
    pub(crate) const ALL: [Self; 4] = [Self::Eal, Self::SenPlan, Self::SenSupport, Self::PriorAttainment];
}

/// The types of schools that a trust file counts.
pub const COUNTED_TYPES: [SchoolType; 5] = [
    SchoolType::Converter,
    SchoolType::Sponsored,
    SchoolType::Free,
    SchoolType::Studio,
    SchoolType::TechnicalCollege,
];

/// The context of a trust as published. Its disadvantaged share is stored with its pupils.
#[derive(Debug, Clone, Copy, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct TrustContext {
    /// The share of pupils with English as an additional language, 0 to 100.
    pub eal_share: Amount,
    /// The share of pupils with special educational needs, 0 to 100.
    pub sen_share: Amount,
    /// Their average result at the end of key stage 2.
    pub prior_attainment: Amount,
    /// The number of schools of each of the [`COUNTED_TYPES`].
    pub types: [Amount; COUNTED_TYPES.len()],
}

packed_by_column!(TrustContext {
    eal_share,
    sen_share,
    prior_attainment,
    types,
});

impl Default for TrustContext {
    /// The context if the file has no such columns.
    fn default() -> Self {
        let none = Err(Missing::NoColumn);
        Self {
            eal_share: none,
            sen_share: none,
            prior_attainment: none,
            types: [none; COUNTED_TYPES.len()],
        }
    }
}
