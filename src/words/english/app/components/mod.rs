//! Words of what stands on several pages.

pub(crate) mod toolbar;
