//! The user explains the columns of a table: each field with its column, and what the first rows
//! become.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::app::hooks::{focus, use_effect_with, use_memo, use_node_ref, use_state_eq};
use crate::app::mapping::MappingTask;
use crate::app::reading::Desk;
use crate::app::shared::Shared;
use crate::app::state::{Action, State};
use crate::layout::{Becomes, Field, Preview};
use crate::terms::{AcademicYear, Better, Group, Measure, OwnMeasure, Unit};
use crate::words::app::components::columns as words;

use super::controls::{Choice, select};
use super::doubts::doubts_card;
use super::year_form::year_choices;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) task: Shared<Rc<MappingTask>>,
    pub(in crate::app) dispatcher: UseReducerDispatcher<State>,
    pub(in crate::app) desk: Desk,
}

#[component]
pub(in crate::app) fn Columns(props: &Props) -> Html {
    use_effect_with((), |()| {
        focus("columns-heading");
        // What takes its place begins with the page's main part.
        || focus("main")
    });
    let MappingTask { table, preview } = &*props.task.0;
    let act = |action: fn() -> Action| {
        let dispatcher = props.dispatcher.clone();
        Callback::from(move |_: MouseEvent| dispatcher.dispatch(action()))
    };
    let on_use = {
        let (desk, task) = (props.desk.clone(), props.task.0.clone());
        Callback::from(move |_: MouseEvent| desk.hand_in_explained(&task))
    };
    let fault = preview
        .verdict
        .as_ref()
        .err()
        .map(|fault| format!("{fault}."));
    html! {
        <section class="columns" aria-labelledby="columns-heading">
            <h1 id="columns-heading" tabindex="-1">{ words::heading(&table.file) }</h1>
            <p class="lead">{ words::LEAD }</p>
            { for SECTIONS.into_iter().map(|(name, has)| section(props, name, has)) }
            <OwnMeasureForm preview={Shared(props.task.0.clone())} dispatcher={props.dispatcher.clone()} />
            { year_choice(props) }
            { doubts_card(&preview.doubts.iter().collect::<Vec<_>>(), &on_choose_reading(props)) }
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
                <button type="button" class="button" onclick={act(|| Action::LeaveMapping)}>{ words::LEAVE }</button>
            </div>
        </section>
    }
}

/// Another header or encoding shows at once what it makes of the table.
fn on_choose_reading(props: &Props) -> Callback<(String, String)> {
    let dispatcher = props.dispatcher.clone();
    Callback::from(move |(id, reading)| dispatcher.dispatch(Action::choose_reading(id, reading)))
}

