//! Figures adjusted for context beside those as they are, in words and tables.

pub(super) mod words;

use method::words::adjusted::parts_in_sentence;
use method::{
    AdjustPart, AdjustParts, AdjustedTrust, Adjustment, Analysis, Claim, ClaimInContexts, ContextRobustness, Precision,
    RegionFigures, RegionRank, Robustness, Rules, TrustFigures, region_ranks,
};
use records::terms::{Figure, Region};

use crate::chart::robustness::words as robustness;
use crate::chart::trust::words::adjusted_head;
use crate::chart::words::heads;

use super::bounds::level_in_words;
use super::finding::{Check, claim_in_words, with_unit};
use super::of_analysis;
use super::robustness::{by_top_ten, trust_columns};
use super::table::{Cell, Column, Table};
use super::trust::{focus_in_sentence, unit_of};

/// A region as it is and adjusted for context, with the ranks that it could have.
pub(crate) struct AdjustedRegion<'a> {
    pub(super) before: Option<&'a RegionFigures>,
    pub(super) adjusted: &'a RegionFigures,
    pub(super) rank_before: Option<usize>,
    pub(super) rank: Option<RegionRank>,
}

impl<'a> AdjustedRegion<'a> {
    /// Every region of an adjusted analysis, the best first.
    pub(crate) fn all(before: &'a Analysis, adjusted: &'a Analysis) -> Vec<Self> {
        let ranks = region_ranks(adjusted);
        let ranks_before = region_ranks(before);
        let regions = adjusted.regions_in_order().into_iter();
        let of = |region: &'a RegionFigures| {
            let same = |of: &Region| *of == region.region;
            Self {
                before: before.regions.iter().find(|other| same(&other.region)),
                rank_before: (ranks_before.iter().find(|(of, _)| same(of))).map(|(_, rank)| rank.rank as usize),
                rank: ranks.iter().find(|(of, _)| same(of)).map(|(_, rank)| *rank),
                adjusted: region,
            }
        };
        regions.map(of).collect()
    }
}

fn end(precision: Option<Precision>, of: fn(Precision) -> f64, adjusted: &RegionFigures) -> Cell {
    let unit = adjusted.area.figure.map(Figure::unit);
    let end = precision
        .zip(unit)
        .and_then(|(precision, unit)| Figure::new(of(precision), unit));
    end.map_or_else(Cell::none, Cell::Figure)
}

fn low(precision: Precision) -> f64 {
    precision.interval.low()
}

fn high(precision: Precision) -> f64 {
    precision.interval.high()
}

/// What the figures of an analysis are counted in.
fn unit_of_figures(analysis: &Analysis) -> &'static str {
    unit_of(analysis.rules.measure.unit(), analysis.rules.focus)
}

/// The columns of a region, for people and programs, of figures in this unit.
pub(crate) fn region_columns<'a>(unit: &str) -> Vec<Column<'a, AdjustedRegion<'a>>> {
    type Column<'a> = super::table::Column<'a, AdjustedRegion<'a>>;
    fn rank(rank: Option<usize>) -> Cell {
        Cell::rank(rank.map(|rank| rank as u32))
    }
    vec![
        Column::words(words::REGION, |of: &AdjustedRegion<'_>| {
            of.adjusted.region.name().into()
        })
        .keyed("name"),
        Column::numbers(words::BEFORE, |of: &AdjustedRegion<'_>| {
            of.before.and_then(|before| before.area.figure).into()
        })
        .in_unit(unit)
        .keyed("before"),
        Column::numbers(words::RANK_BEFORE, |of: &AdjustedRegion<'_>| rank(of.rank_before)).keyed("rank_before"),
        Column::numbers(words::ADJUSTED, |of: &AdjustedRegion<'_>| {
            of.adjusted.area.figure.into()
        })
        .in_unit(unit)
        .keyed("adjusted"),
        Column::numbers(words::LOW, |of: &AdjustedRegion<'_>| {
            end(of.adjusted.area.precision, low, of.adjusted)
        })
        .in_unit(unit)
        .keyed("low"),
        Column::numbers(words::HIGH, |of: &AdjustedRegion<'_>| {
            end(of.adjusted.area.precision, high, of.adjusted)
        })
        .in_unit(unit)
        .keyed("high"),
        Column::numbers(words::WIDER_LOW, |of: &AdjustedRegion<'_>| {
            end(of.adjusted.area.wider, low, of.adjusted)
        })
        .in_unit(unit)
        .keyed("low_with_trusts"),
        Column::numbers(words::WIDER_HIGH, |of: &AdjustedRegion<'_>| {
            end(of.adjusted.area.wider, high, of.adjusted)
        })
        .in_unit(unit)
        .keyed("high_with_trusts"),
        Column::numbers(words::RANK, |of: &AdjustedRegion<'_>| {
            rank(of.rank.map(|rank| rank.rank as usize))
        })
        .keyed("rank"),
        Column::numbers(words::BEST, |of: &AdjustedRegion<'_>| {
            rank(of.rank.map(|rank| rank.low as usize))
        })
        .keyed("rank_low"),
        Column::numbers(words::WORST, |of: &AdjustedRegion<'_>| {
            rank(of.rank.map(|rank| rank.high as usize))
        })
        .keyed("rank_high"),
    ]
}

