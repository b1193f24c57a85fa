//! A part of the country: its figure under each rule, and its schools inside and outside of trusts.

mod words;

use method::{Analysis, Exclusion, Level, OutsideTrusts, PartSpread, SchoolsTogether, Scope, UnderRule, part_spread};
use records::terms::Value;
use records::terms::order::sorted_by_key;

use crate::chart::left_out::words::no_figure;
use crate::chart::words::heads;

use super::adjusted::adjusted_for;
use super::of_analysis;
use super::part::in_sentence;
use super::spread::named;
use super::table::{Caption, Cell, Column, Table};
use super::top_ten::figure_column;
use super::trust::{focus_in_sentence, unit_of};

/// The figure of a part of the country under each regional rule, with its rank among the regions; an area's is the
/// rank that it would have.
#[must_use]
pub fn each_rule_table(analysis: &Analysis, found: &[UnderRule], scope: Scope<'_>) -> Table {
    let name = |of: &UnderRule| {
        let name = of.rule.name();
        if of.rule == analysis.rules.regional {
            Cell::Words(words::in_force(name))
        } else {
            Cell::words(name)
        }
    };
    let rank = |of: &UnderRule| {
        let number = of.figure.map(|(_, rank)| rank.number() as usize);
        Cell::count(number, words::NO_RANK)
    };
    let columns = [
        Column::words(words::REGIONAL_FIGURE, name),
        Column::numbers(&figure_column(analysis), |of: &UnderRule| {
            of.figure.map(|(figure, _)| figure).into()
        }),
        Column::numbers(words::rank_among(matches!(scope, Scope::Area(_))), rank),
        Column::numbers(words::REGIONS_WITH_FIGURE, |of: &UnderRule| Cell::Count(of.regions)),
    ];
    let caption = of_analysis(analysis, words::EACH_RULE);
    Table::new(caption, &columns, found).adjusted_for(adjusted_for(analysis))
}

/// The rank of a part of the country: "Joint 2nd of 9 regions with a figure, 1.4 percentage points above all trusts
/// together". For an area, the rank that it would have.
#[must_use]
pub fn standing_in_words(analysis: &Analysis, found: &[UnderRule], scope: Scope<'_>) -> Option<String> {
    let own = analysis.figure_of(scope)?;
    let of = found.iter().find(|of| of.rule == analysis.rules.regional)?;
    let (_, rank) = of.figure?;
    // A region alone has no rank among others.
    if of.regions < 2 && matches!(scope, Scope::Region(_)) {
        return None;
    }
    let standing = words::standing(
        matches!(scope, Scope::Area(_)),
        rank,
        of.regions,
        analysis.all.figure.and_then(|all| own.minus(all)),
    );
    Some(of_analysis(analysis, standing))
}

/// The schools of a part of the country that are in no eligible trust beside those that are, in a sentence without its
/// full stop.
#[must_use]
pub fn outside_in_words(analysis: &Analysis, found: &OutsideTrusts, scope: Scope<'_>) -> String {
    let figure_words = |of: &SchoolsTogether| match of.figure {
        Value::Published(figure) => match analysis.rules.focus.group() {
            Some(_) => figure.in_sentence(),
            None => figure.as_difference(),
        },
        Value::Missing(_) => words::NO_FIGURE.to_owned(),
    };
    let words = words::inside_and_outside(
        in_sentence(scope),
        (&figure_words(&found.inside), found.inside.with_figure),
        (&figure_words(&found.outside), found.outside.with_figure),
    );
    of_analysis(analysis, words)
}

