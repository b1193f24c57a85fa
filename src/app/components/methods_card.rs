//! The methods paragraph, ready to paste.

use yew::prelude::*;

use crate::app::words::components::methods_card as words;
use crate::export::methods::Methods;

use super::chart_card::words_button;
use super::parts::{card, element, list, paragraph};

pub(in crate::app) fn methods_card(methods: &Methods) -> Html {
    let works = methods.references.iter();
    let inside = html! {
        <>
            { paragraph(&methods.paragraph) }
            if !methods.references.is_empty() { { list("", works.map(|&work| work.into())) } }
            { element("div", "actions", words_button("methods", methods.text(), words::COPY)) }
        </>
    };
    card("methods", "", words::HEADING, inside)
}
