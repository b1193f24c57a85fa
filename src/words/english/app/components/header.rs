//! The name and the pages.

pub(crate) const SKIP: &str = "Skip to the main part";
pub(crate) const BRAND: &str = "Trust Gap Explorer";
pub(crate) const PAGES: &str = "Pages";
