//! A value in a file: published, or missing for a stated reason. A missing value is never zero.

use borsh::{BorshDeserialize, BorshSerialize};

use super::{Figure, Unit};

/// The fewest pupils behind a published figure. The Department suppresses figures about five or fewer.
pub const FEWEST_PUPILS: f64 = 6.0;

/// Why a number is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, BorshSerialize, BorshDeserialize)]
pub enum Missing {
    /// `SUPP`, `SUPPMAT`, `c`, `*`: withheld so that no pupil can be identified.
    Suppressed,
    /// `NE`: no pupil was entered.
    NoEntries,
    /// `NP`: not published.
    NotPublished,
    /// `NA`, `z`, `N/A`: does not apply.
    NotApplicable,
    /// `x`, `..`, `:`, `#N/A`, `NULL`: not available.
    NotAvailable,
    /// `LOWCOV`: fewer than half of the pupils are covered.
    LowCoverage,
    /// `SP`, `low`, `k`, `~`: above 0 and below 0.5%.
    BelowHalfPercent,
    /// `u`: too unreliable to publish.
    LowReliability,
    /// `#DIV/0!` and similar: the spreadsheet could not calculate it.
    SpreadsheetError,
    /// Only a dash: the file does not say what it means.
    Dash,
    /// `NEW`: a new school.
    New,
    /// `RE`: redacted.
    Redacted,
    /// An empty cell.
    Blank,
    /// The file has no such column.
    NoColumn,
    /// The cell does not contain a value of this kind. It is listed as a problem.
    Unreadable,
    /// Not a reason from a file: there is a figure, but not the number of pupils for its weight.
    PupilsNotKnown,
    /// Not a reason from a file: there is a figure, but not the years in the trust for its weight.
    YearsNotKnown,
    /// Not a reason from a file: there are no pupils.
    NoPupils,
    /// Not a reason from a file: it is about so few pupils that it is withheld from downloads.
    TooFewPupils,
    /// Not a reason from a file: it would reveal a figure that is withheld because it is about few pupils.
    WouldReveal,
    /// Not a reason from a file: there is a figure, but not all of the context that it is adjusted for.
    ContextNotKnown,
}

impl Missing {
    /// Every reason, in order of their flags.
    const ALL: [Self; 21] = [
        Self::Suppressed,
        Self::NoEntries,
        Self::NotPublished,
        Self::NotApplicable,
        Self::NotAvailable,
        Self::LowCoverage,
        Self::BelowHalfPercent,
        Self::LowReliability,
        Self::SpreadsheetError,
        Self::Dash,
        Self::New,
        Self::Redacted,
        Self::Blank,
        Self::NoColumn,
        Self::Unreadable,
        Self::PupilsNotKnown,
        Self::YearsNotKnown,
        Self::NoPupils,
        Self::TooFewPupils,
        Self::WouldReveal,
        Self::ContextNotKnown,
    ];

    /// The published codes, and those of official statistics and spreadsheets. Some are also written in brackets.
    const CODES: [(&str, Self); 41] = [
        ("SUPP", Self::Suppressed),
        ("SUPPMAT", Self::Suppressed),
        ("C", Self::Suppressed),
        ("*", Self::Suppressed),
        ("**", Self::Suppressed),
        ("***", Self::Suppressed),
        ("NE", Self::NoEntries),
        ("NP", Self::NotPublished),
        ("NA", Self::NotApplicable),
        ("N/A", Self::NotApplicable),
        ("N.A.", Self::NotApplicable),
        ("Z", Self::NotApplicable),
        ("X", Self::NotAvailable),
        ("..", Self::NotAvailable),
        ("...", Self::NotAvailable),
        ("\u{2026}", Self::NotAvailable),
        (":", Self::NotAvailable),
        ("#N/A", Self::NotAvailable),
        ("NULL", Self::NotAvailable),
        ("NAN", Self::NotAvailable),
        ("UNAVAIL", Self::NotAvailable),
        ("LOWCOV", Self::LowCoverage),
        ("SP", Self::BelowHalfPercent),
        ("LOW", Self::BelowHalfPercent),
        ("K", Self::BelowHalfPercent),
        ("~", Self::BelowHalfPercent),
        ("U", Self::LowReliability),
        ("#DIV/0!", Self::SpreadsheetError),
        ("#VALUE!", Self::SpreadsheetError),
        ("#REF!", Self::SpreadsheetError),
        ("#NAME?", Self::SpreadsheetError),
        ("#NUM!", Self::SpreadsheetError),
        ("#NULL!", Self::SpreadsheetError),
        ("#SPILL!", Self::SpreadsheetError),
        ("#CALC!", Self::SpreadsheetError),
        ("#ERROR!", Self::SpreadsheetError),
        ("NEW", Self::New),
        ("RE", Self::Redacted),
        ("", Self::Blank),
        ("NONE", Self::Blank),
        ("<NA>", Self::Blank),
    ];

