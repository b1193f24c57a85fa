//! Data sets that whoever hosts this copy of the page has put next to it: named once
//! the page is at rest, and fetched when the user chooses one.

mod fetching;

use hosting::Offers;
use records::model::credits;
use records::terms::listed;
use show::export::link;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::words::hosted as words;

use super::reading::ReadingQueue;
use super::route::{Page, Route};
use super::state::{Action, State};

/// What is offered, and which of it is on its way.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Hosted {
    pub(super) offers: Offers,
    /// Its index among the offers.
    pub(super) coming: Option<usize>,
}

/// Asks for the list.
pub(super) fn ask(dispatcher: UseReducerDispatcher<State>) {
    spawn_local(async move {
        dispatcher.dispatch(Action::Offered(fetching::list().await));
    });
}

/// What stands beside the files: where to choose what is offered, and what has to be said of what is in use.
pub(super) fn beside_files(hosted: &Hosted, state: &State) -> Html {
    let count = hosted.offers.offers.len();
    let data = state.data();
    let files = data.as_ref().map_or_else(Vec::new, |data| data.files());
    let credits = credits(&files);
    html! {
        <>
            if count > 0 {
                <a href={Route::of(Page::Data).address(&link::write(&state.said()))}>
                    { words::offered_here(count) }
                </a>
            }
            if !credits.is_empty() {
                <span class="file-counts">{ listed(&credits) }</span>
            }
        </>
    }
}

/// Fetches what is offered at that index and hands it in as if it had been dropped: all of its files, or none where one
/// does not come.
pub(super) fn choose(state: &UseReducerHandle<State>, queue: &ReadingQueue, index: usize) {
    let hosted = state.hosted.0.as_ref();
    let hosted = hosted.filter(|hosted| hosted.coming.is_none());
    let offer = hosted.and_then(|hosted| hosted.offers.offers.get(index).cloned());
    let Some(offer) = offer else { return };
    let count = offer.files.len();
    state.dispatch(Action::FilesComing { count });
    state.dispatch(Action::OfferComing(Some(index)));
    let (dispatcher, queue) = (state.dispatcher(), queue.clone());
    spawn_local(async move {
        let (files, refused) = fetching::files(&offer).await;
        dispatcher.dispatch(Action::OfferComing(None));
        if refused.is_empty() {
            queue.hand_in_credited(files);
        } else {
            dispatcher.dispatch(Action::FilesRead(refused));
        }
    });
}
