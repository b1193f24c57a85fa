//! One region or area: its trusts, its figure under each rule, and its schools outside trusts.

use std::rc::Rc;

use method::{each_rule, exclusions_of, outside_trusts};
use records::terms::Region;
use records::terms::letters::with_capital;
use show::chart::{
    StripChart, TopTen, each_rule_table, extremes_in_words, left_out_here, outside_in_words, outside_table,
    part_in_words, part_name, region_adjusted_in_words, standing_in_words,
};
use yew::prelude::*;

use crate::components::{
    SharedChart, about_choice, cards, chart_card, element, figures_switch, finding, group, link, linked_listing,
    listing, ranking_bar, sentences,
};
use crate::route::{About, Page, Route};
use crate::shared::Shared;
use crate::view::{InContext, Lists, View};
use crate::words::pages::region as words;

use super::compare_parts::with_other_regions;
use super::gap_within::{Of, gap_within_card};
use super::other::{PageInput, use_made};
use super::region_schools::RegionSchools;
use super::top_ten::{RankedFamily, use_ranks_of};

#[component]
pub(crate) fn RegionPage(input: &PageInput) -> Html {
    let PageInput {
        state,
        view,
        query,
        chosen,
        ..
    } = input;
    let about = view.shown().map_or(input.about, |view| part_of(view, input.about));
    let ranks = use_ranks_of(input, about);
    let made = use_made(input, made);
    let Some(shown) = view.shown() else {
        return html! {};
    };
    let choice = about_choice(&input.state, shown, Page::Region, about, words::REGION);
    let [finding, strip, lists] = &made[..] else {
        return unknown(query, choice);
    };
    let figures = chosen.view.shown().unwrap_or(shown);
    let ranks = ranks.as_ref();
    let top_ten = match about {
        About::Area(index) => of_area(figures, index, ranks.map(|(family, _)| &**family)),
        _ => of_region(about, &chosen.lists.0),
    };
    let on_choose = Some(&input.on_choose);
    let ranks = ranks.map(|(_, chart)| chart_card(chart, "rank-ranges", &figures.source, on_choose));
    let switch = input
        .context()
        .map(|context| figures_switch(state, shown, context, query));
    let inside = html! {
        <>
            { strip.clone() }
            { ranking_bar(&chosen.ranking) }
            { ranks.unwrap_or_default() }
            { top_ten.unwrap_or_default() }
            { lists.clone() }
        </>
    };
    html! {
        <>
            { input.opening(shown, finding.clone()) }
            { switch.unwrap_or_default() }
            { group(words::REGION, choice) }
            { cards(inside) }
        </>
    }
}

/// The part of the country in the address, or else the lowest region.
pub(super) fn part_of(view: &View, about: About) -> About {
    match about {
        About::England => {
            let regions = view.analysis.regions_in_order();
            regions.last().map_or(about, |of| About::Region(of.region))
        }
        part => part,
    }
}

/// The address may name an area that does not exist.
fn unknown(query: &str, choice: Html) -> Html {
    let words = html! {
        <>
            { words::AREAS_ARE_MADE_ON_PAGE }
            { link(&Route::of(Page::Method), query, words::METHOD) }
            { words::AREAS_NEED_PLACES }
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

/// The finding, the trusts as dots, and the lists; everything but the ranks. The finding and what is about schools are
/// never adjusted.
fn made(input: &PageInput, view: &View) -> Vec<Html> {
    found(input, view, part_of(view, input.about)).unwrap_or_default()
}

fn found(input: &PageInput, view: &View, about: About) -> Option<Vec<Html>> {
    let (measured, analysis) = (&view.measured, &view.analysis);
    let scope = view.scope(about)?;
    let chosen = input.chosen.view.shown().unwrap_or(view);
    let strip = match about {
        About::Region(region) => StripChart::of_region(&chosen.analysis, region),
        About::Area(index) => StripChart::of_area(&chosen.analysis, index)?,
        About::England => StripChart::new(&chosen.analysis),
    };
    let under = each_rule(measured, analysis.rules.focus, scope);
    let outside = outside_trusts(measured, analysis, scope);
    let said = [
        standing_in_words(analysis, &under, scope),
        extremes_in_words(analysis, scope).map(words::its_trusts),
        outside.map(|found| outside_in_words(analysis, &found, scope)),
    ];
    let said = said.into_iter().flatten();
    let mut said: Vec<String> = said.map(|words| format!("{}.", with_capital(&words))).collect();
    let adjusted = input.context().and_then(InContext::view).zip(about.region());
    said.extend(adjusted.and_then(|(adjusted, region)| region_adjusted_in_words(region, analysis, &adjusted.analysis)));
    let report = Route::about(Page::Report, about);
    let more = html! {
        <>
            { sentences("sentences", &said) }
            <p class="note">
                { link(&report, &input.query, words::REPORT_TO_PRINT) }
                { with_other_regions(view, about, &input.query).unwrap_or_default() }
            </p>
        </>
    };
    let name = part_name(scope);
    let summary = part_in_words(analysis, scope);
    let summary = summary.unwrap_or_else(|| words::no_eligible_trust_of(name));
    let under = each_rule(&chosen.measured, analysis.rules.focus, scope);
    let rules = each_rule_table(&chosen.analysis, &under, scope);
    let outside = outside.map(|found| {
        let table = outside_table(analysis, &found);
        listing("schools-outside-trusts", &table, "", "")
    });
    let left_out = left_out_here(analysis, exclusions_of(measured, analysis, scope), scope);
    let trusts = Route::addresses(Page::Trust, strip.uids(), &input.query);
    let lists = html! {
        <>
            { listing("region-under-each-rule", &rules, "", "") }
            { about.region().map(|region| schools(input, region)).unwrap_or_default() }
            { linked_listing("region-trusts-list", &strip.trusts_table(), &trusts, words::NO_ELIGIBLE_TRUST) }
            { gap_within_card(view, Of::Part(scope)) }
            { outside.unwrap_or_default() }
            { listing("region-left-out", &left_out, "", words::NOTHING_LEFT_OUT) }
        </>
    };
    let strip: SharedChart = Shared(Rc::new(strip));
    let strip = chart_card(&strip, "region-trusts", &chosen.source, Some(&input.on_choose));
    Some(vec![finding(name, &summary, more), strip, lists])
}

fn schools(input: &PageInput, region: Region) -> Html {
    html! { <RegionSchools view={input.view.clone()} {region} query={Rc::clone(&input.query)} /> }
}

/// The list of an area, with how many trusts could be in it once ranks are known.
fn of_area(view: &View, index: usize, ranks: Option<&RankedFamily>) -> Option<Html> {
    let ranks = ranks.map(|(family, ranks)| (family, ranks));
    TopTen::of_area(&view.analysis, index, ranks).as_ref().map(top_ten)
}

/// The list of a region, as on the first page.
fn of_region(about: About, lists: &Lists) -> Option<Html> {
    let region = about.region()?;
    let mut lists = lists.top_tens.iter();
    lists.find(|list| list.of.region() == Some(region)).map(top_ten)
}

fn top_ten(list: &TopTen) -> Html {
    let none = words::NO_TRUST_HAS_A_FIGURE;
    listing("top-ten", &list.table(), &list.summary, none)
}
