//! One region or area: its trusts by rank, its figure under each rule, and its schools outside trusts.

use std::rc::Rc;

use method::{each_rule, exclusions_of, outside_trusts};
use records::terms::Region;
use records::terms::letters::with_capital;
use show::chart::{
    each_rule_table, extremes_in_words, left_out_here, outside_in_words, outside_table, part_in_words, part_name,
    region_adjusted_in_words, standing_in_words,
};
use yew::prelude::*;

use crate::components::{
    about_choice, cards, chart_card, element, figures_switch, finding, group, link, listing, ranking_bar, sentences,
};
use crate::route::{About, Page, Route};
use crate::view::{InContext, View};
use crate::words::pages::region as words;

use super::compare_parts::with_other_regions;
use super::gap_within::{Of, gap_within_card};
use super::other::{PageInput, use_made};
use super::region_schools::RegionSchools;
use super::top_ten::{use_ranked_trusts, use_ranks_of};

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
    let list = use_ranked_trusts(input, about, ranks.as_ref().map(|(family, _)| &**family));
    let made = use_made(input, made);
    let Some(shown) = view.shown() else {
        return html! {};
    };
    let choice = about_choice(&input.state, shown, Page::Region, about, words::REGION);
    let [finding, lists] = &made[..] else {
        return unknown(query, choice);
    };
    let figures = chosen.view.shown().unwrap_or(shown);
    let on_choose = Some(&input.on_choose);
    let ranks = ranks.map(|(_, chart)| chart_card(&chart, "rank-ranges", &figures.source, on_choose));
    let switch = input
        .context()
        .map(|context| figures_switch(state, shown, context, query));
    let inside = html! {
        <>
            { ranking_bar(&chosen.ranking) }
            { ranks.unwrap_or_default() }
            { list }
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

/// The finding, and the lists below that of the trusts. The finding and what is about schools are never adjusted.
fn made(input: &PageInput, view: &View) -> Vec<Html> {
    found(input, view, part_of(view, input.about)).unwrap_or_default()
}

fn found(input: &PageInput, view: &View, about: About) -> Option<Vec<Html>> {
    let (measured, analysis) = (&view.measured, &view.analysis);
    let scope = view.scope(about)?;
    let chosen = input.chosen.view.shown().unwrap_or(view);
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
    let lists = html! {
        <>
            { listing("region-under-each-rule", &rules, "", "") }
            { about.region().map(|region| schools(input, region)).unwrap_or_default() }
            { gap_within_card(view, Of::Part(scope)) }
            { outside.unwrap_or_default() }
            { listing("region-left-out", &left_out, "", words::NOTHING_LEFT_OUT) }
        </>
    };
    Some(vec![finding(name, &summary, more), lists])
}

fn schools(input: &PageInput, region: Region) -> Html {
    html! { <RegionSchools view={input.view.clone()} {region} query={Rc::clone(&input.query)} /> }
}
