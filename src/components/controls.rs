//! Controls for settings, made from the table of settings: lists, switches and tick boxes.

use std::rc::Rc;

use method::{Control, Panel, SETTINGS, Setting, Settings};
use records::terms::year_in_words;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::state::{Action, State};
use crate::view::View;
use crate::words::components::controls as words;

use super::parts::{each, field, group, narrow_fold};
use super::rule_controls::{cut_off_choice, types_choice};

/// The controls for what is shown: measure, pupils, regional figure, basis, year.
pub(crate) fn controls(state: &UseReducerHandle<State>, view: &View) -> Html {
    controls_with(html! {}, state, view)
}

/// The same below other controls. Where the window is narrow, all are folded under a line, so that the first chart is
/// near the finding.
pub(crate) fn controls_with(others: Html, state: &UseReducerHandle<State>, view: &View) -> Html {
    let controls = html! {
        <>
            { controls_of(state, view, |of| of.panel == Panel::Question) }
            { setting(state, view, "basis") }
            { year_choice(state) }
        </>
    };
    let controls = group(words::SHOWN, controls);
    narrow_fold("choices", words::CHOOSE, html! { <>{ others }{ controls }</> })
}

/// The controls for those matching settings that apply to the current view.
pub(super) fn controls_of(state: &UseReducerHandle<State>, view: &View, are_meant: fn(&Setting) -> bool) -> Html {
    let (rules, basis) = (&state.settings.rules, view.analysis.basis);
    let settings = SETTINGS.iter();
    let settings = settings.filter(|of| are_meant(of) && (of.applies)(rules, basis));
    each(settings.map(|of| control(state, view, of)))
}

/// The control for the setting with this key.
pub(crate) fn setting(state: &UseReducerHandle<State>, view: &View, key: &str) -> Html {
    let setting = Setting::of(key);
    setting.map_or_else(Html::default, |setting| control(state, view, setting))
}

pub(super) fn control(state: &UseReducerHandle<State>, view: &View, setting: &'static Setting) -> Html {
    match setting.control {
        Control::List => list(state, view, setting),
        Control::Switch => switch(state, view, setting),
        Control::Tick => tick(state, setting),
        Control::Ticks => types_choice(state, setting),
        Control::Own if setting.key == "cut-off" => cut_off_choice(state, setting),
        Control::Own => Html::default(),
    }
}

/// A callback that dispatches an action with the chosen value.
pub(crate) fn act<T: 'static>(
    dispatcher: UseReducerDispatcher<State>,
    action: impl Fn(T) -> Action + 'static,
) -> Callback<T> {
    Callback::from(move |chosen: T| dispatcher.dispatch(action(chosen)))
}

/// A callback that changes the settings by the chosen value.
pub(crate) fn change<T: 'static>(
    state: &UseReducerHandle<State>,
    change: impl Fn(&mut Settings, &T) + 'static,
) -> Callback<T> {
    change_by(state.dispatcher(), Rc::new(change))
}

/// Changes the settings by the chosen value.
type Changes<T> = Rc<dyn Fn(&mut Settings, &T)>;

fn change_by<T: 'static>(dispatcher: UseReducerDispatcher<State>, change: Changes<T>) -> Callback<T> {
    act(dispatcher, move |chosen: T| {
        let change = Rc::clone(&change);
        Action::choose(move |settings| change(settings, &chosen))
    })
}

/// A callback that sets a setting to the chosen value.
pub(super) fn on_choose(state: &UseReducerHandle<State>, setting: &'static Setting) -> Callback<String> {
    change(state, |settings, value: &String| {
        setting.choose(settings, value);
    })
}

/// The values of a setting that the files allow: key, name, and whether it is in force.
fn offered(state: &State, view: &View, setting: &Setting) -> Vec<Choice> {
    let mut settings = state.settings.clone();
    // The basis follows from the files unless the user chose one.
    settings.rules.basis = Some(view.analysis.basis);
    let offered = setting.offered(&settings, &view.data, view.analysis.basis);
    let values = setting.values(&settings);
    let offered = offered.iter();
    offered
        .map(|(key, name)| Choice::new(key, name, values.contains(key)))
        .collect()
}

/// A setting as a list, or nothing if there are no choices.
fn list(state: &UseReducerHandle<State>, view: &View, setting: &'static Setting) -> Html {
    let choices = offered(state, view, setting);
    if choices.is_empty() {
        return html! {};
    }
    let on_choose = on_choose(state, setting);
    select(setting.key, setting.label, &choices, on_choose)
}

/// A setting as radio buttons that look like a switch. Values that the files do not allow are disabled.
fn switch(state: &UseReducerHandle<State>, view: &View, setting: &'static Setting) -> Html {
    let offered = offered(state, view, setting);
    let choices = (setting.choices)(&state.settings).into_iter();
    let on_choose = on_choose(state, setting);
    let choices = choices.map(|(key, name)| {
        let choice = offered.iter().find(|choice| *choice.key == *key);
        Segment::new(
            &key,
            &name,
            choice.is_some_and(|choice| choice.chosen),
            choice.is_some(),
        )
    });
    segments(setting.key, setting.label, choices, &on_choose)
}

