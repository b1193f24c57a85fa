//! The controls of settings, made of the table of settings: lists of choices, switches, boxes to tick.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::app::state::{Action, State};
use crate::app::view::{SharedView, View};
use crate::method::{Control, Panel, SETTINGS, Setting};
use crate::terms::year_in_words;
use crate::words::app::components::controls as words;

use super::rule_controls::{cut_off_choice, types_choice};

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) state: UseReducerHandle<State>,
    pub(in crate::app) view: SharedView,
}

/// What is shown: measure, pupils, regional figure, basis, year.
#[component]
pub(in crate::app) fn Controls(props: &Props) -> Html {
    let Ok(view) = &*props.view.0 else {
        return html! {};
    };
    let state = &props.state;
    html! {
        <div class="controls" role="group" aria-label={words::SHOWN}>
            { for on_panel(state, view, Panel::Question).map(|setting| control(state, view, setting)) }
            { setting(state, view, "basis") }
            { year_choice(state) }
        </div>
    }
}

/// The settings of a panel that matter for what is shown.
pub(super) fn on_panel<'a>(
    state: &State,
    view: &View,
    panel: Panel,
) -> impl Iterator<Item = &'static Setting> + use<'a> {
    let (rules, basis) = (state.settings.rules, view.analysis.basis);
    let settings = SETTINGS.iter();
    settings.filter(move |of| of.panel == panel && (of.applies)(&rules, basis))
}

/// The control of the setting with this key.
pub(in crate::app) fn setting(state: &UseReducerHandle<State>, view: &View, key: &str) -> Html {
    let setting = Setting::of(key);
    setting.map_or_else(Html::default, |setting| control(state, view, setting))
}

/// The control of a setting.
pub(super) fn control(
    state: &UseReducerHandle<State>,
    view: &View,
    setting: &'static Setting,
) -> Html {
    match setting.control {
        Control::List => list(state, view, setting),
        Control::Switch => switch(state, view, setting),
        Control::Tick => tick(state, setting),
        Control::Ticks => types_choice(state, setting),
        Control::Own => match setting.key {
            "cut-off" => cut_off_choice(state, setting),
            _ => html! {},
        },
    }
}

/// A callback that takes on the value of a setting that the user chose.
pub(super) fn on_choose(
    state: &UseReducerHandle<State>,
    setting: &'static Setting,
) -> Callback<String> {
    let dispatcher = state.dispatcher();
    Callback::from(move |value: String| {
        dispatcher.dispatch(Action::choose(move |settings| {
            setting.choose(settings, &value)
        }));
    })
}

/// What the files allow of a setting, each key with its name, and whether it is the one that holds.
fn offered(state: &State, view: &View, setting: &Setting) -> Vec<Choice> {
    let mut settings = state.settings.clone();
    // Where the user did not say, the files decided.
    settings.rules.basis = Some(view.analysis.basis);
    let offered = setting.offered(&settings, &view.data, view.analysis.basis);
    let values = setting.values(&settings);
    let offered = offered.iter();
    offered
        .map(|(key, name)| Choice::new(key, name, values.contains(key)))
        .collect()
}

/// A setting as a list of choices; nothing where there is nothing to choose.
fn list(state: &UseReducerHandle<State>, view: &View, setting: &'static Setting) -> Html {
    let choices = offered(state, view, setting);
    if choices.is_empty() {
        return html! {};
    }
    let on_choose = on_choose(state, setting);
    select(setting.key, setting.label, &choices, on_choose)
}

/// A setting as radio buttons that look like one switch; what the files do not allow cannot be pressed.
fn switch(state: &UseReducerHandle<State>, view: &View, setting: &'static Setting) -> Html {
    let offered = offered(state, view, setting);
    let choices = (setting.choices)(&state.settings).into_iter();
    let on_choose = on_choose(state, setting);
    html! {
        <fieldset class="segments">
            <legend>{ setting.label }</legend>
            <div>
                { for choices.map(|(key, name)| {
                    let choice = offered.iter().find(|choice| *choice.key == *key);
                    let on_choose = on_choose.clone();
                    let value = key.clone();
                    let choose = Callback::from(move |_: Event| on_choose.emit(value.clone()));
                    html! {
                        <label key={key.clone()}>
                            <input
                                type="radio"
                                name={setting.key}
                                value={key}
                                checked={choice.is_some_and(|choice| choice.chosen)}
                                disabled={choice.is_none()}
                                onchange={choose}
                            />
                            <span>{ name }</span>
                        </label>
                    }
                }) }
            </div>
        </fieldset>
    }
}

/// A setting as a box to tick.
pub(in crate::app) fn tick(state: &UseReducerHandle<State>, setting: &'static Setting) -> Html {
    let dispatcher = state.dispatcher();
    let on_change = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let is_so = input.checked();
        dispatcher.dispatch(Action::choose(move |settings| {
            setting.tick(settings, is_so)
        }));
    });
    html! {
        <label class="tick">
            <input type="checkbox" checked={setting.is_ticked(&state.settings)} onchange={on_change} />
            { setting.label }
        </label>
    }
}

/// The year, where files of several are loaded.
pub(in crate::app) fn year_choice(state: &UseReducerHandle<State>) -> Html {
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
            dispatcher.dispatch(Action::choose(move |settings| settings.year = Some(year)));
        }
    });
    let label = Setting::of("year").map_or("", |setting| setting.label);
    select("year", label, &choices, on_choose)
}

/// One choice of a list.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::app) struct Choice {
    key: AttrValue,
    name: AttrValue,
    pub(in crate::app) chosen: bool,
}

impl Choice {
    pub(in crate::app) fn new(key: &str, name: &str, chosen: bool) -> Self {
        Self {
            key: key.to_owned().into(),
            name: name.to_owned().into(),
            chosen,
        }
    }
}

/// A list of choices under a label.
pub(in crate::app) fn select(
    id: &str,
    label: &str,
    choices: &[Choice],
    on_choose: Callback<String>,
) -> Html {
    let on_change = Callback::from(move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        on_choose.emit(select.value());
    });
    // What is marked as selected counts only until the user has chosen: undo and links need the value itself.
    let chosen = choices.iter().find(|choice| choice.chosen);
    let chosen = chosen.map(|choice| choice.key.as_str()).unwrap_or_default();
    html! {
        <div class="field">
            <label for={id.to_owned()}>{ label.to_owned() }</label>
            <select id={id.to_owned()} ~value={chosen} onchange={on_change}>
                { for choices.iter().map(|choice| html! {
                    <option key={choice.key.as_str()} value={choice.key.clone()} selected={choice.chosen}>
                        { choice.name.clone() }
                    </option>
                }) }
            </select>
        </div>
    }
}
