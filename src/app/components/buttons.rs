//! Buttons, and the one that opens files.

use gloo::file::File;
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use crate::app::files;
use crate::words::app::components::buttons as words;

/// A button that looks like a link; `label` is what it does, in full.
pub(in crate::app) fn text_button(
    word: &'static str,
    label: &str,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! {
        <span class="actions">
            <button type="button" aria-label={label.to_owned()} {onclick}>{ word }</button>
        </span>
    }
}

/// A button that lets the user choose files; beside it they can be dropped or pasted anywhere.
pub(in crate::app) fn file_button(
    word: &'static str,
    label: &str,
    class: &'static str,
    on_files: Callback<Vec<File>>,
) -> Html {
    // The input stands right after the button.
    let choose = Callback::from(|event: MouseEvent| {
        let button: HtmlElement = event.target_unchecked_into();
        let input = button.next_element_sibling();
        if let Some(input) = input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok()) {
            input.click();
        }
    });
    let on_change = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        on_files.emit(files::of_list(input.files()));
        // So that choosing the same file again counts as a choice.
        input.set_value("");
    });
    html! {
        <>
            <button type="button" {class} aria-label={(word != words::ADD_FILES).then(|| label.to_owned())} onclick={choose}>
                { word }
            </button>
            <input
                hidden=true
                type="file"
                multiple=true
                accept=".csv,.txt,.tsv,.zip,text/csv,application/zip"
                aria-label={label.to_owned()}
                onchange={on_change}
            />
        </>
    }
}
