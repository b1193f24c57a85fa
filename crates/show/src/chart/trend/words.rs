//! What is said of breaks, and of who was disadvantaged in a year.

use records::terms::AcademicYear;
use records::terms::decimals::with_decimals;

/// A break with the number that it has in the picture.
pub(super) fn numbered(number: usize, sentence: &str) -> String {
    format!("Break {number}: {sentence}")
}

/// The heading of the share of disadvantaged pupils in a year.
pub(super) fn disadvantaged_in(year: AcademicYear) -> String {
    format!("Disadvantaged pupils {year}, %")
}

/// That share beside a year's figure: "27.4% of pupils disadvantaged".
pub(super) fn disadvantaged(share: f64) -> String {
    format!("{}% of pupils disadvantaged", with_decimals(share, 1))
}

pub(super) const NOT_COUNTED: &str = "not counted";