    /// The reason for a published code, ignoring case.
    ///
    /// ```
    /// use records::terms::Missing;
    /// assert_eq!(Missing::from_code("SUPPMAT"), Some(Missing::Suppressed));
    /// assert_eq!(Missing::from_code("None"), Some(Missing::Blank));
    /// assert_eq!(Missing::from_code("12"), None);
    /// ```
    #[must_use]
    pub fn from_code(text: &str) -> Option<Self> {
        // Most cells are numbers, and no code begins like a number.
        if text.as_bytes().first().is_some_and(u8::is_ascii_digit) {
            return None;
        }
        let code = text.trim();
        if is_dash(code) {
            return Some(Self::Dash);
        }
        let in_brackets = code.strip_prefix('[').and_then(|code| code.strip_suffix(']'));
        let code = in_brackets.map_or(code, str::trim);
        let known = Self::CODES.iter().find(|(known, _)| known.eq_ignore_ascii_case(code));
        known.map(|&(_, reason)| reason)
    }

    /// A number from 1 that represents the reason in a column of flags. 0 means that the value is not missing.
    ///
    /// ```
    /// use records::terms::Missing;
    /// assert_eq!(Missing::from_flag(Missing::Blank.flag()), Some(Missing::Blank));
    /// assert_eq!(Missing::from_flag(0), None);
    /// ```
    #[must_use]
    pub const fn flag(self) -> u8 {
        self as u8 + 1
    }

    /// The reason with this flag.
    #[must_use]
    pub fn from_flag(flag: u8) -> Option<Self> {
        Self::ALL.get(usize::from(flag.checked_sub(1)?)).copied()
    }

    /// Whether the file has the value, but it is withheld from downloads of a user's own data.
    #[must_use]
    pub const fn is_withheld(self) -> bool {
        matches!(self, Self::TooFewPupils | Self::WouldReveal)
    }
}

/// A figure, or the reason why it is missing.
#[derive(Debug, Clone, Copy, PartialEq, BorshSerialize, BorshDeserialize)]
pub enum Value {
    /// The file gives this figure.
    Published(Figure),
    /// It is missing for this reason.
    Missing(Missing),
}

impl Value {
    /// The value of a number that is present or missing.
    #[must_use]
    pub fn of(number: Result<f64, Missing>, unit: Unit) -> Self {
        match number.map(|number| Figure::new(number, unit)) {
            Ok(Some(figure)) => Self::Published(figure),
            Ok(None) => Self::Missing(Missing::Unreadable),
            Err(reason) => Self::Missing(reason),
        }
    }

    /// The number without its unit.
    ///
    /// # Errors
    /// The reason, if no figure is published.
    pub const fn number(self) -> Result<f64, Missing> {
        match self {
            Self::Published(figure) => Ok(figure.number()),
            Self::Missing(reason) => Err(reason),
        }
    }

    /// The figure, if one is published.
    #[must_use]
    pub const fn figure(self) -> Option<Figure> {
        match self {
            Self::Published(figure) => Some(figure),
            Self::Missing(_) => None,
        }
    }

    /// The reason, if no figure is published.
    #[must_use]
    pub const fn missing(self) -> Option<Missing> {
        match self {
            Self::Published(_) => None,
            Self::Missing(reason) => Some(reason),
        }
    }
}

/// Whether a text contains only dashes.
fn is_dash(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_minus)
}

/// Whether a character is a hyphen, a dash or a minus sign, all of which are used before negative numbers.
pub const fn is_minus(character: char) -> bool {
    matches!(
        character,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_are_distinct_and_read_back() {
        for (index, reason) in (1..).zip(Missing::ALL) {
            assert_eq!(reason.flag(), index);
            assert_eq!(Missing::from_flag(index), Some(reason));
        }
        assert_eq!(Missing::from_flag(Missing::ALL.len() as u8 + 1), None);
    }

    #[test]
    fn codes_are_read_whatever_their_case_and_numbers_are_none() {
        for (text, reason) in [
            (" suppmat ", Some(Missing::Suppressed)),
            ("LowCov", Some(Missing::LowCoverage)),
            ("", Some(Missing::Blank)),
            (" ", Some(Missing::Blank)),
            ("[c]", Some(Missing::Suppressed)),
            ("[Low]", Some(Missing::BelowHalfPercent)),
            ("#N/A", Some(Missing::NotAvailable)),
            ("#DIV/0!", Some(Missing::SpreadsheetError)),
            ("\u{2013}", Some(Missing::Dash)),
            ("SUPPRESSED", None),
            ("-0.5", None),
            ("5c", None),
        ] {
            assert_eq!(Missing::from_code(text), reason, "{text}");
        }
    }
}
