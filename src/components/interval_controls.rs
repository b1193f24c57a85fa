//! What is asked of intervals, as controls.

use method::{IntervalBasis, Panel, spread_from_key, spread_key};
use records::terms::Unit;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::state::{Action, State};
use crate::view::View;
use crate::words::components::interval_controls as words;

use super::controls::controls_of;
use super::parts::field;

/// The level, what ranges of ranks hold for, the assumption where one is needed.
pub(crate) fn interval_controls(state: &UseReducerHandle<State>, view: &View) -> Html {
    html! {
        <>
            { controls_of(state, view, |of| of.panel == Panel::Intervals) }
            if let IntervalBasis::Assumed(sd) = view.analysis.intervals.ground {
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
    let input = use_node_ref();
    {
        let input = input.clone();
        use_effect_with((sd, unit), move |&(sd, _)| write_spread(&input, sd));
    }
    let onchange = {
        let (input, dispatcher) = (input.clone(), props.dispatcher.clone());
        Callback::from(move |event: Event| {
            let typed: HtmlInputElement = event.target_unchecked_into();
            match spread_from_key(typed.value().trim()) {
                Some(sd) => dispatcher.dispatch(Action::choose(move |settings| {
                    let assumed = &mut settings.interval_choices.assumed;
                    *assumed = assumed.with(unit, sd);
                })),
                // What is no number above 0 changes nothing.
                None => write_spread(&input, sd),
            }
        })
    };
    let input = html! { <input id="spread" type="text" inputmode="decimal" size="6" ref={input} {onchange} /> };
    field("spread", words::SPREAD, input)
}

fn write_spread(input: &NodeRef, sd: f64) {
    if let Some(input) = input.cast::<HtmlInputElement>() {
        input.set_value(&spread_key(sd));
    }
}