type Section = (&'static str, fn(Field) -> bool);

const SECTIONS: [Section; 3] = [
    (words::ROWS, |field| {
        !matches!(
            field,
            Field::Pupils(_) | Field::ProgressPupils(_) | Field::Figure(..)
        )
    }),
    (words::PUPILS, |field| {
        matches!(field, Field::Pupils(_) | Field::ProgressPupils(_))
    }),
    (words::FIGURES, |field| matches!(field, Field::Figure(..))),
];

fn section(props: &Props, name: &'static str, has: fn(Field) -> bool) -> Html {
    let mapping = &props.task.0.preview.mapping;
    let own = mapping.fields().into_iter().filter(|field| is_own(*field));
    let fields = Field::all()
        .into_iter()
        .chain(own)
        .filter(|field| has(*field));
    html! {
        <fieldset class="card mapped">
            <legend>{ name }</legend>
            <div class="controls">{ for fields.map(|field| column_choice(props, field)) }</div>
        </fieldset>
    }
}

const fn is_own(field: Field) -> bool {
    matches!(field, Field::Figure(measure, _) if measure.is_own())
}

/// The columns, one of which may be chosen, and that none is.
fn choices(columns: &[String], chosen: Option<&str>) -> Vec<Choice> {
    let none = Choice::new("", words::NO_COLUMN, chosen.is_none());
    let columns = columns.iter().map(|column| {
        let is_chosen = chosen.is_some_and(|chosen| chosen.eq_ignore_ascii_case(column));
        Choice::new(column, column, is_chosen)
    });
    std::iter::once(none).chain(columns).collect()
}

fn column_choice(props: &Props, field: Field) -> Html {
    let preview = &props.task.0.preview;
    let choices = choices(&preview.columns, preview.mapping.get(field));
    let (mapping, dispatcher) = (preview.mapping.clone(), props.dispatcher.clone());
    let on_choose = Callback::from(move |column: String| {
        let mut mapping = mapping.clone();
        mapping.set(
            field,
            Some(column.as_str()).filter(|column| !column.is_empty()),
        );
        dispatcher.dispatch(Action::SetMapping(mapping));
    });
    html! { <div key={field.key()}>{ select(&format!("map-{}", field.key()), &field.label(), &choices, on_choose) }</div> }
}

/// The year of the results, where no column tells it.
fn year_choice(props: &Props) -> Html {
    let mapping = &props.task.0.preview.mapping;
    if mapping.get(Field::Year).is_some() {
        return html! {};
    }
    let choices = year_choices(words::NO_YEAR, mapping.year);
    let (mapping, dispatcher) = (mapping.clone(), props.dispatcher.clone());
    let on_choose = Callback::from(move |words: String| {
        let mut mapping = mapping.clone();
        mapping.year = AcademicYear::parse(&words);
        dispatcher.dispatch(Action::SetMapping(mapping));
    });
    html! { <div class="controls">{ select("map-of-year", words::YEAR, &choices, on_choose) }</div> }
}

/// The first rows, and what becomes of each cell.
fn preview_card(preview: &Preview) -> Html {
    html! {
        <section class="card listed">
            <h2>{ words::PREVIEW }</h2>
            <div class="table-scroll" role="region" aria-label={words::PREVIEW} tabindex="0">
                <table>
                    <caption>{ words::PREVIEW }</caption>
                    <thead><tr>
                        { for preview.fields.iter().map(|field| html! {
                            <th scope="col">
                                { field.label() }<br/>
                                <span class="raw">{ preview.mapping.get(*field).map(str::to_owned) }</span>
                            </th>
                        }) }
                    </tr></thead>
                    <tbody>
                        { for preview.rows.iter().map(|cells| html! {
                            <tr>{ for cells.iter().map(|(raw, becomes)| preview_cell(raw, becomes)) }</tr>
                        }) }
                    </tbody>
                </table>
            </div>
        </section>
    }
}

fn preview_cell(raw: &str, becomes: &Becomes) -> Html {
    let (class, words) = match becomes {
        Becomes::Read(words) => (None, words.clone()),
        Becomes::Missing(reason) => (Some("raw"), (*reason).to_owned()),
        Becomes::Fault(fault) => (Some("fault"), fault.clone()),
    };
    html! { <td><span class="raw">{ raw.to_owned() }</span><br/><span {class}>{ words }</span></td> }
}

#[derive(Properties, PartialEq)]
struct OwnProps {
    preview: Shared<Rc<MappingTask>>,
    dispatcher: UseReducerDispatcher<State>,
}

/// A measure of the user's own: its name, its unit, which end is better, and a column.
#[component]
fn OwnMeasureForm(props: &OwnProps) -> Html {
    let (name, unit, better) = (use_node_ref(), use_node_ref(), use_node_ref());
    let columns = Group::ALL.map(|_| NodeRef::default());
    let columns = use_memo((), move |()| columns);
    let fault = use_state_eq(String::new);
    let preview = &props.preview.0.preview;
    let add = {
        let (mapping, dispatcher) = (preview.mapping.clone(), props.dispatcher.clone());
        let fault = fault.clone();
        let (name, unit, better, columns) =
            (name.clone(), unit.clone(), better.clone(), columns.clone());
        Callback::from(move |_: MouseEvent| {
            let filled: Vec<(Group, String)> = Group::ALL
                .into_iter()
                .zip(columns.iter().map(chosen))
                .filter(|(_, column)| !column.is_empty())
                .collect();
            // Only a measure that has a column is made: it is kept until the program ends.
            let measure = (!filled.is_empty())
                .then(|| described_measure(&name, &unit, &better))
                .flatten();
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
    html! {
        <fieldset class="card mapped">
            <legend>{ words::OWN_MEASURE }</legend>
            <div class="controls">
                <div class="field">
                    <label for="own-name">{ words::OWN_NAME }</label>
                    <input id="own-name" type="text" ref={name} aria-describedby="own-fault" />
                </div>
                { plain_list("own-unit", words::OWN_UNIT, &unit, &[("percent", words::PERCENT), ("points", words::POINTS)]) }
                { plain_list("own-better", words::OWN_BETTER, &better, &[("higher", words::HIGHER), ("lower", words::LOWER)]) }
                { for Group::ALL.into_iter().zip(columns.iter()).map(|(group, column)| {
                    let names = std::iter::once(("", words::NO_COLUMN))
                        .chain(preview.columns.iter().map(|name| (name.as_str(), name.as_str())));
                    let id = format!("own-{}", group.pupils().replace(' ', "-"));
                    plain_list(&id, &words::column_of(group.pupils()), column, &names.collect::<Vec<_>>())
                }) }
                <button type="button" class="button" onclick={add}>{ words::ADD }</button>
            </div>
            <p id="own-fault" class="fault" role="alert">{ (*fault).clone() }</p>
        </fieldset>
    }
}

/// The measure that the form describes; nothing while it has no name.
fn described_measure(name: &NodeRef, unit: &NodeRef, better: &NodeRef) -> Option<Measure> {
    let name = name.cast::<HtmlInputElement>()?.value();
    let unit = if chosen(unit) == "points" {
        Unit::OwnPoints
    } else {
        Unit::Percent
    };
    let better = if chosen(better) == "lower" {
        Better::Lower
    } else {
        Better::Higher
    };
    let is_named = !name.trim().is_empty();
    is_named.then(|| Measure::Own(OwnMeasure::new(&name, unit, better)))
}

fn chosen(list: &NodeRef) -> String {
    list.cast::<HtmlSelectElement>()
        .map_or_else(String::new, |list| list.value())
}

/// A list that keeps its choice to itself until it is asked.
fn plain_list(id: &str, label: &str, list: &NodeRef, choices: &[(&str, &str)]) -> Html {
    html! {
        <div class="field">
            <label for={id.to_owned()}>{ label.to_owned() }</label>
            <select id={id.to_owned()} ref={list.clone()}>
                // Said plainly: options are put in from the last to the first, and the browser would
                // choose the one that came first.
                { for choices.iter().enumerate().map(|(place, (value, name))| html! {
                    <option value={(*value).to_owned()} selected={place == 0}>{ (*name).to_owned() }</option>
                }) }
            </select>
        </div>
    }
}
