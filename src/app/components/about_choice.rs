//! The part of the country that a page is about, as a choice that the address keeps.

use yew::prelude::*;

use crate::app::hooks::go_to;
use crate::app::place::{About, Page, Place};
use crate::app::view::View;

use super::controls::{Choice, select};

/// A list of the regions that have trusts, and all of England.
pub(in crate::app) fn about_choice(
    view: &View,
    page: Page,
    shown: About,
    label: &'static str,
) -> Html {
    let regions = view.analysis.regions.iter();
    let all = regions
        .map(|region| About::Region(region.region))
        .chain([About::England]);
    let choices: Vec<Choice> = all
        .map(|about| Choice::new(about.slug(), about.name(), about == shown))
        .collect();
    let on_choose = Callback::from(move |slug: String| {
        if let Some(about) = About::from_slug(&slug) {
            go_to(&Place::about(page, about));
        }
    });
    select("about", label, &choices, on_choose)
}
