//! Ranks with intervals are computed in a worker, so that the page never waits for the draws of chance.
//!
//! `client.rs` hands families of trusts to a worker of its own and hears how far it has come; `ranks.rs` is what the page
//! knows of the results.

mod client;
mod ranks;

pub(super) use client::{RankingHandle, use_ranks};
#[cfg(debug_assertions)]
pub(super) use ranks::Ranks;
pub(super) use ranks::{Ranked, Stage};
