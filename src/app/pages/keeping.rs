//! What the page Data says of keeping and passing on: files remembered, figures of few pupils, and starting over.

use yew::prelude::*;

use crate::app::reading::Desk;
use crate::app::state::{Action, State};
use crate::method::Suppression;
use crate::model::{Basis, Origin};

/// Remembering, withholding and starting over.
pub(super) fn keeping_card(state: &UseReducerHandle<State>, desk: &Desk) -> Html {
    let has_files = state.library.origin() == Origin::Files;
    let start_over = {
        let (dispatcher, desk) = (state.dispatcher(), desk.clone());
        Callback::from(move |_: MouseEvent| {
            desk.forget();
            dispatcher.dispatch(Action::StartOver);
        })
    };
    let remember = {
        let dispatcher = state.dispatcher();
        Callback::from(move |is_so| dispatcher.dispatch(Action::SetRemembering(is_so)))
    };
    html! {
        <section class="card keeping">
            <h2>{ "Keeping, passing on, starting over" }</h2>
            { switch(
                "Remember these files on this device",
                "They are kept in this browser\u{2019}s own storage, here alone, and opened again when you come back. \
                 Untick the box, or start over, and they are forgotten.",
                state.remembers,
                remember,
            ) }
            if has_own(state) { { small_numbers(state) } }
            if has_files || state.remembers {
                <p>
                    <button type="button" class="button" onclick={start_over}>{ "Start over" }</button>
                    { " forgets all files, those remembered too, and all choices, and shows the demonstration again." }
                </p>
            }
        </section>
    }
}

/// Whether figures on the screen are a user's own.
fn has_own(state: &State) -> bool {
    let data = state.data();
    data.is_some_and(|data| data.is_own(Basis::Computed) || data.is_own(Basis::Published))
}

fn small_numbers(state: &UseReducerHandle<State>) -> Html {
    let dispatcher = state.dispatcher();
    let choose = Callback::from(move |is_so: bool| {
        dispatcher.dispatch(Action::SetSuppression(if is_so {
            Suppression::Keep
        } else {
            Suppression::Withhold
        }));
    });
    switch(
        "Let figures of fewer than 6 pupils be taken away",
        "On this screen you see all figures of your own data. From downloads, copies and reports those that rest on \
         fewer than 6 pupils are left out, and it is said that they are, unless you tick this.",
        state.suppression == Suppression::Keep,
        choose,
    )
}

fn switch(words: &'static str, note: &'static str, is_on: bool, choose: Callback<bool>) -> Html {
    let onchange = Callback::from(move |event: Event| {
        let input: web_sys::HtmlInputElement = event.target_unchecked_into();
        choose.emit(input.checked());
    });
    html! {
        <>
            <label class="switch"><input type="checkbox" checked={is_on} {onchange} />{ words }</label>
            <p class="note">{ note }</p>
        </>
    }
}
