//! Handing the user a file that the page has made.

use gloo::file::{Blob, ObjectUrl};
use gloo::utils::document;
use wasm_bindgen::JsCast as _;
use yew::prelude::*;

/// A file to hand out.
#[derive(Debug)]
pub(super) struct Download {
    pub(super) name: String,
    pub(super) kind: &'static str,
    pub(super) text: String,
}

/// A callback that hands a file to the user.
#[hook]
pub(super) fn use_download() -> Callback<Download> {
    // The address of the last file lives until the next: a browser may fetch it late.
    let last = use_mut_ref(|| None::<ObjectUrl>);
    use_callback((), move |download: Download, ()| {
        let blob = Blob::new_with_options(download.text.as_str(), Some(download.kind));
        let address = ObjectUrl::from(blob);
        if let Ok(link) = document().create_element("a") {
            let named = link
                .set_attribute("href", &address)
                .and(link.set_attribute("download", &download.name));
            if let (Ok(()), Some(link)) = (named, link.dyn_ref::<web_sys::HtmlElement>()) {
                link.click();
            }
        }
        *last.borrow_mut() = Some(address);
    })
}
