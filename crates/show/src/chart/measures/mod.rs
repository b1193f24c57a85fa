//! A few trusts on every measure: a row for each measure, and in it a line for each trust.

mod drawing;
mod words;

use std::rc::Rc;

use method::{Analysis, COMPARED};
use plot::{Plot, Width};
use records::terms::order::sorted_by_key;
use records::terms::{Focus, Measure};

use super::bounds::level_in_words;
use super::comparison_chart::{Row, compare_table, rows};
use super::key::{KeyItem, Sign, words as key_words};
use super::precision::precision_in_words;
use super::table::Table;
use super::{Chart, inks, of_loaded};

/// The chart as data: the trusts, and each measure with their figures.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasuresChart {
    title: String,
    subtitle: String,
    caption: String,
    focus: Focus,
    /// The level of the intervals, in words.
    level: String,
    /// The trusts that are drawn, by name and lead region, in the order asked for.
    trusts: Vec<[String; 2]>,
    measures: Vec<OfMeasure>,
    /// Every trust asked for.
    table: Table,
}

/// A measure with a row for each trust that is drawn.
#[derive(Debug, Clone, PartialEq)]
struct OfMeasure {
    measure: Measure,
    rows: Vec<Row>,
}

impl MeasuresChart {
    /// The chart of the trusts of these numbers in every measure given, all for the same pupils. More than six are in
    /// its table alone. A trust that is not eligible under the rules in force is left out.
    #[must_use]
    pub fn new(of: &[Analysis], uids: &[Rc<str>]) -> Self {
        let table = compare_table(of, uids);
        let all = of.first().map_or_else(Vec::new, |first| rows(first, uids));
        let drawn = all.len().min(COMPARED.1);
        let trusts = all.iter().take(drawn).map(Row::name_and_region).collect();
        let measures = of.iter().map(|analysis| OfMeasure {
            measure: analysis.rules.measure,
            rows: rows(analysis, uids).into_iter().take(drawn).collect(),
        });
        let measures: Vec<OfMeasure> = in_units(measures.collect());
        let focus = of.first().map_or(Focus::All, |first| first.rules.focus);
        let level = of
            .first()
            .map_or_else(String::new, |first| level_in_words(first.level()));
        let subtitle = words::subtitle(focus, (drawn, all.len()));
        let precision = of.first().map_or_else(String::new, precision_in_words);
        let of_part = of.first().and_then(Analysis::trusts_of_part);
        let subtitle = of_loaded(of_part, subtitle);
        Self {
            title: of_loaded(of_part, title(focus, &measures)),
            caption: format!("{subtitle} {precision}"),
            subtitle,
            focus,
            level,
            trusts,
            measures,
            table,
        }
    }
}

/// Measures of one unit next to each other, each unit where its first measure was.
fn in_units(measures: Vec<OfMeasure>) -> Vec<OfMeasure> {
    let units: Vec<_> = measures.iter().map(|of| of.measure.unit()).collect();
    sorted_by_key(measures, |of| {
        let first = units.iter().position(|unit| *unit == of.measure.unit());
        first.unwrap_or_default() as i64
    })
}

/// Who is first of these trusts, alone or not, on how many of the measures that at least two of them have.
fn title(focus: Focus, measures: &[OfMeasure]) -> String {
    let (mut firsts, mut counted): (Vec<(&str, usize)>, usize) = (Vec::new(), 0);
    for OfMeasure { rows, .. } in measures {
        let known: Vec<(&str, i64)> = rows.iter().filter_map(Row::name_and_steps).collect();
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
    words::title(focus, &firsts, counted)
}

impl Chart for MeasuresChart {
    fn heads(&self) -> [&str; 2] {
        [&self.title, &self.subtitle]
    }

    fn description(&self) -> String {
        let rows = self.measures.iter().flat_map(|of| {
            let rows = of.rows.iter();
            rows.map(|row| words::of_measure(of.measure, &row.words()))
        });
        let rows: Vec<String> = rows.collect();
        format!("{} {}.", self.caption, rows.join(". "))
    }

    fn table(&self) -> Table {
        self.table.clone()
    }

    fn key(&self) -> Vec<KeyItem> {
        let trusts = self.trusts.iter().enumerate().map(|(index, trust)| {
            let sign = Sign::Dot(4.5);
            KeyItem::new(sign, drawing::ink(index), words::trust(index + 1, trust))
        });
        let mut key: Vec<KeyItem> = trusts.collect();
        key.push(KeyItem::new(
            Sign::Line(2.0),
            inks::SOLID,
            key_words::interval(&self.level),
        ));
        key.push(KeyItem::new(Sign::Tick(2.0), inks::MEAN, key_words::OF_ITS_REGION));
        key
    }

    fn plot(&self, width: Width) -> Plot {
        drawing::plot(self, width)
    }
}
