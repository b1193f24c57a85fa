//! The page: Yew function components, one reducer for the state. It shows what the rooms to its
//! left have computed and does no arithmetic of its own.

mod chosen;
mod components;
mod crash;
mod demonstration;
mod download;
mod files;
mod folders;
#[cfg(debug_assertions)]
mod gallery;
mod hooks;
mod hosted;
mod kept;
mod mapping;
mod pages;
mod pasting;
pub(crate) mod place;
mod ranking;
mod reading;
mod remembering;
mod shared;
pub(crate) mod state;
mod survey;
mod taking;
pub(crate) mod theme;
mod undoing;
mod view;
mod worker;

use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use yew::prelude::*;

use crate::export::link;
use crate::export::origin::Origin;
use crate::model::{self, Library};
use crate::words::app as words;
use chosen::use_chosen;
use components::{Notices, file_bar, footer, guidance, header, toolbar};
use pages::{Given, other_page, regions_page};
use place::{About, Page};
use ranking::{Reckoning, use_ranks};
use reading::use_desk;
use shared::Shared;
use state::{Action, State};
use survey::{LastSurvey, SharedSurvey};
use taking::{Outlet, Sheet, use_outlet};
use view::{Lists, SharedView, Views, use_lists, use_views};

/// The whole page.
#[component]
fn App() -> Html {
    let state = use_reducer(State::new);
    let query = hooks::use_link(&state);
    hooks::use_demonstration(&state);
    let is_drawn = hooks::use_is_drawn();
    let entries = hooks::use_entries();
    let place = hooks::use_place(&entries, is_drawn);
    let desk = use_desk(&state);
    hooks::use_readings(&state, &desk);
    let (on_files, on_cancel) = hooks::use_intake(&state, &desk);
    let is_over = hooks::use_dropped_files(&on_files);
    remembering::use_remembering(&state, &desk, is_drawn);
    hooks::use_idle(&state, &desk, is_drawn);
    let Views {
        shown: view,
        leaving,
        library: cleared,
    } = use_views(&state);
    let on_paper = leaving.as_ref().unwrap_or(&view);
    let outlet = use_outlet(cleared.map(|_| ()).of(origin(on_paper)));
    // Which part of the country stands out follows from figures, and shows in what leaves.
    let about = place
        .about
        .unwrap_or_else(|| usual_about(place.page, on_paper));
    hooks::use_title(&place, &view);
    let is_first_page = place.page == Page::Regions && state.mapping.is_none();
    // Ranks of the demonstration are for other pages: on the first, nothing may move once it is drawn.
    let has_files = state.library.origin() == model::Origin::Files;
    let wants_ranks = has_files || !is_first_page;
    let ranked_page = ranked_page(place.page, about);
    let reckoning = use_ranks(&view, ranked_page, wants_ranks);
    let last_survey = Shared(use_mut_ref(LastSurvey::default));
    let ranked = Shared(reckoning.ranks.regional(&view));
    let lists = use_lists(&view, ranked, is_drawn);
    let is_apart = on_paper != &view;
    let of_paper = use_ranks(on_paper, ranked_page, wants_ranks && is_apart);
    let of_paper = if is_apart { &of_paper } else { &reckoning };
    let survey_of_paper = Shared(use_mut_ref(LastSurvey::default));
    let ranked = Shared(of_paper.ranks.regional(on_paper));
    let lists_of_paper = use_lists(on_paper, ranked, is_drawn && leaving.is_some());
    let chosen = use_chosen(&entries, place.page);
    let on_close = {
        let dispatcher = state.dispatcher();
        use_callback((), move |(), ()| dispatcher.dispatch(Action::CloseNotices))
    };
    let on_explain = hooks::use_explaining(&state, place.page);
    let on_choose = use_callback((), |id: String, ()| hooks::go_to_chosen(&id));
    // A report is made to leave: there is no other on the screen. Nothing leaves while columns are explained.
    let is_report = place.page == Page::Report;
    let is_twice = leaving.is_some() && state.mapping.is_none();
    let page = |view: &SharedView, lists: &Shared<Rc<Lists>>, more: &dyn Fn() -> Of| {
        if is_first_page {
            regions_page(&state, view, &lists.0, &query, is_drawn, &on_choose)
        } else {
            let Of {
                library,
                reckoning,
                last_survey,
            } = more();
            other_page(Given {
                state: state.clone(),
                library,
                view: view.clone(),
                lists: lists.clone(),
                place: place.clone(),
                about,
                query: Rc::clone(&query),
                desk: desk.clone(),
                reckoning,
                last_survey,
                chosen: chosen.clone(),
                on_choose: on_choose.clone(),
            })
        }
    };
    let on_screen = || {
        let more = || Of {
            library: state.library.clone(),
            reckoning: reckoning.clone(),
            last_survey: last_survey.clone(),
        };
        page(&view, &lists, &more)
    };
    let to_leave = || {
        let more = || Of {
            library: cleared.what().clone(),
            reckoning: of_paper.clone(),
            last_survey: survey_of_paper.clone(),
        };
        page(on_paper, &lists_of_paper, &more)
    };
    let (shown, paper) = match (is_twice, is_report) {
        (true, true) => (to_leave(), None),
        (true, false) => (on_screen(), Some(to_leave())),
        (false, _) => (on_screen(), None),
    };
    let sheet = if paper.is_some() {
        Sheet::Screen
    } else {
        Sheet::Whole
    };
    html! {
        <div class={classes!("drop-area", is_over.then_some("is-over"))}>
            { header(place.page, &query, toolbar(&state)) }
            <main id="main" tabindex="-1">
                { file_bar(&state, &view, on_files, &on_cancel) }
                if !has_files { { guidance(is_first_page) } }
                <Notices notices={state.told()} status={state.status.clone()} query={Rc::clone(&query)} {on_close} {on_explain} />
                <ContextProvider<hooks::Entries> context={entries}>
                    <ContextProvider<Outlet> context={outlet.of(sheet)}>
                        <div class={classes!("sheet", paper.is_some().then_some("on-screen"))}>{ shown }</div>
                    </ContextProvider<Outlet>>
                    if let Some(paper) = paper {
                        <ContextProvider<Outlet> context={outlet.of(Sheet::Paper)}>
                            <div class="sheet on-paper">{ paper }</div>
                        </ContextProvider<Outlet>>
                    }
                </ContextProvider<hooks::Entries>>
            </main>
            { footer(&query) }
            { taking::told() }
            <div class="drop-hint" aria-hidden="true">
                <p>{ words::DROP_HINT }</p>
            </div>
        </div>
    }
}

