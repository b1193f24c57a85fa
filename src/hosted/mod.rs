//! Data sets that the host has put next to this copy of the page. Their list is fetched once the page is idle, and
//! their files when the user chooses one.

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

/// The offered data sets, and which of them is being fetched.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Hosted {
    pub(super) offers: Offers,
    /// The index of the offer that is being fetched.
    pub(super) coming: Option<usize>,
}

/// Fetches the list.
pub(super) fn ask(dispatcher: UseReducerDispatcher<State>) {
    spawn_local(async move {
        dispatcher.dispatch(Action::Offered(fetching::list().await));
    });
}

/// A link to the offered data sets, and the credits of those in use.
pub(super) fn beside_files(hosted: &Hosted, state: &State) -> Html {
    let count = hosted.offers.offers.len();
    let data = state.data();
    let files = data.as_ref().map_or_else(Vec::new, |data| data.files());
    let credits = credits(&files);
    html! {
        <>
            if count > 0 {
                <a href={Route::of(Page::Data).address(&link::write(&state.link_contents()))}>
                    { words::offered_here(count) }
                </a>
            }
            if !credits.is_empty() {
                <span class="credit">{ listed(&credits) }</span>
            }
        </>
    }
}

/// Fetches the offer with this index and queues its files like dropped ones: all of them, or none if one cannot be
/// fetched.
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
