//! A value as a file gives it: published, or missing for a stated reason. Never a silent zero.

use super::Figure;

/// Why a file gives no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Missing {
    /// `SUPP`, `SUPPMAT`, `c`: withheld so that no pupil can be known from it.
    Suppressed,
    /// `NE`: no pupil was entered.
    NoEntries,
    /// `NP`: not published.
    NotPublished,
    /// `NA`, `z`: does not apply.
    NotApplicable,
    /// `x`: not available.
    NotAvailable,
    /// `LOWCOV`: fewer than half of the pupils are covered.
    LowCoverage,
    /// `SP`, `low`: above 0 and below 0.5%.
    BelowHalfPercent,
    /// `NEW`: a new school.
    New,
    /// `RE`: redacted.
    Redacted,
    /// An empty cell.
    Blank,
    /// The file has no such column.
    NoColumn,
    /// The cell holds something that is not a value of this kind; it is listed as a problem.
    Unreadable,
}

impl Missing {
    /// The reason that a published code stands for, whatever its case.
    ///
    /// ```
    /// use trust_gap::terms::Missing;
    /// assert_eq!(Missing::from_code("SUPPMAT"), Some(Missing::Suppressed));
    /// assert_eq!(Missing::from_code("None"), Some(Missing::Blank));
    /// assert_eq!(Missing::from_code("12"), None);
    /// ```
    #[must_use]
    pub fn from_code(text: &str) -> Option<Self> {
        Some(match text.trim().to_ascii_uppercase().as_str() {
            "SUPP" | "SUPPMAT" | "C" => Self::Suppressed,
            "NE" => Self::NoEntries,
            "NP" => Self::NotPublished,
            "NA" | "Z" => Self::NotApplicable,
            "X" => Self::NotAvailable,
            "LOWCOV" => Self::LowCoverage,
            "SP" | "LOW" => Self::BelowHalfPercent,
            "NEW" => Self::New,
            "RE" => Self::Redacted,
            "" | "NONE" => Self::Blank,
            _ => return None,
        })
    }

    /// The reason in a few plain words, as shown in place of a number.
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
            Self::New => "new school",
            Self::Redacted => "redacted",
            Self::Blank => "blank in the file",
            Self::NoColumn => "not in the file",
            Self::Unreadable => "not readable in the file",
        }
    }
}

/// A figure, or the reason why there is none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value {
    /// The file gives this figure.
    Published(Figure),
    /// The file gives none, for this reason.
    Missing(Missing),
}

impl Value {
    /// The figure, where one is published.
    #[must_use]
    pub const fn figure(self) -> Option<Figure> {
        match self {
            Self::Published(figure) => Some(figure),
            Self::Missing(_) => None,
        }
    }

    /// The reason, where no figure is published.
    #[must_use]
    pub const fn missing(self) -> Option<Missing> {
        match self {
            Self::Published(_) => None,
            Self::Missing(reason) => Some(reason),
        }
    }
}
