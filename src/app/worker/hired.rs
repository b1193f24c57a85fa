//! The page's side of a worker.

use gloo::events::EventListener;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{MessageEvent, Worker};

use super::message::{Request, Told};

#[wasm_bindgen]
extern "C" {
    /// A worker that starts on the page's own wasm (`assets/boot.js`).
    #[wasm_bindgen(js_name = startWorker)]
    fn start_worker() -> Worker;
}

/// A worker, heard as long as this lives and stopped when it goes.
#[derive(Debug)]
pub(in crate::app) struct Hired {
    worker: Worker,
    _listeners: [EventListener; 2],
}

impl Drop for Hired {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Hired {
    /// Starts a worker; `hear` is called with all that it tells, first that it is ready.
    pub(in crate::app) fn new(hear: impl Fn(Told) + Clone + 'static) -> Self {
        let worker = start_worker();
        let hear_of_failure = hear.clone();
        let heard = EventListener::new(&worker, "message", move |event| {
            let told = event
                .dyn_ref::<MessageEvent>()
                .and_then(|event| Told::of(&event.data()));
            if let Some(told) = told {
                hear(told);
            }
        });
        let failed = EventListener::new(&worker, "error", move |event| {
            let reason = event.dyn_ref::<web_sys::ErrorEvent>();
            let reason = reason.map_or_else(String::new, web_sys::ErrorEvent::message);
            event.prevent_default();
            hear_of_failure(Told::Stopped(reason));
        });
        Self {
            worker,
            _listeners: [heard, failed],
        }
    }

    /// Asks for something; a worker that is ready begins at once.
    pub(in crate::app) fn ask(&self, request: &Request) -> Result<(), JsValue> {
        self.worker.post_message(&request.to_js())
    }
}
