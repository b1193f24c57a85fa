//! What stands at the end of every page; nobody sees it before they do something.

use yew::prelude::*;

use crate::app::place::{Page, Place};

/// Not inlined, so that it can come in the pages' part.
#[inline(never)]
pub(in crate::app) fn footer(query: &str) -> Html {
    html! {
        <footer class="bottom">
            <p>
                { "Everything happens in this browser. The page may fetch only its own files: no file you open, and \
                   no figure in it, is ever sent anywhere. Once it is here, it works offline." }
            </p>
            <p>
                { "Comparisons of trusts are treacherous: intakes, contexts and numbers of pupils differ, and small \
                   differences in rank are mostly chance. Read a figure together with its table. " }
                <a href={Place::of(Page::Method).address(query)}>{ "What the words mean, and how figures are made" }</a>
            </p>
        </footer>
    }
}
