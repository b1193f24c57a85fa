//! What happens when the page panics: the user is told and offered a reload.
//!
//! After a panic nothing of the page can be trusted, so the message is part of `index.html` and is
//! only made visible here, without Yew.

use gloo::utils::document;

/// Shows the message of `index.html` whenever the page panics.
///
/// Yew puts a hook of its own in place unless it is given one.
pub(super) fn tell_the_user_of_panics() {
    yew::set_custom_panic_hook(Box::new(|panic| {
        if let Some(detail) = document().get_element_by_id("crash-detail") {
            detail.set_text_content(Some(&panic.to_string()));
        }
        if let Some(message) = document().get_element_by_id("crash") {
            // A message that cannot be shown leaves nothing else to try.
            let _ = message.remove_attribute("hidden");
        }
    }));
}
