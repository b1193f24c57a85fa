//! Every year's values adjusted for context, a year at a time (method, section 10).

use std::rc::Rc;

use records::terms::{AcademicYear, Focus};

use crate::{AdjustParts, IntervalChoices, Measured, NotAdjusted, Surveyed};

use super::LeftOut;
use super::years::{MeasuredYear, MeasuredYears};

/// Every year of a trend as it would be if all trusts had the average context of that year: context is always of the
/// same year as the figure. A year whose files lack one of the parts is left out, so that all years are adjusted for
/// the same.
///
/// It goes year by year, because a year of schools takes longer than a page may keep its user waiting.
#[derive(Debug)]
pub struct AdjustingYears {
    focus: Focus,
    choices: IntervalChoices,
    /// Those that are not adjusted yet, the newest first.
    ahead: Vec<MeasuredYear>,
    found: MeasuredYears,
}

impl AdjustingYears {
    /// Begins with the years as they are, which are to be adjusted for these parts. Trends of what it finds are to be
    /// of the same focus.
    #[must_use]
    pub fn new(years: &MeasuredYears, focus: Focus, parts: AdjustParts, choices: &IntervalChoices) -> Self {
        Self {
            focus,
            choices: *choices,
            ahead: years.years.iter().rev().cloned().collect(),
            found: MeasuredYears {
                adjusted: parts,
                years: Vec::with_capacity(years.years.len()),
                ..*years
            },
        }
    }

    /// How many years are adjusted.
    #[must_use]
    pub fn surveyed(&self) -> Surveyed {
        let steps = self.found.years.len();
        Surveyed {
            steps,
            of: steps + self.ahead.len(),
        }
    }

    /// Adjusts the next year. Returns `None` if there is none.
    pub fn advance(&mut self) -> Option<Surveyed> {
        let MeasuredYear { year, measured } = self.ahead.pop()?;
        let measured = measured.and_then(|measured| {
            let adjusted = self.adjusted(year, &measured);
            adjusted.map(Rc::new).map_err(LeftOut::NotAdjusted)
        });
        self.found.years.push(MeasuredYear { year, measured });
        Some(self.surveyed())
    }

    /// The years that are adjusted so far.
    #[must_use]
    pub fn finish(self) -> MeasuredYears {
        self.found
    }

    fn adjusted(&self, year: AcademicYear, measured: &Measured) -> Result<Measured, NotAdjusted> {
        let parts = self.found.adjusted;
        let adjusted = measured.adjusted(self.focus, parts, &self.choices)?;
        let offered = measured.adjustable(self.focus, &self.choices)?;
        let lacking: AdjustParts = parts.iter().filter(|part| !offered.contains(*part)).collect();
        if lacking.is_empty() {
            return Ok(adjusted);
        }
        Err(NotAdjusted::NotInFile {
            parts: lacking,
            year: Some(year),
        })
    }
}

impl MeasuredYears {
    /// The same years adjusted for these parts, all at once: see [`AdjustingYears`].
    #[must_use]
    pub fn adjusted(&self, focus: Focus, parts: AdjustParts, choices: &IntervalChoices) -> Self {
        let mut adjusting = AdjustingYears::new(self, focus, parts, choices);
        while adjusting.advance().is_some() {}
        adjusting.finish()
    }
}
