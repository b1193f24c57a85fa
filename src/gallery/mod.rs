//! The component gallery: every component and every chart in its states, for engineers to look at and for the visual
//! tests to compare (`tests/browser/specs/gallery.spec.ts`). It is part of debug builds alone, at `#gallery`.
//!
//! | file | what is in it |
//! |---|---|
//! | `states` | the states of the page that things are shown with |
//! | `hosts` | what gives a component a state, or presses a button in it |
//! | `charts` | every type of chart |
//! | `components` | components that show figures or choices |
//! | `messages` | components that say what happens: files, notices, work that takes long |

mod charts;
mod components;
mod hosts;
mod messages;
mod states;

use gloo::events::EventListener;
use gloo::utils::window;
use web_sys::Element;
use yew::prelude::*;

use super::taking;
use states::Cases;

/// Where the gallery is: the part of the address after the page's own.
const ADDRESS: &str = "#gallery";

/// A component or a chart in one of its states.
struct Exhibit {
    /// What it is: the component's file or the chart's type, with hyphens.
    what: &'static str,
    /// Which state it is in, in one word or some with hyphens.
    state: &'static str,
    shown: Html,
}

impl Exhibit {
    const fn new(what: &'static str, state: &'static str, shown: Html) -> Self {
        Self { what, state, shown }
    }

    /// A box with its title. A form, since radio buttons of one name are one choice within the whole page, but for
    /// those of another form.
    fn boxed(self) -> Html {
        let id = format!("gallery-{}-{}", self.what, self.state);
        let title = format!("{}: {}", self.what, self.state).replace('-', " ");
        html! {
            <form key={id.clone()} {id} class="gallery-box" aria-label={title.clone()}>
                <p><strong>{ title }</strong></p>
                <div class="gallery-shown">{ self.shown }</div>
            </form>
        }
    }
}

/// Whether the address names the gallery.
fn is_asked_for() -> bool {
    window().location().hash().is_ok_and(|hash| hash == ADDRESS)
}

/// Shows the gallery in the element if the address names it; says whether it does. Where the address comes to name it,
/// or no longer does, the page is loaded anew.
pub(super) fn shows(root: &Element) -> bool {
    let is_shown = is_asked_for();
    let on_change = move |_: &Event| {
        if is_asked_for() != is_shown {
            // Where the browser refuses, the page stays what it is.
            let _ = window().location().reload();
        }
    };
    EventListener::new(&window(), "hashchange", on_change).forget();
    if is_shown {
        root.set_inner_html("");
        yew::Renderer::<Gallery>::with_root(root.clone()).render();
    }
    is_shown
}

/// The whole gallery.
#[component]
fn Gallery() -> Html {
    let cases = use_memo((), |()| Cases::new());
    html! {
        <main id="main" tabindex="-1">
            <h1>{ "Component gallery" }</h1>
            { for exhibits(&cases).into_iter().map(Exhibit::boxed) }
            { taking::told() }
        </main>
    }
}

fn exhibits(cases: &Cases) -> Vec<Exhibit> {
    let mut all = charts::exhibits(cases);
    all.extend(components::exhibits(cases));
    all.extend(messages::exhibits(cases));
    all
}
