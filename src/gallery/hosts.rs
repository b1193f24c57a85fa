//! What holds a component in the gallery: a state of the page that it can change, and a press of one of its buttons.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::state::State;
use crate::view::{SharedView, View};

use super::states::Case;

/// A state as components are given it, and what the page shows with it.
struct Given {
    state: UseReducerHandle<State>,
    view: SharedView,
}

#[derive(Properties, PartialEq)]
struct WithStateProps {
    case: Case,
    show: Callback<Given, Html>,
}

/// Holds a state: choices that are made change it, but not the figures that are shown.
#[component]
fn WithState(props: &WithStateProps) -> Html {
    let Case { state, view } = &props.case;
    let state = use_reducer(|| State::clone(&state.0));
    props.show.emit(Given {
        state,
        view: view.clone(),
    })
}

/// Something that is shown with a state of the page.
pub(super) fn with_state(
    case: &Case,
    show: impl Fn(&UseReducerHandle<State>, &SharedView) -> Html + 'static,
) -> Html {
    let show = move |given: Given| show(&given.state, &given.view);
    html! { <WithState case={case.clone()} show={Callback::from(show)} /> }
}

/// The same of what needs figures; nothing where there are none.
pub(super) fn with_view(
    case: &Case,
    show: impl Fn(&UseReducerHandle<State>, &View) -> Html + 'static,
) -> Html {
    with_state(case, move |state, shared| match &*shared.0 {
        Ok(view) => show(state, view),
        Err(_) => html! {},
    })
}

#[derive(Properties, PartialEq)]
struct PressedProps {
    /// The button, as a style sheet finds it.
    button: &'static str,
    children: Html,
}

/// Presses a button as soon as it is there.
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

/// Something in which a button has been pressed, which is named as a style sheet finds it.
pub(super) fn pressed(button: &'static str, shown: Html) -> Html {
    html! { <Pressed {button}>{ shown }</Pressed> }
}
