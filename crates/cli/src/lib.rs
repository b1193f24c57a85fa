//! # Trust Gap Explorer
//!
//! How well disadvantaged pupils do in England's multi-academy trusts. This is the front door of the engine's crates,
//! for the program `trust-gap` and for users of the library.

pub use demo;
pub use hosting;
pub use method;
pub use plot;
pub use read::{layout, source};
pub use records::{self, intake, model, terms};
pub use show::{chart, export};
pub use stats;

/// Compiles the README's example.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;
