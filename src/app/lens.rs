//! How figures are looked at; no figure depends on it.

use crate::method::Limits;

/// What the user has chosen to see of the doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Lens {
    /// The limits of the funnel.
    pub(super) limits: Limits,
    /// Whether figures are drawn towards their mean.
    pub(super) is_shrunken: bool,
}
