//! Bytes from the browser.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = js_sys::Object)]
    type Buffer;

    #[wasm_bindgen(method, catch)]
    fn transfer(this: &Buffer, length: u32) -> Result<JsValue, JsValue>;
}

/// A copy of the bytes. The browser's buffer is freed at once: left to garbage collection, a hundred megabytes of
/// buffers pile up while a large file is read.
#[must_use]
pub fn taken(bytes: &Uint8Array) -> Vec<u8> {
    let copy = bytes.to_vec();
    // A browser without `transfer` frees the buffer later.
    let _ = bytes.buffer().unchecked_ref::<Buffer>().transfer(0);
    copy
}