/// What the figures of an analysis are adjusted for, as links and the program write it; `None` for figures as they are.
pub(super) fn adjusted_for(analysis: &Analysis) -> Option<String> {
    let adjustment = analysis.adjustment.as_deref()?;
    in_list(adjustment.used)
}

/// Parts that figures are adjusted for, as links and the program write them; `None` if there is none.
pub(super) fn in_list(parts: AdjustParts) -> Option<String> {
    (!parts.is_empty()).then(|| parts.keys().replace(',', ", "))
}

/// The head of a column of figures, which says if they are adjusted.
pub(super) fn head_of_figures(head: String, are_adjusted: bool) -> String {
    if are_adjusted { adjusted_head(&head) } else { head }
}

/// The regions as they are and adjusted, the best adjusted first, with both errors.
#[must_use]
pub fn adjusted_regions_table(before: &Analysis, adjusted: &Analysis) -> Table {
    let caption = of_analysis(adjusted, words::regions_caption(&level_in_words(adjusted.level())));
    let columns = region_columns(unit_of_figures(adjusted));
    Table::new(caption, &columns, AdjustedRegion::all(before, adjusted)).adjusted_for(adjusted_for(adjusted))
}

/// A trust with what it has adjusted, and beside it.
pub(crate) type TrustBeside<'a> = (&'a TrustFigures, Option<&'a AdjustedTrust>);

/// Every trust of an adjusted analysis, in its order.
pub(crate) fn trusts_beside(adjusted: &Analysis) -> Vec<TrustBeside<'_>> {
    let beside = |trust| (adjusted.adjustment.as_ref()).and_then(|adjustment| Adjustment::of(adjustment, trust));
    adjusted.trusts.iter().map(|trust| (trust, beside(trust))).collect()
}

/// The columns of a trust of an adjusted analysis, for people and programs.
pub(crate) fn trust_beside_columns<'a>(adjusted: &Analysis) -> Vec<Column<'a, TrustBeside<'a>>> {
    type Column<'a> = super::table::Column<'a, TrustBeside<'a>>;
    fn figure(beside: Option<&AdjustedTrust>, of: fn(&AdjustedTrust) -> Option<Figure>) -> Cell {
        beside.and_then(of).map_or_else(Cell::none, Cell::Figure)
    }
    fn of_difference(of: &AdjustedTrust, end: fn(Precision) -> f64) -> Option<Figure> {
        Figure::new(end(of.precision?), of.difference.unit())
    }
    let unit = unit_of_figures(adjusted);
    let difference = adjusted.rules.measure.unit().difference_word();
    vec![
        Column::data("uid", |(trust, _): &TrustBeside<'_>| Cell::words(&*trust.uid)),
        Column::words(heads::TRUST, |(trust, _): &TrustBeside<'_>| Cell::name(&trust.name)).keyed("name"),
        Column::words(heads::LEAD_REGION, |(trust, _): &TrustBeside<'_>| {
            Cell::Region(trust.region)
        })
        .keyed("region"),
        Column::numbers(words::BEFORE, |(_, beside): &TrustBeside<'_>| {
            figure(*beside, |of| Some(of.before))
        })
        .in_unit(unit)
        .keyed("before"),
        Column::numbers(words::ADJUSTED, |(trust, _): &TrustBeside<'_>| match trust.value() {
            records::terms::Value::Published(figure) => Cell::Figure(figure),
            records::terms::Value::Missing(reason) => Cell::Missing(reason),
        })
        .in_unit(unit)
        .keyed("adjusted"),
        Column::data("low", |(trust, _): &TrustBeside<'_>| {
            Cell::known(trust.precision.map(low))
        }),
        Column::data("high", |(trust, _): &TrustBeside<'_>| {
            Cell::known(trust.precision.map(high))
        }),
        Column::numbers(words::EXPECTED, |(_, beside): &TrustBeside<'_>| {
            figure(*beside, |of| Some(of.expected))
        })
        .in_unit(unit)
        .keyed("expected"),
        Column::numbers(words::DIFFERENCE, |(_, beside): &TrustBeside<'_>| {
            figure(*beside, |of| Some(of.difference))
        })
        .in_unit(difference)
        .keyed("difference"),
        Column::numbers(words::LOW, |(_, beside): &TrustBeside<'_>| {
            figure(*beside, |of| of_difference(of, low))
        })
        .in_unit(difference)
        .keyed("difference_low"),
        Column::numbers(words::HIGH, |(_, beside): &TrustBeside<'_>| {
            figure(*beside, |of| of_difference(of, high))
        })
        .in_unit(difference)
        .keyed("difference_high"),
        Column::numbers(words::RANK, |(trust, _): &TrustBeside<'_>| {
            Cell::rank(trust.rank().map(|rank| rank.number()))
        })
        .keyed("rank"),
        Column::numbers(words::RANK_IN_REGION, |(trust, _): &TrustBeside<'_>| {
            Cell::rank(trust.regional_rank().map(|rank| rank.number()))
        })
        .keyed("regional_rank"),
    ]
}

