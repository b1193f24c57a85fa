//! A short tour of the first page: a bar at the foot of the window that points at one part after another and does not
//! block the page.

use gloo::utils::document;
use web_sys::Element;

use yew::prelude::*;

use crate::hooks::focus;
use crate::preferences::{load, store};
use crate::words::components::{buttons, tour as words};

use super::parts::button;

/// The name of the preference that the tour was closed once, and its value.
const NAME: &str = "trust-gap-tour";
const CLOSED: &str = "closed";

/// Attributes that mark the current part, and the page while the bar covers its foot.
const POINTED: &str = "data-pointed-at";
const UNDER_WAY: &str = "data-tour";

const OFFER: &str = "tour-offer";
const NEXT: &str = "tour-next";

/// A part of the page, as a CSS selector, and its description.
struct Stop(&'static str, &'static str);

const STOPS: [Stop; 6] = [
    Stop(".finding", words::FINDING),
    Stop(".choices", words::CONTROLS),
    Stop(".regional-gap", words::GAP),
    Stop(".tiles", words::TILES),
    Stop(".trusts-by-region", words::STRIP),
    Stop(".file-bar", words::FILES),
];

/// The button that offers the tour, and the tour.
#[component]
pub(crate) fn Tour() -> Html {
    let current = use_state_eq(|| None);
    let was_open = use_mut_ref(|| false);
    use_effect_with(*current, move |current: &Option<usize>| {
        let part = current.and_then(|current| STOPS.get(current));
        let part = part.and_then(|stop| document().query_selector(stop.0).ok().flatten());
        if let Some(part) = &part {
            mark(part, POINTED, true);
            part.scroll_into_view();
        }
        let page = document().document_element().filter(|_| part.is_some());
        if let Some(page) = &page {
            mark(page, UNDER_WAY, true);
        }
        // The focus moves to the bar when it opens and back when it closes, but not when the page opens.
        let is_open = current.is_some();
        if was_open.replace(is_open) != is_open {
            focus(if is_open { NEXT } else { OFFER });
        }
        move || {
            for (element, name) in [(part, POINTED), (page, UNDER_WAY)] {
                if let Some(element) = element {
                    mark(&element, name, false);
                }
            }
        }
    });
    let go = |to: Option<usize>| {
        let current = current.clone();
        Callback::from(move |_: MouseEvent| current.set(to))
    };
    let words = if load(NAME).as_deref() == Some(CLOSED) {
        words::OFFER_AGAIN
    } else {
        words::OFFER
    };
    html! {
        <>
            <button type="button" class="close" id={OFFER} onclick={go(Some(0))}>{ words }</button>
            { for current.and_then(|at| Some(strip(&current, at, STOPS.get(at)?))) }
        </>
    }
}

fn strip(current: &UseStateHandle<Option<usize>>, at: usize, Stop(_, words): &Stop) -> Html {
    let go = |to: usize| {
        let current = current.clone();
        Callback::from(move |_: MouseEvent| current.set(Some(to)))
    };
    let close = {
        let current = current.clone();
        move || {
            // If it cannot be stored, the tour is offered as new next time.
            let _ = store(NAME, Some(CLOSED));
            current.set(None);
        }
    };
    let by_key = close.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            by_key();
        }
    });
    let (next, next_words) = if at + 1 == STOPS.len() {
        (0, words::FROM_THE_START)
    } else {
        (at + 1, words::NEXT)
    };
    html! {
        <section class="tour" aria-label={words::NAME} {onkeydown}>
            <p role="status">
                <span class="visually-hidden">{ words::stop_before(at + 1, STOPS.len()) }</span>
                { *words }
            </p>
            <p class="tour-buttons">
                if at > 0 { { button("close", words::BACK, go(at - 1)) } }
                <button type="button" class="close" id={NEXT} onclick={go(next)}>{ next_words }</button>
                { button("close", buttons::CLOSE, Callback::from(move |_: MouseEvent| close())) }
                <span aria-hidden="true">{ words::stop_of(at + 1, STOPS.len()) }</span>
            </p>
        </section>
    }
}

/// Sets or removes an attribute for the style sheet.
fn mark(element: &Element, name: &str, is_set: bool) {
    // If the browser refuses, the text of the bar still says what is meant.
    let _ = if is_set {
        element.set_attribute(name, "")
    } else {
        element.remove_attribute(name)
    };
}
