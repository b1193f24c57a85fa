//! British English.

#[cfg(all(feature = "page", target_arch = "wasm32"))]
pub(crate) mod app;
pub(crate) mod chart;
pub(crate) mod export;
pub(crate) mod grammar;
pub(crate) mod hosting;
pub(crate) mod layout;
pub(crate) mod method;
pub(crate) mod model;
pub(crate) mod source;
pub(crate) mod terms;
