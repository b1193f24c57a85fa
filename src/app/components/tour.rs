//! A short tour of the first page, for whoever asks for it: a strip at the foot of the window that points at one part
//! after another and stops nobody from doing something else.

use gloo::utils::document;
use web_sys::Element;
use yew::prelude::*;

use crate::app::hooks::focus;
use crate::app::kept::{keep, word};

/// The name of the word that tells that the tour was closed once, and the word.
const NAME: &str = "trust-gap-tour";
const CLOSED: &str = "closed";

/// What marks the part that is pointed at, and the page while the strip covers its foot.
const POINTED: &str = "data-pointed-at";
const UNDER_WAY: &str = "data-tour";

const OFFER: &str = "tour-offer";
const NEXT: &str = "tour-next";

/// A part of the page, as the style sheet finds it, and what there is to say of it.
struct Stop(&'static str, &'static str);

const STOPS: [Stop; 6] = [
    Stop(
        ".finding",
        "What the figures say, in a sentence. Below it stands under which rules that holds, and how much of the ranks \
         is chance.",
    ),
    Stop(
        ".controls",
        "What is shown: the measure, the pupils, how a region\u{2019}s figure is made, the year. Whatever you choose \
         changes all of the page, and stands in its address.",
    ),
    Stop(
        ".regional-gap",
        "Each region\u{2019}s disadvantaged and other pupils. Walk along with the mouse or the arrow keys; a click or \
         Enter leads to the region. Table shows the figures, the other buttons take them away.",
    ),
    Stop(
        ".tiles",
        "The same gaps where the regions lie. Choose one to go to its top ten.",
    ),
    Stop(
        ".trusts-by-region",
        "Every trust as a dot: they differ more within a region than regions do from one another. Below are the top \
         tens, with intervals and ties.",
    ),
    Stop(
        ".file-bar",
        "Your own files go in here, or are dropped or pasted anywhere. Nothing leaves this browser.",
    ),
];

/// The offer, and the tour. Not inlined, so that it can come in the pages' part.
#[inline(never)]
pub(in crate::app) fn tour() -> Html {
    html! { <Tour /> }
}

#[component]
fn Tour() -> Html {
    let place = use_state_eq(|| None);
    use_effect_with(*place, |place: &Option<usize>| {
        let part = place.and_then(|place| STOPS.get(place));
        let part = part.and_then(|stop| document().query_selector(stop.0).ok().flatten());
        if let Some(part) = &part {
            mark(part, POINTED, true);
            part.scroll_into_view();
        }
        let page = document().document_element().filter(|_| part.is_some());
        if let Some(page) = &page {
            mark(page, UNDER_WAY, true);
        }
        move || {
            for (element, name) in [(part, POINTED), (page, UNDER_WAY)] {
                if let Some(element) = element {
                    mark(&element, name, false);
                }
            }
        }
    });
    // The keyboard goes to the strip when it opens, and back when it closes; not as the page opens.
    {
        let was_open = use_mut_ref(|| false);
        use_effect_with(place.is_some(), move |&is_open| {
            if was_open.replace(is_open) != is_open {
                focus(if is_open { NEXT } else { OFFER });
            }
        });
    }
    let go = |to: Option<usize>| {
        let place = place.clone();
        Callback::from(move |_: MouseEvent| place.set(to))
    };
    let words = if word(NAME).as_deref() == Some(CLOSED) {
        "Show me around"
    } else {
        "New here? Show me around"
    };
    html! {
        <>
            <button type="button" class="close" id={OFFER} onclick={go(Some(0))}>{ words }</button>
            { for place.and_then(|at| Some(strip(&place, at, STOPS.get(at)?))) }
        </>
    }
}

fn strip(place: &UseStateHandle<Option<usize>>, at: usize, Stop(_, words): &Stop) -> Html {
    let go = |to: usize| {
        let place = place.clone();
        Callback::from(move |_: MouseEvent| place.set(Some(to)))
    };
    let close = {
        let place = place.clone();
        move || {
            keep(NAME, Some(CLOSED));
            place.set(None);
        }
    };
    let by_key = close.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            by_key();
        }
    });
    let is_last = at + 1 == STOPS.len();
    html! {
        <section class="tour" aria-label="Tour" {onkeydown}>
            <p role="status">
                <span class="visually-hidden">{ format!("{} of {}: ", at + 1, STOPS.len()) }</span>
                { *words }
            </p>
            <p class="tour-buttons">
                if at > 0 { <button type="button" class="close" onclick={go(at - 1)}>{ "Back" }</button> }
                if is_last {
                    <button type="button" class="close" id={NEXT} onclick={go(0)}>{ "From the start" }</button>
                } else {
                    <button type="button" class="close" id={NEXT} onclick={go(at + 1)}>{ "Next" }</button>
                }
                <button type="button" class="close" onclick={move |_: MouseEvent| close()}>{ "Close" }</button>
                <span aria-hidden="true">{ format!("{} of {}", at + 1, STOPS.len()) }</span>
            </p>
        </section>
    }
}

/// Marks an element for the style sheet, or no longer.
fn mark(element: &Element, name: &str, is_so: bool) {
    // Where the browser refuses, the strip's words still say what is meant.
    let _ = if is_so {
        element.set_attribute(name, "")
    } else {
        element.remove_attribute(name)
    };
}
