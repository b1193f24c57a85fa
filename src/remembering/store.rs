//! The browser's database, in which the remembered files are: one entry, as they were dropped.

use std::cell::Cell;
use std::rc::Rc;

use gloo::file::File;
use idb::{DatabaseEvent as _, Error, Factory, ObjectStore, ObjectStoreParams, TransactionMode};
use js_sys::{Array, Uint8Array};
use read::layout::{Purpose, ReadRequest};
use records::Choices;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::kept::keep;
use crate::reading::{Credited, ReadingQueue};
use crate::state::{Action, State};

use super::{NAME, Stage, YES};

/// The list of files, what is known of their columns and how the user chose to read them, and what has to be said of them, in the one store.
const STORE: &str = "files";
const FILES: &str = "files";
const KNOWN: &str = "known";
/// What has to be said of each of the files, in their order; nothing of the user's own.
const CREDITS: &str = "credits";

/// Hands in what is remembered as if it had been dropped.
pub(super) fn open(queue: ReadingQueue, stage: Rc<Cell<Stage>>) {
    spawn_local(async move {
        // What cannot be had is not remembered.
        if let Ok((files, ReadRequest { purpose, choices })) = remembered().await {
            let explained = match purpose {
                Purpose::Recognise(explained) => explained,
                Purpose::Mapped(_) => Vec::new(),
            };
            queue.remind(files, explained, choices);
        }
        stage.set(Stage::Open);
    });
}

/// Remembers the files in use and no others, or none; the user is told where the browser cannot.
pub(super) fn keep_alike(state: UseReducerHandle<State>, queue: &ReadingQueue) {
    let remembers = state.remembers;
    let (mut files, mut known) = (Vec::new(), ReadRequest::default());
    if remembers {
        if queue.is_at_work() {
            // What is being read now may be what is remembered.
            return;
        }
        let in_use = state.library.files().iter();
        let in_use = in_use.filter(|file| file.file.fingerprint.is_some());
        let names: Vec<String> = in_use.map(|file| file.file.name.clone()).collect();
        files = queue.handed_in(&names);
        known = ReadRequest::recognise(state.explained.0.to_vec())
            .with(Choices::clone(&state.settings.readings));
    }
    let credits = files
        .iter()
        .map(|(_, credit)| JsValue::from(credit.as_deref()));
    let credits: Array = credits.collect();
    let files = files.iter().map(|(file, _)| file);
    let files: Array = files.map(AsRef::<web_sys::File>::as_ref).collect();
    let known = Uint8Array::from(&*known.to_bytes());
    spawn_local(async move {
        let is_kept = keep(NAME, remembers.then_some(YES)).is_some()
            && put(&files, &credits, &known).await.is_ok();
        if remembers && !is_kept {
            // What cannot be kept cannot be taken back, either, and need not be.
            let _ = keep(NAME, None);
            state.dispatch(Action::CannotRemember);
        }
    });
}

/// The remembered files with what has to be said of them, and what is known of columns and which readings were chosen.
async fn remembered() -> Result<(Vec<Credited>, ReadRequest), Error> {
    let store = store(TransactionMode::ReadOnly).await?;
    let files = array(kept(&store, FILES).await?);
    // There are none of files that were remembered before any had some.
    let credits = array(kept(&store, CREDITS).await?);
    let known = kept(&store, KNOWN).await?;
    let files = files.iter().enumerate().filter_map(|(index, file)| {
        let file: web_sys::File = file.dyn_into().ok()?;
        let credit = credits.get(index as u32).as_string();
        Some((File::from(file), credit.map(Rc::from)))
    });
    let known = known.map(|known| Uint8Array::new(&known).to_vec());
    let known = known.as_deref().and_then(ReadRequest::from_bytes);
    Ok((files.collect(), known.unwrap_or_default()))
}

async fn kept(store: &ObjectStore, name: &str) -> Result<Option<JsValue>, Error> {
    store.get(JsValue::from(name))?.await
}

fn array(kept: Option<JsValue>) -> Array {
    kept.map_or_else(Array::new, |kept| Array::from(&kept))
}

/// All is kept, or nothing.
async fn put(files: &Array, credits: &Array, known: &Uint8Array) -> Result<(), Error> {
    let store = store(TransactionMode::ReadWrite).await?;
    for (name, what) in [
        (FILES, files.as_ref()),
        (CREDITS, credits.as_ref()),
        (KNOWN, known.as_ref()),
    ] {
        store.put(what, Some(&name.into()))?.await?;
    }
    store.transaction().commit()?.await?;
    Ok(())
}

/// The store, which is made where there is none yet.
async fn store(mode: TransactionMode) -> Result<ObjectStore, Error> {
    let mut request = Factory::new()?.open(NAME, Some(1))?;
    request.on_upgrade_needed(|event| {
        // Where it cannot be made, what comes next fails.
        let _ = event
            .database()
            .and_then(|database| database.create_object_store(STORE, ObjectStoreParams::new()));
    });
    request
        .await?
        .transaction(&[STORE], mode)?
        .object_store(STORE)
}
