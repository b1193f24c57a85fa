//! Accepts dropped and pasted files in the whole window.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::file::File;
use gloo::utils::window;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::DragEvent;
use yew::prelude::*;

use crate::{files, folders, pasting};

#[wasm_bindgen]
extern "C" {
    /// Takes the files that were dropped before the page listened (`assets/boot.js`).
    #[wasm_bindgen(js_name = takeEarlyFiles)]
    fn take_early_files() -> Vec<web_sys::File>;
}

/// Passes on files that are dropped or pasted. Returns whether files are being dragged over the page.
#[hook]
pub(crate) fn use_dropped_files(on_files: &Callback<Vec<File>>) -> bool {
    let is_over = use_state_eq(|| false);
    let held = is_over.clone();
    use_effect_with(on_files.clone(), move |on_files| {
        let listeners = listen(on_files, &held);
        let early: Vec<File> = take_early_files().into_iter().map(File::from).collect();
        if !early.is_empty() {
            on_files.emit(early);
        }
        move || drop(listeners)
    });
    *is_over
}

/// Listens on the window, so that a file dropped beside the page's elements does not replace the page.
fn listen(on_files: &Callback<Vec<File>>, is_over: &UseStateHandle<bool>) -> [EventListener; 4] {
    let options = EventListenerOptions::enable_prevent_default();
    let (over, left, dropped) = (is_over.clone(), is_over.clone(), is_over.clone());
    let (on_drop, on_paste) = (on_files.clone(), on_files.clone());
    [
        EventListener::new_with_options(&window(), "dragover", options, move |event| {
            event.prevent_default();
            over.set(true);
        }),
        EventListener::new(&window(), "dragleave", move |event| {
            // When the pointer leaves the window, there is no related element. When it leaves an element of the page,
            // there is one.
            let event = event.dyn_ref::<DragEvent>();
            if event.is_none_or(|event| event.related_target().is_none()) {
                left.set(false);
            }
        }),
        EventListener::new_with_options(&window(), "drop", options, move |event| {
            event.prevent_default();
            dropped.set(false);
            let event = event.dyn_ref::<DragEvent>();
            if let Some(what) = event.and_then(DragEvent::data_transfer)
                && !folders::queue_dropped(&what, &on_drop)
            {
                on_drop.emit(files::of_list(what.files()));
            }
        }),
        EventListener::new(&window(), "paste", move |event| {
            pasting::queue_pasted(event, &on_paste);
        }),
    ]
}
