//! The first page was made beforehand (`index.html`). The program draws its own out of sight, since that takes several
//! tasks, between which the browser paints, and then puts it in the place of the other.

use gloo::utils::document;
#[cfg(target_arch = "wasm32")]
use web_sys::Element;

/// The id of the element in which the program draws.
const PROGRAM: &str = "program";

/// What the program's page replaces, by id.
const MADE_BEFOREHAND: [&str; 2] = ["loading", "first-page"];

/// An element for the program's page: out of sight, as wide as it will be. Returns `None` if the browser refuses.
#[cfg(target_arch = "wasm32")]
pub(super) fn out_of_sight(root: &Element) -> Option<Element> {
    let place = document().create_element("div").ok()?;
    place.set_id(PROGRAM);
    // assets/style.css
    place.set_class_name("is-coming");
    root.append_child(&place).ok()?;
    Some(place)
}

/// The class of the element in which a chart is drawn.
pub(super) const FRAME: &str = "frame";

/// Whether a chart of the program's page is still to be drawn: there is room for it, and no picture.
pub(super) fn waits_for_a_chart() -> bool {
    let Some(place) = document().get_element_by_id(PROGRAM) else {
        return false;
    };
    let frames = place.get_elements_by_class_name(FRAME);
    let mut frames = (0..frames.length()).filter_map(|index| frames.item(index));
    frames.any(|frame| frame.client_width() > 0 && frame.get_elements_by_tag_name("svg").length() == 0)
}

/// Shows the program's page instead of what was made beforehand.
pub(super) fn show() {
    let element = |id| document().get_element_by_id(id);
    for made in MADE_BEFOREHAND.into_iter().filter_map(element) {
        made.remove();
    }
    if let Some(place) = element(PROGRAM) {
        place.set_class_name("");
    }
}
