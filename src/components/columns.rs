//! The dialogue in which the user explains a table's columns: a column for each field, and a preview of the first
//! rows.

use std::rc::Rc;

use gloo::utils::document;
use js_sys::Reflect;
use records::intake::{CellPreview, Field, Mapping, Preview};
use records::terms::{AcademicYear, Better, Group, Measure, OwnMeasure, Unit};
use yew::prelude::*;

use crate::hooks::focus;
use crate::mapping::MappingTask;
use crate::reading::ReadingQueue;
use crate::shared::Shared;
use crate::state::{Action, State};
use crate::words::components::columns as words;

use super::controls::{Choice, act, select};
use super::doubts::doubts_card;
use super::parts::{button, card, each, element, field, lead, scrolling, table};
use super::year_form::year_choices;

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) task: Shared<Rc<MappingTask>>,
    pub(crate) dispatcher: UseReducerDispatcher<State>,
    pub(crate) queue: ReadingQueue,
}

#[component]
pub(crate) fn Columns(props: &Props) -> Html {
    use_effect_with((), |()| {
        focus("columns-heading");
        // When it closes, the focus moves to the page's main part.
        || focus("main")
    });
    let MappingTask { table, preview } = &*props.task.0;
    let leave = act(props.dispatcher.clone(), |_: MouseEvent| Action::LeaveMapping);
    let on_choose = act(props.dispatcher.clone(), |(id, reading)| {
        Action::choose_reading(id, reading)
    });
    let on_use = {
        let (queue, task) = (props.queue.clone(), props.task.0.clone());
        Callback::from(move |_: MouseEvent| queue.hand_in_explained(&task))
    };
    let fault = preview.verdict.as_ref().err().map(|fault| format!("{fault}."));
    html! {
        <section class="columns" aria-labelledby="columns-heading">
            <h1 id="columns-heading" tabindex="-1">{ words::heading(&table.file) }</h1>
            { lead(words::LEAD) }
            { each(SECTIONS.map(|(name, has)| section(props, name, has))) }
            <OwnMeasureForm preview={Shared(props.task.0.clone())} dispatcher={props.dispatcher.clone()} />
            { year_choice(props) }
            { doubts_card(&preview.doubts.iter().collect::<Vec<_>>(), &on_choose) }
            { preview_card(preview) }
            <p class="fault" role="status" id="columns-fault">{ fault.clone() }</p>
            <div class="controls">
                <button
                    type="button"
                    class="button"
                    disabled={fault.is_some()}
                    aria-describedby="columns-fault"
                    onclick={on_use}
                >{ words::USE }</button>
                { button("button", words::LEAVE, leave) }
            </div>
        </section>
    }
}

