//! How far trusts lie apart within each region, and where the regions' own figures lie: a line from each region's
//! lowest trust to its highest, with the region's figure on it.

use crate::method::{Analysis, TrustSpread};
use crate::terms::decimals::with_decimals;
use crate::terms::{Figure, Region};
use crate::words::chart::spread_chart as words;

use super::canvas::{Canvas, Lettering};
use super::gap::is_narrow;
use super::picture::{Anchor, Ink, Picture, Subject};
use super::rows::Frame;
use super::spread::{spread_headline, spread_sentences, spread_table};
use super::table::Table;
use super::trust::{figure_in_sentence, shown};
use super::{Chart, of_loaded, text};

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

    fn frame(&self, width: u32) -> Frame {
        let ends = || {
            let rows = self.rows.iter();
            rows.flat_map(|row| [Some(row.lowest), Some(row.highest), row.figure])
                .flatten()
        };
        let (low, high) = (
            ends().fold(f64::INFINITY, f64::min),
            ends().fold(f64::NEG_INFINITY, f64::max),
        );
        // A little room at both ends, and something to draw on where there is nothing to draw.
        let (low, high) = if low < high { (low, high) } else { (0.0, 1.0) };
        let room = (high - low) / 20.0;
        let longest = self
            .rows
            .iter()
            .map(|row| text::width(name(row.region, width), name_size(width), false))
            .fold(0.0, f64::max);
        Frame {
            width,
            left: longest.ceil() as u32 + 14,
            right: 12,
            rows: self.rows.len(),
            row_height: if is_narrow(width) { 26 } else { 30 },
            from: low - room,
            to: high + room,
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
    fn title(&self) -> &str {
        &self.title
    }

    fn subtitle(&self) -> &str {
        &self.subtitle
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

    fn draw(&self, width: u32) -> Picture {
        let frame = self.frame(width);
        let canvas = frame.canvas();
        let labels = if is_narrow(width) { 5 } else { 9 };
        let places = u32::from(frame.to - frame.from < 5.0);
        frame.axis(&canvas, labels, &|number| signed(number, places));
        for (place, row) in self.rows.iter().enumerate() {
            draw_row(&canvas, frame, place, row);
        }
        canvas.finish(self.title.clone(), self.description())
    }
}

/// A number of the axis with so many decimals and a true minus sign.
fn signed(number: f64, places: u32) -> String {
    let sign = if number < 0.0 { "\u{2212}" } else { "" };
    format!("{sign}{}", with_decimals(number.abs(), places))
}

fn name(region: Region, width: u32) -> &'static str {
    if is_narrow(width) {
        region.short_name()
    } else {
        region.name()
    }
}

fn name_size(width: u32) -> f64 {
    if is_narrow(width) { 12.0 } else { 13.0 }
}

fn draw_row(canvas: &Canvas, frame: Frame, place: usize, row: &Row) {
    let y = frame.y(place);
    let lettering = Lettering {
        size: name_size(frame.width),
        bold: false,
        ink: Ink::Words,
        anchor: Anchor::Start,
    };
    canvas.text(name(row.region, frame.width), (0.0, y), lettering);
    canvas.about(Some(Subject {
        id: row.region.slug().to_owned(),
        words: row.words.clone(),
    }));
    // Where all trusts have one figure there is a short line, not none.
    let (low, high) = (frame.x(row.lowest) - 2.0, frame.x(row.highest) + 2.0);
    canvas.line((low, y), (high, y), 5.0, Ink::Connector);
    if let Some(figure) = row.figure {
        canvas.circle((frame.x(figure), y), 5.0, Ink::Trust);
    }
    canvas.about(None);
}
