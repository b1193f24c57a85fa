//! One trust: a verdict, every measure on the span of its region, what trusts with such an intake have, the schools
//! behind its figure, similar trusts that do better, and all figures folded away.

use std::rc::Rc;

use method::{
    AdjustParts, Analysis, ContextWeights, Contexts, Profile, Similar, Standing, TrustFigures, better_in, profile,
    similar,
};
use records::terms::{ContextPart, Urn, full_name};
use show::chart::{
    Chart, ContributionChart, SIMILAR_BY_NUMBERS_ALONE, TrustVerdict, authorities_in_words, better_after_name,
    context_in_words, context_table, detail_in_words, exclusions_table, neighbour_after_name, neighbours_in_words,
    profile_schools_table, similar_table, similarity_in_words,
};
use yew::prelude::*;

use crate::components::{
    Choice, SharedChart, brief_name, card, cards, chart_card_with, each, element, found, group, lead, link, listing,
    note, paragraph, scrolled, select, subtitle,
};
use crate::hooks::go_to;
use crate::route::{About, Page, Route};
use crate::shared::Shared;
use crate::view::{SharedView, View};
use crate::words::pages::{NONE, trust as words};

use super::PageInput;
use super::beside_intake::BesideIntake;
use super::what_if::WhatIf;

/// The number of similar trusts shown, and of those that do better.
const SIMILAR: usize = 10;
const BETTER: usize = 5;

/// The weights that a part of the context can have.
const WEIGHTS: [u32; 5] = [0, 1, 2, 3, 5];

pub(super) fn trust_page(input: &PageInput, shown: &View, made: &[Html]) -> Html {
    let uid = input.route.trusts.first();
    let uid = uid.map_or("", |uid| &**uid);
    let [heading, schools, all_figures] = made else {
        return unknown(uid, &input.query);
    };
    let settings = &input.state.settings;
    let (view, query, uid) = (&input.view, &input.query, Rc::<str>::from(uid));
    let similar = html! {
        <SimilarTrusts
            view={view.clone()}
            adjust={settings.adjust}
            chosen={input.selections.weights.clone()}
            uid={Rc::clone(&uid)}
            query={Rc::clone(query)}
        />
    };
    let what_if = html! { <WhatIf key={&*uid} view={view.clone()} uid={Rc::clone(&uid)} /> };
    let beside = html! {
        <BesideIntake
            view={view.clone()}
            library={input.library.clone()}
            is_like_for_like={settings.is_like_for_like}
            adjust={settings.adjust}
            {uid}
            query={Rc::clone(query)}
            last_surveys={input.last_surveys.clone()}
            after_intake={html! { <>{ schools.clone() }{ similar }{ what_if }</> }}
            all_figures={all_figures.clone()}
        />
    };
    html! {
        <>
            { input.opening(shown, heading.clone()) }
            { element("div", "one-side", cards(beside)) }
        </>
    }
}

/// The page except for similar trusts and what is made later: its heading with the verdict, its schools, and the cards
/// of all figures.
pub(super) fn made(input: &PageInput, view: &View) -> Vec<Html> {
    let uid = input.route.trusts.first();
    let found = uid.and_then(|uid| found_of(input, view, uid));
    found.unwrap_or_default()
}

