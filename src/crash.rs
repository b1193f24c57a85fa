//! Shows an error message with a reload link when the page panics.
//!
//! After a panic the page's state cannot be trusted, so the message is part of `index.html`. This module only makes
//! it visible, without Yew.

use gloo::utils::document;

/// Shows the message in `index.html` whenever the page panics.
///
/// Yew installs its own panic hook unless it is given one.
pub(super) fn show_panics() {
    yew::set_custom_panic_hook(Box::new(|panic| {
        if let Some(detail) = document().get_element_by_id("crash-detail") {
            detail.set_text_content(Some(&panic.to_string()));
        }
        if let Some(message) = document().get_element_by_id("crash") {
            // There is nothing else to try if the message cannot be shown.
            let _ = message.remove_attribute("hidden");
        }
    }));
}
