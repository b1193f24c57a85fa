//! `trust-gap assets`: what the page fetches that the engine has made beforehand.

use std::fs;
use std::path::Path;

use trust_gap::demo::Demonstration;

/// Writes every file into the folder. One that is there and the same stays as it is, so that nobody who watches the
/// folder builds anew.
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
