//! Moving along a chart's marks by mouse, touch or arrow keys. Each mark gives its name and figures. A row of a table
//! can point at a mark, too.

use std::rc::Rc;

use plot::{Picture, Step, Stop};
use show::export::svg::tenths;
use wasm_bindgen::JsCast as _;
use yew::prelude::*;

use crate::shared::Shared;
use crate::words::components::walk as words;

use super::chart_card::SharedChart;
use super::picture_view::SharedPicture;
use super::pointing::Pointed;

#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) picture: SharedPicture,
    /// The chart, which says more about a mark than the words of the mark.
    pub(crate) chart: SharedChart,
    pub(crate) name: AttrValue,
    /// Called with the id of the chosen mark. `None` if marks cannot be chosen.
    pub(crate) on_choose: Option<Callback<String>>,
}

/// Covers a picture. To screen readers it is a slider: they pass on its arrow keys and read out its value.
#[component]
pub(crate) fn Walk(props: &Props) -> Html {
    let walked = use_state_eq(|| None);
    let Pointed(pointed) = use_context().unwrap_or_default();
    let last = use_mut_ref(AttrValue::default);
    let stops = use_memo(props.picture.clone(), |Shared(picture)| {
        (**picture).as_ref().map_or_else(Vec::new, Picture::stops)
    });
    let Some(picture) = (*props.picture.0).as_ref().filter(|_| !stops.is_empty()) else {
        return html! {};
    };
    let index = (*walked).as_ref().and_then(|at| index_of(&stops, at));
    let index = index.or_else(|| {
        stops
            .iter()
            .position(|stop| pointed.as_deref() == Some(&*stop.subject.id))
    });
    let stop = index.and_then(|index| stops.get(index));
    let walker = Rc::new(Walker {
        walked: walked.clone(),
        index,
        stops: Rc::clone(&stops),
        on_choose: props.on_choose.clone(),
    });
    let step = |act: fn(&Walker, &Event)| {
        let walker = Rc::clone(&walker);
        move |event: &Event| act(&walker, event)
    };
    let (press, point, choose, leave) = (
        step(Walker::press),
        step(Walker::point),
        step(Walker::choose),
        step(Walker::leave),
    );
    let leave_by_focus = leave.clone();
    let words = stop.map(|stop| description_of(&props.chart, stop));
    // What was said last keeps its room: what is below must not move from under the pointer that leaves the chart.
    if let Some(words) = &words {
        last.replace(words.clone());
    }
    let said = words.clone().unwrap_or_else(|| last.borrow().clone());
    let past = words.is_none().then_some("is-past");
    let description = words.clone().unwrap_or(AttrValue::Static(words::HOW));
    html! {
        <>
            <div
                class={classes!("walk", props.on_choose.is_some().then_some("chooses"))}
                role="slider"
                tabindex="0"
                aria-label={words::marks_of(&props.name)}
                aria-valuemin="0"
                aria-valuemax={stops.len().to_string()}
                aria-valuenow={index.map_or(0, |index| index + 1).to_string()}
                aria-valuetext={description}
                onkeydown={move |event: KeyboardEvent| press(&event)}
                onmousemove={move |event: MouseEvent| point(&event)}
                onmouseleave={move |event: MouseEvent| leave(&event)}
                onblur={move |event: FocusEvent| leave_by_focus(&event)}
                onclick={move |event: MouseEvent| choose(&event)}
            >
                <svg width={picture.width.to_string()} height={picture.height.to_string()} aria-hidden="true">
                    { for stop.map(|stop| html! {
                        <circle class="ring" cx={tenths(stop.at.0)} cy={tenths(stop.at.1)} r="9" />
                    }) }
                </svg>
            </div>
            <p class={classes!("tip", past)} aria-hidden="true">{ said }</p>
        </>
    }
}

fn description_of(chart: &SharedChart, Stop { subject, .. }: &Stop) -> AttrValue {
    let words = &subject.words;
    AttrValue::from(match chart.0.beyond(&subject.id) {
        Some(beyond) => words::with_more(words, &beyond),
        None => words.clone(),
    })
}

/// A stop by its index and its subject's id.
type Walked = (usize, String);

/// The index of a stop that was reached in this picture or an earlier one. When further files or ranks arrive, the
/// chart is drawn anew, and the user stays at the same subject.
fn index_of(stops: &[Stop], (index, id): &Walked) -> Option<usize> {
    let is_it = |stop: &Stop| stop.subject.id == *id;
    let at_same_index = stops.get(*index).filter(|stop| is_it(stop)).map(|_| *index);
    at_same_index.or_else(|| stops.iter().position(is_it))
}

/// The current stop, and what choosing it does.
struct Walker {
    walked: UseStateHandle<Option<Walked>>,
    index: Option<usize>,
    stops: Rc<Vec<Stop>>,
    on_choose: Option<Callback<String>>,
}

impl Walker {
    fn press(&self, event: &Event) {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let key = event.key();
        match step_of(&key) {
            Some(step) => self.go(step.from(self.index, self.stops.len())),
            None if key == "Enter" || key == " " => self.choose(event),
            None => return,
        }
        event.prevent_default();
    }

    fn point(&self, event: &Event) {
        if let Some(event) = event.dyn_ref::<MouseEvent>() {
            let at = (f64::from(event.offset_x()), f64::from(event.offset_y()));
            self.go(Picture::nearest(&self.stops, at));
        }
    }

    fn choose(&self, _: &Event) {
        let stop = self.index.and_then(|index| self.stops.get(index));
        if let (Some(on_choose), Some(stop)) = (&self.on_choose, stop) {
            on_choose.emit(stop.subject.id.clone());
        }
    }

    fn leave(&self, _: &Event) {
        self.go(None);
    }

    fn go(&self, to: Option<usize>) {
        let at = to.and_then(|index| Some((index, self.stops.get(index)?.subject.id.clone())));
        self.walked.set(at);
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
