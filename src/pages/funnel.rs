//! The funnel: figures against the number of pupils behind them.

use std::rc::Rc;

use method::{Funnel, Highlight, Limits, Scope};
use show::chart::{Chart as _, FunnelChart, quote_of_funnel};
use yew::prelude::*;

use crate::components::{
    Pointing, SharedChart, about_choice, card, chart_card, each, finding, group, linked_listing, note, paragraph,
    quoted, setting, worked_out,
};
use crate::route::{Page, Route};
use crate::shared::Shared;
use crate::view::View;
use crate::words::pages::{NONE, funnel as words};

use super::PageInput;

pub(super) fn funnel_page(input: &PageInput, shown: &View, made: &[Html]) -> Html {
    let (state, about) = (&input.state, input.about);
    let [finding, body] = made else {
        return html! {};
    };
    let choices = html! {
        <>
            { setting(state, shown, "limits") }
            { about_choice(&input.state, shown, Page::Funnel, about, words::TRUSTS_TO_HIGHLIGHT) }
        </>
    };
    html! {
        <>
            { input.opening(shown, finding.clone()) }
            { group(words::FUNNEL, choices) }
            { body.clone() }
        </>
    }
}

/// The finding and the cards of the funnel, or why there is no funnel.
pub(super) fn made(input: &PageInput, view: &View) -> Vec<Html> {
    let limits = input.state.settings.limits;
    let rules = view.analysis.rules;
    // The first kind of limits that the measure allows, if it does not allow the chosen one.
    let offered = Limits::offered(rules.measure, rules.focus);
    let limits = if offered.contains(&limits) {
        limits
    } else {
        offered.first().copied().unwrap_or_default()
    };
    let scope = view.scope(input.about).unwrap_or(Scope::All);
    let funnel = match Funnel::new(&view.analysis, limits) {
        Ok(funnel) => funnel,
        Err(reason) => {
            let finding = finding(words::NO_FUNNEL, words::WHAT_A_FUNNEL_IS, html! {});
            return vec![finding, note(&format!("{reason}."))];
        }
    };
    let mut chart = FunnelChart::new(&view.analysis, &funnel, scope);
    if let Some(uid) = input.state.settings.highlighted.as_ref().and_then(Highlight::trust) {
        chart = chart.with_found(uid);
    }
    let caution = chart.outside_in_words().pop().unwrap_or_default();
    let far_out = [("beyond-the-upper-limit", true), ("beyond-the-lower-limit", false)];
    let far_out = each(far_out.into_iter().map(|(id, is_above)| {
        let (table, uids) = chart.far_out_table(is_above);
        let addresses = Route::addresses(Page::Trust, uids.iter(), &input.query);
        linked_listing(id, &table, &addresses, NONE)
    }));
    let how = worked_out(&chart.how_worked_out());
    let quotation = quote_of_funnel(&view.data, &view.analysis, &chart);
    let finding = finding(chart.title(), words::WHAT_LIMITS_SHOW, html! {});
    let chart: SharedChart = Shared(Rc::new(chart));
    let body = html! {
        <Pointing>
            { chart_card(&chart, "funnel", &view.source, None) }
            { far_out }
            { card("", "outside-heading", words::BEYOND_THE_LIMITS, html! { <>{ paragraph(&caution) }{ how }</> }) }
        </Pointing>
    };
    vec![quoted(finding, Some(quotation)), body]
}
