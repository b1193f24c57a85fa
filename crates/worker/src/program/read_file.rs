//! What the worker does with a file that the page hands in: reads it, a slice at a time.

use js_sys::{Promise, Uint8Array};
use read::layout::{Answer, Demand, Intake, ReadRequest};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;
use worker::PIECE_SIZE;

use super::{ToPage, taken};

/// Bytes of a file that are in memory at once, beside the part that is kept: enough for the turn that
/// each slice costs not to show.
const SLICE: f64 = 4.0 * 1024.0 * 1024.0;

/// Reads a file as the page asks for it and tells what came of it.
pub(crate) async fn read_file(to_page: &ToPage, file: &File, request: ReadRequest) {
    match answer(to_page, file, request).await {
        Ok(answer) => {
            answer.to_pieces(PIECE_SIZE, &mut |piece| to_page.hand_over(piece));
            to_page.tell_done();
        }
        Err(reason) => to_page.tell_unreadable(&in_words(&reason)),
    }
}

/// Reads a file to its end, or as far as is of use. The next slice is on its way while one is
/// taken in.
async fn answer(to_page: &ToPage, file: &File, request: ReadRequest) -> Result<Answer, JsValue> {
    let size = file.size();
    let mut intake = Intake::new(&file.name(), size as u64, request);
    let slice = |from: f64| -> Result<Promise, JsValue> {
        let to = (from + SLICE).min(size);
        Ok(file.slice_with_f64_and_f64(from, to)?.array_buffer())
    };
    let mut read = 0.0;
    let mut coming = slice(0.0)?;
    while read < size {
        let bytes = Uint8Array::new(&JsFuture::from(coming).await?);
        if bytes.length() == 0 {
            break;
        }
        read += f64::from(bytes.length());
        coming = slice(read)?;
        if intake.push(&taken(&bytes)) == Demand::Enough {
            // Should the slice on its way not come, nobody needs to know.
            drop(JsFuture::from(coming));
            break;
        }
        to_page.tell_progress(read as u64, intake.rows());
    }
    Ok(intake.finish().into())
}

/// What the browser says of an error.
fn in_words(error: &JsValue) -> String {
    let error = error.dyn_ref::<js_sys::Error>();
    error.map_or_else(String::new, |error| error.message().into())
}
