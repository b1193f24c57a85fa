//! What is asked of intervals, as controls.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::hooks::{use_effect_with, use_node_ref};
use crate::app::state::{Action, State};
use crate::app::view::View;
use crate::method::{Ground, Panel, spread_from_key, spread_key};
use crate::terms::Unit;
use crate::words::app::components::interval_controls as words;

use super::controls::{control, on_panel};

/// The level, what ranges of ranks hold for, the assumption where one is needed.
pub(in crate::app) fn interval_controls(state: &UseReducerHandle<State>, view: &View) -> Html {
    let settings = on_panel(state, view, Panel::Intervals);
    html! {
        <>
            { for settings.map(|setting| control(state, view, setting)) }
            if let Ground::Assumed(sd) = view.analysis.intervals.ground {
                <SpreadField
                    {sd}
                    unit={view.analysis.rules.measure.unit()}
                    dispatcher={state.dispatcher()}
                />
            }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct SpreadProps {
    /// The standard deviation in force.
    sd: f64,
    /// What it is counted in.
    unit: Unit,
    dispatcher: UseReducerDispatcher<State>,
}

/// The standard deviation that is assumed of pupils' scores. The field is written when another is in force and not
/// whenever the page is drawn anew, as it is when ranks arrive: what is being typed would be lost.
#[component]
fn SpreadField(props: &SpreadProps) -> Html {
    let SpreadProps { sd, unit, .. } = *props;
    let field = use_node_ref();
    {
        let field = field.clone();
        use_effect_with((sd, unit), move |&(sd, _)| write_spread(&field, sd));
    }
    let on_change = {
        let (field, dispatcher) = (field.clone(), props.dispatcher.clone());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            match spread_from_key(input.value().trim()) {
                Some(sd) => dispatcher.dispatch(Action::choose(move |settings| {
                    let assumed = &mut settings.interval_choices.assumed;
                    *assumed = assumed.with(unit, sd);
                })),
                // What is no number above 0 changes nothing.
                None => write_spread(&field, sd),
            }
        })
    };
    html! {
        <div class="field">
            <label for="spread">{ words::SPREAD }</label>
            <input id="spread" type="text" inputmode="decimal" size="6" ref={field} onchange={on_change} />
        </div>
    }
}

fn write_spread(field: &NodeRef, sd: f64) {
    if let Some(field) = field.cast::<HtmlInputElement>() {
        field.set_value(&spread_key(sd));
    }
}
