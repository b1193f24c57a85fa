//! The top ten of a region: everyone whose rank is at most 10.

mod words;

use std::rc::Rc;

use method::{Analysis, Family, FamilyOf, FamilyRanks, Rank, RegionFigures, Scope, TrustFigures};
use records::model::Basis;
use records::terms::{Figure, Focus, Region, Value, full_name};
use stats::Level as Confidence;

use crate::chart::words::heads;

use super::adjusted::{adjusted_for, head_of_figures};
use super::bounds::{Bounds, bound_columns};
use super::gap::unit_name;
use super::table::{self, Cell, Table, rounding_in_words};
use super::trust::{Trust, TrustColumn, figure_columns, unit_of};
use super::{of_analysis, of_trust};

/// The list of a region.
#[derive(Debug, Clone, PartialEq)]
pub struct TopTen {
    /// Whose list it is.
    pub region: Region,
    /// With ranks at hand how many could be in it, "27 of 28 trusts could be in its top ten"; otherwise how many are.
    pub in_short: String,
    /// "11 of 19 trusts rank tenth or better"; with ranks at hand "11 of 19 rank tenth or better; 15 could". And that
    /// figures are rounded, where two are shown alike and rank differently.
    pub summary: String,
    /// The head of the figures' column.
    pub figure_column: String,
    /// Whose arithmetic the figures are.
    pub basis: Basis,
    /// The level of the intervals.
    pub level: Confidence,
    /// The trusts, the best first.
    pub rows: Vec<TopTenRow>,
    /// What the figures are counted in.
    unit: &'static str,
    caption: String,
    /// What the figures are adjusted for, if they are.
    adjusted_for: Option<String>,
}

/// A trust in the list.
#[derive(Debug, Clone, PartialEq)]
pub struct TopTenRow {
    /// The Department's number.
    pub uid: Rc<str>,
    /// The rank in the list; ties share one.
    pub rank: Rank,
    /// The name as people read it, whole.
    pub name: String,
    /// The figure.
    pub figure: Figure,
    /// Its interval.
    pub bounds: Option<Bounds>,
}

impl TopTenRow {
    fn new(trust: &TrustFigures, rank: Rank, basis: Basis) -> Option<Self> {
        let figure = trust.figure()?;
        Some(Self {
            uid: Rc::clone(&trust.uid),
            rank,
            name: full_name(&trust.name),
            figure,
            bounds: Bounds::new(Some(figure), basis, trust.precision),
        })
    }
}

impl TopTen {
    /// Every region's list: the best and the last region first, then the others from best to last. With the regions'
    /// ranks it is said how many could be in the list.
    #[must_use]
    pub fn all(analysis: &Analysis, ranks: Option<&[(Family, FamilyRanks)]>) -> Vec<Self> {
        let mut regions = analysis.regions_in_order();
        // The last one that has a figure comes second.
        let with_figure = analysis.regions_best_first().len();
        if with_figure > 2 {
            let last = regions.remove(with_figure - 1);
            regions.insert(1, last);
        }
        let of = |region: &RegionFigures| {
            let mut ranks = ranks.unwrap_or_default().iter();
            let ranks = ranks.find(|(family, _)| family.of == FamilyOf::Region(region.region));
            Self::new(analysis, region, ranks.map(|(family, ranks)| (family, ranks)))
        };
        regions.into_iter().map(of).collect()
    }

    fn new(analysis: &Analysis, of: &RegionFigures, ranks: Option<(&Family, &FamilyRanks)>) -> Self {
        let (region, published) = (of.region, of.area.published);
        let rows: Vec<TopTenRow> = analysis
            .ranked_in(Scope::Region(region))
            .filter_map(|(_, trust, rank)| {
                let rank = rank.filter(|rank| rank.is_top_ten())?;
                TopTenRow::new(trust, rank, analysis.basis)
            })
            .collect();
        let shown = rows.iter();
        let shown = shown.map(|row| (of_trust(row.figure, analysis.basis), row.rank));
        let mut summary = summary(rows.len(), published, ranks);
        let in_short = could_be(ranks).map(|count| words::could_be(count, published));
        let in_short = in_short.unwrap_or_else(|| summary.clone());
        if let Some(rounded) = rounding_in_words(shown) {
            summary = format!("{summary}. {rounded}");
        }
        Self {
            caption: of_analysis(analysis, words::caption(region.name())),
            region,
            in_short: of_analysis(analysis, in_short),
            summary: of_analysis(analysis, summary),
            figure_column: figure_column(analysis),
            basis: analysis.basis,
            level: analysis.level(),
            adjusted_for: adjusted_for(analysis),
            rows,
            unit: unit_of(analysis.rules.measure.unit(), analysis.rules.focus),
        }
    }

    /// A row's figure as it is shown.
    #[must_use]
    pub fn figure_of(&self, row: &TopTenRow) -> String {
        of_trust(row.figure, self.basis)
    }

    /// The list as a table.
    #[must_use]
    pub fn table(&self) -> Table {
        type Column<'a> = table::Column<'a, TopTenRow>;
        let mut columns = vec![
            Column::numbers(heads::RANK, |row| Cell::Count(row.rank.number() as usize)),
            Column::words(heads::TRUST, |row| Cell::words(&*row.name)),
            Column::numbers(&self.figure_column, |row| {
                Cell::of_trust(Value::Published(row.figure), self.basis)
            }),
        ];
        let bounds = |row: &TopTenRow| row.bounds;
        columns.extend(bound_columns(self.level, self.unit, bounds));
        let table = Table::new(&*self.caption, &columns, &self.rows).adjusted_for(self.adjusted_for.clone());
        table.with_rounding(&self.figure_column, heads::RANK)
    }
}

/// How many trusts of a part of the country are in their list, and how many could be where that is known.
pub(super) fn summary(in_list: usize, published: usize, ranks: Option<(&Family, &FamilyRanks)>) -> String {
    words::summary(in_list, published, could_be(ranks))
}

/// How many trusts of a family could be in its top ten, unless some are left out for want of an interval.
fn could_be(ranks: Option<(&Family, &FamilyRanks)>) -> Option<usize> {
    let ranks = ranks.filter(|(family, _)| family.without_interval() == 0);
    ranks.map(|(_, ranks)| ranks.could_be_top_ten())
}

/// England's best: everyone whose rank among all eligible trusts is at most 10.
#[must_use]
pub fn top_of_england(analysis: &Analysis) -> Table {
    let mut best = Vec::new();
    for trust in &analysis.trusts {
        if trust.rank().is_some_and(Rank::is_top_ten) {
            best.push(Trust::new(analysis, trust));
        }
    }
    let figure_column = figure_column(analysis);
    let unit = unit_of(analysis.rules.measure.unit(), analysis.rules.focus);
    let mut columns = vec![
        TrustColumn::NAME.of(Trust::itself),
        TrustColumn::REGION.of(Trust::itself),
        TrustColumn::RANK.headed(heads::RANK, Trust::itself),
    ];
    columns.extend(figure_columns(&figure_column, unit, analysis.level(), Trust::itself));
    let caption = of_analysis(analysis, words::ENGLAND);
    Table::new(caption, &columns, best).with_rounding(&figure_column, heads::RANK)
}

/// The head of the figures' column.
pub(super) fn figure_column(analysis: &Analysis) -> String {
    let rules = analysis.rules;
    let head = match rules.focus {
        Focus::Gap => words::gap(rules.measure.unit().difference_word()),
        _ => format!("{}, {}", rules.measure.short_name(), unit_name(rules.measure.unit())),
    };
    head_of_figures(head, analysis.adjustment.is_some())
}
