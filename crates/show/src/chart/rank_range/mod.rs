//! The ranks that each trust of a region takes under every combination of rules: a line from its best
//! to its worst.

mod words;

use method::{Analysis, Rank, Robustness, TrustRobustness};
use plot::{Along, Axis, Mark, Plot, Rows, Subject, Width};
use records::terms::Region;
use records::terms::decimals::with_decimals;

use crate::chart::key::{KeyItem, Sign, words as key};

use super::robustness::{by_top_ten, trust_robustness_in_words, trusts_robustness_table};
use super::table::Table;
use super::trust::figure_in_sentence;
use super::{Chart, inks, of_loaded};

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
    /// The rank under the rules in force; `None` if it has none.
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
        let trusts = by_top_ten(&robustness.trusts, Some(region));
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
    let always = trusts.iter().filter(|(_, trust)| trust.top_ten_share >= 1.0);
    let always = always.count();
    let at_times = ever.count() - always;
    if trusts.is_empty() {
        return words::none_can_be_ranked(region);
    }
    words::title(region, always, at_times)
}

impl Chart for RankRangeChart {
    fn heads(&self) -> [&str; 2] {
        [&self.title, &self.subtitle]
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

    fn key(&self) -> Vec<KeyItem> {
        vec![
            KeyItem::new(Sign::Line(5.0), inks::CONNECTOR, key::BEST_TO_WORST),
            KeyItem::new(Sign::Dot(4.5), inks::TRUST, key::RANK_NOW),
            KeyItem::new(Sign::Tick(1.0), inks::MEAN, key::TENTH),
        ]
    }

    fn plot(&self, width: Width) -> Plot {
        let rank = |rank: Rank| Along::number(rank.number().into());
        // Ranks are whole: half a rank at both ends is room, and the tenth is always there.
        let worst = self.rows.iter().map(|row| row.worst.number()).max();
        let x = Axis::numbers(0.5, f64::from(worst.unwrap_or(10).max(10)) + 0.5);
        let x = x.labels(|number| with_decimals(number, 0));
        let rows = Rows {
            height: [22.0, 26.0],
            letters: [12.0, 13.0],
            most_names: [140.0, 280.0],
            ..Rows::default()
        };
        let mut plot = Plot::rows(width, x, rows);
        if !self.rows.is_empty() {
            plot.mark(Mark::vertical(10.0).ink(inks::MEAN));
        }
        for row in &self.rows {
            // A rank that never changes is a short line, not none.
            let range = Mark::range(rank(row.best).by(-3.0), rank(row.worst).by(3.0));
            let range = range.size(5.0).ink(inks::CONNECTOR);
            let mut marks = vec![Mark::name(&row.name), range];
            if let Some(now) = row.now {
                marks.push(Mark::dot(rank(now)).ink(inks::TRUST));
            }
            let about = Subject::new(&row.id, &row.words);
            plot.row(Some(about), marks);
        }
        plot
    }

    fn beyond(&self, id: &str) -> Option<String> {
        let row = self.rows.iter().find(|row| row.id == id)?;
        let figure = row.figure.as_ref()?;
        Some(words::figure_now(figure))
    }
}
