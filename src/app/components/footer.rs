//! What stands at the end of every page.

use yew::prelude::*;

use crate::app::place::{Page, Place};
use crate::words::app::components::footer as words;

pub(in crate::app) fn footer(query: &str) -> Html {
    html! {
        <footer class="bottom">
            <p>{ words::PRIVACY }</p>
            <p>
                { words::TREACHEROUS }
                <a href={Place::of(Page::Method).address(query)}>{ words::METHOD }</a>
            </p>
        </footer>
    }
}
