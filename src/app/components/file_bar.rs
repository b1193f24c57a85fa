//! What is loaded, and the button to add files.

use std::rc::Rc;

use gloo::file::File;
use yew::prelude::*;

use crate::app::hooks::focus;
use crate::app::hosted::beside_files;
use crate::app::reading::Progress;
use crate::app::state::State;
use crate::app::view::SharedView;
use crate::model::{Origin, SourceFile};
use crate::terms::listed;
use crate::words::app::components::{buttons, file_bar as words};

use super::buttons::file_button;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) state: UseReducerHandle<State>,
    pub(in crate::app) view: SharedView,
    pub(in crate::app) on_files: Callback<Vec<File>>,
    pub(in crate::app) on_cancel: Callback<()>,
}

#[component]
pub(in crate::app) fn FileBar(props: &Props) -> Html {
    let data = props.state.data();
    let library = &props.state.library;
    let is_demonstration = library.origin() == Origin::Demonstration;
    // Without results there is no data set, but there may be files.
    let files: Vec<&SourceFile> = match &data {
        Some(data) => data.files().into_iter().map(Rc::as_ref).collect(),
        None => library.files().iter().map(|file| &*file.file).collect(),
    };
    let problem_count: usize = files.iter().map(|file| file.problem_count()).sum();
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    let names = listed(&names);
    let view = (*props.view.0).as_ref().ok();
    let counts = view.map(|view| words::counts(&view.analysis, problem_count));
    html! {
        <>
            <div class="file-bar">
                if !names.is_empty() {
                    <span class="file-name" title={names.clone()}>
                        { if is_demonstration { words::DEMONSTRATION } else { &names } }
                    </span>
                }
                <span class="file-counts">{ counts }</span>
                { add_files(&props.on_files) }
                // Whether or not there is something, it is one node: with one more or less those beside it would be made
                // anew, and a file that is being chosen would be lost with its input.
                if let Some(hosted) = &props.state.hosted.0 {
                    { beside_files(hosted, &props.state) }
                }
                <span class="ways">{ words::OTHER_WAYS }</span>
                <span class="privacy">{ words::PRIVACY }</span>
            </div>
            if let Some(progress) = &props.state.reading {
                { progress_bar(progress, &props.on_cancel) }
            }
        </>
    }
}

/// How far the file in hand has been read, and a button to give it up.
fn progress_bar(progress: &Progress, on_cancel: &Callback<()>) -> Html {
    let on_cancel = on_cancel.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        on_cancel.emit(());
        focus("main");
    });
    html! {
        <div class="progress">
            <label for="progress">{ progress.in_words() }</label>
            <progress id="progress" max={progress.size.to_string()} value={progress.read.to_string()} />
            <button type="button" {onclick}>{ buttons::CANCEL }</button>
        </div>
    }
}

/// The button beside which files can also be dropped.
fn add_files(on_files: &Callback<Vec<File>>) -> Html {
    file_button(
        buttons::ADD_FILES,
        words::FILES_TO_ADD,
        "add-files",
        on_files.clone(),
    )
}
