//! Words in the browser's small storage: what the user likes and asks for, never anything of files. A browser that keeps
//! nothing is one that was told nothing.

use gloo::utils::window;
use web_sys::Storage;

/// Nothing while the first page is made natively.
fn storage() -> Option<Storage> {
    if cfg!(not(target_arch = "wasm32")) {
        return None;
    }
    window().local_storage().ok().flatten()
}

/// The word that is kept under a name.
pub(super) fn word(name: &str) -> Option<String> {
    storage()?.get_item(name).ok()?
}

/// Keeps a word under a name, or none; nothing where the browser does not let the page.
pub(super) fn keep(name: &str, word: Option<&str>) -> Option<()> {
    let storage = storage()?;
    match word {
        Some(word) => storage.set_item(name, word).ok(),
        None => storage.remove_item(name).ok(),
    }
}
