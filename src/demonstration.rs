//! The demonstration: records made when the page was built, fetched in two parts.

use std::rc::Rc;

use gloo::utils::window;
use js_sys::{Promise, Uint8Array};
use records::Recognised;
use records::model::Library;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

use crate::shared::Shared;

/// The files for the first drawing, and for after it (`crates/demo/src/asset.rs`).
const PARTS: [&str; 2] = ["demonstration.bin", "demonstration-earlier.bin"];

#[wasm_bindgen]
extern "C" {
    /// Fetches a file of this build of the page (`assets/boot.js`).
    #[wasm_bindgen(js_name = fetchOwn)]
    fn fetch_own(name: &str) -> Promise;
}

/// The demonstration as far as it is loaded.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Demonstration {
    files: Shared<Rc<Vec<Recognised>>>,
    /// The number of loaded parts.
    parts: usize,
    /// Whether the next part could not be fetched.
    has_failed: bool,
}

impl Demonstration {
    /// The demonstration with its first part, if that could be fetched.
    pub(super) fn of(opening: Option<Vec<Recognised>>) -> Self {
        let mut begun = Self::default();
        begun.take_in(opening);
        begun
    }

    /// The loaded parts as loaded files.
    pub(super) fn library(&self) -> Library {
        Library::demonstration(self.files.0.to_vec())
    }

    /// The part to fetch next. Returns `None` if all are loaded or one failed.
    pub(super) const fn next(&self) -> Option<usize> {
        if self.has_failed || self.parts == PARTS.len() {
            return None;
        }
        Some(self.parts)
    }

    /// Adds the next part, or records that it could not be fetched.
    pub(super) fn take_in(&mut self, part: Option<Vec<Recognised>>) {
        match part {
            Some(files) => {
                Rc::make_mut(&mut self.files.0).extend(files);
                self.parts += 1;
            }
            None => self.has_failed = true,
        }
    }

    pub(super) const fn has_failed(&self) -> bool {
        self.has_failed
    }

    /// Allows a failed part to be fetched again.
    pub(super) const fn try_again(&mut self) {
        self.has_failed = false;
    }
}

/// Fetches a part. Returns `None` if that fails, or if the part belongs to another build.
pub(super) async fn fetch(part: usize) -> Option<Vec<Recognised>> {
    let bytes: Result<JsValue, JsValue> = JsFuture::from(fetch_own(PARTS.get(part)?)).await;
    let bytes = Uint8Array::new(&bytes.ok()?).to_vec();
    let mut files = Vec::new();
    for file in files_in(&bytes) {
        files.push(file?);
        next_task().await;
    }
    Some(files)
}

/// The files of a part, of which at least one is there; `None` in place of what is not valid, and of all after it.
pub(super) fn files_in(bytes: &[u8]) -> impl Iterator<Item = Option<Recognised>> {
    let mut left = Some(bytes);
    std::iter::from_fn(move || {
        let mut bytes = left?;
        let file = Recognised::take(&mut bytes);
        left = (file.is_some() && !bytes.is_empty()).then_some(bytes);
        Some(file)
    })
}

/// Lets the browser do what is waiting, such as answering the user, before the work goes on.
pub(super) async fn next_task() {
    let next = Promise::new(&mut |go_on, _| {
        // If the browser refuses, the work goes on all the same.
        if window().set_timeout_with_callback(&go_on).is_err() {
            let _ = go_on.call0(&JsValue::NULL);
        }
    });
    let _ = JsFuture::from(next).await;
}
