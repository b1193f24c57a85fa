//! Trusts as published beside computed.

pub(crate) const SIDE_BY_SIDE: &str = "Published and computed, side by side";

pub(crate) const PUBLISHED: &str = "Published";

pub(crate) const COMPUTED: &str = "Computed";

pub(crate) const NOT_ELIGIBLE: &str = "not eligible";

pub(crate) const NOT_IN_FILE: &str = "not in the file";

pub(crate) const NOT_BOTH_WAYS: &str = "not available both ways";
