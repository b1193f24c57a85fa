//! The regional gap chart: each region's disadvantaged and other pupils as the ends of a bar.

pub(super) mod words;

pub(crate) use words::unit_name;

use std::rc::Rc;

use method::{Analysis, IntervalChoices, Measured, Pair};
use plot::{Along, Ink, Mark, Plot, Rows, Subject, Width};
use records::terms::order::sorted_by_key;
use records::terms::{Focus, Unit};

use crate::chart::finding::words::NO_REGION_KNOWN;
use crate::chart::key::{KeyItem, Sign, words as key};
use crate::chart::words::heads;

use super::beyond::{End, in_one, rank_in_words};
use super::bounds::{bound_columns, level_in_words};
use super::extremes::{Extremes, lowest_first};
use super::finding::no_weight;
use super::gap_row::{Intervals, Line, Part, Row, Side, england};
use super::table::{self, Cell, Table};
use super::{Chart, inks, of_analysis, scale};

/// The chart as data: regions sorted by their disadvantaged pupils' figure, then areas; all trusts
/// and England's schools last, below a line.
#[derive(Debug, Clone)]
pub struct GapChart {
    title: String,
    subtitle: String,
    unit: Unit,
    rows: Vec<Row>,
    /// How many of the rows are parts of the country; those after them are all of it.
    parts: usize,
    /// What the intervals of the table are made of, where it has some.
    intervals: Option<Intervals>,
}

impl GapChart {
    /// The chart of an analysis.
    #[must_use]
    pub fn new(analysis: &Analysis) -> Self {
        let measure = analysis.rules.measure;
        let regions = analysis.regions.iter();
        let mut rows = best_first(regions.map(|of| Row::new(Part::Region(of.region), &of.area)).collect());
        let title = no_weight(analysis).unwrap_or_else(|| of_analysis(analysis, title(analysis, &rows)));
        let areas = analysis.areas.iter().enumerate();
        rows.extend(best_first(
            areas
                .map(|(index, of)| Row::new(Part::Area(index, of.area.clone()), &of.figures))
                .collect(),
        ));
        let parts = rows.len();
        rows.push(Row::new(Part::All, &analysis.all));
        rows.extend(england(analysis));
        Self {
            title,
            subtitle: of_analysis(analysis, words::subtitle(measure, analysis.rules.regional.name())),
            unit: measure.unit(),
            rows,
            parts,
            intervals: None,
        }
    }

    /// The same with intervals in its table, of an analysis of these values.
    #[must_use]
    pub fn with_intervals(
        self,
        measured: &Rc<Measured>,
        analysis: &Analysis,
        interval_choices: &IntervalChoices,
    ) -> Self {
        let intervals = Some(Intervals {
            measured: Rc::clone(measured),
            rule: analysis.rules.regional,
            interval_choices: *interval_choices,
        });
        Self { intervals, ..self }
    }
}

/// The highest first; those without a figure last.
fn best_first(rows: Vec<Row>) -> Vec<Row> {
    sorted_by_key(rows, |row| {
        row.pair.map_or(i64::MAX, |pair| -pair.disadvantaged.steps())
    })
}

impl Chart for GapChart {
    fn heads(&self) -> [&str; 2] {
        [&self.title, &self.subtitle]
    }

    fn description(&self) -> String {
        let rows: Vec<String> = self
            .rows
            .iter()
            .filter_map(|row| row.pair.map(|pair| row.words(pair)))
            .collect();
        format!("{}. {}.", self.subtitle, rows.join(". "))
    }

    fn table(&self) -> Table {
        type Column<'a> = table::Column<'a, Line<'a>>;
        let (unit, of_gap) = (unit_name(self.unit), self.unit.difference_word());
        let level = self.intervals.as_ref().map(|of| of.interval_choices.level);
        let mut columns = vec![Column::words(heads::REGION, |line| {
            Cell::words(line.row.part.names()[0])
        })];
        let mut add = |head, unit, of: Side| {
            let column = Column::numbers(head, move |line| line.figure(of).into());
            columns.push(column.in_unit(unit));
            let bounds = move |line: &Line<'_>| line.bounds(of);
            let bounds = level.map(|level| bound_columns(level, unit, bounds));
            columns.extend(bounds.into_iter().flatten().map(|bound| bound.below(head)));
        };
        add(
            words::DISADVANTAGED,
            unit,
            (|pair| pair.disadvantaged, |of| of.disadvantaged),
        );
        add(words::OTHERS, unit, (|pair| pair.other, |of| of.other));
        add(words::BETWEEN, of_gap, (|pair| pair.gap, |of| of.gap));
        columns.push(Column::numbers(words::WITH_BOTH, |line| {
            line.row.of_trusts(line.row.pair.map_or(0, |pair| pair.trusts))
        }));
        columns.push(Column::numbers(heads::ELIGIBLE_TRUSTS, |line| {
            line.row.of_trusts(line.row.eligible.unwrap_or_default())
        }));
        let caption = level.map_or_else(
            || self.subtitle.clone(),
            |level| words::caption(&self.subtitle, &level_in_words(level)),
        );
        let rows = self.rows.iter();
        let rows = rows.map(|row| Line::new(row, self.intervals.as_ref()));
        Table::new(caption, &columns, rows)
    }

