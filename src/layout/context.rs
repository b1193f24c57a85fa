//! What files say of pupils and schools beside their results.

use borsh::{BorshDeserialize, BorshSerialize};

use crate::source::Fault;
use crate::terms::{Admissions, Missing};

use super::cell::{self, Style};
use super::{Amount, Numbers, TYPE_COUNTS};

/// The context of a school, as far as its file tells it. Its disadvantaged pupils are told by their number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SchoolContext {
    /// Pupils at the end of key stage 4 with English as an additional language.
    pub eal: Amount,
    /// Those with an education, health and care plan; before 2018 with such a plan or a statement.
    pub sen_plan: Amount,
    /// Those with special educational needs and no plan.
    pub sen_support: Amount,
    /// Their average result at the end of key stage 2.
    pub prior_attainment: Amount,
    /// Whether the school selects its pupils.
    pub admissions: Admissions,
}

impl Default for SchoolContext {
    /// That of a file without such columns.
    fn default() -> Self {
        let none = Err(Missing::NoColumn);
        Self {
            eal: none,
            sen_plan: none,
            sen_support: none,
            prior_attainment: none,
            admissions: Admissions::NotStated,
        }
    }
}

/// The context of schools by column, a row for each school.
#[derive(Debug, Clone, Default, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct ContextColumns {
    /// Pupils with English as an additional language.
    pub eal: Numbers,
    /// Those with an education, health and care plan or a statement.
    pub sen_plan: Numbers,
    /// Those with special educational needs and no plan.
    pub sen_support: Numbers,
    /// Their average results at the end of key stage 2.
    pub prior_attainment: Numbers,
    /// Whether the schools select their pupils.
    pub admissions: Vec<Admissions>,
}

impl ContextColumns {
    /// That of the school in a row.
    pub(super) fn get(&self, row: usize) -> SchoolContext {
        SchoolContext {
            eal: self.eal.get(row),
            sen_plan: self.sen_plan.get(row),
            sen_support: self.sen_support.get(row),
            prior_attainment: self.prior_attainment.get(row),
            admissions: self.admissions.get(row).copied().unwrap_or_default(),
        }
    }

    /// Puts that of a school below the others.
    pub(super) fn push(&mut self, context: &SchoolContext) {
        self.eal.push(context.eal);
        self.sen_plan.push(context.sen_plan);
        self.sen_support.push(context.sen_support);
        self.prior_attainment.push(context.prior_attainment);
        self.admissions.push(context.admissions);
    }

    pub(super) const fn numbers_of(&mut self, count: Count) -> &mut Numbers {
        match count {
            Count::Eal => &mut self.eal,
            Count::SenPlan => &mut self.sen_plan,
            Count::SenSupport => &mut self.sen_support,
            Count::PriorAttainment => &mut self.prior_attainment,
        }
    }

    /// Every column of numbers.
    pub(super) fn numbers(&self) -> impl Iterator<Item = &Numbers> {
        [
            &self.eal,
            &self.sen_plan,
            &self.sen_support,
            &self.prior_attainment,
        ]
        .into_iter()
    }

    pub(super) fn numbers_mut(&mut self) -> impl Iterator<Item = &mut Numbers> {
        [
            &mut self.eal,
            &mut self.sen_plan,
            &mut self.sen_support,
            &mut self.prior_attainment,
        ]
        .into_iter()
    }
}

/// A column of numbers of the wide school file that is about the context.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Count {
    Eal,
    SenPlan,
    SenSupport,
    PriorAttainment,
}

impl Count {
    pub(super) const ALL: [Self; 4] = [
        Self::Eal,
        Self::SenPlan,
        Self::SenSupport,
        Self::PriorAttainment,
    ];

    /// Reads a cell of it.
    pub(super) fn read(self, word: &str, style: Style) -> (Amount, Option<Fault>) {
        match self {
            Self::PriorAttainment => cell::start(word, style),
            _ => cell::count(word, style),
        }
    }
}

/// The context of a trust as published. Its disadvantaged share stands with its pupils.
#[derive(Debug, Clone, Copy, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct TrustContext {
    /// Share of the pupils with English as an additional language, 0 to 100.
    pub eal_share: Amount,
    /// Share of them with special educational needs, 0 to 100.
    pub sen_share: Amount,
    /// Their average result at the end of key stage 2.
    pub prior_attainment: Amount,
    /// How many of the schools are converters, sponsored academies, free schools, studio schools and
    /// university technical colleges.
    pub types: [Amount; TYPE_COUNTS.len()],
}

impl Default for TrustContext {
    /// That of a file without such columns.
    fn default() -> Self {
        let none = Err(Missing::NoColumn);
        Self {
            eal_share: none,
            sen_share: none,
            prior_attainment: none,
            types: [none; TYPE_COUNTS.len()],
        }
    }
}
