//! The choices tried by a survey of rules.

use crate::weighting::Weight;
use crate::{RegionalRule, Rules};

/// The weights that are tried, the Department's first.
pub(super) const WEIGHTS: [Weight; 6] = [
    Weight::PupilsYears { cap: Some(5) },
    Weight::PupilsYears { cap: Some(4) },
    Weight::PupilsYears { cap: Some(3) },
    Weight::PupilsYears { cap: None },
    Weight::Pupils,
    Weight::Equal,
];

/// The minimum schools that are tried, the Department's first.
pub(super) const LEAST_SCHOOLS: [u32; 4] = [3, 1, 2, 5];

/// The minimum years in the trust that are tried, the Department's first.
pub(super) const LEAST_YEARS: [u32; 3] = [3, 0, 1];

/// One choice for one rule in a survey.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// The weight of a school in its trust.
    Weight(Weight),
    /// The minimum schools that count in a trust.
    MinSchools(u32),
    /// The minimum years of a school in its trust.
    MinYears(u32),
    /// How regional figures are computed.
    Regional(RegionalRule),
}

impl Choice {
    /// Every choice that is tried, rule by rule, the Department's first.
    pub fn all() -> impl Iterator<Item = Self> {
        let weights = WEIGHTS.into_iter().map(Self::Weight);
        let schools = LEAST_SCHOOLS.into_iter().map(Self::MinSchools);
        let years = LEAST_YEARS.into_iter().map(Self::MinYears);
        let regional = RegionalRule::ALL.into_iter().map(Self::Regional);
        weights.chain(schools).chain(years).chain(regional)
    }

    /// Whether rules have this choice.
    #[must_use]
    pub fn is_in(self, rules: &Rules) -> bool {
        match self {
            Self::Weight(weight) => rules.weight == weight,
            Self::MinSchools(schools) => rules.min_schools == schools,
            Self::MinYears(years) => rules.min_years == years,
            Self::Regional(regional) => rules.regional == regional,
        }
    }

    /// The rules with this choice.
    #[must_use]
    pub(crate) fn put_into(self, rules: Rules) -> Rules {
        match self {
            Self::Weight(weight) => Rules { weight, ..rules },
            Self::MinSchools(min_schools) => Rules { min_schools, ..rules },
            Self::MinYears(min_years) => Rules { min_years, ..rules },
            Self::Regional(regional) => Rules { regional, ..rules },
        }
    }

    /// The program's option for it: `--regional pupils`.
    ///
    /// ```
    /// use method::{Choice, RegionalRule};
    /// use method::weighting::Weight;
    /// assert_eq!(Choice::Regional(RegionalRule::PupilWeighted).option(), "--regional pupils");
    /// assert_eq!(Choice::Weight(Weight::PupilsYears { cap: None }).option(), "--weight pupils-years --cap none");
    /// ```
    #[must_use]
    pub fn option(self) -> String {
        match self {
            Self::Weight(weight) => match weight {
                Weight::PupilsYears { cap: Some(cap) } => {
                    format!("--weight {} --cap {cap}", weight.key())
                }
                Weight::PupilsYears { cap: None } => {
                    format!("--weight {} --cap none", weight.key())
                }
                Weight::Pupils | Weight::Equal => format!("--weight {}", weight.key()),
            },
            Self::MinSchools(schools) => format!("--min-schools {schools}"),
            Self::MinYears(years) => format!("--min-years {years}"),
            Self::Regional(regional) => format!("--regional {}", regional.key()),
        }
    }
}
