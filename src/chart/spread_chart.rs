//! How far trusts lie apart within each region, and where the regions' own figures lie: a line from each region's
//! lowest trust to its highest, with the region's figure on it.

use crate::chart::words::spread_chart as words;
use crate::method::{Analysis, TrustSpread};
use crate::plot::{Along, Axis, Mark, Plot, Rows, Subject, Width};
use crate::terms::decimals::with_decimals;
use crate::terms::{Figure, Region};

use super::spread::{spread_headline, spread_sentences, spread_table};
use super::table::Table;
use super::trust::{figure_in_sentence, shown};
use super::{Chart, inks, of_loaded};

/// The chart as data: the regions as the analysis orders them, the best first.
#[derive(Debug, Clone, PartialEq)]
pub struct SpreadChart {
    title: String,
    subtitle: String,
    sentences: Vec<String>,
    rows: Vec<Row>,
    table: Table,
}

#[derive(Debug, Clone, PartialEq)]
struct Row {
    region: Region,
    lowest: f64,
    highest: f64,
    /// The region's figure under the regional rule in force.
    figure: Option<f64>,
    words: String,
}

impl SpreadChart {
    /// The chart of an analysis and its spread.
    #[must_use]
    pub fn new(analysis: &Analysis, spread: &TrustSpread) -> Self {
        let regions = analysis.regions_in_order().into_iter();
        let rows = regions
            .filter_map(|region| Row::new(analysis, spread, region.region, region.area.figure));
        Self {
            title: spread_headline(spread),
            subtitle: of_loaded(
                spread.of_part,
                words::subtitle(&shown(analysis), analysis.rules.regional.name()),
            ),
            sentences: spread_sentences(analysis, spread),
            rows: rows.collect(),
            table: spread_table(analysis, spread),
        }
    }
}

impl Row {
    fn new(
        analysis: &Analysis,
        spread: &TrustSpread,
        region: Region,
        figure: Option<Figure>,
    ) -> Option<Self> {
        let of = spread.regions.iter().find(|of| of.region == region)?.within;
        let end = |place: usize| analysis.trusts.get(place)?.figure();
        let (lowest, highest) = (end(of.lowest)?, end(of.highest)?);
        let [low, high] = [lowest, highest].map(|end| figure_in_sentence(end, analysis.basis));
        Some(Self {
            region,
            lowest: lowest.number(),
            highest: highest.number(),
            figure: figure.map(Figure::number),
            words: words::region(region, of.trusts, (&low, &high), figure),
        })
    }
}

impl Chart for SpreadChart {
    fn heads(&self) -> [&str; 2] {
        [&self.title, &self.subtitle]
    }

    fn description(&self) -> String {
        let mut words = self.subtitle.clone();
        for row in &self.rows {
            words.push_str(&format!(" {}.", row.words));
        }
        for sentence in &self.sentences {
            words.push_str(&format!(" {sentence}"));
        }
        words
    }

    fn table(&self) -> Table {
        self.table.clone()
    }

    fn plot(&self, width: Width) -> Plot {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for row in &self.rows {
            let figure = row.figure.unwrap_or(row.lowest);
            low = low.min(row.lowest).min(figure);
            high = high.max(row.highest).max(figure);
        }
        // A little room at both ends, and something to draw on where there is nothing to draw.
        let (low, high) = if low < high { (low, high) } else { (0.0, 1.0) };
        let room = (high - low) / 20.0;
        let places = u32::from(high - low + 2.0 * room < 5.0);
        let x = Axis::numbers(low - room, high + room);
        let x = x.labels(move |number| signed(number, places));
        let rows = Rows {
            height: [26.0, 30.0],
            letters: [12.0, 13.0],
            ..Rows::default()
        };
        let mut plot = Plot::rows(width, x, rows);
        for row in &self.rows {
            let name = [row.region.short_name(), row.region.name()];
            // Where all trusts have one figure there is a short line, not none.
            let (low, high) = (Along::number(row.lowest), Along::number(row.highest));
            let range = Mark::range(low.by(-2.0), high.by(2.0)).size(5.0);
            let mut marks = vec![Mark::name(name), range.ink(inks::CONNECTOR)];
            if let Some(figure) = row.figure {
                marks.push(Mark::dot(figure).size(5.0).ink(inks::TRUST));
            }
            let about = Subject::new(row.region.slug(), &row.words);
            plot.row(Some(about), marks);
        }
        plot
    }
}

/// A number of the axis with so many decimals and a true minus sign.
fn signed(number: f64, places: u32) -> String {
    let sign = if number < 0.0 { "\u{2212}" } else { "" };
    format!("{sign}{}", with_decimals(number.abs(), places))
}
