//! The terms used with figures and what each means. Terms elsewhere on the page link here.

use std::ops::Range;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use gloo::utils::document;
use show::chart::{TERMS, Term, terms_in};
use yew::prelude::*;

use crate::hooks::{focus, go_to};
use crate::route::{Page, Route};
use crate::words::components::glossary as words;

use super::parts::{card, each, element};

fn id_of(word: &str) -> String {
    format!("word-{word}")
}

/// The address of Method contains a term as the address of Trust contains a number.
fn route_of(term: &Term) -> Route {
    Route::of_trusts(Page::Method, &[Rc::from(term.id)])
}

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// The term in the address.
    pub(crate) word: Option<Rc<str>>,
}

/// All terms, on the page Method. Scrolls to the one in the address.
#[component]
pub(crate) fn Glossary(props: &Props) -> Html {
    use_effect_with(props.word.clone(), |word| {
        // Once the page around it is drawn.
        let timer = word.clone().map(|word| Timeout::new(0, move || show(&id_of(&word))));
        move || drop(timer)
    });
    let terms = TERMS.iter().map(|term| {
        html! {
            <div key={term.id}>
                <dt id={id_of(term.id)} tabindex="-1">{ term.name }</dt>
                { element("dd", "", term.meaning.into()) }
            </div>
        }
    });
    let terms = element("dl", "", each(terms));
    card("glossary", "glossary-heading", words::HEADING, terms)
}

fn show(id: &str) {
    if let Some(term) = document().get_element_by_id(id) {
        term.scroll_into_view();
        focus(id);
    }
}

/// A text in which the first occurrence of each term links to its meaning.
pub(crate) fn linked(text: &str) -> Html {
    let mut pieces: Vec<Html> = Vec::new();
    let mut end = 0;
    let piece = |range: Range<usize>| text.get(range).unwrap_or_default();
    for (range, term) in terms_in(text) {
        pieces.push(piece(end..range.start).into());
        pieces.push(link(piece(range.clone()), term));
        end = range.end;
    }
    pieces.push(piece(end..text.len()).into());
    each(pieces)
}

fn link(word: &str, term: &'static Term) -> Html {
    // The rest of the address is read when the link is followed, not when it is rendered.
    let go = Callback::from(move |event: MouseEvent| {
        if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            event.prevent_default();
            go_to(&route_of(term));
        }
    });
    html! { <a class="word" href={route_of(term).address("")} onclick={go}>{ word }</a> }
}
