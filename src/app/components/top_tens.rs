//! Every region's top ten.

use yew::prelude::*;

use crate::chart::TopTen;

use super::chart_card::csv_button;
use super::data_table::data_table;
use super::listing::whole;

pub(in crate::app) fn top_tens(lists: &[TopTen]) -> Html {
    html! { <div class="top-tens">{ for lists.iter().map(card) }</div> }
}

fn card(list: &TopTen) -> Html {
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
                <p>{ "Trusts that tie share a rank, so a top ten can hold more than ten." }</p>
                <div class="actions">
                    { csv_button(&heading, whole(&table)) }
                </div>
            </div>
        </section>
    }
}
