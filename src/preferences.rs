//! Preferences in the browser's local storage: what the user likes and asks for, never anything about files. If the
//! browser has no storage, every preference is unset.

use gloo::utils::window;
use web_sys::Storage;

/// Also `None` while the first page is rendered natively.
fn storage() -> Option<Storage> {
    if cfg!(not(target_arch = "wasm32")) {
        return None;
    }
    window().local_storage().ok().flatten()
}

pub(super) fn load(name: &str) -> Option<String> {
    storage()?.get_item(name).ok()?
}

/// Stores a preference, or removes it. Returns `None` if the browser does not allow it.
pub(super) fn store(name: &str, value: Option<&str>) -> Option<()> {
    let storage = storage()?;
    match value {
        Some(value) => storage.set_item(name, value).ok(),
        None => storage.remove_item(name).ok(),
    }
}
