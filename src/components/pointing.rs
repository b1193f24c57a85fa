//! Rows of tables that point at their marks: while the pointer or the focus is on a row, the charts beside it light the
//! mark of the trust to which the row leads.

use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::Element;
use yew::prelude::*;

use crate::route::Route;

/// The number of the trust whose marks are lit, if any.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Pointed(pub(super) Option<Rc<str>>);

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    /// Charts, and tables whose rows have links to trusts.
    pub(crate) children: Html,
}

#[component]
pub(crate) fn Pointing(props: &Props) -> Html {
    let (hovered, focused) = (use_state_eq(|| None), use_state_eq(|| None));
    let set = |pointed: &UseStateHandle<Option<Rc<str>>>, find: fn(&Event) -> Option<Rc<str>>| {
        let pointed = pointed.clone();
        move |event: &Event| pointed.set(find(event))
    };
    let (enter, leave) = (set(&hovered, trust_of_row), set(&hovered, |_| None));
    let (focus, blur) = (set(&focused, trust_of_row), set(&focused, |_| None));
    let pointed = Pointed((*hovered).clone().or_else(|| (*focused).clone()));
    html! {
        <ContextProvider<Pointed> context={pointed}>
            <div
                class="cards"
                onmouseover={move |event: MouseEvent| enter(&event)}
                onmouseleave={move |event: MouseEvent| leave(&event)}
                onfocusin={move |event: FocusEvent| focus(&event)}
                onfocusout={move |event: FocusEvent| blur(&event)}
            >
                { props.children.clone() }
            </div>
        </ContextProvider<Pointed>>
    }
}

/// The trust to which the row leads that an event comes from.
fn trust_of_row(event: &Event) -> Option<Rc<str>> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let row = target.closest("tr").ok().flatten()?;
    let link = row.query_selector("a[href]").ok().flatten()?;
    let route = Route::from_hash(&link.get_attribute("href")?);
    route.trusts.first().cloned()
}
