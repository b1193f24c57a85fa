//! A region's top ten: everyone whose rank is at most 10.

use std::rc::Rc;

use crate::method::{Analysis, Rank, RegionFigures, TrustFigures};
use crate::model::Basis;
use crate::terms::counted;
use crate::terms::{Figure, Focus, Region, Value, readable_name};

use super::gap::unit_name;
use super::table::{Cell, Column, Table};

/// One region's list.
#[derive(Debug, Clone, PartialEq)]
pub struct TopTen {
    /// The region.
    pub region: Region,
    /// "11 of 19 trusts rank tenth or better".
    pub summary: String,
    /// The head of the figures' column.
    pub figure_column: String,
    /// Whose arithmetic the figures are.
    pub basis: Basis,
    /// The trusts, the best first.
    pub rows: Vec<TopTenRow>,
}

/// A trust in the list.
#[derive(Debug, Clone, PartialEq)]
pub struct TopTenRow {
    /// The Department's number.
    pub uid: Rc<str>,
    /// The rank in its region; ties share one.
    pub rank: Rank,
    /// The name as people read it.
    pub name: String,
    /// The figure.
    pub figure: Figure,
}

impl TopTenRow {
    fn new(trust: &TrustFigures) -> Option<Self> {
        Some(Self {
            uid: Rc::clone(&trust.uid),
            rank: trust.regional_rank()?,
            name: readable_name(&trust.name),
            figure: trust.figure()?,
        })
    }
}

impl TopTen {
    /// Every region's list: the best and the last region first, then the others from best to last.
    #[must_use]
    pub fn all(analysis: &Analysis) -> Vec<Self> {
        let mut regions = analysis.regions_in_order();
        // The last one that has a figure comes second.
        let with_figure = analysis.regions_best_first().len();
        if with_figure > 2 {
            let last = regions.remove(with_figure - 1);
            regions.insert(1, last);
        }
        regions
            .into_iter()
            .map(|region| Self::new(analysis, region))
            .collect()
    }

    fn new(analysis: &Analysis, figures: &RegionFigures) -> Self {
        let rows: Vec<TopTenRow> = analysis
            .top_ten(figures.region)
            .filter_map(TopTenRow::new)
            .collect();
        Self {
            region: figures.region,
            summary: format!(
                "{} of {} {} tenth or better",
                rows.len(),
                counted(figures.area.published, "trust"),
                if rows.len() == 1 { "ranks" } else { "rank" }
            ),
            figure_column: figure_column(analysis),
            basis: analysis.basis,
            rows,
        }
    }

    /// The list as a table.
    #[must_use]
    pub fn table(&self) -> Table {
        Table {
            caption: format!("{}: top ten", self.region.name()),
            columns: vec![
                Column::numbers("Rank"),
                Column::words("Trust"),
                Column::numbers(&self.figure_column),
            ],
            rows: self
                .rows
                .iter()
                .map(|row| {
                    vec![
                        Cell::Count(row.rank.place() as usize),
                        Cell::Words(row.name.clone()),
                        Cell::of_trust(Value::Published(row.figure), self.basis),
                    ]
                })
                .collect(),
        }
    }
}

/// England's best: everyone whose rank among all eligible trusts is at most 10.
#[must_use]
pub fn top_of_england(analysis: &Analysis) -> Table {
    let best = analysis
        .trusts
        .iter()
        .filter_map(|trust| Some((trust, trust.rank()?, trust.figure()?)))
        .filter(|(_, rank, _)| rank.is_top_ten());
    Table {
        caption: "England: top ten".to_owned(),
        columns: vec![
            Column::words("Trust"),
            Column::words("Lead region"),
            Column::numbers("Rank"),
            Column::numbers(&figure_column(analysis)),
        ],
        rows: best
            .map(|(trust, rank, figure)| {
                vec![
                    Cell::Words(readable_name(&trust.name)),
                    Cell::Words(trust.region.name().to_owned()),
                    Cell::Count(rank.place() as usize),
                    Cell::of_trust(Value::Published(figure), analysis.basis),
                ]
            })
            .collect(),
    }
}

/// The head of the figures' column.
pub(super) fn figure_column(analysis: &Analysis) -> String {
    let rules = analysis.rules;
    match rules.focus {
        Focus::Gap => format!("Gap, {}", rules.measure.unit().difference_word()),
        _ => format!(
            "{}, {}",
            rules.measure.short_name(),
            unit_name(rules.measure.unit())
        ),
    }
}
