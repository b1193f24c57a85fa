//! Settings of intervals: the level, the kind of intervals of ranks, and assumptions where no value
//! is published.

use records::terms::Unit;
use records::terms::decimals::trimmed;
use records::terms::keyed::keyed;
use stats::Level as Confidence;

/// The settings of intervals. They change no figure and no rank, so they are kept next to the rules
/// and not among them.
///
/// ```
/// use method::{IntervalChoices, RankKind};
/// let interval_choices = IntervalChoices::default();
/// assert_eq!((interval_choices.level.share(), interval_choices.kind), (0.95, RankKind::Marginal));
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct IntervalChoices {
    /// The level of every interval.
    pub level: Confidence,
    /// The kind of intervals of ranks.
    pub kind: RankKind,
    /// The assumed standard deviation of pupils' scores if none is published.
    pub assumed: AssumedSpread,
}

impl IntervalChoices {
    /// The levels that are offered.
    pub const LEVELS: [Confidence; 3] = [Confidence::P90, Confidence::P95, Confidence::P99];
}

impl Default for IntervalChoices {
    fn default() -> Self {
        Self {
            level: Confidence::P95,
            kind: RankKind::default(),
            assumed: AssumedSpread::default(),
        }
    }
}

/// A level as a percentage: "95%", "99.8%".
///
/// ```
/// use method::level_in_words;
/// use stats::Level;
/// assert_eq!(level_in_words(Level::P95), "95%");
/// assert_eq!(level_in_words(Level::P99_8), "99.8%");
/// ```
#[must_use]
pub fn level_in_words(level: Confidence) -> String {
    format!("{}%", trimmed(level.share() * 100.0, 2))
}

/// The kind of intervals of ranks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum RankKind {
    /// For any one trust, its own interval contains its true rank with the level's probability.
    #[default]
    Marginal,
    /// All intervals of the family together contain all true ranks with that probability.
    Simultaneous,
}

keyed!(RankKind {
    Marginal => "marginal",
    Simultaneous => "simultaneous",
});

/// The standard deviation of single pupils' scores if no publication gives it: the project's
/// assumption, for the user to change (method, section 4).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AssumedSpread {
    /// Attainment 8, in points.
    pub attainment8: f64,
    /// The EBacc average point score, in points.
    pub average_points: f64,
}

impl AssumedSpread {
    /// The standard deviation for scores in a unit; `None` if none is assumed: a share needs none,
    /// Progress 8 has published intervals, and for user-defined points it is not known.
    ///
    /// ```
    /// use method::AssumedSpread;
    /// use records::terms::Unit;
    /// assert_eq!(AssumedSpread::default().of(Unit::Points), Some(20.0));
    /// assert_eq!(AssumedSpread::default().of(Unit::Percent), None);
    /// ```
    #[must_use]
    pub const fn of(self, unit: Unit) -> Option<f64> {
        match unit {
            Unit::Points => Some(self.attainment8),
            Unit::AveragePoints => Some(self.average_points),
            Unit::Percent | Unit::Grades | Unit::OwnPoints => None,
        }
    }

    /// The same with another standard deviation for a unit; unchanged where none is assumed of it or
    /// the number is not above 0.
    #[must_use]
    pub fn with(self, unit: Unit, sd: f64) -> Self {
        let sensible = sd > 0.0 && sd.is_finite();
        match unit {
            Unit::Points if sensible => Self {
                attainment8: sd,
                ..self
            },
            Unit::AveragePoints if sensible => Self {
                average_points: sd,
                ..self
            },
            _ => self,
        }
    }
}

impl Default for AssumedSpread {
    fn default() -> Self {
        Self {
            attainment8: 20.0,
            average_points: 2.1,
        }
    }
}
