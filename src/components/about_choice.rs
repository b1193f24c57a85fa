//! The choice of the part of the country that a page is about. The address keeps it.

use std::rc::Rc;

use records::terms::Area;
use show::chart::part_name;
use show::export::link;
use yew::prelude::*;

use crate::hooks::{go_to, go_to_under};
use crate::route::{About, Page, Route};
use crate::state::{Action, State};
use crate::view::View;
use crate::words::components::about_choice as words;

use super::controls::{Choice, select};

/// The South West peninsula, a well-known area, as the next of the user's areas: it is offered wherever areas can be.
/// `None` where it is one of them already, or no file says where schools are.
pub(crate) fn offered_peninsula(state: &UseReducerHandle<State>, view: &View) -> Option<(About, Area)> {
    let (areas, peninsula) = (&state.settings.areas, Area::south_west_peninsula());
    let can_add = view.analysis.says_where() && !areas.contains(&peninsula);
    can_add.then(|| (About::Area(areas.len()), peninsula))
}

/// Goes to the page of the chosen part of the country. One that is only offered joins the user's areas in the same
/// step: an address without it would be followed before the area is written to it.
pub(crate) fn on_part(
    state: &UseReducerHandle<State>,
    offered: Option<(About, Area)>,
    route_of: impl Fn(About) -> Route + 'static,
) -> Callback<String> {
    let state = state.clone();
    Callback::from(move |slug: String| {
        let Some(about) = About::from_slug(&slug) else {
            return;
        };
        let route = route_of(about);
        let Some((_, area)) = offered.clone().filter(|(next, _)| *next == about) else {
            go_to(&route);
            return;
        };
        let mut contents = state.link_contents();
        Rc::make_mut(&mut contents.settings.areas).push(area.clone());
        go_to_under(&route, &link::write(&contents));
        state.dispatch(Action::choose(move |settings| {
            Rc::make_mut(&mut settings.areas).push(area);
        }));
    })
}

/// A list of the parts of the country that have trusts and that the page supports.
pub(crate) fn about_choice(
    state: &UseReducerHandle<State>,
    view: &View,
    page: Page,
    shown: About,
    label: &'static str,
) -> Html {
    let regions = view.analysis.regions.iter();
    let mut all: Vec<About> = regions.map(|of| About::Region(of.region)).collect();
    let has_areas = page != Page::Robustness;
    if has_areas {
        all.extend((0..view.analysis.areas.len()).map(About::Area));
    }
    // A link may name the area that would be the next.
    let offered = offered_peninsula(state, view).filter(|(next, _)| has_areas && shown != *next);
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
    choices.extend(
        offered
            .iter()
            .map(|(next, area)| Choice::new(&next.slug(), &area.name, false)),
    );
    let on_choose = on_part(state, offered, move |about| Route::about(page, about));
    select("about", label, &choices, on_choose)
}
