//! The browser's database, in which the remembered files are: one entry, as they were dropped.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::file::File;
use idb::{DatabaseEvent as _, Error, Factory, ObjectStoreParams, Transaction, TransactionMode};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{NAME, Stage, YES};
use crate::app::kept::keep;
use crate::app::reading::Desk;
use crate::app::state::{Action, State};
use crate::layout::{Ask, Explained, Purpose};
use crate::source::Choices;

/// The list of files, what is known of their columns and how the user chose to read them, and what has to be said of them, in the one store.
const STORE: &str = "files";
const FILES: &str = "files";
const KNOWN: &str = "known";
/// What has to be said of each of the files, in their order; nothing of the user's own.
const CREDITS: &str = "credits";

/// Hands in what is remembered as if it had been dropped.
pub(super) fn open(desk: Desk, stage: Rc<RefCell<Stage>>) {
    spawn_local(async move {
        // What cannot be had is not remembered.
        if let Ok((files, known, choices)) = remembered(&desk).await {
            desk.remind(files, known, &choices);
        }
        stage.replace(Stage::Open);
    });
}

/// Remembers the files in use and no others, or none; the user is told where the browser cannot.
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
    let files: Array = kept.map(AsRef::<web_sys::File>::as_ref).collect();
    let credits = handed.iter().map(|file| desk.credit_of(file));
    let credits: Array = credits
        .map(|credit| JsValue::from(credit.as_deref()))
        .collect();
    let known = if remembers {
        Ask::recognise(state.explained.to_vec()).with(Choices::clone(&state.settings.readings))
    } else {
        Ask::default()
    };
    let known = known.to_bytes();
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

/// The remembered files, with what is known of columns and which readings were chosen; the desk is told which are
/// credited.
async fn remembered(desk: &Desk) -> Result<(Vec<File>, Vec<Explained>, Choices), Error> {
    let transaction = transaction(TransactionMode::ReadOnly).await?;
    let store = transaction.object_store(STORE)?;
    let files = store.get(JsValue::from(FILES))?.await?;
    let credits = store.get(JsValue::from(CREDITS))?.await?;
    let known = store.get(JsValue::from(KNOWN))?.await?;
    let files = files.map_or_else(Array::new, |files| Array::from(&files));
    // There are none of files that were remembered before any had some.
    let credits = credits.map_or_else(Array::new, |credits| Array::from(&credits));
    let files = (0..files.length()).filter_map(|place| {
        let file: web_sys::File = files.get(place).dyn_into().ok()?;
        let file = File::from(file);
        if let Some(credit) = credits.get(place).as_string() {
            desk.credit(&file, &Rc::from(credit));
        }
        Some(file)
    });
    let known = known.map(|known| Uint8Array::new(&known).to_vec());
    let known = known.as_deref().and_then(Ask::from_bytes);
    let Ask { purpose, choices } = known.unwrap_or_default();
    let explained = match purpose {
        Purpose::Recognise(explained) => explained,
        Purpose::Mapped(_) => Vec::new(),
    };
    Ok((files.collect(), explained, choices))
}

async fn put(files: &Array, credits: &Array, known: &[u8]) -> Result<(), Error> {
    let transaction = transaction(TransactionMode::ReadWrite).await?;
    let store = transaction.object_store(STORE)?;
    store.put(files, Some(&FILES.into()))?.await?;
    store.put(credits, Some(&CREDITS.into()))?.await?;
    store
        .put(&Uint8Array::from(known), Some(&KNOWN.into()))?
        .await?;
    transaction.commit()?.await?;
    Ok(())
}

/// A transaction on the store, which is made where there is none yet.
async fn transaction(mode: TransactionMode) -> Result<Transaction, Error> {
    let mut request = Factory::new()?.open(NAME, Some(1))?;
    request.on_upgrade_needed(|event| {
        // Where it cannot be made, what comes next fails.
        let _ = event
            .database()
            .and_then(|database| database.create_object_store(STORE, ObjectStoreParams::new()));
    });
    request.await?.transaction(&[STORE], mode)
}
