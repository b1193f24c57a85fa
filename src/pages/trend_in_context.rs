//! A trend, as the files have it and adjusted for context.

use std::rc::Rc;

use method::{AdjustParts, AdjustingYears, IntervalChoices, MeasuredYears, Rules, Surveyed, Trend, TrendError};
use records::terms::Area;

use crate::shared::Shared;
use crate::survey::Steps;

/// What a trend depends on.
#[derive(Clone, PartialEq)]
pub(crate) struct TrendAsked {
    /// The years as the files have them, or why there are none.
    pub(super) years: Shared<Rc<Result<MeasuredYears, TrendError>>>,
    pub(super) rules: Rules,
    pub(super) areas: Rc<Vec<Area>>,
    pub(super) interval_choices: IntervalChoices,
}

impl TrendAsked {
    /// The trend of the years as the files have them.
    pub(super) fn trend(&self) -> Result<Trend, TrendError> {
        self.of(self.years.0.as_ref().as_ref().map_err(Clone::clone)?)
    }

    fn of(&self, years: &MeasuredYears) -> Result<Trend, TrendError> {
        let Rules { focus, regional, .. } = self.rules;
        years.trend_with_areas(focus, regional, &self.areas, &self.interval_choices)
    }
}

/// A trend whose years are adjusted one by one: a year of schools takes as long as a page may keep its user waiting.
pub(crate) struct TrendInContext {
    asked: TrendAsked,
    adjusting: AdjustingYears,
}

impl Steps for TrendInContext {
    /// With the parts that every year is adjusted for.
    type Inputs = (TrendAsked, AdjustParts);
    type Found = Result<Trend, TrendError>;

    fn begin((asked, parts): &Self::Inputs) -> Result<Self, String> {
        let years = asked.years.0.as_ref().as_ref().map_err(ToString::to_string)?;
        Ok(Self {
            adjusting: AdjustingYears::new(years, asked.rules.focus, *parts, &asked.interval_choices),
            asked: asked.clone(),
        })
    }

    fn surveyed(&self) -> Surveyed {
        with_lines(self.adjusting.surveyed())
    }

    fn advance(&mut self) -> Option<Surveyed> {
        self.adjusting.advance().map(with_lines)
    }

    fn finish(self) -> Self::Found {
        self.asked.of(&self.adjusting.finish())
    }
}

/// The lines are a step of their own, after that of the last year.
const fn with_lines(years: Surveyed) -> Surveyed {
    Surveyed {
        of: years.of + 1,
        ..years
    }
}
