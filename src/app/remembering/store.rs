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
use crate::app::reading::Desk;
use crate::app::state::{Action, State};
use crate::layout::{Ask, Explained};

/// The list of files, and what is known of their columns, in the one store.
const STORE: &str = "files";
const FILES: &str = "files";
const KNOWN: &str = "known";

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
    let files: Array = desk
        .handed_in(&names)
        .iter()
        .filter(|_| remembers)
        .map(AsRef::<web_sys::File>::as_ref)
        .collect();
    let known = if remembers {
        state.explained.to_vec()
    } else {
        Vec::new()
    };
    let known = Ask::Recognise(known).to_bytes();
    spawn_local(async move {
        let is_kept = note(remembers).is_some() && put(&files, &known).await.is_ok();
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

async fn remembered() -> Result<(Vec<File>, Vec<Explained>), JsValue> {
    let files = done(&store().await?.get(&FILES.into())?).await?;
    let known = done(&store().await?.get(&KNOWN.into())?).await?;
    let files = Array::from(&files);
    let files = files
        .iter()
        .filter_map(|file| file.dyn_into::<web_sys::File>().ok());
    let known = Ask::from_bytes(&Uint8Array::new(&known).to_vec());
    Ok((
        files.map(File::from).collect(),
        match known {
            Some(Ask::Recognise(known)) => known,
            _ => Vec::new(),
        },
    ))
}

async fn put(files: &Array, known: &[u8]) -> Result<(), JsValue> {
    done(&store().await?.put_with_key(files, &FILES.into())?).await?;
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
