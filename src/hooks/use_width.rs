//! The width of an element, to which charts are drawn.

use gloo::events::EventListener;
use gloo::utils::window;
use yew::prelude::*;

/// The width in pixels of the element with this reference, or `None` until it is known.
#[hook]
pub(crate) fn use_width(element: &NodeRef) -> Option<u32> {
    let width = use_state_eq(|| None);
    let (element, measured) = (element.clone(), width.clone());
    use_effect_with((), move |()| {
        let measure = move || {
            if let Some(element) = element.cast::<web_sys::Element>() {
                measured.set(u32::try_from(element.client_width()).ok());
            }
        };
        measure();
        let listener = EventListener::new(&window(), "resize", move |_| measure());
        move || drop(listener)
    });
    *width
}
