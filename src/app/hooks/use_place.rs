//! The place in the page, as the address has it.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast as _;
use yew::prelude::*;

use super::entries::{Arrival, Entries, scroll_by_ourselves};
use crate::app::place::{About, Page, Place, parts};
use crate::chart::ALL_TRUSTS;
use crate::terms::Region;

fn now() -> Place {
    Place::from_hash(&window().location().hash().unwrap_or_default())
}

/// Follows the address. On another page the keyboard starts at its main part.
#[hook]
pub(in crate::app) fn use_place(entries: &Entries, is_drawn: bool) -> Place {
    let place = use_state_eq(now);
    {
        let place = place.clone();
        use_effect_with((), move |()| {
            let listener = EventListener::new(&window(), "hashchange", move |_| place.set(now()));
            move || drop(listener)
        });
    }
    let arrival = use_arrival(entries);
    let first = use_mut_ref(|| true);
    use_effect_with(place.page, move |_| {
        if !first.replace(false) {
            focus("main");
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
    });
    // The top tens are not there before the page has been drawn.
    use_effect_with(((*place).clone(), is_drawn), |(place, is_drawn)| {
        if let (Page::Regions, Some(About::Region(region)), true) =
            (place.page, place.about, is_drawn)
        {
            go_to_top_ten(region);
        }
    });
    let entries = entries.clone();
    use_effect_with(arrival, move |(_, arrival)| {
        if let Some(Arrival::Again(scrolled)) = *arrival {
            entries.scroll_back(scrolled);
        }
    });
    (*place).clone()
}

/// How the user came to the entry of the browser's history that is on the screen, and how many came before it.
#[hook]
fn use_arrival(entries: &Entries) -> (u32, Option<Arrival>) {
    let arrival = use_state_eq(|| (0, None));
    let (setter, entries) = (arrival.setter(), entries.clone());
    use_effect_with((), move |()| {
        let page = Cell::new(now().page);
        entries.arrive(false);
        let count = Cell::new(0);
        // Before the address is followed, and before what is drawn for it.
        let listener = EventListener::new(&window(), "popstate", move |_| {
            let former = page.replace(now().page);
            if let Some(arrival) = entries.arrive(former == page.get()) {
                count.set(count.get() + 1);
                setter.set((count.get(), Some(arrival)));
            }
        });
        let scrolling = scroll_by_ourselves();
        move || drop((listener, scrolling))
    });
    *arrival
}

/// Goes to another place of the page, as a link would.
pub(in crate::app) fn go_to(place: &Place) {
    let hash = window().location().hash().unwrap_or_default();
    let (_, query) = parts(&hash);
    // Where the browser refuses, the user stays where they are.
    let _ = window().location().set_hash(&place.address(query));
}

/// Goes to the page of the region or trust of which the user chose a mark; an area is looked at as a region is, and what stands for none of them leads nowhere.
pub(in crate::app) fn go_to_chosen(id: &str) {
    match About::from_slug(id) {
        Some(about @ (About::Region(_) | About::Area(_))) => {
            go_to(&Place::about(Page::Region, about));
        }
        None if id != ALL_TRUSTS => go_to(&Place::of_trusts(Page::Trust, &[Rc::from(id)])),
        _ => {}
    }
}

/// Goes to a region's top ten, with the keyboard.
pub(in crate::app) fn go_to_top_ten(region: Region) {
    let id = format!("top-ten-{}", region.slug());
    if let Some(card) = document().get_element_by_id(&id) {
        card.scroll_into_view();
    }
    focus(&id);
}

/// Moves the keyboard to an element.
pub(in crate::app) fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element
        .as_ref()
        .and_then(|element| element.dyn_ref::<web_sys::HtmlElement>())
    {
        // Where the browser refuses the focus, the page is still in place.
        let _ = element.focus();
    }
}
