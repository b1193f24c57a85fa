//! The page in the address, and what it is about.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::{document, window};
use records::terms::Region;
use show::chart::ALL_TRUSTS;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::components::top_ten_id;
use crate::demonstration::next_task;
use crate::route::{About, Page, Route, parts};

use super::entries::{Arrival, Entries, scroll_by_ourselves};
use super::use_link::hash;

/// The page in the address.
pub(crate) fn now() -> Route {
    Route::from_hash(&hash())
}

/// Follows the address. On another page, the focus moves to the main part.
#[hook]
pub(crate) fn use_route(entries: &Entries, is_drawn: bool) -> Route {
    let route = use_state_eq(now);
    // How the user came to the current entry of the browser's history, and how many entries came before it.
    let arrival = use_state_eq(|| (0, Arrival::New));
    let (followed, arrived, of_entries) = (route.clone(), arrival.clone(), entries.clone());
    use_effect_with((), move |()| {
        let page = Cell::new(now().page);
        of_entries.arrive(false);
        let count = Cell::new(0);
        let listeners = [
            // Before the address is followed and the page is rendered for it.
            EventListener::new(&window(), "popstate", move |_| {
                let former = page.replace(now().page);
                if let Some(arrival) = of_entries.arrive(former == page.get()) {
                    count.set(count.get() + 1);
                    arrived.set((count.get(), arrival));
                }
            }),
            EventListener::new(&window(), "hashchange", move |_| followed.set(now())),
            scroll_by_ourselves(),
        ];
        move || drop(listeners)
    });
    // A term of the glossary takes the focus itself (`components/glossary.rs`), before or after this.
    let leads_to_a_term = route.page == Page::Method && !route.trusts.is_empty();
    let (entries, drawn) = (entries.clone(), use_memo((), |()| Cell::new(None)));
    // The arrival is known before the page is rendered for it, so a position is restored on the page left, and again.
    use_effect_with((route.page, *arrival), move |&(page, (_, arrival))| {
        let former = drawn.replace(Some(page));
        let is_another = former.is_some_and(|former| former != page) && !leads_to_a_term;
        if is_another {
            focus("main");
        }
        match arrival {
            Arrival::Again(scrolled) => entries.scroll_back(scrolled),
            Arrival::New if is_another => window().scroll_to_with_x_and_y(0.0, 0.0),
            Arrival::New => {}
        }
    });
    // The top tens are rendered only after the first drawing.
    use_effect_with(((*route).clone(), is_drawn), |(route, is_drawn)| {
        if let (Page::Regions, Some(About::Region(region)), true) = (route.page, route.about_part(), is_drawn) {
            go_to_top_ten(region);
        }
    });
    (*route).clone()
}

/// Goes to another page, as a link would.
pub(crate) fn go_to(route: &Route) {
    let hash = hash();
    let (_, query) = parts(&hash);
    go_to_under(route, query);
}

/// Goes to another page under other choices, which this query has.
pub(crate) fn go_to_under(route: &Route, query: &str) {
    // If the browser refuses, the page does not change.
    let _ = window().location().set_hash(&route.address(query));
}

/// Goes to the page of the region, area or trust whose mark the user chose. Other marks lead nowhere.
pub(crate) fn go_to_chosen(id: &str) {
    match About::from_slug(id) {
        Some(about @ (About::Region(_) | About::Area(_))) => {
            go_to(&Route::about(Page::Region, about));
        }
        None if id != ALL_TRUSTS => go_to(&Route::of_trusts(Page::Trust, &[Rc::from(id)])),
        _ => {}
    }
}

/// Unfolds a region's top ten and focuses it.
pub(crate) fn go_to_top_ten(region: Region) {
    let id = top_ten_id(region);
    let summary = document().get_element_by_id(&id);
    let Some(summary) = summary.and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok()) else {
        return;
    };
    if let Some(fold) = summary.parent_element() {
        // If the browser refuses, the user unfolds it.
        let _ = fold.set_attribute("open", "");
    }
    focus(&id);
    // The list is rendered in a task of its own, and until then the page may be too short.
    spawn_local(async move {
        next_task().await;
        summary.scroll_into_view();
    });
}

/// Moves the focus to an element.
pub(crate) fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok()) {
        // If the browser refuses the focus, the page is still shown.
        let _ = element.focus();
    }
}
