//! Fetches files from the page's own folder. The page's policy allows nothing else.

use std::rc::Rc;

use gloo::file::File;
use gloo::utils::window;
use hosting::{Fault, LIST, Offer, Offers};
use js_sys::Array;
use records::intake::Refusal;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use crate::later::Later;
use crate::reading::Credited;
use crate::state::{Notice, Outcome};
use crate::words::hosted as words;

/// The status codes for a file that exists, and for one that does not.
const OK: u16 = 200;
const NOT_FOUND: u16 = 404;

/// The hosted data sets. Without a list or a network, there are none.
pub(super) async fn list() -> Offers {
    let Ok(answer) = answer(LIST).await else {
        return Offers::default();
    };
    match answer.status() {
        OK => match Later::load().await {
            Later::Here(part) => (part.read_offers)(&text(&answer).await.unwrap_or_default()),
            Later::Coming | Later::Failed => Offers::default(),
        },
        NOT_FOUND => Offers::default(),
        status => Offers::none(Fault::NotFetched(status)),
    }
}

async fn text(answer: &Response) -> Option<String> {
    let text = JsFuture::from(answer.text().ok()?).await;
    text.ok()?.as_string()
}

/// The files of an offer with their credits, and those that could not be fetched, with the reason.
pub(super) async fn files(offer: &Offer) -> (Vec<Credited>, Vec<Outcome>) {
    let credit: Rc<str> = Rc::from(offer.credit());
    let (mut files, mut refused) = (Vec::new(), Vec::new());
    for name in &offer.files {
        let (words, remedy) = match file(name).await {
            Ok(Ok(file)) => {
                files.push((file, Some(Rc::clone(&credit))));
                continue;
            }
            Ok(Err(status)) => (words::not_there(name, status), words::what_the_host_can_do(LIST)),
            Err(_) => (words::not_fetched(name), words::CHOOSE_AGAIN.to_owned()),
        };
        refused.push(Outcome::Notice(Notice::Refused(Refusal {
            words,
            remedy,
            ..Refusal::default()
        })));
    }
    (files, refused)
}

/// A file, or the status with which the server refuses it.
async fn file(name: &str) -> Result<Result<File, u16>, JsValue> {
    let answer = answer(name).await?;
    let status = answer.status();
    if status != OK {
        return Ok(Err(status));
    }
    // The browser stores the bytes, large ones on disk. The worker reads them like those of a dropped file.
    let bytes = JsFuture::from(answer.blob()?).await?;
    let file = web_sys::File::new_with_blob_sequence(&Array::of1(&bytes), name)?;
    Ok(Ok(file.into()))
}

/// The server's response. Names were checked when the list was read: none leads out of the folder.
async fn answer(name: &str) -> Result<Response, JsValue> {
    let answer = JsFuture::from(window().fetch_with_str(name)).await?;
    Ok(answer.unchecked_into())
}
