//! The whole window takes files that are dropped or pasted.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::file::File;
use gloo::utils::window;
use wasm_bindgen::JsCast as _;
use web_sys::DragEvent;
use yew::prelude::*;

use crate::app::{files, folders, pasting};

/// Hands on the files that are dropped or pasted anywhere; tells whether some are held over the page.
#[hook]
pub(in crate::app) fn use_dropped_files(on_files: &Callback<Vec<File>>) -> bool {
    let is_over = use_state_eq(|| false);
    {
        let is_over = is_over.setter();
        use_effect_with(on_files.clone(), move |on_files| {
            let listeners = listen(on_files.clone(), is_over);
            move || drop(listeners)
        });
    }
    *is_over
}

/// Listens on the window, so that a file dropped beside the page's parts does not open in its place.
fn listen(on_files: Callback<Vec<File>>, is_over: UseStateSetter<bool>) -> [EventListener; 4] {
    let options = EventListenerOptions::enable_prevent_default();
    let over = is_over.clone();
    let left = is_over.clone();
    let on_paste = on_files.clone();
    [
        EventListener::new_with_options(&window(), "dragover", options, move |event| {
            event.prevent_default();
            over.set(true);
        }),
        EventListener::new(&window(), "dragleave", move |event| {
            // Leaving the window has no element to go to; leaving a part of the page has.
            let goes_on = event
                .dyn_ref::<DragEvent>()
                .and_then(|event| event.related_target());
            if goes_on.is_none() {
                left.set(false);
            }
        }),
        EventListener::new_with_options(&window(), "drop", options, move |event| {
            event.prevent_default();
            is_over.set(false);
            let dropped = event
                .dyn_ref::<DragEvent>()
                .and_then(DragEvent::data_transfer);
            let Some(dropped) = dropped else { return };
            let on_folder = on_files.clone();
            if !folders::take(&dropped, move |files| on_folder.emit(files)) {
                on_files.emit(files::of_list(dropped.files()));
            }
        }),
        EventListener::new(&window(), "paste", move |event| {
            pasting::take(event, &on_paste);
        }),
    ]
}
