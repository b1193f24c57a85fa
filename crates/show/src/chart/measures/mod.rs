//! A few trusts or parts of the country on every measure: a row for each measure, and in it a line for each of them.

mod drawing;
mod lane;
mod table;
mod words;

pub use table::compare_parts_table;

use std::rc::Rc;

use method::{Analysis, COMPARED};
use plot::{Plot, Width};
use records::terms::order::sorted_by_key;
use records::terms::{Focus, Measure};

use super::bounds::level_in_words;
use super::comparison_chart::{compare_table, rows};
use super::key::{KeyItem, Sign, words as key_words};
use super::part::PartOf;
use super::precision::{precision_in_words, region_precision_in_words};
use super::table::Table;
use super::{Chart, inks, of_loaded};
use lane::Lane;

/// The chart as data: those compared, and each measure with their figures.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasuresChart {
    title: String,
    subtitle: String,
    caption: String,
    focus: Focus,
    /// What the line and the tick of each mean.
    meanings: [String; 2],
    /// Those that are drawn, as the key names them, in the order asked for.
    names: Vec<String>,
    measures: Vec<OfMeasure>,
    /// All that were asked for.
    table: Table,
}

/// A measure with a line for each that is drawn.
#[derive(Debug, Clone, PartialEq)]
struct OfMeasure {
    measure: Measure,
    lanes: Vec<Lane>,
}

/// What is compared, where trusts and parts of the country differ.
struct Those<'a> {
    /// What they are called.
    who: &'static str,
    /// All that were asked for, as the key names them.
    names: Vec<String>,
    lanes: &'a dyn Fn(&Analysis) -> Vec<Lane>,
    /// What the intervals are.
    precision: Option<String>,
    meanings: [String; 2],
    table: Table,
}

impl MeasuresChart {
    /// The chart of the trusts of these numbers in every measure given, all for the same pupils. More than six are in
    /// its table alone. A trust that is not eligible under the rules in force is left out.
    #[must_use]
    pub fn new(of: &[Analysis], uids: &[Rc<str>]) -> Self {
        let lanes = |analysis: &Analysis| {
            let rows = rows(analysis, uids).into_iter();
            rows.map(|row| Lane::of_trust(analysis, &row)).collect()
        };
        let first = of.first().map_or_else(Vec::new, |first| rows(first, uids));
        let those = Those {
            who: words::TRUSTS,
            names: first
                .iter()
                .map(|row| words::in_region(&row.name_and_region()))
                .collect(),
            lanes: &lanes,
            precision: of.first().map(precision_in_words),
            meanings: [key_words::interval(&level_of(of)), key_words::OF_ITS_REGION.to_owned()],
            table: compare_table(of, uids),
        };
        Self::of_those(of, those)
    }

    /// The same of parts of the country. One without an eligible trust is left out.
    #[must_use]
    pub fn of_parts(of: &[Analysis], parts: &[PartOf]) -> Self {
        let lanes = |analysis: &Analysis| {
            let lanes = parts.iter().filter_map(|part| Lane::of_part(analysis, part));
            lanes.collect::<Vec<Lane>>()
        };
        let those = Those {
            who: words::kind_of(parts),
            names: of
                .first()
                .map_or_else(Vec::new, &lanes)
                .into_iter()
                .map(|lane| lane.name)
                .collect(),
            lanes: &lanes,
            precision: of.first().and_then(region_precision_in_words),
            meanings: [key_words::sampled(&level_of(of)), key_words::OF_ENGLAND.to_owned()],
            table: compare_parts_table(of, parts),
        };
        Self::of_those(of, those)
    }

    fn of_those(of: &[Analysis], those: Those<'_>) -> Self {
        let Those {
            who,
            mut names,
            lanes,
            precision,
            meanings,
            table,
        } = those;
        let all = names.len();
        names.truncate(COMPARED.1);
        let measures = of.iter().map(|analysis| OfMeasure {
            measure: analysis.rules.measure,
            lanes: lanes(analysis).into_iter().take(names.len()).collect(),
        });
        let measures: Vec<OfMeasure> = in_units(measures.collect());
        let focus = of.first().map_or(Focus::All, |first| first.rules.focus);
        let of_part = of.first().and_then(Analysis::trusts_of_part);
        let subtitle = of_loaded(of_part, words::subtitle(focus, who, (names.len(), all)));
        Self {
            title: of_loaded(of_part, title(focus, who, &measures)),
            caption: format!("{subtitle} {}", precision.unwrap_or_default()),
            subtitle,
            focus,
            meanings,
            names,
            measures,
            table,
        }
    }
}

/// The level of their intervals, in words.
fn level_of(of: &[Analysis]) -> String {
    of.first()
        .map_or_else(String::new, |first| level_in_words(first.level()))
}

/// Measures of one unit next to each other, each unit where its first measure was.
fn in_units(measures: Vec<OfMeasure>) -> Vec<OfMeasure> {
    let units: Vec<_> = measures.iter().map(|of| of.measure.unit()).collect();
    sorted_by_key(measures, |of| {
        let first = units.iter().position(|unit| *unit == of.measure.unit());
        first.unwrap_or_default() as i64
    })
}

/// Who is first of them, alone or not, on how many of the measures that at least two of them have.
fn title(focus: Focus, who: &str, measures: &[OfMeasure]) -> String {
    let (mut firsts, mut counted): (Vec<(&str, usize)>, usize) = (Vec::new(), 0);
    for OfMeasure { lanes, .. } in measures {
        let known = lanes.iter().filter_map(|lane| Some((&*lane.name, lane.steps?)));
        let known: Vec<(&str, i64)> = known.collect();
        let best = known.iter().map(|(_, steps)| *steps).max();
        if known.len() < 2 {
            continue;
        }
        counted += 1;
        for (name, _) in known.iter().filter(|(_, steps)| Some(*steps) == best) {
            match firsts.iter_mut().find(|(of, _)| of == name) {
                Some((_, count)) => *count += 1,
                None => firsts.push((name, 1)),
            }
        }
    }
    let firsts = sorted_by_key(firsts, |(_, count)| -(*count as i64));
    words::title(focus, who, &firsts, counted)
}

impl Chart for MeasuresChart {
    fn heads(&self) -> [&str; 2] {
        [&self.title, &self.subtitle]
    }

    fn description(&self) -> String {
        let rows = self.measures.iter().flat_map(|of| {
            let lanes = of.lanes.iter();
            lanes.map(|lane| words::of_measure(of.measure, &lane.words))
        });
        let rows: Vec<String> = rows.collect();
        format!("{} {}.", self.caption, rows.join(". "))
    }

    fn table(&self) -> Table {
        self.table.clone()
    }

    fn key(&self) -> Vec<KeyItem> {
        let those = self.names.iter().enumerate().map(|(index, name)| {
            let sign = Sign::Dot(4.5);
            KeyItem::new(sign, drawing::ink(index), words::numbered(index + 1, name))
        });
        let [line, tick] = &self.meanings;
        let mut key: Vec<KeyItem> = those.collect();
        key.push(KeyItem::new(Sign::Line(2.0), inks::SOLID, line.clone()));
        key.push(KeyItem::new(Sign::Tick(2.0), inks::MEAN, tick.clone()));
        key
    }

    fn plot(&self, width: Width) -> Plot {
        drawing::plot(self, width)
    }
}
