//! Trusts side by side: their figures with intervals, one row each, in an order that all measures share.

use std::rc::Rc;

use crate::method::{Analysis, Precision, Rank, Rules, Scope, TrustFigures};
use crate::model::Basis;
use crate::plot::{Along, Ink, Mark, Plot, Rows, Subject, Width};
use crate::stats::{Interval, Level as Confidence};
use crate::terms::order::sorted_by_key;
use crate::terms::{
    Figure, Focus, Group, Region, Unit, Value, lead_region, lead_region_in_sentence,
};
use crate::words::chart::combined::of_whom;
use crate::words::chart::comparison_chart as words;
use crate::words::chart::heads;

use super::bounds::{Bounds, bound_columns, interval_in_words, level_in_words};
use super::precision_words::precision_in_words;
use super::table::{Cell, Column, Table};
use super::top_ten::figure_column;
use super::trust::{focus_in_sentence, shown, unit_of};
use super::{Chart, inks, of_loaded, scale};

/// The chart as data: a few trusts and one measure.
#[derive(Debug, Clone, PartialEq)]
pub struct CompareChart {
    title: String,
    subtitle: String,
    caption: String,
    figure_column: String,
    unit: Unit,
    focus: Focus,
    level: Confidence,
    /// In the order asked for.
    rows: Vec<Row>,
}

/// A trust.
#[derive(Debug, Clone, PartialEq)]
struct Row {
    uid: Rc<str>,
    name: Rc<str>,
    /// The name whole.
    in_table: Cell,
    region: Option<Region>,
    basis: Basis,
    value: Value,
    precision: Option<Precision>,
    of_region: Option<Figure>,
    bounds: Option<Bounds>,
    regional_rank: Option<Rank>,
    rank: Option<Rank>,
    words: String,
}

impl Row {
    fn new(analysis: &Analysis, trust: &TrustFigures) -> Self {
        let (basis, value) = (analysis.basis, trust.value());
        let precision = trust.figure().and(trust.precision);
        let known = trust.figure().zip(precision);
        let bounds = known.and_then(|(figure, of)| Bounds::of_trust(figure, basis, of));
        let of_region = trust
            .region
            .and_then(|region| analysis.figure_of(Scope::Region(region)));
        let name = Rc::clone(&trust.readable_name);
        Self {
            words: told_of(analysis, trust, bounds, analysis.level()),
            uid: Rc::clone(&trust.uid),
            name,
            in_table: Cell::name(&trust.name),
            region: trust.region,
            basis,
            value,
            precision,
            of_region,
            bounds,
            regional_rank: trust.regional_rank(),
            rank: trust.rank(),
        }
    }

    fn interval(&self) -> Option<Interval> {
        self.precision.map(|precision| precision.interval)
    }

    /// The name, and a dot on its interval with a stroke for the region; or why there is none.
    fn marks(&self) -> Vec<Mark> {
        let mut marks = vec![Mark::name(&*self.name)];
        match self.value {
            Value::Published(figure) => {
                let interval = self.interval().map(|of| {
                    let range = Mark::range(of.low(), of.high()).size(2.0);
                    range.ink(inks::SOLID)
                });
                let region = self.of_region.map(|of| {
                    let tick = Mark::tick(of.number(), 9.0).size(2.0);
                    tick.ink(inks::MEAN)
                });
                let dot = Mark::dot(figure.number()).size(5.5).ink(inks::SOLID);
                marks.extend(interval.into_iter().chain(region).chain([dot]));
            }
            Value::Missing(reason) => {
                let words = words::no_figure(reason.reason());
                marks.push(Mark::text(words, Along::FROM).ink(Ink::QUIET));
            }
        }
        marks
    }
}

