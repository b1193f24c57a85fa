//! Every page but the first: which one an address leads to.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::chosen::Chosen;
use crate::app::components::Columns;
use crate::app::place::{About, Page, Place};
use crate::app::ranking::Reckoning;
use crate::app::reading::Desk;
use crate::app::shared::Shared;
use crate::app::state::State;
use crate::app::survey::SharedSurvey;
use crate::app::view::{Lists, SharedView};
use crate::model::Library;

use super::{
    CombinedPage, ComparePage, FunnelPage, RegionPage, ReportPage, RobustnessPage, SpreadPage,
    TopTenPage, TrendPage, TrustPage, TrustsPage, data_page, method_page, missing_page,
};

/// What pages are given to show.
pub(in crate::app) struct Given {
    pub(in crate::app) state: UseReducerHandle<State>,
    /// Every year.
    pub(in crate::app) library: Library,
    pub(in crate::app) view: SharedView,
    pub(in crate::app) lists: Shared<Rc<Lists>>,
    /// What addresses carry.
    pub(in crate::app) query: Rc<str>,
    pub(in crate::app) desk: Desk,
    pub(in crate::app) reckoning: Reckoning,
    pub(in crate::app) last_survey: SharedSurvey,
    pub(in crate::app) chosen: Chosen,
    /// Goes to what a chosen mark stands for.
    pub(in crate::app) on_choose: Callback<String>,
}

/// The page of a place, or the dialogue on a table's columns.
pub(in crate::app) fn other_page(place: &Place, about: About, given: Given) -> Html {
    let Given {
        state,
        library,
        view,
        lists,
        query,
        desk,
        reckoning,
        last_survey,
        chosen,
        on_choose,
    } = given;
    if let Some(task) = &state.mapping {
        return html! {
            <Columns
                key={task.table.file.clone()}
                task={Shared(Rc::clone(task))}
                dispatcher={state.dispatcher()}
                {desk}
            />
        };
    }
    if view.0.is_err() && place.page.shows_figures() {
        return missing_page(&state, &view);
    }
    match place.page {
        Page::TopTen => html! {
            <TopTenPage {state} {view} {about} {reckoning} pair={chosen.pair} />
        },
        Page::Funnel => html! {
            <FunnelPage {state} {view} {about} />
        },
        Page::Robustness => html! {
            <RobustnessPage
                {state}
                {view}
                {about}
                last={last_survey}
                chosen={chosen.claim}
            />
        },
        Page::Spread => html! {
            <SpreadPage {state} {view} {query} {on_choose} />
        },
        Page::Region => html! {
            <RegionPage
                {state}
                {view}
                {about}
                {reckoning}
                {lists}
                {query}
                {on_choose}
            />
        },
        Page::Trend => html! {
            <TrendPage
                {state}
                {view}
                {library}
                chosen={Rc::clone(&place.trusts)}
                {on_choose}
            />
        },
        Page::Combined => html! { <CombinedPage {state} {view} /> },
        Page::Trusts => html! {
            <TrustsPage
                {state}
                {view}
                ticked={Rc::clone(&place.trusts)}
                asked={chosen.trusts}
                entries={chosen.entries}
                {query}
            />
        },
        Page::Trust => html! {
            <TrustPage
                {state}
                {view}
                uid={place.trusts.first().cloned().unwrap_or_default()}
                weights={chosen.weights}
                {query}
            />
        },
        Page::Compare => html! {
            <ComparePage
                {state}
                {view}
                uids={Rc::clone(&place.trusts)}
            />
        },
        Page::Data => data_page(&state, &library, (*view.0).as_ref().ok(), &desk),
        Page::Method => {
            // Words stand in its address as numbers do in that of Trust.
            let word = place.trusts.first().cloned();
            method_page(&state, (*view.0).as_ref().ok(), word)
        }
        Page::Report => {
            let ranked = Shared(reckoning.ranks.regional(&view));
            html! { <ReportPage {state} {view} place={place.clone()} ranks={ranked} {desk} /> }
        }
        Page::Regions => html! {},
    }
}
