//! The card on the page Data for remembering files, withholding figures for few pupils, and starting over.

use method::Suppression;
use records::model::{Basis, Origin};
use yew::prelude::*;

use crate::components::{act, button, card, note, tick_box};
use crate::reading::ReadingQueue;
use crate::state::{Action, State};
use crate::words::pages::keeping as words;

/// Controls for remembering, withholding and starting over.
pub(super) fn keeping_card(state: &UseReducerHandle<State>, queue: &ReadingQueue) -> Html {
    let has_files = state.library.origin() == Origin::Files;
    let remember = act(state.dispatcher(), Action::SetRemembering);
    let allow_small_numbers = act(state.dispatcher(), |is_checked: bool| {
        Action::SetSuppression(if is_checked {
            Suppression::Keep
        } else {
            Suppression::Withhold
        })
    });
    let start_over = {
        let queue = queue.clone();
        act(state.dispatcher(), move |_: MouseEvent| {
            queue.forget();
            Action::StartOver
        })
    };
    let inside = html! {
        <>
            { tick_box("switch", words::REMEMBER, state.remembers, &remember) }
            { note(words::WHAT_REMEMBERING_DOES) }
            if has_own(state) {
                { tick_box("switch", words::ALLOW_SMALL_NUMBERS, state.suppression == Suppression::Keep, &allow_small_numbers) }
                { note(words::SMALL_NUMBERS_NOTE) }
            }
            if has_files || state.remembers {
                <p>
                    { button("button", words::START_OVER, start_over) }
                    { words::WHAT_STARTING_OVER_DOES }
                </p>
            }
        </>
    };
    card("keeping", "", words::HEADING, inside)
}

/// Whether any figure is from a user's own spreadsheet.
fn has_own(state: &State) -> bool {
    let data = state.data();
    data.is_some_and(|data| data.is_own(Basis::Computed) || data.is_own(Basis::Published))
}
