//! Differences within regions against differences between them.

use yew::prelude::*;

use crate::app::components::{cards, chart_card_with, finding, listing, note, sentences};
use crate::app::view::View;
use crate::chart::{Table, spread_headline, spread_lead, spread_sentences, spread_table};
use crate::method::spread;
use crate::words::app::pages::spread as words;

use super::Given;
use super::regions::areas_card;

/// What is found, in words and as a table.
struct Found {
    headline: String,
    lead: String,
    sentences: Vec<String>,
    table: Option<Table>,
}

#[component]
pub(in crate::app) fn SpreadPage(given: &Given) -> Html {
    let found = use_memo(given.view.clone(), |view| view.shown().map(found));
    let (Some(shown), Some(found)) = (given.view.shown(), &*found) else {
        return html! {};
    };
    let sentences = sentences("sentences", &found.sentences);
    let finding = finding(&found.headline, &found.lead, sentences);
    let (source, on_choose) = (&shown.source, Some(&given.on_choose));
    let choose = note(words::CHOOSE_A_MARK);
    let table = found.table.as_ref();
    let table = table.map(|table| listing("spread", table, "", words::NO_ROWS));
    let inside = html! {
        <>
            { chart_card_with(&shown.strip, "trusts-by-region", source, on_choose, choose) }
            { table.unwrap_or_default() }
            { areas_card(shown, &given.query) }
        </>
    };
    html! { <>{ given.opening(shown, finding) }{ cards(inside) }</> }
}

fn found(view: &View) -> Found {
    let analysis = &view.analysis;
    let Some(spread) = spread(analysis) else {
        return Found {
            headline: words::NO_FIGURE.to_owned(),
            lead: String::new(),
            sentences: Vec::new(),
            table: None,
        };
    };
    Found {
        headline: spread_headline(&spread),
        lead: spread_lead(&spread),
        sentences: spread_sentences(analysis, &spread),
        table: Some(spread_table(analysis, &spread)),
    }
}
