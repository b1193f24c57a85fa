//! The component gallery: every component and every chart in its states, for engineers and for the visual tests
//! (`tests/browser/specs/gallery.spec.ts`). It is built only with the feature `gallery`, and is at `#gallery`.
//!
//! | file | what is in it |
//! |---|---|
//! | `states` | the states of the page in which things are shown |
//! | `hosts` | gives a component a state, or presses a button in it |
//! | `charts` | every type of chart |
//! | `components` | components that show figures or choices |
//! | `messages` | components with messages: files, notices, long work |

mod charts;
mod components;
mod hosts;
mod messages;
mod states;

use gloo::events::EventListener;
use gloo::utils::window;
use web_sys::Element;
use yew::prelude::*;

use super::exporting;
use states::Cases;

/// The gallery's part of the address.
const ADDRESS: &str = "#gallery";

/// A component or a chart in one of its states.
struct Exhibit {
    /// Its name: the component's file or the chart's type, with hyphens.
    what: &'static str,
    /// The name of the state, with hyphens.
    state: &'static str,
    shown: Html,
}

impl Exhibit {
    const fn new(what: &'static str, state: &'static str, shown: Html) -> Self {
        Self { what, state, shown }
    }

    /// A box with its title. It is a form, because radio buttons with one name are one choice within a page, except
    /// across forms.
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

/// Shows the gallery in the element if the address names it. Returns whether it does. The page reloads when the
/// address starts or stops naming it.
pub(super) fn shows(root: &Element) -> bool {
    let is_shown = is_asked_for();
    let on_change = move |_: &Event| {
        if is_asked_for() != is_shown {
            // If the browser refuses, the page does not change.
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

#[component]
fn Gallery() -> Html {
    let cases = use_memo((), |()| Cases::new());
    html! {
        <main id="main" tabindex="-1">
            <h1>{ "Component gallery" }</h1>
            { for exhibits(&cases).into_iter().map(Exhibit::boxed) }
            { exporting::announcements() }
        </main>
    }
}

fn exhibits(cases: &Cases) -> Vec<Exhibit> {
    let mut all = charts::exhibits(cases);
    all.extend(components::exhibits(cases));
    all.extend(messages::exhibits(cases));
    all
}
