//! Downloads a file that the page has made.

use std::cell::RefCell;

use gloo::file::{Blob, ObjectUrl};
use gloo::utils::document;
use show::export::cleared::Cleared;
use wasm_bindgen::JsCast as _;

thread_local! {
    /// The address of the last file, kept until the next download. Only the browser knows when it has fetched the
    /// file, which may be long after the component is gone. The page does not show this address, so it is not part of
    /// the state.
    static LAST: RefCell<Option<ObjectUrl>> = const { RefCell::new(None) };
}

/// Starts a download of a file with this name and content.
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
