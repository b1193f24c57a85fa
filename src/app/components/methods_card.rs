//! The methods paragraph, ready to paste.

use yew::prelude::*;

use crate::export::methods::Methods;
use crate::words::app::components::methods_card as words;

use super::chart_card::words_button;

pub(in crate::app) fn methods_card(methods: &Methods) -> Html {
    html! {
        <section class="card methods">
            <h2>{ words::HEADING }</h2>
            <p>{ methods.paragraph.clone() }</p>
            if !methods.references.is_empty() {
                <ul>{ for methods.references.iter().map(|work| html! { <li>{ *work }</li> }) }</ul>
            }
            <div class="actions">
                { words_button("methods", methods.text(), words::COPY) }
            </div>
        </section>
    }
}
