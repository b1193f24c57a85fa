//! What the page Data says of keeping and passing on: files remembered, figures of few pupils, and starting over.

use yew::prelude::*;

use crate::app::reading::Desk;
use crate::app::state::{Action, State};
use crate::method::Suppression;
use crate::model::{Basis, Origin};
use crate::words::app::pages::keeping as words;

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
            <h2>{ words::HEADING }</h2>
            { switch(
                words::REMEMBER,
                words::WHAT_REMEMBERING_DOES,
                state.remembers,
                remember,
            ) }
            if has_own(state) { { small_numbers(state) } }
            if has_files || state.remembers {
                <p>
                    <button type="button" class="button" onclick={start_over}>{ words::START_OVER }</button>
                    { words::WHAT_STARTING_OVER_DOES }
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
        words::LET_SMALL_NUMBERS_OUT,
        words::WHAT_BECOMES_OF_SMALL_NUMBERS,
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
