//! Buttons, including the one that opens files.

use gloo::file::File;
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use crate::files;
use crate::hooks::focus;
use crate::words::components::{buttons as words, year_file};
use crate::words::pages::REMOVE;

use super::parts::{button, element};

/// A button that looks like a link. `label` says in full what it does.
pub(crate) fn text_button(word: &'static str, label: &str, onclick: Callback<MouseEvent>) -> Html {
    let button = html! { <button type="button" aria-label={label.to_owned()} {onclick}>{ word }</button> };
    element("span", "actions", button)
}

/// The button for the file of all figures, or to stop making it, and what is in the file.
pub(crate) fn year_file_button(is_being_made: bool, on_press: Callback<MouseEvent>) -> Html {
    let (word, note) = match is_being_made {
        true => (year_file::STOP, year_file::IS_BEING_MADE),
        false => (year_file::ALL_FIGURES, year_file::WHAT_IS_IN_IT),
    };
    html! {
        <div class="year-file">
            { button("button", word, on_press) }
            <p class="note" aria-live="polite">{ note }</p>
        </div>
    }
}

/// A list item with a button that removes it. `key` identifies it.
pub(crate) fn removable(key: &str, name: &str, label: &str, remove: Callback<MouseEvent>) -> Html {
    html! { <li key={key}>{ name }{ text_button(REMOVE, label, remove) }</li> }
}

/// The callback of a button that disappears when pressed. The focus moves to the page's main part.
pub(super) fn and_go(does: &Callback<()>) -> Callback<MouseEvent> {
    let does = does.clone();
    Callback::from(move |_: MouseEvent| {
        does.emit(());
        focus("main");
    })
}

/// A button with which the user chooses files.
pub(crate) fn file_button(word: &'static str, label: &str, class: &'static str, on_files: Callback<Vec<File>>) -> Html {
    // The style sheet expects the input right after the button.
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
        // Resets the value, so choosing the same file again is an event.
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
