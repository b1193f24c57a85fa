//! One trust: every measure beside region and nation, the schools behind its figure, its context, similar trusts.

use std::rc::Rc;

use method::{
    Analysis, ContextWeights, Contexts, MeasureProfile, Measured, Profile, Similar, measure_profile, profile, similar,
};
use records::terms::{ContextPart, full_name};
use show::chart::{
    ContributionChart, SIMILAR_BY_NUMBERS_ALONE, context_in_words, context_table, detail_in_words, exclusions_table,
    measures_table, neighbour_after_name, neighbours_in_words, precision_in_words, profile_schools_table,
    second_gap_in_words, similar_table, similarity_in_words, trust_in_words,
};
use yew::prelude::*;

use crate::components::{
    Choice, SharedChart, brief_name, card, cards, chart_card, each, element, found, group, lead, link, listing, note,
    paragraph, scrolled, select, subtitle,
};
use crate::route::{About, Page, Route};
use crate::shared::Shared;
use crate::view::View;
use crate::words::pages::{NONE, trust as words};

use super::PageInput;
use super::beside_intake::BesideIntake;
use super::what_if::WhatIf;

/// The number of similar trusts shown.
const SIMILAR: usize = 10;

/// The weights that a part of the context can have.
const WEIGHTS: [u32; 5] = [0, 1, 2, 3, 5];

pub(super) fn trust_page(input: &PageInput, shown: &View, made: &[Html]) -> Html {
    let uid = input.route.trusts.first();
    let uid = uid.map_or("", |uid| &**uid);
    let [heading, detail, cards_of] = made else {
        return unknown(uid, &input.query);
    };
    let adjust = input.state.settings.adjust;
    let chosen = &input.selections.weights;
    let same_parts = || match adjust.is_empty() {
        true => ContextWeights::default(),
        false => ContextWeights::of_parts(adjust),
    };
    let weights = (**chosen).unwrap_or_else(same_parts);
    let similar = similar_card(uid, shown, (weights, chosen), &input.query);
    let beside = html! {
        <BesideIntake view={input.view.clone()} {adjust} uid={Rc::<str>::from(uid)} query={Rc::clone(&input.query)} />
    };
    let what_if = html! { <WhatIf view={input.view.clone()} uid={Rc::<str>::from(uid)} /> };
    html! {
        <>
            { input.opening(shown, heading.clone()) }
            { detail.clone() }
            { cards(html! { <>{ cards_of.clone() }{ beside }{ similar }{ what_if }</> }) }
        </>
    }
}

/// The page except for similar trusts: its heading, a note if its schools are shown only for detail, and its cards.
pub(super) fn made(input: &PageInput, view: &View) -> Vec<Html> {
    let uid = input.route.trusts.first();
    let found = uid.and_then(|uid| found_of(view, uid, &input.query));
    found.unwrap_or_default()
}

fn found_of(view: &View, uid: &str, query: &str) -> Option<Vec<Html>> {
    let analysis = &view.analysis;
    let index = index_of(analysis, uid)?;
    let contexts = &Contexts::new(view.measured.judgement());
    let profile = profile(&view.measured, contexts, analysis.rules.focus, uid).ok()?;
    let contribution = |analysis: &Analysis| ContributionChart::new(&view.data, analysis, index_of(analysis, uid)?);
    // Schools shown only for detail do not give region or ranks.
    let detail = view.measured.detail(analysis);
    let schools_of = detail.as_ref().map_or(analysis, |detail| &detail.analysis);
    let chart = contribution(schools_of).or_else(|| contribution(analysis));
    let chart = chart.map(|chart| {
        let chart: SharedChart = Shared(Rc::new(chart));
        chart_card(&chart, "why-it-is-here", &view.source, None)
    });
    let schools =
        (!profile.schools.is_empty()).then(|| listing("trust-schools", &profile_schools_table(&profile), "", NONE));
    let left_out = (!profile.left_out.is_empty()).then(|| {
        let table = exclusions_table(&profile.left_out);
        listing("trust-schools-left-out", &table, "", NONE)
    });
    let detail = detail_in_words(&view.data, analysis, &profile);
    let cards = html! {
        <>
            { chart.unwrap_or_default() }
            { measures(view, &profile) }
            { schools.unwrap_or_default() }
            { left_out.unwrap_or_default() }
            { context_card(&profile) }
        </>
    };
    Some(vec![
        heading(index, &profile, view, query),
        detail.as_deref().map(note).unwrap_or_default(),
        cards,
    ])
}

fn index_of(analysis: &Analysis, uid: &str) -> Option<usize> {
    let mut trusts = analysis.trusts.iter();
    trusts.position(|trust| &*trust.uid == uid)
}

fn unknown(uid: &str, query: &str) -> Html {
    let all = link(&Route::of(Page::Trusts), query, words::ALL_TRUSTS);
    let words = html! { <>{ words::not_eligible(uid) }{ all }</> };
    let heading = element("h1", "", words::NO_SUCH_TRUST.into());
    html! { <>{ heading }{ element("p", "lead", words) }</> }
}

