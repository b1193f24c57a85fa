//! The page's handle to a worker, which runs a program of its own (`crates/worker`).

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use gloo::events::EventListener;
use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ErrorEvent, File, MessageEvent, Worker};
use worker::{DONE, PIECE, PROGRESS, READY, Request, STOPPED, UNREADABLE, taken};

#[wasm_bindgen]
extern "C" {
    /// Starts a worker (`assets/boot.js`). Fails if its parts cannot be fetched, or are of another build.
    #[wasm_bindgen(js_name = startWorker)]
    fn start_worker() -> Promise;
}

/// A message from a worker.
#[derive(Debug)]
pub(crate) enum FromWorker {
    /// The worker is ready for requests.
    Ready,
    /// The progress: bytes of a file and rows in them, or random draws made and in total.
    Progress { done: u64, count: u64 },
    /// The whole answer in bytes: see [`Request`].
    Done(Vec<u8>),
    /// The browser could not read the file, for this reason.
    Unreadable(String),
    /// The worker has stopped, for this reason.
    Stopped(String),
    /// There is no worker: its parts could not be fetched.
    NotFetched,
}

/// A worker that is starting or running. Dropping the handle ends the worker.
#[derive(Debug)]
pub(crate) struct WorkerHandle {
    running: Rc<RefCell<Option<RunningWorker>>>,
    is_ready: Rc<Cell<bool>>,
}

/// A worker with its listeners.
#[derive(Debug)]
struct RunningWorker {
    worker: Worker,
    _listeners: [EventListener; 2],
}

impl Drop for RunningWorker {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl WorkerHandle {
    /// Starts a worker. `on_message` is called with each of its messages; the first says that it is ready.
    pub(crate) fn new(on_message: Rc<dyn Fn(FromWorker)>) -> Self {
        let handle = Self {
            running: Rc::default(),
            is_ready: Rc::default(),
        };
        let (running, ready) = (Rc::downgrade(&handle.running), Rc::clone(&handle.is_ready));
        spawn_local(start(running, ready, on_message));
        handle
    }

    /// Whether the worker has started, and is waiting or working.
    pub(crate) fn is_ready(&self) -> bool {
        self.is_ready.get()
    }

    /// Sends a request.
    pub(crate) fn ask(&self, request: &Request) -> Result<(), JsValue> {
        self.send(request, &JsValue::UNDEFINED)
    }

    /// Sends a request about a file.
    pub(crate) fn ask_of_file(&self, request: &Request, file: &File) -> Result<(), JsValue> {
        self.send(request, file)
    }

    fn send(&self, request: &Request, file: &JsValue) -> Result<(), JsValue> {
        let bytes = Uint8Array::from(&*request.to_bytes());
        match &*self.running.borrow() {
            Some(running) => running.worker.post_message(&Array::of2(&bytes, file)),
            None => Ok(()),
        }
    }
}

/// Starts a worker for a handle. If the handle has been dropped meanwhile, the worker ends at once.
async fn start(
    handle: Weak<RefCell<Option<RunningWorker>>>,
    ready: Rc<Cell<bool>>,
    on_message: Rc<dyn Fn(FromWorker)>,
) {
    let worker = JsFuture::from(start_worker()).await;
    let worker = worker.map(|worker| RunningWorker::new(worker.unchecked_into(), ready, Rc::clone(&on_message)));
    let Some(running) = handle.upgrade() else { return };
    match worker {
        Ok(worker) => drop(running.replace(Some(worker))),
        Err(_) => on_message(FromWorker::NotFetched),
    }
}

impl RunningWorker {
    fn new(worker: Worker, ready: Rc<Cell<bool>>, on_message: Rc<dyn Fn(FromWorker)>) -> Self {
        let hear_of_failure = Rc::clone(&on_message);
        // The pieces of the answer received so far.
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
            _listeners: [heard, failed],
        }
    }
}

/// Parses a message. Returns `None` if it is not a worker's message, or if it is a piece of an answer, which is
/// stored.
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
