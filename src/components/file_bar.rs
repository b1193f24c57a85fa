//! The loaded files, and the button to add more.

use std::rc::Rc;

use gloo::file::File;
use records::model::{Origin, SourceFile};
use records::terms::listed;
use yew::prelude::*;

use crate::hosted::beside_files;
use crate::reading::Progress;
use crate::state::State;
use crate::view::SharedView;
use crate::words::components::{buttons, file_bar as words};

use super::buttons::{and_go, file_button};
use super::parts::element;
use super::waiting::progress_bar;

/// One line. On a narrow screen it is the files' names and the buttons, of which one opens the rest. `view` is the view
/// of these files.
pub(crate) fn file_bar(
    state: &State,
    view: &SharedView,
    on_files: Callback<Vec<File>>,
    on_cancel: &Callback<()>,
) -> Html {
    let data = state.data();
    let library = &state.library;
    let is_demonstration = library.origin() == Origin::Demonstration;
    // Without results there is no data set, but there may be files.
    let files: Vec<&SourceFile> = match &data {
        Some(data) => data.files().into_iter().map(Rc::as_ref).collect(),
        None => library.files().iter().map(|file| &*file.file).collect(),
    };
    let problem_count: usize = files.iter().map(|file| file.problem_count()).sum();
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    let names = listed(&names);
    let view = (*view.0).as_ref().ok();
    let counts = view.map(|view| words::counts(&view.analysis, problem_count));
    html! {
        <>
            <FoldedBar>
                if !names.is_empty() {
                    <span class="file-name" title={names.clone()}>
                        { if is_demonstration { words::DEMONSTRATION } else { &names } }
                    </span>
                }
                { element("span", "file-counts", counts.unwrap_or_default().into()) }
                { file_button(buttons::ADD_FILES, words::FILES_TO_ADD, "add-files", on_files) }
                // One node with or without content: otherwise its neighbours would be rendered again, and a file that
                // is being chosen would be lost with its input.
                if let Some(hosted) = &state.hosted.0 {
                    { beside_files(hosted, state) }
                }
                { element("span", "ways", words::OTHER_WAYS.into()) }
                { element("span", "privacy", words::PRIVACY.into()) }
            </FoldedBar>
            if let Some(progress) = &state.reading {
                { reading_bar(progress, on_cancel) }
            }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct FoldedProps {
    children: Html,
}

/// A bar with a button that shows all of it where the style sheet hides some.
#[component]
fn FoldedBar(props: &FoldedProps) -> Html {
    let is_open = use_state_eq(|| false);
    let onclick = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    html! {
        <div class={classes!("file-bar", is_open.then_some("is-open"))}>
            { props.children.clone() }
            <button type="button" class="close" aria-expanded={is_open.to_string()} {onclick}>{ words::MORE }</button>
        </div>
    }
}

/// The progress of the current file, and a button to cancel.
fn reading_bar(progress: &Progress, on_cancel: &Callback<()>) -> Html {
    let come = (progress.read, progress.size);
    progress_bar("progress", &progress.in_words(), come, and_go(on_cancel))
}
