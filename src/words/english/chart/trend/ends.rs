//! The names at the ends of a trend's lines.

/// What follows a line's name: its figure; nothing where it has none at the end.
pub(crate) fn after_name(figure: Option<&str>) -> String {
    match figure {
        Some(figure) => format!(" {figure}"),
        None => ": no figure".to_owned(),
    }
}
