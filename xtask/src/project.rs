//! Paths in the repository, and versions from its lock file.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use crate::problem::{Problem, Result};
use crate::version::Version;

/// The repository that the commands work on.
#[derive(Debug)]
pub(crate) struct Project {
    top: PathBuf,
}

impl Project {
    /// The repository that Cargo started this program from.
    pub(crate) fn here() -> Result<Self> {
        let package = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let top = package.as_deref().and_then(Path::parent).map(Path::to_owned);
        top.map(|top| Self { top }).ok_or_else(|| {
            Problem::new(
                "this program does not know which repository it is for.",
                "Start it as `cargo xtask`, inside the repository.",
            )
        })
    }

    /// The repository's top folder.
    pub(crate) fn top(&self) -> &Path {
        &self.top
    }

    /// Cargo's target folder, where programs are built.
    pub(crate) fn target(&self) -> PathBuf {
        let named = std::env::var_os("CARGO_TARGET_DIR").filter(|folder| !folder.is_empty());
        self.top.join(named.unwrap_or_else(|| OsString::from("target")))
    }

    /// The page that Trunk builds, ready for a server.
    pub(crate) fn dist(&self) -> PathBuf {
        self.top.join("dist")
    }

    /// The debug page with the component gallery. `tests/browser/server.mjs` names the same folder.
    pub(crate) fn gallery(&self) -> PathBuf {
        self.top.join("target").join("gallery")
    }

    /// The browser tests and their npm packages.
    pub(crate) fn browser_tests(&self) -> PathBuf {
        self.top.join("tests").join("browser")
    }

    /// Where Playwright writes its report on the browser tests. `playwright.config.ts` names the same file.
    pub(crate) fn browser_report(&self) -> PathBuf {
        self.top.join("target").join("browser-tests.json")
    }

    /// The version of a crate that `Cargo.lock` names.
    pub(crate) fn locked_version(&self, name: &str) -> Result<Version> {
        let path = self.top.join("Cargo.lock");
        let lock = fs::read_to_string(&path).map_err(|error| Problem::with_file(&path, &error))?;
        version_in_lock(&lock, name).ok_or_else(|| {
            Problem::new(
                format!("Cargo.lock names no version of {name}."),
                "Take Cargo.lock as it is in the repository: `git checkout Cargo.lock`.",
            )
        })
    }
}

fn version_in_lock(lock: &str, name: &str) -> Option<Version> {
    let wanted = format!("name = \"{name}\"");
    let mut lines = lock.lines().skip_while(|line| *line != wanted);
    let version = lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Version::find(version)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"
[[package]]
name = "wasm-bindgen-futures"
version = "0.4.80"

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
source = "registry+https://github.com/rust-lang/crates.io-index"
dependencies = [
 "cfg-if",
]
"#;

    #[test]
    fn the_lock_file_names_the_version_of_that_very_crate() {
        assert_eq!(version_in_lock(LOCK, "wasm-bindgen"), Some(Version::new(0, 2, 130)));
        assert_eq!(version_in_lock(LOCK, "wasm"), None);
        assert_eq!(version_in_lock(LOCK, "cfg-if"), None);
    }
}