/// The comparison as a table, with the schools and pupils behind each figure.
#[must_use]
pub fn outside_table(analysis: &Analysis, found: &OutsideTrusts) -> Table {
    type Column<'a> = super::table::Column<'a, Line<'a>>;
    type Line<'a> = (&'a str, &'a SchoolsTogether);
    let unit = unit_of(analysis.rules.measure.unit(), analysis.rules.focus);
    let group = analysis.rules.focus.weighing_group().pupils();
    let columns = [
        Column::words(words::SCHOOLS, |&(name, _)| Cell::words(name)),
        Column::numbers(heads::FIGURE, |(_, of)| of.figure.figure().into()).in_unit(unit),
        Column::numbers(words::WITH_FIGURE, |(_, of)| Cell::Count(of.with_figure)),
        Column::numbers(words::WITHOUT_FIGURE, |(_, of)| {
            Cell::Count(of.schools - of.with_figure)
        }),
        Column::numbers(&words::pupils_behind(group), |(_, of)| {
            Cell::Count(of.pupils.round() as usize)
        }),
    ];
    let how = of_analysis(analysis, words::how_compared(group));
    let caption = Caption::new(words::INSIDE_AND_OUTSIDE, how);
    let inside = (words::INSIDE, &found.inside);
    Table::new(caption, &columns, [inside, (words::OUTSIDE, &found.outside)])
}

/// What is left out of a part of the country, each with its number and its reason: its trusts without a figure, then
/// trusts that are not eligible, then schools.
#[must_use]
pub fn left_out_here(analysis: &Analysis, excluded: Vec<&Exclusion>, scope: Scope<'_>) -> Table {
    type Column<'a> = super::table::Column<'a, LeftOut<'a>>;
    let without_figure = analysis.unpublished();
    let without_figure = without_figure.filter(|(trust, _)| scope.is_of(trust));
    let without_figure = without_figure.map(|(trust, reason)| LeftOut {
        name: &trust.name,
        level: Level::Trust,
        number: trust.uid.to_string(),
        reason: no_figure(analysis.basis, reason),
    });
    let excluded = sorted_by_key(excluded, |of| i64::from(of.level == Level::School));
    let excluded = excluded.into_iter().map(|of| LeftOut {
        name: &of.name,
        level: of.level,
        number: match of.level {
            Level::Trust => of.uid.as_deref().map(str::to_owned),
            Level::School => of.urn.map(|urn| urn.to_string()),
        }
        .unwrap_or_default(),
        reason: of.reason.to_string(),
    });
    let columns = [
        Column::words(words::NAME, |of| Cell::name(of.name)),
        Column::words(words::WHAT, |of| Cell::words(words::level(of.level))),
        Column::words(words::UID_OR_URN, |of| Cell::words(&*of.number)),
        Column::words(heads::REASON, |of| Cell::words(&*of.reason)),
    ];
    let caption = of_analysis(analysis, words::left_out(in_sentence(scope)));
    Table::new(caption, &columns, without_figure.chain(excluded))
}

/// A trust or a school that is left out.
struct LeftOut<'a> {
    name: &'a str,
    level: Level,
    number: String,
    reason: String,
}

/// "52 percentage points from A (6%) to B (58%)"; "all 4 have 20%".
fn ends_in_words(analysis: &Analysis, scope: Scope<'_>, of: &PartSpread) -> String {
    let figure = analysis.trusts.get(of.highest).and_then(|trust| trust.figure());
    if let Some(figure) = figure.filter(|_| of.range.steps() == 0) {
        let figure = focus_in_sentence(figure, analysis.basis, analysis.rules.focus);
        return words::alike(of.trusts, &figure);
    }
    let range = of.range.as_difference();
    let ends = named(analysis, scope, of.lowest).zip(named(analysis, scope, of.highest));
    match ends {
        None => range,
        Some(((lowest, low), (highest, high))) => words::range(&range, (&lowest, &low), (&highest, &high)),
    }
}

/// How the trusts of a part of the country differ, in a sentence without its full stop: "29 percentage points from A
/// (5%) to B (34%)"; `None` if fewer than two of its trusts have a figure.
#[must_use]
pub fn extremes_in_words(analysis: &Analysis, scope: Scope<'_>) -> Option<String> {
    let of = part_spread(analysis, scope)?;
    let words = || ends_in_words(analysis, scope, &of);
    (of.trusts > 1).then(|| of_analysis(analysis, words()))
}
