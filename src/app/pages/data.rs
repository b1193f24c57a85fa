//! The page on the files: what each is, what is wrong in it, what is left out and why.

use yew::prelude::*;

use crate::app::components::data_table;
use crate::app::state::State;
use crate::app::view::View;
use crate::chart::{Cell, Column, Table, left_out};
use crate::model::{DataSet, Origin};
use crate::source::Problem;
use crate::terms::letters::in_small;
use crate::terms::{counted, year_in_words};

/// How many problems are listed: more than anybody reads, and few enough for any browser.
const PROBLEMS_LISTED: usize = 200;

pub(in crate::app) fn data_page(state: &State, view: Option<&View>) -> Html {
    let files = Table {
        caption: "Files in use".to_owned(),
        columns: vec![
            Column::words("File"),
            Column::words("Recognised as"),
            Column::words("Year"),
            Column::numbers("Trusts"),
            Column::words("Letters"),
            Column::numbers("Problems"),
        ],
        rows: state
            .library
            .data_sets()
            .map(|data| file_row(data))
            .collect(),
    };
    let count: usize = state
        .library
        .files()
        .iter()
        .map(|file| file.problem_count())
        .sum();
    let problems: Vec<&Problem> = state.library.problems().take(PROBLEMS_LISTED).collect();
    let more = count - problems.len();
    html! {
        <>
            <h1>{ "The data" }</h1>
            <p class="lead">
                { "Files are read here, in your browser, and kept in its memory until you close the page." }
            </p>
            <section class="card listed">
                <h2>{ "Files" }</h2>
                <div class="table-scroll" role="region" aria-label="Files in use" tabindex="0">
                    { data_table(&files, 0) }
                </div>
            </section>
            <section class="card listed">
                <h2>{ "Problems in the files" }</h2>
                if problems.is_empty() {
                    <p>{ "None: every row and every value was read." }</p>
                } else {
                    <div class="table-scroll" role="region" aria-label="Problems in the files" tabindex="0">
                        { data_table(&problem_table(&problems), 0) }
                    </div>
                    if more > 0 {
                        <p>{ format!("and {}", counted(more, "further problem")) }</p>
                    }
                }
            </section>
            { for view.map(trusts_left_out) }
        </>
    }
}

fn file_row(data: &DataSet) -> Vec<Cell> {
    let name = match data.origin {
        Origin::Demonstration => "Demonstration (made up)".to_owned(),
        Origin::Files => data.file.name.clone(),
    };
    vec![
        Cell::Words(name),
        Cell::Words(data.file.layout.to_owned()),
        Cell::Words(year_in_words(data.year)),
        Cell::Count(data.trusts.len()),
        Cell::Words(data.file.encoding.to_owned()),
        Cell::Count(data.file.problem_count()),
    ]
}

fn problem_table(problems: &[&Problem]) -> Table {
    let words = |text: &Option<String>| Cell::Words(text.clone().unwrap_or_default());
    Table {
        caption: "Problems in the files".to_owned(),
        columns: ["File", "Line", "Column", "Value", "Problem", "What to do"]
            .map(Column::words)
            .to_vec(),
        rows: problems
            .iter()
            .map(|problem| {
                vec![
                    Cell::Words(problem.file.clone()),
                    Cell::Words(problem.line.to_string()),
                    words(&problem.column),
                    words(&problem.value),
                    Cell::Words(problem.fault.to_string()),
                    Cell::Words(problem.fault.remedy().to_owned()),
                ]
            })
            .collect(),
    }
}

/// The trusts without a figure under the rules in force, and those that are not eligible.
fn trusts_left_out(view: &View) -> Html {
    let analysis = &view.analysis;
    let table = left_out(analysis);
    let rules = analysis.rules;
    let shown = format!(
        "{}, {}, {}",
        year_in_words(analysis.year),
        rules.measure.name(),
        in_small(rules.focus.name())
    );
    html! {
        <section class="card listed">
            <h2>{ "Trusts left out, and why" }</h2>
            <p class="subtitle">{ shown }</p>
            if table.rows.is_empty() {
                <p>{ "None." }</p>
            } else {
                <div class="table-scroll" role="region" aria-label="Trusts left out, and why" tabindex="0">
                    { data_table(&table, 0) }
                </div>
            }
        </section>
    }
}
