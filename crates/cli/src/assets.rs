//! `trust-gap assets`: the files that the engine makes for the page in advance.

use std::fs;
use std::path::Path;

use trust_gap::demo::Demonstration;

/// Writes every file into the folder. An unchanged file is not written again, so that no program that watches the
/// folder rebuilds the page.
pub(crate) fn run(folder: &Path) -> Result<(), String> {
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for (name, bytes) in Demonstration::generate().assets() {
        let path = folder.join(name);
        if fs::read(&path).is_ok_and(|known| known == bytes) {
            continue;
        }
        fs::write(&path, bytes).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}
