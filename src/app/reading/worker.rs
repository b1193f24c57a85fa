//! What the worker does: reads files as the page hands them in, a slice at a time.

use gloo::events::EventListener;
use js_sys::{Array, Date, Promise, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::layout::{Answer, Ask, Going, Intake};

use super::message::{Request, Told, taken};

/// Bytes of a file that are in memory at once, beside the part that is kept: enough for the turn that
/// each slice costs not to show.
const SLICE: f64 = 4.0 * 1024.0 * 1024.0;

/// Milliseconds between two tidings of progress.
const BETWEEN_TIDINGS: f64 = 100.0;

/// Bytes of an answer that go in one message.
const PIECE: usize = 1024 * 1024;

/// Waits for files, for as long as the worker lives.
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
        if let Some(request) = request {
            let teller = answerer.clone();
            spawn_local(async move { teller.answer(request).await });
        }
    })
    .forget();
    teller.tell(&Told::Ready);
}

/// Tells the page things.
#[derive(Clone)]
struct Teller(DedicatedWorkerGlobalScope);

impl Teller {
    /// A message that the browser does not take leaves nobody to tell.
    fn tell(&self, told: &Told) {
        let message = told.to_js();
        let _ = match told {
            // Handed over, not copied.
            Told::Piece(piece) => self
                .0
                .post_message_with_transfer(&message, &Array::of1(&piece.buffer())),
            _ => self.0.post_message(&message),
        };
    }

    async fn answer(&self, request: Request) {
        match self.read(&request).await {
            Ok(answer) => self.hand_over(&answer),
            Err(reason) => self.tell(&Told::Unreadable(in_words(&reason))),
        }
    }

    /// Reads a file to its end, or as far as is of use. The next slice is on its way while one is
    /// taken in.
    async fn read(&self, request: &Request) -> Result<Answer, JsValue> {
        let (file, size) = (&request.file, request.file.size());
        let ask = Ask::from_bytes(&request.ask).unwrap_or_default();
        let mut intake = Intake::new(&file.name(), size as u64, ask);
        let slice = |from: f64| -> Result<Promise, JsValue> {
            let to = (from + SLICE).min(size);
            Ok(file.slice_with_f64_and_f64(from, to)?.array_buffer())
        };
        let (mut read, mut told) = (0.0, Date::now());
        let mut coming = slice(0.0)?;
        while read < size {
            let bytes = Uint8Array::new(&JsFuture::from(coming).await?);
            if bytes.length() == 0 {
                break;
            }
            read += f64::from(bytes.length());
            coming = slice(read)?;
            if intake.push(&taken(&bytes)) == Going::Enough {
                break;
            }
            if Date::now() - told >= BETWEEN_TIDINGS {
                told = Date::now();
                let (bytes, rows) = (read as u64, intake.rows());
                self.tell(&Told::Progress { bytes, rows });
            }
        }
        Ok(intake.finish().into())
    }

    fn hand_over(&self, answer: &Answer) {
        answer.to_pieces(PIECE, &mut |piece| {
            self.tell(&Told::Piece(Uint8Array::from(piece)));
        });
        self.tell(&Told::Done);
    }
}

/// What the browser says of an error.
fn in_words(error: &JsValue) -> String {
    error
        .dyn_ref::<js_sys::Error>()
        .map_or_else(|| format!("{error:?}"), |error| error.message().into())
}
