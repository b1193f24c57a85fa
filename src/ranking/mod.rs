//! Ranks with intervals are computed in a worker, so that the page never waits for the draws of chance.
//!
//! `reckoner.rs` stands in the page: it hands families of trusts to a worker of its own and hears how far it has come.
//! `reckon.rs` is what the worker does with them; `ranks.rs` what the page knows of the results.

mod ranks;
mod reckon;
mod reckoner;

#[cfg(debug_assertions)]
pub(super) use ranks::Ranks;
pub(super) use ranks::{Ranked, Stage};
pub(super) use reckon::reckon;
pub(super) use reckoner::{Reckoning, use_ranks};