/// The trusts of a region, or all, adjusted: the best first.
#[must_use]
pub fn adjusted_trusts_table(adjusted: &Analysis, region: Option<Region>) -> Table {
    let caption = words::trusts_caption(region.map(Region::in_sentence), &level_in_words(adjusted.level()));
    let trusts = trusts_beside(adjusted).into_iter();
    let trusts = trusts.filter(|(trust, _)| region.is_none() || trust.region == region);
    let columns = trust_beside_columns(adjusted);
    Table::new(of_analysis(adjusted, caption), &columns, trusts).adjusted_for(adjusted_for(adjusted))
}

/// What figures are adjusted for, how much that explains, what is left out and why, and what adjusting cannot do.
#[must_use]
pub fn adjustment_in_words(adjusted: &Analysis) -> Vec<String> {
    let Some(adjustment) = adjusted.adjustment.as_deref() else {
        return Vec::new();
    };
    let mut sentences = vec![words::adjusted_for(adjustment)];
    sentences.extend(
        adjustment
            .share_explained
            .map(|share| words::explained(share, adjustment)),
    );
    let not_used = adjustment.not_used.iter();
    sentences.extend(not_used.map(|(part, reason)| words::part_not_used(*part, *reason)));
    sentences.extend(words::what_adjusting_cannot_do().map(str::to_owned));
    sentences
}

/// A region as it is and adjusted: "The South West has 20.1% unadjusted: 9th of 9 regions. Adjusted for context it has
/// 25.0%: it is 2nd, and could be 1st to 7th.". `None` if it has no figure.
#[must_use]
pub fn region_adjusted_in_words(region: Region, before: &Analysis, adjusted: &Analysis) -> Option<String> {
    let regions = AdjustedRegion::all(before, adjusted);
    let count = regions.len();
    let found = regions.into_iter().find(|of| of.adjusted.region == region)?;
    let figures = [found.before?.area.figure?, found.adjusted.area.figure?];
    let focus = adjusted.rules.focus;
    let [before, after] = figures.map(|figure| with_unit(figure, focus));
    let words = words::region(
        region.in_sentence(),
        (&before, found.rank_before?, count),
        (&after, found.rank?),
    );
    Some(of_analysis(adjusted, words))
}

/// The same under the rules in force alone.
#[must_use]
pub fn region_in_choices_in_words(region: Region, contexts: &ContextRobustness, rules: &Rules) -> Option<String> {
    let (best, worst, of) = contexts.places_in_force(region, rules)?;
    Some(words::places(region.in_sentence(), (best, worst), of))
}

/// A region's place over all choices of context: "Depending on what is adjusted for, the South West is anywhere from
/// 9th to 2nd of 9 regions.".
#[must_use]
pub fn region_in_contexts_in_words(
    region: Region,
    (contexts, robustness): (&ContextRobustness, &Robustness),
    rules: &Rules,
) -> Option<String> {
    let (best, worst, of) = contexts.places(region, rules, robustness)?;
    Some(words::places(region.in_sentence(), (best, worst), of))
}

/// A difference in words: "8.0 percentage points more".
pub(super) fn difference(of: Figure) -> String {
    words::difference(of)
}

/// A trust beside trusts with such an intake: "Trusts with such an intake have 29.0% on average. Dixons has 37%: a
/// difference of 8.0 percentage points (from 3.7 to 12.3).". `None` if its figure is not adjusted.
#[must_use]
pub fn trust_adjusted_in_words(adjusted: &Analysis, trust: &TrustFigures) -> Option<String> {
    let beside = adjusted.adjustment.as_ref()?.of(trust)?;
    let unit = beside.difference.unit();
    let ends = beside.precision.and_then(|precision| {
        let end = |end: f64| Some(Figure::new(end, unit)?.plain());
        Some([end(precision.interval.low())?, end(precision.interval.high())?])
    });
    let focus = adjusted.rules.focus;
    let before = focus_in_sentence(beside.before, adjusted.basis, focus);
    Some(words::trust(
        &trust.readable_name,
        [&with_unit(beside.expected, focus), &before],
        beside.difference,
        ends,
    ))
}

