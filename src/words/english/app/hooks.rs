//! Words of what the page asks of the browser.

pub(crate) const ENGLAND: &str = "England";

/// "Dixons Academies Trust – Trust Gap Explorer".
pub(crate) fn title(subject: &str) -> String {
    format!("{subject} \u{2013} Trust Gap Explorer")
}

/// "Top ten, London".
pub(crate) fn page_about(page: &str, about: &str) -> String {
    format!("{page}, {about}")
}
