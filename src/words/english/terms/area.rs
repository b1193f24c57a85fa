//! Areas, and why a text is none.

use std::fmt;

use crate::terms::AreaError;

/// The name of [`Area::south_west_peninsula`](crate::terms::Area::south_west_peninsula).
pub(crate) const SOUTH_WEST_PENINSULA: &str = "South West peninsula";

impl AreaError {
    /// What a user can do about it.
    #[must_use]
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::NoName => "Put a name before the sign =, such as “Far west=908,420”.",
            Self::Letter { .. } => "Leave it out of the name.",
            Self::NoCodes => {
                "Put the codes of its authorities after the name, such as “Far west=908,420”."
            }
            Self::UnknownCode { .. } => {
                "Give the Department's three digits, such as 908 for Cornwall."
            }
        }
    }
}

impl fmt::Display for AreaError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoName => f.write_str("The area has no name"),
            Self::Letter { letter } if letter.is_control() => {
                f.write_str("The area's name holds a line end or another control character")
            }
            Self::Letter { letter } => write!(f, "The area's name holds “{letter}”"),
            Self::NoCodes => f.write_str("The area has no local authority"),
            Self::UnknownCode { code } => write!(f, "No local authority has the code “{code}”"),
        }
    }
}
