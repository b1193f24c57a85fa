//! Several measures at once, by the user's own weights.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::components::{Choice, caution, listing, select, setting, year_choice};
use crate::app::hooks::use_memo;
use crate::app::place::Page;
use crate::app::shared::Shared;
use crate::app::state::{Action, State};
use crate::app::view::{SharedView, View};
use crate::chart::{
    OWN_CONSTRUCTION, Table, combined_first, combined_in_words, combined_scales_table,
    combined_table, lacking_table,
};
use crate::method::{CombinedError, CombinedWeights, combined};
use crate::terms::letters::with_capital;
use crate::terms::{Measure, listed};
use crate::words::app::pages::combined as words;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) state: UseReducerHandle<State>,
    pub(in crate::app) view: SharedView,
}

/// The combined measure in words and as tables.
struct Made {
    headline: String,
    words: String,
    trusts: Table,
    scales: Table,
    lacking: Table,
}

#[component]
pub(in crate::app) fn CombinedPage(props: &Props) -> Html {
    let Props { state, view } = props;
    let asked = (view.clone(), Shared(Rc::clone(&state.settings.weights)));
    let made = use_memo(asked, |(view, weights)| {
        Some(made((*view.0).as_ref().ok()?, &weights.0))
    });
    let Ok(shown) = &*view.0 else {
        return html! {};
    };
    let (offered, others) = offered(shown);
    html! {
        <>
            { finding((*made).as_ref()) }
            { caution(Page::Combined) }
            <div class="controls" role="group" aria-label={words::WHAT_IS_SHOWN}>
                { setting(state, shown, "group") }
                { setting(state, shown, "basis") }
                { year_choice(state) }
            </div>
            <section class="card" aria-labelledby="weights-heading">
                <h2 id="weights-heading">{ words::YOUR_WEIGHTS }</h2>
                <p class="subtitle">
                    { words::WHAT_WEIGHTS_DO }
                </p>
                <div class="controls" role="group" aria-labelledby="weights-heading">
                    { for offered.iter().map(|measure| weight_choice(state, *measure)) }
                </div>
                { not_offered(&others) }
            </section>
            { for (*made).as_ref().and_then(|made| made.as_ref().ok()).map(|made| body(made, shown)) }
        </>
    }
}

fn made(view: &View, weights: &CombinedWeights) -> Result<Made, CombinedError> {
    let focus = view.analysis.rules.focus;
    let (offered, _) = offered(view);
    let combined = combined(
        view.measured.judgement(),
        &weights.ingredients(&offered, focus),
    )?;
    Ok(Made {
        headline: combined_first(&combined),
        words: combined_in_words(&combined),
        trusts: combined_table(&combined, view.analysis.basis),
        scales: combined_scales_table(&combined),
        lacking: lacking_table(&combined),
    })
}

/// The measures that the files have for the group that is shown, and those that they have for others alone.
fn offered(view: &View) -> (Vec<Measure>, Vec<Measure>) {
    let (basis, focus) = (view.analysis.basis, view.analysis.rules.focus);
    let measures = view.measures.iter().copied();
    measures.partition(|measure| view.data.focuses(basis, *measure).contains(&focus))
}

fn finding(made: Option<&Result<Made, CombinedError>>) -> Html {
    let (headline, words) = match made {
        Some(Ok(made)) => (made.headline.clone(), made.words.clone()),
        Some(Err(error)) => (
            words::NO_COMBINED_MEASURE.to_owned(),
            with_capital(&format!("{error}.")),
        ),
        None => return html! {},
    };
    html! {
        <div class="finding" aria-live="polite">
            <p class="made-up">{ words::YOUR_OWN_CONSTRUCTION }</p>
            <h1>{ headline }</h1>
            <p class="lead">{ words }</p>
            <p class="note">{ OWN_CONSTRUCTION }</p>
        </div>
    }
}

fn weight_choice(state: &UseReducerHandle<State>, measure: Measure) -> Html {
    let weight = state.settings.weights.of(measure);
    let choices: Vec<Choice> = (0..=CombinedWeights::MOST)
        .map(|of| Choice::new(&of.to_string(), &of.to_string(), of == weight))
        .collect();
    let dispatcher = state.dispatcher();
    let on_choose = Callback::from(move |key: String| {
        if let Ok(weight) = key.parse() {
            dispatcher.dispatch(Action::choose(move |settings| {
                settings.weights = Rc::new(settings.weights.with(measure, weight));
            }));
        }
    });
    select(
        &format!("weight-{}", measure.key()),
        measure.name(),
        &choices,
        on_choose,
    )
}

fn not_offered(measures: &[Measure]) -> Html {
    if measures.is_empty() {
        return html! {};
    }
    let names: Vec<&str> = measures.iter().map(|measure| measure.name()).collect();
    html! { <p class="note">{ words::not_in_the_files(&listed(&names)) }</p> }
}

fn body(made: &Made, view: &View) -> Html {
    html! {
        <>
        <div class="cards">
            { listing("combined-measure", &made.trusts, "", words::NO_TRUST_HAS_ALL_MEASURES) }
            { listing("combined-scales", &made.scales, "", "") }
            { listing("combined-lacking", &made.lacking, "", words::EVERY_TRUST_HAS_ALL_MEASURES) }
        </div>
        <p class="note">{ view.source.clone() }</p>
        </>
    }
}
