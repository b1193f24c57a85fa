//! The kinds of limits of a funnel, and why there are none.

use std::fmt;

use crate::method::{FunnelError, Limits, Unplaced};

impl Limits {
    /// What it is called in a list of choices.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Normal => "Chance alone (normal)",
            Self::Exact => "Chance alone (exact binomial)",
            Self::OverDispersed => "Chance and how trusts usually differ (over-dispersed)",
        }
    }
}

impl fmt::Display for FunnelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Gap => {
                "A gap rests on two groups of pupils and so has no single size to stand at: choose one group"
            }
            Self::NotOfShares(Limits::Exact) => {
                "Exact limits are for shares of pupils alone: choose normal limits for a score"
            }
            Self::NotOfShares(_) => {
                "Over-dispersed limits are for shares of pupils alone: choose normal limits for a score"
            }
            Self::SpreadNotKnown => {
                "Nothing tells how much single pupils\u{2019} scores differ, so there are no limits"
            }
            Self::NoTrusts => "No trust has both a figure and a number of pupils behind it",
        })
    }
}

impl Unplaced {
    /// The reason in words: "pupils not counted".
    #[must_use]
    pub const fn reason(self) -> &'static str {
        match self {
            Self::NoFigure(missing) => missing.reason(),
            Self::NoShare => "no share of pupils",
            Self::NoPupils => "pupils not counted",
        }
    }
}
