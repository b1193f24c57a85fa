//! A number with its unit, so that a percentage is never confused with a score.

use std::cmp::Ordering;

use borsh::{BorshDeserialize, BorshSerialize};

use serde::{Serialize, Serializer};

use super::decimals::with_decimals;
use super::keyed::keyed;

/// The unit of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub enum Unit {
    /// A share of pupils, 0 to 100.
    Percent,
    /// Attainment 8 points, 0 to 90.
    Points,
    /// Progress 8 grades. Zero is the national average of pupils with the same prior attainment.
    Grades,
    /// EBacc average point score, 0 to 9.
    AveragePoints,
    /// Points of a user-defined measure, of any size.
    OwnPoints,
}

keyed!(Unit {
    Percent => "percent",
    Points => "points",
    Grades => "grades",
    AveragePoints => "average",
    OwnPoints => "own",
});

impl Unit {
    /// The number of decimals shown for figures computed in this unit.
    #[must_use]
    pub const fn decimals(self) -> usize {
        match self {
            Self::Percent | Self::Points | Self::OwnPoints => 1,
            Self::Grades | Self::AveragePoints => 2,
        }
    }

    /// The smallest and largest values of a published figure, as integers.
    #[must_use]
    pub const fn range(self) -> (i32, i32) {
        match self {
            Self::Percent => (0, 100),
            Self::Points => (0, 90),
            Self::Grades => (-10, 10),
            Self::AveragePoints => (0, 9),
            Self::OwnPoints => (-1_000_000, 1_000_000),
        }
    }
}

/// A finite number in a unit.
///
/// Two figures can be compared, subtracted or averaged only in the same unit.
///
/// ```
/// use records::terms::{Figure, Unit};
/// let other = Figure::new(56.5, Unit::Percent).unwrap();
/// let disadvantaged = Figure::new(37.2, Unit::Percent).unwrap();
/// assert_eq!(other.minus(disadvantaged).unwrap().plain(), "19.3");
/// assert!(other.minus(Figure::new(40.0, Unit::Points).unwrap()).is_none());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Figure {
    number: f64,
    unit: Unit,
}

impl Figure {
    /// A figure, or `None` if the number is not finite.
    #[must_use]
    pub fn new(number: f64, unit: Unit) -> Option<Self> {
        number.is_finite().then_some(Self { number, unit })
    }

    /// The bare number; a percentage is 0 to 100.
    #[must_use]
    pub const fn number(self) -> f64 {
        self.number
    }

    /// The figure without its sign.
    pub const fn magnitude(self) -> Self {
        Self {
            number: self.number.abs(),
            unit: self.unit,
        }
    }

    /// Its unit.
    #[must_use]
    pub const fn unit(self) -> Unit {
        self.unit
    }

    /// This figure minus another in the same unit.
    #[must_use]
    pub fn minus(self, other: Self) -> Option<Self> {
        (self.unit == other.unit).then_some(Self {
            number: self.number - other.number,
            unit: self.unit,
        })
    }

    /// Orders figures of the same unit by size. Differences below a billionth are rounding errors and count as ties.
    ///
    /// Gaps are differences of decimals, so equal gaps can differ in the last bit.
    #[must_use]
    pub fn compare(self, other: Self) -> Option<Ordering> {
        if self.unit != other.unit {
            return None;
        }
        Some(self.steps().cmp(&other.steps()))
    }

    /// The number in billionths, as an integer. Figures are ordered and tied by it.
    #[must_use]
    pub fn steps(self) -> i64 {
        (self.number * 1e9).round() as i64
    }

    /// With the unit's decimals and a true minus sign, without the unit.
    #[must_use]
    pub fn plain(self) -> String {
        self.with_decimals(self.unit.decimals())
    }

    /// As published: with no more decimals than the source has.
    ///
    /// Published percentages are whole numbers; `60`, not `60.0`.
    #[must_use]
    pub fn as_published(self) -> String {
        if self.is_whole_percent() {
            self.whole()
        } else {
            self.plain()
        }
    }

    /// As an integer with a true minus sign, for numbers next to published percentages.
    ///
    /// ```
    /// use records::terms::{Figure, Unit};
    /// assert_eq!(Figure::new(29.6, Unit::Percent).unwrap().whole(), "30");
    /// ```
    #[must_use]
    pub fn whole(self) -> String {
        self.with_decimals(0)
    }

    /// Whether it is a whole percentage, as most published ones are.
    #[must_use]
    pub fn is_whole_percent(self) -> bool {
        let is_whole = (self.number - self.number.round()).abs() < 1e-9;
        is_whole && self.unit == Unit::Percent
    }

    fn with_decimals(self, decimals: usize) -> String {
        let text = with_decimals(self.number.abs(), decimals as u32);
        let is_zero = text.chars().all(|letter| matches!(letter, '0' | '.'));
        if self.number < 0.0 && !is_zero {
            format!("\u{2212}{text}")
        } else {
            text
        }
    }
}

impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn percent(number: f64) -> Figure {
        Figure::new(number, Unit::Percent).unwrap()
    }

    #[test]
    fn units_do_not_mix() {
        let points = Figure::new(1.0, Unit::Points).unwrap();
        assert_eq!(percent(1.0).compare(points), None);
        assert_eq!(percent(1.0).minus(points), None);
        assert_eq!(Figure::new(f64::NAN, Unit::Percent), None);
    }

    #[test]
    fn equal_gaps_tie_in_spite_of_floating_point() {
        let one = Figure::new(51.3, Unit::Points)
            .unwrap()
            .minus(Figure::new(40.1, Unit::Points).unwrap());
        let two = Figure::new(45.2, Unit::Points)
            .unwrap()
            .minus(Figure::new(34.0, Unit::Points).unwrap());
        assert_ne!(one, two, "the raw numbers differ");
        assert_eq!(one.unwrap().compare(two.unwrap()), Some(Ordering::Equal));
    }

    #[test]
    fn decimals_and_signs() {
        assert_eq!(Figure::new(-0.934, Unit::Grades).unwrap().plain(), "\u{2212}0.93");
        assert_eq!(Figure::new(-0.001, Unit::Grades).unwrap().plain(), "0.00");
        assert_eq!(percent(60.0).as_published(), "60");
        assert_eq!(percent(37.157).as_published(), "37.2");
    }
}
