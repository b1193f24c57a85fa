//! Dropped folders: queues their files, including those in subfolders.

use gloo::file::File;
use js_sys::{Array, Function, Promise, Reflect};
use records::terms::order::sorted;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::DataTransfer;
use yew::Callback;

use crate::words::folders as words;

use super::exporting::announce;

/// The endings of file names that are read.
const ENDINGS: [&str; 3] = [".csv", ".tsv", ".zip"];

/// A folder with more files than this is not a folder of data.
const MOST_FILES: usize = 200;

#[wasm_bindgen]
extern "C" {
    /// One dropped item.
    type Item;

    // Some browsers do not support folders.
    #[wasm_bindgen(method, catch, js_name = webkitGetAsEntry)]
    fn entry(this: &Item) -> Result<Option<Entry>, JsValue>;

    #[derive(Clone)]
    type Entry;

    #[wasm_bindgen(method, getter, js_name = isDirectory)]
    fn is_folder(this: &Entry) -> bool;

    #[wasm_bindgen(method, getter)]
    fn name(this: &Entry) -> String;

    #[wasm_bindgen(method)]
    fn file(this: &Entry, keep: &Function, fail: &Function);

    #[wasm_bindgen(method, js_name = createReader)]
    fn reader(this: &Entry) -> Reader;

    /// Lists the next entries of a folder, a part at each call. The list is empty after the last part.
    type Reader;

    #[wasm_bindgen(method, js_name = readEntries)]
    fn read(this: &Reader, keep: &Function, fail: &Function);
}

/// If a folder was dropped, reads it and then passes on all files. Returns whether a folder was dropped. The browser
/// provides the dropped items only during the event.
pub(super) fn queue_dropped(dropped: &DataTransfer, on_files: &Callback<Vec<File>>) -> bool {
    let Ok(items) = Reflect::get(dropped, &"items".into()) else {
        return false;
    };
    let entries = Array::from(&items).into_iter();
    let entries = entries.filter_map(|item| item.unchecked_into::<Item>().entry().ok().flatten());
    let entries: Vec<Entry> = entries.collect();
    let has_folder = entries.iter().any(Entry::is_folder);
    if has_folder {
        let on_files = on_files.clone();
        spawn_local(async move {
            let mut files = Vec::new();
            for entry in entries {
                if entry.is_folder() {
                    files.append(&mut files_in(&entry).await);
                } else if let Ok(file) = file_of(&entry).await {
                    files.push(file);
                }
            }
            on_files.emit(files);
        });
    }
    has_folder
}

/// The files of a folder that can be read. Announces it if there are none.
async fn files_in(folder: &Entry) -> Vec<File> {
    let name = folder.name();
    match all_in(folder).await {
        Err(_) => announce(&words::unreadable_folder(&name)),
        Ok(files) if files.is_empty() => announce(&words::nothing_in_folder(&name)),
        Ok(files) if files.len() > MOST_FILES => {
            announce(&words::too_many_in_folder(&name, MOST_FILES));
        }
        Ok(files) => return files,
    }
    Vec::new()
}

/// At most one file more than the limit.
async fn all_in(folder: &Entry) -> Result<Vec<File>, JsValue> {
    let mut files = Vec::new();
    let (mut folders, mut looked_into) = (vec![folder.clone()], 0);
    while let Some(folder) = folders.get(looked_into).cloned() {
        looked_into += 1;
        for entry in listed(&folder).await? {
            if entry.is_folder() {
                folders.push(entry);
            } else if may_be_of_use(&entry.name()) {
                files.push(file_of(&entry).await?);
            }
            if files.len() > MOST_FILES {
                return Ok(files);
            }
        }
    }
    Ok(files)
}

/// The entries of a folder, sorted by name.
async fn listed(folder: &Entry) -> Result<Vec<Entry>, JsValue> {
    let reader = folder.reader();
    let mut entries: Vec<Entry> = Vec::new();
    loop {
        let part = Promise::new(&mut |keep, fail| reader.read(&keep, &fail));
        let part = Array::from(&JsFuture::from(part).await?);
        if part.length() == 0 {
            return Ok(sorted(entries, |one, two| one.name().cmp(&two.name())));
        }
        entries.extend(part.iter().map(JsCast::unchecked_into::<Entry>));
    }
}

async fn file_of(entry: &Entry) -> Result<File, JsValue> {
    let file = Promise::new(&mut |keep, fail| entry.file(&keep, &fail));
    let file: web_sys::File = JsFuture::from(file).await?.unchecked_into();
    Ok(File::from(file))
}

/// Whether a name is that of a data file. macOS puts companion files, whose names start with a full stop, beside
/// files.
fn may_be_of_use(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    !name.starts_with('.') && ENDINGS.iter().any(|ending| name.ends_with(ending))
}
