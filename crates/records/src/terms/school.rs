//! Schools: their number and their type.

use std::fmt;

use borsh::{BorshDeserialize, BorshSerialize};

/// The unique reference number of a school (`URN`).
///
/// ```
/// use records::terms::Urn;
/// assert_eq!(Urn::parse(" 136572 ").unwrap().to_string(), "136572");
/// assert_eq!(Urn::parse("136572.0"), Urn::parse("136572"));
/// assert!(Urn::parse("The Roseland").is_none());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct Urn(u32);

impl Urn {
    /// A number from an integer.
    #[must_use]
    pub const fn new(number: u32) -> Self {
        Self(number)
    }

    /// Parses the number. Some spreadsheets add a point and a zero.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let trimmed = text.trim();
        let digits = trimmed.strip_suffix(".0").unwrap_or(trimmed);
        digits.parse().ok().map(Self)
    }

    /// The number.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.0
    }
}

impl fmt::Display for Urn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The type of a school, as far as it affects whether the school counts (method, section 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub enum SchoolType {
    /// Sponsored academy (`AC`).
    Sponsored,
    /// Converter academy (`ACC`).
    Converter,
    /// Free school (`F`).
    Free,
    /// Studio school (`FSS`).
    Studio,
    /// University technical college (`FUTC`).
    TechnicalCollege,
    /// An academy in a file that does not say whether it converted or was sponsored.
    Academy,
    /// A special school, of any kind.
    Special,
    /// Alternative provision, of any kind.
    Alternative,
    /// Community, foundation, voluntary aided or controlled: maintained by its authority.
    Maintained,
    /// Independent.
    Independent,
    /// A college, or a school for pupils over 16.
    College,
    /// Another type, or an unknown code.
    Another,
    /// The file does not say.
    NotStated,
}

impl SchoolType {
    /// The codes of the performance files.
    const CODES: [(&str, Self); 19] = [
        ("AC", Self::Sponsored),
        ("ACC", Self::Converter),
        ("F", Self::Free),
        ("FSS", Self::Studio),
        ("FUTC", Self::TechnicalCollege),
        ("ACS", Self::Special),
        ("ACCS", Self::Special),
        ("FS", Self::Special),
        ("FSP", Self::Special),
        ("CYS", Self::Special),
        ("FDS", Self::Special),
        ("NMSS", Self::Special),
        ("INDSS", Self::Special),
        ("CY", Self::Maintained),
        ("VA", Self::Maintained),
        ("VC", Self::Maintained),
        ("FD", Self::Maintained),
        ("IND", Self::Independent),
        ("", Self::NotStated),
    ];

    /// The type with a code of the performance files (`NFTYPE`).
    #[must_use]
    pub fn from_code(code: &str) -> Self {
        let code = code.trim();
        Self::CODES
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(code))
            .map_or(Self::Another, |&(_, of)| of)
    }

    /// The type with a name, as written by Get Information About Schools, by the files from 2023/24 on, and by people.
    ///
    /// ```
    /// use records::terms::SchoolType;
    /// assert_eq!(SchoolType::from_name("Academy sponsor led"), SchoolType::Sponsored);
    /// assert_eq!(SchoolType::from_name("Free schools special"), SchoolType::Special);
    /// assert_eq!(SchoolType::from_name("ACC"), SchoolType::Converter);
    /// ```
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        let folded = name.trim().to_ascii_lowercase();
        let has = |part: &str| folded.contains(part);
        if has("special") {
            Self::Special
        } else if has("alternative provision") || has("pupil referral") {
            Self::Alternative
        } else if has("16 to 19") || has("16-19") || has("college") && !has("technical") {
            Self::College
        } else if has("sponsor") {
            Self::Sponsored
        } else if has("converter") {
            Self::Converter
        } else if has("studio") {
            Self::Studio
        } else if has("technical college") {
            Self::TechnicalCollege
        } else if has("free school") {
            Self::Free
        } else if has("academ") {
            Self::Academy
        } else if ["community", "foundation", "voluntary", "maintained"]
            .into_iter()
            .any(has)
        {
            Self::Maintained
        } else if has("independent") {
            Self::Independent
        } else {
            Self::from_code(name)
        }
    }

    /// The bits in a set of types. Zero for types that are not a mainstream academy.
    const fn bits(self) -> u8 {
        match self {
            Self::Sponsored => 1,
            Self::Converter => 2,
            Self::Free => 4,
            Self::Studio => 8,
            Self::TechnicalCollege => 16,
            // If the file does not say which, either is enough.
            Self::Academy => 3,
            _ => 0,
        }
    }
}

