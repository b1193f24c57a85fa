//! What is said of figures of few pupils that leave the page because the user says so.

/// The words beside what is taken away of data that hold some.
pub(crate) const KEPT: &str = "Figures that rest on fewer than 6 pupils are shown because the user asked for it: pass them on with care.";
