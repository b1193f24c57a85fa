//! How figures are looked at; it lives in the address.

pub(super) use crate::export::link::Lens;
