//! Several measures at once, with the user's own weights.

use std::rc::Rc;

use method::{Combined, CombinedWeights, combined};
use records::model::Basis;
use records::terms::letters::with_capital;
use records::terms::{Measure, listed};
use show::chart::{
    OWN_CONSTRUCTION, combined_first, combined_in_words, combined_scales_table, combined_table, lacking_table,
    quote_of_combined,
};
use yew::prelude::*;

use crate::components::{
    card, cards, caution, change, each, element, found, group, listing, note, quoted, select_index, setting, subtitle,
    titled, year_choice,
};
use crate::hooks::use_later;
use crate::route::Page;
use crate::shared::Shared;
use crate::state::State;
use crate::view::View;
use crate::words::pages::combined as words;

use super::PageInput;

pub(super) fn combined_page(input: &PageInput, shown: &View, made: &[Html]) -> Html {
    let state = &input.state;
    let [finding, body] = made else {
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
                { each(offered.iter().map(|measure| weight_choice(state, *measure))) }
            </div>
            { not_offered(&others) }
        </>
    };
    html! {
        <>
            { finding.clone() }
            { caution(Page::Combined) }
            { group(words::WHAT_IS_SHOWN, choices) }
            { card("", "weights-heading", words::YOUR_WEIGHTS, weights) }
            { body.clone() }
        </>
    }
}

/// The finding, and the tables of the combined measure if there is one.
pub(super) fn made(input: &PageInput, view: &View) -> Vec<Html> {
    let weights = &input.state.settings.weights;
    let ingredients = weights.ingredients(&offered(view).0, view.analysis.rules.focus);
    let made = match combined(view.measured.judgement(), &ingredients) {
        Ok(made) => made,
        Err(error) => {
            let words = with_capital(&format!("{error}."));
            return vec![finding(words::NO_COMBINED_MEASURE, &words), html! {}];
        }
    };
    let quotation = quote_of_combined(&view.data, &view.analysis, &made);
    let first = quoted(
        finding(&combined_first(&made), &combined_in_words(&made)),
        Some(quotation),
    );
    let (basis, source) = (view.analysis.basis, view.source.clone());
    let made = Shared(Rc::new(made));
    vec![first, html! { <CombinedTables {made} {basis} {source} /> }]
}

#[derive(Properties, PartialEq)]
struct TablesProps {
    made: Shared<Rc<Combined>>,
    basis: Basis,
    source: String,
}

/// The tables of the combined measure. Those of a trust file are long, so they are made in a task of their own.
#[component]
fn CombinedTables(props: &TablesProps) -> Html {
    let tables = use_later(&(props.made.clone(), props.basis), |(Shared(made), basis)| {
        let trusts = combined_table(made, *basis);
        let (scales, lacking) = (combined_scales_table(made), lacking_table(made));
        cards(html! {
            <>
                { listing("combined-measure", &trusts, "", words::NO_TRUST_HAS_ALL_MEASURES) }
                { listing("combined-scales", &scales, "", "") }
                { listing("combined-lacking", &lacking, "", words::EVERY_TRUST_HAS_ALL_MEASURES) }
            </>
        })
    });
    let tables = tables.0.as_deref().cloned().unwrap_or_default();
    html! { <>{ tables }{ note(&props.source) }</> }
}

/// The measures that the files have for the current group, and those that they have only for other groups.
fn offered(view: &View) -> (Vec<Measure>, Vec<Measure>) {
    let (basis, focus) = (view.analysis.basis, view.analysis.rules.focus);
    let measures = view.measures.iter().copied();
    measures.partition(|measure| view.data.focuses(basis, *measure).contains(&focus))
}

fn finding(headline: &str, words: &str) -> Html {
    found(html! {
        <>
            { element("p", "made-up", words::YOUR_OWN_CONSTRUCTION.into()) }
            { titled(headline, words) }
            { note(OWN_CONSTRUCTION) }
        </>
    })
}

fn weight_choice(state: &UseReducerHandle<State>, measure: Measure) -> Html {
    let on_choose = change(state, move |settings, &weight: &usize| {
        let weight = u8::try_from(weight).unwrap_or_default();
        settings.weights = Rc::new(settings.weights.with(measure, weight));
    });
    let weights: Vec<String> = (0..=CombinedWeights::MOST).map(|of| of.to_string()).collect();
    let weight = usize::from(state.settings.weights.of(measure));
    let id = format!("weight-{}", measure.key());
    select_index(&id, measure.name(), &weights, weight, on_choose)
}

fn not_offered(measures: &[Measure]) -> Html {
    if measures.is_empty() {
        return html! {};
    }
    let names: Vec<&str> = measures.iter().map(|measure| measure.name()).collect();
    note(&words::not_in_the_files(&listed(&names)))
}
