//! The standard deviation of pupils' Progress 8 scores, computed from the published intervals.

use records::terms::order::by_number;
use records::terms::{AcademicYear, Group, Missing, SchoolType};
use records::{Amount, Schools, TrustRecord, YearSpread};
use stats::Interval;

/// The number of standard errors from which the Department makes a 95% interval.
const WIDTH: f64 = 1.96;

/// The standard deviations computed from single rows: half an interval's width x sqrt(pupils) / 1.96. A year's is their
/// median, because the ends are rounded (method, section 4).
#[derive(Default)]
pub(crate) struct Spread(Vec<YearSpread>);

impl Spread {
    /// From schools: each school's interval for all its pupils and its number of pupils in Progress 8. Special schools
    /// are left out.
    pub(crate) fn of_schools(schools: &Schools, intervals: &mut dyn Iterator<Item = Option<Interval>>) -> Self {
        let mut spread = Self::default();
        for (school, interval) in schools.iter().zip(intervals) {
            if school.school_type() != SchoolType::Special {
                let pupils = school.progress_pupils(Group::All);
                spread.note(school.year(), interval, pupils);
            }
        }
        spread
    }

    /// Adds a trust with a share of its pupils in Progress 8, 0 to 100. Without such a share all pupils count, which
    /// makes the result about 3% too large (1.45 instead of 1.41 in 2022/23).
    pub(crate) fn note_trust(&mut self, trust: &TrustRecord, share: Amount) {
        let share = match share {
            Err(Missing::NoColumn) => Ok(100.0),
            share => share,
        };
        let pupils = trust.pupils.and_then(|pupils| Ok(pupils * share? / 100.0));
        let interval = *trust.progress_interval.get(Group::All);
        self.note(trust.year, interval, pupils);
    }

    fn note(&mut self, year: Option<AcademicYear>, interval: Option<Interval>, pupils: Amount) {
        let (Some(interval), Ok(pupils)) = (interval, pupils) else {
            return;
        };
        let spread = interval.half_width() * pupils.sqrt() / WIDTH;
        // Two equal ends, or no pupils, are not evidence.
        if spread > 0.0 {
            self.0.push((year, spread));
        }
    }

    /// The median of each year.
    pub(crate) fn by_year(self) -> Vec<YearSpread> {
        let row = |index: usize| self.0.get(index).copied();
        // Positive numbers have the same order as their bits.
        let bits = |index| row(index).map_or(0, |(_, spread)| spread.to_bits());
        let year = |index| row(index)?.0.map(|year| year.ends().into());
        let by_spread = by_number((0..self.0.len()).collect(), &bits);
        let in_order = by_number(by_spread, &|index| year(index).unwrap_or(0));
        let rows: Vec<YearSpread> = in_order.into_iter().filter_map(row).collect();
        let years = rows.chunk_by(|(year, _), (other_year, _)| year == other_year);
        let median = |rows: &[YearSpread]| {
            let (year, below) = *rows.get((rows.len() - 1) / 2)?;
            let (_, above) = *rows.get(rows.len() / 2)?;
            Some((year, (below + above) / 2.0))
        };
        years.filter_map(median).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_year_has_the_median_of_its_rows() {
        let mut spread = Spread::default();
        let (old, new) = (AcademicYear::ending(2018), AcademicYear::ending(2023));
        for (year, half, pupils) in [
            (new, 1.96, Ok(9.0)),
            (old, 1.96, Ok(4.0)),
            (new, 1.96, Ok(1.0)),
            (new, 1.96, Ok(4.0)),
            (old, 1.96, Ok(1.0)),
            // These are ignored.
            (old, 0.0, Ok(900.0)),
            (old, 1.96, Ok(0.0)),
            (old, 1.96, Err(Missing::Suppressed)),
        ] {
            spread.note(year, Interval::new(-half, half), pupils);
        }
        spread.note(None, None, Ok(100.0));
        assert_eq!(spread.by_year(), [(old, 1.5), (new, 2.0)]);
        assert_eq!(Spread::default().by_year(), []);
    }
}
