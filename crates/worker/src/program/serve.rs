//! What the worker does: whatever the page asks, one thing at a time.

use std::cell::Cell;

use js_sys::{Array, Date, Uint8Array};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, File, MessageEvent};
use worker::{DONE, PIECE, PROGRESS, READY, Request, STOPPED, UNREADABLE, words};

use super::rank::rank;
use super::read_file::read_file;
use super::show_preview::show_preview;

/// Milliseconds between two tidings of progress.
const BETWEEN_TIDINGS: f64 = 100.0;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = js_sys::Object)]
    type Buffer;

    #[wasm_bindgen(method, catch)]
    fn transfer(this: &Buffer, length: u32) -> Result<JsValue, JsValue>;
}

/// The bytes, copied; the browser's own are freed at once. Left to its own tidying up, a hundred
/// megabytes of them gather while a large file is read.
pub(super) fn taken(bytes: &Uint8Array) -> Vec<u8> {
    let copy = bytes.to_vec();
    // A browser that cannot do it frees them later.
    let _ = bytes.buffer().unchecked_ref::<Buffer>().transfer(0);
    copy
}

/// Waits to be asked, for as long as the worker lives.
pub(crate) fn serve() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let of_panic = scope.clone();
    std::panic::set_hook(Box::new(move |panic| {
        tell(&of_panic, STOPPED, &panic.to_string().into());
    }));
    let of_work = scope.clone();
    let hear = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Ok(message) = event.data().dyn_into::<Array>() {
            let bytes = Uint8Array::from(message.get(0)).to_vec();
            let file = message.get(1).dyn_into::<File>().ok();
            do_what_is_asked(ToPage::new(&of_work), Request::from_bytes(&bytes), file);
        }
    });
    let _ = scope.add_event_listener_with_callback("message", hear.as_ref().unchecked_ref());
    hear.forget();
    tell(&scope, READY, &JsValue::UNDEFINED);
}

fn do_what_is_asked(to_page: ToPage, request: Option<Request>, file: Option<File>) {
    match (request, file) {
        (Some(Request::Read(request)), Some(file)) => {
            spawn_local(async move { read_file(&to_page, &file, request).await });
        }
        (Some(Request::Preview(asked)), _) => show_preview(&to_page, &asked),
        (Some(Request::Rank(job)), _) => rank(&to_page, &job),
        (Some(Request::Read(_)) | None, _) => to_page.tell_unreadable(words::NOT_UNDERSTOOD),
    }
}

fn tell(scope: &DedicatedWorkerGlobalScope, word: &str, more: &JsValue) {
    post(scope, &Array::of2(&word.into(), more), &Array::new());
}

/// A message that the browser does not take leaves nobody to tell.
fn post(scope: &DedicatedWorkerGlobalScope, message: &Array, handed_over: &Array) {
    let _ = scope.post_message_with_transfer(message, handed_over);
}

/// Tells the page what comes of one request.
#[derive(Debug)]
pub(crate) struct ToPage {
    scope: DedicatedWorkerGlobalScope,
    /// When progress was told last, or the work began.
    last_progress: Cell<f64>,
}

impl ToPage {
    fn new(scope: &DedicatedWorkerGlobalScope) -> Self {
        Self {
            scope: scope.clone(),
            last_progress: Cell::new(Date::now()),
        }
    }

    /// So much is done; told when it is time to.
    pub(crate) fn tell_progress(&self, done: u64, count: u64) {
        let now = Date::now();
        if now - self.last_progress.get() >= BETWEEN_TIDINGS {
            self.last_progress.set(now);
            let (done, count) = ((done as f64).into(), (count as f64).into());
            let message = Array::of3(&PROGRESS.into(), &done, &count);
            post(&self.scope, &message, &Array::new());
        }
    }

    /// Hands over a piece of the answer, which is not copied once more.
    pub(crate) fn hand_over(&self, piece: &[u8]) {
        let piece = Uint8Array::from(piece);
        let buffer = Array::of1(&piece.buffer());
        post(&self.scope, &Array::of2(&PIECE.into(), &piece), &buffer);
    }

    /// The answer is whole.
    pub(crate) fn tell_done(&self) {
        tell(&self.scope, DONE, &JsValue::UNDEFINED);
    }

    /// There is no answer, for this reason.
    pub(crate) fn tell_unreadable(&self, reason: &str) {
        tell(&self.scope, UNREADABLE, &reason.into());
    }
}
