//! The page comes in two parts: `cargo xtask split` takes what no first chart needs out of the program, into a part of
//! its own that comes after the first chart.
//!
//! Where the first part calls into the later one before it is there, it calls [`need_later`] first. Rust knows nothing
//! else of the two parts.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Fetches the later part, waiting for it, and lets it use the first part's `exports`: see `assets/boot.js`.
    #[wasm_bindgen(js_name = loadLaterPart)]
    fn load_later_part(exports: JsValue);

    /// Calls back when the later part is there; at once in a page that is whole.
    #[wasm_bindgen(js_name = whenLaterIsHere)]
    fn when_later_is_here(act: &JsValue);
}

/// Sees to it that the later part is there. Only what `cargo xtask split` puts in calls it, by its exported name.
#[wasm_bindgen(js_name = needLater)]
pub fn need_later() {
    load_later_part(wasm_bindgen::exports());
}

/// Does something when the later part is there. A call into it before would stop the page until it has come.
pub(super) fn when_here(act: impl FnOnce() + 'static) {
    when_later_is_here(&Closure::once_into_js(act));
}
