//! The page's side of a worker, which is a program of its own (`crates/worker`): it is started, asked things, and heard.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{ErrorEvent, File, MessageEvent, Worker};
use worker::{DONE, PIECE, PROGRESS, READY, Request, STOPPED, UNREADABLE};

#[wasm_bindgen]
extern "C" {
    /// A worker that starts (`assets/boot.js`).
    #[wasm_bindgen(js_name = startWorker)]
    fn start_worker() -> Worker;
}

/// What the page hears of a worker.
#[derive(Debug)]
pub(crate) enum FromWorker {
    /// It is there and waits to be asked.
    Ready,
    /// So much is done: bytes of a file and the rows in them, or draws of chance and those of the whole.
    Progress { done: u64, count: u64 },
    /// The whole answer as bytes: see [`Request`].
    Done(Vec<u8>),
    /// The browser could not read the file, for this reason.
    Unreadable(String),
    /// The worker has stopped, for this reason.
    Stopped(String),
}

/// A worker, heard as long as this lives and stopped when it goes.
#[derive(Debug)]
pub(crate) struct WorkerHandle {
    worker: Worker,
    is_ready: Rc<Cell<bool>>,
    _listeners: [EventListener; 2],
}

impl Drop for WorkerHandle {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl WorkerHandle {
    /// Starts a worker; `on_message` is called with all that it tells, first that it is ready.
    pub(crate) fn new(on_message: Rc<dyn Fn(FromWorker)>) -> Self {
        let worker = start_worker();
        let is_ready = Rc::new(Cell::new(false));
        let (ready, hear_of_failure) = (Rc::clone(&is_ready), Rc::clone(&on_message));
        // The answer as far as it is here.
        let answer = RefCell::new(Vec::new());
        let heard = EventListener::new(&worker, "message", move |event| {
            let event = event.dyn_ref::<MessageEvent>();
            if let Some(message) = event.and_then(|event| message_in(&event.data(), &answer)) {
                ready.set(true);
                on_message(message);
            }
        });
        let failed = EventListener::new(&worker, "error", move |event| {
            let reason = event.dyn_ref::<ErrorEvent>();
            let reason = reason.map_or_else(String::new, ErrorEvent::message);
            event.prevent_default();
            hear_of_failure(FromWorker::Stopped(reason));
        });
        Self {
            worker,
            is_ready,
            _listeners: [heard, failed],
        }
    }

    /// Whether it waits to be asked, or is at work.
    pub(crate) fn is_ready(&self) -> bool {
        self.is_ready.get()
    }

    /// Has something done.
    pub(crate) fn ask(&self, request: &Request) -> Result<(), JsValue> {
        self.send(request, &JsValue::UNDEFINED)
    }

    /// Has something done with a file.
    pub(crate) fn ask_of_file(&self, request: &Request, file: &File) -> Result<(), JsValue> {
        self.send(request, file)
    }

    fn send(&self, request: &Request, file: &JsValue) -> Result<(), JsValue> {
        let bytes = Uint8Array::from(&*request.to_bytes());
        self.worker.post_message(&Array::of2(&bytes, file))
    }
}

/// What a message says; nothing where it is none of a worker's, or a piece of an answer, which is kept.
fn message_in(message: &JsValue, answer: &RefCell<Vec<u8>>) -> Option<FromWorker> {
    let parts = message.dyn_ref::<Array>()?;
    // Whole numbers, far below the largest that is exact.
    let number = |index| parts.get(index).as_f64().unwrap_or_default() as u64;
    let words = || parts.get(1).as_string().unwrap_or_default();
    Some(match parts.get(0).as_string()?.as_str() {
        READY => FromWorker::Ready,
        PROGRESS => FromWorker::Progress {
            done: number(1),
            count: number(2),
        },
        PIECE => {
            answer.borrow_mut().extend(taken(&parts.get(1).into()));
            return None;
        }
        DONE => FromWorker::Done(answer.take()),
        UNREADABLE => FromWorker::Unreadable(words()),
        STOPPED => FromWorker::Stopped(words()),
        _ => return None,
    })
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = js_sys::Object)]
    type Buffer;

    #[wasm_bindgen(method, catch)]
    fn transfer(this: &Buffer, length: u32) -> Result<JsValue, JsValue>;
}

/// The bytes, copied; the browser's own are freed at once, rather than when it tidies up.
fn taken(bytes: &Uint8Array) -> Vec<u8> {
    let copy = bytes.to_vec();
    // A browser that cannot do it frees them later.
    let _ = bytes.buffer().unchecked_ref::<Buffer>().transfer(0);
    copy
}
