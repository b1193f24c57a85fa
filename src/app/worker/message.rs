//! What the page and the worker say to one another: arrays whose first entry names the message.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::File;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = js_sys::Object)]
    type Buffer;

    #[wasm_bindgen(method, catch)]
    fn transfer(this: &Buffer, length: u32) -> Result<JsValue, JsValue>;
}

/// The bytes, copied; the browser's own are freed at once. Left to its own tidying up, a hundred
/// megabytes of them gather while a large file is read.
pub(in crate::app) fn taken(bytes: &Uint8Array) -> Vec<u8> {
    let copy = bytes.to_vec();
    // A browser that cannot do it frees them later.
    let _ = bytes.buffer().unchecked_ref::<Buffer>().transfer(0);
    copy
}

/// What the page asks.
#[derive(Debug)]
pub(in crate::app) enum Request {
    /// A file to read, and how: [`crate::layout::Ask`] as bytes.
    Read { file: File, ask: Vec<u8> },
    /// Families to rank: [`crate::method::RankingJob`] as bytes.
    Rank(Vec<u8>),
}

impl Request {
    pub(super) fn to_js(&self) -> JsValue {
        let bytes = |bytes: &[u8]| Uint8Array::from(bytes);
        match self {
            Self::Read { file, ask } => Array::of3(&"read".into(), file, &bytes(ask)),
            Self::Rank(job) => Array::of2(&"rank".into(), &bytes(job)),
        }
        .into()
    }

    pub(super) fn of(message: &JsValue) -> Option<Self> {
        let parts = message.dyn_ref::<Array>()?;
        let bytes = |place| {
            let bytes = parts.get(place).dyn_into::<Uint8Array>().ok()?;
            Some(bytes.to_vec())
        };
        match parts.get(0).as_string()?.as_str() {
            "read" => Some(Self::Read {
                file: parts.get(1).dyn_into().ok()?,
                ask: bytes(2)?,
            }),
            "rank" => Some(Self::Rank(bytes(1)?)),
            _ => None,
        }
    }
}

/// What the worker tells.
#[derive(Debug)]
pub(in crate::app) enum Told {
    /// It is there and waits to be asked.
    Ready,
    /// So much is done: bytes of a file and the rows in them, or draws of chance and those of the whole.
    Progress { done: u64, count: u64 },
    /// A piece of the answer as bytes: [`crate::layout::Answer`], or [`crate::method::FamilyRanks`].
    Piece(Uint8Array),
    /// The answer is whole.
    Done,
    /// The browser could not read the file, for this reason.
    Unreadable(String),
    /// The worker has stopped, for this reason.
    Stopped(String),
}

impl Told {
    pub(super) fn to_js(&self) -> JsValue {
        match self {
            Self::Ready => Array::of1(&"ready".into()),
            Self::Progress { done, count } => Array::of3(
                &"progress".into(),
                &(*done as f64).into(),
                &(*count as f64).into(),
            ),
            Self::Piece(bytes) => Array::of2(&"piece".into(), bytes),
            Self::Done => Array::of1(&"done".into()),
            Self::Unreadable(reason) => Array::of2(&"unreadable".into(), &reason.into()),
            Self::Stopped(reason) => Array::of2(&"stopped".into(), &reason.into()),
        }
        .into()
    }

    /// What a message says; nothing where it is none of these.
    pub(super) fn of(message: &JsValue) -> Option<Self> {
        let parts = message.dyn_ref::<Array>()?;
        // Whole numbers, far below the largest that is exact.
        let number = |place| parts.get(place).as_f64().map(|number| number as u64);
        let words = || parts.get(1).as_string();
        Some(match parts.get(0).as_string()?.as_str() {
            "ready" => Self::Ready,
            "progress" => Self::Progress {
                done: number(1)?,
                count: number(2)?,
            },
            "piece" => Self::Piece(parts.get(1).dyn_into().ok()?),
            "done" => Self::Done,
            "unreadable" => Self::Unreadable(words()?),
            "stopped" => Self::Stopped(words()?),
            _ => return None,
        })
    }
}
