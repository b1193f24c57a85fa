//! Walking along a chart's marks by mouse, finger or arrow keys: each says its name and figures.

use yew::prelude::*;

use crate::app::shared::Shared;
use crate::chart::{Picture, Step};
use crate::export::svg::tenths;

use super::picture_view::SharedPicture;

#[derive(Properties, PartialEq)]
pub(in crate::app) struct Props {
    pub(in crate::app) picture: SharedPicture,
    /// What the chart is called.
    pub(in crate::app) name: AttrValue,
    /// Called with the word that tells the mark that is chosen; nothing where choosing does nothing.
    pub(in crate::app) on_choose: Option<Callback<String>>,
}

/// Lies over a picture. A slider for those who do not see it: screen readers hand on its arrow keys and
/// read out where it stands.
#[component]
pub(in crate::app) fn Walk(props: &Props) -> Html {
    let place = use_state_eq(|| None);
    // Marks of another picture are others.
    {
        let place = place.setter();
        use_effect_with(props.picture.clone(), move |_| place.set(None));
    }
    let stops = use_memo(props.picture.clone(), |Shared(picture)| {
        (**picture).as_ref().map_or_else(Vec::new, Picture::stops)
    });
    let Some(picture) = (*props.picture.0).as_ref().filter(|_| !stops.is_empty()) else {
        return html! {};
    };
    let stop = place.and_then(|place: usize| stops.get(place));
    let choose = {
        let chosen = stop.map(|stop| stop.subject.id.clone());
        let on_choose = props.on_choose.clone();
        Callback::from(move |()| {
            if let (Some(on_choose), Some(chosen)) = (&on_choose, &chosen) {
                on_choose.emit(chosen.clone());
            }
        })
    };
    let onkeydown = {
        let (place, stops, choose) = (place.clone(), stops.clone(), choose.clone());
        Callback::from(move |event: KeyboardEvent| {
            match step_of(&event.key()) {
                Some(step) => place.set(step.from(*place, stops.len())),
                None if event.key() == "Enter" || event.key() == " " => choose.emit(()),
                None => return,
            }
            event.prevent_default();
        })
    };
    let onmousemove = {
        let (place, stops) = (place.setter(), stops.clone());
        Callback::from(move |event: MouseEvent| {
            let at = (f64::from(event.offset_x()), f64::from(event.offset_y()));
            place.set(Picture::nearest(&stops, at));
        })
    };
    let leave = {
        let place = place.setter();
        move || place.set(None)
    };
    let onmouseleave = {
        let leave = leave.clone();
        Callback::from(move |_: MouseEvent| leave())
    };
    let onblur = Callback::from(move |_: FocusEvent| leave());
    let onclick = Callback::from(move |_: MouseEvent| choose.emit(()));
    let words = stop.map(|stop| AttrValue::from(stop.subject.words.clone()));
    let told = words.clone().unwrap_or(AttrValue::Static(
        "Use the arrow keys to go from mark to mark",
    ));
    html! {
        <>
            <div
                class={classes!("walk", props.on_choose.is_some().then_some("chooses"))}
                role="slider"
                tabindex="0"
                aria-label={format!("Marks of the chart: {}", props.name)}
                aria-valuemin="0"
                aria-valuemax={stops.len().to_string()}
                aria-valuenow={place.map_or(0, |place| place + 1).to_string()}
                aria-valuetext={told}
                {onkeydown}
                {onmousemove}
                {onmouseleave}
                {onblur}
                {onclick}
            >
                <svg width={picture.width.to_string()} height={picture.height.to_string()} aria-hidden="true">
                    { for stop.map(|stop| html! {
                        <circle class="ring" cx={tenths(stop.at.0)} cy={tenths(stop.at.1)} r="9" />
                    }) }
                </svg>
            </div>
            <p class="tip" aria-hidden="true">{ words }</p>
        </>
    }
}

fn step_of(key: &str) -> Option<Step> {
    Some(match key {
        "ArrowRight" | "ArrowDown" => Step::Next,
        "ArrowLeft" | "ArrowUp" => Step::Back,
        "Home" => Step::First,
        "End" => Step::Last,
        "Escape" => Step::Away,
        _ => return None,
    })
}
