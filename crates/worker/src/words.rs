//! The worker's messages in words.

/// Why families have no ranks.
pub const CANNOT_BE_RANKED: &str = "these figures cannot be ranked";

/// Why the worker does nothing: page and worker have different versions.
pub const NOT_UNDERSTOOD: &str = "what was asked is not understood";