type Section = (&'static str, fn(Field) -> bool);

const SECTIONS: [Section; 3] = [
    (words::ROWS, |field| {
        !matches!(field, Field::Pupils(_) | Field::ProgressPupils(_) | Field::Figure(..))
    }),
    (words::PUPILS, |field| {
        matches!(field, Field::Pupils(_) | Field::ProgressPupils(_))
    }),
    (words::FIGURES, |field| matches!(field, Field::Figure(..))),
];

fn section(props: &Props, name: &'static str, has: fn(Field) -> bool) -> Html {
    let own = props.task.0.preview.mapping.fields().into_iter();
    let mut fields = Field::all();
    fields.extend(own.filter(|field| is_own(*field)));
    fields.retain(|field| has(*field));
    let fields = fields.into_iter().map(|field| column_choice(props, field));
    fieldset(name, element("div", "controls", each(fields)))
}

fn fieldset(name: &'static str, inside: Html) -> Html {
    html! { <fieldset class="card mapped"><legend>{ name }</legend>{ inside }</fieldset> }
}

const fn is_own(field: Field) -> bool {
    matches!(field, Field::Figure(measure, _) if measure.is_own())
}

fn column_choice(props: &Props, field: Field) -> Html {
    let preview = &props.task.0.preview;
    let chosen = preview.mapping.get(field);
    let columns = preview.columns.iter().map(|column| {
        let is_chosen = chosen.is_some_and(|chosen| chosen.eq_ignore_ascii_case(column));
        Choice::new(column, column, is_chosen)
    });
    let choices = Choice::or_none(words::NO_COLUMN, columns.collect());
    let on_choose = map(&preview.mapping, &props.dispatcher, move |mapping, column| {
        mapping.set(field, Some(column).filter(|column| !column.is_empty()));
    });
    let id = format!("map-{}", field.key());
    html! { <div key={field.key()}>{ select(&id, &field.label(), &choices, on_choose) }</div> }
}

/// The year of the results, if no column gives it.
fn year_choice(props: &Props) -> Html {
    let mapping = &props.task.0.preview.mapping;
    if mapping.get(Field::Year).is_some() {
        return html! {};
    }
    let choices = year_choices(words::NO_YEAR, mapping.year);
    let on_choose = map(mapping, &props.dispatcher, |mapping, words| {
        mapping.year = AcademicYear::parse(words);
    });
    let choice = select("map-of-year", words::YEAR, &choices, on_choose);
    element("div", "controls", choice)
}

/// Changes the mapping to the selected column.
fn map(
    mapping: &Mapping,
    dispatcher: &UseReducerDispatcher<State>,
    change: impl Fn(&mut Mapping, &str) + 'static,
) -> Callback<String> {
    let mapping = mapping.clone();
    act(dispatcher.clone(), move |chosen: String| {
        let mut mapping = mapping.clone();
        change(&mut mapping, &chosen);
        Action::SetMapping(mapping)
    })
}

/// The first rows, and how each cell is read.
fn preview_card(preview: &Preview) -> Html {
    let heads = preview.fields.iter().map(|field| {
        let column = preview.mapping.get(*field).unwrap_or_default();
        html! { <th scope="col">{ field.label() }<br/>{ raw(column) }</th> }
    });
    let rows = preview.rows.iter().map(|cells| {
        let cells = cells.iter();
        let cells = cells.map(|(raw, cell_preview)| preview_cell(raw, cell_preview));
        element("tr", "", each(cells))
    });
    let shown = table(words::PREVIEW, each(heads), each(rows));
    let shown = scrolling(words::PREVIEW, false, shown);
    card("listed", "", words::PREVIEW, shown)
}

/// The cells of the file.
fn raw(words: &str) -> Html {
    element("span", "raw", words.into())
}

fn preview_cell(value: &str, cell_preview: &CellPreview) -> Html {
    let (class, words) = match cell_preview {
        CellPreview::Read(words) => ("", &**words),
        CellPreview::Missing(reason) => ("raw", &**reason),
        CellPreview::Fault(fault) => ("fault", &**fault),
    };
    html! { <td>{ raw(value) }<br/>{ element("span", class, words.into()) }</td> }
}

#[derive(Properties, PartialEq)]
struct OwnProps {
    preview: Shared<Rc<MappingTask>>,
    dispatcher: UseReducerDispatcher<State>,
}

/// A form for the user's own measure: its name, its unit, which end is better, and a column.
#[component]
fn OwnMeasureForm(props: &OwnProps) -> Html {
    let fault = use_state_eq(String::new);
    let preview = &props.preview.0.preview;
    let add = {
        let (mapping, dispatcher) = (preview.mapping.clone(), props.dispatcher.clone());
        let fault = fault.clone();
        Callback::from(move |_: MouseEvent| {
            let mut filled = Group::ALL.map(|of| (of, value_of(&id_of(of)))).to_vec();
            filled.retain(|(_, column)| !column.is_empty());
            // Only a measure with a column is created, because it exists until the program ends.
            let measure = (!filled.is_empty()).then(described_measure).flatten();
            if let Some(measure) = measure {
                fault.set(String::new());
                let mut mapping = mapping.clone();
                for (group, column) in filled {
                    mapping.set(Field::Figure(measure, group), Some(&column));
                }
                dispatcher.dispatch(Action::SetMapping(mapping));
            } else {
                fault.set(words::INCOMPLETE.to_owned());
            }
        })
    };
    let name = html! { <input id="own-name" type="text" aria-describedby="own-fault" /> };
    let none = [("", words::NO_COLUMN)].into_iter();
    let names = preview.columns.iter().map(|name| (&**name, &**name));
    let names: Vec<(&str, &str)> = none.chain(names).collect();
    let inside = html! {
        <>
            <div class="controls">
                { field("own-name", words::OWN_NAME, name) }
                { plain_list("own-unit", words::OWN_UNIT, &UNITS) }
                { plain_list("own-better", words::OWN_BETTER, &ENDS) }
                { each(Group::ALL.map(|group| {
                    plain_list(&id_of(group), &words::column_of(group.pupils()), &names)
                })) }
                { button("button", words::ADD, add) }
            </div>
            <p id="own-fault" class="fault" role="alert">{ &*fault }</p>
        </>
    };
    fieldset(words::OWN_MEASURE, inside)
}

const UNITS: [(&str, &str); 2] = [("percent", words::PERCENT), ("points", words::POINTS)];
const ENDS: [(&str, &str); 2] = [("higher", words::HIGHER), ("lower", words::LOWER)];

/// The id of the list of columns for these pupils.
fn id_of(group: Group) -> String {
    format!("own-{}", group.pupils().replace(' ', "-"))
}

/// The measure that the form describes. Returns `None` if it has no name.
fn described_measure() -> Option<Measure> {
    let unit = match &*value_of("own-unit") {
        "points" => Unit::OwnPoints,
        _ => Unit::Percent,
    };
    let better = match &*value_of("own-better") {
        "lower" => Better::Lower,
        _ => Better::Higher,
    };
    let name = value_of("own-name");
    let is_named = !name.trim().is_empty();
    is_named.then(|| Measure::Own(OwnMeasure::new(&name, unit, better)))
}

/// The value of an uncontrolled field of the form.
fn value_of(id: &str) -> String {
    let field = document().get_element_by_id(id);
    let value = field.and_then(|field| Reflect::get(&field, &"value".into()).ok());
    value.and_then(|value| value.as_string()).unwrap_or_default()
}

/// A list of choices whose state the browser keeps.
fn plain_list(id: &str, label: &str, choices: &[(&str, &str)]) -> Html {
    let list = html! {
        <select id={id.to_owned()}>
            // The first option is marked as selected, because options are inserted from the last to the first, and
            // the browser would select the one inserted first.
            { for choices.iter().enumerate().map(|(index, (value, name))| html! {
                <option value={(*value).to_owned()} selected={index == 0}>{ *name }</option>
            }) }
        </select>
    };
    field(id, label, list)
}
