//! Ranks with intervals are computed in a worker, so that the page never waits for the draws of chance.
//!
//! `client.rs` is in the page: it hands families of trusts to a worker of its own and hears how far it has come.
//! `compute_ranks.rs` is what the worker does with them; `ranks.rs` what the page knows of the results.

mod client;
mod compute_ranks;
mod ranks;

pub(super) use client::{RankingHandle, use_ranks};
pub(super) use compute_ranks::compute_ranks;
#[cfg(debug_assertions)]
pub(super) use ranks::Ranks;
pub(super) use ranks::{Ranked, Stage};
