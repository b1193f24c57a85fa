//! Charts of an analysis: a sentence, a picture and a table with the same content.
//!
//! A chart holds its data first (content, order and words), and then draws it: a [`Plot`] of marks becomes a
//! [`Picture`]. This module does not depend on Yew.

mod adjusted;
mod all_figures;
mod areas;
mod beyond;
pub(crate) mod bounds;
mod chances;
mod combined;
mod compared;
mod comparison;
mod context;
mod could_be;
mod coverage;
pub(crate) mod doubts;
mod extremes;
mod finding;
mod funnel;
mod gap;
mod gap_row;
mod gap_within;
mod glossary;
mod inks;
pub(crate) mod key;
mod left_out;
mod measures;
mod moves;
pub(crate) mod pair;
mod part;
mod precision;
mod profile;
mod quote;
mod rank_chart;
mod ranked_trusts;
mod scale;
mod scatter;
mod school;
mod search;
pub(crate) mod similar;
mod spine;
mod spread;
mod strip;
mod strip_row;
mod supposed;
mod table;
mod tiles;
mod top_ten;
mod trust;
mod trust_context;
mod verdict;

mod choice;
mod rank_range;
mod robustness;
mod specification;
mod specification_picture;

mod comparison_chart;
mod contribution;
pub(crate) mod trend;
mod trust_list;

mod region;
pub(crate) mod words;

pub(crate) use adjusted::{AdjustedRegion, claim_columns, region_columns, trust_beside_columns, trusts_beside};
pub use adjusted::{
    adjusted_regions_table, adjusted_trusts_table, adjustment_in_words, claim_in_contexts_in_words,
    headline_in_choices, headlines_in_contexts_table, region_adjusted_in_words, region_in_choices_in_words,
    region_in_contexts_in_words, trust_adjusted_in_words, trusts_in_contexts_table,
};
pub use all_figures::all_figures_table;
pub use areas::{areas_table, areas_without_places, authorities_in_words, empty_areas};
pub(crate) use beyond::End;
pub(crate) use bounds::in_short;
pub use bounds::{Bounds, level_in_words};
pub use chances::{
    RankChancesChart, chance_in_words, chances_meaning_in_words, chances_table, top_ten_chance_in_words,
};
pub(crate) use choice::ChosenRule;
pub use choice::choice_in_words;
pub use combined::{
    OWN_CONSTRUCTION, combined_first, combined_in_words, combined_scales_table, combined_table, lacking_table,
};
pub use compared::{compared_context_table, compared_pairs_table};
pub(crate) use compared::{pair_columns, pairs};
pub(crate) use comparison::comparison_columns;
pub use comparison::comparison_table;
pub use comparison_chart::{CompareChart, compare_table};
pub use context::{context_in_words, context_table, types_in_words};
pub use contribution::ContributionChart;
pub use could_be::{could_be_in_all, could_be_sentence, could_be_table, noise_check, top_ten_headline};
pub(crate) use coverage::words::{of_analysis, of_loaded};
pub use coverage::{coverage_in_words, detail_in_words};
pub(crate) use doubts::alike;
pub use doubts::{doubts_in_short, doubts_table};
pub use finding::{Check, Finding, claim_in_words};
pub use funnel::FunnelChart;
pub use gap::GapChart;
pub use gap_within::{gap_within_in_words, gap_within_table};
pub use glossary::{TERMS, Term, terms_in};
pub use key::{KeyItem, Sign};
pub use left_out::{exclusions_table, left_out, reasons, schools_left_out, schools_without_value};
pub use measures::{MeasuresChart, compare_parts_table};
pub use moves::MovesChart;
pub use pair::{family_in_words, pair_in_words, pair_sentence};
pub use part::{ALL_TRUSTS, PartOf, area_id, part_in_words, part_name};
pub use precision::{could_be_in_words, precision_in_words, ranks_in_words, region_precision_in_words};
pub use profile::{measures_table, profile_schools_table, second_gap_in_words};
pub use quote::{
    quote_of_combined, quote_of_compared, quote_of_funnel, quote_of_part, quote_of_regions, quote_of_robustness,
    quote_of_school, quote_of_spread, quote_of_top_ten, quote_of_trend, quote_of_trust,
};
pub use rank_chart::RankChart;
pub use rank_range::RankRangeChart;
pub use ranked_trusts::ranked_trusts;
pub use region::{
    each_rule_table, extremes_in_words, left_out_here, outside_in_words, outside_table, standing_in_words,
};
pub use robustness::{
    NO_JOINT_TEST, claim_robustness_in_words, headlines_robustness_table, trust_robustness_in_words,
    trusts_robustness_table, trusts_untestable_in_words, without_selective_in_words,
};
pub(crate) use robustness::{headline_columns, trust_columns};
pub use scatter::{ScatterChart, parts_known};
pub use school::{
    region_schools_table, school_about_in_words, school_in_words, school_values_table, school_years_table,
};
pub use search::{Found, LeadsTo, Name, Names};
pub use similar::{
    SIMILAR_BY_NUMBERS_ALONE, better_after_name, neighbour_after_name, neighbour_in_words, neighbours_in_words,
    similar_table, similarity_in_words,
};
pub use specification::SpecificationChart;
pub use spine::SpineChart;
pub use spread::{spread_headline, spread_lead, spread_sentences, spread_table};
pub(crate) use strip::RowsOf;
pub use strip::StripChart;
pub use supposed::supposed_in_words;
pub(crate) use table::rounding_in_words;
pub use table::{Caption, Cell, Column, Heading, Record, Table};
pub use tiles::{Direction, Tile, TileMap};
pub use top_ten::{TopTen, TopTenRow, top_of_england};
pub use trend::{TrendChart, trend_breaks, trend_cautions, trend_in_words, trend_source_line, trend_table};
pub(crate) use trend::{is_trust, verdict_in_words};
pub use trust_context::{TrustChancesInWords, TrustContext};
pub use trust_list::{EligibleLine, Intake, LineKind, Schools, Size, SortKey, TrustLine, TrustList, TrustQuery};
pub use verdict::TrustVerdict;

