//! The funnel: trusts by the number of pupils behind their figures.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::components::{
    Parts, SharedChart, about_choice, card, cards, chart_card, finding, group, note, paragraph,
    setting,
};
use crate::app::place::{About, Page};
use crate::app::shared::Shared;
use crate::app::view::View;
use crate::chart::{Chart as _, FunnelChart};
use crate::method::{Funnel, Limits, Scope};
use crate::words::app::pages::funnel as words;

use super::Given;

/// A funnel drawn and in words, or why there is none.
type Drawn = Result<(SharedChart, String, Vec<String>), String>;

#[component]
pub(in crate::app) fn FunnelPage(given: &Given) -> Html {
    let (state, about) = (&given.state, given.about);
    let asked = (given.view.clone(), state.settings.limits, about);
    let drawn = use_memo(asked, |(view, limits, about)| {
        Some(drawn(view.shown()?, *limits, *about))
    });
    let (Some(shown), Some(drawn)) = (given.view.shown(), &*drawn) else {
        return html! {};
    };
    let (headline, words, body) = match drawn {
        Ok((chart, title, words)) => (&**title, words::WHAT_LIMITS_SHOW, body(chart, words, shown)),
        Err(reason) => (
            words::NO_FUNNEL,
            words::WHAT_A_FUNNEL_IS,
            note(&format!("{reason}.")),
        ),
    };
    let choices = html! {
        <>
            { setting(state, shown, "limits") }
            { about_choice(shown, Page::Funnel, Parts::All, about, words::TRUSTS_THAT_STAND_OUT) }
        </>
    };
    html! {
        <>
            { given.opening(shown, finding(headline, words, html! {})) }
            { group(words::FUNNEL, choices) }
            { body }
        </>
    }
}

fn drawn(view: &View, limits: Limits, about: About) -> Drawn {
    let rules = view.analysis.rules;
    // The first that the measure allows, where it does not allow those that were chosen.
    let offered = Limits::offered(rules.measure, rules.focus);
    let limits = if offered.contains(&limits) {
        limits
    } else {
        offered.first().copied().unwrap_or_default()
    };
    let scope = view.scope(about).unwrap_or(Scope::All);
    let funnel = Funnel::new(&view.analysis, limits);
    let funnel = funnel.map_err(|error| error.to_string())?;
    let chart = FunnelChart::new(&view.analysis, &funnel, scope).with_intervals(&view.analysis);
    let title = chart.title().to_owned();
    let words = chart.outside_in_words();
    Ok((Shared(Rc::new(chart)), title, words))
}

fn body(chart: &SharedChart, words: &[String], view: &View) -> Html {
    let words = words.iter().map(|words| paragraph(words));
    cards(html! {
        <>
            { chart_card(chart, "funnel", &view.source, None) }
            { card("", "outside-heading", words::BEYOND_THE_LIMITS, words.collect()) }
        </>
    })
}
