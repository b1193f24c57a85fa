//! The document's title, which tabs, history and bookmarks show.

use gloo::utils::document;
use records::terms::full_name;
use records::terms::letters::shortened;
use yew::prelude::*;

use crate::route::{About, Page, Route};
use crate::view::SharedView;
use crate::words::hooks as words;

/// The most letters of a subject that fit into a tab or a list of pages.
const MOST: usize = 80;

/// Sets the document's title to the page and what it is about.
#[hook]
pub(crate) fn use_title(route: &Route, view: &SharedView) {
    let title = words::title(&shortened(&subject(route, view), MOST));
    use_effect_with(title, |title| document().set_title(title));
}

/// What the page shows: a trust or a region by its name, any other page by its own name and what it is about.
fn subject(route: &Route, view: &SharedView) -> String {
    let page = route.page.name();
    match (route.page, about(route, view)) {
        (Page::Trust | Page::School | Page::Region, Some(about)) => about,
        (_, Some(about)) => words::page_about(page, &about),
        (_, None) => page.to_owned(),
    }
}

fn about(route: &Route, view: &SharedView) -> Option<String> {
    if let [uid] = &*route.trusts {
        let view = (*view.0).as_ref().ok()?;
        if route.page == Page::School {
            let mut schools = view.data.schools.as_ref()?.schools.iter();
            return schools
                .find(|school| school.urn().to_string() == **uid)
                .map(|school| full_name(school.name()));
        }
        let mut trusts = view.analysis.trusts.iter();
        let trust = trusts.find(|trust| trust.uid == *uid)?;
        return Some(trust.readable_name.to_string());
    }
    match route.about_part()? {
        About::Region(region) => Some(region.name().to_owned()),
        About::Area(_) => None,
        About::England => Some(words::ENGLAND.to_owned()),
    }
}
