//! The page's name, the navigation, the search and the tools.

use std::rc::Rc;

use yew::prelude::*;

use crate::hooks::focus;
use crate::route::{Page, Route};
use crate::words::components::header as words;

use super::parts::{each, element};

/// The button that opens the navigation on a narrow screen, and the navigation.
const MENU: &str = "menu";
const PAGES: &str = "pages";

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) shown: Page,
    pub(crate) query: Rc<str>,
    pub(crate) search: Html,
    pub(crate) tools: Html,
}

/// On a narrow screen the navigation and part of the tools are behind a button (`assets/style.css`).
#[component]
pub(crate) fn Header(props: &Props) -> Html {
    let (shown, query) = (props.shown, &*props.query);
    let is_open = use_state_eq(|| false);
    let opened = is_open.clone();
    use_effect_with(shown, move |_| opened.set(false));
    // The part after `#` names the page, so the link moves the focus and does not change the address.
    let skip = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        focus("main");
    });
    let toggle = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    // What had the focus is hidden by this.
    let close = {
        let is_open = is_open.clone();
        Callback::from(move |()| {
            if *is_open {
                focus(MENU);
                is_open.set(false);
            }
        })
    };
    let onclick = close.reform(|_: MouseEvent| ());
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            close.emit(());
        }
    });
    let entries = Page::ENTRIES.into_iter().filter_map(|pages| {
        let first = *pages.first()?;
        let current = (first == shown).then_some("page");
        let current = current.or(shown.is_under(pages).then_some("true"));
        Some(link(first, words::entry(first), current, query))
    });
    html! {
        <header class={classes!("top", is_open.then_some("is-open"))} {onkeydown}>
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
                <button
                    type="button"
                    id={MENU}
                    class="close"
                    aria-expanded={is_open.to_string()}
                    aria-controls={PAGES}
                    onclick={toggle}
                >
                    { words::MENU }
                </button>
                <nav id={PAGES} aria-label={words::PAGES} {onclick}><ul>{ each(entries) }</ul></nav>
                { props.search.clone() }
                { element("div", "tools", props.tools.clone()) }
                { beneath(shown, query) }
            </div>
        </header>
    }
}

/// The pages of the entry to which the shown page belongs, if it has several.
fn beneath(shown: Page, query: &str) -> Html {
    let mut entries = Page::ENTRIES.into_iter();
    let Some([first, others @ ..]) = entries.find(|pages| pages.contains(&shown)) else {
        return html! {};
    };
    if others.is_empty() {
        return html! {};
    }
    let pages = [first].into_iter().chain(others);
    let links = pages.map(|&page| {
        let current = (page == shown).then_some("page");
        link(page, words::beneath(page), current, query)
    });
    html! { <nav class="beneath" aria-label={words::entry(*first)}><ul>{ each(links) }</ul></nav> }
}

fn link(page: Page, name: &'static str, current: Option<&'static str>, query: &str) -> Html {
    html! { <li key={name}><a href={Route::of(page).address(query)} aria-current={current}>{ name }</a></li> }
}
