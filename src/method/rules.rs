//! The rules under which an analysis is made. The defaults are the Department's.

use crate::terms::{Focus, Measure};

use super::weighting::LEAST_SCHOOLS;

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

    /// The name in a list of rules.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::SimpleMean => "Simple mean of trusts",
            Self::PupilWeighted => "Weighted by pupils",
            Self::BySchool => "By school",
        }
    }

    /// The condition in a sentence: "weighted by pupils, the South East is lowest".
    #[must_use]
    pub const fn as_condition(self) -> &'static str {
        match self {
            Self::SimpleMean => "By the simple mean of trusts",
            Self::PupilWeighted => "Weighted by pupils",
            Self::BySchool => "By school",
        }
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
    /// How many schools that count a trust needs to be eligible.
    pub min_schools: u32,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            measure: Measure::Grade5EnglishMaths,
            focus: Focus::Disadvantaged,
            regional: RegionalRule::SimpleMean,
            min_schools: LEAST_SCHOOLS,
        }
    }
}
