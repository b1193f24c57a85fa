//! What a worker tells the page: arrays of which the first entry says what. What the page asks is an array of bytes and,
//! where one is to be read, a file.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};

pub(super) const READY: &str = "ready";
/// Two numbers follow.
pub(super) const PROGRESS: &str = "progress";
/// Bytes of the answer follow.
pub(super) const PIECE: &str = "piece";
pub(super) const DONE: &str = "done";
/// A reason follows.
pub(super) const UNREADABLE: &str = "unreadable";
/// A reason follows. `assets/worker.js` tells it, too.
pub(super) const STOPPED: &str = "stopped";

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = js_sys::Object)]
    type Buffer;

    #[wasm_bindgen(method, catch)]
    fn transfer(this: &Buffer, length: u32) -> Result<JsValue, JsValue>;
}

/// The bytes, copied; the browser's own are freed at once. Left to its own tidying up, a hundred
/// megabytes of them gather while a large file is read.
pub(crate) fn taken(bytes: &Uint8Array) -> Vec<u8> {
    let copy = bytes.to_vec();
    // A browser that cannot do it frees them later.
    let _ = bytes.buffer().unchecked_ref::<Buffer>().transfer(0);
    copy
}
