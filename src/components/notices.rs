//! Errors in files, as an error summary, and announcements for screen readers.

use std::rc::Rc;

use yew::prelude::*;

use crate::mapping::Table;
use crate::route::{Page, Route};
use crate::state::Notice;
use crate::words::components::{buttons, notices as words};

use super::buttons::and_go;
use super::parts::{button, element, link, list, paragraph};

/// How many of a file's problems a message lists; the rest are counted.
const PROBLEMS_LISTED: usize = 5;

/// How many notices are listed. The rest are folded away under their count.
const NOTICES_LISTED: usize = 5;

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) notices: Rc<Vec<Notice>>,
    pub(crate) status: AttrValue,
    /// The query that addresses carry.
    pub(crate) query: Rc<str>,
    pub(crate) on_close: Callback<()>,
    pub(crate) on_explain: Callback<Table>,
    /// Called when the user wants the demonstration fetched again.
    pub(crate) on_fetch: Callback<()>,
    /// Called when the user wants to reload the page, in its newer version if there is one.
    pub(crate) on_reload: Callback<()>,
}

#[component]
pub(crate) fn Notices(props: &Props) -> Html {
    let summary = use_node_ref();
    {
        let summary = summary.clone();
        use_effect_with(props.notices.clone(), move |notices| {
            let has_error = notices.iter().any(is_error);
            if let (true, Some(summary)) = (has_error, summary.cast::<web_sys::HtmlElement>()) {
                // If the browser refuses the focus, the alert is still announced.
                let _ = summary.focus();
            }
        });
    }
    let (error_count, notices) = (count_errors(&props.notices), &props.notices);
    html! {
        <>
            // Always rendered, so that changes in it are announced.
            <div role="status">
                <p class="visually-hidden">{ props.status.clone() }</p>
                if notices.len() > error_count { { remarks(props) } }
            </div>
            if error_count > 0 { { error_summary(props, error_count, summary) } }
        </>
    }
}

fn count_errors(notices: &[Notice]) -> usize {
    notices.iter().filter(|notice| is_error(notice)).count()
}

fn close(on_close: &Callback<()>) -> Html {
    button("close", buttons::CLOSE, and_go(on_close))
}

fn remarks(props: &Props) -> Html {
    let remarks = props.notices.iter();
    let remarks = remarks.filter_map(|notice| remark(notice, props));
    let remarks = folded(remarks.collect());
    element("div", "remarks", html! { <>{ remarks }{ close(&props.on_close) }</> })
}

fn error_summary(props: &Props, count: usize, summary: NodeRef) -> Html {
    let errors = props.notices.iter().filter(|notice| is_error(notice));
    html! {
        <section class="error-summary" role="alert" tabindex="-1" ref={summary}>
            <h2>{ words::not_used(count) }</h2>
            { folded(errors.filter_map(|notice| error(notice, props)).collect()) }
            { element("p", "error-kept", words::KEPT.into()) }
            { close(&props.on_close) }
        </section>
    }
}

/// A list of which only the first items are open: two hundred wrong files are one notice.
fn folded(mut items: Vec<Html>) -> Html {
    let others = items.split_off(items.len().min(NOTICES_LISTED));
    html! {
        <>
            { list("", items) }
            if !others.is_empty() {
                <details>
                    <summary>{ words::and_more(others.len()) }</summary>
                    { list("", others) }
                </details>
            }
        </>
    }
}

const fn is_error(notice: &Notice) -> bool {
    matches!(
        notice,
        Notice::Refused(_) | Notice::Unexplained(..) | Notice::NoWorker(_)
    )
}

/// The error and what to do. An unknown table has a button to explain it. Another file shows its first problems.
fn error(notice: &Notice, props: &Props) -> Option<Html> {
    let (refusal, table) = match notice {
        Notice::NoWorker(file) => return Some(without_worker(file, &props.on_reload)),
        Notice::Unexplained(refusal, table) => (refusal, Some(table)),
        Notice::Refused(refusal) => (refusal, None),
        _ => return None,
    };
    let explain = table.cloned().map(|table| {
        let onclick = props.on_explain.reform(move |_: MouseEvent| table.clone());
        element("p", "", button("button", words::EXPLAIN, onclick))
    });
    let problems = refusal.problems.iter().filter(|_| table.is_none());
    let mut listed: Vec<Html> = problems.map(Html::from).collect();
    let rest = listed.len().saturating_sub(PROBLEMS_LISTED);
    if rest > 0 {
        listed.truncate(PROBLEMS_LISTED);
        listed.push(words::and_more(rest).into());
    }
    Some(html! {
        <>
            <strong>{ &refusal.words }</strong>
            { explain }
            { paragraph(&refusal.remedy) }
            if !listed.is_empty() { { list("", listed) } }
        </>
    })
}

/// A file that no worker could read.
fn without_worker(file: &str, on_reload: &Callback<()>) -> Html {
    html! {
        <>
            <strong>{ words::no_worker(file) }</strong>
            { paragraph(words::NOT_FETCHED) }
            { element("p", "", button("button", words::RELOAD, and_go(on_reload))) }
        </>
    }
}

fn remark(notice: &Notice, props: &Props) -> Option<Html> {
    let words = match notice {
        Notice::Doubts(doubts) => {
            let data = link(&Route::of(Page::Data), &props.query, words::SEE_DATA);
            return Some(html! { <>{ doubts }{ " " }{ data }</> });
        }
        Notice::NoDemonstration => {
            let again = button("button", words::TRY_AGAIN, and_go(&props.on_fetch));
            return Some(html! { <>{ words::NO_DEMONSTRATION }{ " " }{ again }</> });
        }
        Notice::NewerVersion { loses_files } => {
            let reload = button("button", words::USE_IT, and_go(&props.on_reload));
            let keeps = words::reload_keeps(*loses_files);
            return Some(html! { <>{ words::NEWER_VERSION }{ " " }{ keeps }{ " " }{ reload }</> });
        }
        Notice::Replaced { file, former, year } if file == former => words::read_again(file, year.as_deref()),
        Notice::Replaced { file, former, year } => words::replaces(file, former, year.as_deref()),
        Notice::SkippedFiles(files) => words::skipped(files),
        Notice::Adjusted(words) | Notice::Remark(words) => words.clone(),
        Notice::Refused(_) | Notice::Unexplained(..) | Notice::NoWorker(_) => return None,
    };
    Some(words.into())
}
