//! The choice of the part of the country that a page is about. The address keeps it.

use std::rc::Rc;

use records::terms::Area;
use show::chart::part_name;
use yew::prelude::*;

use crate::hooks::go_to;
use crate::route::{About, Page, Route};
use crate::state::State;
use crate::view::View;
use crate::words::components::about_choice as words;

use super::controls::{Choice, change, select};

/// A list of the parts of the country that have trusts and that the page supports. The South West peninsula, a
/// well-known area, is among them wherever areas can be: choosing it adds it to the user's areas.
pub(crate) fn about_choice(
    state: &UseReducerHandle<State>,
    view: &View,
    page: Page,
    shown: About,
    label: &'static str,
) -> Html {
    let regions = view.analysis.regions.iter();
    let mut all: Vec<About> = regions.map(|of| About::Region(of.region)).collect();
    let (areas, peninsula) = (&state.settings.areas, Area::south_west_peninsula());
    let has_areas = page != Page::Robustness;
    if has_areas {
        all.extend((0..view.analysis.areas.len()).map(About::Area));
    }
    let next = About::Area(areas.len());
    let can_add = has_areas && view.analysis.says_where() && !areas.contains(&peninsula);
    // A link may name the area that would be the next.
    let adds_peninsula = can_add && shown != next;
    if page != Page::Region {
        all.push(About::England);
    }
    if !all.contains(&shown) {
        // A region without trusts, or an area that does not exist.
        all.insert(0, shown);
    }
    let mut choices: Vec<Choice> = all
        .into_iter()
        .map(|about| {
            let name = view.scope(about).map_or(words::NONE_OF_THESE, part_name);
            Choice::new(&about.slug(), name, about == shown)
        })
        .collect();
    if adds_peninsula {
        choices.push(Choice::new(&next.slug(), &peninsula.name, false));
    }
    let add = change(state, |settings, area: &Area| {
        Rc::make_mut(&mut settings.areas).push(area.clone())
    });
    let on_choose = Callback::from(move |slug: String| {
        if let Some(about) = About::from_slug(&slug) {
            if adds_peninsula && about == next {
                add.emit(peninsula.clone());
            }
            go_to(&Route::about(page, about));
        }
    });
    select("about", label, &choices, on_choose)
}
