//! Handing the user a file that the page has made.

use std::cell::RefCell;

use gloo::file::{Blob, ObjectUrl};
use gloo::utils::document;
use wasm_bindgen::JsCast as _;

/// A file to hand out.
#[derive(Debug)]
pub(super) struct Download {
    pub(super) name: String,
    pub(super) kind: &'static str,
    pub(super) text: String,
}

thread_local! {
    /// The address of the last file lives until the next: a browser may fetch it late.
    static LAST: RefCell<Option<ObjectUrl>> = const { RefCell::new(None) };
}

impl Download {
    /// Hands the file to the user.
    pub(super) fn start(&self) {
        let blob = Blob::new_with_options(self.text.as_str(), Some(self.kind));
        let address = ObjectUrl::from(blob);
        if let Ok(link) = document().create_element("a") {
            let named = link
                .set_attribute("href", &address)
                .and(link.set_attribute("download", &self.name));
            if let (Ok(()), Some(link)) = (named, link.dyn_ref::<web_sys::HtmlElement>()) {
                link.click();
            }
        }
        LAST.set(Some(address));
    }
}
