//! The change of a figure between two years, and its precision.

use records::terms::Figure;
use stats::{Interval, Level as Confidence};

use crate::Precision;
use crate::precision::root_of_squares;

use super::{Trend, TrendLine};

/// The direction of a change, if it is beyond chance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Movement {
    /// For the better: a gap closed. The interval of the change excludes zero.
    Better,
    /// For the worse: a gap widened. The interval of the change excludes zero.
    Worse,
    /// The interval of the change contains zero.
    NotDistinguishable,
    /// There is no interval.
    NoInterval,
}

/// The change of a figure: the later minus the earlier.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// The change, in the figure's unit.
    pub difference: Figure,
    /// Its standard error, in that unit: the pupils of two years are taken as independent, so it is the root of the sum
    /// of both years' squared errors (method, section 4).
    pub error: Option<f64>,
    /// Its normal interval at the trend's level.
    pub interval: Option<Interval>,
    /// Which way the figure moved.
    pub movement: Movement,
}

impl Change {
    /// The change from one figure to a later one, each with how precise it is; `None` if their
    /// units differ.
    pub(super) fn between(
        (first, before): (Figure, Option<Precision>),
        (last, after): (Figure, Option<Precision>),
        level: Confidence,
        smaller_is_better: bool,
    ) -> Option<Self> {
        let difference = last.minus(first)?;
        let errors = before.zip(after);
        let error = errors.map(|(before, after)| root_of_squares(before.error, after.error));
        let interval = error.and_then(|error| Interval::normal(difference.number(), error, level.z()));
        let movement = match interval {
            None => Movement::NoInterval,
            Some(interval) if interval.low() > 0.0 => better(!smaller_is_better),
            Some(interval) if interval.high() < 0.0 => better(smaller_is_better),
            Some(_) => Movement::NotDistinguishable,
        };
        Some(Self {
            difference,
            error,
            interval,
            movement,
        })
    }
}

const fn better(is_better: bool) -> Movement {
    if is_better { Movement::Better } else { Movement::Worse }
}

/// The number of lines that moved each way.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Movements {
    /// All lines.
    pub lines: usize,
    /// Those with a figure in both years.
    pub compared: usize,
    /// Those that moved for the better, by chance or not.
    pub better: usize,
    /// Those that moved for the worse, by chance or not.
    pub worse: usize,
    /// Those whose change has an interval.
    pub with_interval: usize,
    /// Those that moved for the better beyond chance.
    pub surely_better: usize,
    /// Those that moved for the worse beyond chance.
    pub surely_worse: usize,
    /// How many changes chance alone would make distinguishable if nothing had changed: each
    /// interval is on its own, so it is the level's chance of error times the intervals.
    pub by_chance: f64,
}

impl Trend {
    /// The number of these lines of the trend that moved each way.
    #[must_use]
    pub fn movements(&self, lines: &[&TrendLine]) -> Movements {
        let mut found = Movements {
            lines: lines.len(),
            ..Movements::default()
        };
        for change in lines.iter().filter_map(|line| line.change) {
            found.compared += 1;
            let steps = change.difference.steps();
            let is_better = (steps < 0) == self.rules.smaller_is_better();
            found.better += usize::from(steps != 0 && is_better);
            found.worse += usize::from(steps != 0 && !is_better);
            found.with_interval += usize::from(change.interval.is_some());
            found.surely_better += usize::from(change.movement == Movement::Better);
            found.surely_worse += usize::from(change.movement == Movement::Worse);
        }
        found.by_chance = self.level.alpha() * found.with_interval as f64;
        found
    }
}
