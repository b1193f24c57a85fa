//! `trust-gap demo`: the demonstration data as files in the published layouts.

use std::path::Path;

use trust_gap::demo::{Demonstration, FullSize};

/// Writes every file below the folder, and reports it.
pub(crate) fn run(folder: &Path, full: bool) -> Result<(), String> {
    for (name, bytes) in files(full) {
        let path = folder.join(name);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent).map_err(|error| format!("{}: {error}", parent.display()))?;
        }
        std::fs::write(&path, bytes).map_err(|error| format!("{}: {error}", path.display()))?;
        crate::print(&format!("{}\n", path.display()))?;
    }
    Ok(())
}

fn files(full: bool) -> Vec<(String, Vec<u8>)> {
    if full {
        return FullSize::generate().files();
    }
    let files = Demonstration::generate().files().into_iter();
    files.map(|(name, text)| (name, text.into_bytes())).collect()
}
