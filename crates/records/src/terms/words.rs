//! The words of `terms`: the field's terms.

/// The words for areas, and why a text is not an area.
pub(crate) mod area {
    use std::fmt;

    use crate::terms::AreaError;

    /// The name of [`Area::south_west_peninsula`](crate::terms::Area::south_west_peninsula).
    pub(crate) const SOUTH_WEST_PENINSULA: &str = "South West peninsula";

    impl AreaError {
        /// What a user can do about it.
        #[must_use]
        pub fn remedy(&self) -> &'static str {
            match self {
                Self::NoName => "Put a name before the equals sign, such as “Far west=908,420”.",
                Self::Letter { .. } => "Remove it from the name.",
                Self::NoCodes => "Put the codes of its local authorities after the name, such as “Far west=908,420”.",
                Self::UnknownCode { .. } => "Use the Department's three-digit code, such as 908 for Cornwall.",
            }
        }
    }

    impl fmt::Display for AreaError {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            match self {
                Self::NoName => f.write_str("The area has no name"),
                Self::Letter { letter } if letter.is_control() => {
                    f.write_str("The area's name contains a line break or another control character")
                }
                Self::Letter { letter } => write!(f, "The area's name contains “{letter}”"),
                Self::NoCodes => f.write_str("The area has no local authority"),
                Self::UnknownCode { code } => write!(f, "No local authority has the code “{code}”"),
            }
        }
    }
}
/// Parts of the context.
mod context {
    use crate::terms::{Admissions, ContextPart};

    impl ContextPart {
        /// The name as a row's heading.
        #[must_use]
        pub const fn name(self) -> &'static str {
            match self {
                Self::Disadvantaged => "Disadvantaged pupils",
                Self::Eal => "Pupils with English as an additional language",
                Self::Sen => "Pupils with special educational needs",
                Self::SenPlan => "Pupils with an EHC plan or statement",
                Self::SenSupport => "Pupils with SEN support",
                Self::PriorAttainment => "Prior attainment (average at key stage 2)",
                Self::Sponsored => "Sponsored academies",
                Self::Selective => "Pupils in selective schools",
            }
        }

        /// The name within a sentence.
        #[must_use]
        pub const fn in_sentence(self) -> &'static str {
            match self {
                Self::Disadvantaged => "disadvantaged pupils",
                Self::Eal => "English as an additional language",
                Self::Sen => "special educational needs",
                Self::SenPlan => "EHC plans or statements",
                Self::SenSupport => "SEN support",
                Self::PriorAttainment => "prior attainment at key stage 2",
                Self::Sponsored => "sponsored academies",
                Self::Selective => "selective schools",
            }
        }
    }

    impl Admissions {
        /// In a few words.
        #[must_use]
        pub const fn name(self) -> &'static str {
            match self {
                Self::Selective => "selective",
                Self::NonSelective => "not selective",
                Self::NonSelectiveAmongSelective => "not selective, in a highly selective area",
                Self::NotStated => "not stated",
            }
        }
    }
}

/// Days of the calendar.
pub(crate) mod date {
    use std::fmt;

    use crate::terms::{Date, DayOfYear};

    pub(crate) const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];

    impl fmt::Display for DayOfYear {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            let month = usize::from(self.month()).checked_sub(1);
            let name = month.and_then(|month| MONTHS.get(month)).copied().unwrap_or_default();
            write!(f, "{} {name}", self.day())
        }
    }

    impl fmt::Display for Date {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "{} {}", self.day_of_year(), self.year())
        }
    }
}
/// Figures with their units.
mod figure {
    use crate::terms::{Figure, Unit};

    impl Unit {
        /// The unit of a difference of two figures, in words.
        #[must_use]
        pub const fn difference_word(self) -> &'static str {
            match self {
                Self::Percent => "percentage points",
                Self::Points | Self::AveragePoints | Self::OwnPoints => "points",
                Self::Grades => "grades",
            }
        }
    }

    impl Figure {
        /// With its unit, for sentences: `37.2%`, `46.6 points`.
        #[must_use]
        pub fn in_sentence(self) -> String {
            match self.unit() {
                Unit::Percent => format!("{}%", self.plain()),
                Unit::Points | Unit::AveragePoints | Unit::OwnPoints => {
                    format!("{} points", self.plain())
                }
                Unit::Grades => format!("{} grades", self.plain()),
            }
        }

        /// As a difference, for sentences: `19.4 percentage points`.
        #[must_use]
        pub fn as_difference(self) -> String {
            format!("{} {}", self.plain(), self.unit().difference_word())
        }
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn a_difference_of_percentages_is_in_percentage_points() {
            let percent = |number| Figure::new(number, Unit::Percent).unwrap();
            assert_eq!(percent(37.157).in_sentence(), "37.2%");
            assert_eq!(percent(19.36).as_difference(), "19.4 percentage points");
        }
    }
}
/// Groups of pupils.
mod group {
    use crate::terms::{Focus, Group};

