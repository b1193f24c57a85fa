//! A trust beside trusts with such an intake, its years, the chances of its rank, and its gap within and between
//! schools: what is made after the page is drawn, between the cards that are there at once.

use std::rc::Rc;

use method::{AdjustParts, Analysis, MeasuredYears, NotAdjusted};
use records::model::Library;
use show::chart::{TrendChart, TrustChancesInWords, TrustContext, trend_source_line};
use yew::prelude::*;

use crate::components::{
    SharedChart, card, card_foot, cards, chart_card, chart_card_with, csv_button, each, element, link, note, paragraph,
    scrolled, sentences, whole,
};
use crate::hooks::use_later;
use crate::route::{Page, Route};
use crate::shared::Shared;
use crate::survey::LastSurveys;
use crate::view::{SharedView, View};
use crate::words::pages::trust as words;

use super::every_measure::{EveryMeasure, use_every_measure};
use super::gap_within::{Of, gap_within_card};

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) view: SharedView,
    /// All years.
    pub(super) library: Library,
    /// Whether the years are compared like for like.
    pub(super) is_like_for_like: bool,
    /// The parts of the context that the user chose.
    pub(super) adjust: AdjustParts,
    /// The trust's number.
    pub(super) uid: Rc<str>,
    pub(super) query: Rc<str>,
    pub(super) last_surveys: LastSurveys,
    /// The cards after that on the intake.
    pub(super) after_intake: Html,
    /// The cards of all figures.
    pub(super) all_figures: Html,
}

#[component]
pub(super) fn BesideIntake(props: &Props) -> Html {
    let Props {
        view,
        library,
        is_like_for_like,
        adjust,
        uid,
        query,
        last_surveys,
        after_intake,
        all_figures,
    } = props;
    let EveryMeasure { spine, table } = use_every_measure(view, uid, last_surveys);
    let adjusted = use_later(&(view.clone(), *adjust), |(view, adjust)| {
        view.shown().and_then(|view| view.adjusted_as_chosen(*adjust))
    });
    let deps = (view.clone(), *adjust, Rc::clone(uid), adjusted, Rc::clone(query));
    let intake = use_memo(deps, |(view, adjust, uid, adjusted, query)| {
        let (view, adjusted) = (view.shown()?, adjusted.0.as_deref()?.as_ref()?);
        Some(intake_card(view, adjusted, (*adjust, uid), query))
    });
    let of_trust = (view.clone(), Rc::clone(uid));
    let of_years = (view.clone(), library.clone(), *is_like_for_like, Rc::clone(uid));
    let years = use_later(&of_years, |(view, library, is_alike, uid)| {
        view.shown().and_then(|view| years_card(view, library, *is_alike, uid))
    });
    let chances = use_later(&of_trust, |(view, uid)| {
        view.shown().map(|view| chances_card(view, uid))
    });
    let gap = use_later(&of_trust, |(view, uid)| {
        view.shown().map(|view| gap_within_card(view, Of::Trust(uid)))
    });
    let made = |card: Option<&Option<Html>>| card.cloned().flatten().unwrap_or_default();
    html! {
        <>
            { spine }
            { made(Some(&intake)) }
            { after_intake.clone() }
            { made(years.0.as_deref()) }
            { made(chances.0.as_deref()) }
            <details class="all-figures">
                <summary>{ words::ALL_FIGURES }</summary>
                { cards(html! { <>{ table }{ all_figures.clone() }{ made(gap.0.as_deref()) }</> }) }
            </details>
        </>
    }
}

fn intake_card(
    view: &View,
    adjusted: &Result<Analysis, NotAdjusted>,
    (adjust, uid): (AdjustParts, &Rc<str>),
    query: &str,
) -> Html {
    let heading = words::WITH_SUCH_AN_INTAKE;
    let adjusted = match adjusted {
        Ok(adjusted) => adjusted,
        Err(reason) => return card("", "intake-heading", heading, paragraph(&reason.to_string())),
    };
    let Some(context) = TrustContext::new(&view.analysis, adjusted, adjust, uid) else {
        return card("", "intake-heading", heading, paragraph(words::NOT_ADJUSTED));
    };
    let said = each(context.sentences.iter().map(|words| paragraph(words)));
    let scatter = Route::of_trusts(Page::Spread, &[Rc::clone(uid)]);
    let inside = html! {
        <>
            { said }
            <details>
                <summary>{ words::TABLE_AND_NOTES }</summary>
                { scrolled(&context.table, "") }
                { sentences("note", &context.notes) }
            </details>
            { element("p", "note", link(&scatter, query, words::ON_THE_SCATTER)) }
            { card_foot((&view.source).into(), csv_button("trust-intake", whole(&context.table))) }
        </>
    };
    card("listed", "intake-heading", heading, inside)
}

/// The trust's line over the years, if there are several.
fn years_card(view: &View, library: &Library, is_like_for_like: bool, uid: &str) -> Option<Html> {
    if library.years().len() < 2 {
        return None;
    }
    let rules = &view.analysis.rules;
    let years = MeasuredYears::new(library, rules, is_like_for_like).ok()?;
    let trend = years.trend(rules.focus, rules.regional, &view.interval_choices).ok()?;
    let chart: SharedChart = Shared(Rc::new(TrendChart::new(&trend, &[trend.trust(uid)?])));
    Some(chart_card(
        &chart,
        "trend-of-trust",
        &trend_source_line(library, &trend),
        None,
    ))
}

fn chances_card(view: &View, uid: &str) -> Html {
    let Some(chances) = TrustChancesInWords::new(&view.analysis, uid) else {
        return html! {};
    };
    let TrustChancesInWords {
        sentences,
        meaning,
        chart,
    } = chances;
    let Some(chart) = chart else {
        return card("", "chances-heading", words::CHANCES_OF_ITS_RANK, paragraph(&meaning));
    };
    // The first is the chart's title.
    let said = sentences.iter().skip(1).map(|words| paragraph(words));
    let between = html! { <>{ each(said) }{ note(&meaning) }</> };
    let chart: SharedChart = Shared(Rc::new(chart));
    chart_card_with(&chart, "rank-chances", &view.source, None, between)
}
