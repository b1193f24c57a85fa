//! Copying. A browser may not have a clipboard for a page, or not for pictures. A message then says that.

use js_sys::{Array, Function, Object, Promise, Reflect};
use show::export::cleared::Cleared;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ClipboardItem, HtmlCanvasElement};

use crate::words::exporting as words;

use super::{announce, painting};

#[wasm_bindgen]
extern "C" {
    // Not through web-sys: without a clipboard these calls fail, and the failure is announced.
    #[wasm_bindgen(js_namespace = ["navigator", "clipboard"], js_name = writeText, catch)]
    fn write_text(text: &str) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = ["navigator", "clipboard"], js_name = write, catch)]
    fn write_items(items: &Array) -> Result<Promise, JsValue>;
}

/// Copies a text. `what` names it in the announcement.
pub(super) fn copy_words(text: &Cleared<String>, what: &'static str) -> Option<()> {
    announce_result(write_text(text.what()), words::copied(what), words::NO_COPYING);
    Some(())
}

pub(super) fn copy_picture(canvas: &Cleared<HtmlCanvasElement>) {
    announce_result(
        write_picture(canvas),
        words::PICTURE_COPIED.to_owned(),
        words::NO_COPYING_OF_PICTURES,
    );
}

/// Passes the picture on while it is being made, because a browser may allow copying only during the click.
fn write_picture(canvas: &Cleared<HtmlCanvasElement>) -> Result<Promise, JsValue> {
    let picture = Promise::new(&mut |keep: Function, fail: Function| {
        let give_up = fail.clone();
        // The promise reports what goes wrong.
        let made = painting::finish(canvas, move |blob| {
            let _ = match blob {
                Some(blob) => keep.call1(&JsValue::NULL, AsRef::<web_sys::Blob>::as_ref(blob.what())),
                None => fail.call0(&JsValue::NULL),
            };
        });
        if made.is_none() {
            let _ = give_up.call0(&JsValue::NULL);
        }
    });
    // A browser that refuses to copy does not await the picture, so its failure would be unhandled.
    let made = JsFuture::from(picture.clone());
    spawn_local(async move {
        let _ = made.await;
    });
    let items = Object::new();
    Reflect::set(&items, &"image/png".into(), &picture)?;
    let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&items)?;
    write_items(&Array::of1(&item))
}

fn announce_result(written: Result<Promise, JsValue>, done: String, failed: &'static str) {
    spawn_local(async move {
        let is_written = match written {
            Ok(promise) => JsFuture::from(promise).await.is_ok(),
            Err(_) => false,
        };
        announce(if is_written { &done } else { failed });
    });
}
