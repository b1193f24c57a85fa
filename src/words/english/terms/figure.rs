//! Figures with their units.

use crate::terms::{Figure, Unit};

impl Unit {
    /// What a difference of two figures is counted in, for words.
    #[must_use]
    pub(crate) const fn difference_word(self) -> &'static str {
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
