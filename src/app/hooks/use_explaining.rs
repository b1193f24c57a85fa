//! The dialogue on a table's columns, opened and left.

use yew::prelude::*;

use crate::app::mapping::Table;
use crate::app::place::Page;
use crate::app::state::{Action, State};

/// Opens the dialogue on a table. A link to another page leads there, and out of the dialogue.
#[hook]
pub(in crate::app) fn use_explaining(
    state: &UseReducerHandle<State>,
    page: Page,
) -> Callback<Table> {
    let on_explain = {
        let dispatcher = state.dispatcher();
        use_callback((), move |table, ()| {
            dispatcher.dispatch(Action::StartMapping(table));
        })
    };
    let dispatcher = state.dispatcher();
    use_effect_with(page, move |_| dispatcher.dispatch(Action::PauseMapping));
    on_explain
}
