//! # Trust Gap Explorer
//!
//! How well England's multi-academy trusts do by their disadvantaged pupils: the engine.
//!
//! The way of the data goes through rooms, each of which knows only those to its left:
//!
//! ```text
//! terms -> stats -> records -> source -> layout -> model -> method -> plot -> chart -> export -> demo -> hosting -> app
//! ```
//!
//! All but `app` are plain Rust without any web type. What people read is in each room's `words.rs`.

#[cfg(all(feature = "page", target_arch = "wasm32"))]
pub mod app;
pub mod chart;
pub mod demo;
pub mod export;
mod grammar;
pub mod hosting;
pub mod layout;
pub mod method;
pub mod model;
pub mod plot;
pub mod records;
pub mod source;
pub mod stats;
pub mod terms;

/// The README's example is compiled with the others.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
