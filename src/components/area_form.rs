//! The user's areas: sets of local authorities that are shown wherever regions are.

use std::rc::Rc;

use records::terms::{Area, Authority, Region};
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlInputElement, HtmlOptionElement, HtmlSelectElement};
use yew::prelude::*;

use crate::state::{Action, State};
use crate::words::components::area_form as words;

use super::buttons::removable;
use super::controls::{act, change};
use super::parts::{button, card, each, element, field, note};

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) state: UseReducerHandle<State>,
}

#[component]
pub(crate) fn AreaForm(props: &Props) -> Html {
    let (name, codes) = (use_node_ref(), use_node_ref());
    let fault = use_state_eq(String::new);
    let state = &props.state;
    let areas = &state.settings.areas;
    let peninsula = Area::south_west_peninsula();
    let has_peninsula = areas.contains(&peninsula);
    let add_peninsula = act(state.dispatcher(), |_: MouseEvent| with(Area::south_west_peninsula()));
    let add = {
        let (dispatcher, fault) = (state.dispatcher(), fault.clone());
        let (name, codes) = (name.clone(), codes.clone());
        Callback::from(move |_: MouseEvent| {
            let codes = chosen(&codes);
            match Area::of(&value(&name), codes.iter().map(String::as_str)) {
                Ok(area) => {
                    fault.set(String::new());
                    dispatcher.dispatch(with(area));
                }
                Err(error) => fault.set(words::remedy(&error)),
            }
        })
    };
    let names = html! { <input id="area-name" type="text" ref={name} aria-describedby="area-fault" /> };
    let authorities = html! {
        <select id="area-codes" multiple=true size="6" ref={codes} aria-describedby="area-fault">
            { each(Region::ALL.map(authorities_of)) }
        </select>
    };
    let inside = html! {
        <>
            { note(words::NOTE) }
            if !areas.is_empty() {
                { element("ul", "areas", each(areas.iter().map(|area| removable_area(state, area)))) }
            }
            if !has_peninsula {
                { button("button", &words::add(&peninsula.name), add_peninsula) }
            }
            <div class="controls">
                { field("area-name", words::NAME, names) }
                { field("area-codes", words::AUTHORITIES, authorities) }
                { button("button", words::ADD, add) }
            </div>
            <p id="area-fault" class="fault" role="alert">{ &*fault }</p>
        </>
    };
    card("", "areas-heading", words::HEADING, inside)
}

fn removable_area(state: &UseReducerHandle<State>, area: &Area) -> Html {
    let gone = area.clone();
    let remove = change(state, move |settings, _: &MouseEvent| {
        Rc::make_mut(&mut settings.areas).retain(|area| *area != gone);
    });
    let name = words::area(&area.name, area.authorities.len());
    removable(&area.name, &name, &words::remove(&area.name), remove)
}

/// Adds an area, or replaces the one with this name.
fn with(area: Area) -> Action {
    Action::choose(move |settings| {
        let areas = Rc::make_mut(&mut settings.areas);
        areas.retain(|other| other.name != area.name);
        areas.push(area);
    })
}

fn authorities_of(region: Region) -> Html {
    let authorities = Authority::ALL.iter().filter(|of| of.region == region);
    html! {
        <optgroup label={region.name()} key={region.slug()}>
            { for authorities.map(|of| html! {
                <option key={of.code.to_string()} value={of.code.to_string()}>{ words::authority(of) }</option>
            }) }
        </optgroup>
    }
}

fn value(input: &NodeRef) -> String {
    input
        .cast::<HtmlInputElement>()
        .map_or_else(String::new, |input| input.value())
}

/// The codes of the selected authorities.
fn chosen(list: &NodeRef) -> Vec<String> {
    let Some(list) = list.cast::<HtmlSelectElement>() else {
        return Vec::new();
    };
    let options = list.selected_options();
    (0..options.length())
        .filter_map(|index| options.item(index)?.dyn_into::<HtmlOptionElement>().ok())
        .map(|option| option.value())
        .collect()
}
