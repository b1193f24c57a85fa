//! What the worker says in words.

/// Why families have no ranks.
pub const CANNOT_BE_RANKED: &str = "these figures cannot be ranked";

/// Why nothing is done: page and worker are of two versions.
pub const NOT_UNDERSTOOD: &str = "what was asked is not understood";
