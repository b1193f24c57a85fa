//! The page on the files: what each is, how they fit together, what is wrong in them, and what is left out and why.

use std::rc::Rc;

use gloo::file::{Blob, File};
use method::{both_ways, schools_without_trust};
use records::model::{Basis, DataSet, LoadedFile, Origin};
use records::terms::{grouped, year_in_words};
use records::{Problem, ProblemKind};
use show::chart::{
    Cell, Column, Table, comparison_table, exclusions_table, left_out, schools_left_out, schools_without_value,
};
use show::export::cleared::Cleared;
use yew::prelude::*;

use crate::components::{
    act, card, column_head, doubts_card, each, file_button, listing, listing_in_short, note, number_cell, plain_cell,
    row_head, scrolling, sentences, subtitle, table, text_button, titled, year_form,
};
use crate::download::download;
use crate::reading::ReadingQueue;
use crate::state::{Action, State};
use crate::view::View;
use crate::words::contents;
use crate::words::pages::{NONE, data as words};

use super::PageInput;
use super::all_figures::all_figures;
use super::keeping::keeping_card;
use super::offered::offered_card;

pub(crate) fn data_page(input: &PageInput) -> Html {
    let PageInput {
        state, library, queue, ..
    } = input;
    let (view, data) = (input.view.shown(), state.data());
    let has_no_year = library.years().contains(&None);
    let files = library.files().iter();
    let hidden: usize = files.map(|file| file.file.more_problems).sum();
    let hidden = (hidden > 0).then(|| words::further_problems_not_kept(hidden));
    // Reads a file again as the user chose.
    let on_choose = act(state.dispatcher(), |(id, reading)| Action::choose_reading(id, reading));
    let lists = match view {
        Some(view) => html! { <>{ side_by_side_card(view) }{ left_out_cards(view) }</> },
        None => data
            .as_ref()
            .map(|data| schools_without_trust_card(state, data))
            .unwrap_or_default(),
    };
    html! {
        <>
            { titled(words::THE_DATA, words::LEAD) }
            // Each of these is always rendered, if only as empty, so that its neighbours keep the focus.
            { offered_card(state, queue).unwrap_or_default() }
            { files_card(state, queue) }
            if has_no_year { { year_card(state) } }
            { data.as_ref().and_then(|data| joins_card(data)).unwrap_or_default() }
            if view.is_some() { { card("", "", words::ALL_FIGURES, all_figures(input)) } }
            { doubts_card(&library.doubts().collect::<Vec<_>>(), &on_choose) }
            { listing_in_short(
                "problems",
                &kinds_table(&ProblemKind::of(library.problems())),
                &problem_table(library.problems()),
                &hidden.unwrap_or_default(),
                words::NO_PROBLEMS,
            ) }
            { lists }
            { own_spreadsheet() }
            { keeping_card(state, queue) }
        </>
    }
}

/// Every file with its layout, and buttons to replace or remove it.
fn files_card(state: &UseReducerHandle<State>, queue: &ReadingQueue) -> Html {
    let library = &state.library;
    let mut heads: Vec<Html> = words::HEADS.into_iter().map(column_head).collect();
    if library.origin() == Origin::Files {
        heads.push(column_head(words::CHANGE));
    }
    let rows = library.files().iter().enumerate();
    let rows = rows.map(|(index, file)| file_row(state, queue, index, file));
    let table = table(words::FILES_IN_USE, each(heads), each(rows));
    card("listed", "", words::FILES, scrolling(words::FILES_IN_USE, false, table))
}

fn file_row(state: &UseReducerHandle<State>, queue: &ReadingQueue, index: usize, file: &LoadedFile) -> Html {
    let is_demonstration = state.library.origin() == Origin::Demonstration;
    let name = file.file.name.as_str();
    let years: Vec<String> = file.years().into_iter().map(year_in_words).collect();
    let mut years = years.join(", ");
    if years.is_empty() {
        years.push_str("any");
    }
    if !state.library.is_shown(file) {
        years.push_str(words::ANOTHER_IS_SHOWN);
    }
    let shown = if is_demonstration {
        words::made_up(name)
    } else {
        name.to_owned()
    };
    html! {
        <tr key={name}>
            { row_head(&shown) }
            { plain_cell(&file.file.layout) }
            { plain_cell(&years) }
            { plain_cell(&read_in_words(file)) }
            { plain_cell(file.file.encoding) }
            { number_cell(&grouped(file.file.problem_count())) }
            if !is_demonstration { { change_cell(state, queue, index, file) } }
        </tr>
    }
}

