//! Handing the user a file that the page has made.

use std::cell::RefCell;

use gloo::file::{Blob, ObjectUrl};
use gloo::utils::document;
use show::export::cleared::Cleared;
use wasm_bindgen::JsCast as _;

thread_local! {
    /// The address of the last file lives until the next. The browser alone knows when it has fetched it, which may be
    /// long after the click, when the component that made it is gone; and it is no state that the page shows.
    static LAST: RefCell<Option<ObjectUrl>> = const { RefCell::new(None) };
}

/// Hands the user a file of that name and content.
pub(super) fn download(name: &str, content: &Cleared<Blob>) {
    let address = ObjectUrl::from(content.what().clone());
    if let Ok(link) = document().create_element("a") {
        let named = link
            .set_attribute("href", &address)
            .and(link.set_attribute("download", name));
        if let (Ok(()), Some(link)) = (named, link.dyn_ref::<web_sys::HtmlElement>()) {
            link.click();
        }
    }
    LAST.set(Some(address));
}
