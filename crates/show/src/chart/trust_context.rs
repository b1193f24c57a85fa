//! A trust beside trusts with such an intake, and the chances of its ranks: what its page and its report say of both.

use method::{AdjustParts, Analysis, FamilyChances, FiguresTowards, Precision, Scope, TrustFigures};
use records::terms::Figure;

use crate::chart::adjusted::words;

use super::adjusted::{adjustment_in_words, trust_adjusted_in_words};
use super::bounds::{interval_columns, level_in_words};
use super::chances::{chances_meaning_in_words, top_ten_chance_in_words};
use super::finding::with_unit;
use super::table::{Cell, Column, Table};
use super::top_ten::figure_column;
use super::trust::unit_of;
use super::{RankChancesChart, of_analysis};

/// What a trust has beside trusts with such an intake.
///
/// ```
/// use method::{AdjustParts, IntervalChoices, Measured, Rules};
/// use read::layout::read_file;
/// use records::model::Library;
/// use show::chart::TrustContext;
/// let mut csv = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TPUP_MATPTINC,PFSM6CLA1A_MATPTINC,\
///                PTL2BASICS_95_WGTAVG_FSM6CLA1A\n".to_owned();
/// for uid in 0..24 {
///     let region = if uid % 2 > 0 { "London" } else { "South West" };
///     csv.push_str(&format!("{uid},TRUST {uid},{region},400,{}%,{}%\n", 10 + uid, 40 - uid + uid % 3));
/// }
/// let mut library = Library::default();
/// library.add(read_file("mats_2022-23.csv", csv.as_bytes()).unwrap());
/// let (rules, choices) = (Rules::default(), IntervalChoices::default());
/// let measured = Measured::after(None, &library.newest().unwrap(), &rules).unwrap();
/// let analysis = |of: &Measured| of.analysis(rules.focus, rules.regional, &[], &choices).unwrap();
/// let before = analysis(&measured);
/// let adjusted = measured.adjusted_as_chosen(rules.focus, AdjustParts::NONE, &choices).unwrap();
/// let context = TrustContext::new(&before, &analysis(&adjusted), AdjustParts::NONE, &before.trusts[0].uid).unwrap();
/// assert!(context.sentences[0].starts_with("Trusts with such an intake have 40.8% on average. Trust 0 has 40%"));
/// assert_eq!(context.table.rows.len(), 4);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct TrustContext {
    /// What it has beside such trusts, and its ranks.
    pub sentences: Vec<String>,
    /// What is adjusted for, and what that cannot do.
    pub notes: Vec<String>,
    /// The same figures as a table.
    pub table: Table,
}

/// A row of the table.
struct Row {
    what: &'static str,
    figure: Cell,
    precision: Option<Precision>,
    rank: Option<u32>,
    rank_in_region: Option<u32>,
}