/// The columns of a trust, for figures in this unit, with what heads those.
fn columns<'a, R: 'a>(
    row: fn(&R) -> &Row,
    figure: &str,
    unit: &str,
    level: Confidence,
) -> Vec<Column<'a, R>> {
    let mut columns = vec![
        Column::words(heads::TRUST, move |of: &R| row(of).in_table.clone()),
        Column::numbers(figure, move |of: &R| {
            Cell::of_trust(row(of).value, row(of).basis)
        }),
    ];
    columns.extend(bound_columns(level, unit, move |of: &R| row(of).bounds));
    let rank = |head, rank: fn(&Row) -> Option<Rank>| {
        Column::numbers(head, move |of: &R| {
            Cell::rank(rank(row(of)).map(Rank::place))
        })
    };
    columns.extend([
        Column::words(heads::LEAD_REGION, move |of: &R| {
            Cell::words(lead_region(row(of).region))
        }),
        Column::numbers(words::OF_REGION, move |of: &R| row(of).of_region.into()).in_unit(unit),
        rank(heads::RANK_IN_REGION, |row| row.regional_rank),
        rank(heads::RANK_IN_ENGLAND, |row| row.rank),
    ]);
    columns
}

fn told_of(
    analysis: &Analysis,
    trust: &TrustFigures,
    bounds: Option<Bounds>,
    level: Confidence,
) -> String {
    let (name, focus) = (&*trust.readable_name, analysis.rules.focus);
    let figure = |figure, basis| focus_in_sentence(figure, basis, focus);
    let value = match trust.value() {
        Value::Published(of) => Ok(figure(of, analysis.basis)),
        Value::Missing(reason) => Err(reason.reason()),
    };
    let interval = bounds.map(|bounds| interval_in_words(level, bounds));
    let of_region = trust
        .region
        .and_then(|region| analysis.figure_of(Scope::Region(region)));
    let of_region = of_region.map(|of| figure(of, Basis::Computed));
    let of_region = of_region.as_deref();
    words::trust(
        name,
        value.as_deref().map_err(|reason| *reason),
        interval.as_deref(),
        analysis.regional_rank_among(trust),
        of_region.map(|figure| (lead_region_in_sentence(trust.region), figure)),
    )
}

/// A trust's figure in a sentence, with interval, rank and its region's figure: "Twyford …: 60% (95% interval …".
#[must_use]
pub fn trust_in_words(analysis: &Analysis, place: usize) -> Option<String> {
    let trust = analysis.trusts.get(place)?;
    let words = Row::new(analysis, trust).words;
    Some(of_loaded(analysis.trusts_of_part(), format!("{words}.")))
}

/// The trusts of these numbers in an analysis, in the order of the numbers. Those that are not
/// eligible under its rules are in no analysis.
fn chosen<'a>(
    analysis: &'a Analysis,
    uids: &'a [Rc<str>],
) -> impl Iterator<Item = &'a TrustFigures> {
    uids.iter().filter_map(|uid| {
        let mut trusts = analysis.trusts.iter();
        trusts.find(|trust| trust.uid == *uid)
    })
}

impl CompareChart {
    /// The chart of the trusts of these numbers, in this order: the same for every measure, so that one chart stands
    /// below another. A trust that is not eligible under the rules in force is left out.
    #[must_use]
    pub fn new(analysis: &Analysis, uids: &[Rc<str>]) -> Self {
        let rows: Vec<Row> = chosen(analysis, uids)
            .map(|trust| Row::new(analysis, trust))
            .collect();
        let level = level_in_words(analysis.level());
        let subtitle = of_loaded(
            analysis.trusts_of_part(),
            words::subtitle(&shown(analysis), &level),
        );
        let caption = format!("{subtitle} {}", precision_in_words(analysis));
        Self {
            title: of_loaded(analysis.trusts_of_part(), title(analysis, &rows)),
            subtitle,
            caption,
            figure_column: figure_column(analysis),
            unit: analysis.rules.measure.unit(),
            focus: analysis.rules.focus,
            level: analysis.level(),
            rows,
        }
    }
}

