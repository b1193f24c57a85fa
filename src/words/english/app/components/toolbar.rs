//! Undo and the page's colours.

use crate::app::state::Part;
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

/// What is undone.
pub(crate) fn undo(part: Part) -> String {
    format!("Undo: {}", changed(part))
}

/// What is done again.
pub(crate) fn redo(part: Part) -> String {
    format!("Redo: {}", changed(part))
}

fn changed(part: Part) -> &'static str {
    match part {
        Part::Measure => "measure",
        Part::Pupils => "pupils",
        Part::Regional => "regional figure",
        Part::Rules => "rules",
        Part::Year => "year",
        Part::IntervalChoices => "intervals",
        Part::Lens => "how figures are shown",
        Part::Areas => "areas",
        Part::Weights => "weights of measures",
        Part::Readings => "how a file is read",
    }
}
