//! The first page: the finding, the regional gap, every trust, the top tens.

use yew::prelude::*;

use crate::app::components::{
    ChartCard, Controls, caution, csv_button, files_to_get, linked, scrolled, tile_map_card,
    top_tens, whole, year_form,
};
use crate::app::place::{About, Page, Place};
use crate::app::state::{Action, Lack, State};
use crate::app::view::{Lists, SharedView, View};
use crate::chart::{Check, areas_table};
use crate::method::AnalysisError;
use crate::method::weighting::Weight;
use crate::model::Origin;
use crate::terms::letters::with_capital;
use crate::words::app::pages::regions as words;

/// The finding and the gap are drawn first, what stands below them when that has been seen.
pub(in crate::app) fn regions_page(
    state: &UseReducerHandle<State>,
    view: &SharedView,
    lists: &Lists,
    query: &str,
    is_drawn: bool,
    on_choose: &Callback<String>,
) -> Html {
    let shared = view;
    let view = match &*shared.0 {
        Ok(view) => view,
        Err(lack) => return missing(lack, state),
    };
    let source = AttrValue::from(view.source.clone());
    html! {
        <>
            <div class="finding" aria-live="polite">
                if state.data().is_some_and(|data| data.origin == Origin::Demonstration) {
                    <p class="made-up">{ words::MADE_UP }</p>
                }
                <h1>{ view.finding.headline.clone() }</h1>
                <p class="lead">{ linked(&view.finding.detail) }</p>
                { for view.finding.remedy.map(|weight| weigh_button(state, weight)) }
                <ul class="checks">
                    { for view.finding.checks.iter().chain(&lists.check).map(check_view) }
                </ul>
            </div>
            { caution(Page::Regions) }
            <Controls state={state.clone()} view={shared.clone()} />
            <div class="cards">
                <ChartCard
                    chart={view.gap.clone()}
                    id="regional-gap"
                    source={source.clone()}
                    on_choose={on_choose.clone()}
                >
                    { key() }
                </ChartCard>
                { tile_map_card(shared, query) }
                if is_drawn {
                    <ChartCard chart={view.strip.clone()} id="trusts-by-region" {source} />
                    if !view.analysis.areas.is_empty() { { areas_card(view, query) } }
                    { top_tens(lists, query) }
                }
            </div>
        </>
    }
}

/// What a page shows in place of figures where there are none.
pub(in crate::app) fn missing_page(state: &UseReducerHandle<State>, view: &SharedView) -> Html {
    match &*view.0 {
        Err(lack) => missing(lack, state),
        Ok(_) => html! {},
    }
}

/// The user's areas.
pub(in crate::app) fn areas_card(view: &View, query: &str) -> Html {
    let table = areas_table(&view.analysis);
    if table.rows.is_empty() {
        return html! {};
    }
    html! {
        <section class="card listed" aria-labelledby="areas-heading">
            <h2 id="areas-heading">{ words::YOUR_AREAS }</h2>
            <p class="subtitle">
                { words::WHAT_BELONGS_TO_AN_AREA }
            </p>
            <ul>{ for view.analysis.areas.iter().enumerate().map(|(place, local)| html! {
                <li>
                    <a href={Place::about(Page::Region, About::Area(place)).address(query)}>
                        { words::all_about(&local.area.name) }
                    </a>
                </li>
            }) }</ul>
            { scrolled(&table, "") }
            <div class="card-foot">
                <p>{ view.source.clone() }</p>
                <div class="actions">{ csv_button("areas", whole(&table)) }</div>
            </div>
        </section>
    }
}

/// Sets the weight under which there are figures.
fn weigh_button(state: &UseReducerHandle<State>, weight: Weight) -> Html {
    let dispatcher = state.dispatcher();
    let on_choose = Callback::from(move |_: MouseEvent| {
        dispatcher.dispatch(Action::choose(move |settings| {
            settings.rules.weight = weight
        }));
    });
    html! {
        <p><button type="button" class="button" onclick={on_choose}>{ words::WEIGH_ALIKE }</button></p>
    }
}

/// What is there and what is still needed.
fn missing(lack: &Lack, state: &UseReducerHandle<State>) -> Html {
    let data = state.data();
    let schools = data.as_ref().and_then(|data| data.schools.as_ref());
    let count = schools.map_or(0, |table| table.schools.len());
    let year = data
        .as_ref()
        .map_or_else(String::new, |data| data.year_in_words());
    let (headline, words) = match lack {
        Lack::Results if state.has_files() => (
            words::RESULTS_ARE_MISSING.to_owned(),
            words::ADD_RESULTS.to_owned(),
        ),
        Lack::Results => (words::NO_TRUSTS.to_owned(), words::ADD_TRUSTS.to_owned()),
        Lack::Analysis(AnalysisError::NoLinks) => (
            words::group_links_are_missing(count, year),
            words::ADD_GROUP_LINKS.to_owned(),
        ),
        Lack::Analysis(AnalysisError::YearNotStated) => (
            words::OF_WHICH_YEAR.to_owned(),
            words::NO_YEAR_TOLD.to_owned(),
        ),
        Lack::Analysis(error) => (
            words::NOTHING_TO_SHOW.to_owned(),
            with_capital(&format!("{error}.")),
        ),
    };
    html! {
        <>
            <h1>{ headline }</h1>
            <p class="lead">{ words }</p>
            if matches!(lack, Lack::Analysis(AnalysisError::YearNotStated)) {
                { year_form(state) }
            } else {
                { files_to_get() }
            }
        </>
    }
}

fn check_view(check: &Check) -> Html {
    let class = if check.holds {
        "check holds"
    } else {
        "check breaks"
    };
    html! { <li {class}>{ check.text.clone() }</li> }
}

/// The key of the gap chart.
fn key() -> Html {
    html! {
        <ul class="key">
            <li><svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
                <circle class="ink-disadvantaged" cx="6" cy="6" r="6" />
            </svg>{ words::DISADVANTAGED_PUPILS }</li>
            <li><svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
                <circle class="ink-other" cx="6" cy="6" r="6" />
            </svg>{ words::OTHER_PUPILS }</li>
        </ul>
    }
}
