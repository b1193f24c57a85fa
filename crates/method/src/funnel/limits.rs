//! The kinds of limits, and why there may be none.

use records::terms::keyed::keyed;
use records::terms::{Focus, Measure, Missing, Unit};

/// How the limits of a funnel are computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Limits {
    /// `target +/- z` standard errors.
    #[default]
    Normal,
    /// By the binomial distribution itself, which moves in steps of a pupil.
    Exact,
    /// Wider: trusts differ by more than chance, and the limits allow for as much as they usually do.
    OverDispersed,
}

keyed!(Limits {
    Normal => "normal",
    Exact => "exact",
    OverDispersed => "over-dispersed",
});

impl Limits {
    /// The kinds offered for a measure and focus: all for the share of a group's pupils, only normal ones for
    /// scores, and none for a gap or for points of a user-defined measure, whose spread is not known.
    ///
    /// ```
    /// use method::Limits;
    /// use records::terms::{Focus, Measure};
    /// assert_eq!(Limits::offered(Measure::Grade5EnglishMaths, Focus::All).len(), 3);
    /// assert_eq!(Limits::offered(Measure::Progress8, Focus::All), [Limits::Normal]);
    /// assert!(Limits::offered(Measure::Grade5EnglishMaths, Focus::Gap).is_empty());
    /// ```
    #[must_use]
    pub const fn offered(measure: Measure, focus: Focus) -> &'static [Self] {
        match (focus, measure.unit()) {
            (Focus::Gap, _) | (_, Unit::OwnPoints) => &[],
            (_, Unit::Percent) => &Self::ALL,
            (_, Unit::Points | Unit::Grades | Unit::AveragePoints) => &[Self::Normal],
        }
    }
}

/// Why there is no funnel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FunnelError {
    /// A gap is based on two groups of pupils, so it does not have one size.
    Gap,
    /// The measure is not a share of pupils, which these limits need.
    NotOfShares(Limits),
    /// How much single pupils' scores differ is neither published nor assumed.
    SpreadNotKnown,
    /// No trust has both a figure and a number of pupils.
    NoTrusts,
}

impl std::error::Error for FunnelError {}

/// Why a trust is not in a funnel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Omitted {
    /// It has no figure, for this reason.
    NoFigure(Missing),
    /// A percentage outside 0 to 100, as a user-defined measure may have, is not a share of pupils.
    NoShare,
    /// No file states how many pupils its figure is based on.
    NoPupils,
}
