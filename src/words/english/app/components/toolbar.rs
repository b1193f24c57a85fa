//! Undo and the page's colours.

use crate::app::theme::Theme;

pub(crate) const COLOURS: &str = "Colours";
pub(crate) const UNDO: &str = "Undo";
pub(crate) const REDO: &str = "Redo";

pub(crate) fn theme(theme: Theme) -> &'static str {
    match theme {
        Theme::System => "System colours",
        Theme::Light => "Light",
        Theme::Dark => "Dark",
    }
}

/// What is undone: the setting that changes.
pub(crate) fn undo(changed: &str) -> String {
    format!("Undo: {changed}")
}

/// What is done again.
pub(crate) fn redo(changed: &str) -> String {
    format!("Redo: {changed}")
}
