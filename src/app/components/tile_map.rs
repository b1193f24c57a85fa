//! The nine regions as tiles; each leads to its top ten.

use yew::prelude::*;

use crate::app::place::region_address;
use crate::chart::{Tile, TileMap};
use crate::terms::Figure;

pub(in crate::app) fn tile_map_card(map: &TileMap) -> Html {
    html! {
        <section class="card tiles" aria-labelledby="tiles-heading">
            <h2 id="tiles-heading">{ "The gap by region" }</h2>
            <p class="subtitle">{ map.subtitle.clone() }</p>
            <ul class="tile-map">{ for map.tiles.iter().map(tile_view) }</ul>
            <p class="note">{ "The stronger the colour, the wider the gap. Choose a region to go to its top ten." }</p>
        </section>
    }
}

fn tile_view(tile: &Tile) -> Html {
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
        None => format!("{}: no published figure", tile.region.name()),
    };
    html! {
        <li {class} key={tile.region.slug()}>
            <a href={region_address(tile.region)} aria-label={words}>
                <strong>{ gap }</strong>
                <span>{ tile.region.short_name() }</span>
            </a>
        </li>
    }
}
