//! Every region's top ten.

use yew::prelude::*;

use crate::app::place::{About, Page, Place};
use crate::chart::{TopTen, level_in_words};
use crate::method::Precisions;

use super::chart_card::csv_button;
use super::data_table::data_table;
use super::listing::whole;

pub(in crate::app) fn top_tens(lists: &[TopTen], precisions: &Precisions, query: &str) -> Html {
    html! { <div class="top-tens">{ for lists.iter().map(|list| card(list, precisions, query)) }</div> }
}

fn card(list: &TopTen, precisions: &Precisions, query: &str) -> Html {
    let whole_list = Place {
        page: Page::TopTen,
        about: Some(About::Region(list.region)),
    };
    let slug = list.region.slug();
    let heading = format!("top-ten-{slug}");
    let table = list.table();
    html! {
        <section class="card top-ten" aria-labelledby={heading.clone()} key={slug}>
            <h2 id={heading.clone()} tabindex="-1">{ format!("{}: top ten", list.region.name()) }</h2>
            <p class="subtitle">{ list.summary.clone() }</p>
            if list.rows.is_empty() {
                <p>{ "No trust of this region has a published figure." }</p>
            } else {
                { data_table(&table, 1) }
            }
            <div class="card-foot">
                <p>
                    { format!("{} intervals; trusts that tie share a rank. ", level_in_words(precisions.level)) }
                    <a href={whole_list.address(query)}>
                        { "Who could be in it" }
                        <span class="visually-hidden">{ format!(", {}", list.region.name()) }</span>
                    </a>
                </p>
                <div class="actions">
                    { csv_button(&heading, whole(&table)) }
                </div>
            </div>
        </section>
    }
}
