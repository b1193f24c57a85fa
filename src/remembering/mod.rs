//! Files remembered on this device, only where the user asks for it: in the browser's own storage, as they were dropped,
//! with what the user has explained of their columns.
//!
//! Whether the user asks is a word in the browser's small storage, which can be read at once; the files are in its
//! database (`store.rs`), which answers later.

mod store;

use std::cell::Cell;

use yew::prelude::*;

use super::kept::word;
use super::reading::ReadingQueue;
use super::state::State;

/// The word's name, and the word.
const NAME: &str = "trust-gap-remembers";
const YES: &str = "yes";

/// Whether the user asked for it. A browser that keeps nothing was not asked.
pub(super) fn is_asked_for() -> bool {
    word(NAME).as_deref() == Some(YES)
}

/// How far what is remembered has been opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Shut,
    Opening,
    Open,
}

/// Opens what is remembered once the page has been drawn, and keeps what is remembered like what is in use.
#[hook]
pub(super) fn use_remembering(
    state: &UseReducerHandle<State>,
    queue: &ReadingQueue,
    is_drawn: bool,
) {
    let stage = use_memo((), |()| Cell::new(Stage::Shut));
    let asked = (is_drawn, state.remembers, state.file_addresses());
    let (state, queue) = (state.clone(), queue.clone());
    use_effect_with(asked, move |&(is_drawn, remembers, _)| {
        if !is_drawn {
            return;
        }
        let now = stage.get();
        if !remembers && !is_asked_for() {
            stage.set(Stage::Open);
        } else if now == Stage::Shut {
            stage.set(Stage::Opening);
            store::open(queue, stage);
        } else if now == Stage::Open {
            // Before what is remembered has been opened, what is in use says nothing.
            store::keep_alike(state, &queue);
        }
    });
}
