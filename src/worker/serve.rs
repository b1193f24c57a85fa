//! What the worker does: whatever the page asks, one thing at a time.

use std::cell::Cell;

use gloo::events::EventListener;
use js_sys::{Array, Date, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, File, MessageEvent};

use crate::ranking::compute_ranks;
use crate::reading::read;

use super::message::{DONE, PIECE, PROGRESS, READY, STOPPED, UNREADABLE};

/// Milliseconds between two tidings of progress.
const BETWEEN_TIDINGS: f64 = 100.0;

/// Bytes of an answer that go in one message.
pub(crate) const PIECE_SIZE: usize = 1024 * 1024;

/// Waits to be asked, for as long as the worker lives.
pub(crate) fn serve(scope: DedicatedWorkerGlobalScope) {
    let of_panic = scope.clone();
    std::panic::set_hook(Box::new(move |panic| {
        tell(&of_panic, STOPPED, &panic.to_string().into());
    }));
    let of_work = scope.clone();
    EventListener::new(&scope, "message", move |event| {
        let event = event.dyn_ref::<MessageEvent>();
        let request = event.and_then(|event| event.data().dyn_into::<Array>().ok());
        let Some(request) = request else { return };
        let to_page = ToPage::new(&of_work);
        let bytes = Uint8Array::from(request.get(0)).to_vec();
        match request.get(1).dyn_into::<File>() {
            Ok(file) => spawn_local(async move { read(&to_page, &file, &bytes).await }),
            Err(_) => compute_ranks(&to_page, &bytes),
        }
    })
    .forget();
    tell(&scope, READY, &JsValue::UNDEFINED);
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
