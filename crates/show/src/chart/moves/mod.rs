//! Each region's move from its figure as it is to the one adjusted for context: a dot, an arrow and a dot, and below
//! them both intervals of the adjusted figure.

mod words;

use method::words::adjusted::parts_in_sentence;
use method::{Analysis, RegionRank};
use plot::{Along, Mark, Plot, Rows, Subject, Width};
use records::terms::{Figure, Focus, Region, Unit};
use stats::Level as Confidence;

use crate::chart::adjusted::words as table_words;
use crate::chart::gap::words as gap;
use crate::chart::key::{KeyItem, Sign, words as key};

use super::adjusted::{AdjustedRegion, adjusted_regions_table};
use super::bounds::level_in_words;
use super::finding::with_unit;
use super::table::Table;
use super::{Chart, inks, of_analysis, scale};

/// How far the move is above the middle of its row, and the intervals below it, in pixels.
const UP: f64 = 7.0;
const DOWN: f64 = 9.0;

/// The smallest move that has an arrow: this share of the width that the figures take.
const LEAST_MOVE: f64 = 0.03;

/// The chart as data: the regions in the order of their figures as they are.
#[derive(Debug, Clone, PartialEq)]
pub struct MovesChart {
    title: String,
    subtitle: String,
    unit: Unit,
    focus: Focus,
    /// The level of the intervals.
    level: Confidence,
    rows: Vec<Row>,
    table: Table,
}

#[derive(Debug, Clone, PartialEq)]
struct Row {
    region: Region,
    before: Figure,
    rank_before: usize,
    adjusted: Figure,
    rank: RegionRank,
    /// From the sampling of pupils.
    inner: (f64, f64),
    /// As wide as if other trusts could have been there.
    outer: (f64, f64),
    words: String,
}

impl Row {
    fn new(of: &AdjustedRegion<'_>, focus: Focus) -> Option<Self> {
        let area = &of.adjusted.area;
        let (before, adjusted) = (of.before?.area.figure?, area.figure?);
        let ends = |interval: stats::Interval| (interval.low(), interval.high());
        let inner = ends(area.precision?.interval);
        let outer = area.wider.map_or(inner, |wider| ends(wider.interval));
        let (rank_before, rank) = (of.rank_before?, of.rank?);
        let unit = adjusted.unit();
        let in_words = |(low, high)| Some([Figure::new(low, unit)?.plain(), Figure::new(high, unit)?.plain()]);
        Some(Self {
            words: words::row(
                of.adjusted.region.name(),
                (&with_unit(before, focus), rank_before),
                (&with_unit(adjusted, focus), rank),
                [in_words(inner)?, in_words(outer)?],
            ),
            region: of.adjusted.region,
            before,
            rank_before,
            adjusted,
            rank,
            inner,
            outer,
        })
    }

    fn ends(&self) -> [f64; 6] {
        let (inner, outer) = (self.inner, self.outer);
        [
            self.before.number(),
            self.adjusted.number(),
            inner.0,
            inner.1,
            outer.0,
            outer.1,
        ]
    }

    /// The dots with the arrow between them, their figures outside of them, and the intervals below.
    fn marks(&self, least_move: f64) -> Vec<Mark> {
        let above = Along::OWN.by(-UP);
        let (before, after) = (self.before.number(), self.adjusted.number());
        let (from, to) = (Along::number(before), Along::number(after));
        // To the right, or to the left.
        let way = if before <= after { 1.0 } else { -1.0 };
        let mut marks = vec![
            Mark::range(self.outer.0, self.outer.1)
                .y(Along::OWN.by(DOWN))
                .size(1.5)
                .ink(inks::LIMIT),
            Mark::range(self.inner.0, self.inner.1)
                .y(Along::OWN.by(DOWN))
                .size(5.0)
                .ink(inks::CONNECTOR),
            Mark::line((to, Along::OWN.by(DOWN - 5.0)), (to, Along::OWN.by(DOWN + 5.0)))
                .size(2.0)
                .ink(inks::SOLID),
        ];
        if (after - before).abs() >= least_move {
            let tip = to.by(-7.0 * way);
            let barb = |up: f64| {
                let from = (tip.by(-6.0 * way), Along::OWN.by(-UP + up));
                Mark::line(from, (tip, above)).size(2.0).ink(inks::SOLID)
            };
            let shaft = Mark::line((from.by(6.0 * way), above), (tip, above));
            marks.extend([shaft.size(2.0).ink(inks::SOLID), barb(-4.0), barb(4.0)]);
        }
        marks.extend([
            Mark::dot(before).y(above).size(5.0).ink(inks::HOLLOW),
            Mark::dot(after).y(above).size(5.5).ink(inks::SOLID),
            Mark::beside(self.before.plain(), from, -11.0 * way).y(above),
            Mark::beside(self.adjusted.plain(), to, 11.0 * way).y(above).bold(),
        ]);
        marks
    }
}

