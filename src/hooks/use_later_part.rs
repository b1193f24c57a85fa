//! Loads the later part of the program.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::later::Later;

/// The later part, and how to ask for it again.
#[derive(Clone, PartialEq)]
pub(crate) struct LaterHandle {
    pub(crate) part: Later,
    /// Asks for it again after a failure.
    pub(crate) again: Callback<MouseEvent>,
}

/// Loads the part if the page wants it, which may have opened with it.
#[hook]
pub(crate) fn use_later_part(opened_with: Later, is_wanted: bool) -> LaterHandle {
    let part = use_state_eq(|| opened_with);
    let set = part.setter();
    let load = use_memo((), move |()| {
        Callback::from(move |()| {
            let set = set.clone();
            spawn_local(async move { set.set(Later::load().await) });
        })
    });
    let first = load.clone();
    use_effect_with(is_wanted && *part == Later::Coming, move |&is_wanted| {
        if is_wanted {
            first.emit(());
        }
    });
    let part_again = part.setter();
    let again = use_memo((), move |()| {
        // Shows that it is on its way; the effect asks for it.
        Callback::from(move |_: MouseEvent| part_again.set(Later::Coming))
    });
    LaterHandle {
        part: *part,
        again: (*again).clone(),
    }
}
