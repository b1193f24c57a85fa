//! Breaks in figures over the years: a numbered line between two years, and a sentence for each below the picture.

use method::{BreakKind, Trend};
use plot::{Along, Ink, Mark, Width};

use crate::chart::inks;

use super::words;

/// The size of the letters of numbers and sentences, and the height of a line of them, in pixels.
const LETTERS: f64 = 11.0;
const LINE: f64 = 14.0;

/// How far sentences are indented after their numbers.
const INDENT: f64 = 14.0;

/// A break as it is drawn.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Drawn {
    /// Between which years it is, as an index of years: 2.5 is between the third and the fourth. `None` if it began
    /// before the first of them.
    between: Option<f64>,
    number: usize,
    sentence: String,
}

/// The breaks of a trend, numbered. Years without comparable results are drawn as such, and need no line.
pub(super) fn breaks(trend: &Trend) -> Vec<Drawn> {
    let breaks = trend.breaks().filter(|of| of.kind != BreakKind::NoComparableResults);
    let found = breaks.zip(1..).map(|(of, number)| {
        let after = trend.years.iter().position(|year| Some(year.year) == of.from());
        Drawn {
            between: after.filter(|after| *after > 0).map(|after| after as f64 - 0.5),
            number,
            sentence: of.to_string(),
        }
    });
    found.collect()
}

/// Each break in words, with the number that it has in the picture.
///
/// ```
/// use method::{IntervalChoices, Rules, Trend};
/// use read::layout::read_file;
/// use records::model::Library;
/// use show::chart::trend_breaks;
/// let mut library = Library::default();
/// for name in ["mats_2021-22.csv", "mats_2022-23.csv"] {
///     let csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,20%\n";
///     library.add(read_file(name, csv.as_bytes()).unwrap());
/// }
/// let trend = Trend::new(&library, &Rules::default(), &IntervalChoices::default(), false).unwrap();
/// let breaks = trend_breaks(&trend);
/// assert!(breaks[0].starts_with("Break 1: From 2018/19 pupils keep free school meals"));
/// assert_eq!(breaks[1], "Break 2: From 2022/23 grading is back to that of before the pandemic.");
/// ```
#[must_use]
pub fn trend_breaks(trend: &Trend) -> Vec<String> {
    let breaks = breaks(trend).into_iter();
    breaks.map(|of| words::numbered(of.number, &of.sentence)).collect()
}

/// The room that the sentences need below the picture.
pub(super) fn room(breaks: &[Drawn], width: Width) -> f64 {
    let lines = breaks.iter().map(|of| of.lines(width).len()).sum::<usize>();
    if lines == 0 { 0.0 } else { LINE * lines as f64 + 8.0 }
}

/// The lines with their numbers above them, and the sentences from `below` pixels below the plot on.
pub(super) fn marks(breaks: &[Drawn], width: Width, below: f64) -> Vec<Mark> {
    let mut marks = Vec::new();
    for together in breaks.chunk_by(|one, two| one.between == two.between) {
        let (Some(first), numbers) = (together.first(), together.iter().map(|of| of.number)) else {
            continue;
        };
        let numbers: Vec<String> = numbers.map(|number| number.to_string()).collect();
        let at = first.between.map_or(Along::FROM, Along::number);
        marks.push(Mark::vertical(at).size(1.0).ink(inks::LIMIT));
        let number = Mark::text(numbers.join(", "), at).y(Along::FROM.by(-4.0));
        let number = if first.between.is_some() {
            number.centred()
        } else {
            number
        };
        marks.push(number.bold().size(LETTERS).ink(inks::LIMIT));
    }
    let mut down = below;
    for of in breaks {
        let number = Mark::text(of.number.to_string(), Along::START).y(Along::TO.by(down));
        marks.push(number.bold().size(LETTERS).ink(inks::LIMIT));
        for line in of.lines(width) {
            let line = Mark::text(line, Along::START.by(INDENT)).y(Along::TO.by(down));
            marks.push(line.size(LETTERS).ink(Ink::QUIET));
            down += LINE;
        }
    }
    marks
}

impl Drawn {
    /// The sentence, broken to fit the picture.
    fn lines(&self, width: Width) -> Vec<String> {
        plot::lines(&self.sentence, width.pixels() - INDENT - 4.0, LETTERS)
    }
}
