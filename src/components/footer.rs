//! The end of every page.

use yew::prelude::*;

use crate::route::{Page, Route};
use crate::words::components::footer as words;

use super::parts::{link, paragraph};

pub(crate) fn footer(query: &str) -> Html {
    html! {
        <footer class="bottom">
            { paragraph(words::PRIVACY) }
            <p>
                { words::COMPARE_WITH_CARE }
                { link(&Route::of(Page::Method), query, words::METHOD) }
            </p>
        </footer>
    }
}
