//! Fetching from the page's own folder; the page's policy allows nothing else.

use gloo::file::File;
use gloo::utils::window;
use js_sys::Array;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use crate::hosting::{Fault, LIST, Offers};
use crate::layout::Refusal;
use crate::words::app::hosted::fetching as words;

/// What a server answers for what it has, and for what it has not.
const OK: u16 = 200;
const NOT_FOUND: u16 = 404;

/// What is offered. Without a list, or a network, that is nothing.
pub(super) async fn list() -> Offers {
    let Ok(answer) = answer(LIST).await else {
        return Offers::default();
    };
    match answer.status() {
        OK => Offers::read(&text(&answer).await.unwrap_or_default()),
        NOT_FOUND => Offers::default(),
        status => Offers::none(Fault::NotFetched(status)),
    }
}

async fn text(answer: &Response) -> Option<String> {
    let text = JsFuture::from(answer.text().ok()?).await;
    text.ok()?.as_string()
}

/// The files of these names, or why some have not come.
pub(super) async fn files(names: &[String]) -> Result<Vec<File>, Vec<Refusal>> {
    let (mut files, mut refusals) = (Vec::new(), Vec::new());
    for name in names {
        match file(name).await {
            Ok(Ok(file)) => files.push(file),
            Ok(Err(status)) => refusals.push(not_there(name, status)),
            Err(_) => refusals.push(not_reached(name)),
        }
    }
    if refusals.is_empty() {
        Ok(files)
    } else {
        Err(refusals)
    }
}

/// A file, or the status with which the server refuses it.
async fn file(name: &str) -> Result<Result<File, u16>, JsValue> {
    let answer = answer(name).await?;
    let status = answer.status();
    if status != OK {
        return Ok(Err(status));
    }
    // The browser keeps the bytes, large ones on disk: they are read in the worker, as those of a dropped file.
    let bytes = JsFuture::from(answer.blob()?).await?;
    let file = web_sys::File::new_with_blob_sequence(&Array::of1(&bytes), name)?;
    Ok(Ok(file.into()))
}

/// What the server answers. Names are checked when the list is read: none leads out of the folder.
async fn answer(name: &str) -> Result<Response, JsValue> {
    let answer = JsFuture::from(window().fetch_with_str(name)).await?;
    Ok(answer.unchecked_into())
}

fn not_there(file: &str, status: u16) -> Refusal {
    Refusal {
        words: words::not_there(file, status),
        remedy: words::what_the_host_can_do(LIST),
        problems: Vec::new(),
    }
}

fn not_reached(file: &str) -> Refusal {
    Refusal {
        words: words::not_fetched(file),
        remedy: words::CHOOSE_AGAIN.to_owned(),
        problems: Vec::new(),
    }
}
