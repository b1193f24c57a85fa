//! The nine regions as tiles. Each links to its top ten, and arrow keys move to neighbouring tiles.

use gloo::utils::document;
use records::terms::Figure;
use show::chart::{Direction, Tile};
use wasm_bindgen::JsCast as _;
use web_sys::Element;
use yew::prelude::*;

use crate::hooks::{focus, go_to_top_ten};
use crate::route::Route;
use crate::view::{SharedView, View};
use crate::words::components::tile_map as words;

use super::parts::{card, each, element, note, subtitle};

/// The element that describes the focused tile.
const DESCRIPTION: &str = "tile-told";

pub(crate) fn tile_map_card(shared: &SharedView, query: &str) -> Html {
    let Ok(view) = &*shared.0 else {
        return html! {};
    };
    let map = &view.tiles;
    let act = |act: fn(&View, &Event)| {
        let shared = shared.clone();
        move |event: &Event| {
            if let Ok(view) = &*shared.0 {
                act(view, event);
            }
        }
    };
    let (press, describe) = (act(press), act(describe));
    let inside = html! {
        <>
            { subtitle(&map.subtitle) }
            <ul
                class="tile-map"
                onkeydown={move |event: KeyboardEvent| press(&event)}
                onfocusin={move |event: FocusEvent| describe(&event)}
            >
                { each(map.tiles.iter().map(|tile| tile_view(tile, query))) }
            </ul>
            <p class="tip" id={DESCRIPTION} role="status"></p>
            { note(words::NOTE) }
        </>
    };
    card("tiles", "tiles-heading", words::HEADING, inside)
}

/// The index of the tile that an event comes from, by its id.
fn index_of(view: &View, event: &Event) -> Option<usize> {
    let target = event.target()?;
    let id = target.dyn_ref::<Element>()?.id();
    let mut tiles = view.tiles.tiles.iter();
    tiles.position(|tile| id_of(tile) == id)
}

fn id_of(tile: &Tile) -> String {
    format!("tile-{}", tile.region.slug())
}

/// Moves the focus to a neighbouring tile.
fn press(view: &View, event: &Event) {
    let beside = event
        .dyn_ref::<KeyboardEvent>()
        .and_then(|event| Direction::of_key(&event.key()));
    let (Some(index), Some(beside)) = (index_of(view, event), beside) else {
        return;
    };
    event.prevent_default();
    if let Some(tile) = view.tiles.beside(index, beside) {
        focus(&id_of(tile));
    }
}

/// Describes the tile with the words of the chart beside it.
fn describe(view: &View, event: &Event) {
    let tile = index_of(view, event).and_then(|index| view.tiles.tiles.get(index));
    let beyond = tile.and_then(|tile| view.gap.0.beyond(tile.region.slug()));
    if let (Some(status), Some(tile)) = (document().get_element_by_id(DESCRIPTION), tile) {
        let words = words::described(tile.region, &beyond.unwrap_or_default());
        status.set_text_content(Some(&words));
    }
}

fn tile_view(tile: &Tile, query: &str) -> Html {
    let class = classes!(
        "tile",
        format!("column-{}", tile.column),
        format!("row-{}", tile.row),
        format!("shade-{}", tile.shade)
    );
    let gap = tile.gap.map_or_else(|| "\u{2013}".to_owned(), Figure::plain);
    let words = words::tile(tile.region, tile.gap);
    let inside = html! {
        <>
            { element("span", "", tile.region.short_name().into()) }
            // The accessible name starts with the words on the tile.
            { " " }
            { element("strong", "", gap.into()) }
        </>
    };
    let region = tile.region;
    // The address alone does not change when a region is chosen twice.
    let go = Callback::from(move |_: MouseEvent| go_to_top_ten(region));
    html! {
        <li {class} key={region.slug()}>
            if tile.has_trusts {
                <a class="tile-inside" id={id_of(tile)} href={Route::of_region(region).address(query)} aria-label={words} onclick={go}>{ inside }</a>
            } else {
                { element("span", "tile-inside", inside) }
            }
        </li>
    }
}
