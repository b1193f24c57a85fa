//! The list of all trusts.

use crate::chart::{Intake, Size};

impl Size {
    /// Its name in a list of choices.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Small => "Fewer than 400 pupils",
            Self::Medium => "400 to 999 pupils",
            Self::Large => "1,000 pupils and more",
        }
    }
}

impl Intake {
    /// Its name in a list of choices.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Few => "Less than a fifth",
            Self::Some => "A fifth to a third",
            Self::Many => "A third and more",
        }
    }
}

/// The column heading for how large it is.
pub(crate) const PUPILS: &str = "Pupils at the end of key stage 4";

pub(crate) const DISADVANTAGED: &str = "Disadvantaged pupils, %";

pub(crate) const LOW: &str = "Interval low";

pub(crate) const HIGH: &str = "Interval high";

pub(crate) const LEFT_OUT_BECAUSE: &str = "Left out because";

pub(crate) const CAPTION: &str = "Trusts";

/// Why there is no number of schools.
pub(crate) const SCHOOLS_NOT_KNOWN: &str = "not in a trust file";

/// Why there is no number of pupils.
pub(crate) const PUPILS_NOT_KNOWN: &str = "not known";

/// Why there is no reason to leave a trust out.
pub(crate) const ELIGIBLE: &str = "it is eligible";

/// The reason for empty cells of a trust that is left out.
pub(crate) const NOT_ELIGIBLE: &str = "not eligible";
