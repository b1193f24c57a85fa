//! What the demonstration is, and where the real files are.

use yew::prelude::*;

use super::opens::opens;
use super::tour::tour;

const PERFORMANCE: &str = "https://www.compare-school-performance.service.gov.uk/download-data";
const LINKS: &str = "https://get-information-schools.service.gov.uk/Downloads";

/// Beside the demonstration: what it is, which files take its place, and a way to be shown around.
pub(in crate::app) fn guidance(has_pages: bool, is_first_page: bool) -> Html {
    html! {
        <div class="guidance">
            <p>
                <strong>{ "These trusts are made up, to show what the page does." }</strong>
                { " For the real ones, go to " }
                <a href={PERFORMANCE} rel="noreferrer">
                    { "the Department for Education's download page" }
                </a>
                { " and drop or paste what you get anywhere on this page, as it is." }
            </p>
            { opens("files", "Which files, step by step", has_pages.then(files_to_get)) }
            { (has_pages && is_first_page).then(tour) }
        </div>
    }
}

/// A step: what to do before and after a file's name.
enum Step {
    Go(&'static str, &'static str, &'static str, &'static str),
    File(&'static str, &'static str, &'static str),
    Do(&'static str),
}

/// From the download page to the drop.
const STEPS: [Step; 6] = [
    Step::Go(
        "Results: on ",
        PERFORMANCE,
        "Compare school and college performance, download data",
        " choose the year and all of England, and tick key stage 4. The years from 2023/24 on are also published on \
         the Department\u{2019}s Explore education statistics.",
    ),
    Step::File(
        "Of multi-academy trusts, as the Department publishes them: ",
        "england_ks4-mats-performance.csv",
        ". This file is enough by itself.",
    ),
    Step::File(
        "Or of schools, from which this page computes the trusts: ",
        "england_ks4final.csv",
        ", or the performance tables of schools of a later year. They need the next file, too.",
    ),
    Step::Go(
        "Which school is in which trust: on ",
        LINKS,
        "Get Information About Schools, downloads",
        " tick all group links.",
    ),
    Step::Do(
        "Drop or paste them anywhere on this page, or choose them with Add files: CSV or the ZIP they came in, all at \
         once or one after another. Files of several years give a trend.",
    ),
    Step::Do("Your own spreadsheet will do, too: on Data there is a template."),
];

/// Not inlined, so that it can come in the pages' part.
#[inline(never)]
pub(in crate::app) fn files_to_get() -> Html {
    html! { <ol>{ for STEPS.iter().map(|step| html! { <li>{ step_view(step) }</li> }) }</ol> }
}

fn step_view(step: &Step) -> Html {
    match *step {
        Step::Go(before, address, name, after) => html! {
            <>{ before }<a href={address} rel="noreferrer">{ name }</a>{ after }</>
        },
        Step::File(before, name, after) => html! { <>{ before }<code>{ name }</code>{ after }</> },
        Step::Do(words) => words.into(),
    }
}
