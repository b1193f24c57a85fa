//! Why figures are not adjusted, or not for a part.

use records::terms::AcademicYear;
use stats::meta_regression::NoRegression;

use super::part::AdjustParts;

/// What a regression is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitKind {
    /// Trusts as published.
    Trusts,
    /// State-funded mainstream schools.
    Schools,
}

/// Why figures are not adjusted for context.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAdjusted {
    /// The files cover a part of the country, so that there is no average context.
    PartOfCountry(UnitKind),
    /// All units are in one region.
    OneRegion(UnitKind),
    /// The files have none of these parts.
    NotInFile {
        /// The parts asked for.
        parts: AdjustParts,
        /// The year of the results.
        year: Option<AcademicYear>,
    },
    /// There are fewer than ten units a part.
    TooFew {
        /// Trusts or schools.
        kind: UnitKind,
        /// How many have a figure and every part.
        units: usize,
        /// How many are needed.
        needed: usize,
    },
    /// No file says how precise the figures are.
    NoPrecision,
    /// The parts give every figure exactly, or all figures are alike.
    PerfectFit(UnitKind),
    /// There are numbers too large or too small to calculate with.
    NotNumbers,
}

/// Why a part that was asked for is not adjusted for, when others are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartNotUsed {
    /// The files do not have it.
    NotInFile,
    /// It is the same in all units.
    Constant,
    /// The parts before it say the same.
    SaysTheSame,
}

impl NotAdjusted {
    /// Why units have no regression; `too_few` if they are.
    pub(crate) const fn of_fit(reason: NoRegression, kind: UnitKind, too_few: Self) -> Self {
        match reason {
            NoRegression::PerfectFit => Self::PerfectFit(kind),
            NoRegression::TooFewUnits => too_few,
            NoRegression::NotNumbers => Self::NotNumbers,
        }
    }
}

impl std::error::Error for NotAdjusted {}
