//! Components that show figures or let the user choose, in their states.

use std::rc::Rc;

use method::{AdjustPart, AdjustParts, Rules};
use records::terms::{Focus, Region};
use show::chart::{Caption, Cell, Column, Table, areas_table, unpublished_in_words};
use show::export::methods::{Methods, Used};
use yew::prelude::*;

use crate::components::{
    AreaForm, Glossary, Header, LongTable, Search, about_choice, adjusting, caution, controls, file_button, footer,
    interval_controls, linked, listing, methods_card, rule_controls, scrolled, setting, text_button, tile_map_card,
    toolbar, top_tens, year_file_button, year_form,
};
use crate::hooks::Entries;
use crate::route::{About, Page};
use crate::selections::Unfolded;
use crate::state::Action;
use crate::view::{InContext, Lists};

use super::Exhibit;
use super::hosts::{pressed, with_state, with_view};
use super::states::{Case, Cases, read};

/// The number of rows in the long table.
const MANY: usize = 250;

pub(super) fn exhibits(cases: &Cases) -> Vec<Exhibit> {
    let makers: [fn(&Cases) -> Vec<Exhibit>; 7] = [frame, choices, rules, context, areas, tables, words_on_figures];
    makers.into_iter().flat_map(|make| make(cases)).collect()
}

/// The header and the footer.
fn frame(cases: &Cases) -> Vec<Exhibit> {
    let usual = &cases.usual;
    let rules = Rules {
        focus: Focus::Gap,
        ..usual.state.0.settings.rules
    };
    let changed = usual.after([Action::choose(move |settings| settings.rules = rules)]);
    let undone = changed.after([Action::Undo]);
    let tools = |case: &Case| with_state(case, |state, _| toolbar(state));
    let head = |shown: Page| {
        with_state(usual, move |state, view| {
            let search = html! { <Search state={state.clone()} view={view.clone()} /> };
            html! { <Header {shown} query={Rc::<str>::default()} {search} tools={toolbar(state)} /> }
        })
    };
    let search = |case: &Case| {
        with_state(
            case,
            |state, view| html! { <Search state={state.clone()} view={view.clone()} /> },
        )
    };
    vec![
        Exhibit::new("search", "found", search(&cases.file)),
        Exhibit::new("search", "made-up", search(usual)),
        Exhibit::new("header", "usual", head(Page::Regions)),
        Exhibit::new("header", "pages-of-an-entry", head(Page::Funnel)),
        Exhibit::new("toolbar", "nothing-to-undo", in_tools(tools(usual))),
        Exhibit::new("toolbar", "with-undo", in_tools(tools(&changed))),
        Exhibit::new("toolbar", "with-redo", in_tools(tools(&undone))),
        Exhibit::new("footer", "usual", footer("")),
    ]
}

/// The tools in the header.
fn in_tools(tools: Html) -> Html {
    html! { <div class="tools">{ tools }</div> }
}

/// Controls for what is shown, and for the part of the country.
fn choices(cases: &Cases) -> Vec<Exhibit> {
    let controls = |case: &Case| with_view(case, controls);
    let about = |case: &Case| {
        with_view(case, |state, view| {
            about_choice(state, view, Page::Funnel, About::England, "Part of the country")
        })
    };
    let one_group = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,PTL2BASICS_95_WGTAVG_FSM6CLA1A\n1,ONE,London,40%\n";
    let one_group = read("2022-23.csv", one_group);
    let one_group = cases.usual.after([Action::FilesRead(vec![one_group])]);
    let year = with_state(&cases.usual, |state, _| year_form(state));
    vec![
        Exhibit::new("controls", "usual", controls(&cases.usual)),
        Exhibit::new("controls", "one-file", controls(&cases.one_region)),
        Exhibit::new("controls", "one-group", controls(&one_group)),
        Exhibit::new("about-choice", "usual", about(&cases.usual)),
        Exhibit::new("about-choice", "with-area", about(&cases.computed)),
        Exhibit::new("year-form", "usual", year),
        Exhibit::new("buttons", "text", text_button("Remove", "Remove it", Callback::noop())),
        Exhibit::new(
            "buttons",
            "files",
            file_button("Replace", "Replace it", "button", Callback::noop()),
        ),
        Exhibit::new("year-file", "usual", year_file_button(false, Callback::noop())),
        Exhibit::new("year-file", "being-made", year_file_button(true, Callback::noop())),
    ]
}

fn rules(cases: &Cases) -> Vec<Exhibit> {
    let rules = |case: &Case| with_view(case, rule_controls);
    let interval_choices = |case: &Case| {
        with_view(case, |state, view| {
            html! { <div class="controls">{ interval_controls(state, view) }{ setting(state, view, "shrunken") }</div> }
        })
    };
    vec![
        Exhibit::new("rule-controls", "published", rules(&cases.file)),
        Exhibit::new("rule-controls", "computed", rules(&cases.computed)),
        Exhibit::new("interval-controls", "usual", interval_choices(&cases.usual)),
    ]
}

