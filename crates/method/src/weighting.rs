//! The trust figure from its schools (Department for Education, key stage 4 trust measures).

use records::terms::{Date, DayOfYear};

use crate::words::weighting as words;

/// The Department's cap on years in the trust at key stage 4.
pub const CAP_AT_KEY_STAGE_4: u32 = 5;

/// The Department's minimum years in the trust for a school to count.
pub const LEAST_YEARS: u32 = 3;

/// The Department's minimum schools that count for a trust to be eligible.
pub const LEAST_SCHOOLS: u32 = 3;

/// The weight of a school in its trust's figure (method, section 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Weight {
    /// Pupils times years in the trust, with a cap on years; the Department's weight.
    PupilsYears {
        /// The most years that count; `None` for no cap.
        cap: Option<u32>,
    },
    /// Pupils only.
    Pupils,
    /// The same weight for every school.
    Equal,
}

impl Default for Weight {
    fn default() -> Self {
        Self::PupilsYears {
            cap: Some(CAP_AT_KEY_STAGE_4),
        }
    }
}

impl Weight {
    /// The words used in addresses and on the command line, each with its name in a list.
    pub const KINDS: [(&'static str, &'static str); 3] = [
        ("pupils-years", words::PUPILS_TIMES_YEARS),
        ("pupils", words::PUPILS),
        ("equal", words::EVERY_SCHOOL_ALIKE),
    ];

    /// The word used in addresses and on the command line; the cap has its own.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::PupilsYears { .. } => "pupils-years",
            Self::Pupils => "pupils",
            Self::Equal => "equal",
        }
    }

    /// The weight with this key, and the cap where years count.
    #[must_use]
    pub fn from_key(key: &str, cap: Option<u32>) -> Option<Self> {
        match key {
            "pupils-years" => Some(Self::PupilsYears { cap }),
            "pupils" => Some(Self::Pupils),
            "equal" => Some(Self::Equal),
            _ => None,
        }
    }

    /// The weight of a school with this many pupils of the group, this many years in the trust.
    #[must_use]
    pub fn of(self, pupils: f64, years: u32) -> f64 {
        match self {
            Self::PupilsYears { .. } => pupils * f64::from(self.capped(years)),
            Self::Pupils => pupils,
            Self::Equal => 1.0,
        }
    }

    /// The years in the weight: at most the cap, if there is one.
    #[must_use]
    pub fn capped(self, years: u32) -> u32 {
        match self {
            Self::PupilsYears { cap: Some(cap) } => years.min(cap),
            _ => years,
        }
    }
}

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

/// Years in the trust that count: a school that joined by the cut-off day of a calendar year counts
/// from that year, later ones from the next; results that end in `results_end` give the difference,
/// at least 0 (method, section 2).
///
/// ```
/// use method::weighting::years_in_trust;
/// use records::terms::{Date, DayOfYear};
/// let years = |joined| years_in_trust(2023, Date::parse(joined).unwrap(), DayOfYear::SEPTEMBER_14);
/// assert_eq!([years("01-09-2018"), years("14-09-2018"), years("15-09-2018")], [5, 5, 4]);
/// assert_eq!([years("01-01-2023"), years("01-10-2023")], [0, 0]);
/// ```
#[must_use]
pub fn years_in_trust(results_end: u16, joined: Date, cut_off: DayOfYear) -> u32 {
    let late = u16::from(joined.day_of_year() > cut_off);
    u32::from(results_end.saturating_sub(joined.year().saturating_add(late)))
}

/// The trust's figure: `sum(w_j x_j) / sum(w_j)`; with the Department's weight
/// `w_j = n_j min(years_j, cap)`.
///
/// `None` if no school has weight.
///
/// ```
/// use method::weighting::{weighted_figure, SchoolPart, Weight};
/// // The hand vector of the method, section 4: 20 of 40, 24 of 60, 30 of 100 pupils.
/// let schools = [
///     SchoolPart { pupils: 40.0, years: 3, value: 20.0 / 40.0 },
///     SchoolPart { pupils: 60.0, years: 4, value: 24.0 / 60.0 },
///     SchoolPart { pupils: 100.0, years: 7, value: 30.0 / 100.0 },
/// ];
/// let figure = weighted_figure(&schools, Weight::default()).unwrap();
/// assert!((figure - 0.355_813_953).abs() < 1e-9);
/// ```
#[must_use]
pub fn weighted_figure(schools: &[SchoolPart], weight: Weight) -> Option<f64> {
    weighted_mean(
        schools
            .iter()
            .map(|school| (weight.of(school.pupils, school.years), school.value)),
    )
}

/// The mean of values, each with its weight; `None` if there is no weight.
pub(super) fn weighted_mean(parts: impl Iterator<Item = (f64, f64)>) -> Option<f64> {
    let mut mean = WeightedMean::default();
    mean.extend(parts);
    mean.value()
}

/// Accumulates the mean of values with weights.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct WeightedMean {
    sum: f64,
    weight: f64,
}

impl WeightedMean {
    /// Adds weights with their values.
    pub(super) fn extend(&mut self, parts: impl Iterator<Item = (f64, f64)>) {
        for (weight, value) in parts {
            self.add(weight, value);
        }
    }

    /// Adds one weight with its value.
    pub(super) fn add(&mut self, weight: f64, value: f64) {
        self.sum += weight * value;
        self.weight += weight;
    }

    /// The total weight so far.
    pub(super) const fn weight(&self) -> f64 {
        self.weight
    }

    /// The mean so far; `None` if there is no weight.
    pub(super) fn value(&self) -> Option<f64> {
        (self.weight > 0.0).then_some(self.sum / self.weight)
    }
}
