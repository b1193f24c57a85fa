//! What is said of breaks, of who was disadvantaged in a year, and of context.

use method::AdjustParts;
use method::words::adjusted::parts_in_sentence;
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

/// What the figures of every year are adjusted for.
pub(super) fn adjusted_for(parts: AdjustParts) -> String {
    format!(
        "Adjusted for {}. Each year is adjusted by the files of that year, to the average context of that year.",
        parts_in_sentence(parts)
    )
}