/// The switch between figures as they are and adjusted for context: off, on, and refused.
fn context(cases: &Cases) -> Vec<Exhibit> {
    let panel = |case: &Case| {
        with_view(case, |state, view| {
            let in_context = InContext::new(view, state.settings.adjust);
            adjusting(state, view, &in_context, None)
        })
    };
    let adjust = |parts: AdjustParts| Action::choose(move |settings| settings.adjust = parts);
    let one = AdjustParts::NONE.with(AdjustPart::Eal, true);
    vec![
        Exhibit::new("adjusting", "off", panel(&cases.file)),
        Exhibit::new(
            "adjusting",
            "on",
            panel(&cases.file.after([adjust(AdjustParts::TRIED)])),
        ),
        Exhibit::new("adjusting", "one-part", panel(&cases.usual.after([adjust(one)]))),
        Exhibit::new("adjusting", "one-region", panel(&cases.one_region)),
    ]
}

fn areas(cases: &Cases) -> Vec<Exhibit> {
    let form = |case: &Case| with_state(case, |state, _| html! { <AreaForm state={state.clone()} /> });
    let map = |case: &Case| with_state(case, |_, view| tile_map_card(view, ""));
    vec![
        Exhibit::new("area-form", "empty", form(&cases.usual)),
        Exhibit::new("area-form", "with-area", form(&cases.computed)),
        Exhibit::new("tile-map", "usual", map(&cases.usual)),
        Exhibit::new("tile-map", "unpublished", map(&cases.unpublished)),
        Exhibit::new("tile-map", "one-region", map(&cases.one_region)),
    ]
}

fn tables(cases: &Cases) -> Vec<Exhibit> {
    let table = cases
        .computed
        .shown()
        .map_or_else(Table::default, |view| areas_table(&view.analysis));
    let none = Table {
        rows: Vec::new(),
        ..table.clone()
    };
    let note = "A note stands under the title in place of the rest of the caption.";
    let lists = |case: &Case, unfolded: &[Region]| {
        let unfolded: Unfolded = unfolded.iter().copied().collect();
        with_state(case, move |_, shared| {
            top_tens(&Lists::new(shared, None), &unfolded, &Callback::noop(), "")
        })
    };
    vec![
        Exhibit::new("data-table", "usual", scrolled(&table, "")),
        Exhibit::new(
            "data-table",
            "columns",
            pressed("summary", scrolled(&many_columns(), "")),
        ),
        Exhibit::new("listing", "empty", listing("empty", &none, "", "There is none.")),
        Exhibit::new("listing", "long", listing("long", &long_table(), "", "")),
        Exhibit::new("listing", "with-a-note", listing("noted", &table, note, "")),
        Exhibit::new("long-table", "usual", rows_in_sight()),
        Exhibit::new("top-tens", "folded", lists(&cases.usual, &[])),
        Exhibit::new("top-tens", "one-region", lists(&cases.one_region, &Region::ALL)),
        Exhibit::new("top-tens", "long-names", lists(&cases.long_names, &Region::ALL)),
    ]
}

/// A table with more rows than are listed.
fn long_table() -> Table {
    let columns = [
        Column::words("Name", |number: &usize| Cell::Words(format!("Row {number}"))),
        Column::numbers("Number", |number: &usize| Cell::Count(*number)),
    ];
    let caption = Caption::new("A long table", "It has more rows than are listed.");
    Table::new(caption, &columns, 1..=MANY)
}

/// A table with more columns than a phone shows without being asked.
fn many_columns() -> Table {
    let columns: Vec<Column<'_, usize>> = ["Name", "Figure", "Lowest", "Highest", "Mean", "Rank"]
        .map(|head| Column::numbers(head, |number: &usize| Cell::Count(*number)))
        .into();
    Table::new("A table of several columns", &columns, 1..=3)
}

fn rows_in_sight() -> Html {
    let head = html! { <tr><th scope="col">{ "Name" }</th><th scope="col">{ "Number" }</th></tr> };
    let row = Callback::from(|index: usize| {
        let number = index + 1;
        html! { <tr key={index}><th scope="row">{ format!("Row {number}") }</th><td>{ number }</td></tr> }
    });
    html! { <LongTable label="Rows" {head} columns={2} count={MANY} {row} entries={Entries::default()} /> }
}

/// The glossary, the cautions and the methods paragraph.
fn words_on_figures(cases: &Cases) -> Vec<Exhibit> {
    let methods = with_view(&cases.usual, |state, view| match state.data() {
        Some(data) => methods_card(&Methods::new(&data, &view.analysis, &state.settings, Used::default())),
        None => html! {},
    });
    let unpublished = cases.unpublished.shown();
    let unpublished = unpublished.and_then(|view| unpublished_in_words(&view.analysis));
    let text = format!("{} in the funnel of Attainment 8.", unpublished.unwrap_or_default());
    vec![
        Exhibit::new("caution", "closed", caution(Page::Regions)),
        Exhibit::new("caution", "open", pressed("summary", caution(Page::Funnel))),
        Exhibit::new("glossary", "words", html! { <p>{ linked(&text) }</p> }),
        Exhibit::new("glossary", "usual", html! { <Glossary word={None::<Rc<str>>} /> }),
        Exhibit::new("methods-card", "usual", methods),
    ]
}