fn change_cell(state: &UseReducerHandle<State>, queue: &ReadingQueue, index: usize, file: &LoadedFile) -> Html {
    let name = file.file.name.as_str();
    let remove = act(state.dispatcher(), move |_: MouseEvent| Action::RemoveFile(index));
    let replace = {
        let (queue, former) = (queue.clone(), Rc::clone(&file.file));
        Callback::from(move |files: Vec<File>| queue.hand_in(files, Some(&former)))
    };
    html! {
        <td class="change">
            { file_button(words::REPLACE, &words::replace(name), "small", replace) }
            { text_button(words::REMOVE, &words::remove(name), remove) }
        </td>
    }
}

/// "5,700 rows: 5,680 schools".
fn read_in_words(file: &LoadedFile) -> String {
    words::rows_with(file.file.rows, &contents(file.counts()))
}

fn year_card(state: &UseReducerHandle<State>) -> Html {
    let inside = html! { <>{ subtitle(words::NO_YEAR_GIVEN) }{ year_form(state) }</> };
    card("", "", words::OF_WHICH_YEAR, inside)
}

/// How schools and memberships were joined.
fn joins_card(data: &DataSet) -> Option<Html> {
    let joins = data.joins()?;
    let mut joined = vec![words::joined_by_links(joins.joined, joins.schools())];
    if joins.without_link > 0 {
        joined.push(words::without_link(joins.without_link));
    }
    if joins.without_school > 0 {
        joined.push(words::without_school(joins.without_school));
    }
    let inside = html! { <>{ sentences("", &joined) }{ note(words::LINKS_ARE_A_SNAPSHOT) }</> };
    Some(card("", "", &words::joined(&data.year_in_words()), inside))
}

/// One row for each kind of problem, with its first lines.
fn kinds_table(kinds: &[ProblemKind<'_>]) -> Table {
    let rows = kinds.iter().map(|kind| (kind.first, kind.where_they_are()));
    problems_with_lines(rows.collect())
}

fn problem_table<'a>(problems: impl Iterator<Item = &'a Problem>) -> Table {
    let rows = problems.map(|problem| (problem, problem.line.to_string()));
    problems_with_lines(rows.collect())
}

fn problems_with_lines(problems: Vec<(&Problem, String)>) -> Table {
    type Row<'a> = (&'a Problem, String);
    let words = |text: &Option<String>| Cell::Words(text.clone().unwrap_or_default());
    let columns = [
        Column::words(words::FILE, |(problem, _): &Row<'_>| Cell::words(&*problem.file)),
        Column::words(words::LINE, |(_, lines): &Row<'_>| Cell::words(&**lines)),
        Column::words(words::COLUMN, |(problem, _): &Row<'_>| words(&problem.column)),
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

/// The year, measure and group of the lists below.
fn shown(view: &View) -> String {
    let analysis = &view.analysis;
    format!(
        "{}, {}, {}",
        year_in_words(analysis.year),
        analysis.rules.measure.name(),
        analysis.rules.focus.name().to_ascii_lowercase()
    )
}

/// Published beside computed figures, if both kinds of file are loaded.
fn side_by_side_card(view: &View) -> Html {
    let rows = match both_ways(&view.measured, view.analysis.rules.focus) {
        Ok(rows) if !rows.is_empty() => rows,
        _ => return html! {},
    };
    let table = comparison_table(&view.analysis, &rows);
    listing("published-and-computed", &table, &shown(view), NONE)
}

/// Trusts without a figure, trusts that are not eligible, and schools that do not count.
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

/// Schools without a trust, if the group links are missing.
fn schools_without_trust_card(state: &UseReducerHandle<State>, data: &DataSet) -> Html {
    if data.schools.is_none() || data.links.is_some() {
        return html! {};
    }
    let table = exclusions_table(&schools_without_trust(data, &state.settings.rules));
    let words = words::LINKS_ARE_MISSING;
    listing("schools-left-out", &table, words, NONE)
}

fn own_spreadsheet() -> Html {
    let take = Callback::from(|_: MouseEvent| {
        let template = Cleared::template();
        let content = template.map(|text| Blob::new_with_options(text.as_str(), Some("text/csv")));
        download("trust-gap-template.csv", &content);
    });
    let button = text_button(words::TEMPLATE, words::DOWNLOAD_TEMPLATE, take);
    let inside = html! { <>{ note(words::OWN_SPREADSHEET_NOTE) }{ button }</> };
    card("", "", words::YOUR_OWN_SPREADSHEET, inside)
}
