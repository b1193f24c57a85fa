//! What a regional rule needs and files lack.

/// Weights by pupils, of trusts as published.
pub(crate) const PUPILS_OF_TRUSTS: &str =
    "the trusts' pupils and their shares, of which the files have no column";

/// Weights by pupils, of computed figures.
pub(crate) const PUPILS_OF_SCHOOLS: &str = "the schools' pupils, of which the files have no column";

/// Figures by school.
pub(crate) const SCHOOL_FILES: &str = "school files; these files hold trusts alone";