/// The highest and the lowest of the trusts.
fn title(analysis: &Analysis, rows: &[Row]) -> String {
    let (measure, focus) = (analysis.rules.measure, analysis.rules.focus);
    let known = rows
        .iter()
        .filter_map(|row| Some((row, row.value.figure()?)));
    let known = sorted_by_key(known.collect(), |(_, figure): &(&Row, Figure)| {
        figure.steps()
    });
    let (Some((_, low)), Some((highest, high))) = (known.first(), known.last()) else {
        return words::none_has_figure(measure.name());
    };
    let figure = |figure: Figure| focus_in_sentence(figure, analysis.basis, focus);
    let what = of_whom(measure, focus);
    if known.len() == 1 {
        return words::only(&what, &highest.name, &figure(*high));
    }
    if low.steps() == high.steps() {
        return words::all_have(&what, known.len(), &figure(*high));
    }
    let names = |of: Figure| -> Vec<&str> {
        let there = known
            .iter()
            .filter(|(_, other)| other.steps() == of.steps());
        there.map(|(row, _)| &*row.name).collect()
    };
    words::highest_and_lowest(
        &what,
        (&names(*high), &figure(*high)),
        (&names(*low), &figure(*low)),
    )
}

/// The trusts of these numbers in every measure and group given, each with its interval: a row for each of them and each
/// trust, the trusts in this order throughout.
#[must_use]
pub fn compare_table(of: &[Analysis], uids: &[Rc<str>]) -> Table {
    let level = of.first().map_or(Confidence::P95, |of| of.level());
    type Line<'a> = (&'a Rules, Row);
    let unit = |rules: &Rules| unit_of(rules.measure.unit(), rules.focus);
    let mut columns = vec![
        Column::words(heads::MEASURE, |(rules, _): &Line<'_>| {
            Cell::words(rules.measure.name())
        }),
        Column::words(heads::PUPILS, |(rules, _): &Line<'_>| {
            Cell::words(rules.focus.group().map_or(words::GAP, Group::pupils))
        }),
        Column::words(words::UNIT, |(rules, _): &Line<'_>| {
            Cell::words(unit(rules))
        }),
    ];
    // Each row names its own unit.
    columns.extend(self::columns(
        |(_, row): &Line<'_>| row,
        heads::FIGURE,
        "",
        level,
    ));
    let rows = of.iter().flat_map(|analysis| {
        let trusts = chosen(analysis, uids);
        trusts.map(move |trust| (&analysis.rules, Row::new(analysis, trust)))
    });
    let of_part = of.first().and_then(|of| of.trusts_of_part());
    let caption = of_loaded(of_part, words::EVERY_MEASURE.to_owned());
    Table::new(caption, &columns, rows)
}

impl Chart for CompareChart {
    fn title(&self) -> &str {
        &self.title
    }

    fn subtitle(&self) -> &str {
        &self.subtitle
    }

    fn description(&self) -> String {
        let rows: Vec<&str> = self.rows.iter().map(|row| row.words.as_str()).collect();
        format!("{} {}.", self.caption, rows.join(". "))
    }

    fn table(&self) -> Table {
        let unit = unit_of(self.unit, self.focus);
        let columns = columns(|row: &Row| row, &self.figure_column, unit, self.level);
        Table::new(&*self.caption, &columns, &self.rows)
    }

    fn plot(&self, width: Width) -> Plot {
        let numbers = self.rows.iter().flat_map(|row| {
            let ends = row.interval().map(|of| [of.low(), of.high()]);
            let figures = [row.value.figure(), row.of_region];
            let figures = figures.into_iter().flatten().map(Figure::number);
            ends.into_iter().flatten().chain(figures)
        });
        let mut x = scale::figures(numbers, self.unit, self.focus);
        if self.rows.iter().all(|row| row.value.figure().is_none()) {
            x = x.without_labels();
        }
        let rows = Rows {
            height: [42.0, 30.0],
            // As wide whatever the measure, so that the charts of several measures stand in one column.
            most_names: [width.pixels() * 0.38; 2],
            after: 20.0,
            right: [20.0; 2],
            words_above: true,
            ..Rows::default()
        };
        let mut plot = Plot::rows(width, x, rows);
        for row in &self.rows {
            plot.row(Some(Subject::new(&*row.uid, &row.words)), row.marks());
        }
        plot
    }
}
