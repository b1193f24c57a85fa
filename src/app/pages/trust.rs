//! One trust: every measure beside region and nation, why its figure is what it is, its context, similar trusts.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::components::{
    Choice, SharedChart, brief_name, card, cards, chart_card, element, found, group, lead, link,
    listing, note, paragraph, scrolled, select, subtitle,
};
use crate::app::place::{About, Page, Place};
use crate::app::shared::Shared;
use crate::app::view::View;
use crate::chart::{
    ContributionChart, SIMILAR_BY_NUMBERS_ALONE, Table, context_in_words, context_table,
    detail_in_words, exclusions_table, measures_table, neighbour_in_words, neighbours_in_words,
    precision_in_words, profile_schools_table, second_gap_in_words, similar_table,
    similarity_in_words, trust_in_words,
};
use crate::method::{
    Analysis, ContextWeights, Contexts, MeasureProfile, Measured, Profile, Similar,
    measure_profile, profile, similar,
};
use crate::terms::{ContextPart, full_name};
use crate::words::app::pages::{NONE, trust as words};

use super::Given;

/// How many similar trusts are shown.
const SIMILAR: usize = 10;

/// The weights that a part of the context can have in the distance.
const WEIGHTS: [u32; 5] = [0, 1, 2, 3, 5];

#[component]
pub(in crate::app) fn TrustPage(given: &Given) -> Html {
    let (view, query) = (&given.view, &*given.query);
    let uid = given.place.trusts.first().cloned().unwrap_or_default();
    let contexts = use_memo(view.clone(), |view| {
        Some(Contexts::new(view.shown()?.measured.judgement()))
    });
    let asked = (view.clone(), uid.clone(), Shared(Rc::clone(&contexts)));
    let found = use_memo(asked, |(view, uid, Shared(contexts))| {
        Found::new(view.shown()?, (**contexts).as_ref()?, uid)
    });
    let Some(shown) = view.shown() else {
        return html! {};
    };
    let (Some(found), Some(contexts)) = (&*found, &*contexts) else {
        return unknown(&uid, query);
    };
    let chart = found.contribution.as_ref();
    let chart = chart.map(|chart| chart_card(chart, "why-it-is-here", &shown.source, None));
    let schools = [
        ("trust-schools", &found.schools),
        ("trust-schools-left-out", &found.left_out),
    ];
    let schools = schools.map(|(id, table)| {
        let table = table.as_ref();
        table
            .map(|table| listing(id, table, "", NONE))
            .unwrap_or_default()
    });
    let inside = html! {
        <>
            { chart.unwrap_or_default() }
            { measures_card(found, shown) }
            { for schools }
            { context_card(&found.profile) }
            { similar_card(found, shown, contexts, &given.chosen.weights, query) }
        </>
    };
    html! {
        <>
            { given.opening(shown, heading(found, shown, query)) }
            { found.detail.as_deref().map(note).unwrap_or_default() }
            { cards(inside) }
        </>
    }
}

/// What is computed of the trust, once for a view.
struct Found {
    place: usize,
    profile: Profile,
    measures: Vec<MeasureProfile>,
    contribution: Option<SharedChart>,
    schools: Option<Table>,
    left_out: Option<Table>,
    /// That its schools serve for detail, where its figures are as published.
    detail: Option<String>,
}

impl Found {
    fn new(view: &View, contexts: &Contexts, uid: &str) -> Option<Self> {
        let analysis = &view.analysis;
        let place = analysis
            .trusts
            .iter()
            .position(|trust| &*trust.uid == uid)?;
        let profile = profile(&view.measured, contexts, analysis.rules.focus, uid).ok()?;
        let judgement = view.measured.judgement();
        let of_measure = |measure| {
            let measured = Measured::new(judgement, measure).ok()?;
            measure_profile(
                &measured,
                analysis.rules.regional,
                uid,
                &view.interval_choices,
            )
            .ok()
        };
        let contribution = |analysis: &Analysis| -> Option<SharedChart> {
            let mut trusts = analysis.trusts.iter();
            let place = trusts.position(|trust| &*trust.uid == uid)?;
            let chart = ContributionChart::new(&view.data, analysis, place)?;
            Some(Shared(Rc::new(chart)))
        };
        // A region and its ranks are not shown of schools that serve for detail.
        let detail = view.measured.detail(analysis);
        let schools_of = detail.as_ref().map_or(analysis, |detail| &detail.analysis);
        Some(Self {
            detail: detail_in_words(&view.data, analysis, &profile),
            place,
            measures: view
                .measures
                .iter()
                .copied()
                .filter_map(of_measure)
                .collect(),
            contribution: contribution(schools_of).or_else(|| contribution(analysis)),
            schools: (!profile.schools.is_empty()).then(|| profile_schools_table(&profile)),
            left_out: (!profile.left_out.is_empty()).then(|| exclusions_table(&profile.left_out)),
            profile,
        })
    }
}

