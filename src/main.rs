//! The page: Yew function components and one reducer for the state. It shows what the engine's crates compute, and
//! does no arithmetic of its own.

mod components;
#[cfg(target_arch = "wasm32")]
mod crash;
mod demonstration;
mod download;
mod exporting;
mod files;
mod folders;
#[cfg(all(feature = "gallery", target_arch = "wasm32"))]
mod gallery;
mod hooks;
mod hosted;
mod later;
mod mapping;
mod opening;
mod pages;
mod pasting;
mod preferences;
#[cfg(not(target_arch = "wasm32"))]
mod prerender;
mod ranking;
mod reading;
mod remembering;
mod route;
mod selections;
mod shared;
mod state;
mod survey;
mod theme;
mod undoing;
mod view;
mod words;
mod worker;

use std::rc::Rc;

use gloo::file::File;
use method::{Highlight, Measured, Settings};
use records::model;
use show::export::origin::Origin;
use wasm_bindgen::prelude::wasm_bindgen;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use components::{Header, Notices, Search, file_bar, footer, guidance, toolbar};
#[cfg(target_arch = "wasm32")]
use demonstration::{Demonstration, next_task};
use exporting::{ExportContext, Medium, use_export_context};
use hooks::Entries;
use later::Later;
use mapping::Table;
use pages::{PageInput, page};
use reading::{ReadingQueue, use_reading_queue};
use route::{About, Page, Route};
use selections::use_selections;
use shared::Shared;
use state::{Action, State};
use view::{Figures, SharedView, Shown, View, Views, use_shown, use_views};

#[wasm_bindgen]
extern "C" {
    /// Reloads the page, in its newer version if one waits (`assets/boot.js`).
    #[wasm_bindgen(js_name = reloadPage)]
    fn reload_page();
}

#[derive(Properties, PartialEq)]
struct AppProps {
    /// The page as it opens.
    state: State,
    /// The trusts' values for its first view, if they have been computed.
    measured: Shared<Option<Rc<Measured>>>,
    /// The pages other than the first, if the page opens with one of them.
    later: Later,
}

#[component]
fn App(props: &AppProps) -> Html {
    let state = use_reducer(|| props.state.clone());
    let query = hooks::use_link(&state);
    let is_drawn = hooks::use_is_drawn();
    let entries = use_memo((), |()| Entries::default());
    let route = hooks::use_route(&entries, is_drawn);
    let queue = use_reading_queue(&state);
    hooks::use_readings(&state, &queue);
    mapping::use_previews(&state);
    let actions = use_memo((), |()| PageActions::new(&state.dispatcher(), &queue));
    let is_over = hooks::use_dropped_files(&actions.on_files);
    remembering::use_remembering(&state, &queue, is_drawn);
    let Views {
        shown: view,
        cleared,
        library: cleared_library,
    } = use_views(&state, &props.measured);
    let on_paper = cleared.as_ref().unwrap_or(&view);
    let export_context = use_export_context(cleared_library.map(|_| ()).of(origin(on_paper, &state.settings)));
    // The default part of the country follows from figures, and shows in downloads. It must follow from cleared
    // figures.
    let about = route.about_part();
    let about = about.unwrap_or_else(|| usual_about(&route, on_paper));
    hooks::use_title(&route, &view);
    let is_first_page = route.page == Page::Regions && state.mapping.is_none();
    let later = hooks::use_later_part(
        props.later,
        is_drawn || !route.page.is_in_first_part() || state.mapping.is_some(),
    );
    hooks::use_demonstration(&state, is_drawn);
    hooks::use_newer_version(&state);
    hooks::use_idle(&state, &queue, is_drawn, later.part);
    // The first page does not rank the demonstration, because nothing may move there after the first drawing.
    let has_files = state.library.origin() == model::Origin::Files;
    let wants_ranks = has_files || !is_first_page;
    let highlighted = state.settings.highlighted.as_ref().and_then(Highlight::region);
    let selections = use_selections(&entries, route.page, highlighted);
    let families = |view: &View| ranked_families(&route, about, view, *selections.pair);
    let adjust = state.settings.adjust;
    let on_screen = use_shown(&view, Some(adjust), &families, wants_ranks, is_drawn);
    let is_apart = on_paper != &view;
    let apart = use_shown(
        on_paper,
        is_apart.then_some(adjust),
        &families,
        wants_ranks && is_apart,
        is_drawn && is_apart,
    );
    let on_paper = if is_apart { apart } else { on_screen.clone() };
    // A link to another page also closes the dialogue on a table's columns.
    let dispatcher = state.dispatcher();
    use_effect_with(route.page, move |_| {
        dispatcher.dispatch(Action::PauseMapping);
    });
    let page = |shown, library: &model::Library| {
        let Shown {
            plain,
            chosen,
            last_surveys,
            in_context,
        } = shown;
        let Figures { view, ranking, lists } = plain;
        page(PageInput {
            state: state.clone(),
            library: library.clone(),
            view,
            ranking,
            lists,
            chosen,
            last_surveys,
            in_context,
            route: route.clone(),
            about,
            query: Rc::clone(&query),
            queue: queue.clone(),
            selections: selections.clone(),
            on_choose: actions.on_choose.clone(),
            is_drawn,
            later: later.clone(),
        })
    };
    // Everything in a report can be printed, so the screen shows the same copy. While columns are explained, nothing
    // can be exported.
    let is_withheld = cleared.is_some() && state.mapping.is_none();
    let is_twice = is_withheld && route.page != Page::Report;
    let cleared_page = is_withheld.then(|| page(on_paper, cleared_library.what()));
    let (shown, paper) = match cleared_page {
        Some(paper) if is_twice => (page(on_screen, &state.library), Some(paper)),
        Some(report) => (report, None),
        None => (page(on_screen, &state.library), None),
    };
    let medium = if is_twice { Medium::Screen } else { Medium::All };
    let PageActions {
        on_files,
        on_cancel,
        on_close,
        on_explain,
        on_fetch,
        on_reload,
        ..
    } = (*actions).clone();
    html! {
        <div class={classes!("drop-area", is_over.then_some("is-over"))}>
            <Header shown={route.page} query={Rc::clone(&query)} search={html! { <Search state={state.clone()} view={view.clone()} /> }} tools={toolbar(&state)} />
            <main id="main" tabindex="-1">
                { file_bar(&state, &view, on_files, &on_cancel) }
                if !has_files { { guidance(is_first_page) } }
                <Notices notices={state.visible_notices()} status={state.status.clone()} query={Rc::clone(&query)} {on_close} {on_explain} {on_fetch} {on_reload} />
                <ContextProvider<ExportContext> context={export_context.of(medium)}>
                    <div class={classes!("sheet", is_twice.then_some("on-screen"))}>{ shown }</div>
                </ContextProvider<ExportContext>>
                if let Some(paper) = paper {
                    <ContextProvider<ExportContext> context={export_context.of(Medium::Print)}>
                        <div class="sheet on-paper">{ paper }</div>
                    </ContextProvider<ExportContext>>
                }
            </main>
            { footer(&query) }
            { exporting::announcements() }
            <div class="drop-hint" aria-hidden="true">
                <p>{ words::DROP_HINT }</p>
            </div>
        </div>
    }
}

