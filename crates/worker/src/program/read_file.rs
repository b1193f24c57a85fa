//! Reads a file for the page, a slice at a time.

use js_sys::{Promise, Uint8Array};
use read::layout::{Demand, Intake};
use records::intake::{Answer, ReadRequest};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;
use worker::{PIECE_SIZE, taken};

use super::ToPage;

/// Bytes of a file that are in memory at once, beside the part that is kept. Smaller slices would make the wait for
/// each of them noticeable.
const SLICE: f64 = 4.0 * 1024.0 * 1024.0;

/// Reads a file and sends the result.
pub(crate) async fn read_file(to_page: &ToPage, file: &File, request: ReadRequest) {
    match answer(to_page, file, request).await {
        Ok(answer) => {
            answer.to_pieces(PIECE_SIZE, &mut |piece| to_page.send_piece(piece));
            to_page.send_done();
        }
        Err(reason) => to_page.send_unreadable(&in_words(&reason)),
    }
}

/// Reads a file to its end, or as far as it is needed. The next slice is loaded while one is parsed.
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
            // It does not matter if the next slice fails to load.
            drop(JsFuture::from(coming));
            break;
        }
        to_page.send_progress(read as u64, intake.rows());
    }
    Ok(intake.finish().into())
}

/// The browser's message for an error.
fn in_words(error: &JsValue) -> String {
    let error = error.dyn_ref::<js_sys::Error>();
    error.map_or_else(String::new, |error| error.message().into())
}
