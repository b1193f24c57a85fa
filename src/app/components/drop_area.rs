//! The whole page takes dropped files.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::file::File;
use gloo::utils::window;
use wasm_bindgen::JsCast as _;
use web_sys::DragEvent;
use yew::prelude::*;

use crate::app::files;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) on_files: Callback<Vec<File>>,
    pub(in crate::app) children: Html,
}

#[component]
pub(in crate::app) fn DropArea(props: &Props) -> Html {
    let is_over = use_state_eq(|| false);
    {
        let is_over = is_over.setter();
        use_effect_with(props.on_files.clone(), move |on_files| {
            let listeners = listen(on_files.clone(), is_over);
            move || drop(listeners)
        });
    }
    html! {
        <div class={classes!("drop-area", is_over.then_some("is-over"))}>
            { props.children.clone() }
            <div class="drop-hint" aria-hidden="true">
                <p>{ "Drop your files anywhere on the page" }</p>
            </div>
        </div>
    }
}

/// Listens on the window, so that a file dropped beside the page's parts does not open in its place.
fn listen(on_files: Callback<Vec<File>>, is_over: UseStateSetter<bool>) -> [EventListener; 3] {
    let options = EventListenerOptions::enable_prevent_default();
    let over = is_over.clone();
    let left = is_over.clone();
    [
        EventListener::new_with_options(&window(), "dragover", options, move |event| {
            event.prevent_default();
            over.set(true);
        }),
        EventListener::new(&window(), "dragleave", move |event| {
            // Leaving the window has no element to go to; leaving a part of the page has.
            let goes_on = event
                .dyn_ref::<DragEvent>()
                .and_then(|event| event.related_target())
                .is_some();
            if !goes_on {
                left.set(false);
            }
        }),
        EventListener::new_with_options(&window(), "drop", options, move |event| {
            event.prevent_default();
            is_over.set(false);
            let dropped = event
                .dyn_ref::<DragEvent>()
                .and_then(DragEvent::data_transfer);
            on_files.emit(files::of_list(dropped.and_then(|dropped| dropped.files())));
        }),
    ]
}
