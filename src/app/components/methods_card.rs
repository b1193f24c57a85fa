//! The methods paragraph, ready to paste.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::taking::{Form, Source, take};
use crate::export::methods::Methods;
use crate::words::app::components::methods_card as words;

pub(in crate::app) fn methods_card(methods: &Methods) -> Html {
    let text = Rc::new(Source::Words(methods.text()));
    let copy = Callback::from(move |_: MouseEvent| take("", true, &text, Form::Copy));
    html! {
        <section class="card methods">
            <h2>{ words::HEADING }</h2>
            <p>{ methods.paragraph.clone() }</p>
            if !methods.references.is_empty() {
                <ul>{ for methods.references.iter().map(|work| html! { <li>{ *work }</li> }) }</ul>
            }
            <div class="actions">
                <button type="button" onclick={copy}>{ words::COPY }</button>
            </div>
        </section>
    }
}
