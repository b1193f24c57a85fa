//! The rules on the first page: measure, pupils, regional figure, year.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::app::state::{Action, State};
use crate::app::view::SharedView;
use crate::method::RegionalRule;
use crate::terms::{Focus, Measure, year_in_words};

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) state: UseReducerHandle<State>,
    pub(in crate::app) view: SharedView,
}

#[component]
pub(in crate::app) fn Controls(props: &Props) -> Html {
    let Some(view) = &*props.view.0 else {
        return html! {};
    };
    let state = &props.state;
    let rules = state.rules;
    let measures: Vec<Choice> = view
        .measures
        .iter()
        .map(|measure| Choice::new(measure.key(), measure.name(), *measure == rules.measure))
        .collect();
    let regional: Vec<Choice> = view
        .regional_rules
        .iter()
        .map(|rule| Choice::new(rule.key(), rule.name(), *rule == rules.regional))
        .collect();
    let dispatch = |act: fn(String) -> Option<Action>| {
        let dispatcher = state.dispatcher();
        Callback::from(move |key: String| {
            if let Some(action) = act(key) {
                dispatcher.dispatch(action);
            }
        })
    };
    html! {
        <div class="controls" role="group" aria-label="What is shown">
            { select("measure", "Measure", &measures, dispatch(|key| Measure::from_key(&key).map(Action::ChooseMeasure))) }
            { pupils_choice(state, &view.focuses) }
            { select("regional", "Regional figure", &regional, dispatch(|key| RegionalRule::from_key(&key).map(Action::ChooseRegional))) }
            { year_choice(state) }
        </div>
    }
}

/// The four groups as radio buttons that look like one switch.
fn pupils_choice(state: &UseReducerHandle<State>, offered: &[Focus]) -> Html {
    let chosen = state.rules.focus;
    html! {
        <fieldset class="segments">
            <legend>{ "Pupils" }</legend>
            <div>
                { for Focus::ALL.into_iter().map(|focus| {
                    let dispatcher = state.dispatcher();
                    let choose = Callback::from(move |_: Event| dispatcher.dispatch(Action::ChooseFocus(focus)));
                    html! {
                        <label key={focus.key()}>
                            <input
                                type="radio"
                                name="pupils"
                                value={focus.key()}
                                checked={focus == chosen}
                                disabled={!offered.contains(&focus)}
                                onchange={choose}
                            />
                            <span>{ focus.name() }</span>
                        </label>
                    }
                }) }
            </div>
        </fieldset>
    }
}

/// The year, where files of several are loaded.
fn year_choice(state: &UseReducerHandle<State>) -> Html {
    let years = state.library.years();
    if years.len() < 2 {
        return html! {};
    }
    let shown = state.data().and_then(|data| data.year);
    let choices: Vec<Choice> = years
        .iter()
        .map(|&year| Choice::new(&year_in_words(year), &year_in_words(year), year == shown))
        .collect();
    let dispatcher = state.dispatcher();
    let on_choose = Callback::from(move |words: String| {
        if let Some(&year) = years.iter().find(|&&year| year_in_words(year) == words) {
            dispatcher.dispatch(Action::ChooseYear(year));
        }
    });
    select("year", "Year", &choices, on_choose)
}

/// One choice of a list.
#[derive(Debug, Clone, PartialEq)]
struct Choice {
    key: AttrValue,
    name: AttrValue,
    chosen: bool,
}

impl Choice {
    fn new(key: &str, name: &str, chosen: bool) -> Self {
        Self {
            key: key.to_owned().into(),
            name: name.to_owned().into(),
            chosen,
        }
    }
}

fn select(
    id: &'static str,
    label: &'static str,
    choices: &[Choice],
    on_choose: Callback<String>,
) -> Html {
    let on_change = Callback::from(move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        on_choose.emit(select.value());
    });
    html! {
        <div class="field">
            <label for={id}>{ label }</label>
            <select {id} onchange={on_change}>
                { for choices.iter().map(|choice| html! {
                    <option key={choice.key.as_str()} value={choice.key.clone()} selected={choice.chosen}>
                        { choice.name.clone() }
                    </option>
                }) }
            </select>
        </div>
    }
}
