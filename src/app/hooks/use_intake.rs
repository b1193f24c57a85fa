//! Files that the user hands in.

use std::rc::Rc;

use gloo::file::File;
use yew::prelude::*;

use crate::app::reading::Desk;
use crate::app::shared::Shared;
use crate::app::state::State;

/// Has files read, and has reading given up: how.
#[hook]
pub(in crate::app) fn use_intake(
    state: &UseReducerHandle<State>,
    desk: &Desk,
) -> (Callback<Vec<File>>, Callback<()>) {
    let on_files = {
        let desk = desk.clone();
        // By address: it is the same until something else is explained.
        let explained = Shared(Rc::clone(&state.explained));
        use_callback(explained, move |files, explained| {
            desk.hand_in(files, &explained.0, None)
        })
    };
    let on_cancel = {
        let desk = desk.clone();
        use_callback((), move |(), ()| desk.cancel())
    };
    (on_files, on_cancel)
}
