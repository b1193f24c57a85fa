//! The trust figure from its schools (Department for Education, key stage 4 trust measures).

/// The Department's cap on years in the trust at key stage 4.
pub const CAP_AT_KEY_STAGE_4: u32 = 5;

/// The Department's least number of years in the trust for a school to count.
pub const LEAST_YEARS: u32 = 3;

/// The Department's least number of schools that count for a trust to be eligible.
pub const LEAST_SCHOOLS: u32 = 3;

/// One school's part in a trust's figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SchoolPart {
    /// Pupils of the group in question.
    pub pupils: f64,
    /// Academic years in the trust up to and including the year of the results.
    pub years: u32,
    /// The school's figure.
    pub value: f64,
}

/// Years in the trust that count: a school that joined by 14 September of `joined_year` counts from
/// that calendar year, so results that end in `results_end` give the difference, at least 0.
#[must_use]
pub const fn years_in_trust(results_end: u16, joined_year: u16) -> u32 {
    results_end.saturating_sub(joined_year) as u32
}

/// The trust's figure: `sum(n_j y_j x_j) / sum(n_j y_j)` with `y_j = min(years_j, cap)`.
///
/// Nothing where no school has weight.
///
/// ```
/// use trust_gap::method::weighting::{weighted_figure, SchoolPart, CAP_AT_KEY_STAGE_4};
/// // The hand vector of the method, section 4: 20 of 40, 24 of 60, 30 of 100 pupils.
/// let schools = [
///     SchoolPart { pupils: 40.0, years: 3, value: 20.0 / 40.0 },
///     SchoolPart { pupils: 60.0, years: 4, value: 24.0 / 60.0 },
///     SchoolPart { pupils: 100.0, years: 7, value: 30.0 / 100.0 },
/// ];
/// let figure = weighted_figure(&schools, CAP_AT_KEY_STAGE_4).unwrap();
/// assert!((figure - 0.355_813_953).abs() < 1e-9);
/// ```
#[must_use]
pub fn weighted_figure(schools: &[SchoolPart], cap: u32) -> Option<f64> {
    let weight = |school: &SchoolPart| school.pupils * f64::from(school.years.min(cap));
    let total: f64 = schools.iter().map(weight).sum();
    let sum: f64 = schools
        .iter()
        .map(|school| weight(school) * school.value)
        .sum();
    (total > 0.0).then_some(sum / total)
}
