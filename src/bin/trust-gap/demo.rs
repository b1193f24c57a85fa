//! `trust-gap demo`: the demonstration data as files in the published layouts.

use std::path::Path;

use trust_gap::demo::Demonstration;

/// Writes every file below the folder and says so.
pub(crate) fn run(folder: &Path) -> Result<(), String> {
    for (name, text) in Demonstration::generate().files() {
        let path = folder.join(name);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)
                .map_err(|error| format!("{}: {error}", parent.display()))?;
        }
        std::fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
        crate::print(&format!("{}\n", path.display()))?;
    }
    Ok(())
}
