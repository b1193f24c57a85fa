//! The page.
use yew::prelude::*;

#[component]
fn App() -> Html {
    html! { <main><h1>{ "Trust Gap Explorer" }</h1></main> }
}

/// Starts the page.
pub fn run() {
    if let Some(root) = gloo::utils::document().get_element_by_id("page") {
        yew::Renderer::<App>::with_root(root).render();
    }
}
