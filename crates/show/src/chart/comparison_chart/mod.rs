//! Trusts side by side: their figures with intervals, one row each, in an order that all measures share.

pub(super) mod words;

use std::rc::Rc;

use method::{AdjustParts, Analysis, Rank, Rules, Scope, TrustFigures};
use plot::{Along, Ink, Mark, Plot, Rows, Subject, Width};
use records::model::Basis;
use records::terms::{Figure, Group, Value, lead_region, lead_region_in_sentence};
use stats::Level as Confidence;

use crate::chart::combined::words::of_whom;
use crate::chart::key::{KeyItem, Sign, words as key};
use crate::chart::words::heads;

use super::bounds::level_in_words;
use super::extremes::{Extremes, Named, lowest_first};
use super::precision::precision_in_words;
use super::table::{Cell, Column, Table};
use super::top_ten::figure_column;
use super::trust::{Trust, TrustColumn, figure_columns, focus_in_sentence, shown, unit_of};
use super::{Chart, inks, of_loaded, scale};

/// The chart as data: a few trusts and one measure.
#[derive(Debug, Clone, PartialEq)]
pub struct CompareChart {
    title: String,
    subtitle: String,
    caption: String,
    figure_column: String,
    rules: Rules,
    level: Confidence,
    /// In the order asked for.
    rows: Vec<Row>,
}

/// A trust under rules, with its region's figure, and its rank there.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    trust: Trust,
    rules: Rules,
    pub(super) of_region: Option<Figure>,
    rank: Option<(Rank, usize)>,
    /// What the figure is adjusted for, if it is.
    parts: Option<AdjustParts>,
}

impl Row {
    fn new(analysis: &Analysis, trust: &TrustFigures) -> Self {
        let region = trust.region.map(Scope::Region);
        Self {
            trust: Trust::new(analysis, trust),
            rules: analysis.rules,
            of_region: region.and_then(|region| analysis.figure_of(region)),
            rank: analysis.regional_rank_among(trust),
            parts: analysis.adjustment.as_ref().map(|adjustment| adjustment.used),
        }
    }

    pub(super) fn trust(&self) -> &Trust {
        &self.trust
    }

    /// The name and the lead region.
    pub(super) fn name_and_region(&self) -> [String; 2] {
        let trust = &self.trust;
        [trust.readable_name(), lead_region(trust.of.region)].map(str::to_owned)
    }

    pub(super) fn words(&self) -> String {
        let focus = self.rules.focus;
        let figure = match self.trust.of.value() {
            Value::Published(figure) => Ok(focus_in_sentence(figure, self.trust.basis, focus)),
            Value::Missing(reason) => Err(reason.reason()),
        };
        let of_region = self.of_region;
        let of_region = of_region.map(|of| focus_in_sentence(of, Basis::Computed, focus));
        let region = lead_region_in_sentence(self.trust.of.region);
        words::trust(
            self.trust.readable_name(),
            figure.as_deref().map_err(|reason| *reason),
            self.trust.interval().as_deref(),
            self.rank,
            of_region.as_deref().map(|figure| (region, figure)),
        )
    }

    /// The name, and a dot on its interval with a stroke for the region; or why there is none.
    fn marks(&self) -> Vec<Mark> {
        let mut marks = vec![Mark::name(self.trust.readable_name())];
        let figure = match self.trust.of.value() {
            Value::Published(figure) => figure,
            Value::Missing(reason) => {
                let words = words::no_figure(reason.reason());
                marks.push(Mark::text(words, Along::FROM).ink(Ink::QUIET));
                return marks;
            }
        };
        if let Some(of) = self.trust.of.precision {
            let range = Mark::range(of.interval.low(), of.interval.high());
            marks.push(range.size(2.0).ink(inks::SOLID));
        }
        if let Some(of) = self.of_region {
            marks.push(Mark::tick(of.number(), 9.0).size(2.0).ink(inks::MEAN));
        }
        marks.push(Mark::dot(figure.number()).size(5.5).ink(inks::SOLID));
        marks
    }
}

/// The columns of a trust, for figures in this unit, with what heads those.
fn columns(figure: &str, unit: &str, level: Confidence) -> Vec<Column<'static, Row>> {
    let mut columns = vec![TrustColumn::NAME.of(Row::trust)];
    columns.extend(figure_columns(figure, unit, level, Row::trust));
    columns.extend([
        TrustColumn::REGION.of(Row::trust),
        Column::numbers(words::OF_REGION, |row: &Row| row.of_region.into()).in_unit(unit),
        TrustColumn::REGIONAL_RANK.of(Row::trust),
        TrustColumn::RANK.of(Row::trust),
    ]);
    columns
}

/// The trusts of these numbers in an analysis, in the order of the numbers. Those that are not
/// eligible under its rules are in no analysis.
pub(super) fn rows(analysis: &Analysis, uids: &[Rc<str>]) -> Vec<Row> {
    let mut rows = Vec::new();
    for uid in uids {
        let mut trusts = analysis.trusts.iter();
        let trust = trusts.find(|trust| trust.uid == *uid);
        rows.extend(trust.map(|trust| Row::new(analysis, trust)));
    }
    rows
}

