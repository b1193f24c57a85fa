//! One region, or an area of the user's own: its trusts, its figure under each rule, and its schools outside of trusts.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::components::{
    Parts, SharedChart, about_choice, cards, chart_card, element, finding, group, link, listing,
    ranking_bar, sentences,
};
use crate::app::place::{About, Page, Place};
use crate::app::shared::Shared;
use crate::app::view::{Lists, View};
use crate::chart::{
    StripChart, Table, TopTen, each_rule_table, extremes_in_words, left_out_here, outside_in_words,
    outside_table, part_in_words, part_name, standing_in_words,
};
use crate::method::{Family, FamilyRanks, Scope, each_rule, exclusions_of, outside_trusts};
use crate::terms::letters::with_capital;
use crate::words::app::pages::region as words;

use super::Given;
use super::top_ten::use_ranks_of;

#[component]
pub(in crate::app) fn RegionPage(given: &Given) -> Html {
    let Given { view, query, .. } = given;
    let found = use_memo((view.clone(), given.about), |(view, about)| {
        let view = view.shown()?;
        let about = part_of(view, *about)?;
        Found::new(view, about, view.scope(about)?)
    });
    let about = (*found).as_ref().map_or(given.about, |found| found.about);
    let (family, ranks) = use_ranks_of(given, about);
    let Some(shown) = view.shown() else {
        return html! {};
    };
    let choice = about_choice(shown, Page::Region, Parts::Single, about, words::REGION);
    let Some(found) = &*found else {
        return unknown(query, choice);
    };
    let top_ten = match about {
        About::Area(place) => of_area(shown, place, family.as_deref()),
        _ => of_region(about, &given.lists.0),
    };
    let report = Place::about(Page::Report, about);
    let more = html! {
        <>
            { sentences("sentences", &found.sentences) }
            { element("p", "note", link(&report, query, words::REPORT_TO_PRINT)) }
        </>
    };
    let (source, on_choose) = (&shown.source, Some(&given.on_choose));
    let ranks = (*ranks).as_ref();
    let ranks = ranks.map(|chart| chart_card(chart, "rank-ranges", source, on_choose));
    let inside = html! {
        <>
            { chart_card(&found.strip, "region-trusts", source, on_choose) }
            { ranking_bar(&given.reckoning) }
            { ranks.unwrap_or_default() }
            { top_ten.unwrap_or_default() }
            { body(found) }
        </>
    };
    html! {
        <>
            { given.opening(shown, finding(&found.name, &found.summary, more)) }
            { group(words::REGION, choice) }
            { cards(inside) }
        </>
    }
}

/// The part of the country that is asked for, else the region that is last.
fn part_of(view: &View, about: About) -> Option<About> {
    match about {
        About::England => {
            let regions = view.analysis.regions_in_order();
            regions.last().map(|of| About::Region(of.region))
        }
        part => Some(part),
    }
}

/// An address may name an area that is not there.
fn unknown(query: &str, choice: Html) -> Html {
    let words = html! {
        <>
            { words::AREAS_ARE_MADE_ON_PAGE }
            { link(&Place::of(Page::Method), query, words::METHOD) }
            { words::AREAS_NEED_SCHOOL_FILES }
        </>
    };
    html! {
        <>
            { element("h1", "", words::NO_SUCH_AREA.into()) }
            { element("p", "lead", words) }
            { element("div", "controls", choice) }
        </>
    }
}

/// What is shown of a part of the country but its ranks.
struct Found {
    about: About,
    name: String,
    summary: String,
    sentences: Vec<String>,
    strip: SharedChart,
    trusts: Table,
    rules: Table,
    outside: Option<Table>,
    left_out: Table,
}

impl Found {
    fn new(view: &View, about: About, scope: Scope<'_>) -> Option<Self> {
        let (measured, analysis) = (&view.measured, &view.analysis);
        let under = each_rule(measured, analysis.rules.focus, scope);
        let summary = part_in_words(analysis, scope);
        let extremes = extremes_in_words(analysis, scope).map(words::its_trusts);
        let outside = outside_trusts(measured, analysis, scope);
        let sentences = [
            standing_in_words(analysis, &under, scope),
            extremes,
            outside.map(|found| outside_in_words(analysis, &found, scope)),
        ];
        let left_out = exclusions_of(measured, analysis, scope);
        let name = part_name(scope).to_owned();
        let strip = match about {
            About::Region(region) => StripChart::of_region(analysis, region),
            About::Area(place) => StripChart::of_area(analysis, place)?,
            About::England => StripChart::new(analysis),
        };
        Some(Self {
            about,
            summary: summary.unwrap_or_else(|| words::no_eligible_trust_of(&name)),
            name,
            sentences: sentences
                .into_iter()
                .flatten()
                .map(|words| format!("{}.", with_capital(&words)))
                .collect(),
            trusts: strip.trusts_table(),
            strip: Shared(Rc::new(strip)),
            rules: each_rule_table(analysis, &under, scope),
            outside: outside.map(|found| outside_table(analysis, &found)),
            left_out: left_out_here(analysis, left_out, scope),
        })
    }
}

/// The list of an area, with how many could be in it once its ranks are known.
fn of_area(view: &View, place: usize, ranks: Option<&(Family, FamilyRanks)>) -> Option<Html> {
    let ranks = ranks.map(|(family, ranks)| (family, ranks));
    TopTen::of_area(&view.analysis, place, ranks)
        .as_ref()
        .map(top_ten)
}

/// The list of a region, which the first page has, too.
fn of_region(about: About, lists: &Lists) -> Option<Html> {
    let region = about.region()?;
    let mut lists = lists.top_tens.iter();
    lists
        .find(|list| list.of.region() == Some(region))
        .map(top_ten)
}

fn top_ten(list: &TopTen) -> Html {
    let none = words::NO_TRUST_HAS_A_FIGURE;
    listing("top-ten", &list.table(), &list.summary, none)
}

fn body(found: &Found) -> Html {
    let outside = found.outside.as_ref();
    let outside = outside.map(|table| listing("schools-outside-trusts", table, "", ""));
    html! {
        <>
            { listing("region-under-each-rule", &found.rules, "", "") }
            { listing("region-trusts-list", &found.trusts, "", words::NO_ELIGIBLE_TRUST) }
            { outside.unwrap_or_default() }
            { listing("region-left-out", &found.left_out, "", words::NOTHING_LEFT_OUT) }
        </>
    }
}
