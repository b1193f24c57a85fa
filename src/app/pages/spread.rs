//! Differences within regions against differences between them.

use yew::prelude::*;

use crate::app::components::{cards, chart_card_with, finding, listing, note, sentences};
use crate::app::view::View;
use crate::app::words::pages::spread as words;
use crate::chart::{spread_headline, spread_lead, spread_sentences, spread_table};
use crate::method::spread;

use super::PageInput;
use super::regions::areas_card;

pub(super) fn spread_page(input: &PageInput, shown: &View, made: &[Html]) -> Html {
    let [finding, table] = made else {
        return html! {};
    };
    let (source, on_choose) = (&shown.source, Some(&input.on_choose));
    let choose = note(words::CHOOSE_A_MARK);
    let inside = html! {
        <>
            { chart_card_with(&shown.strip, "trusts-by-region", source, on_choose, choose) }
            { table.clone() }
            { areas_card(shown, &input.query) }
        </>
    };
    html! { <>{ input.opening(shown, finding.clone()) }{ cards(inside) }</> }
}

/// The finding, and what it rests on.
pub(super) fn made(_: &PageInput, view: &View) -> Vec<Html> {
    let analysis = &view.analysis;
    let Some(spread) = spread(analysis) else {
        return vec![finding(words::NO_FIGURE, "", html! {}), html! {}];
    };
    let sentences = sentences("sentences", &spread_sentences(analysis, &spread));
    let finding = finding(&spread_headline(&spread), &spread_lead(&spread), sentences);
    let table = spread_table(analysis, &spread);
    vec![finding, listing("spread", &table, "", words::NO_ROWS)]
}
