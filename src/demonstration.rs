//! The demonstration: records made when the page was built, fetched in two parts.

use std::rc::Rc;

use js_sys::{Promise, Uint8Array};
use records::Recognised;
use records::intake::Answer;
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
    let answer = Answer::from_bytes(&Uint8Array::new(&bytes.ok()?).to_vec())?;
    Some(answer.files)
}
