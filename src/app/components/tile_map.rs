//! The nine regions as tiles; each leads to its top ten.

use yew::prelude::*;

use crate::app::hooks::go_to_top_ten;
use crate::app::place::Place;
use crate::chart::{Tile, TileMap};
use crate::terms::Figure;

pub(in crate::app) fn tile_map_card(map: &TileMap, query: &str) -> Html {
    html! {
        <section class="card tiles" aria-labelledby="tiles-heading">
            <h2 id="tiles-heading">{ "The gap by region" }</h2>
            <p class="subtitle">{ map.subtitle.clone() }</p>
            <ul class="tile-map">{ for map.tiles.iter().map(|tile| tile_view(tile, query)) }</ul>
            <p class="note">{ "The stronger the colour, the wider the gap. Choose a region to go to its top ten." }</p>
        </section>
    }
}

fn tile_view(tile: &Tile, query: &str) -> Html {
    let class = classes!(
        "tile",
        format!("column-{}", tile.column),
        format!("row-{}", tile.row),
        format!("shade-{}", tile.shade)
    );
    let gap = tile
        .gap
        .map_or_else(|| "\u{2013}".to_owned(), Figure::plain);
    let words = match tile.gap {
        Some(gap) => format!("{}: {}", tile.region.name(), gap.as_difference()),
        None => format!("{}: no figure", tile.region.name()),
    };
    let inside = html! {
        <>
            <strong>{ gap }</strong>
            <span>{ tile.region.short_name() }</span>
        </>
    };
    let region = tile.region;
    // The address alone does not change when a region is chosen twice.
    let go = Callback::from(move |_: MouseEvent| go_to_top_ten(region));
    html! {
        <li {class} key={region.slug()}>
            if tile.has_trusts {
                <a class="tile-inside" href={Place::of_region(region).address(query)} aria-label={words} onclick={go}>{ inside }</a>
            } else {
                <span class="tile-inside">{ inside }</span>
            }
        </li>
    }
}
