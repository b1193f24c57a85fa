//! The page on the files: what each is, how they fit together, what is wrong in them, what is left
//! out and why.

use std::rc::Rc;

use gloo::file::{Blob, File};
use yew::prelude::*;

use crate::app::components::{
    doubts_card, file_button, listing, listing_in_short, text_button, year_form,
};
use crate::app::download::download;
use crate::app::reading::Desk;
use crate::app::state::{Action, State};
use crate::app::view::View;
use crate::chart::{
    Cell, Column, Table, comparison_table, exclusions_table, left_out, schools_left_out,
    schools_without_value,
};
use crate::export::cleared::Cleared;
use crate::method::{both_ways, unplaced_schools};
use crate::model::{Basis, DataSet, Library, LoadedFile, Origin};
use crate::source::{Problem, ProblemKind};
use crate::terms::{grouped, year_in_words};
use crate::words::app::contents;
use crate::words::app::pages::{NONE, data as words};

use super::keeping::keeping_card;
use super::offered::offered_card;

pub(in crate::app) fn data_page(
    state: &UseReducerHandle<State>,
    library: &Library,
    view: Option<&View>,
    desk: &Desk,
) -> Html {
    let data = state.data();
    let has_no_year = library.years().contains(&None);
    let hidden = library
        .files()
        .iter()
        .map(|file| file.file.more_problems)
        .sum::<usize>();
    let subtitle = if hidden > 0 {
        words::further_problems_not_kept(hidden)
    } else {
        String::new()
    };
    html! {
        <>
            <h1>{ words::THE_DATA }</h1>
            <p class="lead">
                { words::LEAD }
            </p>
            // Each of these is there or empty, so that what stays is not made anew and keeps the keyboard.
            { offered_card(state, desk).unwrap_or_default() }
            { files_card(state, desk) }
            if has_no_year { { year_card(state) } }
            { data.as_ref().and_then(|data| joins_card(data)).unwrap_or_default() }
            { doubts_card(&library.doubts().collect::<Vec<_>>(), &on_choose(state)) }
            { listing_in_short(
                "problems",
                &kinds_table(&ProblemKind::of(library.problems())),
                &problem_table(&library.problems().collect::<Vec<_>>()),
                &subtitle,
                words::NO_PROBLEMS,
            ) }
            { view.map(side_by_side_card).unwrap_or_default() }
            { view.map(left_out_cards).unwrap_or_default() }
            if view.is_none() { { data.as_ref().map(|data| unplaced_card(state, data)).unwrap_or_default() } }
            { own_spreadsheet() }
            { keeping_card(state, desk) }
        </>
    }
}

/// Has a file read as the user chose.
fn on_choose(state: &UseReducerHandle<State>) -> Callback<(String, String)> {
    let dispatcher = state.dispatcher();
    Callback::from(move |(id, reading)| dispatcher.dispatch(Action::choose_reading(id, reading)))
}

/// Every file with what it was recognised as, and buttons to replace or remove it.
fn files_card(state: &UseReducerHandle<State>, desk: &Desk) -> Html {
    let library = &state.library;
    let heads = [
        words::FILE,
        words::RECOGNISED_AS,
        words::YEAR,
        words::READ,
        words::LETTERS,
        words::PROBLEMS,
    ];
    html! {
        <section class="card listed">
            <h2>{ words::FILES }</h2>
            <div class="table-scroll" role="region" aria-label={words::FILES_IN_USE} tabindex="0">
                <table>
                    <caption>{ words::FILES_IN_USE }</caption>
                    <thead><tr>
                        { for heads.into_iter().map(|head| html! { <th scope="col">{ head }</th> }) }
                        if library.origin() == Origin::Files { <th scope="col">{ words::CHANGE }</th> }
                    </tr></thead>
                    <tbody>
                        { for library.files().iter().enumerate().map(|(place, file)| {
                            file_row(state, desk, place, file)
                        }) }
                    </tbody>
                </table>
            </div>
        </section>
    }
}

fn file_row(state: &UseReducerHandle<State>, desk: &Desk, place: usize, file: &LoadedFile) -> Html {
    let is_demonstration = state.library.origin() == Origin::Demonstration;
    let name = file.file.name.as_str();
    let years: Vec<String> = file.years().into_iter().map(year_in_words).collect();
    let years = if years.is_empty() {
        "any".to_owned()
    } else {
        years.join(", ")
    };
    let hidden = if state.library.is_shown(file) {
        ""
    } else {
        words::ANOTHER_IS_SHOWN
    };
    let dispatcher = state.dispatcher();
    let remove =
        Callback::from(move |_: MouseEvent| dispatcher.dispatch(Action::RemoveFile(place)));
    let replace = {
        let (desk, former) = (desk.clone(), Rc::clone(&file.file));
        Callback::from(move |files: Vec<File>| desk.hand_in(files, Some(&former)))
    };
    html! {
        <tr key={name}>
            <th scope="row">
                { if is_demonstration { words::made_up(name) } else { name.to_owned() } }
            </th>
            <td>{ file.file.layout }</td>
            <td>{ years }{ hidden }</td>
            <td>{ read_in_words(file) }</td>
            <td>{ file.file.encoding }</td>
            <td class="number">{ grouped(file.file.problem_count()) }</td>
            if !is_demonstration {
                <td class="change">
                    { file_button(words::REPLACE, &words::replace(name), "small", replace) }
                    { text_button(words::REMOVE, &words::remove(name), remove) }
                </td>
            }
        </tr>
    }
}

