//! The ranks that each trust of a region takes under every combination of rules: a line from its best
//! to its worst.

use crate::method::{Analysis, Rank, Robustness, TrustRobustness};
use crate::terms::Region;
use crate::terms::decimals::with_decimals;
use crate::words::chart::rank_range as words;

use super::canvas::{Canvas, Lettering};
use super::gap::is_narrow;
use super::picture::{Anchor, Ink, Picture, Subject};
use super::robustness::{by_top_ten, trust_robustness_in_words, trusts_robustness_table};
use super::rows::Frame;
use super::table::Table;
use super::text;
use super::trust::figure_in_sentence;
use super::{Chart, of_loaded};

/// The chart as data: the trusts of a region that have a rank under some combination, those first that
/// are in the region's top ten most often.
#[derive(Debug, Clone, PartialEq)]
pub struct RankRangeChart {
    title: String,
    subtitle: String,
    rows: Vec<Row>,
    /// Trusts of the region without a rank under any combination.
    without: usize,
    table: Table,
}

#[derive(Debug, Clone, PartialEq)]
struct Row {
    id: String,
    name: String,
    best: Rank,
    worst: Rank,
    /// The rank under the rules in force; nothing where it has none.
    now: Option<Rank>,
    /// The figure under the rules in force, in words.
    figure: Option<String>,
    words: String,
}

impl Row {
    fn new(name: String, trust: &TrustRobustness, analysis: &Analysis) -> Option<Self> {
        let (best, worst) = trust.regional?;
        let mut trusts = analysis.trusts_of(trust.region?);
        let trust_now = trusts.find(|now| now.uid == trust.uid);
        let figure = trust_now.and_then(|now| now.figure());
        let now = trust_now.and_then(|now| now.regional_rank());
        Some(Self {
            words: words::row(&name, now, &trust_robustness_in_words(trust)),
            id: trust.uid.to_string(),
            name,
            best,
            worst,
            now,
            figure: figure.map(|figure| figure_in_sentence(figure, analysis.basis)),
        })
    }
}

impl RankRangeChart {
    /// The chart of a survey and of the analysis under the rules in force. It has no rows where trusts'
    /// ranks cannot be tested.
    #[must_use]
    pub fn new(robustness: &Robustness, analysis: &Analysis, region: Region) -> Self {
        let trusts = by_top_ten(robustness, Some(region));
        let rows: Vec<Row> = trusts
            .iter()
            .filter_map(|(name, trust)| Row::new(name.clone(), trust, analysis))
            .collect();
        Self {
            title: of_loaded(robustness.of_part, title(&trusts, region)),
            subtitle: of_loaded(robustness.of_part, words::subtitle(region.in_sentence())),
            without: trusts.len() - rows.len(),
            rows,
            table: trusts_robustness_table(robustness, Some(region)),
        }
    }
}

/// The trusts that are always in the top ten, and those that are at times.
fn title(trusts: &[(String, &TrustRobustness)], region: Region) -> String {
    let region = region.in_sentence();
    let ever = trusts.iter().filter(|(_, trust)| trust.top_ten_share > 0.0);
    let always = trusts
        .iter()
        .filter(|(_, trust)| trust.top_ten_share >= 1.0);
    let always = always.count();
    let at_times = ever.count() - always;
    if trusts.is_empty() {
        return words::none_can_be_ranked(region);
    }
    words::title(region, always, at_times)
}

impl Chart for RankRangeChart {
    fn title(&self) -> &str {
        &self.title
    }

    fn subtitle(&self) -> &str {
        &self.subtitle
    }

    fn description(&self) -> String {
        let mut sentences = vec![self.subtitle.clone()];
        for row in &self.rows {
            sentences.push(words::best_to_worst(&row.name, row.best, row.worst));
        }
        if self.without > 0 {
            sentences.push(words::without_figure(self.without));
        }
        sentences.join(" ")
    }

    fn table(&self) -> Table {
        self.table.clone()
    }

    fn draw(&self, width: u32) -> Picture {
        let frame = self.frame(width);
        let canvas = frame.canvas();
        let labels = if is_narrow(width) { 5 } else { 9 };
        frame.axis(&canvas, labels, &|number| with_decimals(number, 0));
        if let (Some(_), Some(last)) = (self.rows.first(), self.rows.len().checked_sub(1)) {
            let half = f64::from(frame.row_height) / 2.0;
            let x = frame.x(10.0);
            canvas.line(
                (x, frame.y(0) - half),
                (x, frame.y(last) + half),
                1.0,
                Ink::Mean,
            );
        }
        for (place, row) in self.rows.iter().enumerate() {
            draw_row(&canvas, frame, place, row);
        }
        canvas.finish(self.title.clone(), self.description())
    }

    fn beyond(&self, id: &str) -> Option<String> {
        let row = self.rows.iter().find(|row| row.id == id)?;
        let figure = row.figure.as_ref()?;
        Some(words::figure_now(figure))
    }
}

impl RankRangeChart {
    fn frame(&self, width: u32) -> Frame {
        let worst = self.rows.iter().map(|row| row.worst.place()).max();
        let size = name_size(width);
        let longest = self
            .rows
            .iter()
            .map(|row| text::width(&row.name, size, false))
            .fold(0.0, f64::max);
        let most = if is_narrow(width) { 140.0 } else { 280.0 };
        Frame {
            width,
            left: longest.min(most).ceil() as u32 + 14,
            right: 12,
            rows: self.rows.len(),
            row_height: if is_narrow(width) { 22 } else { 26 },
            // Ranks are whole: half a rank at both ends is room, and the tenth is always there.
            from: 0.5,
            to: f64::from(worst.unwrap_or(10).max(10)) + 0.5,
        }
    }
}

fn name_size(width: u32) -> f64 {
    if is_narrow(width) { 12.0 } else { 13.0 }
}

fn draw_row(canvas: &Canvas, frame: Frame, place: usize, row: &Row) {
    let y = frame.y(place);
    let words = Lettering {
        size: name_size(frame.width),
        bold: false,
        ink: Ink::Words,
        anchor: Anchor::Start,
    };
    let room = f64::from(frame.left) - 12.0;
    if let Some(name) = text::shortened(&row.name, room, words.size, false) {
        canvas.text(&name, (0.0, y), words);
    }
    let x = |rank: Rank| frame.x(f64::from(rank.place()));
    canvas.about(Some(Subject {
        id: row.id.clone(),
        words: row.words.clone(),
    }));
    // A rank that never changes is a short line, not none.
    let (best, worst) = (x(row.best) - 3.0, x(row.worst) + 3.0);
    canvas.line((best, y), (worst, y), 5.0, Ink::Connector);
    if let Some(now) = row.now {
        canvas.circle((x(now), y), 4.5, Ink::Trust);
    }
    canvas.about(None);
}
