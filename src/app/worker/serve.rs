//! What the worker does: whatever the page asks, one thing at a time.

use gloo::events::EventListener;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::app::ranking::reckon;
use crate::app::reading::read;

use super::message::{Request, Told};

/// Milliseconds between two tidings of progress.
pub(in crate::app) const BETWEEN_TIDINGS: f64 = 100.0;

/// Bytes of an answer that go in one message.
pub(in crate::app) const PIECE: usize = 1024 * 1024;

/// Waits to be asked, for as long as the worker lives.
pub(in crate::app) fn serve(scope: DedicatedWorkerGlobalScope) {
    let teller = Teller(scope.clone());
    let of_panic = teller.clone();
    std::panic::set_hook(Box::new(move |panic| {
        of_panic.tell(&Told::Stopped(panic.to_string()));
    }));
    let answerer = teller.clone();
    EventListener::new(&scope, "message", move |event| {
        let request = event
            .dyn_ref::<MessageEvent>()
            .and_then(|event| Request::of(&event.data()));
        let teller = answerer.clone();
        match request {
            Some(Request::Read { file, ask }) => {
                spawn_local(async move { read(&teller, &file, &ask).await });
            }
            Some(Request::Rank(job)) => reckon(&teller, &job),
            None => {}
        }
    })
    .forget();
    teller.tell(&Told::Ready);
}

/// Tells the page things.
#[derive(Debug, Clone)]
pub(in crate::app) struct Teller(DedicatedWorkerGlobalScope);

impl Teller {
    /// A message that the browser does not take leaves nobody to tell.
    pub(in crate::app) fn tell(&self, told: &Told) {
        let message = told.to_js();
        let _ = match told {
            // Handed over, not copied.
            Told::Piece(piece) => self
                .0
                .post_message_with_transfer(&message, &Array::of1(&piece.buffer())),
            _ => self.0.post_message(&message),
        };
    }

    /// Hands over a piece of an answer.
    pub(in crate::app) fn hand_over(&self, piece: &[u8]) {
        self.tell(&Told::Piece(Uint8Array::from(piece)));
    }
}
