//! The methods paragraph, with a button to copy it.

use show::export::methods::Methods;
use yew::prelude::*;

use crate::words::components::methods_card as words;
use crate::words::exporting::THE_PARAGRAPH;

use super::chart_card::words_button;
use super::parts::{card, element, list, paragraph};

pub(crate) fn methods_card(methods: &Methods) -> Html {
    let works = methods.references.iter();
    let inside = html! {
        <>
            { paragraph(&methods.paragraph) }
            if !methods.references.is_empty() { { list("", works.map(|&work| work.into())) } }
            { element("div", "actions", words_button("methods", methods.text(), THE_PARAGRAPH, words::COPY)) }
        </>
    };
    card("methods", "", words::HEADING, inside)
}
