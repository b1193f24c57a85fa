//! What went wrong with files, as an error summary, and what a screen reader is told.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::hooks::{focus, use_effect_with, use_node_ref};
use crate::app::mapping::Table;
use crate::app::place::{Page, Place};
use crate::app::state::Notice;
use crate::words::app::components::{buttons, notices as words};

/// How many of a file's problems a message lists; the rest are counted.
const PROBLEMS_LISTED: usize = 5;

/// How many notices are listed; the others are folded away under their count.
const NOTICES_LISTED: usize = 5;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) notices: Rc<Vec<Notice>>,
    pub(in crate::app) status: AttrValue,
    /// What addresses carry.
    pub(in crate::app) query: Rc<str>,
    pub(in crate::app) on_close: Callback<()>,
    pub(in crate::app) on_explain: Callback<Table>,
}

#[component]
pub(in crate::app) fn Notices(props: &Props) -> Html {
    let summary = use_node_ref();
    {
        let summary = summary.clone();
        use_effect_with(props.notices.clone(), move |notices| {
            let has_error = notices.iter().any(is_error);
            if let (true, Some(summary)) = (has_error, summary.cast::<web_sys::HtmlElement>()) {
                // Where the browser refuses the focus, the alert is still announced.
                let _ = summary.focus();
            }
        });
    }
    let (error_count, notices) = (count_errors(&props.notices), &props.notices);
    html! {
        <>
            // Always there, so that what appears in it is announced.
            <div role="status">
                <p class="visually-hidden">{ props.status.clone() }</p>
                if notices.len() > error_count { { remarks(notices, &props.query, &props.on_close) } }
            </div>
            if error_count > 0 { { error_summary(props, error_count, summary) } }
        </>
    }
}

fn count_errors(notices: &[Notice]) -> usize {
    notices.iter().filter(|notice| is_error(notice)).count()
}

fn close(on_close: &Callback<()>) -> Html {
    let on_close = on_close.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        on_close.emit(());
        focus("main");
    });
    html! { <button type="button" class="close" {onclick}>{ buttons::CLOSE }</button> }
}

fn remarks(notices: &[Notice], query: &str, on_close: &Callback<()>) -> Html {
    html! {
        <div class="remarks">
            { folded(notices.iter().filter_map(|notice| remark(notice, query)).collect()) }
            { close(on_close) }
        </div>
    }
}

fn error_summary(props: &Props, count: usize, summary: NodeRef) -> Html {
    let errors = props.notices.iter().filter(|notice| is_error(notice));
    html! {
        <section class="error-summary" role="alert" tabindex="-1" ref={summary}>
            <h2>{ words::not_used(count) }</h2>
            { folded(errors.map(|notice| error(notice, &props.on_explain)).collect()) }
            <p class="error-kept">{ words::KEPT }</p>
            { close(&props.on_close) }
        </section>
    }
}

/// A list of which only the first are open: two hundred wrong files are one notice.
fn folded(mut items: Vec<Html>) -> Html {
    let others = items.split_off(items.len().min(NOTICES_LISTED));
    html! {
        <>
            <ul>{ for items }</ul>
            if !others.is_empty() {
                <details>
                    <summary>{ words::and_more(others.len()) }</summary>
                    <ul>{ for others }</ul>
                </details>
            }
        </>
    }
}

const fn is_error(notice: &Notice) -> bool {
    matches!(notice, Notice::Refused(_) | Notice::Unexplained(..))
}

fn error(notice: &Notice, on_explain: &Callback<Table>) -> Html {
    match notice {
        Notice::Unexplained(refusal, table) => {
            let (on_explain, table) = (on_explain.clone(), table.clone());
            let onclick = Callback::from(move |_: MouseEvent| on_explain.emit(table.clone()));
            html! {
                <li>
                    <strong>{ refusal.words.clone() }</strong>
                    <p><button type="button" class="button" {onclick}>{ words::EXPLAIN }</button></p>
                    <p>{ refusal.remedy.clone() }</p>
                </li>
            }
        }
        Notice::Refused(refusal) => {
            let problems = &refusal.problems;
            let rest = problems.len().saturating_sub(PROBLEMS_LISTED);
            html! {
                <li>
                    <strong>{ refusal.words.clone() }</strong>
                    <p>{ refusal.remedy.clone() }</p>
                    if !problems.is_empty() {
                        <ul>
                            { for problems.iter().take(PROBLEMS_LISTED).map(|problem| html! {
                                <li>{ problem.clone() }</li>
                            }) }
                            if rest > 0 { <li>{ words::and_more(rest) }</li> }
                        </ul>
                    }
                </li>
            }
        }
        _ => html! {},
    }
}

fn remark(notice: &Notice, query: &str) -> Option<Html> {
    let words = match notice {
        Notice::Doubts(doubts) => {
            let data = Place::of(Page::Data).address(query);
            return Some(
                html! { <li>{ doubts }{ " " }<a href={data}>{ words::SEE_DATA }</a></li> },
            );
        }
        Notice::Replaced { file, former, year } if file == former => {
            words::read_again(file, year.as_deref())
        }
        Notice::Replaced { file, former, year } => {
            words::takes_the_place(file, former, year.as_deref())
        }
        Notice::PassedOver(files) => words::passed_over(files),
        Notice::Adjusted(words) | Notice::Remark(words) => words.clone(),
        Notice::Refused(_) | Notice::Unexplained(..) => return None,
    };
    Some(html! { <li>{ words }</li> })
}
