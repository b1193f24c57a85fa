//! The browser's database for remembered files, which has one store.

use std::cell::Cell;
use std::rc::Rc;

use gloo::file::File;
use idb::{DatabaseEvent as _, Error, Factory, ObjectStore, ObjectStoreParams, TransactionMode};
use js_sys::{Array, Uint8Array};
use records::Choices;
use records::intake::{Purpose, ReadRequest};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::preferences::store as store_preference;
use crate::reading::{Credited, ReadingQueue};
use crate::state::{Action, State};

use super::{NAME, Stage, YES};

/// The names in the store: the files as they were dropped, and the known mappings with the chosen readings.
const STORE: &str = "files";
const FILES: &str = "files";
const KNOWN: &str = "known";
/// The credit of each file, in the same order. A user's own files have none.
const CREDITS: &str = "credits";

/// Queues the remembered files as if they had been dropped.
pub(super) fn open(queue: ReadingQueue, stage: Rc<Cell<Stage>>) {
    spawn_local(async move {
        // What cannot be loaded is not remembered.
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

/// Stores exactly the files in use, or none. Announces it if the browser cannot.
pub(super) fn synchronise(state: UseReducerHandle<State>, queue: &ReadingQueue) {
    let remembers = state.remembers;
    let (mut files, mut known) = (Vec::new(), ReadRequest::default());
    if remembers {
        if queue.is_at_work() {
            // The files that are being read may be the remembered ones.
            return;
        }
        let in_use = state.library.files().iter();
        let in_use = in_use.filter(|file| file.file.fingerprint.is_some());
        let names: Vec<String> = in_use.map(|file| file.file.name.clone()).collect();
        files = queue.handed_in(&names);
        known = ReadRequest::recognise(state.explained.0.to_vec()).with(Choices::clone(&state.settings.readings));
    }
    let credits = files.iter().map(|(_, credit)| JsValue::from(credit.as_deref()));
    let credits: Array = credits.collect();
    let files = files.iter().map(|(file, _)| file);
    let files: Array = files.map(AsRef::<web_sys::File>::as_ref).collect();
    let known = Uint8Array::from(&*known.to_bytes());
    spawn_local(async move {
        let is_stored =
            store_preference(NAME, remembers.then_some(YES)).is_some() && put(&files, &credits, &known).await.is_ok();
        if remembers && !is_stored {
            // If storing failed, clearing the preference may fail, too. That does no harm.
            let _ = store_preference(NAME, None);
            state.dispatch(Action::CannotRemember);
        }
    });
}

/// The remembered files with their credits, the known mappings and the chosen readings.
async fn remembered() -> Result<(Vec<Credited>, ReadRequest), Error> {
    let store = store(TransactionMode::ReadOnly).await?;
    let files = array(entry(&store, FILES).await?);
    // Files stored by an older version have no credits.
    let credits = array(entry(&store, CREDITS).await?);
    let known = entry(&store, KNOWN).await?;
    let files = files.iter().enumerate().filter_map(|(index, file)| {
        let file: web_sys::File = file.dyn_into().ok()?;
        let credit = credits.get(index as u32).as_string();
        Some((File::from(file), credit.map(Rc::from)))
    });
    let known = known.map(|known| Uint8Array::new(&known).to_vec());
    let known = known.as_deref().and_then(ReadRequest::from_bytes);
    Ok((files.collect(), known.unwrap_or_default()))
}

async fn entry(store: &ObjectStore, name: &str) -> Result<Option<JsValue>, Error> {
    store.get(JsValue::from(name))?.await
}

fn array(entry: Option<JsValue>) -> Array {
    entry.map_or_else(Array::new, |entry| Array::from(&entry))
}

/// Stores everything or nothing.
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

/// Opens the store, and creates it if there is none.
async fn store(mode: TransactionMode) -> Result<ObjectStore, Error> {
    let mut request = Factory::new()?.open(NAME, Some(1))?;
    request.on_upgrade_needed(|event| {
        // If it cannot be created, the next step fails.
        let _ = event
            .database()
            .and_then(|database| database.create_object_store(STORE, ObjectStoreParams::new()));
    });
    request.await?.transaction(&[STORE], mode)?.object_store(STORE)
}
