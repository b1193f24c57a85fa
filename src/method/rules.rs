//! The rules under which an analysis is made. The defaults are the Department's.

use crate::model::Basis;
use crate::terms::{DayOfYear, Focus, Measure, SchoolTypes};

use super::weighting::{LEAST_SCHOOLS, LEAST_YEARS, Weight};

/// How a regional figure is made from trusts (method, section 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum RegionalRule {
    /// The simple mean of the eligible trusts' figures by lead region.
    #[default]
    SimpleMean,
    /// The same, weighted by each trust's pupils of the group.
    PupilWeighted,
    /// Each counting school in its own region with its own weight; needs school files.
    BySchool,
}

impl RegionalRule {
    /// All three, the default first.
    pub const ALL: [Self; 3] = [Self::SimpleMean, Self::PupilWeighted, Self::BySchool];

    /// The word used in addresses and on the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::SimpleMean => "simple",
            Self::PupilWeighted => "pupils",
            Self::BySchool => "schools",
        }
    }

    /// The rule with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.key() == key)
    }
}

/// What becomes of a trust's figure when a school that counts has no published value for it. Such a
/// value is never taken for zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum MissingPolicy {
    /// The school leaves the sums of that measure; the Department's way.
    #[default]
    LeaveOutSchool,
    /// The trust has no figure for that measure and group.
    LeaveOutTrust,
}

impl MissingPolicy {
    /// Both, the default first.
    pub const ALL: [Self; 2] = [Self::LeaveOutSchool, Self::LeaveOutTrust];

    /// The word used in addresses and on the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::LeaveOutSchool => "school",
            Self::LeaveOutTrust => "trust",
        }
    }

    /// The policy with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|policy| policy.key() == key)
    }
}

/// What is asked of a data set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rules {
    /// The measure.
    pub measure: Measure,
    /// The group of pupils, or the gap between two.
    pub focus: Focus,
    /// How regional figures are made.
    pub regional: RegionalRule,
    /// Whose arithmetic the figures are; nothing for computed ones where the files allow them.
    pub basis: Option<Basis>,
    /// The weight of a school in its trust.
    pub weight: Weight,
    /// How many years in the trust a school needs to count.
    pub min_years: u32,
    /// How many schools that count a trust needs to be eligible.
    pub min_schools: u32,
    /// A school that joins by this day counts from that calendar year, later ones from the next.
    pub cut_off: DayOfYear,
    /// Which types of school count.
    pub types: SchoolTypes,
    /// What a school without a value does to its trust's figure.
    pub missing: MissingPolicy,
}

impl Rules {
    /// Whether a school's years in the trust matter.
    #[must_use]
    pub const fn needs_years(&self) -> bool {
        self.min_years > 0 || matches!(self.weight, Weight::PupilsYears { .. })
    }

    /// Whether a smaller figure is the better one: of gaps, and of a user's own measures that say so.
    #[must_use]
    pub const fn smaller_is_better(&self) -> bool {
        self.focus.smaller_is_better() || self.measure.lower_is_better()
    }
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            measure: Measure::Grade5EnglishMaths,
            focus: Focus::Disadvantaged,
            regional: RegionalRule::SimpleMean,
            basis: None,
            weight: Weight::default(),
            min_years: LEAST_YEARS,
            min_schools: LEAST_SCHOOLS,
            cut_off: DayOfYear::SEPTEMBER_14,
            types: SchoolTypes::default(),
            missing: MissingPolicy::default(),
        }
    }
}
