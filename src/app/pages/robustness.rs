//! Do the findings survive the rules? Every combination of them, as sentences, a curve and tables.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::components::{
    ChartCard, Choice, Controls, Parts, SharedChart, about_choice, caution, listing, select,
    survey_bar,
};
use crate::app::hooks::{UseStateHandle, use_memo};
use crate::app::place::{About, Page};
use crate::app::shared::Shared;
use crate::app::state::{Action, State};
use crate::app::survey::{Progress, SharedSurvey, use_survey};
use crate::app::view::{SharedView, View};
use crate::chart::{
    NO_JOINT_TEST, RankRangeChart, SpecificationChart, claim_in_words, claim_robustness_in_words,
    headlines_robustness_table, trusts_robustness_table, trusts_untestable_in_words,
};
use crate::method::{Claim, ClaimRobustness, Robustness};
use crate::words::app::pages::robustness as words;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) state: UseReducerHandle<State>,
    pub(in crate::app) view: SharedView,
    /// The part of the country whose figure the curve shows.
    pub(in crate::app) about: About,
    /// What was found last.
    pub(in crate::app) last: SharedSurvey,
    /// The place of the headline that is looked at.
    pub(in crate::app) chosen: UseStateHandle<Option<usize>>,
}

#[component]
pub(in crate::app) fn RobustnessPage(props: &Props) -> Html {
    let Props {
        state,
        view,
        about,
        last,
        chosen,
    } = props;
    let data = (*view.0).as_ref().ok().map(|view| Rc::clone(&view.data));
    let surveying = &use_survey(last, data, &state.settings.rules);
    let found = match &surveying.progress {
        Progress::Done(found) => Some(found.clone()),
        _ => None,
    };
    let claims = (*view.0).as_ref().ok().zip(found.as_ref());
    let claims = claims.map(|(view, found)| found.0.of_claims(&view.analysis));
    // The first that a rule breaks says most.
    let broken = claims
        .iter()
        .flatten()
        .position(|claim| claim.holds < claim.of);
    let looked_at = chosen.or(broken).unwrap_or(0);
    let charts = use_memo(
        (view.clone(), found.clone(), *about, looked_at),
        |(view, found, about, looked_at)| {
            let view = (*view.0).as_ref().ok()?;
            let claim = Claim::of(&view.analysis).get(*looked_at).copied();
            Some(Charts::new(view, &found.as_ref()?.0, *about, claim))
        },
    );
    let Ok(shown) = &*view.0 else {
        return html! {};
    };
    html! {
        <>
            <div class="finding" aria-live="polite">
                <h1>{ words::HEADING }</h1>
                <p class="lead">
                    { words::LEAD }
                </p>
                { for claims.as_ref().map(|claims| sentences(claims, shown)) }
            </div>
            { caution(Page::Robustness) }
            <Controls state={state.clone()} view={view.clone()} />
            { survey_bar(surveying) }
            { for found.as_ref().zip(claims).map(|(found, claims)| html! {
                <>
                    <div class="controls" role="group" aria-label={words::CURVE}>
                        { about_choice(shown, Page::Robustness, Parts::Regions, *about, words::CURVE_OF) }
                        { claim_choice(&claims, shown, looked_at, chosen) }
                    </div>
                    { for (*charts).as_ref().map(|charts| body(state, charts, &claims, &found.0, shown)) }
                </>
            }) }
        </>
    }
}

/// The curve, and where ranks can be tested the ranges of a region's trusts.
struct Charts {
    curve: SharedChart,
    ranges: Option<SharedChart>,
    about: About,
}

impl Charts {
    fn new(view: &View, found: &Robustness, about: About, claim: Option<Claim>) -> Self {
        let region = about.region();
        let curve = SpecificationChart::new(found, &view.analysis, region, claim);
        let ranges = region.filter(|_| found.trusts_testable);
        Self {
            curve: Shared(Rc::new(curve)),
            ranges: ranges.map(|region| -> SharedChart {
                Shared(Rc::new(RankRangeChart::new(found, &view.analysis, region)))
            }),
            about,
        }
    }
}

fn sentences(claims: &[ClaimRobustness], view: &View) -> Html {
    html! {
        <ul class="checks sentences">
            { for claims.iter().map(|claim| {
                let class = if claim.holds == claim.of { "check holds" } else { "check breaks" };
                let words = claim_robustness_in_words(claim, &view.analysis.rules);
                html! { <li {class}>{ words.join(" ") }</li> }
            }) }
        </ul>
    }
}

/// The headline whose dots are filled where it holds.
fn claim_choice(
    claims: &[ClaimRobustness],
    view: &View,
    looked_at: usize,
    chosen: &UseStateHandle<Option<usize>>,
) -> Html {
    if claims.is_empty() {
        return html! {};
    }
    let choices: Vec<Choice> = claims
        .iter()
        .enumerate()
        .map(|(place, claim)| {
            let words = claim_in_words(claim.claim, &view.analysis.rules);
            Choice::new(&place.to_string(), &words, place == looked_at)
        })
        .collect();
    let chosen = chosen.setter();
    let on_choose = Callback::from(move |key: String| {
        if let Ok(place) = key.parse() {
            chosen.set(Some(place));
        }
    });
    select("claim", words::HEADLINE, &choices, on_choose)
}

fn body(
    state: &UseReducerHandle<State>,
    charts: &Charts,
    claims: &[ClaimRobustness],
    found: &Rc<Robustness>,
    view: &View,
) -> Html {
    let adopt = {
        let (found, dispatcher) = (Rc::clone(found), state.dispatcher());
        let measure = (state.settings.rules.measure, state.settings.rules.focus);
        Callback::from(move |id: String| {
            let outcome = id.parse().ok().and_then(|at: usize| found.outcomes.get(at));
            if let Some(rules) = outcome.and_then(|outcome| outcome.rules.first()) {
                let mut rules = *rules;
                (rules.measure, rules.focus) = measure;
                dispatcher.dispatch(Action::choose(move |settings| settings.rules = rules));
            }
        })
    };
    let source = AttrValue::from(view.source.clone());
    html! {
        <div class="cards">
            <ChartCard chart={charts.curve.clone()} id="specification-curve" source={source.clone()} on_choose={adopt}>
                <p class="note">
                    { words::WHAT_COLUMNS_ARE }
                    { NO_JOINT_TEST }
                </p>
            </ChartCard>
            { listing(
                "headlines-under-all-rules",
                &headlines_robustness_table(claims, &view.analysis.rules),
                "",
                words::NO_HEADLINE,
            ) }
            { for charts.ranges.clone().map(|chart| html! {
                <ChartCard {chart} id="rank-ranges-under-all-rules" {source} />
            }) }
            { match trusts_untestable_in_words(found) {
                Some(why) => html! {
                    <section class="card">
                        <h2>{ words::RANKS_OF_TRUSTS }</h2>
                        <p>{ why }</p>
                    </section>
                },
                None => listing(
                    "trusts-under-all-rules",
                    &trusts_robustness_table(found, charts.about.region()),
                    "",
                    words::NO_ELIGIBLE_TRUST,
                ),
            } }
        </div>
    }
}
