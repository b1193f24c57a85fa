//! Areas: named sets of authorities, for places across regions or smaller than one.

use std::fmt;

use crate::terms::words::area as words;

use super::Authority;
use super::authority::{changed_codes, is_made_of};

/// A named set of local authorities, used wherever a region is.
///
/// Authorities that were abolished and those that replaced them count as one: `Cumbria=909` also works for files with
/// the codes 942 and 943, and `Cumbria=942,943` for older ones with 909. Part of a divided authority is not all of it,
/// so 942 alone finds no schools in older files.
///
/// ```
/// use records::terms::Area;
/// let area = Area::parse(" Far west = 908, 420 ").unwrap();
/// assert_eq!(area.name, "Far west");
/// assert!(area.contains(420) && !area.contains(878));
/// assert_eq!(area.to_string(), "Far west=908,420");
/// assert!(Area::parse("Cumbria=909").unwrap().contains(942));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    /// Its name. A name that was parsed contains none of `=`, `,`, `;`, `#` and `&`, so it can be part of an address.
    pub name: String,
    /// The codes of its authorities, each once, in the given order.
    pub authorities: Vec<u16>,
}

impl Area {
    /// Cornwall, the Isles of Scilly, Devon, Plymouth and Torbay.
    ///
    /// ```
    /// use records::terms::Area;
    /// let area = Area::south_west_peninsula();
    /// assert_eq!(area.to_string(), "South West peninsula=908,420,878,879,880");
    /// ```
    #[must_use]
    pub fn south_west_peninsula() -> Self {
        Self {
            name: words::SOUTH_WEST_PENINSULA.to_owned(),
            authorities: vec![908, 420, 878, 879, 880],
        }
    }

    /// Parses a name, `=` and authorities' codes separated by commas.
    ///
    /// Blanks around each code are ignored, and a repeated code counts once.
    ///
    /// # Errors
    /// If the name or the codes are missing, the name contains a reserved character, or no authority has the code.
    ///
    /// ```
    /// use records::terms::{Area, AreaError};
    /// assert_eq!(Area::parse("=908"), Err(AreaError::NoName));
    /// assert_eq!(Area::parse("West="), Err(AreaError::NoCodes));
    /// let unknown = Area::parse("West=908,Devon").unwrap_err();
    /// assert_eq!(unknown.to_string(), "No local authority has the code “Devon”");
    /// ```
    pub fn parse(text: &str) -> Result<Self, AreaError> {
        let (name, codes) = text.split_once('=').unwrap_or((text, ""));
        Self::of(name, codes.split(','))
    }

    /// An area with this name and the authorities with these codes.
    ///
    /// # Errors
    /// As [`Area::parse`].
    ///
    /// ```
    /// use records::terms::Area;
    /// assert_eq!(Area::of("Far west", ["908", "420"]), Area::parse("Far west=908,420"));
    /// ```
    pub fn of<'a>(name: &str, codes: impl IntoIterator<Item = &'a str>) -> Result<Self, AreaError> {
        let name = readable(name)?;
        let mut authorities = Vec::new();
        for code in codes {
            if code.trim().is_empty() {
                continue;
            }
            let code = known(code)?;
            if !authorities.contains(&code) {
                authorities.push(code);
            }
        }
        if authorities.is_empty() {
            return Err(AreaError::NoCodes);
        }
        Ok(Self { name, authorities })
    }

    /// Whether it contains the authority with this code, by that code or by the authority's codes in other years.
    #[must_use]
    pub fn contains(&self, code: u16) -> bool {
        self.is_named(code) || is_made_of(code, &|other| self.is_named(other))
    }

    /// The authorities that it contains only by their codes in other years.
    pub fn of_other_years(&self) -> impl Iterator<Item = u16> {
        changed_codes().filter(|&code| !self.is_named(code) && self.contains(code))
    }

    fn is_named(&self, code: u16) -> bool {
        self.authorities.contains(&code)
    }
}

impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.name)?;
        for (index, code) in self.authorities.iter().enumerate() {
            let before = if index == 0 { '=' } else { ',' };
            write!(f, "{before}{code}")?;
        }
        Ok(())
    }
}