/// What a page is made of that only other pages than the first need.
struct Of {
    library: Library,
    reckoning: Reckoning,
    last_survey: SharedSurvey,
}

/// What the figures of a view are.
fn origin(view: &SharedView) -> Origin {
    let view = (*view.0).as_ref().ok();
    let origin = view.map(|view| Origin::of(&view.data, &view.analysis));
    origin.unwrap_or_default()
}

/// What a page wants ranks of besides the regions, which have theirs always.
fn ranked_page(page: Page, about: About) -> Option<About> {
    match page {
        Page::TopTen => Some(about),
        Page::Region if about.region().is_none() => Some(about),
        _ => None,
    }
}

/// What a page is about where the address does not say: the region with the last figure, where a finding most often
/// is; in a funnel all trusts stand out.
fn usual_about(page: Page, view: &SharedView) -> About {
    let shown = (*view.0).as_ref().ok();
    let last = shown.and_then(|view| {
        let regions = view.analysis.regions_best_first();
        regions.last().map(|(region, _)| region.region)
    });
    match page {
        Page::Funnel => About::England,
        _ => About::of(last),
    }
}

/// Starts the page in the element that `index.html` keeps for it; in a worker, what reads files.
pub fn run() {
    if let Ok(scope) = js_sys::global().dyn_into::<web_sys::DedicatedWorkerGlobalScope>() {
        worker::serve(scope);
        return;
    }
    crash::tell_the_user_of_panics();
    if let Some(root) = gloo::utils::document().get_element_by_id("page") {
        #[cfg(debug_assertions)]
        if gallery::shows(&root) {
            return;
        }
        // The shell that the user has been reading until now.
        root.set_inner_html("");
        yew::Renderer::<App>::with_root(root).render();
    }
}
