//! The results of a school's pupils in a year: consistent counts of pupils and sums of points.

use records::terms::{Group, Measure};

use super::chance::{Chance, share, tendency, within};
use super::context::Context;
use super::region_profiles::RegionProfile;

/// One group of pupils at the end of key stage 4.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Cohort {
    pub(super) pupils: f64,
    /// The pupils included in Progress 8.
    pub(super) in_progress8: f64,
    /// For each measure by index: the pupils who reach it, or the sum of their points.
    totals: [f64; Measure::COUNT],
}

impl Cohort {
    /// The number of pupils by which a measure's total is divided.
    pub(super) fn counted(&self, measure: Measure) -> f64 {
        if measure == Measure::Progress8 {
            self.in_progress8
        } else {
            self.pupils
        }
    }

    /// The figure before rounding. A percentage is 0 to 100. `None` if there are no pupils.
    pub(super) fn figure(&self, measure: Measure) -> Option<f64> {
        let total = self.totals.get(measure.index()?)?;
        let scale = if measure.unit() == records::terms::Unit::Percent {
            100.0
        } else {
            1.0
        };
        let counted = self.counted(measure);
        (counted > 0.0).then_some(scale * total / counted)
    }

    pub(super) fn plus(mut self, other: &Self) -> Self {
        self.pupils += other.pupils;
        self.in_progress8 += other.in_progress8;
        for (sum, part) in self.totals.iter_mut().zip(other.totals) {
            *sum += part;
        }
        self
    }
}

/// Why some of a school's results are not published.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Coverage {
    /// All are published.
    #[default]
    Full,
    /// Fewer than half of the pupils are in Progress 8, so it is `LOWCOV`.
    Low,
    /// No pupil was entered, so everything is `NE`.
    None,
}

/// A school's results of one year.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Results {
    pub(super) disadvantaged: Cohort,
    pub(super) other: Cohort,
    pub(super) coverage: Coverage,
    pub(super) context: Context,
}

impl Results {
    pub(super) fn of(&self, group: Group) -> Cohort {
        match group {
            Group::Disadvantaged => self.disadvantaged,
            Group::Other => self.other,
            Group::All => self.disadvantaged.plus(&self.other),
        }
    }

    /// The figure, or the file's code for a missing value.
    pub(super) fn published(&self, measure: Measure, group: Group) -> Result<f64, &'static str> {
        let cohort = self.of(group);
        if self.coverage == Coverage::None {
            return Err("NE");
        }
        if self.is_withheld(group) {
            return Err("SUPP");
        }
        if self.coverage == Coverage::Low && measure == Measure::Progress8 {
            return Err("LOWCOV");
        }
        cohort.figure(measure).ok_or("NE")
    }

    /// Whether fewer than six pupils could be identified from their figures.
    pub(super) fn is_withheld(&self, group: Group) -> bool {
        self.of(group).pupils < 6.0
    }

    pub(super) fn plus(mut self, other: &Self) -> Self {
        self.disadvantaged = self.disadvantaged.plus(&other.disadvantaged);
        self.other = self.other.plus(&other.other);
        self.context = self.context.plus(&other.context);
        self
    }

    /// The pupils' context, or the file's code for a missing value.
    pub(super) fn published_context(&self) -> Result<Context, &'static str> {
        if self.coverage == Coverage::None {
            return Err("NP");
        }
        Ok(self.context)
    }

    /// The pupils' average result at the end of key stage 2, before rounding.
    pub(super) fn prior_attainment(&self) -> Result<f64, &'static str> {
        let context = self.published_context()?;
        Ok(context.key_stage_2_total / self.of(Group::All).pupils)
    }
}

/// The characteristics of a school, before the random variation of a year.
#[derive(Debug, Clone, Copy)]
pub(super) struct Character {
    /// The quality of its teaching, as a tendency. 0 is its region's mean.
    pub(super) quality: f64,
    /// How much better its disadvantaged pupils do than that quality suggests.
    pub(super) fairness: f64,
    /// How much it favours the English Baccalaureate.
    pub(super) ebacc: f64,
    pub(super) pupils: f64,
    /// The share of its pupils who are disadvantaged.
    pub(super) disadvantaged: f64,
    /// Whether it selects by ability.
    pub(super) selects: bool,
    pub(super) coverage: Coverage,
}

/// England's means for a group: shares of its pupils, then points.
struct Means {
    grade5: f64,
    grade4: f64,
    entry: f64,
    /// As a share of those entered.
    ebacc4: f64,
    /// As a share of those with EBacc 4+.
    ebacc5: f64,
    attainment8: f64,
    progress8: f64,
    ebacc_points: f64,
    /// The share in Progress 8.
    covered: f64,
    /// How strongly a school's quality affects them.
    loading: f64,
    /// Attainment 8 points for one unit of tendency.
    slope: f64,
}

const DISADVANTAGED: Means = Means {
    grade5: 0.24,
    grade4: 0.455,
    entry: 0.27,
    ebacc4: 0.46,
    ebacc5: 0.60,
    attainment8: 37.4,
    progress8: -0.41,
    ebacc_points: 3.2,
    covered: 0.945,
    loading: 1.0,
    slope: 17.0,
};

