//! An error, and what to do about it.

use std::fmt;
use std::path::Path;

/// A result whose error can be shown unchanged.
pub(crate) type Result<T> = std::result::Result<T, Problem>;

/// An error in one sentence, and what to do about it in another.
#[derive(Debug)]
pub(crate) struct Problem {
    what: String,
    advice: String,
}

impl Problem {
    pub(crate) fn new(what: impl Into<String>, advice: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            advice: advice.into(),
        }
    }

    /// A file or folder could not be read, written or removed.
    pub(crate) fn with_file(path: &Path, error: &std::io::Error) -> Self {
        Self::new(
            format!("{}: {error}.", path.display()),
            "Look whether it is there, whether you may read and write it, and whether the disk is full.",
        )
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}\n{}", self.what, self.advice)
    }
}