    fn key(&self) -> Vec<KeyItem> {
        vec![
            KeyItem::new(Sign::Dot(6.0), inks::DISADVANTAGED, words::DISADVANTAGED),
            KeyItem::new(Sign::Dot(6.0), inks::OTHER, words::OTHERS),
            KeyItem::new(Sign::Line(5.0), inks::CONNECTOR, key::GAP),
        ]
    }

    fn plot(&self, width: Width) -> Plot {
        let x = scale::figures(self.unit, Focus::All);
        let rows = Rows {
            height: [34.0, 38.0],
            after: 4.0,
            // The figures are outside the dots, so both ends keep room for one.
            beside: [38.0, 46.0],
            ..Rows::default()
        };
        let mut plot = Plot::rows(width, x, rows);
        for (index, row) in self.rows.iter().enumerate() {
            if index == self.parts {
                plot.line_between();
            }
            let [name, short_name, _] = row.part.names();
            let name = [shortened(short_name, 16), shortened(name, 28)];
            let mut marks = vec![Mark::name(name)];
            match row.pair {
                Some(pair) => marks.extend(self::marks(pair)),
                None => marks.push(Mark::text(words::NO_FIGURE, Along::FROM).ink(Ink::QUIET)),
            }
            let about = row.pair.map(|pair| row.words(pair));
            plot.row(about.map(|words| Subject::new(row.part.id(), words)), marks);
        }
        plot
    }

    fn beyond(&self, id: &str) -> Option<String> {
        let row = self.rows.iter().find(|row| row.part.id() == id)?;
        let gap = row.pair?.gap;
        let interval = self.intervals.as_ref().and_then(|of| of.gap_in_words(row, gap));
        let gaps = self.rows.iter().filter(|row| row.is_region());
        let mut gaps = gaps.filter_map(|row| Some(row.pair?.gap));
        let rank = row
            .is_region()
            .then(|| rank_in_words(gap, &mut gaps, End::Smallest, words::GAP))
            .flatten();
        in_one([interval, rank])
    }
}

/// The ends with the bar between them, the figures outside of them and the gap above the bar.
fn marks(pair: Pair) -> [Mark; 6] {
    let (one, two) = (pair.disadvantaged.number(), pair.other.number());
    // Where disadvantaged pupils do better, the ends change sides, and so do their figures.
    let (low, high) = if one <= two {
        (pair.disadvantaged, pair.other)
    } else {
        (pair.other, pair.disadvantaged)
    };
    let [left, right] = [low, high].map(|figure| Along::number(figure.number()));
    let middle = f64::midpoint(one, two);
    [
        Mark::range(one, two).size(5.0).ink(inks::CONNECTOR),
        Mark::dot(one).size(6.5).ink(inks::DISADVANTAGED),
        Mark::dot(two).size(6.5).ink(inks::OTHER),
        Mark::beside(low.plain(), left, -12.0),
        Mark::beside(high.plain(), right, 12.0),
        Mark::text(pair.gap.plain(), middle)
            .y(Along::OWN.by(-11.0))
            .centred()
            .within(left.by(10.0), right.by(-10.0))
            .size(12.0)
            .ink(Ink::QUIET),
    ]
}

/// A name shortened to at most `most` letters. The full name is in the row's words and in the table.
fn shortened(name: &str, letters: usize) -> String {
    match name.char_indices().nth(letters) {
        Some((end, _)) => format!("{}\u{2026}", name.get(..end).unwrap_or_default().trim_end()),
        None => name.to_owned(),
    }
}

fn title(analysis: &Analysis, rows: &[Row]) -> String {
    let gaps = lowest_first(rows.iter().filter_map(Row::gap).collect());
    let Some(ends) = Extremes::of(&gaps) else {
        return if rows.is_empty() && analysis.all.published > 0 {
            NO_REGION_KNOWN.to_owned()
        } else if rows.iter().any(|row| row.with_both > 0) {
            words::NO_REGIONAL_GAP.to_owned()
        } else {
            words::NONE_PUBLISHED.to_owned()
        };
    };
    if let [(region, gap)] = gaps.as_slice() {
        words::only_gap(region, *gap)
    } else if ends.are_alike() {
        words::same_gap(ends.first)
    } else if ends.last.number() <= 0.0 {
        words::NO_GAP.to_owned()
    } else {
        words::gaps((&ends.at_first, ends.first), (&ends.at_last, ends.last))
    }
}
