//! The browser's database, in which the remembered files are: one entry, as they were dropped.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::file::File;
use gloo::utils::window;
use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{IdbDatabase, IdbObjectStore, IdbRequest, IdbTransactionMode};
use yew::prelude::*;

use super::{NAME, Stage, YES};
use crate::app::reading::{Desk, Handed};
use crate::app::state::{Action, State};
use crate::layout::{Ask, Explained};

/// The list of files, what is known of their columns, and what has to be said of them, in the one store.
const STORE: &str = "files";
const FILES: &str = "files";
const KNOWN: &str = "known";
/// What has to be said of each of the files, in their order; nothing of the user's own.
const CREDITS: &str = "credits";

/// Hands in what is remembered as if it had been dropped. Not inlined, so that it can come in the pages' part.
#[inline(never)]
pub(super) fn open(desk: Desk, stage: Rc<RefCell<Stage>>) {
    spawn_local(async move {
        // What cannot be had is not remembered.
        if let Ok((files, known)) = remembered().await {
            desk.remind(files, known);
        }
        stage.replace(Stage::Open);
    });
}

/// Remembers the files in use and no others, or none; the user is told where the browser cannot. Not inlined, so that it
/// can come in the pages' part.
#[inline(never)]
pub(super) fn keep_alike(state: UseReducerHandle<State>, desk: &Desk) {
    let remembers = state.remembers;
    if remembers && desk.is_at_work() {
        // What is being read now may be what is remembered.
        return;
    }
    let in_use = state.library.files().iter();
    let in_use = in_use.filter(|file| file.file.fingerprint.is_some());
    let names: Vec<String> = in_use.map(|file| file.file.name.clone()).collect();
    let handed = if remembers {
        desk.handed_in(&names)
    } else {
        Vec::new()
    };
    let kept = handed.iter();
    let files: Array = kept
        .map(|handed| AsRef::<web_sys::File>::as_ref(&handed.file))
        .collect();
    let credits = handed.iter().map(|handed| handed.credit.as_deref());
    let credits: Array = credits.map(JsValue::from).collect();
    let known = if remembers {
        state.explained.to_vec()
    } else {
        Vec::new()
    };
    let known = Ask::Recognise(known).to_bytes();
    spawn_local(async move {
        let is_kept = note(remembers).is_some() && put(&files, &credits, &known).await.is_ok();
        if remembers && !is_kept {
            note(false);
            state.dispatch(Action::CannotRemember);
        }
    });
}

/// Notes whether the user asks for it.
fn note(remembers: bool) -> Option<()> {
    let storage = window().local_storage().ok()??;
    if remembers {
        storage.set_item(NAME, YES).ok()
    } else {
        storage.remove_item(NAME).ok()
    }
}

async fn remembered() -> Result<(Vec<Handed>, Vec<Explained>), JsValue> {
    let files = done(&store().await?.get(&FILES.into())?).await?;
    let credits = done(&store().await?.get(&CREDITS.into())?).await?;
    let known = done(&store().await?.get(&KNOWN.into())?).await?;
    // Nothing is there where the files were remembered before any had credits.
    let credits: Array = credits.dyn_into().unwrap_or_default();
    let files = Array::from(&files);
    let files = (0..files.length()).filter_map(|place| {
        let file: web_sys::File = files.get(place).dyn_into().ok()?;
        let credit = credits.get(place).as_string().map(Rc::from);
        let file = File::from(file);
        Some(Handed { file, credit })
    });
    let known = Ask::from_bytes(&Uint8Array::new(&known).to_vec());
    Ok((
        files.collect(),
        match known {
            Some(Ask::Recognise(known)) => known,
            _ => Vec::new(),
        },
    ))
}

async fn put(files: &Array, credits: &Array, known: &[u8]) -> Result<(), JsValue> {
    done(&store().await?.put_with_key(files, &FILES.into())?).await?;
    done(&store().await?.put_with_key(credits, &CREDITS.into())?).await?;
    let known = Uint8Array::from(known);
    done(&store().await?.put_with_key(&known, &KNOWN.into())?).await?;
    Ok(())
}

/// The store, made where there is none yet.
async fn store() -> Result<IdbObjectStore, JsValue> {
    let factory = window().indexed_db()?.ok_or(JsValue::NULL)?;
    let request = factory.open(NAME)?;
    let database = |request: &IdbRequest| -> Result<IdbDatabase, JsValue> {
        Ok(request.result()?.unchecked_into())
    };
    let made = {
        let request = request.clone();
        Closure::once_into_js(move || {
            // Where it cannot be made, what comes next fails.
            let _ = database(&request).and_then(|database| database.create_object_store(STORE));
        })
    };
    request.set_onupgradeneeded(Some(made.unchecked_ref()));
    let database: IdbDatabase = done(&request).await?.unchecked_into();
    database
        .transaction_with_str_and_mode(STORE, IdbTransactionMode::Readwrite)?
        .object_store(STORE)
}

/// What a request gives once it is done.
async fn done(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let promise = Promise::new(&mut |keep, fail| {
        request.set_onsuccess(Some(&keep));
        request.set_onerror(Some(&fail));
    });
    JsFuture::from(promise).await?;
    request.result()
}
