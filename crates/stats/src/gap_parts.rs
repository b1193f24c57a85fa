//! The gap between two groups' means in parts: within the units in which both are, and between them.

/// The two groups in one unit, such as a school.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TwoGroups {
    /// The weight of the first group, `n_d`; at least 0.
    pub first_weight: f64,
    /// Its figure, `x_d`.
    pub first: f64,
    /// The weight of the second group, `n_o`; at least 0.
    pub second_weight: f64,
    /// Its figure, `x_o`.
    pub second: f64,
}

/// A gap in its parts, in the figures' unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GapParts {
    /// The second group's mean minus the first's: the sum of the two parts.
    pub gap: f64,
    /// How far apart the groups are in the same unit: `sum n_d (x_o - x_d) / sum n_d`.
    pub within: f64,
    /// How much comes of the first group being in units where the second does worse, too: `sum n_o x_o / sum n_o - sum
    /// n_d x_o / sum n_d`.
    pub between: f64,
}

/// The parts of the gap between the two groups' means (method, section 13; after FFT Education Datalab 2020 and 2025).
/// `None` without a unit, or where a group has no weight, or numbers are too large to calculate with.
///
/// ```
/// use stats::{TwoGroups, gap_parts};
/// let school = |first_weight, first, second_weight, second| TwoGroups { first_weight, first, second_weight, second };
/// let schools = [
///     school(40.0, 30.0, 100.0, 50.0),
///     school(60.0, 25.0, 80.0, 45.0),
///     school(20.0, 40.0, 160.0, 55.0),
/// ];
/// // The vector of the method, section 13.
/// let found = gap_parts(&schools).unwrap();
/// assert!((found.gap - 22.009_804).abs() < 1e-6);
/// assert!((found.within - 19.166_667).abs() < 1e-6);
/// assert!((found.between - 2.843_137).abs() < 1e-6);
/// ```
#[must_use]
pub fn gap_parts(units: &[TwoGroups]) -> Option<GapParts> {
    let sum = |of: fn(&TwoGroups) -> f64| units.iter().map(of).sum::<f64>();
    let first_weight = sum(|unit| unit.first_weight);
    let second_weight = sum(|unit| unit.second_weight);
    let first = sum(|unit| unit.first_weight * unit.first) / first_weight;
    let second = sum(|unit| unit.second_weight * unit.second) / second_weight;
    let second_where_first_are = sum(|unit| unit.first_weight * unit.second) / first_weight;
    let parts = GapParts {
        gap: second - first,
        within: second_where_first_are - first,
        between: second - second_where_first_are,
    };
    let are_weights = units
        .iter()
        .all(|unit| unit.first_weight >= 0.0 && unit.second_weight >= 0.0);
    let is_found = first_weight > 0.0 && second_weight > 0.0 && parts.gap.is_finite() && parts.within.is_finite();
    (are_weights && is_found).then_some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_without_weight_has_no_gap() {
        let unit = TwoGroups {
            first_weight: 0.0,
            first: 30.0,
            second_weight: 10.0,
            second: 50.0,
        };
        assert_eq!(gap_parts(&[unit]), None);
        assert_eq!(gap_parts(&[]), None);
        let wrong = TwoGroups {
            first_weight: 5.0,
            second_weight: -1.0,
            ..unit
        };
        assert_eq!(
            gap_parts(&[
                unit,
                wrong,
                TwoGroups {
                    first_weight: 1.0,
                    ..unit
                }
            ]),
            None
        );
    }

    #[test]
    fn one_unit_alone_has_all_of_its_gap_within() {
        let unit = TwoGroups {
            first_weight: 4.0,
            first: 30.0,
            second_weight: 10.0,
            second: 50.0,
        };
        let found = gap_parts(&[unit]).unwrap();
        assert_eq!((found.gap, found.within, found.between), (20.0, 20.0, 0.0));
    }
}