/// One of several buttons side by side.
pub(crate) struct Segment {
    choice: Choice,
    is_allowed: bool,
}

impl Segment {
    pub(crate) fn new(key: &str, name: &str, chosen: bool, is_allowed: bool) -> Self {
        let choice = Choice::new(key, name, chosen);
        Self { choice, is_allowed }
    }
}

/// Radio buttons that look like a switch.
pub(crate) fn segments(
    name: &'static str,
    legend: &'static str,
    choices: impl IntoIterator<Item = Segment>,
    on_choose: &Callback<String>,
) -> Html {
    html! {
        <fieldset class="segments">
            <legend>{ legend }</legend>
            <div>
                { for choices.into_iter().map(|Segment { choice, is_allowed }| {
                    let value = choice.key.to_string();
                    html! {
                        <label key={value.clone()}>
                            <input
                                type="radio"
                                {name}
                                value={choice.key}
                                checked={choice.chosen}
                                disabled={!is_allowed}
                                onchange={on_choose.reform(move |_: Event| value.clone())}
                            />
                            <span>{ choice.name }</span>
                        </label>
                    }
                }) }
            </div>
        </fieldset>
    }
}

/// A setting as a tick box.
pub(crate) fn tick(state: &UseReducerHandle<State>, setting: &'static Setting) -> Html {
    let on_tick = change(state, |settings, &is_checked: &bool| {
        setting.tick(settings, is_checked);
    });
    tick_box("tick", setting.label, setting.is_ticked(&state.settings), &on_tick)
}

pub(crate) fn tick_box(class: &'static str, words: &str, is_checked: bool, on_tick: &Callback<bool>) -> Html {
    let onchange = on_tick.reform(|event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        input.checked()
    });
    let class = (!class.is_empty()).then_some(class);
    html! { <label {class}><input type="checkbox" checked={is_checked} {onchange} />{ words }</label> }
}

/// The year, if files of several years are loaded.
pub(crate) fn year_choice(state: &UseReducerHandle<State>) -> Html {
    let years = state.library.years();
    if years.len() < 2 {
        return html! {};
    }
    let shown = state.data().and_then(|data| data.year);
    let choices: Vec<Choice> = years
        .iter()
        .map(|&year| Choice::new(&year_in_words(year), &year_in_words(year), year == shown))
        .collect();
    let on_choose = change(state, move |settings, words: &String| {
        let chosen = years.iter().find(|&&year| year_in_words(year) == *words);
        settings.year = chosen.copied().or(settings.year);
    });
    let label = Setting::of("year").map_or("", |setting| setting.label);
    select("year", label, &choices, on_choose)
}

/// One choice in a list.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Choice {
    key: AttrValue,
    name: AttrValue,
    chosen: bool,
}

impl Choice {
    pub(crate) fn new(key: &str, name: &str, chosen: bool) -> Self {
        Self {
            key: key.to_owned().into(),
            name: name.to_owned().into(),
            chosen,
        }
    }

    /// Choices after an option for none of them.
    pub(crate) fn or_none(none: &str, mut choices: Vec<Self>) -> Vec<Self> {
        // If none is selected, a browser would show the last.
        let is_none = !choices.iter().any(|choice| choice.chosen);
        choices.insert(0, Self::new("", none, is_none));
        choices
    }
}

/// A list of names, identified by index.
pub(crate) fn select_index(id: &str, label: &str, names: &[String], chosen: usize, on_choose: Callback<usize>) -> Html {
    let choices = names.iter().enumerate();
    let choices = choices.map(|(at, name)| Choice::new(&at.to_string(), name, at == chosen));
    let choices: Vec<Choice> = choices.collect();
    let on_key = Callback::from(move |key: String| {
        if let Ok(at) = key.parse() {
            on_choose.emit(at);
        }
    });
    select(id, label, &choices, on_key)
}

/// A list of choices under a label.
pub(crate) fn select(id: &str, label: &str, choices: &[Choice], on_choose: Callback<String>) -> Html {
    let on_change = on_choose.reform(|event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        select.value()
    });
    let options = each(choices.iter().map(|choice| {
        html! {
            <option key={choice.key.as_str()} value={choice.key.clone()} selected={choice.chosen}>
                { choice.name.clone() }
            </option>
        }
    }));
    // The `selected` attribute counts only until the user chooses. Undo and links need the value itself.
    #[cfg(target_arch = "wasm32")]
    let list = {
        let chosen = choices.iter().find(|choice| choice.chosen);
        let chosen = chosen.map(|choice| choice.key.as_str()).unwrap_or_default();
        html! { <select id={id.to_owned()} ~value={chosen} onchange={on_change}>{ options }</select> }
    };
    #[cfg(not(target_arch = "wasm32"))]
    let list = html! { <select id={id.to_owned()} onchange={on_change}>{ options }</select> };
    field(id, label, list)
}
