//! The funnel: trusts by the number of pupils behind their figures.

pub(crate) const FUNNEL: &str = "Funnel";
pub(crate) const TRUSTS_THAT_STAND_OUT: &str = "Trusts that stand out";
pub(crate) const WHAT_LIMITS_SHOW: &str = "A small trust\u{2019}s figure moves more by chance than a large one\u{2019}s. The limits show how far: they \
             are for a trust\u{2019}s expected place, not around its figure.";
pub(crate) const NO_FUNNEL: &str = "There is no funnel of this";
pub(crate) const WHAT_A_FUNNEL_IS: &str =
    "A funnel sets each figure beside the number of pupils that it rests on.";
pub(crate) const BEYOND_THE_LIMITS: &str = "Beyond the limits, in words";
