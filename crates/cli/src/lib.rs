//! # Trust Gap Explorer
//!
//! How well England's multi-academy trusts do by their disadvantaged pupils: the engine's crates behind one door, for
//! the program `trust-gap` and for whoever uses the engine as a library.

pub use demo;
pub use hosting;
pub use method;
pub use plot;
pub use read::{layout, source};
pub use records::{self, intake, model, terms};
pub use show::{chart, export};
pub use stats;

/// The README's example is compiled with the others.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;
