//! Remembers files on this device if the user asks for it: in the browser's own storage, as they were dropped, with
//! the mappings that the user made.
//!
//! The preference is in local storage, which can be read at once. The files are in a database (`store.rs`), which
//! answers later.

mod store;

use std::cell::Cell;

use yew::prelude::*;

use super::preferences::load;
use super::reading::ReadingQueue;
use super::state::State;

/// The name of the preference, and its value.
const NAME: &str = "trust-gap-remembers";
const YES: &str = "yes";

/// Whether the user asked for it. Without storage, the answer is no.
pub(super) fn is_asked_for() -> bool {
    load(NAME).as_deref() == Some(YES)
}

/// How far remembered files have been opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Shut,
    Opening,
    Open,
}

/// Opens remembered files after the first drawing, and then keeps the stored files the same as those in use.
#[hook]
pub(super) fn use_remembering(state: &UseReducerHandle<State>, queue: &ReadingQueue, is_drawn: bool) {
    let stage = use_memo((), |()| Cell::new(Stage::Shut));
    let deps = (is_drawn, state.remembers, state.file_addresses());
    let (state, queue) = (state.clone(), queue.clone());
    use_effect_with(deps, move |&(is_drawn, remembers, _)| {
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
            // Until the remembered files are opened, the files in use are not the ones to store.
            store::synchronise(state, &queue);
        }
    });
}
