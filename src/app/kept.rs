//! Words in the browser's small storage: how the user likes the page, never anything of files. A browser that keeps
//! nothing is one that was told nothing.

use gloo::utils::window;
use web_sys::Storage;

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// The word that is kept under a name.
pub(super) fn word(name: &str) -> Option<String> {
    storage()?.get_item(name).ok()?
}

/// Keeps a word under a name, or none.
pub(super) fn keep(name: &str, word: Option<&str>) {
    if let Some(storage) = storage() {
        // Where it cannot be kept, it holds until the page is closed.
        let _ = match word {
            Some(word) => storage.set_item(name, word),
            None => storage.remove_item(name),
        };
    }
}
