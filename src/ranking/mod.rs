//! Computes ranks with intervals in a worker, so that the page never waits for the random draws.
//!
//! `client.rs` passes families of trusts to the worker and receives its progress. `ranks.rs` stores the results.
//! `families.rs` has families ranked that are not the view's.

mod client;
mod families;
mod ranks;

pub(super) use client::{RankingHandle, use_ranks};
pub(super) use families::{Families, use_ranks_of};
#[cfg(all(feature = "gallery", target_arch = "wasm32"))]
pub(super) use ranks::Ranks;
pub(super) use ranks::{Ranked, Stage};