/// "5,700 rows: 5,680 schools".
fn read_in_words(file: &LoadedFile) -> String {
    words::rows_with(file.file.rows, &contents(file.counts()))
}

fn year_card(state: &UseReducerHandle<State>) -> Html {
    html! {
        <section class="card">
            <h2>{ words::OF_WHICH_YEAR }</h2>
            <p class="subtitle">{ words::NO_YEAR_TOLD }</p>
            { year_form(state) }
        </section>
    }
}

/// How schools and memberships fit together.
fn joins_card(data: &DataSet) -> Option<Html> {
    let joins = data.joins()?;
    Some(html! {
        <section class="card">
            <h2>{ words::joined(&data.year_in_words()) }</h2>
            <ul>
                <li>{ words::joined_by_links(joins.joined, joins.schools()) }</li>
                if joins.without_link > 0 {
                    <li>{ words::without_link(joins.without_link) }</li>
                }
                if joins.without_school > 0 {
                    <li>{ words::without_school(joins.without_school) }</li>
                }
            </ul>
            <p class="note">
                { words::LINKS_ARE_A_SNAPSHOT }
            </p>
        </section>
    })
}

/// One row for each kind of problem, with the first lines on which it is.
fn kinds_table(kinds: &[ProblemKind<'_>]) -> Table {
    let lines = kinds.iter().map(ProblemKind::where_they_are);
    problems_with_lines(kinds.iter().map(|kind| kind.first).zip(lines))
}

/// One row for each problem.
fn problem_table(problems: &[&Problem]) -> Table {
    let lines = problems.iter().map(|problem| problem.line.to_string());
    problems_with_lines(problems.iter().copied().zip(lines))
}

fn problems_with_lines<'a>(problems: impl Iterator<Item = (&'a Problem, String)>) -> Table {
    type Row<'a> = (&'a Problem, String);
    let words = |text: &Option<String>| Cell::Words(text.clone().unwrap_or_default());
    let columns = [
        Column::words(words::FILE, |(problem, _): &Row<'_>| {
            Cell::words(&*problem.file)
        }),
        Column::words(words::LINE, |(_, lines): &Row<'_>| Cell::words(&**lines)),
        Column::words(words::COLUMN, |(problem, _): &Row<'_>| {
            words(&problem.column)
        }),
        Column::words(words::VALUE, |(problem, _): &Row<'_>| words(&problem.value)),
        Column::words(words::PROBLEM, |(problem, _): &Row<'_>| {
            Cell::Words(problem.fault.to_string())
        }),
        Column::words(words::WHAT_TO_DO, |(problem, _): &Row<'_>| {
            Cell::words(problem.fault.remedy())
        }),
    ];
    Table::new(words::PROBLEMS_IN_THE_FILES, &columns, problems)
}

/// What the figures of the lists below are about.
fn shown(view: &View) -> String {
    let analysis = &view.analysis;
    format!(
        "{}, {}, {}",
        year_in_words(analysis.year),
        analysis.rules.measure.name(),
        analysis.rules.focus.name().to_ascii_lowercase()
    )
}

/// Published beside computed, where both files are there.
fn side_by_side_card(view: &View) -> Html {
    let rows = match both_ways(&view.measured, view.analysis.rules.focus) {
        Ok(rows) if !rows.is_empty() => rows,
        _ => return html! {},
    };
    let table = comparison_table(&view.analysis, &rows);
    listing("published-and-computed", &table, &shown(view), NONE)
}

/// The trusts without a figure, those that are not eligible, and the schools that do not count.
fn left_out_cards(view: &View) -> Html {
    let analysis = &view.analysis;
    let subtitle = shown(view);
    html! {
        <>
            { listing("trusts-left-out", &left_out(analysis), &subtitle, NONE) }
            if analysis.basis == Basis::Computed {
                { listing("schools-left-out", &schools_left_out(analysis), &subtitle, NONE) }
                { listing("schools-without-value", &schools_without_value(analysis), &subtitle, NONE) }
            }
        </>
    }
}

/// Schools that no file places in a trust, where the group links are missing.
fn unplaced_card(state: &UseReducerHandle<State>, data: &DataSet) -> Html {
    if data.schools.is_none() || data.links.is_some() {
        return html! {};
    }
    let table = exclusions_table(&unplaced_schools(data, &state.settings.rules));
    let words = words::LINKS_ARE_MISSING;
    listing("schools-left-out", &table, words, NONE)
}

fn own_spreadsheet() -> Html {
    let take = Callback::from(|_: MouseEvent| {
        let template = Cleared::template();
        let content = template.map(|text| Blob::new_with_options(text.as_str(), Some("text/csv")));
        download("trust-gap-template.csv", &content);
    });
    html! {
        <section class="card">
            <h2>{ words::YOUR_OWN_SPREADSHEET }</h2>
            <p class="note">
                { words::OWN_SPREADSHEET_NOTE }
            </p>
            { text_button(words::TEMPLATE, words::DOWNLOAD_TEMPLATE, take) }
        </section>
    }
}
