//! The charts of ranks, and everything with an interval: pictures, tables and words as snapshots.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop"
)]

use std::rc::Rc;

use crate::support::pictures::assert_inside;
use crate::support::{demonstration_of_trusts, trusts_2022_23};
use trust_gap::chart::{
    Cell, Chart, GapChart, RankChart, StripChart, Table, TopTen, could_be_in_all, could_be_in_words, could_be_table,
    noise_check, pair_in_words, precision_in_words, ranks_in_words, region_precision_in_words,
};
use trust_gap::method::{
    Analysis, Family, FamilyRanks, IntervalChoices, Measured, RankKind, Ranking, Rules, Scope, regional_ranks, shrunken,
};
use trust_gap::model::DataSet;
use trust_gap::stats::Level;
use trust_gap::terms::{Focus, Measure, Region};

/// An analysis with its precisions.
struct Doubted {
    measured: Rc<Measured>,
    analysis: Analysis,
    interval_choices: IntervalChoices,
}

impl Doubted {
    fn new(data: &DataSet, rules: &Rules, interval_choices: IntervalChoices) -> Self {
        let measured = Measured::after(None, data, rules).unwrap();
        let analysis = measured
            .analysis(rules.focus, rules.regional, &[], &interval_choices)
            .unwrap();
        Self {
            measured,
            analysis,
            interval_choices,
        }
    }

    fn regional(&self) -> Vec<(Family, FamilyRanks)> {
        regional_ranks(&self.analysis)
    }

    /// The ranks of a region's trusts, or all.
    fn ranked(&self, region: Option<Region>) -> (Family, FamilyRanks) {
        let family = Family::of(&self.analysis, region.map_or(Scope::All, Scope::Region));
        let (level, kind) = (self.interval_choices.level, self.interval_choices.kind);
        let mut ranking = Ranking::new(vec![family.estimates()], level, kind);
        while ranking.advance().is_some() {}
        (family, ranking.finish().remove(0))
    }

    fn chart(&self, region: Option<Region>, is_shrunken: bool) -> RankChart {
        let (family, ranks) = self.ranked(region);
        let shrunken = is_shrunken
            .then(|| shrunken(&self.analysis, region.map_or(Scope::All, Scope::Region)))
            .flatten();
        RankChart::new(
            &self.analysis,
            &self.interval_choices,
            &family,
            &ranks,
            shrunken.as_ref(),
        )
    }
}

fn lines(table: &Table) -> String {
    let columns: Vec<&str> = table.columns.iter().map(|column| &*column.name).collect();
    let mut lines = vec![table.caption.to_string(), columns.join(" | ")];
    for row in &table.rows {
        assert_eq!(row.len(), columns.len());
        let cells: Vec<String> = row.iter().map(Cell::text).collect();
        lines.push(format!("  {}", cells.join(" | ")));
    }
    lines.join("\n")
}

#[test]
fn the_tables_with_intervals_of_the_demonstration_are_as_they_were() {
    let data = demonstration_of_trusts();
    let of = Doubted::new(&data, &Rules::default(), IntervalChoices::default());
    let ranks = of.regional();
    let gap = GapChart::new(&of.analysis).with_intervals(&of.measured, &of.analysis, &of.interval_choices);
    let strip = StripChart::new(&of.analysis).table();
    let strip = Table {
        rows: strip.rows.into_iter().take(12).collect(),
        ..strip
    };
    let list = TopTen::all(&of.analysis, Some(&ranks)).remove(1);
    let tables = [
        lines(&gap.table()),
        lines(&strip),
        list.summary.clone(),
        lines(&list.table()),
        lines(&could_be_table(&of.analysis, &ranks)),
        lines(&of.chart(Some(Region::SouthWest), true).table()),
    ];
    insta::assert_snapshot!("tables-with-intervals", tables.join("\n\n"));
}

#[test]
fn the_words_of_doubt_of_the_demonstration_are_as_they_were() {
    let data = demonstration_of_trusts();
    let mut words = String::new();
    for measure in [
        Measure::Grade5EnglishMaths,
        Measure::Attainment8,
        Measure::Progress8,
        Measure::EbaccAps,
    ] {
        for (focus, kind, level) in [
            (Focus::Disadvantaged, RankKind::Marginal, Level::P95),
            (Focus::Gap, RankKind::Simultaneous, Level::P90),
        ] {
            let rules = Rules {
                measure,
                focus,
                ..Rules::default()
            };
            let interval_choices = IntervalChoices {
                level,
                kind,
                ..IntervalChoices::default()
            };
            let of = Doubted::new(&data, &rules, interval_choices);
            let ranks = of.regional();
            let (family, found) = of.ranked(Some(Region::SouthWest));
            let critical = found.critical.unwrap_or(3.0);
            let (first, last) = (family.indices().next(), family.indices().last());
            let chart = of.chart(None, false);
            let lines = [
                format!("{} {} {}", measure.key(), focus.key(), kind.key()),
                precision_in_words(&of.analysis),
                region_precision_in_words(&of.analysis).unwrap(),
                ranks_in_words(&interval_choices),
                could_be_in_words(&interval_choices),
                noise_check(&of.analysis, &ranks).unwrap().text,
                could_be_in_all(&ranks).unwrap(),
                pair_in_words(&of.analysis, &family, critical, first.unwrap(), last.unwrap()).unwrap(),
                chart.title().to_owned(),
                chart.description(),
            ];
            words.push_str(&format!("{}\n", lines.join("\n  ")));
        }
    }
    insta::assert_snapshot!("words-of-doubt", words);
}

#[test]
fn every_mark_of_the_real_ranks_lies_within_its_picture() {
    let Some(data) = trusts_2022_23() else { return };
    for measure in [Measure::Grade5EnglishMaths, Measure::Progress8] {
        for focus in [Focus::Disadvantaged, Focus::Gap] {
            let rules = Rules {
                measure,
                focus,
                ..Rules::default()
            };
            let of = Doubted::new(&data, &rules, IntervalChoices::default());
            for region in [None, Some(Region::London), Some(Region::SouthWest)] {
                let chart = of.chart(region, region.is_some());
                for width in [288, 330, 559, 560, 760, 1100] {
                    assert_inside(&chart.draw(width), of.analysis.rules.measure.key());
                }
            }
        }
    }
}
