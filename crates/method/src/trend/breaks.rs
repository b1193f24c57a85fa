//! Years from which on figures are not made as they were before (method, section 14).

use records::terms::{AcademicYear, Focus, Measure};

use super::Trend;

/// A break in figures over the years. Its `Display` says why it is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeriesBreak {
    /// Why.
    pub kind: BreakKind,
    /// The calendar year in which the first academic year ends that it touches.
    from: u16,
    /// The same for the last; `None` for all years from then on.
    to: Option<u16>,
    measures: Measures,
    /// Whether it touches only figures that depend on who counts as disadvantaged.
    is_of_groups: bool,
    /// Whether figures go on changing for this reason as long as it lasts, so that any two of its years are not alike.
    is_gradual: bool,
}

/// Why figures before and after are not alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BreakKind {
    /// Pupils who have free school meals keep them: transitional protection.
    FreeMealsKept,
    /// There were no exams.
    NoComparableResults,
    /// Grading was midway back to that of before the pandemic.
    GradingMidway,
    /// Grading was back.
    GradingBack,
    /// These pupils sat no key stage 2 tests.
    NoProgress8,
    /// The EBacc is announced to leave the tables.
    EbaccLeaves,
    /// Every household on Universal Credit is eligible for free meals, and transitional protection ends.
    UniversalCredit,
}

/// The measures that a break touches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Measures {
    All,
    /// Those of grades as they are. Progress 8 compares the pupils of one year with one another.
    Grades,
    Progress8,
    Ebacc,
}

impl Measures {
    const fn has(self, measure: Measure) -> bool {
        match self {
            Self::All => true,
            Self::Grades => !matches!(measure, Measure::Progress8),
            Self::Progress8 => matches!(measure, Measure::Progress8),
            Self::Ebacc => matches!(
                measure,
                Measure::EbaccEntry | Measure::Ebacc4 | Measure::Ebacc5 | Measure::EbaccAps
            ),
        }
    }
}

impl SeriesBreak {
    /// All that are known, the first one first.
    pub const ALL: [Self; 7] = [
        Self {
            kind: BreakKind::FreeMealsKept,
            // The first census of pupils after April 2018 is that of January 2019.
            from: 2019,
            to: Some(2026),
            measures: Measures::All,
            is_of_groups: true,
            is_gradual: true,
        },
        Self {
            kind: BreakKind::NoComparableResults,
            from: 2020,
            to: Some(2021),
            measures: Measures::All,
            is_of_groups: false,
            is_gradual: false,
        },
        Self {
            kind: BreakKind::GradingMidway,
            from: 2022,
            to: Some(2022),
            measures: Measures::Grades,
            is_of_groups: false,
            is_gradual: false,
        },
        Self {
            kind: BreakKind::GradingBack,
            from: 2023,
            to: None,
            measures: Measures::Grades,
            is_of_groups: false,
            is_gradual: false,
        },
        Self {
            kind: BreakKind::NoProgress8,
            from: 2025,
            to: Some(2026),
            measures: Measures::Progress8,
            is_of_groups: false,
            is_gradual: false,
        },
        Self {
            kind: BreakKind::EbaccLeaves,
            from: 2026,
            to: None,
            measures: Measures::Ebacc,
            is_of_groups: false,
            is_gradual: false,
        },
        Self {
            kind: BreakKind::UniversalCredit,
            from: 2027,
            to: None,
            measures: Measures::All,
            is_of_groups: true,
            is_gradual: false,
        },
    ];

    /// The first academic year that it touches: it is between this one and the one before.
    #[must_use]
    pub fn from(&self) -> Option<AcademicYear> {
        AcademicYear::ending(self.from)
    }

    /// The last one; `None` for all years from then on.
    #[must_use]
    pub fn to(&self) -> Option<AcademicYear> {
        AcademicYear::ending(self.to?)
    }

    /// Whether figures of two years, by the calendar years in which they end, are not alike because of it.
    fn is_between(&self, first: u16, last: u16) -> bool {
        let begins = first < self.from && self.from <= last;
        let goes_on = self.is_gradual && self.from <= first && self.to.is_none_or(|to| first < to);
        begins || goes_on && first < last
    }

    /// Whether it touches the figures of a measure and a group.
    #[must_use]
    pub fn touches(&self, measure: Measure, focus: Focus) -> bool {
        self.measures.has(measure) && !(self.is_of_groups && focus == Focus::All)
    }
}

impl BreakKind {
    /// The word by which programs know it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::FreeMealsKept => "free-meals-kept",
            Self::NoComparableResults => "no-comparable-results",
            Self::GradingMidway => "grading-midway",
            Self::GradingBack => "grading-back",
            Self::NoProgress8 => "no-progress-8",
            Self::EbaccLeaves => "ebacc-leaves",
            Self::UniversalCredit => "universal-credit",
        }
    }
}

impl Trend {
    /// The breaks that a line over these years crosses: those after its first year, up to its last, and those that go
    /// on changing figures within its years.
    ///
    /// ```
    /// use method::{BreakKind, IntervalChoices, Rules, Trend};
    /// use read::layout::read_file;
    /// use records::model::Library;
    /// let mut library = Library::default();
    /// for name in ["mats_2021-22.csv", "mats_2022-23.csv"] {
    ///     let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,20%\n";
    ///     library.add(read_file(name, csv.as_bytes()).unwrap());
    /// }
    /// let trend = Trend::new(&library, &Rules::default(), &IntervalChoices::default(), false).unwrap();
    /// let kinds: Vec<BreakKind> = trend.breaks().map(|of| of.kind).collect();
    /// assert_eq!(kinds, [BreakKind::FreeMealsKept, BreakKind::GradingBack]);
    /// ```
    pub fn breaks(&self) -> impl Iterator<Item = SeriesBreak> {
        let (measure, focus) = (self.rules.measure, self.rules.focus);
        let ends = self.years.first().zip(self.years.last());
        let ends = ends.map(|(first, last)| (first.year.ends(), last.year.ends()));
        let is_crossed = move |of: &SeriesBreak| {
            ends.is_some_and(|(first, last)| of.is_between(first, last) && of.touches(measure, focus))
        };
        SeriesBreak::ALL.into_iter().filter(is_crossed)
    }
}
