//! What is loaded, the button to add files, and what the demonstration is.

use gloo::file::File;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::files;
use crate::app::state::State;
use crate::app::view::SharedView;
use crate::chart::unpublished_in_words;
use crate::model::Origin;
use crate::terms::counted;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) state: UseReducerHandle<State>,
    pub(in crate::app) view: SharedView,
    pub(in crate::app) on_files: Callback<Vec<File>>,
}

#[component]
pub(in crate::app) fn FileBar(props: &Props) -> Html {
    let input = use_node_ref();
    let Some(data) = props.state.data() else {
        return html! { <div class="file-bar">{ add_files(&input, &props.on_files) }</div> };
    };
    let is_demonstration = data.origin == Origin::Demonstration;
    let counts = (*props.view.0).as_ref().map(|view| {
        let all = &view.analysis.all;
        let eligible = counted(all.eligible, "eligible trust");
        let mut words = format!("{} \u{b7} {eligible}", data.year_in_words());
        if let Some(unpublished) = unpublished_in_words(&view.analysis) {
            words.push_str(&format!(" \u{b7} {unpublished}"));
        }
        if data.file.problem_count() > 0 {
            let problems = counted(data.file.problem_count(), "problem");
            words.push_str(&format!(" \u{b7} {problems}"));
        }
        words
    });
    html! {
        <>
            <div class="file-bar">
                <span class="file-name" title={data.file.name.clone()}>
                    { if is_demonstration { "Demonstration: made-up trusts" } else { &data.file.name } }
                </span>
                <span class="file-counts">{ counts }</span>
                { add_files(&input, &props.on_files) }
                <span class="privacy">{ "Nothing leaves this browser" }</span>
            </div>
            if is_demonstration { { guidance() } }
        </>
    }
}

/// The button beside which files can also be dropped.
fn add_files(input: &NodeRef, on_files: &Callback<Vec<File>>) -> Html {
    let choose = {
        let input = input.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                input.click();
            }
        })
    };
    let on_change = {
        let on_files = on_files.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            on_files.emit(files::of_list(input.files()));
            // So that choosing the same file again counts as a choice.
            input.set_value("");
        })
    };
    html! {
        <>
            <button type="button" class="add-files" onclick={choose}>{ "Add files" }</button>
            <input
                ref={input.clone()}
                class="visually-hidden"
                type="file"
                multiple=true
                accept=".csv,.txt,.tsv,text/csv"
                tabindex="-1"
                aria-label="Files to add"
                onchange={on_change}
            />
        </>
    }
}

/// What the demonstration is and where the real files are.
fn guidance() -> Html {
    html! {
        <p class="guidance">
            <strong>{ "These trusts are made up, to show what the page does." }</strong>
            { " For the real ones, go to " }
            <a href="https://www.compare-school-performance.service.gov.uk/download-data" rel="noreferrer">
                { "the Department for Education's download page" }
            </a>
            { ", choose the year and all of England, tick the performance of multi-academy trusts at key stage 4, \
               and drop the file " }
            <code>{ "england_ks4-mats-performance.csv" }</code>
            { " anywhere on this page, as you downloaded it and unpacked." }
        </p>
    }
}