/// The name without surrounding blanks, if it can come before codes and in an address.
fn readable(name: &str) -> Result<String, AreaError> {
    let name = name.trim();
    if name.is_empty() {
        return Err(AreaError::NoName);
    }
    let is_reserved = |letter: &char| matches!(letter, '=' | ',' | ';' | '#' | '&') || letter.is_control();
    match name.chars().find(is_reserved) {
        Some(letter) => Err(AreaError::Letter { letter }),
        None => Ok(name.to_owned()),
    }
}

/// The code, if it is an authority's.
fn known(text: &str) -> Result<u16, AreaError> {
    Authority::parse_code(text)
        .filter(|&code| Authority::of_code(code).is_some())
        .ok_or_else(|| AreaError::UnknownCode {
            code: text.trim().to_owned(),
        })
}

/// Why a text is not an area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AreaError {
    /// The name is missing or blank.
    NoName,
    /// The name contains a reserved character.
    Letter {
        /// The character.
        letter: char,
    },
    /// There are no codes.
    NoCodes,
    /// No authority has or had this code.
    UnknownCode {
        /// The text instead of a code.
        code: String,
    },
}

impl std::error::Error for AreaError {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_peninsula_is_an_area_like_any_other() {
        let area = Area::south_west_peninsula();
        assert_eq!(Area::parse(&area.to_string()), Ok(area.clone()));
        let names: Vec<_> = area
            .authorities
            .iter()
            .map(|&code| Authority::of_code(code).unwrap().name)
            .collect();
        assert_eq!(names, ["Cornwall", "Isles of Scilly", "Devon", "Plymouth", "Torbay"]);
    }

    #[test]
    fn blanks_and_repeats_are_ignored() {
        let area = Area::parse(" Far  west=908, 420.0,,908,").unwrap();
        assert_eq!(area.to_string(), "Far  west=908,420");
    }

    #[test]
    fn authorities_are_in_an_area_by_the_codes_of_other_years() {
        for (codes, others) in [
            ("909", &[942, 943][..]),
            ("942,943", &[909]),
            ("942", &[]),
            ("928", &[940, 941]),
            ("941,940", &[928]),
            ("835", &[838]),
            ("838", &[835]),
            ("839", &[836, 837]),
            ("837", &[]),
            ("836,837", &[839]),
            ("909,942,943", &[]),
            ("933,815,825", &[]),
        ] {
            let area = Area::parse(&format!("Mine={codes}")).unwrap();
            let found: Vec<u16> = area.of_other_years().collect();
            assert_eq!(found, others, "{codes}");
            assert!(found.iter().all(|&code| area.contains(code)));
            assert!(!area.contains(908));
        }
    }

    #[test]
    fn each_fault_has_its_error() {
        let unknown = |code: &str| AreaError::UnknownCode { code: code.into() };
        for (text, error) in [
            ("", AreaError::NoName),
            (" =908", AreaError::NoName),
            ("West", AreaError::NoCodes),
            ("West= , ", AreaError::NoCodes),
            ("908,420", AreaError::Letter { letter: ',' }),
            ("A&B=908", AreaError::Letter { letter: '&' }),
            ("A\nB=908", AreaError::Letter { letter: '\n' }),
            ("West=908,999", unknown("999")),
            ("West=908;420", unknown("908;420")),
            ("West=908=420", unknown("908=420")),
        ] {
            assert_eq!(Area::parse(text), Err(error.clone()), "{text}");
            assert!(!error.to_string().is_empty() && !error.remedy().is_empty());
        }
    }

    proptest! {
        #[test]
        fn every_area_reads_back(
            name in "[A-Za-zé'%+ .-]{0,20}",
            indices in prop::collection::vec(0..Authority::ALL.len(), 1..20),
        ) {
            let codes = indices.iter().map(|&index| Authority::ALL[index].code.to_string());
            let text = format!("x{name}={}", codes.collect::<Vec<_>>().join(","));
            let area = Area::parse(&text).unwrap();
            prop_assert_eq!(Area::parse(&area.to_string()), Ok(area.clone()));
            for index in indices {
                prop_assert!(area.contains(Authority::ALL[index].code));
            }
        }

        #[test]
        fn any_text_is_an_area_or_an_error(text in "[0-9=, ]{0,12}|\\PC{0,20}|.{0,8}=908") {
            match Area::parse(&text) {
                Ok(area) => prop_assert_eq!(Area::parse(&area.to_string()), Ok(area.clone())),
                Err(error) => prop_assert!(!error.to_string().is_empty()),
            }
        }
    }
}