fn unknown(uid: &str, query: &str) -> Html {
    let all = link(&Place::of(Page::Trusts), query, words::ALL_TRUSTS);
    let words = html! { <>{ words::not_eligible(uid) }{ all }</> };
    let heading = element("h1", "", words::NO_SUCH_TRUST.into());
    html! { <>{ heading }{ element("p", "lead", words) }</> }
}

fn heading(found_of: &Found, view: &View, query: &str) -> Html {
    let profile = &found_of.profile;
    let own = [Rc::clone(&profile.uid)];
    let schools = profile.schools_counted;
    let schools = schools.map_or_else(String::new, words::schools_that_count);
    let region = match profile.region {
        Some(region) => {
            let place = Place::about(Page::TopTen, About::Region(region));
            link(&place, query, &words::top_ten_of(region.name()))
        }
        None => words::REGION_NOT_KNOWN.into(),
    };
    let to = |page: Page, words: &str| link(&Place::of_trusts(page, &own), query, words);
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
    let words = trust_in_words(&view.analysis, found_of.place);
    found(html! {
        <>
            <h1 title={whole}>{ name }</h1>
            { lead(&words.unwrap_or_default()) }
            { element("p", "note", links) }
        </>
    })
}

fn measures_card(found: &Found, view: &View) -> Html {
    let table = measures_table(&found.profile, &found.measures, view.interval_choices.level);
    let mut measures = found.measures.iter();
    let now = measures.find(|of| of.measure == view.analysis.rules.measure);
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
    let table = context_table(
        &profile.context,
        profile.region,
        around,
        profile.basis,
        profile.year,
    );
    let words = context_in_words(&profile.context, profile.region, around, profile.basis);
    let inside = html! { <>{ subtitle(&words) }{ scrolled(&table, "") }</> };
    card("listed", "", words::ITS_CONTEXT, inside)
}

/// The nearest trusts by context, those that do better first.
fn similar_card(
    found: &Found,
    view: &View,
    contexts: &Contexts,
    chosen: &UseStateHandle<ContextWeights>,
    query: &str,
) -> Html {
    let analysis = &view.analysis;
    let similar = similar(analysis, contexts, found.place, chosen, SIMILAR);
    let Some(similar) = similar else {
        return html! {};
    };
    let table = similar_table(analysis, contexts, found.place, &similar);
    let weights = ContextPart::ALL.into_iter();
    let weights = weights.map(|part| weight_choice(part, chosen)).collect();
    let inside = html! {
        <>
            { subtitle(&similarity_in_words(analysis, &similar)) }
            { details(words::WEIGH_OTHERWISE, group(words::WEIGHTS_OF_THE_CONTEXT, weights)) }
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
        let trust = analysis.trusts.get(neighbour.place)?;
        let words = neighbour_in_words(analysis, neighbour)?;
        let place = Place::of_trusts(Page::Trust, &[Rc::clone(&trust.uid)]);
        let name = &*trust.readable_name;
        let rest = words.strip_prefix(name).unwrap_or(&words);
        Some(html! { <li key={&*trust.uid}>{ link(&place, query, name) }{ rest }</li> })
    });
    items.collect()
}

fn weight_choice(part: ContextPart, weights: &UseStateHandle<ContextWeights>) -> Html {
    let shown = weights.of(part);
    let choices: Vec<Choice> = WEIGHTS
        .into_iter()
        .map(|weight| {
            let words = weight.to_string();
            Choice::new(&words, &words, f64::from(weight) == shown)
        })
        .collect();
    let weights = weights.clone();
    let on_choose = Callback::from(move |key: String| {
        if let Ok(weight) = key.parse::<u32>() {
            weights.set((*weights).with(part, f64::from(weight)));
        }
    });
    let id = format!("weight-{}", part.key());
    select(&id, part.name(), &choices, on_choose)
}
