//! The state of the page: one reducer with named actions. Nothing is kept that can be derived.

pub(crate) mod address;
pub(crate) mod files;

use crate::terms::counted;

pub(crate) const CANNOT_REMEMBER: &str =
    "This browser does not let the page remember files: they are forgotten when you close it.";
pub(crate) const STARTED_OVER: &str =
    "All files and choices are forgotten: the demonstration is shown.";

pub(crate) fn reading(files: usize) -> String {
    format!("Reading {}", counted(files, "file"))
}
