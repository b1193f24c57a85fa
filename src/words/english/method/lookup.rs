//! Why nothing can be said of trusts that were asked for.

use std::fmt;

use crate::method::LookupError;
use crate::terms::letters::short_name;

impl fmt::Display for LookupError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(uid) => write!(f, "no trust of the files has the number {uid}"),
            Self::NotEligible(exclusion) => write!(
                f,
                "{} is not eligible under these rules: {}",
                short_name(&exclusion.name),
                exclusion.reason
            ),
            Self::Count(count) => write!(
                f,
                "two to six trusts can be compared, and {count} are named"
            ),
            Self::Twice(uid) => write!(f, "the trust with the number {uid} is named twice"),
            Self::Analysis(error) => error.fmt(f),
        }
    }
}
