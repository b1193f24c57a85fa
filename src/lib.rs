//! Trust gap engine.
#[cfg(all(feature = "page", target_arch = "wasm32"))]
pub mod app;