/// Which types of mainstream academy count; the Department counts all five.
///
/// ```
/// use records::terms::{SchoolType, SchoolTypes};
/// let all = SchoolTypes::default();
/// assert!(all.count(SchoolType::Studio) && !all.count(SchoolType::Special));
/// let some = all.with(SchoolType::Studio, false);
/// assert_eq!(some.keys(), "AC,ACC,F,FUTC");
/// assert_eq!(SchoolTypes::parse("AC,ACC,F,FUTC"), Some(some));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct SchoolTypes(u8);

impl Default for SchoolTypes {
    fn default() -> Self {
        Self(31)
    }
}

impl SchoolTypes {
    /// The types in a set, each with its code.
    pub const CHOICES: [(SchoolType, &'static str); 5] = [
        (SchoolType::Sponsored, "AC"),
        (SchoolType::Converter, "ACC"),
        (SchoolType::Free, "F"),
        (SchoolType::Studio, "FSS"),
        (SchoolType::TechnicalCollege, "FUTC"),
    ];

    /// Whether schools of a type count. A school whose type no file states is not left out for that reason.
    #[must_use]
    pub const fn count(self, of: SchoolType) -> bool {
        self.0 & of.bits() > 0 || matches!(of, SchoolType::NotStated)
    }

    /// The set with or without a type.
    #[must_use]
    pub const fn with(self, of: SchoolType, counts: bool) -> Self {
        if counts {
            Self(self.0 | of.bits())
        } else {
            Self(self.0 & !of.bits())
        }
    }

    /// The codes of its types, as in addresses and on the command line.
    #[must_use]
    pub fn keys(self) -> String {
        let codes: Vec<&str> = Self::CHOICES
            .into_iter()
            .filter(|(of, _)| self.count(*of))
            .map(|(_, code)| code)
            .collect();
        codes.join(",")
    }

    /// The set with these codes, which may be empty. `None` if one is not a mainstream academy's.
    #[must_use]
    pub fn parse(keys: &str) -> Option<Self> {
        let mut keys = keys.split(',').filter(|key| !key.trim().is_empty());
        keys.try_fold(Self(0), |set, key| {
            let of = SchoolType::from_code(key);
            let is_known = Self::CHOICES.into_iter().any(|(known, _)| known == of);
            is_known.then(|| set.with(of, true))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_recognised_by_code_and_by_name() {
        for (name, expected) in [
            ("Academy converter", SchoolType::Converter),
            ("Academy special converter", SchoolType::Special),
            ("Academy alternative provision sponsor led", SchoolType::Alternative),
            ("Free schools 16 to 19", SchoolType::College),
            ("University technical college", SchoolType::TechnicalCollege),
            ("Studio schools", SchoolType::Studio),
            ("Academies", SchoolType::Academy),
            ("Free schools", SchoolType::Free),
            ("Local authority maintained schools", SchoolType::Maintained),
            ("Voluntary aided school", SchoolType::Maintained),
            ("Colleges", SchoolType::College),
            ("Independent schools", SchoolType::Independent),
            ("FUTC", SchoolType::TechnicalCollege),
            ("", SchoolType::NotStated),
            ("Nonsense", SchoolType::Another),
        ] {
            assert_eq!(SchoolType::from_name(name), expected, "{name}");
        }
        for (of, code) in SchoolTypes::CHOICES {
            assert_eq!(SchoolType::from_code(code), of);
        }
        assert_eq!(SchoolTypes::parse("AC,CY"), None);
        assert!(
            SchoolTypes::default()
                .with(SchoolType::Sponsored, false)
                .count(SchoolType::Academy)
        );
    }
}