impl CompareChart {
    /// The chart of the trusts of these numbers, in this order: the same for every measure, so that charts can be
    /// compared. A trust that is not eligible under the rules in force is left out.
    #[must_use]
    pub fn new(analysis: &Analysis, uids: &[Rc<str>]) -> Self {
        let rows = rows(analysis, uids);
        let of_part = analysis.trusts_of_part();
        let subtitle = of_loaded(of_part, words::subtitle(&shown(analysis)));
        Self {
            title: of_loaded(of_part, title(analysis, &rows)),
            caption: format!("{subtitle} {}", precision_in_words(analysis)),
            subtitle,
            figure_column: figure_column(analysis),
            rules: analysis.rules,
            level: analysis.level(),
            rows,
        }
    }
}

/// The highest and the lowest of the trusts.
fn title(analysis: &Analysis, rows: &[Row]) -> String {
    let (measure, focus) = (analysis.rules.measure, analysis.rules.focus);
    let mut known: Vec<Named<'_>> = Vec::new();
    for Row { trust, .. } in rows {
        known.extend(trust.of.figure().map(|figure| (trust.readable_name(), figure)));
    }
    let known = lowest_first(known);
    let Some(ends) = Extremes::of(&known) else {
        return words::none_has_figure(measure.name());
    };
    let figure = |figure: Figure| focus_in_sentence(figure, analysis.basis, focus);
    let (what, high) = (of_whom(measure, focus), figure(ends.last));
    match ends.at_last.as_slice() {
        [only] if known.len() == 1 => words::only(&what, only, &high),
        _ if ends.are_alike() => words::all_have(&what, known.len(), &high),
        highest => {
            let lowest = (ends.at_first.as_slice(), &*figure(ends.first));
            words::highest_and_lowest(&what, (highest, &high), lowest)
        }
    }
}

/// What the figure of a row is of, where a table has several measures: the measure, whose pupils, and the unit.
pub(super) fn measure_columns<'a, R: 'a>(of: fn(&R) -> (&Rules, Option<AdjustParts>)) -> Vec<Column<'a, R>> {
    vec![
        Column::words(heads::MEASURE, move |row| {
            let (rules, _) = of(row);
            Cell::words(rules.measure.name())
        }),
        Column::words(heads::PUPILS, move |row| {
            let (rules, parts) = of(row);
            let pupils = rules.focus.group().map_or(words::GAP, Group::pupils);
            let adjusted = parts.map(|parts| words::adjusted(pupils, parts));
            Cell::Words(adjusted.unwrap_or_else(|| pupils.to_owned()))
        }),
        Column::words(words::UNIT, move |row| {
            let (rules, _) = of(row);
            Cell::words(unit_of(rules.measure.unit(), rules.focus))
        }),
    ]
}

/// The trusts of these numbers in every measure and group given, each with its interval: a row for each of them and
/// each trust, the trusts in this order throughout.
#[must_use]
pub fn compare_table(of: &[Analysis], uids: &[Rc<str>]) -> Table {
    let level = of.first().map_or(Confidence::P95, |of| of.level());
    let mut columns = measure_columns(|row: &Row| (&row.rules, row.parts));
    // Each row names its own unit.
    columns.extend(self::columns(heads::FIGURE, "", level));
    let rows = of.iter().flat_map(|analysis| rows(analysis, uids));
    let of_part = of.first().and_then(|of| of.trusts_of_part());
    let caption = of_loaded(of_part, words::EVERY_MEASURE.to_owned());
    Table::new(caption, &columns, rows)
}

impl Chart for CompareChart {
    fn heads(&self) -> [&str; 2] {
        [&self.title, &self.subtitle]
    }

    fn description(&self) -> String {
        let rows: Vec<String> = self.rows.iter().map(Row::words).collect();
        format!("{} {}.", self.caption, rows.join(". "))
    }

    fn table(&self) -> Table {
        let unit = unit_of(self.rules.measure.unit(), self.rules.focus);
        let columns = columns(&self.figure_column, unit, self.level);
        Table::new(&*self.caption, &columns, &self.rows)
    }

    fn key(&self) -> Vec<KeyItem> {
        let interval = key::interval(&level_in_words(self.level));
        vec![
            KeyItem::new(Sign::Dot(5.5), inks::SOLID, key::TRUST),
            KeyItem::new(Sign::Line(2.0), inks::SOLID, interval),
            KeyItem::new(Sign::Tick(2.0), inks::MEAN, key::OF_ITS_REGION),
        ]
    }

    fn plot(&self, width: Width) -> Plot {
        let mut x = scale::figures(self.rules.measure.unit(), self.rules.focus);
        // As wide whether or not a trust has a figure beside its region's.
        for of_region in self.rows.iter().filter_map(|row| row.of_region) {
            x = x.with(of_region.number());
        }
        if self.rows.iter().all(|row| row.trust.of.figure().is_none()) {
            x = x.without_labels();
        }
        let rows = Rows {
            height: [42.0, 30.0],
            // The same width for any measure, so that the charts of several measures align.
            most_names: [width.pixels() * 0.38; 2],
            after: 20.0,
            right: [20.0; 2],
            words_above: true,
            ..Rows::default()
        };
        let mut plot = Plot::rows(width, x, rows);
        for row in &self.rows {
            let about = Subject::new(&*row.trust.of.uid, row.words());
            plot.row(Some(about), row.marks());
        }
        plot
    }
}
