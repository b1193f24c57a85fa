//! Undo, redo and the page's colours, in the header.

use yew::prelude::*;

use crate::state::{Action, State};
use crate::theme::Theme;
use crate::words::components::toolbar as words;

use super::controls::{Choice, act, select};

/// Not a component: the list of colours shows by itself what was chosen.
pub(crate) fn toolbar(state: &UseReducerHandle<State>) -> Html {
    let theme = Theme::chosen();
    let themes = Theme::ALL.map(|each| Choice::new(each.media(), words::theme(each), each == theme));
    let on_choose = Callback::from(|media: String| {
        let mut themes = Theme::ALL.into_iter();
        if let Some(chosen) = themes.find(|theme| theme.media() == media) {
            chosen.choose();
        }
    });
    let undo = state.undoable().map(|setting| words::undo(setting.changed));
    let redo = state.redoable().map(|setting| words::redo(setting.changed));
    html! {
        <>
            if undo.is_some() || redo.is_some() {
                <>
                    { button(state, words::UNDO, undo, || Action::Undo) }
                    { button(state, words::REDO, redo, || Action::Redo) }
                </>
            }
            { select("theme", words::COLOURS, &themes, on_choose) }
        </>
    }
}

/// A button whose description says in full what it does, or that is disabled. It stays rendered, so that it keeps the
/// focus.
fn button(state: &UseReducerHandle<State>, word: &'static str, does: Option<String>, action: fn() -> Action) -> Html {
    let is_possible = does.is_some();
    let onclick = is_possible.then(|| act(state.dispatcher(), move |_: MouseEvent| action()));
    html! {
        <button
            type="button"
            class="close"
            title={does}
            aria-disabled={(!is_possible).then_some("true")}
            {onclick}
        >
            { word }
        </button>
    }
}