/// The callbacks that are available on every page, created once.
#[derive(Clone)]
struct PageActions {
    on_files: Callback<Vec<File>>,
    on_cancel: Callback<()>,
    on_close: Callback<()>,
    on_explain: Callback<Table>,
    on_fetch: Callback<()>,
    on_reload: Callback<()>,
    on_choose: Callback<String>,
}

impl PageActions {
    fn new(dispatcher: &UseReducerDispatcher<State>, queue: &ReadingQueue) -> Self {
        let (of_files, of_cancel) = (queue.clone(), queue.clone());
        let (of_close, of_explain) = (dispatcher.clone(), dispatcher.clone());
        let of_fetch = dispatcher.clone();
        Self {
            on_files: Callback::from(move |files| of_files.hand_in(files, None)),
            on_cancel: Callback::from(move |()| of_cancel.cancel()),
            on_close: Callback::from(move |()| of_close.dispatch(Action::CloseNotices)),
            on_explain: Callback::from(move |table| {
                of_explain.dispatch(Action::StartMapping(table));
            }),
            on_fetch: Callback::from(move |()| of_fetch.dispatch(Action::FetchDemonstration)),
            on_reload: Callback::from(|()| reload_page()),
            on_choose: Callback::from(|id: String| hooks::go_to_chosen(&id)),
        }
    }
}

/// The origin of a view's figures, under these settings.
fn origin(view: &SharedView, settings: &Settings) -> Origin {
    let view = (*view.0).as_ref().ok();
    let origin = view.map(|view| Origin::of(&view.data, &view.analysis).under(&view.analysis, settings));
    origin.unwrap_or_default()
}

/// The families that a page ranks in addition to the regions, which are always ranked; and those of regions of which it
/// compares pairs.
fn ranked_families(route: &Route, about: About, view: &View, pair: (usize, usize)) -> Vec<About> {
    match route.page {
        Page::TopTen => pages::families_of_top_ten(view, about, pair),
        Page::Compare => pages::families_compared(view, &route.trusts),
        Page::Region if about.region().is_none() => vec![about],
        _ => Vec::new(),
    }
}

/// What a page is about if the address does not say it: the region with the last figure, which is usually in the
/// finding. The funnel is about all trusts.
fn usual_about(route: &Route, view: &SharedView) -> About {
    let shown = (*view.0).as_ref().ok();
    let last = shown.and_then(|view| {
        let regions = view.analysis.regions_best_first();
        regions.last().map(|(region, _)| region.region)
    });
    match route.page {
        Page::Funnel => About::England,
        _ => About::of(last),
    }
}

/// Natively the program writes the first page as HTML: [`prerender`].
#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    prerender::run()
}

/// Starts the page in the element that `index.html` keeps for it.
#[cfg(target_arch = "wasm32")]
fn main() {
    crash::show_panics();
    if let Some(root) = gloo::utils::document().get_element_by_id("page") {
        #[cfg(feature = "gallery")]
        if gallery::shows(&root) {
            return;
        }
        spawn_local(async move {
            // Short tasks, so that the browser stays at the user's service.
            let opening = demonstration::fetch(0).await;
            let state = State::new(Demonstration::of(opening));
            next_task().await;
            let measured = Shared(state.measured());
            next_task().await;
            let later = if hooks::route_now().page.is_in_first_part() {
                Later::Coming
            } else {
                Later::load().await
            };
            if let Some(place) = opening::out_of_sight(&root) {
                yew::Renderer::<App>::with_root_and_props(place, AppProps { state, measured, later }).render();
            }
        });
    }
}
