//! What is said of rules that gave way since the files cannot follow them.

/// The files have no column of a measure.
pub(crate) fn no_measure(files: &str, lacking: &str, instead: &str) -> String {
    format!("{files} has no column for {lacking}: {instead} is shown instead.")
}

/// The files do not have a measure for these pupils.
pub(crate) fn no_pupils(files: &str, measure: &str, lacking: &str, instead: &str) -> String {
    format!(
        "{files} has {measure} not for \u{201c}{lacking}\u{201d}: \u{201c}{instead}\u{201d} is shown instead."
    )
}

/// The files lack what a regional figure is made of.
pub(crate) fn no_regional_figure(files: &str, lacking: &str, instead: &str) -> String {
    format!(
        "{files} lacks what the regional figure \u{201c}{lacking}\u{201d} needs: the {instead} is shown instead."
    )
}
