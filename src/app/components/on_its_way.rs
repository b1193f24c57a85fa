//! What stands in place of a page whose part of the program has not come yet.

use yew::prelude::*;

use crate::app::hooks::Coming;
use crate::words::app::components::on_its_way as words;

pub(in crate::app) fn on_its_way(coming: Coming, ask_again: &Callback<MouseEvent>) -> Html {
    if coming == Coming::Missing {
        return html! {
            <div class="error-summary" role="alert">
                <h2>{ words::MISSING }</h2>
                <p>{ words::REMEDY }</p>
                <button type="button" class="button" onclick={ask_again}>{ words::AGAIN }</button>
            </div>
        };
    }
    html! { <p class="lead" role="status">{ words::COMING }</p> }
}