use std::rc::Rc;

use method::Analysis;
use plot::{Picture, Plot, Width};
use records::model::{Basis, DataSet, Origin, SourceFile, credits};
use records::terms::{Figure, Missing};

/// A chart that can be drawn in any width, with a table of the same content.
pub trait Chart {
    /// Its title and its subtitle.
    fn heads(&self) -> [&str; 2];
    /// The finding.
    fn title(&self) -> &str {
        let [title, _] = self.heads();
        title
    }
    /// What is shown, in which unit and under which rule.
    fn subtitle(&self) -> &str {
        let [_, subtitle] = self.heads();
        subtitle
    }
    /// A description for people who cannot see the chart.
    fn description(&self) -> String;
    /// The chart's figures.
    fn table(&self) -> Table;
    /// What its marks and inks mean, for the page and for pictures that leave it.
    fn key(&self) -> Vec<KeyItem> {
        Vec::new()
    }
    /// The chart as a plot of its marks, for a picture of this size.
    fn plot(&self, width: Width) -> Plot;
    /// Draws the chart with a width in pixels.
    fn draw(&self, width: u32) -> Picture {
        let plot = self.plot(Width::new(width));
        plot.draw(self.title(), self.description())
    }
    /// Further details of a mark, by its subject's id: the interval of its figure and its rank among the others. They
    /// are computed on demand; `None` if there are none.
    fn beyond(&self, _id: &str) -> Option<String> {
        None
    }
}

/// A chart that follows from an analysis alone: its row is all that the page on differences and the gallery show it by.
#[derive(Debug, Clone, Copy)]
pub struct AnalysisChart {
    /// Its name in the gallery: the type's name in lower case.
    pub name: &'static str,
    /// The id of its card on the page.
    pub id: &'static str,
    /// The chart of an analysis.
    pub make: fn(&Analysis) -> Rc<dyn Chart>,
}

/// The charts that follow from an analysis alone, in the order in which the page on differences shows them.
pub static ANALYSIS_CHARTS: &[AnalysisChart] = &[AnalysisChart {
    name: "strip-chart",
    id: "trusts-by-region",
    make: |analysis| Rc::new(StripChart::new(analysis)),
}];

/// A trust's figure: a published one with no decimals that its source does not have, a computed one
/// with its unit's.
fn of_trust(figure: Figure, basis: Basis) -> String {
    match basis {
        Basis::Published => figure.as_published(),
        Basis::Computed => figure.plain(),
    }
}

/// Where the figures come from and how they were made, for the foot of every chart.
#[must_use]
pub fn source_line(data: &DataSet, analysis: &Analysis) -> String {
    let rules = &analysis.rules;
    let files = files_in_words(data.origin, &data.files_of(analysis.basis), &data.year_in_words());
    let mut line = words::source_line::source(&files, rules.regional.name());
    if analysis.basis == Basis::Computed {
        let computed = words::source_line::computed(&rules.weight.in_sentence());
        line.push_str(&format!(" {computed}"));
    }
    if let Some(trusts) = analysis.trusts_of_part() {
        let part = coverage::words::not_of_the_country(trusts);
        line.push_str(&format!(" {part}"));
    }
    if let Some(words) = unpublished_in_words(analysis) {
        line.push_str(&format!(" {words}."));
    }
    if analysis.all.without_weight > 0 {
        let left_out = words::source_line::without_weight(analysis.all.without_weight);
        line.push_str(&format!(" {left_out}"));
    }
    if data.origin == Origin::Files {
        add_credits(&mut line, &data.files_of(analysis.basis));
    }
    if let Some(adjustment) = &analysis.adjustment {
        line.push_str(&format!(" {}", adjusted::words::adjusted_for(adjustment)));
    }
    line
}

/// Files as a source: publisher and file where the Department publishes it, otherwise the file's name; with the years
/// of the results.
pub(crate) fn files_in_words(origin: Origin, files: &[&Rc<SourceFile>], years: &str) -> String {
    if origin == Origin::Demonstration {
        return words::source_line::made_up(years);
    }
    let (mut names, mut layouts) = (Vec::new(), Vec::new());
    for file in files {
        match words::source_line::published(&file.layout) {
            Some(_) => layouts.push(&*file.layout),
            None if names.contains(&&*file.name) => {}
            None => names.push(&*file.name),
        }
    }
    words::source_line::files(&names, &layouts, years)
}

/// Adds the credits of published files, and the note on withheld figures.
fn add_credits(line: &mut String, files: &[&Rc<SourceFile>]) {
    for credit in credits(files) {
        line.push_str(&format!(" {credit}."));
    }
    if files.iter().any(|file| file.is_withheld) {
        line.push_str(&format!(" {}", words::source_line::WITHHELD));
    }
}

/// "4 of 216 trusts suppressed", or with several reasons "6 of 216 trusts without a published
/// figure". Returns `None` if every eligible trust has one.
#[must_use]
pub fn unpublished_in_words(analysis: &Analysis) -> Option<String> {
    let mut reasons: Vec<Missing> = analysis.unpublished().map(|(_, reason)| reason).collect();
    let count = reasons.len();
    reasons.dedup();
    let reason = match reasons.as_slice() {
        [] => return None,
        [reason] => Some(reason.reason()),
        _ => None,
    };
    let eligible = analysis.all.eligible;
    Some(words::source_line::unpublished(count, eligible, reason))
}
