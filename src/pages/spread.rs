//! Differences within regions compared with differences between them.

use method::spread;
use show::chart::{ANALYSIS_CHARTS, AnalysisChart, spread_headline, spread_lead, spread_sentences, spread_table};
use yew::prelude::*;

use crate::components::{cards, chart_card_with, each, finding, listing, note, sentences};
use crate::shared::Shared;
use crate::view::View;
use crate::words::pages::spread as words;

use super::PageInput;
use super::regions::areas_card;

pub(super) fn spread_page(input: &PageInput, shown: &View, made: &[Html]) -> Html {
    let [finding, charts, table] = made else {
        return html! {};
    };
    let inside = html! {
        <>
            { charts.clone() }
            { table.clone() }
            { areas_card(shown, &input.query) }
        </>
    };
    html! { <>{ input.opening(shown, finding.clone()) }{ cards(inside) }</> }
}

/// The finding, the charts, and the table behind the finding.
pub(super) fn made(input: &PageInput, view: &View) -> Vec<Html> {
    let analysis = &view.analysis;
    let card = |of: &AnalysisChart| {
        let (chart, choose) = (Shared((of.make)(analysis)), note(words::CHOOSE_A_MARK));
        chart_card_with(&chart, of.id, &view.source, Some(&input.on_choose), choose)
    };
    let charts = each(ANALYSIS_CHARTS.iter().map(card));
    let Some(spread) = spread(analysis) else {
        return vec![finding(words::NO_FIGURE, "", html! {}), charts, html! {}];
    };
    let sentences = sentences("sentences", &spread_sentences(analysis, &spread));
    let finding = finding(&spread_headline(&spread), &spread_lead(&spread), sentences);
    let table = spread_table(analysis, &spread);
    vec![finding, charts, listing("spread", &table, "", words::NO_ROWS)]
}
