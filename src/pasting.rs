//! Pasted files, and pasted text that is a table, are queued like dropped files.

use gloo::file::File;
use wasm_bindgen::JsCast as _;
use web_sys::{ClipboardEvent, Element, Event};
use worker::name_of_pasted;
use yew::prelude::*;

use crate::words::pasting as words;

use super::exporting::announce;
use super::files;

/// Elements into which text is pasted as text.
const FIELDS: &str = "input, select, textarea";

/// Queues what is pasted.
pub(super) fn queue_pasted(event: &Event, on_files: &Callback<Vec<File>>) {
    let pasted = event
        .dyn_ref::<ClipboardEvent>()
        .and_then(ClipboardEvent::clipboard_data);
    let Some(pasted) = pasted else { return };
    let files = files::of_list(pasted.files());
    if !files.is_empty() {
        on_files.emit(files);
        return;
    }
    let text = pasted.get_data("text/plain").unwrap_or_default();
    if text.trim().is_empty() || is_in_field(event) {
        return;
    }
    match name_of_pasted(&text) {
        Some(name) => on_files.emit(vec![File::new(name, text.as_str())]),
        None => announce(words::NO_TABLE),
    }
}

fn is_in_field(event: &Event) -> bool {
    let target = event.target();
    let element = target.as_ref().and_then(|target| target.dyn_ref::<Element>());
    element.is_some_and(|element| element.matches(FIELDS).unwrap_or(false))
}
