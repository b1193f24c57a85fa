//! Files remembered on this device, only where the user asks for it: in the browser's own storage, as they were dropped,
//! with what the user has explained of their columns.
//!
//! Whether the user asks is a word in the browser's small storage, which can be read at once; the files are in its
//! database (`store.rs`), which comes with the program's part for other pages.

mod store;

use gloo::utils::window;
use yew::prelude::*;

use super::parts::{Part, when_here};
use super::reading::Desk;
use super::state::{Action, State};

/// The word's name, and the word.
const NAME: &str = "trust-gap-remembers";
const YES: &str = "yes";

/// Whether the user asked for it. A browser that keeps nothing was not asked.
pub(super) fn is_asked_for() -> bool {
    let storage = window().local_storage().ok().flatten();
    storage.is_some_and(|storage| storage.get_item(NAME).ok().flatten().as_deref() == Some(YES))
}

/// Opens what is remembered once the first chart is drawn, and keeps what is remembered like what is in use.
#[hook]
pub(super) fn use_remembering(state: &UseReducerHandle<State>, desk: &Desk, has_later: bool) {
    let is_open = use_mut_ref(|| false);
    {
        let (desk, is_open) = (desk.clone(), is_open.clone());
        let remembers = state.remembers;
        use_effect_with(has_later, move |&has_later| {
            if has_later && remembers {
                when_here(Part::Pages, move |is_here| {
                    if is_here {
                        store::open(desk, move || *is_open.borrow_mut() = true);
                    }
                });
            } else if has_later {
                *is_open.borrow_mut() = true;
            }
        });
    }
    let (desk, dispatcher) = (desk.clone(), state.dispatcher());
    let explained = std::rc::Rc::clone(&state.explained);
    let names: Vec<String> = state
        .library
        .files()
        .iter()
        .filter(|file| file.file.fingerprint.is_some())
        .map(|file| file.file.name.clone())
        .collect();
    use_effect_with((state.remembers, names), move |(remembers, names)| {
        // Before what is remembered has been opened, what is in use says nothing.
        if *is_open.borrow() {
            let (remembers, names) = (*remembers, names.clone());
            when_here(Part::Pages, move |is_here| {
                if is_here {
                    store::keep(remembers, desk.handed_in(&names), &explained, move || {
                        dispatcher.dispatch(Action::CannotRemember);
                    });
                }
            });
        }
    });
}