/// Whether a headline survives context: "South West lowest: holds in 6 of 64 combinations of context and rules. Not
/// once first language or prior attainment is counted.".
#[must_use]
pub fn claim_in_contexts_in_words(found: &ClaimInContexts, rules: &Rules) -> Vec<String> {
    let claim = claim_in_words(found.claim, rules);
    with_what_breaks(words::claim_holds(&claim, found.holds, found.of), found)
}

/// Whether the headlines survive context under the rules in force: the one that does least often, with what breaks it.
/// `None` if there is no headline, or no context is tried.
#[must_use]
pub fn headline_in_choices(contexts: &ContextRobustness, analysis: &Analysis) -> Option<Check> {
    let rules = &analysis.rules;
    let found = Claim::of(analysis)
        .into_iter()
        .map(|claim| contexts.of_claim_in_force(claim, rules));
    let found = found
        .filter(|found| found.sets > 1)
        .min_by_key(|found| found.holds_in_force)?;
    let claim = claim_in_words(found.claim, rules);
    let holds = words::claim_in_choices(&claim, found.holds_in_force, found.sets);
    Some(Check {
        text: of_analysis(analysis, with_what_breaks(holds, &found).join(" ")),
        holds: found.holds_in_force == found.sets,
    })
}

fn with_what_breaks(holds: String, found: &ClaimInContexts) -> Vec<String> {
    let mut sentences = vec![holds];
    if !found.never_with.is_empty() {
        sentences.push(words::never_with(found.never_with));
    } else if !found.broken_by.is_empty() {
        sentences.push(words::broken_by(found.broken_by));
    }
    sentences
}

/// The headlines, each with the choices of context in which it holds and what breaks it.
#[must_use]
pub fn headlines_in_contexts_table(found: &[ClaimInContexts], rules: &Rules) -> Table {
    type Column<'a> = super::table::Column<'a, ClaimInContexts>;
    fn parts(parts: AdjustParts) -> Cell {
        if parts.is_empty() {
            return Cell::words(words::NOTHING);
        }
        Cell::Words(parts_in_sentence(parts))
    }
    let columns: Vec<Column<'_>> = vec![
        Column::words(robustness::HEADLINE, |found: &ClaimInContexts| {
            Cell::Words(claim_in_words(found.claim, rules))
        }),
        Column::numbers(words::HOLDS_IN_CHOICES, |found: &ClaimInContexts| {
            Cell::Count(found.holds_in_force)
        }),
        Column::numbers(words::CHOICES, |found: &ClaimInContexts| Cell::Count(found.sets)),
        Column::numbers(words::HOLDS_IN, |found: &ClaimInContexts| Cell::Count(found.holds)),
        Column::numbers(words::COMBINATIONS, |found: &ClaimInContexts| Cell::Count(found.of)),
        Column::words(words::BROKEN_ALONE_BY, |found: &ClaimInContexts| parts(found.broken_by)),
        Column::words(words::NEVER_WITH, |found: &ClaimInContexts| parts(found.never_with)),
    ];
    Table::new(words::HEADLINES_CAPTION, &columns, found)
}

/// The trusts of a region, or all, with their best and worst ranks whatever is adjusted for and under every rule: those
/// first that are in their region's top ten most often.
#[must_use]
pub fn trusts_in_contexts_table(contexts: &ContextRobustness, region: Option<Region>) -> Table {
    let trusts = by_top_ten(&contexts.trusts, region).into_iter();
    let caption = words::trusts_in_contexts_caption(region.map(Region::in_sentence));
    Table::new(caption, &trust_columns(), trusts.map(|(_, trust)| trust))
}

/// The data of a headline in all contexts, for programs: beside those of the rules.
pub(crate) fn claim_columns<'a>() -> Vec<Column<'a, ClaimInContexts>> {
    type Column<'a> = super::table::Column<'a, ClaimInContexts>;
    vec![
        Column::data("context_share", |found: &ClaimInContexts| {
            Cell::Share(found.holds as f64 / found.of.max(1) as f64)
        }),
        // As the program's own options: the parts that break it by themselves.
        Column::data("context_breaks_under", |found: &ClaimInContexts| {
            let options = found.broken_by.iter().map(AdjustPart::option);
            Cell::List(options.map(Cell::Words).collect())
        }),
        // The parts with which it never holds, whatever else is adjusted for.
        Column::data("context_never_with", |found: &ClaimInContexts| {
            let keys = found.never_with.iter().map(|part| Cell::words(part.key()));
            Cell::List(keys.collect())
        }),
    ]
}
