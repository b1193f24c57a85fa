//! Several measures at once, by the user's own weights.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::components::{
    Choice, card, cards, caution, change, element, found, group, lead, listing, note, select,
    setting, subtitle, year_choice,
};
use crate::app::place::Page;
use crate::app::shared::Shared;
use crate::app::state::State;
use crate::app::view::View;
use crate::chart::{
    OWN_CONSTRUCTION, Table, combined_first, combined_in_words, combined_scales_table,
    combined_table, lacking_table,
};
use crate::method::{CombinedError, CombinedWeights, combined};
use crate::terms::letters::with_capital;
use crate::terms::{Measure, listed};
use crate::words::app::pages::combined as words;

use super::Given;

/// The combined measure in words and as tables.
struct Made {
    headline: String,
    words: String,
    trusts: Table,
    scales: Table,
    lacking: Table,
}

#[component]
pub(in crate::app) fn CombinedPage(given: &Given) -> Html {
    let Given { state, view, .. } = given;
    let asked = (view.clone(), Shared(Rc::clone(&state.settings.weights)));
    let made = use_memo(asked, |(view, weights)| {
        Some(made(view.shown()?, &weights.0))
    });
    let (Some(shown), Some(made)) = (view.shown(), &*made) else {
        return html! {};
    };
    let (offered, others) = offered(shown);
    let choices = html! {
        <>
            { setting(state, shown, "group") }
            { setting(state, shown, "basis") }
            { year_choice(state) }
        </>
    };
    let weights = html! {
        <>
            { subtitle(words::WHAT_WEIGHTS_DO) }
            <div class="controls" role="group" aria-labelledby="weights-heading">
                { for offered.iter().map(|measure| weight_choice(state, *measure)) }
            </div>
            { not_offered(&others) }
        </>
    };
    html! {
        <>
            { finding(made) }
            { caution(Page::Combined) }
            { group(words::WHAT_IS_SHOWN, choices) }
            { card("", "weights-heading", words::YOUR_WEIGHTS, weights) }
            { made.as_ref().map(|made| body(made, shown)).unwrap_or_default() }
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

fn finding(made: &Result<Made, CombinedError>) -> Html {
    let (headline, words) = match made {
        Ok(made) => (&*made.headline, made.words.clone()),
        Err(error) => (
            words::NO_COMBINED_MEASURE,
            with_capital(&format!("{error}.")),
        ),
    };
    found(html! {
        <>
            { element("p", "made-up", words::YOUR_OWN_CONSTRUCTION.into()) }
            { element("h1", "", headline.into()) }
            { lead(&words) }
            { note(OWN_CONSTRUCTION) }
        </>
    })
}

fn weight_choice(state: &UseReducerHandle<State>, measure: Measure) -> Html {
    let weight = state.settings.weights.of(measure);
    let choices: Vec<Choice> = (0..=CombinedWeights::MOST)
        .map(|of| Choice::new(&of.to_string(), &of.to_string(), of == weight))
        .collect();
    let on_choose = change(state, move |settings, key: &String| {
        if let Ok(weight) = key.parse() {
            settings.weights = Rc::new(settings.weights.with(measure, weight));
        }
    });
    let id = format!("weight-{}", measure.key());
    select(&id, measure.name(), &choices, on_choose)
}

fn not_offered(measures: &[Measure]) -> Html {
    if measures.is_empty() {
        return html! {};
    }
    let names: Vec<&str> = measures.iter().map(|measure| measure.name()).collect();
    note(&words::not_in_the_files(&listed(&names)))
}

fn body(made: &Made, view: &View) -> Html {
    let tables = html! {
        <>
            { listing("combined-measure", &made.trusts, "", words::NO_TRUST_HAS_ALL_MEASURES) }
            { listing("combined-scales", &made.scales, "", "") }
            { listing("combined-lacking", &made.lacking, "", words::EVERY_TRUST_HAS_ALL_MEASURES) }
        </>
    };
    html! { <>{ cards(tables) }{ note(&view.source) }</> }
}
