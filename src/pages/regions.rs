//! The first page: the finding, the regional gap, every trust, the top tens.

use std::borrow::Cow;
use std::rc::Rc;

use method::weighting::Weight;
use method::{AnalysisError, ContextSurvey, Highlight};
use records::model::Origin;
use records::terms::Area;
use records::terms::letters::with_capital;
use show::chart::{Check, StripChart, Table, areas_table, areas_without_places, headline_in_choices, quote_of_regions};
use yew::prelude::*;

use crate::components::{
    SharedChart, adjusting, button, card, card_foot, cards, caution, change, chart_card, chart_card_with,
    context_check, controls_with, csv_button, each, element, files_to_get, found, link, linked, list, listing_in_short,
    narrow_fold, paragraph, quote, scrolled, subtitle, text_button, tile_map_card, titled, top_tens, whole, year_form,
};
use crate::route::{About, Page, Route};
use crate::shared::Shared;
use crate::state::{State, ViewError};
use crate::survey::{ContextsTried, use_found};
use crate::view::{AdjustedView, InContext, SharedView, View};
use crate::words::components::adjusting as adjusting_words;
use crate::words::pages::regions as words;

use super::PageInput;

/// How many of the adjusted trusts are listed.
const TRUSTS_LISTED: usize = 10;

/// The finding and the gap chart are drawn first, and everything below after that.
#[component]
pub(crate) fn RegionsPage(input: &PageInput) -> Html {
    let contexts = use_found::<ContextSurvey>(&input.last_surveys.in_force, contexts_tried(input));
    let contexts = contexts.as_ref().map(|found| &*found.0);
    let PageInput {
        state,
        view: shared,
        lists: Shared(lists),
        chosen,
        query,
        is_drawn,
        on_choose,
        ..
    } = input;
    let highlighted = state.settings.highlighted.as_ref().and_then(Highlight::trust).cloned();
    let strip = use_memo((chosen.view.clone(), highlighted), |(view, highlighted)| {
        let chart = StripChart::new(&view.shown()?.analysis);
        let chart: SharedChart = Shared(Rc::new(chart.with_found(highlighted.as_ref()?)));
        Some(chart)
    });
    let Some(view) = shared.shown() else {
        return missing_page(state, shared);
    };
    let highlight = strip.as_ref().as_ref().map(|_| {
        let remove = change(state, |settings, _: &MouseEvent| settings.highlighted = None);
        element(
            "p",
            "note",
            text_button(words::STOP_HIGHLIGHTING, words::STOP_HIGHLIGHTING, remove),
        )
    });
    let (finding, source) = (&view.finding, &view.source);
    let is_made_up = state.data().is_some_and(|data| data.origin == Origin::Demonstration);
    let remedy = finding.remedy.map(|weight| weigh_button(state, weight));
    let all = finding.checks.iter().chain(&lists.check).cloned();
    let of_context = contexts.and_then(|contexts| headline_in_choices(contexts, &view.analysis));
    let in_context = input.context();
    let adjusted = in_context.and_then(InContext::shown);
    let unfolded = &input.selections.unfolded;
    let on_fold = {
        let unfolded = unfolded.dispatcher();
        Callback::from(move |fold| unfolded.dispatch(fold))
    };
    // The headline and the gap are never adjusted.
    let figures = chosen.view.shown().unwrap_or(view);
    let strip = (*strip).as_ref().unwrap_or(&figures.strip);
    let checks = folded_checks(all.collect(), of_context, query);
    let finding = html! {
        <>
            if is_made_up { { element("p", "made-up", words::MADE_UP.into()) } }
            { element("h1", "", (&finding.headline).into()) }
            { element("p", "lead", linked(&finding.detail)) }
            { remedy }
            { checks }
        </>
    };
    let choices = in_context.map(|in_context| adjusting(state, view, in_context, contexts));
    let inside = html! {
        <>
            { chart_card(&view.gap, "regional-gap", source, Some(on_choose)) }
            { tile_map_card(shared, query) }
            if let Some(adjusted) = adjusted {
                { chart_card(&adjusted.moves, "moved-regions", &figures.source, Some(on_choose)) }
            }
            if *is_drawn {
                { chart_card_with(strip, "trusts-by-region", &figures.source, None, highlight.unwrap_or_default()) }
                { areas_card(figures, &state.settings.areas, query) }
                { top_tens(&chosen.lists.0, unfolded, &on_fold, query) }
                { adjusted.map(adjusted_trusts).unwrap_or_default() }
            }
        </>
    };
    html! {
        <>
            { found(finding) }
            { quote(Some(quote_of_regions(&view.data, &view.analysis, &view.finding))) }
            { caution(Page::Regions) }
            { controls_with(choices.unwrap_or_default(), state, view) }
            { cards(inside) }
        </>
    }
}

