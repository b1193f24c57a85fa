//! Receives requests and sends answers, one request at a time.

use std::cell::Cell;

use js_sys::{Array, Date, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, File, MessageEvent};
use worker::{DONE, PIECE, PROGRESS, READY, Request, STOPPED, UNREADABLE, words};

use super::rank::rank;
use super::read_file::read_file;
use super::show_preview::show_preview;

/// Milliseconds between two messages about progress.
const BETWEEN_MESSAGES: f64 = 100.0;

/// Serves requests for as long as the worker runs.
pub(crate) fn serve() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let panic_scope = scope.clone();
    std::panic::set_hook(Box::new(move |panic| {
        send(&panic_scope, STOPPED, &panic.to_string().into());
    }));
    let work_scope = scope.clone();
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Ok(message) = event.data().dyn_into::<Array>() {
            let bytes = Uint8Array::from(message.get(0)).to_vec();
            let file = message.get(1).dyn_into::<File>().ok();
            handle(ToPage::new(&work_scope), Request::from_bytes(&bytes), file);
        }
    });
    let _ = scope.add_event_listener_with_callback("message", on_message.as_ref().unchecked_ref());
    on_message.forget();
    send(&scope, READY, &JsValue::UNDEFINED);
}

fn handle(to_page: ToPage, request: Option<Request>, file: Option<File>) {
    match (request, file) {
        (Some(Request::Read(request)), Some(file)) => {
            spawn_local(async move { read_file(&to_page, &file, request).await });
        }
        (Some(Request::Preview(request)), _) => show_preview(&to_page, &request),
        (Some(Request::Rank(job)), _) => rank(&to_page, &job),
        (Some(Request::Read(_)) | None, _) => to_page.send_unreadable(words::NOT_UNDERSTOOD),
    }
}

fn send(scope: &DedicatedWorkerGlobalScope, word: &str, more: &JsValue) {
    post(scope, &Array::of2(&word.into(), more), &Array::new());
}

/// Posts a message. If the browser refuses it, nobody can be informed.
fn post(scope: &DedicatedWorkerGlobalScope, message: &Array, transferred: &Array) {
    let _ = scope.post_message_with_transfer(message, transferred);
}

/// Sends the answer to one request.
#[derive(Debug)]
pub(crate) struct ToPage {
    scope: DedicatedWorkerGlobalScope,
    /// When progress was last sent, or the work began.
    last_progress: Cell<f64>,
}

impl ToPage {
    fn new(scope: &DedicatedWorkerGlobalScope) -> Self {
        Self {
            scope: scope.clone(),
            last_progress: Cell::new(Date::now()),
        }
    }

    /// Sends the progress, if the last message about it was long enough ago.
    pub(crate) fn send_progress(&self, done: u64, count: u64) {
        let now = Date::now();
        if now - self.last_progress.get() >= BETWEEN_MESSAGES {
            self.last_progress.set(now);
            let (done, count) = ((done as f64).into(), (count as f64).into());
            let message = Array::of3(&PROGRESS.into(), &done, &count);
            post(&self.scope, &message, &Array::new());
        }
    }

    /// Sends a piece of the answer, by transfer rather than as a copy.
    pub(crate) fn send_piece(&self, piece: &[u8]) {
        let piece = Uint8Array::from(piece);
        let buffer = Array::of1(&piece.buffer());
        post(&self.scope, &Array::of2(&PIECE.into(), &piece), &buffer);
    }

    /// Sends that the answer is complete.
    pub(crate) fn send_done(&self) {
        send(&self.scope, DONE, &JsValue::UNDEFINED);
    }

    /// Sends that there is no answer, and why.
    pub(crate) fn send_unreadable(&self, reason: &str) {
        send(&self.scope, UNREADABLE, &reason.into());
    }
}