fn heading(index: usize, profile: &Profile, view: &View, query: &str) -> Html {
    let own = [Rc::clone(&profile.uid)];
    let schools = profile.schools_counted;
    let schools = schools.map_or_else(String::new, words::schools_that_count);
    let region = match profile.region {
        Some(region) => {
            let route = Route::about(Page::TopTen, About::Region(region));
            link(&route, query, &words::top_ten_of(region.name()))
        }
        None => words::REGION_NOT_KNOWN.into(),
    };
    let to = |page: Page, words: &str| link(&Route::of_trusts(page, &own), query, words);
    let links = html! {
        <>
            { words::number_and_schools(&profile.uid, schools) }
            { region }
            { " \u{b7} " }
            { to(Page::Trusts, words::COMPARE_IT_WITH_OTHERS) }
            { " \u{b7} " }
            { to(Page::Report, words::REPORT_TO_PRINT) }
        </>
    };
    let (name, whole) = brief_name(&full_name(&profile.name));
    let words = trust_in_words(&view.analysis, index);
    found(html! {
        <>
            <h1 title={whole}>{ name }</h1>
            { lead(&words.unwrap_or_default()) }
            { element("p", "note", links) }
        </>
    })
}

fn measures(view: &View, profile: &Profile) -> Html {
    let (rules, intervals) = (view.analysis.rules, &view.interval_choices);
    let measures = view.measures.iter().filter_map(|measure| {
        let measured = Measured::new(view.measured.judgement(), *measure).ok()?;
        measure_profile(&measured, rules.regional, &profile.uid, intervals).ok()
    });
    let measures: Vec<MeasureProfile> = measures.collect();
    let table = measures_table(profile, &measures, intervals.level);
    let now = measures.iter().find(|of| of.measure == rules.measure);
    let second = now.and_then(|of| of.second_gap.as_ref());
    let second = second.map(|line| {
        let words = paragraph(&second_gap_in_words(line));
        card("", "", words::AGAINST_OTHER_PUPILS_EVERYWHERE, words)
    });
    html! {
        <>
            { listing("trust-measures", &table, &precision_in_words(&view.analysis), NONE) }
            { second.unwrap_or_default() }
        </>
    }
}

fn context_card(profile: &Profile) -> Html {
    let around = [&profile.region_context, &profile.all_context];
    let table = context_table(&profile.context, profile.region, around, profile.basis, profile.year);
    let words = context_in_words(&profile.context, profile.region, around, profile.basis);
    let inside = html! { <>{ subtitle(&words) }{ scrolled(&table, "") }</> };
    card("listed", "", words::ITS_CONTEXT, inside)
}

/// The most similar trusts by context, better results first.
fn similar_card(uid: &str, view: &View, (shown, chosen): (ContextWeights, &ChosenWeights), query: &str) -> Html {
    let analysis = &view.analysis;
    let Some(index) = index_of(analysis, uid) else {
        return html! {};
    };
    let contexts = &Contexts::new(view.measured.judgement());
    let Some(similar) = similar(analysis, contexts, index, &shown, SIMILAR) else {
        return html! {};
    };
    let table = similar_table(analysis, contexts, index, &similar);
    let weights = ContextPart::ALL.into_iter();
    let weights = each(weights.map(|part| weight_choice(part, shown, chosen)));
    let inside = html! {
        <>
            { subtitle(&similarity_in_words(analysis, &similar)) }
            { details(words::CHANGE_WEIGHTS, group(words::WEIGHTS_OF_THE_CONTEXT, weights)) }
            { element("ul", "neighbours", neighbours(analysis, &similar, query)) }
            { paragraph(&neighbours_in_words(analysis, &similar)) }
            { note(SIMILAR_BY_NUMBERS_ALONE) }
            { details(words::AS_A_TABLE, scrolled(&table, "")) }
        </>
    };
    card("listed", "similar-heading", words::SIMILAR_CONTEXTS, inside)
}

fn details(summary: &'static str, inside: Html) -> Html {
    html! { <details><summary>{ summary }</summary>{ inside }</details> }
}

fn neighbours(analysis: &Analysis, similar: &Similar, query: &str) -> Html {
    let neighbours = similar.better_first().into_iter();
    let items = neighbours.filter_map(|neighbour| {
        let trust = analysis.trusts.get(neighbour.index)?;
        let rest = neighbour_after_name(analysis, neighbour)?;
        let route = Route::of_trusts(Page::Trust, &[Rc::clone(&trust.uid)]);
        let name = &*trust.readable_name;
        Some(html! { <li key={&*trust.uid}>{ link(&route, query, name) }{ rest }</li> })
    });
    each(items)
}

/// The weights that the user chose, if any.
type ChosenWeights = UseStateHandle<Option<ContextWeights>>;

fn weight_choice(part: ContextPart, weights: ContextWeights, chosen: &ChosenWeights) -> Html {
    let shown = weights.of(part);
    let choices: Vec<Choice> = WEIGHTS
        .into_iter()
        .map(|weight| {
            let words = weight.to_string();
            Choice::new(&words, &words, f64::from(weight) == shown)
        })
        .collect();
    let chosen = chosen.clone();
    let on_choose = Callback::from(move |key: String| {
        if let Ok(weight) = key.parse::<u32>() {
            chosen.set(Some(weights.with(part, f64::from(weight))));
        }
    });
    let id = format!("weight-{}", part.key());
    select(&id, part.name(), &choices, on_choose)
}