const OTHER: Means = Means {
    grade5: 0.497,
    grade4: 0.71,
    entry: 0.42,
    ebacc4: 0.64,
    ebacc5: 0.70,
    attainment8: 49.3,
    progress8: 0.12,
    ebacc_points: 4.3,
    covered: 0.955,
    loading: 0.9,
    slope: 23.0,
};

/// Makes a school's results. `easier` is how much easier the year's grades were, as a tendency.
pub(super) fn results(chance: &mut Chance, profile: &RegionProfile, character: &Character, easier: f64) -> Results {
    let pupils = (character.pupils * (1.0 + 0.05 * chance.deviate())).round().max(20.0);
    let expected = pupils * character.disadvantaged;
    let disadvantaged = (expected + 0.4 * expected.sqrt() * chance.deviate()).round();
    let disadvantaged = within(disadvantaged, 2.0, pupils - 10.0);
    let of_year = 0.07 * chance.deviate();
    let [mean_of_disadvantaged, mean_of_other] = profile.grade5;
    let mut cohort = |means: &Means, pupils: f64, regional: f64, extra: f64| {
        let luck = chance.deviate() / pupils.sqrt();
        let quality =
            tendency(regional) - tendency(means.grade5) + means.loading * (character.quality + of_year) + extra + luck;
        means.cohort(chance, pupils, quality, easier, character)
    };
    let crowding = 0.3 * (profile.disadvantaged - character.disadvantaged);
    Results {
        disadvantaged: cohort(
            &DISADVANTAGED,
            disadvantaged,
            mean_of_disadvantaged,
            character.fairness - 0.05,
        ),
        other: cohort(&OTHER, pupils - disadvantaged, mean_of_other, crowding),
        coverage: character.coverage,
        context: Context::default(),
    }
}

impl Means {
    /// A group's results at a school whose pupils do better than England's by `quality`.
    fn cohort(&self, chance: &mut Chance, pupils: f64, quality: f64, easier: f64, character: &Character) -> Cohort {
        /// Part of the luck is shared by all measures. This part is each measure's own.
        const OWN: f64 = 0.6;
        let level = quality + easier;
        let at = |mean: f64, more: f64| share(tendency(mean) + more);
        let (p5, p4) = (at(self.grade5, level), at(self.grade4, level));
        let grade4 = chance.reach(pupils, p4, OWN);
        let grade5 = chance.reach(grade4, p5 / p4, OWN);
        let entry = chance.reach(pupils, at(self.entry, 0.6 * quality + character.ebacc), OWN);
        let ebacc4 = chance.reach(entry, at(self.ebacc4, level), OWN).min(grade4);
        let ebacc5 = chance.reach(ebacc4, at(self.ebacc5, level), OWN).min(grade5);
        let root = pupils.sqrt();
        let attainment8 = self.attainment8 + self.slope * level + 8.0 * chance.deviate() / root;
        let progress8 =
            self.progress8 + 0.063 * self.slope * quality + 0.12 * chance.deviate() + 0.6 * chance.deviate() / root;
        let ebacc_points =
            self.ebacc_points + 0.1 * self.slope * level + 0.2 * character.ebacc + 0.7 * chance.deviate() / root;
        let covered = if character.coverage == Coverage::Low {
            0.4
        } else {
            (self.covered + 0.02 * chance.deviate()).min(1.0)
        };
        let in_progress8 = (pupils * covered).round();
        let drawn = Drawn {
            pupils,
            in_progress8,
            grade5,
            grade4,
            entry,
            ebacc5,
            ebacc4,
            attainment8: within(attainment8, 8.0, 82.0),
            progress8: within(progress8, -3.0, 3.0),
            ebacc_points: within(ebacc_points, 0.5, 8.5),
        };
        Cohort {
            pupils,
            in_progress8,
            totals: Measure::IN_FILES.map(|measure| drawn.total(measure).unwrap_or_default()),
        }
    }
}

/// The drawn results of a group: numbers of pupils who reach each grade, and averages.
#[derive(Default)]
struct Drawn {
    pupils: f64,
    in_progress8: f64,
    grade5: f64,
    grade4: f64,
    entry: f64,
    ebacc5: f64,
    ebacc4: f64,
    attainment8: f64,
    progress8: f64,
    ebacc_points: f64,
}

impl Drawn {
    /// The pupils who reach it, or the sum of their points. `None` for a measure that is not made up.
    fn total(&self, measure: Measure) -> Option<f64> {
        Some(match measure {
            Measure::Attainment8 => self.pupils * self.attainment8,
            Measure::Progress8 => self.in_progress8 * self.progress8,
            Measure::Grade5EnglishMaths => self.grade5,
            Measure::Grade4EnglishMaths => self.grade4,
            Measure::EbaccEntry => self.entry,
            Measure::Ebacc5 => self.ebacc5,
            Measure::Ebacc4 => self.ebacc4,
            Measure::EbaccAps => self.pupils * self.ebacc_points,
            _ => return None,
        })
    }
}

/// The measures that are made up. The files have no columns for others.
pub(super) fn measures() -> impl Iterator<Item = Measure> {
    let measures = Measure::IN_FILES.into_iter();
    measures.filter(|&measure| Drawn::default().total(measure).is_some())
}
