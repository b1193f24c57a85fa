//! Figures over the years: a line for each chosen region or trust, and one for all trusts.

mod breaks;
mod drawing;
mod narration;
mod source;
mod table;
pub(crate) mod words;

pub use breaks::trend_breaks;
pub use source::trend_source_line;
pub(crate) use table::is_trust;
pub use table::trend_table;
pub(crate) use words::verdict_in_words;
pub use words::{trend_cautions, trend_in_words};

use method::{Trend, TrendLine, TrendYear};
use plot::{Plot, Width};
use records::terms::{Figure, Measure};
use stats::{Interval, Level as Confidence};

use crate::chart::key::KeyItem;

use super::Chart;
use super::beyond::{End, rank_in_words};
use super::table::Table;
pub(super) use narration::line_in_words;
use narration::{line, subtitle, with_all};
use table::is_area;

/// The chart as data: the chosen lines in their order, all trusts last.
#[derive(Debug, Clone, PartialEq)]
pub struct TrendChart {
    title: String,
    subtitle: String,
    measure: Measure,
    is_gap: bool,
    /// The level of the intervals.
    level: Confidence,
    /// Whether the picture itself says that memberships are a snapshot: it may be downloaded without its subtitle.
    is_snapshot: bool,
    years: Vec<TrendYear>,
    lines: Vec<Line>,
    /// The breaks that they cross.
    breaks: Vec<breaks::Drawn>,
    /// The lines and breaks in words.
    words: String,
    table: Table,
}

/// A line as it is drawn.
#[derive(Debug, Clone, PartialEq)]
struct Line {
    name: String,
    /// Whether a sign after the name says that a trust's schools changed.
    is_marked: bool,
    look: Look,
    /// Those years that have a figure.
    dots: Vec<Dot>,
}

/// How a line is drawn: never by colour alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    /// Its change is distinguishable from chance: filled dots, a strong line, a bold name.
    Strong,
    /// Its change is not distinguishable, or not known to be: hollow dots.
    Plain,
    /// All trusts: the text's own colour.
    All,
}

/// A figure of a line.
#[derive(Debug, Clone, PartialEq)]
struct Dot {
    id: String,
    /// The index of its year.
    year: usize,
    figure: Figure,
    /// The figure as it is written beside a name.
    shown: String,
    interval: Option<Interval>,
    /// Whether it is of exams, and lines lead to it.
    of_exams: bool,
    words: String,
}

impl TrendChart {
    /// The chart of a trend's chosen lines, beside which all trusts are always shown. Its finding covers regions or
    /// trusts only, because areas are within regions.
    ///
    /// ```
    /// use show::chart::{Chart, TrendChart};
    /// use method::{IntervalChoices, Rules, Trend};
    /// use read::layout::read_file;
    /// use records::model::Library;
    /// let mut library = Library::default();
    /// for (name, share) in [("mats_2021-22.csv", 20), ("mats_2022-23.csv", 40)] {
    ///     let csv = format!(
    ///         "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,\
    ///          PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,800,25%,{share}%\n"
    ///     );
    ///     library.add(read_file(name, csv.as_bytes()).unwrap());
    /// }
    /// let trend = Trend::new(&library, &Rules::default(), &IntervalChoices::default(), false).unwrap();
    /// let regions: Vec<_> = trend.regions.iter().collect();
    /// let chart = TrendChart::new(&trend, &regions);
    /// assert_eq!(
    ///     chart.title(),
    ///     "Figures of disadvantaged pupils rose by 20.0 percentage points in London from 2021/22 to 2022/23, more \
    ///      than chance explains at 95%"
    /// );
    /// assert_eq!(chart.table().rows.len(), 2);
    /// ```
    #[must_use]
    pub fn new(trend: &Trend, lines: &[&TrendLine]) -> Self {
        let found = lines.iter().copied().filter(|line| !is_area(line));
        let with_all = with_all(trend, lines);
        let words = with_all.iter().map(|line| line_in_words(trend, line));
        let words: Vec<String> = words.chain(trend_breaks(trend)).collect();
        Self {
            title: trend_in_words(trend, &found.collect::<Vec<&TrendLine>>()),
            subtitle: subtitle(trend, lines),
            measure: trend.rules.measure,
            is_gap: trend.rules.focus.group().is_none(),
            level: trend.level,
            is_snapshot: trend.is_snapshot,
            years: trend.years.clone(),
            lines: with_all.iter().map(|of| line(trend, of)).collect(),
            breaks: breaks::breaks(trend),
            words: words.join(" "),
            table: trend_table(trend, lines),
        }
    }
}

impl Chart for TrendChart {
    fn heads(&self) -> [&str; 2] {
        [&self.title, &self.subtitle]
    }

    fn description(&self) -> String {
        format!("{} {}", self.subtitle, self.words)
    }

    fn table(&self) -> Table {
        self.table.clone()
    }

    fn key(&self) -> Vec<KeyItem> {
        drawing::key(self)
    }

    fn plot(&self, width: Width) -> Plot {
        drawing::plot(self, width)
    }

    fn beyond(&self, id: &str) -> Option<String> {
        let mut dots = self.lines.iter().flat_map(|line| &line.dots);
        let dot = dots.find(|dot| dot.id == id)?;
        // All trusts together are not ranked among the others.
        let lines = self.lines.iter().filter(|line| line.look != Look::All);
        let others = || {
            let dots = lines.clone().flat_map(|line| &line.dots);
            dots.filter(|other| other.year == dot.year)
        };
        others().find(|other| other.id == id)?;
        let mut figures = others().map(|of| of.figure);
        rank_in_words(dot.figure, &mut figures, End::Highest, words::LINE)
    }
}
