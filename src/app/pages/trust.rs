//! One trust: every measure beside region and nation, why its figure is what it is, its context, similar trusts.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::components::{
    ChartCard, Choice, Controls, SharedChart, brief_name, caution, listing, scrolled, select,
};
use crate::app::hooks::{UseStateHandle, use_memo};
use crate::app::place::{About, Page, Place};
use crate::app::shared::Shared;
use crate::app::state::State;
use crate::app::view::{SharedView, View};
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

/// How many similar trusts are shown.
const SIMILAR: usize = 10;

/// The weights that a part of the context can have in the distance.
const WEIGHTS: [u32; 5] = [0, 1, 2, 3, 5];

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) state: UseReducerHandle<State>,
    pub(in crate::app) view: SharedView,
    /// The trust's number.
    pub(in crate::app) uid: Rc<str>,
    /// How much each part of the context weighs.
    pub(in crate::app) weights: UseStateHandle<ContextWeights>,
    /// What addresses carry.
    pub(in crate::app) query: Rc<str>,
}

#[component]
pub(in crate::app) fn TrustPage(props: &Props) -> Html {
    let Props {
        state,
        view,
        uid,
        weights,
        query,
    } = props;
    let contexts = use_memo(view.clone(), |view| {
        let view = (*view.0).as_ref().ok()?;
        Some(Contexts::new(view.measured.judgement()))
    });
    let asked = (view.clone(), Rc::clone(uid), Shared(Rc::clone(&contexts)));
    let found = use_memo(asked, |(view, uid, Shared(contexts))| {
        let view = (*view.0).as_ref().ok()?;
        Found::new(view, (**contexts).as_ref()?, uid)
    });
    let Ok(shown) = &*view.0 else {
        return html! {};
    };
    let (Some(found), Some(contexts)) = ((*found).as_ref(), (*contexts).as_ref()) else {
        return unknown(uid, query);
    };
    html! {
        <>
            { heading(found, shown, query) }
            { caution(Page::Trust) }
            <Controls state={state.clone()} view={view.clone()} />
            { for found.detail.iter().map(|words| html! { <p class="note">{ words.clone() }</p> }) }
            <div class="cards">
                { for found.contribution.clone().map(|chart| html! {
                    <ChartCard
                        {chart}
                        id="why-it-is-here"
                        source={shown.source.clone()}
                    />
                }) }
                { measures_card(found, shown) }
                { for found.schools.iter().map(|table| listing("trust-schools", table, "", NONE)) }
                { for found.left_out.iter().map(|table| listing("trust-schools-left-out", table, "", NONE)) }
                { context_card(&found.profile) }
                { similar_card(found, shown, contexts, weights, query) }
            </div>
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
    html! {
        <>
            <h1>{ words::NO_SUCH_TRUST }</h1>
            <p class="lead">
                { words::not_eligible(uid) }
                <a href={Place::of(Page::Trusts).address(query)}>{ words::ALL_TRUSTS }</a>
            </p>
        </>
    }
}

fn heading(found: &Found, view: &View, query: &str) -> Html {
    let profile = &found.profile;
    let region = profile
        .region
        .map(|region| (region, Place::about(Page::TopTen, About::Region(region))));
    let own = [Rc::clone(&profile.uid)];
    let schools = profile
        .schools_counted
        .map_or_else(String::new, words::schools_that_count);
    let (name, whole) = brief_name(&full_name(&profile.name));
    html! {
        <div class="finding" aria-live="polite">
            <h1 title={whole}>{ name }</h1>
            <p class="lead">
                { for trust_in_words(&view.analysis, found.place) }
            </p>
            <p class="note">
                { words::number_and_schools(&profile.uid, schools) }
                { region.map_or_else(|| html! { words::REGION_NOT_KNOWN }, |(region, place)| html! {
                    <a href={place.address(query)}>{ words::top_ten_of(region.name()) }</a>
                }) }
                { " \u{b7} " }
                <a href={Place::of_trusts(Page::Trusts, &own).address(query)}>{ words::COMPARE_IT_WITH_OTHERS }</a>
                { " \u{b7} " }
                <a href={Place::of_trusts(Page::Report, &own).address(query)}>{ words::REPORT_TO_PRINT }</a>
            </p>
        </div>
    }
}

fn measures_card(found: &Found, view: &View) -> Html {
    let table = measures_table(&found.profile, &found.measures, view.interval_choices.level);
    let now = found
        .measures
        .iter()
        .find(|of| of.measure == view.analysis.rules.measure);
    let second = now.and_then(|of| of.second_gap.as_ref());
    html! {
        <>
            { listing("trust-measures", &table, &precision_in_words(&view.analysis), NONE) }
            { for second.map(|line| html! {
                <section class="card">
                    <h2>{ words::AGAINST_OTHER_PUPILS_EVERYWHERE }</h2>
                    <p>{ second_gap_in_words(line) }</p>
                </section>
            }) }
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
    html! {
        <section class="card listed">
            <h2>{ words::ITS_CONTEXT }</h2>
            <p class="subtitle">{ words }</p>
            { scrolled(&table, "") }
        </section>
    }
}

/// The nearest trusts by context, those that do better first.
fn similar_card(
    found: &Found,
    view: &View,
    contexts: &Contexts,
    weights: &UseStateHandle<ContextWeights>,
    query: &str,
) -> Html {
    let analysis = &view.analysis;
    let similar = similar(analysis, contexts, found.place, weights, SIMILAR);
    let Some(similar) = similar else {
        return html! {};
    };
    let table = similar_table(analysis, contexts, found.place, &similar);
    html! {
        <section class="card listed" aria-labelledby="similar-heading">
            <h2 id="similar-heading">{ words::SIMILAR_CONTEXTS }</h2>
            <p class="subtitle">{ similarity_in_words(analysis, &similar) }</p>
            <details>
                <summary>{ words::WEIGH_OTHERWISE }</summary>
                <div class="controls" role="group" aria-label={words::WEIGHTS_OF_THE_CONTEXT}>
                    { for ContextPart::ALL.into_iter().map(|part| weight_choice(part, weights)) }
                </div>
            </details>
            <ul class="neighbours">{ for neighbours(analysis, &similar, query) }</ul>
            <p>{ neighbours_in_words(analysis, &similar) }</p>
            <p class="note">{ SIMILAR_BY_NUMBERS_ALONE }</p>
            <details>
                <summary>{ words::AS_A_TABLE }</summary>
                { scrolled(&table, "") }
            </details>
        </section>
    }
}

fn neighbours<'a>(
    analysis: &'a Analysis,
    similar: &'a Similar,
    query: &'a str,
) -> impl Iterator<Item = Html> + 'a {
    similar
        .better_first()
        .into_iter()
        .filter_map(move |neighbour| {
            let trust = analysis.trusts.get(neighbour.place)?;
            let words = neighbour_in_words(analysis, neighbour)?;
            let place = Place::of_trusts(Page::Trust, &[Rc::clone(&trust.uid)]);
            let name = Rc::clone(&trust.readable_name);
            let rest = words.strip_prefix(&*name).unwrap_or(&words).to_owned();
            Some(html! {
                <li key={&*trust.uid}>
                    <a href={place.address(query)}>{ name }</a>
                    { rest }
                </li>
            })
        })
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