impl MovesChart {
    /// The chart of an analysis and of the same adjusted for context.
    #[must_use]
    pub fn new(before: &Analysis, adjusted: &Analysis) -> Self {
        let rules = &adjusted.rules;
        let regions = AdjustedRegion::all(before, adjusted);
        let mut rows: Vec<Row> = regions.iter().filter_map(|of| Row::new(of, rules.focus)).collect();
        rows.sort_by_key(|row| row.rank_before);
        let title = rows.last().map_or_else(
            || table_words::NO_REGION.to_owned(),
            |last| words::title(last.region.in_sentence(), (last.rank_before, rows.len()), last.rank),
        );
        let parts = adjusted.adjustment.as_deref().map(|of| parts_in_sentence(of.used));
        let subtitle = words::subtitle(
            &gap::subtitle(rules.measure, rules.regional.name()),
            &parts.unwrap_or_default(),
        );
        Self {
            title: of_analysis(adjusted, title),
            subtitle,
            unit: rules.measure.unit(),
            focus: rules.focus,
            level: adjusted.level(),
            rows,
            table: adjusted_regions_table(before, adjusted),
        }
    }
}

impl Chart for MovesChart {
    fn heads(&self) -> [&str; 2] {
        [&self.title, &self.subtitle]
    }

    fn description(&self) -> String {
        let rows: Vec<&str> = self.rows.iter().map(|row| &*row.words).collect();
        format!("{} {}.", self.subtitle, rows.join(". "))
    }

    fn table(&self) -> Table {
        self.table.clone()
    }

    fn key(&self) -> Vec<KeyItem> {
        let level = level_in_words(self.level);
        vec![
            KeyItem::new(Sign::Dot(5.0), inks::HOLLOW, key::UNADJUSTED),
            KeyItem::new(Sign::Dot(5.5), inks::SOLID, key::ADJUSTED),
            KeyItem::new(Sign::Arrow, inks::SOLID, key::MOVED),
            KeyItem::new(Sign::Line(5.0), inks::CONNECTOR, key::sampled(&level)),
            KeyItem::new(Sign::Line(1.5), inks::LIMIT, key::other_trusts(&level)),
        ]
    }

    fn plot(&self, width: Width) -> Plot {
        let rows = Rows {
            height: [58.0, 44.0],
            after: 4.0,
            // The figures are outside the dots, so both ends keep room for one.
            beside: [38.0, 46.0],
            right: [12.0, 236.0],
            words_above: true,
            ..Rows::default()
        };
        let ends = self.rows.iter().flat_map(Row::ends);
        let (low, high) = ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), end| {
            (low.min(end), high.max(end))
        });
        let mut plot = Plot::rows(width, scale::figures(self.unit, self.focus), rows);
        for row in &self.rows {
            let [name, short_name] = [row.region.name(), row.region.short_name()];
            let mut marks = vec![
                Mark::name([short_name.to_owned(), name.to_owned()]),
                Mark::at_right(words::rank(row.rank)),
            ];
            marks.extend(row.marks(LEAST_MOVE * (high - low)));
            plot.row(Some(Subject::new(row.region.slug(), &row.words)), marks);
        }
        plot
    }
}
