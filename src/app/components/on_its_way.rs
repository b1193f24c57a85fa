//! What stands in place of a page whose part of the program has not come yet.

use yew::prelude::*;

use crate::app::hooks::Coming;

pub(in crate::app) fn on_its_way(coming: Coming, ask_again: &Callback<MouseEvent>) -> Html {
    if coming == Coming::Missing {
        return html! {
            <div class="error-summary" role="alert">
                <h2>{ "This page could not be fetched" }</h2>
                <p>{ "Your files are still here. Look whether you are connected, and try again." }</p>
                <button type="button" class="button" onclick={ask_again}>{ "Try again" }</button>
            </div>
        };
    }
    html! { <p class="lead" role="status">{ "This page is on its way\u{2026}" }</p> }
}
