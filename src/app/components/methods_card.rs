//! The methods paragraph, ready to paste.

use yew::prelude::*;

use crate::app::taking::{Taken, take};
use crate::export::methods::Methods;

pub(in crate::app) fn methods_card(methods: &Methods) -> Html {
    let text = methods.text();
    let copy =
        Callback::from(move |_: MouseEvent| take(String::new(), true, Taken::Words(text.clone())));
    html! {
        <section class="card methods">
            <h2>{ "Methods paragraph" }</h2>
            <p>{ methods.paragraph.clone() }</p>
            if !methods.references.is_empty() {
                <ul>{ for methods.references.iter().map(|work| html! { <li>{ *work }</li> }) }</ul>
            }
            <div class="actions">
                <button type="button" onclick={copy}>{ "Copy methods paragraph" }</button>
            </div>
        </section>
    }
}
