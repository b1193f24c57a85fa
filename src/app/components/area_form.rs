//! The user's areas: sets of local authorities that are shown wherever regions are.

use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::{HtmlInputElement, HtmlOptionElement, HtmlSelectElement};
use yew::prelude::*;

use crate::app::hooks::{use_node_ref, use_state_eq};
use crate::app::state::{Action, State};
use crate::terms::{Area, Authority, Region};
use crate::words::app::components::area_form as words;

use super::buttons::text_button;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) areas: Rc<Vec<Area>>,
    pub(in crate::app) dispatcher: UseReducerDispatcher<State>,
}

#[component]
pub(in crate::app) fn AreaForm(props: &Props) -> Html {
    let (name, codes) = (use_node_ref(), use_node_ref());
    let fault = use_state_eq(String::new);
    let areas = &props.areas;
    let peninsula = Area::south_west_peninsula();
    let has_peninsula = areas.contains(&peninsula);
    let add_peninsula = {
        let dispatcher = props.dispatcher.clone();
        Callback::from(move |_: MouseEvent| {
            dispatcher.dispatch(with(Area::south_west_peninsula()));
        })
    };
    let add = {
        let (dispatcher, fault) = (props.dispatcher.clone(), fault.clone());
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
    html! {
        <section class="card" aria-labelledby="areas-heading">
            <h2 id="areas-heading">{ words::HEADING }</h2>
            <p class="note">{ words::NOTE }</p>
            if !areas.is_empty() {
                <ul class="areas">{ for areas.iter().map(|area| {
                    let (area_here, dispatcher) = (area.clone(), props.dispatcher.clone());
                    let remove = Callback::from(move |_: MouseEvent| {
                        let gone = area_here.clone();
                        dispatcher.dispatch(Action::choose(move |settings| {
                            Rc::make_mut(&mut settings.areas).retain(|area| *area != gone);
                        }));
                    });
                    html! {
                        <li key={area.name.clone()}>
                            { words::area(&area.name, area.authorities.len()) }
                            { text_button(words::REMOVE, &words::remove(&area.name), remove) }
                        </li>
                    }
                }) }</ul>
            }
            if !has_peninsula {
                <button type="button" class="button" onclick={add_peninsula}>
                    { words::add(&peninsula.name) }
                </button>
            }
            <div class="controls">
                <div class="field">
                    <label for="area-name">{ words::NAME }</label>
                    <input id="area-name" type="text" ref={name} aria-describedby="area-fault" />
                </div>
                <div class="field">
                    <label for="area-codes">{ words::AUTHORITIES }</label>
                    <select id="area-codes" multiple=true size="6" ref={codes} aria-describedby="area-fault">
                        { for Region::ALL.into_iter().map(authorities_of) }
                    </select>
                </div>
                <button type="button" class="button" onclick={add}>{ words::ADD }</button>
            </div>
            <p id="area-fault" class="fault" role="alert">{ (*fault).clone() }</p>
        </section>
    }
}

/// Another area, which takes the place of one of its name.
fn with(area: Area) -> Action {
    Action::choose(move |settings| {
        let areas = Rc::make_mut(&mut settings.areas);
        areas.retain(|other| other.name != area.name);
        areas.push(area);
    })
}

fn authorities_of(region: Region) -> Html {
    html! {
        <optgroup label={region.name()} key={region.slug()}>
            { for Authority::ALL.iter().filter(|authority| authority.region == region).map(|authority| {
                html! {
                    <option key={authority.code.to_string()} value={authority.code.to_string()}>
                        { words::authority(authority) }
                    </option>
                }
            }) }
        </optgroup>
    }
}

fn value(input: &NodeRef) -> String {
    input
        .cast::<HtmlInputElement>()
        .map_or_else(String::new, |input| input.value())
}

/// The codes of the authorities that are chosen in the list.
fn chosen(list: &NodeRef) -> Vec<String> {
    let Some(list) = list.cast::<HtmlSelectElement>() else {
        return Vec::new();
    };
    let options = list.selected_options();
    (0..options.length())
        .filter_map(|place| options.item(place)?.dyn_into::<HtmlOptionElement>().ok())
        .map(|option| option.value())
        .collect()
}
