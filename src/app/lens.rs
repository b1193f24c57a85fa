//! How figures are looked at; no figure depends on it.

use crate::method::Limits;

/// What the user has chosen to see of the doubt, and of the years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Lens {
    /// The limits of the funnel.
    pub(super) limits: Limits,
    /// Whether figures are drawn towards their mean.
    pub(super) is_shrunken: bool,
    /// Whether a trend is of the schools that count in the same trust in every year.
    pub(super) is_like_for_like: bool,
}
