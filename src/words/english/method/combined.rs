//! Why there is no combined measure.

use std::fmt;

use crate::method::CombinedError;

impl fmt::Display for CombinedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoIngredient => f.write_str("choose at least one measure with a weight above 0"),
            Self::BadWeight(_) => f.write_str("a weight is not a number from 0"),
            Self::NotOffered(error) => error.fmt(f),
            Self::NoTrust => {
                f.write_str("no eligible trust has a figure in all of the chosen measures")
            }
        }
    }
}
