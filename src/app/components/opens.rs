//! What opens when it is asked for: its words come in the pages' part, only its name is there from the start.

use yew::prelude::*;

/// A name under which there is more, as soon as that is there.
pub(super) fn opens(class: &'static str, name: &'static str, more: Option<Html>) -> Html {
    html! {
        <details {class}>
            <summary>{ name }</summary>
            { more }
        </details>
    }
}