impl TrustContext {
    /// The trust with this number, in an analysis as it is and adjusted, for the parts that the user chose if any.
    /// `None` if its figure is not adjusted.
    #[must_use]
    pub fn new(before: &Analysis, adjusted: &Analysis, chosen: AdjustParts, uid: &str) -> Option<Self> {
        let of = |analysis: &'_ Analysis| -> Option<TrustFigures> {
            analysis.trusts.iter().find(|trust| &*trust.uid == uid).cloned()
        };
        let (own, now) = (of(before)?, of(adjusted)?);
        let adjustment = adjusted.adjustment.as_deref()?;
        let beside = adjustment.of(&now)?;
        let rules = &adjusted.rules;
        let mut sentences = vec![trust_adjusted_in_words(adjusted, &now)?];
        sentences.extend(own.rank().zip(now.rank()).map(|(one, two)| {
            let has = with_unit(beside.adjusted, rules.focus);
            words::trust_ranks([(one, before.all.published), (two, adjusted.all.published)], &has)
        }));
        let mut notes = adjustment_in_words(adjusted);
        let unit = rules.measure.unit();
        let end = move |end: fn(Precision) -> f64| {
            move |row: &Row| {
                let figure = row.precision.and_then(|of| Figure::new(end(of), unit));
                figure.map_or_else(Cell::none, Cell::Figure)
            }
        };
        let [low, high] = interval_columns(
            adjusted.level(),
            unit_of(unit, rules.focus),
            end(|of| of.interval.low()),
            end(|of| of.interval.high()),
        );
        // Only the last of its rows is adjusted.
        let columns = [
            Column::words(words::WHAT, |row: &Row| Cell::words(row.what)),
            Column::numbers(&figure_column(before), |row: &Row| row.figure.clone()),
            low,
            high,
            Column::numbers(words::RANK_IN_ENGLAND, |row: &Row| Cell::rank(row.rank)),
            Column::numbers(words::OWN_RANK_IN_REGION, |row: &Row| Cell::rank(row.rank_in_region)),
        ];
        let ranks = |trust: &TrustFigures| [trust.rank(), trust.regional_rank()].map(|rank| Some(rank?.number()));
        let row = |what, figure, precision, [rank, rank_in_region]: [Option<u32>; 2]| Row {
            what,
            figure,
            precision,
            rank,
            rank_in_region,
        };
        let rows = [
            row(
                words::BEFORE,
                Cell::of_trust(own.value(), before.basis),
                own.precision,
                ranks(&own),
            ),
            row(words::EXPECTED, Cell::Figure(beside.expected), None, [None; 2]),
            row(
                words::DIFFERENCE,
                Cell::Figure(beside.difference),
                beside.precision,
                [None; 2],
            ),
            row(
                words::ADJUSTED,
                Cell::Figure(beside.adjusted),
                now.precision,
                ranks(&now),
            ),
        ];
        let caption = words::beside_trusts(&own.readable_name, &level_in_words(adjusted.level()));
        if chosen.is_empty() {
            notes.insert(1.min(notes.len()), words::ALL_PARTS.to_owned());
        }
        Some(Self {
            sentences: sentences.into_iter().map(|of| of_analysis(adjusted, of)).collect(),
            notes,
            table: Table::new(caption, &columns, rows),
        })
    }
}

/// The chances of a trust's ranks: sentences for its page and its report, and the chart of the region, or of England
/// where the region is not known.
#[derive(Debug, Clone, PartialEq)]
pub struct TrustChancesInWords {
    /// One for the region and one for England.
    pub sentences: Vec<String>,
    /// What chances rest on, or why there are none.
    pub meaning: String,
    /// The picture; `None` if there are no chances.
    pub chart: Option<RankChancesChart>,
}

impl TrustChancesInWords {
    /// The chances of the trust with this number; `None` if no line can be drawn through figures at all.
    #[must_use]
    pub fn new(analysis: &Analysis, uid: &str) -> Option<Self> {
        let towards = FiguresTowards::mean(analysis)?;
        let index = analysis.trusts.iter().position(|trust| &*trust.uid == uid)?;
        let trust = analysis.trusts.get(index)?;
        let mut said = Self {
            sentences: Vec::new(),
            meaning: chances_meaning_in_words(&towards),
            chart: None,
        };
        let scopes = trust.region.map(Scope::Region).into_iter().chain([Scope::All]);
        for scope in scopes {
            let Some(family) = FamilyChances::new(analysis, &towards, scope) else {
                continue;
            };
            let Some(brief) = family.of(index) else { continue };
            let words = top_ten_chance_in_words(&trust.readable_name, &family.of, brief);
            said.sentences.push(of_analysis(analysis, format!("{words}.")));
            if said.chart.is_none() {
                said.chart = RankChancesChart::new(analysis, &towards, &family, index);
                let more = said.chart.iter().flat_map(RankChancesChart::sentences);
                let more: Vec<String> = more.map(|words| of_analysis(analysis, format!("{words}."))).collect();
                said.sentences.extend(more);
            }
        }
        Some(said)
    }
}