    impl Group {
        /// The pupils in a sentence: `disadvantaged pupils`.
        #[must_use]
        pub const fn pupils(self) -> &'static str {
            match self {
                Self::Disadvantaged => "disadvantaged pupils",
                Self::Other => "other pupils",
                Self::All => "all pupils",
            }
        }
    }

    impl Focus {
        /// The name on a button.
        #[must_use]
        pub const fn name(self) -> &'static str {
            match self {
                Self::Disadvantaged => "Disadvantaged",
                Self::Other => "Other",
                Self::All => "All",
                Self::Gap => "Gap",
            }
        }
    }
}

/// The words for regions in sentences and where there is little room.
pub(crate) mod region {
    use crate::terms::Region;

    /// The name of a trust's lead region in a list, or that it is unknown.
    #[must_use]
    pub fn lead_region(region: Option<Region>) -> &'static str {
        region.map_or("not known", Region::name)
    }

    /// The same within a sentence.
    #[must_use]
    pub fn lead_region_in_sentence(region: Option<Region>) -> &'static str {
        region.map_or("its region, which is not known", Region::in_sentence)
    }

    impl Region {
        /// A name for where there is little room: at most fifteen characters.
        #[must_use]
        pub const fn short_name(self) -> &'static str {
            match self {
                Self::YorkshireAndTheHumber => "Yorks & Humber",
                other => other.name(),
            }
        }

        /// The name within a sentence, with its article if it has one.
        #[must_use]
        pub const fn in_sentence(self) -> &'static str {
            match self {
                Self::EastMidlands => "the East Midlands",
                Self::EastOfEngland => "the East of England",
                Self::London => "London",
                Self::NorthEast => "the North East",
                Self::NorthWest => "the North West",
                Self::SouthEast => "the South East",
                Self::SouthWest => "the South West",
                Self::WestMidlands => "the West Midlands",
                Self::YorkshireAndTheHumber => "Yorkshire and the Humber",
            }
        }
    }
}
/// Types of schools.
mod school {
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
                Self::College => "a college or a school for pupils over 16",
                Self::Another => "a school of another type",
                Self::NotStated => "a school whose type is not stated",
            }
        }
    }
}
/// Why a value is missing.
mod value {
    use crate::terms::Missing;

    impl Missing {
        /// The reason in a few plain words, as shown instead of a number.
        #[must_use]
        pub const fn reason(self) -> &'static str {
            match self {
                Self::Suppressed => "suppressed",
                Self::NoEntries => "no entries",
                Self::NotPublished => "not published",
                Self::NotApplicable => "not applicable",
                Self::NotAvailable => "not available",
                Self::LowCoverage => "coverage below 50%",
                Self::BelowHalfPercent => "above 0 but below 0.5%",
                Self::LowReliability => "too unreliable to publish",
                Self::SpreadsheetError => "an error in the spreadsheet",
                Self::Dash => "not stated (a dash)",
                Self::New => "new school",
                Self::Redacted => "redacted",
                Self::Blank => "blank in the file",
                Self::NoColumn => "not in the file",
                Self::Unreadable => "not readable in the file",
                Self::PupilsNotKnown => "number of pupils not known",
                Self::YearsNotKnown => "years in the trust not known",
                Self::NoPupils => "no pupils",
                Self::TooFewPupils => "withheld (fewer than 6 pupils)",
                Self::WouldReveal => "withheld (would reveal a figure for fewer than 6 pupils)",
                Self::ContextNotKnown => "context not known",
            }
        }
    }
}

/// Academic years.
pub(crate) mod year {
    use crate::terms::AcademicYear;

    /// A year in words, or that no file states it.
    #[must_use]
    pub fn year_in_words(year: Option<AcademicYear>) -> String {
        year.map_or_else(|| "year not stated".to_owned(), |year| year.to_string())
    }
}
