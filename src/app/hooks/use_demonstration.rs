//! The demonstration is made in steps, so that its first charts are drawn early.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::app::state::{Action, State};

/// After each drawing the demonstration goes on, a year at a time, until it is whole or over.
#[hook]
pub(in crate::app) fn use_demonstration(state: &UseReducerHandle<State>) {
    let goes_on = state.demonstration_goes_on();
    let dispatcher = state.dispatcher();
    use_effect_with(
        (goes_on, state.library.files().len()),
        move |(goes_on, _)| {
            let timer = goes_on.then(|| {
                Timeout::new(0, move || {
                    dispatcher.dispatch(Action::GoOnWithDemonstration)
                })
            });
            move || drop(timer)
        },
    );
}
