//! The top tens with their doubt: ranks with intervals, and who could be among the ten.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::components::{
    ChartCard, Choice, Controls, Parts, SharedChart, about_choice, caution, interval_controls,
    listing, ranking_bar, select, setting,
};
use crate::app::hooks::{UseStateHandle, use_memo};
use crate::app::place::{About, Page};
use crate::app::ranking::{Ranks, Reckoning};
use crate::app::shared::Shared;
use crate::app::state::State;
use crate::app::view::{SharedView, View};
use crate::chart::{
    RankChart, could_be_in_all, could_be_in_words, could_be_table, noise_check, pair_in_words,
    precision_in_words, ranks_in_words,
};
use crate::method::{Family, FamilyRanks, shrunken};
use crate::terms::letters::with_capital;
use crate::words::app::pages::top_ten as words;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) state: UseReducerHandle<State>,
    pub(in crate::app) view: SharedView,
    /// The family whose ranks are shown.
    pub(in crate::app) about: About,
    pub(in crate::app) reckoning: Reckoning,
    /// The places of the two trusts of which it is said whether they can be told apart.
    pub(in crate::app) pair: UseStateHandle<(usize, usize)>,
}

#[component]
pub(in crate::app) fn TopTenPage(props: &Props) -> Html {
    let Props {
        state,
        view: shared,
        about,
        reckoning,
        pair,
    } = props;
    let ranks = &reckoning.ranks;
    let family = family_of(ranks, shared, *about);
    let is_shrunken = state.settings.is_shrunken;
    let chart = use_memo(
        (shared.clone(), *about, Shared(family.clone()), is_shrunken),
        |(shared, about, Shared(family), is_shrunken)| {
            let view = (*shared.0).as_ref().ok()?;
            let family = family.as_deref()?;
            Some(rank_chart(view, *about, family, *is_shrunken))
        },
    );
    let Ok(view) = &*shared.0 else {
        return html! {};
    };
    let regional = ranks.regional(shared);
    let check = regional
        .as_ref()
        .and_then(|ranks| noise_check(&view.analysis, ranks));
    let headline = match &check {
        Some(check) => check.text.clone(),
        None => words::WHO_COULD_BE_IN_IT.to_owned(),
    };
    let in_all = regional.as_ref().and_then(|ranks| could_be_in_all(ranks));
    html! {
        <>
            <div class="finding" aria-live="polite">
                <h1>{ headline }</h1>
                <p class="lead">
                    { words::lead(in_all.as_deref()) }
                </p>
            </div>
            { caution(Page::TopTen) }
            <Controls state={state.clone()} view={shared.clone()} />
            <div class="controls" role="group" aria-label={words::DOUBT}>
                { about_choice(view, Page::TopTen, Parts::All, *about, words::TOP_TEN_OF) }
                { interval_controls(state, view) }
                { setting(state, view, "shrunken") }
            </div>
            { ranking_bar(reckoning) }
            <p class="note">{ format!("{} {}", ranks_in_words(&view.interval_choices), could_be_in_words(&view.interval_choices)) }</p>
            <p class="note">{ precision_in_words(&view.analysis) }</p>
            <div class="cards">
                { for (*chart).clone().map(|chart| html! {
                    <ChartCard {chart} id="rank-ranges" source={view.source.clone()} />
                }) }
                { for family.map(|family| html! { <Pair view={shared.clone()} family={Shared(family)} chosen={pair.clone()} /> }) }
                { for regional.map(|ranks| {
                    let table = could_be_table(&view.interval_choices, &ranks);
                    listing("could-be-in-the-top-ten", &table, "", words::NO_INTERVALS)
                }) }
            </div>
        </>
    }
}

/// The family of a part of the country with its ranks, once they are known.
pub(super) fn family_of(
    ranks: &Ranks,
    shared: &SharedView,
    about: About,
) -> Option<Rc<(Family, FamilyRanks)>> {
    let view = (*shared.0).as_ref().ok()?;
    let family = ranks.family(shared, view.scope(about)?)?;
    Some(Rc::new(family.clone()))
}

/// The chart of its ranks.
pub(super) fn rank_chart(
    view: &View,
    about: About,
    (family, ranks): &(Family, FamilyRanks),
    is_shrunken: bool,
) -> SharedChart {
    let analysis = &view.analysis;
    let scope = view.scope(about).filter(|_| is_shrunken);
    let shrunken = scope.and_then(|scope| shrunken(analysis, scope));
    let (interval_choices, shrunken) = (&view.interval_choices, shrunken.as_ref());
    Shared(Rc::new(RankChart::new(
        analysis,
        interval_choices,
        family,
        ranks,
        shrunken,
    )))
}

#[derive(Properties, PartialEq)]
struct PairProps {
    view: SharedView,
    family: Shared<Rc<(Family, FamilyRanks)>>,
    chosen: UseStateHandle<(usize, usize)>,
}

/// Two trusts of the family: distinguishable or not.
#[component]
fn Pair(props: &PairProps) -> Html {
    let chosen = &props.chosen;
    let Ok(view) = &*props.view.0 else {
        return html! {};
    };
    let (family, ranks) = &*props.family.0;
    let places: Vec<usize> = family.places().collect();
    let name = |place: &usize| {
        let trust = view.analysis.trusts.get(*place);
        trust.map_or_else(String::new, |trust| trust.readable_name.to_string())
    };
    let choices = |chosen: usize| -> Vec<Choice> {
        let named = places.iter().map(name).enumerate();
        named
            .map(|(at, name)| Choice::new(&at.to_string(), &name, at == chosen))
            .collect()
    };
    let (one, two) = **chosen;
    let choose = |put: fn((usize, usize), usize) -> (usize, usize)| {
        let chosen = chosen.clone();
        Callback::from(move |key: String| {
            if let Ok(at) = key.parse() {
                chosen.set(put(*chosen, at));
            }
        })
    };
    let words = match (places.get(one), places.get(two)) {
        _ if one == two => Some(words::CHOOSE_TWO.to_owned()),
        (Some(&one), Some(&two)) => ranks.critical.and_then(|critical| {
            pair_in_words(&view.analysis, family, critical, one, two)
                .map(|words| format!("{}.", with_capital(&words)))
        }),
        _ => None,
    };
    if places.len() < 2 {
        return html! {};
    }
    html! {
        <section class="card" aria-labelledby="pair-heading">
            <h2 id="pair-heading">{ words::CAN_TWO_BE_TOLD_APART }</h2>
            <p class="subtitle">
                { words::WHICH_CRITICAL_VALUE }
            </p>
            <div class="controls" role="group" aria-label={words::TWO_TRUSTS}>
                { select("pair-one", words::ONE_TRUST, &choices(one), choose(|(_, two), at| (at, two))) }
                { select("pair-two", words::ANOTHER, &choices(two), choose(|(one, _), at| (one, at))) }
            </div>
            <p aria-live="polite">
                { words.unwrap_or_else(|| words::RANKS_FIRST.to_owned()) }
            </p>
        </section>
    }
}
