//! The choice of the part of the country that a page is about. The address keeps it.

use show::chart::part_name;
use yew::prelude::*;

use crate::hooks::go_to;
use crate::route::{About, Page, Route};
use crate::view::View;
use crate::words::components::about_choice as words;

use super::controls::{Choice, select};

/// A list of the parts of the country that have trusts and that the page supports.
pub(crate) fn about_choice(view: &View, page: Page, shown: About, label: &'static str) -> Html {
    let regions = view.analysis.regions.iter();
    let mut all: Vec<About> = regions.map(|of| About::Region(of.region)).collect();
    if page != Page::Robustness {
        all.extend((0..view.analysis.areas.len()).map(About::Area));
    }
    if page != Page::Region {
        all.push(About::England);
    }
    if !all.contains(&shown) {
        // A region without trusts, or an area that does not exist.
        all.insert(0, shown);
    }
    let choices: Vec<Choice> = all
        .into_iter()
        .map(|about| {
            let name = view.scope(about).map_or(words::NONE_OF_THESE, part_name);
            Choice::new(&about.slug(), name, about == shown)
        })
        .collect();
    let on_choose = Callback::from(move |slug: String| {
        if let Some(about) = About::from_slug(&slug) {
            go_to(&Route::about(page, about));
        }
    });
    select("about", label, &choices, on_choose)
}
