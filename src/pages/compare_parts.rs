//! A few regions, or areas of the user's own, side by side: every measure in one picture.

use std::rc::Rc;

use method::COMPARED;
use show::chart::{MeasuresChart, PartOf, compare_parts_table, part_name};
use yew::prelude::*;

use crate::components::{
    Choice, SharedChart, cards, chart_card, each, finding, link, listing, note, offered_peninsula, on_part, removable,
    select,
};
use crate::hooks::go_to;
use crate::route::{About, Page, Route};
use crate::shared::Shared;
use crate::view::{InContext, View};
use crate::words::pages::{NONE, compare as words};

use super::PageInput;

/// The parts of the country in the address that have trusts, each once.
fn known(view: &View, parts: &[About]) -> Vec<(About, PartOf)> {
    let mut known: Vec<(About, PartOf)> = Vec::new();
    for about in parts {
        let scope = view.scope(*about);
        let part = scope.and_then(|scope| {
            view.analysis.figures_of(scope)?;
            match *about {
                About::Region(region) => Some(PartOf::Region(region)),
                About::Area(index) => Some(PartOf::Area(index, part_name(scope).to_owned())),
                About::England => None,
            }
        });
        if known.iter().all(|(of, _)| of != about) {
            known.extend(part.map(|part| (*about, part)));
        }
    }
    known
}

/// The region with the best figure and the one with the worst, with which a comparison of regions begins.
fn extremes(view: &View) -> Vec<About> {
    let regions = view.analysis.regions_best_first();
    let mut regions = regions.iter().map(|(of, _)| About::Region(of.region));
    let best = regions.next();
    best.into_iter().chain(regions.next_back()).collect()
}

/// A link from a part of the country to its comparison with the best region and the worst.
pub(super) fn with_other_regions(view: &View, about: About, query: &str) -> Option<Html> {
    let mut parts = vec![about];
    parts.extend(extremes(view).into_iter().filter(|of| *of != about));
    let route = Route::of_parts(Page::Compare, &parts);
    (parts.len() > 1).then(|| html! { <>{ " \u{b7} " }{ link(&route, query, words::WITH_OTHER_REGIONS) }</> })
}

/// Whether trusts or regions are compared. Nothing where no two regions have figures.
pub(super) fn trusts_or_regions(view: &View, are_regions: bool) -> Html {
    const REGIONS: &str = "regions";
    let first = extremes(view);
    if first.len() < 2 {
        return html! {};
    }
    let choices = [
        Choice::new("trusts", words::TRUSTS, !are_regions),
        Choice::new(REGIONS, words::REGIONS, are_regions),
    ];
    let on_choose = Callback::from(move |key: String| {
        let parts: &[About] = if key == REGIONS { &first } else { &[] };
        go_to(&Route::of_parts(Page::Compare, parts));
    });
    select("compare-what", words::COMPARE, &choices, on_choose)
}

pub(super) fn parts_page(input: &PageInput, shown: &View, compared: &[Html]) -> Html {
    let inside = match compared {
        [] => note(words::CHOOSE_REGIONS),
        compared => cards(each(compared.iter().cloned())),
    };
    html! {
        <>
            { input.opening(shown, finding(words::REGIONS_SIDE_BY_SIDE, words::LEAD_OF_REGIONS, html! {})) }
            { chosen_parts(input, shown) }
            { inside }
        </>
    }
}

/// The chart, and adjusted figures if there are any, a card each. Empty if there are not two parts to compare.
pub(super) fn parts_cards(input: &PageInput, view: &View) -> Vec<Html> {
    let parts = known(view, &input.route.parts).into_iter();
    let parts: Vec<PartOf> = parts.map(|(_, part)| part).collect();
    if parts.len() < COMPARED.0 {
        return Vec::new();
    }
    let chart: SharedChart = Shared(Rc::new(MeasuresChart::of_parts(&view.every_analysis(), &parts)));
    let adjusted = input.context().and_then(InContext::view).map(|adjusted| {
        let table = compare_parts_table(&[view.analysis.clone(), adjusted.analysis.clone()], &parts);
        listing("compared-adjusted", &table, "", NONE)
    });
    let chart = chart_card(&chart, "compared-measures", &view.source, None);
    std::iter::once(chart).chain(adjusted).collect()
}

/// The parts, each with a button to remove it, and a list to add another.
fn chosen_parts(input: &PageInput, view: &View) -> Html {
    let known = known(view, &input.route.parts);
    let chosen: Rc<[About]> = known.iter().map(|(about, _)| *about).collect();
    let items = known.iter().map(|(about, part)| {
        let (gone, chosen) = (*about, Rc::clone(&chosen));
        let remove = Callback::from(move |_: MouseEvent| {
            let left: Vec<About> = chosen.iter().copied().filter(|of| *of != gone).collect();
            go_to(&Route::of_parts(Page::Compare, &left));
        });
        removable(&about.slug(), part.name(), &words::remove(part.name()), remove)
    });
    let items = each(items);
    html! {
        <>
            <div class="controls">
                { trusts_or_regions(view, true) }
                if chosen.len() < COMPARED.1 { { add_part(input, view, chosen) } }
            </div>
            <ul class="compared" aria-label={words::REGIONS_COMPARED}>{ items }</ul>
        </>
    }
}

/// A list that adds a part of the country.
fn add_part(input: &PageInput, view: &View, chosen: Rc<[About]>) -> Html {
    let regions = view.analysis.regions.iter().map(|of| About::Region(of.region));
    let areas = (0..view.analysis.areas.len()).map(About::Area);
    let others = regions.chain(areas).filter(|of| !chosen.contains(of));
    let others = others.filter_map(|of| Some(Choice::new(&of.slug(), part_name(view.scope(of)?), false)));
    let mut others: Vec<Choice> = others.collect();
    let offered = offered_peninsula(&input.state, view);
    others.extend(
        offered
            .iter()
            .map(|(next, area)| Choice::new(&next.slug(), &area.name, false)),
    );
    let choices = Choice::or_none(words::CHOOSE_A_REGION, others);
    let add = on_part(&input.state, offered, move |about| {
        Route::of_parts(Page::Compare, &[&*chosen, &[about]].concat())
    });
    select("add-region", words::ADD_A_REGION, &choices, add)
}
