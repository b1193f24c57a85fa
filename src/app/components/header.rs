//! The name and the pages.

use yew::prelude::*;

use crate::app::hooks::focus;
use crate::app::place::Page;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) page: Page,
}

#[component]
pub(in crate::app) fn Header(props: &Props) -> Html {
    // The part after `#` names the page, so the link moves the focus and leaves the address alone.
    let skip = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        focus("main");
    });
    html! {
        <header class="top">
            <a class="skip" href="#main" onclick={skip}>{ "Skip to the main part" }</a>
            <div class="top-inner">
                <a class="brand" href={Page::Regions.address()}>
                    <svg class="logo" viewBox="0 0 32 24" width="26" height="20" aria-hidden="true">
                        <path class="ink-connector" d="M6 6h20M8 18h14" stroke-width="2.5" />
                        <circle class="ink-disadvantaged" cx="6" cy="6" r="5" />
                        <circle class="ink-other" cx="26" cy="6" r="5" />
                        <circle class="ink-disadvantaged" cx="8" cy="18" r="5" />
                        <circle class="ink-other" cx="22" cy="18" r="5" />
                    </svg>
                    { "Trust Gap Explorer" }
                </a>
                <nav aria-label="Pages">
                    <ul>
                        { for Page::ALL.into_iter().map(|page| html! {
                            <li key={page.name()}>
                                <a
                                    href={page.address()}
                                    aria-current={(page == props.page).then_some("page")}
                                >
                                    { page.name() }
                                </a>
                            </li>
                        }) }
                    </ul>
                </nav>
            </div>
        </header>
    }
}
