//! Every region's top ten: one card, in which each list is folded under the region and how many could be in it.

use records::terms::Region;
use show::chart::{Bounds, TopTen, TopTenRow};
use web_sys::Element;
use yew::prelude::*;

use crate::route::{About, Page, Route};
use crate::selections::Unfolded;
use crate::view::Lists;
use crate::words::components::top_tens as words;

use super::chart_card::csv_button;
use super::data_table::brief_name;
use super::parts::{card, card_foot, cell, column_head, each, element, number_cell, paragraph, subtitle, table};

/// A list is rendered only while it is unfolded. `on_fold` is called with a region and whether its list is unfolded.
pub(crate) fn top_tens(lists: &Lists, unfolded: &Unfolded, on_fold: &Callback<(Region, bool)>, query: &str) -> Html {
    let Some(first) = lists.top_tens.first() else {
        return html! {};
    };
    let folds = lists.top_tens.iter();
    let folds = folds.map(|list| fold(list, unfolded.contains(list.region), on_fold, query));
    let inside = html! {
        <>
            { subtitle(&words::intervals(first.level)) }
            { each(folds) }
        </>
    };
    card("", "top-tens-heading", words::HEADING, inside)
}

fn fold(list: &TopTen, is_unfolded: bool, on_fold: &Callback<(Region, bool)>, query: &str) -> Html {
    let region = list.region;
    let ontoggle = on_fold.reform(move |event: Event| {
        let fold: Element = event.target_unchecked_into();
        (region, fold.has_attribute("open"))
    });
    html! {
        <details class="top-ten" open={is_unfolded} {ontoggle} key={region.slug()}>
            <summary id={top_ten_id(region)}>
                { element("strong", "", region.name().into()) }
                { words::in_short(&list.in_short) }
            </summary>
            if is_unfolded { { unfolded_list(list, query) } }
        </details>
    }
}

/// The id of the line under which a region's list is folded, and the name of the list in exports.
pub(crate) fn top_ten_id(region: Region) -> String {
    format!("top-ten-{}", region.slug())
}

fn unfolded_list(list: &TopTen, query: &str) -> Html {
    let region = list.region;
    let link = |page: Page, words: &str| {
        let route = Route::about(page, About::Region(region));
        let hidden = element("span", "visually-hidden", words::of_region(region.name()).into());
        html! { <a href={route.address(query)}>{ words }{ hidden }</a> }
    };
    let links = html! {
        <>
            { link(Page::TopTen, words::COULD_BE) }
            { words::BETWEEN }
            { link(Page::Region, words::REGION) }
            { words::BETWEEN }
            { link(Page::Report, words::REPORT) }
        </>
    };
    let whole = {
        let list = list.clone();
        Callback::from(move |()| list.table())
    };
    let shown = if list.rows.is_empty() {
        paragraph(words::EMPTY)
    } else {
        ranked(list)
    };
    html! {
        <>
            // Without ranks, the line above says the same.
            if list.summary != list.in_short { { subtitle(&list.summary) } }
            { shown }
            { card_foot(links, csv_button(&top_ten_id(region), whole)) }
        </>
    }
}

/// The list with each interval beside its figure. Exports have intervals in columns.
fn ranked(list: &TopTen) -> Html {
    let interval = words::with_interval(list.level);
    let head = html! {
        <>
            { cell(Some("col"), true, None, words::RANK) }
            { column_head(words::TRUST) }
            <th scope="col" class="number">
                { &list.figure_column }
                { element("span", "visually-hidden", interval.into()) }
            </th>
        </>
    };
    let rows = list.rows.iter().map(|row| ranked_row(list, row));
    table(&words::heading(list.region.name()), head, each(rows))
}

fn ranked_row(list: &TopTen, row: &TopTenRow) -> Html {
    let (name, whole) = brief_name(&row.name);
    html! {
        <tr key={&*row.uid}>
            { number_cell(&row.rank.to_string()) }
            { cell(Some("row"), false, whole, &name) }
            { figure_cell("number".into(), &list.figure_of(row), row.bounds) }
        </tr>
    }
}

/// A figure with its interval, if it has one.
pub(crate) fn figure_cell(class: Classes, figure: &str, bounds: Option<Bounds>) -> Html {
    let interval = bounds.map(|bounds| element("span", "interval", bounds.in_short().into()));
    html! { <td {class}>{ element("strong", "", figure.into()) }{ interval }</td> }
}