fn found_of(input: &PageInput, view: &View, uid: &Rc<str>) -> Option<Vec<Html>> {
    let (analysis, query) = (&view.analysis, &*input.query);
    let index = index_of(analysis, uid)?;
    let contexts = &Contexts::new(view.measured.judgement());
    let profile = profile(&view.measured, contexts, analysis.rules.focus, uid).ok()?;
    let contribution = |analysis: &Analysis| ContributionChart::new(&view.data, analysis, index_of(analysis, uid)?);
    // Schools shown only for detail do not give region or ranks.
    let detail = view.measured.detail(analysis);
    let schools_of = detail.as_ref().map_or(analysis, |detail| &detail.analysis);
    let chart = contribution(schools_of).or_else(|| contribution(analysis));
    let detail = detail_in_words(&view.data, analysis, &profile);
    let detail = detail.as_deref().map(note).unwrap_or_default();
    let chart = chart.map(|chart| {
        if !chart.has_schools() {
            return card(
                "",
                "its-schools-heading",
                words::ITS_SCHOOLS,
                paragraph(Chart::subtitle(&chart)),
            );
        }
        let chart: SharedChart = Shared(Rc::new(chart));
        let own: Rc<str> = Rc::clone(uid);
        let on_choose = Callback::from(move |id: String| {
            // The chart's other marks are of the trust and its region.
            if id != *own && Urn::parse(&id).is_some() {
                go_to(&Route::of_trusts(Page::School, &[Rc::from(id)]));
            }
        });
        chart_card_with(&chart, "why-it-is-here", &view.source, Some(&on_choose), detail)
    });
    let schools =
        (!profile.schools.is_empty()).then(|| listing("trust-schools", &profile_schools_table(&profile), "", NONE));
    let left_out = (!profile.left_out.is_empty()).then(|| {
        let table = exclusions_table(&profile.left_out);
        listing("trust-schools-left-out", &table, "", NONE)
    });
    let all_figures = html! {
        <>
            { schools.unwrap_or_default() }
            { left_out.unwrap_or_default() }
            { context_card(&profile) }
        </>
    };
    Some(vec![
        heading(index, &profile, view, query),
        chart.unwrap_or_default(),
        all_figures,
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
            { super::compare::with_similar(view, index, query).unwrap_or_default() }
            { " \u{b7} " }
            { to(Page::Report, words::REPORT_TO_PRINT) }
        </>
    };
    let places = view.analysis.trusts.get(index).and_then(authorities_in_words);
    let (name, whole) = brief_name(&full_name(&profile.name));
    let verdict = TrustVerdict::new(&view.analysis, index);
    let said = verdict.map(
        |TrustVerdict {
             sentence,
             possible,
             meaning,
         }| {
            html! {
                <>
                    { lead(&sentence) }
                    { possible.as_deref().map(paragraph).unwrap_or_default() }
                    { meaning.as_deref().map(note).unwrap_or_default() }
                </>
            }
        },
    );
    found(html! {
        <>
            <h1 title={whole}>{ name }</h1>
            { said.unwrap_or_default() }
            { element("p", "note", links) }
            { places.as_deref().map(note).unwrap_or_default() }
        </>
    })
}

fn context_card(profile: &Profile) -> Html {
    let around = [&profile.region_context, &profile.all_context];
    let table = context_table(&profile.context, profile.region, around, profile.basis, profile.year);
    let words = context_in_words(&profile.context, profile.region, around, profile.basis);
    let inside = html! { <>{ subtitle(&words) }{ scrolled(&table, "") }</> };
    card("listed", "", words::ITS_CONTEXT, inside)
}

#[derive(Properties, PartialEq)]
struct SimilarProps {
    view: SharedView,
    /// The parts of the context that the user adjusts for.
    adjust: AdjustParts,
    chosen: ChosenWeights,
    /// The trust's number.
    uid: Rc<str>,
    query: Rc<str>,
}

/// The most similar trusts by context, and in which measures the nearest that do better do.
#[component]
fn SimilarTrusts(props: &SimilarProps) -> Html {
    let SimilarProps {
        view,
        adjust,
        chosen,
        uid,
        query,
    } = props;
    let same_parts = || match adjust.is_empty() {
        true => ContextWeights::default(),
        false => ContextWeights::of_parts(*adjust),
    };
    let shown = (**chosen).unwrap_or_else(same_parts);
    let found = use_memo((view.clone(), Rc::clone(uid), shown, Rc::clone(query)), similar_card);
    let Some([said, listed]) = &*found else {
        return html! {};
    };
    let weights = ContextPart::ALL.into_iter();
    let weights = each(weights.map(|part| weight_choice(part, shown, chosen)));
    let inside = html! {
        <>
            { said.clone() }
            { details(words::CHANGE_WEIGHTS, group(words::WEIGHTS_OF_THE_CONTEXT, weights)) }
            { listed.clone() }
        </>
    };
    card("listed", "similar-heading", words::SIMILAR_CONTEXTS, inside)
}

/// Those that do better, and all of them.
fn similar_card((view, uid, weights, query): &(SharedView, Rc<str>, ContextWeights, Rc<str>)) -> Option<[Html; 2]> {
    let view = view.shown()?;
    let analysis = &view.analysis;
    let index = index_of(analysis, uid)?;
    let contexts = &Contexts::new(view.measured.judgement());
    let similar = similar(analysis, contexts, index, weights, SIMILAR)?;
    let table = similar_table(analysis, contexts, index, &similar);
    let every = view.every_measured();
    let focus = analysis.rules.focus;
    let better = similar.better_first().into_iter();
    let better = better.filter(|one| one.standing == Standing::Better).take(BETTER);
    let better = better.filter_map(|one| {
        let trust = analysis.trusts.get(one.index)?;
        let (measures, of) = better_in(&every, focus, &trust.uid, uid);
        Some(neighbour(
            trust,
            &better_after_name(analysis, one, &measures, of)?,
            query,
        ))
    });
    let better: Vec<Html> = better.collect();
    let all = html! {
        <>
            { subtitle(&similarity_in_words(analysis, &similar)) }
            { element("ul", "neighbours", neighbours(analysis, &similar, query)) }
            { scrolled(&table, "") }
        </>
    };
    let said = html! {
        <>
            { paragraph(&neighbours_in_words(analysis, &similar)) }
            if !better.is_empty() { { element("ul", "neighbours", each(better)) } }
            { note(SIMILAR_BY_NUMBERS_ALONE) }
        </>
    };
    Some([said, details(words::ALL_SIMILAR, all)])
}

fn details(summary: &'static str, inside: Html) -> Html {
    html! { <details><summary>{ summary }</summary>{ inside }</details> }
}

fn neighbours(analysis: &Analysis, similar: &Similar, query: &str) -> Html {
    let neighbours = similar.better_first().into_iter();
    let items = neighbours.filter_map(|neighbour| {
        let trust = analysis.trusts.get(neighbour.index)?;
        let rest = neighbour_after_name(analysis, neighbour)?;
        Some(self::neighbour(trust, &rest, query))
    });
    each(items)
}

/// A similar trust with what is said of it after its name.
fn neighbour(trust: &TrustFigures, rest: &str, query: &str) -> Html {
    let route = Route::of_trusts(Page::Trust, &[Rc::clone(&trust.uid)]);
    let name = &*trust.readable_name;
    html! { <li key={&*trust.uid}>{ link(&route, query, name) }{ rest }</li> }
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
