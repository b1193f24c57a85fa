//! The page's name and the navigation.

use yew::prelude::*;

use crate::hooks::focus;
use crate::route::{Page, Route};
use crate::words::components::header as words;

use super::parts::{each, element};

/// `tools` is shown beside the name.
pub(crate) fn header(shown: Page, query: &str, tools: Html) -> Html {
    // The part after `#` names the page, so the link moves the focus and does not change the address.
    let skip = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        focus("main");
    });
    let pages = Page::ALL.iter().map(|(page, _)| *page);
    let pages = pages.filter(|page| page.is_listed());
    html! {
        <header class="top">
            <a class="skip" href="#main" onclick={skip}>{ words::SKIP }</a>
            <div class="top-inner">
                <a class="brand" href={Route::of(Page::Regions).address(query)}>
                    <svg class="logo" viewBox="0 0 32 24" width="26" height="20" aria-hidden="true">
                        <path class="ink-connector" d="M6 6h20M8 18h14" stroke-width="2.5" />
                        <circle class="ink-disadvantaged" cx="6" cy="6" r="5" />
                        <circle class="ink-other" cx="26" cy="6" r="5" />
                        <circle class="ink-disadvantaged" cx="8" cy="18" r="5" />
                        <circle class="ink-other" cx="22" cy="18" r="5" />
                    </svg>
                    { words::BRAND }
                </a>
                { element("div", "tools", tools) }
                <nav aria-label={words::PAGES}>
                    <ul>{ each(pages.map(|page| link(page, page == shown, query))) }</ul>
                </nav>
            </div>
        </header>
    }
}

fn link(page: Page, is_shown: bool, query: &str) -> Html {
    html! {
        <li key={page.name()}>
            <a href={Route::of(page).address(query)} aria-current={is_shown.then_some("page")}>{ page.name() }</a>
        </li>
    }
}
