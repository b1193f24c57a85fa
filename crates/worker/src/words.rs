//! The worker's messages in words.

/// Why families have no ranks.
pub const CANNOT_BE_RANKED: &str = "these figures cannot be ranked";

/// Why a request is not answered: page and worker have different versions.
pub const NOT_UNDERSTOOD: &str = "the request was not understood";
