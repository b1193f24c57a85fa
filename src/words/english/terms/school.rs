//! Types of schools.

use crate::terms::SchoolType;

impl SchoolType {
    /// The type in a sentence: "a sponsored academy".
    #[must_use]
    pub const fn in_sentence(self) -> &'static str {
        match self {
            Self::Sponsored => "a sponsored academy",
            Self::Converter => "a converter academy",
            Self::Free => "a free school",
            Self::Studio => "a studio school",
            Self::TechnicalCollege => "a university technical college",
            Self::Academy => "an academy",
            Self::Special => "a special school",
            Self::Alternative => "alternative provision",
            Self::Maintained => "a maintained school",
            Self::Independent => "an independent school",
            Self::College => "a college or a school for those above 16",
            Self::Another => "a school of another type",
            Self::NotStated => "a school whose type is not stated",
        }
    }
}