/// What is tried for the headline's chip: every choice of context under the rules in force. The demonstration is tried
/// only once its figures are adjusted, because nothing may move on the first page after the first drawing.
fn contexts_tried(input: &PageInput) -> Option<ContextsTried> {
    let (state, view) = (&input.state, input.view.shown()?);
    let in_context = input.context()?;
    let is_wanted = state.library.origin() == Origin::Files || !state.settings.adjust.is_empty();
    (is_wanted && in_context.offered.is_ok()).then(|| ContextsTried {
        measured: Shared(Rc::clone(&view.measured)),
        rules: view.analysis.rules,
        interval_choices: view.interval_choices,
        robustness: None,
    })
}

/// The best trusts adjusted; all of them in the download.
fn adjusted_trusts(adjusted: &AdjustedView) -> Html {
    let all = &adjusted.trusts;
    let first = Table {
        rows: all.rows.iter().take(TRUSTS_LISTED).cloned().collect(),
        ..all.clone()
    };
    listing_in_short(
        "adjusted-trusts",
        &first,
        all,
        adjusting_words::FIRST_TRUSTS,
        adjusting_words::NO_TRUST,
    )
}

/// The page if there are no figures.
pub(crate) fn missing_page(state: &UseReducerHandle<State>, view: &SharedView) -> Html {
    match &*view.0 {
        Err(error) => missing(error, state),
        Ok(_) => html! {},
    }
}

/// The user's areas, or nothing if there are none.
pub(super) fn areas_card(view: &View, asked: &[Area], query: &str) -> Html {
    if let Some(words) = areas_without_places(&view.analysis, asked) {
        return card("", "areas-heading", words::YOUR_AREAS, paragraph(&words));
    }
    let table = areas_table(&view.analysis);
    if table.rows.is_empty() {
        return html! {};
    }
    let areas = view.analysis.areas.iter().enumerate();
    let links = areas.map(|(index, local)| {
        let route = Route::about(Page::Region, About::Area(index));
        link(&route, query, &words::all_about(&local.area.name))
    });
    let inside = html! {
        <>
            { subtitle(words::WHAT_BELONGS_TO_AN_AREA) }
            { list("", links) }
            { scrolled(&table, "") }
            { card_foot((&view.source).into(), csv_button("areas", whole(&table))) }
        </>
    };
    card("listed", "areas-heading", words::YOUR_AREAS, inside)
}

/// Sets the weighting under which there are figures.
fn weigh_button(state: &UseReducerHandle<State>, weight: Weight) -> Html {
    let weigh = change(state, move |settings, _: &MouseEvent| settings.rules.weight = weight);
    element("p", "", button("button", words::SAME_WEIGHT, weigh))
}

/// What is loaded and what is missing.
fn missing(error: &ViewError, state: &UseReducerHandle<State>) -> Html {
    let (headline, words): (Cow<'_, str>, Cow<'_, str>) = match error {
        ViewError::NoResults if state.has_files() => (words::RESULTS_ARE_MISSING.into(), words::ADD_RESULTS.into()),
        ViewError::NoResults => (words::NO_TRUSTS.into(), words::ADD_TRUSTS.into()),
        ViewError::Analysis(AnalysisError::NoLinks) => {
            let data = state.data();
            let schools = data.as_ref().and_then(|data| data.schools.as_ref());
            let count = schools.map_or(0, |table| table.schools.len());
            let year = data.map_or_else(String::new, |data| data.year_in_words());
            let headline = words::group_links_are_missing(count, year);
            (headline.into(), words::ADD_GROUP_LINKS.into())
        }
        ViewError::Analysis(AnalysisError::YearNotStated) => (words::OF_WHICH_YEAR.into(), words::NO_YEAR_GIVEN.into()),
        ViewError::Analysis(error) => {
            let words = with_capital(&format!("{error}."));
            (words::NOTHING_TO_SHOW.into(), words.into())
        }
    };
    html! {
        <>
            { titled(&headline, &words) }
            if matches!(error, ViewError::Analysis(AnalysisError::YearNotStated)) {
                { year_form(state) }
            } else {
                { files_to_get() }
            }
        </>
    }
}

/// What supports the headline and what shakes it. Where the window is narrow, several are folded under their count.
fn folded_checks(found: Vec<Check>, of_context: Option<Check>, query: &str) -> Html {
    let warnings = found.iter().chain(&of_context).filter(|check| !check.holds).count();
    let count = found.len() + usize::from(of_context.is_some());
    let of_context = of_context.map(|check| context_check(check, query));
    let items = html! { <>{ checks(found.into_iter()) }{ of_context.unwrap_or_default() }</> };
    let items = element("ul", "checks", items);
    match (count, warnings) {
        (0 | 1, _) => items,
        (_, 0) => narrow_fold("all-hold", &words::checks(count, warnings), items),
        _ => narrow_fold("some-warn", &words::checks(count, warnings), items),
    }
}

/// Sentences, each marked as holding or not.
pub(super) fn checks(all: impl Iterator<Item = Check>) -> Html {
    let items = all.map(|check| {
        let class = if check.holds { "holds" } else { "breaks" };
        html! { <li class={classes!("check", class)}>{ check.text }</li> }
    });
    each(items)
}
