//! Wrappers for gallery components: a page state that they can change, and a click on one of their buttons.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::state::State;
use crate::view::{SharedView, View};

use super::states::Case;

/// The state that a component receives, and its view.
struct StateAndView {
    state: UseReducerHandle<State>,
    view: SharedView,
}

#[derive(Properties, PartialEq)]
struct WithStateProps {
    case: Case,
    show: Callback<StateAndView, Html>,
}

/// Holds a state. Choices change the state, but not the view.
#[component]
fn WithState(props: &WithStateProps) -> Html {
    let Case { state, view } = &props.case;
    let state = use_reducer(|| State::clone(&state.0));
    props.show.emit(StateAndView {
        state,
        view: view.clone(),
    })
}

/// A component that needs a page state.
pub(super) fn with_state(case: &Case, show: impl Fn(&UseReducerHandle<State>, &SharedView) -> Html + 'static) -> Html {
    let show = move |shown: StateAndView| show(&shown.state, &shown.view);
    html! { <WithState case={case.clone()} show={Callback::from(show)} /> }
}

/// A component that needs a view. Empty if there is none.
pub(super) fn with_view(case: &Case, show: impl Fn(&UseReducerHandle<State>, &View) -> Html + 'static) -> Html {
    with_state(case, move |state, shared| match &*shared.0 {
        Ok(view) => show(state, view),
        Err(_) => html! {},
    })
}

#[derive(Properties, PartialEq)]
struct PressedProps {
    /// The button, as a CSS selector.
    button: &'static str,
    children: Html,
}

/// Clicks a button as soon as it exists.
#[component]
fn Pressed(props: &PressedProps) -> Html {
    let frame = use_node_ref();
    {
        let (frame, button) = (frame.clone(), props.button);
        use_effect_with((), move |()| {
            let frame = frame.cast::<Element>();
            let button = frame.and_then(|frame| frame.query_selector(button).ok().flatten());
            if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
                button.click();
            }
        });
    }
    html! { <div ref={frame}>{ props.children.clone() }</div> }
}

/// A component in which a button, given as a CSS selector, has been clicked.
pub(super) fn pressed(button: &'static str, shown: Html) -> Html {
    html! { <Pressed {button}>{ shown }</Pressed> }
}
