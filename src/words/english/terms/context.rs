//! Parts of the context.

use crate::terms::{Admissions, ContextPart};

impl ContextPart {
    /// What it is called at the head of a row.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Disadvantaged => "Disadvantaged pupils",
            Self::Eal => "Pupils with English as an additional language",
            Self::Sen => "Pupils with special educational needs",
            Self::SenPlan => "Pupils with an EHC plan or statement",
            Self::SenSupport => "Pupils with SEN support",
            Self::PriorAttainment => "Prior attainment (average at key stage 2)",
            Self::Sponsored => "Sponsored academies",
            Self::Selective => "Pupils in selective schools",
        }
    }

    /// What it is called within a sentence.
    #[must_use]
    pub const fn in_sentence(self) -> &'static str {
        match self {
            Self::Disadvantaged => "disadvantaged pupils",
            Self::Eal => "English as an additional language",
            Self::Sen => "special educational needs",
            Self::SenPlan => "EHC plans or statements",
            Self::SenSupport => "SEN support",
            Self::PriorAttainment => "prior attainment at key stage 2",
            Self::Sponsored => "sponsored academies",
            Self::Selective => "selective schools",
        }
    }
}

impl Admissions {
    /// In a few words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Selective => "selective",
            Self::NonSelective => "not selective",
            Self::NotStated => "not stated",
        }
    }
}
