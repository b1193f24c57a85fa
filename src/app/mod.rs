//! The page: Yew function components, one reducer for the state. It shows what the rooms to its
//! left have computed and does no arithmetic of its own.

mod components;
mod crash;
mod demonstration;
mod download;
mod files;
#[cfg(debug_assertions)]
mod gallery;
mod hooks;
mod hosted;
mod kept;
mod lens;
mod mapping;
mod pages;
pub mod parts;
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
use crate::model::Origin;
use crate::words::app as words;
use components::{FileBar, Notices, footer, guidance, header, on_its_way, toolbar};
use hooks::Coming;
use pages::{Given, other_page, regions_page};
use parts::{Part, Stage};
use place::{About, Page};
use ranking::use_ranks;
use reading::use_desk;
use shared::Shared;
use state::{Action, State};
use survey::LastSurvey;
use view::{Lists, SharedView, View};

/// The whole page.
#[component]
fn App() -> Html {
    let state = use_reducer(State::new);
    let query = hooks::use_link(&state);
    hooks::use_demonstration(&state);
    let stage = hooks::use_stage();
    let is_drawn = stage >= Stage::Drawn;
    let place = hooks::use_place(is_drawn);
    let desk = use_desk(&state);
    let on_files = {
        let desk = desk.clone();
        // By address: to compare what is explained takes the later part.
        let explained = Shared(Rc::clone(&state.explained));
        use_callback(explained, move |files, explained| {
            desk.hand_in(files, &explained.0, None)
        })
    };
    let on_cancel = {
        let desk = desk.clone();
        use_callback((), move |(), ()| desk.cancel())
    };
    let is_over = hooks::use_dropped_files(&on_files);
    let has_later = stage >= Stage::Later;
    remembering::use_remembering(&state, &desk, has_later);
    {
        // A worker at hand before there is a file for it, once the page has nothing else to do.
        let (desk, dispatcher) = (desk.clone(), state.dispatcher());
        let is_idle = has_later && !state.demonstration_goes_on();
        use_effect_with(is_idle, move |&is_idle| {
            if is_idle {
                desk.prepare();
                hosted::listen(dispatcher.clone());
                undoing::listen(dispatcher);
            }
        });
    }
    let asked = (
        Shared(state.data()),
        state.rules,
        state.areas.clone(),
        state.doubt,
        state.suppression,
    );
    let former = use_mut_ref(|| None);
    let view = use_memo(asked, |(data, rules, areas, doubt, suppression)| {
        let former = &mut former.borrow_mut();
        let view = View::new(data.0.as_deref(), rules, areas, doubt, former)?;
        Ok(view.with_taken(data.0.as_deref(), *suppression))
    });
    let view = Shared(view);
    let about = place
        .about
        .unwrap_or_else(|| usual_about(place.page, &view));
    let ranked_page = match place.page {
        Page::TopTen => Some(about),
        // Regions have theirs always.
        Page::Region if about.region().is_none() => Some(about),
        _ => None,
    };
    let is_first_page = place.page == Page::Regions && state.mapping.is_none();
    // Files have ranks, also on the first page; notices stand on every page.
    let has_notices = !state.notices.is_empty();
    let has_files = state.library.origin() == Origin::Files;
    let has_pages = stage == Stage::Pages;
    let (coming, ask_again) = hooks::use_pages(!is_first_page || has_files || has_notices);
    let told = match coming {
        Coming::Here => state.told(),
        Coming::Waiting | Coming::Missing => Rc::default(),
    };
    let reckoning = use_ranks(&view, ranked_page, coming == Coming::Here);
    let last_survey = use_mut_ref(LastSurvey::default);
    let ranked = Shared(reckoning.ranks.regional(&view));
    let lists = use_memo(
        (view.clone(), ranked.clone(), is_drawn),
        |(view, ranked, is_drawn)| {
            if *is_drawn {
                Lists::new(view, ranked.0.as_deref())
            } else {
                Lists::default()
            }
        },
    );

    let on_close = {
        let dispatcher = state.dispatcher();
        use_callback((), move |(), ()| dispatcher.dispatch(Action::CloseNotices))
    };
    let on_explain = {
        let dispatcher = state.dispatcher();
        use_callback((), move |table, ()| {
            let dispatcher = dispatcher.clone();
            // The dialogue's part comes first: to look into the table takes it.
            parts::when_here(Part::Pages, move |is_here| {
                if is_here {
                    dispatcher.dispatch(Action::StartMapping(table));
                }
            });
        })
    };
    {
        // A link to another page leads there, and out of the dialogue on a table's columns.
        let dispatcher = state.dispatcher();
        use_effect_with(place.page, move |_| {
            dispatcher.dispatch(Action::PauseMapping)
        });
    }
    let on_choose = use_callback((), |id: String, ()| hooks::go_to_chosen(&id));
    let page = if is_first_page {
        regions_page(&state, &view, &lists, &query, stage, &on_choose)
    } else if coming == Coming::Here {
        other_page(
            &place,
            about,
            Given {
                state: state.clone(),
                view: view.clone(),
                lists: Shared(lists),
                query: Rc::clone(&query),
                desk: desk.clone(),
                reckoning,
                last_survey: Shared(last_survey),
                on_choose,
            },
        )
    } else {
        on_its_way(coming, &ask_again)
    };
    html! {
        <div class={classes!("drop-area", is_over.then_some("is-over"))}>
            { header(place.page, &query, has_pages.then(|| toolbar(&state))) }
            <main id="main" tabindex="-1">
                <FileBar
                    state={state.clone()}
                    view={view.clone()}
                    on_files={on_files.clone()}
                    on_cancel={on_cancel.clone()}
                />
                if !has_files { { guidance(has_pages, is_first_page) } }
                <Notices
                    notices={told}
                    status={state.status.clone()}
                    on_close={on_close}
                    on_explain={on_explain}
                />
                if is_first_page && has_notices && coming == Coming::Missing {
                    { on_its_way(coming, &ask_again) }
                }
                { page }
            </main>
            if has_pages { { footer(&query) } }
            { taking::told() }
            <div class="drop-hint" aria-hidden="true">
                <p>{ words::DROP_HINT }</p>
            </div>
        </div>
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
