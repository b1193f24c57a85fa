//! Figures adjusted for context on the first page: the switch, the parts that are adjusted for, what comes of it in
//! sentences, and whether the headline survives every choice of context.

use method::words::adjusted::lacking_in_sentence;
use method::{AdjustPart, AdjustParts, ContextRobustness};
use records::model::Basis;
use records::terms::letters::with_capital;
use show::chart::{Check, adjustment_in_words, region_adjusted_in_words, region_in_choices_in_words};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::route::{Page, Route};
use crate::state::State;
use crate::view::{InContext, View};
use crate::words::components::adjusting as words;

use super::controls::{Segment, change, segments};
use super::parts::{each, element, link, note, paragraph, sentences};

/// Whether the headline survives context, with a link to the page that says more.
pub(crate) fn context_check(Check { text, holds }: Check, query: &str) -> Html {
    let class = if holds { "holds" } else { "breaks" };
    let more = link(&Route::of(Page::Robustness), query, words::MORE);
    html! { <li class={classes!("check", class)}>{ text }{ " " }{ more }</li> }
}

/// The switch and, when it is on, the parts and what comes of them.
pub(crate) fn adjusting(
    state: &UseReducerHandle<State>,
    view: &View,
    in_context: &InContext,
    contexts: Option<&ContextRobustness>,
) -> Html {
    let adjust = state.settings.adjust;
    let body = match &in_context.offered {
        Err(reason) => note(&reason.to_string()),
        Ok(_) if adjust.is_empty() => html! {},
        Ok(offered) => html! {
            <>
                { parts(state, view, *offered) }
                { result(view, in_context, contexts) }
            </>
        },
    };
    html! {
        <section class="adjusting" aria-label={words::CONTEXT}>
            { switch(state, view, in_context) }
            { body }
        </section>
    }
}

/// The switch on a page whose charts follow it, with what figures are adjusted for when it is on.
pub(crate) fn figures_switch(
    state: &UseReducerHandle<State>,
    view: &View,
    in_context: &InContext,
    query: &str,
) -> Html {
    let said = match (&in_context.offered, &in_context.adjusted, in_context.view()) {
        (Err(reason), ..) | (_, Some(Err(reason)), _) => note(&reason.to_string()),
        (.., Some(adjusted)) => html! {
            <>
                { sentences("note", &adjustment_in_words(&adjusted.analysis)) }
                { element("p", "note", link(&Route::of(Page::Regions), query, words::CHOOSE_PARTS)) }
            </>
        },
        (.., None) => html! {},
    };
    html! {
        <section class="adjusting" aria-label={words::CONTEXT}>
            { switch(state, view, in_context) }
            <div aria-live="polite">{ said }</div>
        </section>
    }
}

/// The unadjusted figures, or those adjusted for every part that the files offer.
fn switch(state: &UseReducerHandle<State>, view: &View, in_context: &InContext) -> Html {
    const UNADJUSTED: &str = "none";
    const ADJUSTED: &str = "context";
    let offered = in_context.offered.ok();
    let is_on = offered.is_some() && !state.settings.adjust.is_empty();
    let unadjusted = match view.analysis.basis {
        Basis::Published => words::AS_PUBLISHED,
        Basis::Computed => words::AS_COMPUTED,
    };
    let on_choose = change(state, move |settings, value: &String| {
        settings.adjust = match offered {
            Some(offered) if value == ADJUSTED => offered,
            _ => AdjustParts::NONE,
        };
    });
    let choices = [
        Segment::new(UNADJUSTED, unadjusted, !is_on, true),
        Segment::new(ADJUSTED, words::ADJUSTED, is_on, offered.is_some()),
    ];
    segments("adjusted", words::FIGURES, choices, &on_choose)
}

/// The parts that the files offer, each with what ticking it means, and those that they lack.
fn parts(state: &UseReducerHandle<State>, view: &View, offered: AdjustParts) -> Html {
    let adjust = state.settings.adjust;
    let boxes = offered.iter().map(|part| {
        let on_tick = change(state, move |settings, &is_in: &bool| {
            settings.adjust = settings.adjust.with(part, is_in);
        });
        let onchange = on_tick.reform(|event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            input.checked()
        });
        let id = format!("means-{}", part.key());
        html! {
            <div class="part">
                <label>
                    <input
                        type="checkbox"
                        checked={adjust.contains(part)}
                        aria-describedby={id.clone()}
                        {onchange}
                    />
                    { part.name() }
                </label>
                <p class="note" {id}>{ part.meaning() }</p>
            </div>
        }
    });
    let lacking: AdjustParts = AdjustPart::ALL
        .into_iter()
        .filter(|part| !offered.contains(*part))
        .collect();
    let lacking =
        (!lacking.is_empty()).then(|| with_capital(&format!("{}.", lacking_in_sentence(lacking, view.data.year))));
    html! {
        <>
            <fieldset class="parts">
                <legend>{ words::PARTS }</legend>
                { each(boxes) }
            </fieldset>
            { lacking.as_deref().map(note).unwrap_or_default() }
        </>
    }
}

/// What becomes of the last and the first region, what is adjusted for, and what that cannot do; or why nothing is.
fn result(view: &View, in_context: &InContext, contexts: Option<&ContextRobustness>) -> Html {
    let found = match (&in_context.adjusted, in_context.view()) {
        (Some(Err(reason)), _) => paragraph(&reason.to_string()),
        (_, None) => html! {},
        (_, Some(View { analysis: adjusted, .. })) => {
            let regions = view.analysis.regions_best_first();
            let ends = match regions.as_slice() {
                [first, .., last] => vec![last.0.region, first.0.region],
                some => some.iter().map(|(of, _)| of.region).collect(),
            };
            let moved = ends.into_iter().map(|region| {
                let rules = &view.analysis.rules;
                let moved = region_adjusted_in_words(region, &view.analysis, adjusted);
                let places = contexts.and_then(|contexts| region_in_choices_in_words(region, contexts, rules));
                let words: Vec<String> = moved.into_iter().chain(places).collect();
                element("p", "", words.join(" ").into())
            });
            let said = adjustment_in_words(adjusted);
            html! { <>{ each(moved) }{ sentences("note", &said) }</> }
        }
    };
    html! { <div class="moved" aria-live="polite">{ found }</div> }
}
